# ./dev demo: the example project from start to end, on a fresh data directory. Leaves build/demo.

DEMO=build/demo

demo_step() { printf '\n%s\n' "$*"; }

# The project's own environment; kept from an earlier demo when its list has not changed.
demo_environment() {
    local want
    want=$(sha256sum template/requirements.txt | cut -c1-64)
    if [ "$(cat "$DEMO/.requirements" 2>/dev/null)" != "$want" ] || [ ! -x "$DEMO/flights/.venv/bin/python" ]; then
        rm -rf "$DEMO/flights/.venv" "$DEMO/.requirements"
        python3 -m venv "$DEMO/flights/.venv"
        "$DEMO/flights/.venv/bin/python" -m pip install -q --disable-pip-version-check --use-pep517 -r template/requirements.txt
        echo "$want" >"$DEMO/.requirements"
    fi
}

# A fresh data directory and a fresh copy of the project (but for its environment).
demo_files() {
    [ ! -x "$DEMO/slipway" ] || "$DEMO/slipway" down >/dev/null 2>&1 || true
    mkdir -p "$DEMO/flights"
    rm -rf "$DEMO/data"
    find "$DEMO/flights" -mindepth 1 -maxdepth 1 ! -name .venv -exec rm -rf {} +
    (cd template && tar -cf - --exclude=.venv --exclude=__pycache__ .) | tar -xf - -C "$DEMO/flights"
    cat >"$DEMO/slipway" <<'TEXT'
#!/bin/sh
# The program under test, on the demo's data directory.
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
SLIPWAY_DATA="$here/data" exec "$here/../slipway" "$@"
TEXT
    chmod +x "$DEMO/slipway"
}

demo_end() {
    "$DEMO/slipway" stop --all >/dev/null 2>&1 || true
    "$DEMO/slipway" down >/dev/null 2>&1 || true
}

run_demo() {
    local rc=0 begin
    demo_step "Building slipway"
    build
    demo_files
    demo_step "Making the example project and its Python environment (build/demo/flights)"
    demo_environment
    trap demo_end EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
    "$DEMO/slipway" up --listen 127.0.0.1:0
    demo_step "Which flights will leave 30 or more minutes late? Running its pipeline:"
    begin=$(date +%s.%N)
    "$DEMO/slipway" run "$DEMO/flights/pipeline.py" || rc=$?
    "$DEMO/flights/.venv/bin/python" tools/demo-summary.py "$DEMO" "$begin" "$(date +%s.%N)" || rc=1
    return $rc
}
