# What has to work for an ordinary user, when ./dev test is run by root (as in a container, and in
# CI): jobs and their sandbox, under a user id that nobody has, with a home that is gone afterwards.
#
# The checkout may lie where only root may look, so that user sees it at another place, in a mount
# namespace of its own; it cannot be written there.

USER_TESTS=(tests/e2e/test_project.py tests/aws/test_processing.py tests/aws/test_training.py
    tests/aws/test_hostile_jobs.py)

# An id without a name and without processes.
user_id() {
    local id
    for id in {61200..61299}; do
        getent passwd "$id" >/dev/null || [ -n "$(ps -o pid= -u "$id" 2>/dev/null)" ] || { echo "$id"; return 0; }
    done
    return 1
}

# as_user DIR COMMAND …: in DIR, which has the checkout as DIR/src and a home, DIR/home.
as_user() {
    local dir=$1 id
    shift
    id=$(user_id) || { echo "no user id is free"; return 1; }
    mkdir -p "$dir/src" "$dir/home"
    chmod 755 "$dir"
    chown "$id:$id" "$dir/home"
    # shellcheck disable=SC2016
    unshare --mount --propagation private bash -euc '
        mount --bind "$0" "$1/src"
        mount -o remount,bind,ro "$1/src"
        cd "$1/src"
        exec setpriv --reuid "$2" --regid "$2" --clear-groups \
            env -u XDG_RUNTIME_DIR -u XDG_DATA_HOME -u XDG_CONFIG_HOME -u XDG_CACHE_HOME \
            HOME="$1/home" TMPDIR="$1/home" SLIPWAY="$1/src/build/slipway" PYTHONDONTWRITEBYTECODE=1 "${@:3}"
    ' "$ROOT" "$dir" "$id" "$@"
}

# An environment whose interpreter that user may run: that of the other tests, or one of the system's.
user_env() {
    local env
    env=$(env_dir boto3-current)
    if ! as_user "$1" "$env/bin/python" -c '' 2>/dev/null; then
        env=${env/boto3-current/user}
        if [ ! -e "$env/ready" ]; then
            rm -rf "$env"
            /usr/bin/python3 -m venv "$env" >&2
            "$env/bin/python" -m pip install -q --disable-pip-version-check -r tests/envs/boto3-current.txt >&2
            touch "$env/ready"
        fi
    fi
    echo "$env"
}

tests_as_user() (
    dir=$(mktemp -d /tmp/slipway-user-XXXXXX)
    trap 'rmdir "$dir/src" && rm -rf "$dir"' EXIT
    env=$(user_env "$dir")
    as_user "$dir" "$env/bin/python" -m pytest -q --maxfail=20 -p no:cacheprovider -rs "${USER_TESTS[@]}" |
        sed -E 's/^([0-9]+ (passed|failed|skipped|error).*) in ([0-9.]+s.*)$/==== \1 in \3 ====/'
    exit "${PIPESTATUS[0]}"
)

# Ordinary users have run everything as such already.
stage_as_user() { [ "$(id -u)" != 0 ] || stage as-user tests_as_user; }
