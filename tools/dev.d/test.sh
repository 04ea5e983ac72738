# ./dev test, check, fuzz, soak: what has to hold before anything lands.

PASSED=0 FAILED=0 SKIPPED=0 FAILURES=()

c_files() { git ls-files 'src/*.c' 'src/*.h' 'tests/*.c' 'tests/*.h' 'bench/*.c' | grep -v /gen/; }

# stage NAME COMMAND …: runs it, its output in build/log/NAME, and counts what its last lines say.
stage() {
    local name=$1 log="build/log/$1.log" start=$SECONDS rc=0 line
    shift
    mkdir -p build/log
    "$@" >"$log" 2>&1 || rc=$?
    local p f s
    read -r p f s < <(count "$log")
    if [ "$rc" -ne 0 ] && [ "$f" -eq 0 ]; then f=1; fi
    PASSED=$((PASSED + p)) FAILED=$((FAILED + f)) SKIPPED=$((SKIPPED + s))
    line="$p passed"
    [ "$f" -eq 0 ] || line="$line, $f FAILED"
    [ "$s" -eq 0 ] || line="$line, $s skipped"
    printf '%-28s %s (%d s)\n' "$name" "$line" $((SECONDS - start))
    if [ "$f" -gt 0 ]; then
        FAILURES+=("$name: $log")
        { grep -nE 'not so:|FAILED|ERROR|Error|error:|got "' "$log" || true; } | tail -25 | cut -c1-200
        printf '  the last lines of %s:\n' "$log"
        tail -15 "$log" | cut -c1-200 | sed 's/^/  | /'
    fi
}

# "passed failed skipped", from meson's, pytest's or our own closing lines.
count() {
    python3 - "$1" <<'PY'
import re, sys
text = open(sys.argv[1], errors="replace").read()
p = f = s = 0
for m in re.finditer(r"^Ok:\s+(\d+)", text, re.M): p += int(m[1])
for m in re.finditer(r"^(?:Fail|Timeout|Unexpected Pass):\s+(\d+)", text, re.M): f += int(m[1])
for m in re.finditer(r"^Skipped:\s+(\d+)", text, re.M): s += int(m[1])
for m in re.finditer(r"^=+ (.*(?:passed|failed|error|skipped).*) in [\d.]+s.* =+$", text, re.M):
    for n, what in re.findall(r"(\d+) (passed|failed|error|errors|skipped)", m[1]):
        if what == "passed": p += int(n)
        elif what == "skipped": s += int(n)
        else: f += int(n)
for m in re.finditer(r"^(\d+) passed, (\d+) failed$", text, re.M): p += int(m[1]); f += int(m[2])
print(p, f, s)
PY
}

# --- Python environments of the tests: build/envs/<name>, made anew when its list changes ---

env_dir() { echo "build/envs/$1-$(sha256sum "tests/envs/$1.txt" | cut -c1-12)"; }

make_env() {
    local name=$1 dir
    dir=$(env_dir "$name")
    [ ! -e "$dir/ready" ] || return 0
    rm -rf "$dir"
    mkdir -p build/envs
    python3 -m venv "$dir"
    "$dir/bin/python" -m pip install -q --disable-pip-version-check $(env_pip_flags "$name") -r "tests/envs/$name.txt"
    touch "$dir/ready"
}

# SDK v3 lists gigabytes that pipelines and training never import: its parts go in one by one.
env_pip_flags() { if head -1 "tests/envs/$1.txt" | grep -q -- '--no-deps'; then echo --no-deps; fi; }

# pytest_in ENV PATHS …
pytest_in() {
    local env
    env=$(env_dir "$1")
    shift
    env -u AWS_PROFILE -u AWS_SESSION_TOKEN "$env/bin/python" -m pytest -q -x --maxfail=20 -p no:cacheprovider -rs "$@" |
        sed -E 's/^([0-9]+ (passed|failed|skipped|error).*) in ([0-9.]+s.*)$/==== \1 in \3 ====/'
    return "${PIPESTATUS[0]}"
}

unit_tests() { meson test -C "$1" --no-rebuild --print-errorlogs -t "${2:-1}"; }

run_check() {
    provide "${BUILD_PACKAGES[@]}" "${TEST_PACKAGES[@]}"
    setup build --buildtype=debugoptimized -Doptimization=2
    local rc=0
    tools/tidy || rc=1
    check_format || rc=1
    check_generated || rc=1
    check_analysis || rc=1
    return $rc
}

# Formatters differ from version to version: the one of Debian 12 decides.
check_format() {
    local tool
    tool=$(command -v clang-format-14 || true)
    [ -n "$tool" ] || { echo "format: clang-format 14 is not here; not checked"; return 0; }
    c_files | xargs "$tool" --dry-run -Werror
}

check_generated() {
    make_env boto3-current
    "$(env_dir boto3-current)/bin/python" tools/gen-shapes --check
}

# So do analysers: each finds things of its own that are none.
check_analysis() {
    local tool
    tool=$(command -v clang-tidy-14 || true)
    [ -n "$tool" ] || { echo "analysis: clang-tidy 14 is not here; not checked"; return 0; }
    git ls-files 'src/*.c' | grep -vE '/gen/|/shim/|/helper/' |
        xargs -P 2 -n 8 "$tool" --quiet -p build 2>/dev/null | grep -E 'warning:|error:' && return 1
    return 0
}

checks_counted() { run_check && echo "1 passed, 0 failed"; }

run_tests() {
    local start=$SECONDS
    provide "${BUILD_PACKAGES[@]}" "${TEST_PACKAGES[@]}" "${POSTGRES_PACKAGES[@]}"
    build
    stage unit unit_tests build
    stage_postgres
    if [ -z "$QUICK" ]; then
        for env in boto3-current boto3-1.26 sdk-v2 sdk-v3; do stage "env-$env" make_env "$env"; done
        stage aws-boto3-current pytest_in boto3-current tests/aws
        stage aws-boto3-1.26 pytest_in boto3-1.26 tests/aws
        stage e2e pytest_in boto3-current tests/e2e --ignore=tests/e2e/sdk
        stage_as_user
        stage e2e-sdk-v2 pytest_in sdk-v2 tests/e2e/sdk
        stage e2e-sdk-v3 pytest_in sdk-v3 tests/e2e/sdk
        stage template pytest_in sdk-v2 template/tests
        stage demo pytest_in boto3-current tests/demo
        stage clang build_clang
        stage sanitizers sanitized_tests
        stage fault-points fault_tests
        stage fuzz fuzz_short
    fi
    stage check checks_counted
    [ ${#FAILURES[@]} -eq 0 ] || printf 'failed: %s\n' "${FAILURES[@]}"
    printf 'took %d min %02d s\n' $(((SECONDS - start) / 60)) $(((SECONDS - start) % 60))
    [ "$SKIPPED" -eq 0 ] || printf '%d skipped\n' "$SKIPPED"
    printf '%d passed, %d failed\n' "$PASSED" "$FAILED"
    [ "$FAILED" -eq 0 ]
}

build_clang() {
    CC=clang setup build-clang --buildtype=debugoptimized && compile build-clang && echo "1 passed, 0 failed"
}

sanitized_tests() {
    setup build-asan --buildtype=debug -Db_sanitize=address,undefined -Db_lundef=false
    compile build-asan
    UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1 unit_tests build-asan 4
}

fault_tests() {
    setup build-fault --buildtype=debugoptimized -Dfault_points=true
    compile build-fault
    SLIPWAY=$ROOT/build-fault/slipway pytest_in boto3-current tests/crash
}

# --- fuzzing ---

fuzz_build() {
    CC=clang setup build-fuzz --buildtype=debugoptimized -Dfuzz=true -Db_lundef=false \
        -Dc_args='-fsanitize=fuzzer-no-link,address,undefined -fprofile-instr-generate -fcoverage-mapping' \
        -Dc_link_args='-fsanitize=address,undefined -fprofile-instr-generate'
    local targets
    targets=$(ls tests/fuzz/fuzz_*.c | sed -E 's|.*/(.*)\.c|tests/fuzz/\1|')
    # shellcheck disable=SC2086
    compile build-fuzz "$targets"
}

# fuzz_one NAME SECONDS
fuzz_one() {
    local corpus=build-fuzz/corpus/$1 seeds=tests/fuzz/corpus/$1
    mkdir -p "$corpus"
    [ -d "$seeds" ] || seeds=
    LLVM_PROFILE_FILE=build-fuzz/$1.profraw "build-fuzz/tests/fuzz/fuzz_$1" -max_total_time="$2" -timeout=10 \
        -rss_limit_mb=2048 -max_len=65536 -artifact_prefix="build-fuzz/$1-" "$corpus" $seeds
}

fuzz_short() {
    fuzz_build
    local f name
    for f in tests/fuzz/fuzz_*.c; do
        name=$(basename "$f" .c)
        name=${name#fuzz_}
        fuzz_one "$name" "${SECONDS_EACH:-8}" || return 1
        echo "1 passed, 0 failed"
    done
}

run_fuzz() {
    provide "${BUILD_PACKAGES[@]}" "${TEST_PACKAGES[@]}"
    fuzz_build
    local f name
    for f in tests/fuzz/fuzz_${1:-*}.c; do
        name=$(basename "$f" .c)
        fuzz_one "${name#fuzz_}" "${SECONDS_EACH:-600}"
    done
}

run_soak() {
    provide "${BUILD_PACKAGES[@]}" "${TEST_PACKAGES[@]}"
    make_env boto3-current
    setup build-fault --buildtype=debugoptimized -Dfault_points=true
    compile build-fault
    SLIPWAY=$ROOT/build-fault/slipway SOAK_SECONDS=${SOAK_SECONDS:-3600} pytest_in boto3-current tests/crash
}
