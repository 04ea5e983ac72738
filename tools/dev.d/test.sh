# ./dev test, check, fuzz, soak: what has to hold before anything lands.

PASSED=0 FAILED=0 SKIPPED=0 FAILURES=()

c_files() { git ls-files 'src/*.c' 'src/*.h' 'tests/*.c' 'tests/*.h' 'bench/*.c' | grep -v /gen/; }

# --- stages: what runs, for how long, and what it counted ---
#
# Each runs in a process group of its own, its output in build/log/NAME.log. begin starts one, finish
# waits for it and tells; stage does both. Two that mostly wait may run beside each other.

declare -A STAGE_PID=() STAGE_BEGAN=()
STAGE_LIMIT=${STAGE_LIMIT:-1800} # seconds: past that a stage hangs

# begin NAME COMMAND …
begin() {
    local name=$1 log="build/log/$1.log" began=$SECONDS
    shift
    mkdir -p build/log
    rm -f "$log.took"
    set -m
    (
        trap 'echo $((SECONDS - began)) >"$log.took"' EXIT
        set -e
        "$@"
    ) >"$log" 2>&1 </dev/null &
    set +m
    STAGE_PID[$name]=$! STAGE_BEGAN[$name]=$began
}

# finish NAME …
finish() {
    local name pid log rc
    for name in "$@"; do
        pid=${STAGE_PID[$name]} log="build/log/$name.log" rc=0
        while kill -0 "$pid" 2>/dev/null; do
            if [ $((SECONDS - STAGE_BEGAN[$name])) -gt "$STAGE_LIMIT" ]; then
                echo "ERROR: not over after $STAGE_LIMIT s" >>"$log"
                kill -KILL -- "-$pid" 2>/dev/null || true
            fi
            sleep 0.2
        done
        wait "$pid" || rc=$?
        kill -KILL -- "-$pid" 2>/dev/null || true # what it left in its group
        unset "STAGE_PID[$name]"
        tell "$name" "$log" "$rc"
    done
}

stage() {
    begin "$@"
    finish "$1"
}

# tell NAME LOG CODE: counts what the log's last lines say, and shows what failed.
tell() {
    local name=$1 log=$2 rc=$3 line p f s
    read -r p f s < <(count "$log")
    if [ "$rc" -ne 0 ] && [ "$f" -eq 0 ]; then f=1; fi
    PASSED=$((PASSED + p)) FAILED=$((FAILED + f)) SKIPPED=$((SKIPPED + s))
    line="$p passed"
    [ "$f" -eq 0 ] || line="$line, $f FAILED"
    [ "$s" -eq 0 ] || line="$line, $s skipped"
    printf '%-28s %s (%s s)\n' "$name" "$line" "$(cat "$log.took" 2>/dev/null || echo '?')"
    { grep -E '^SKIPPED' "$log" || true; } | cut -c1-160 | sed 's/^/  /'
    if grep -q '^--- second try' "$log" && [ "$f" -eq 0 ]; then
        printf '  only at the second try:\n'
        { sed '/^--- second try/q' "$log" | grep -E '^FAILED|^ *[0-9]+/[0-9]+ .* (FAIL|TIMEOUT) ' || true; } |
            cut -c1-160 | sort -u | sed 's/^/  | /'
    fi
    if [ "$f" -gt 0 ]; then
        FAILURES+=("$name: $log")
        { grep -nE 'not so:|FAILED|ERROR|Error|error:|got "' "$log" || true; } | tail -25 | cut -c1-200
        printf '  the last lines of %s:\n' "$log"
        tail -15 "$log" | cut -c1-200 | sed 's/^/  | /'
    fi
}

# Nothing of a test run outlives it: stages, and whatever has the mark of this run.
export TEST_RUN_OF_SLIPWAY=$$.$RANDOM
end_stages() {
    local pid p found=()
    for pid in "${STAGE_PID[@]}"; do kill -KILL -- "-$pid" 2>/dev/null || true; done
    for p in /proc/[0-9]*; do
        pid=${p#/proc/}
        [ "$pid" = $$ ] || [ "$pid" = "$BASHPID" ] && continue
        { tr '\0' '\n' <"$p/environ" | grep -qx "TEST_RUN_OF_SLIPWAY=$TEST_RUN_OF_SLIPWAY"; } 2>/dev/null || continue
        [ "$(awk '{print $4}' "$p/stat" 2>/dev/null)" = $$ ] && continue # our own tr, grep, awk
        found+=("$pid")
        kill -KILL "$pid" 2>/dev/null || true
    done
    [ ${#found[@]} -eq 0 ] || echo "${#found[@]} processes were left over and are ended now" >&2
}

# "passed failed skipped", from meson's, pytest's or our own closing lines.
count() {
    python3 - "$1" <<'PY'
import re, sys
*tried, text = open(sys.argv[1], errors="replace").read().split("--- second try of what failed ---")
p = f = s = 0
for first in tried:
    p += sum(int(n) for n in re.findall(r"^Ok:\s+(\d+)", first, re.M))
    p += sum(int(n) for n in re.findall(r"^=+ .*?(\d+) passed.* in [\d.]+s.* =+$", first, re.M))
for m in re.finditer(r"^Ok:\s+(\d+)", text, re.M): p += int(m[1])
for m in re.finditer(r"^(?:Fail|Timeout|Unexpected Pass):\s+(\d+)", text, re.M): f += int(m[1])
for m in re.finditer(r"^Skipped:\s+(\d+)", text, re.M): s += int(m[1])
for m in re.finditer(r"^=+ (.*(?:passed|failed|error|skipped).*) in [\d.]+s.* =+$", text, re.M):
    for n, what in re.findall(r"(\d+) (passed|failed|error|errors|skipped)", m[1]):
        if what == "passed": p += int(n)
        elif what == "skipped": s += int(n)
        else: f += int(n)
if not re.search(r"^Ok:\s+\d", text, re.M): # meson shows the lines of tests that failed
    for m in re.finditer(r"^(\d+) passed, (\d+) failed$", text, re.M): p += int(m[1]); f += int(m[2])
print(p, f, s)
PY
}

# --- Python environments of tests and benchmarks: build/envs/<name>, made anew when its list changes ---

env_list() { ls "tests/envs/$1.txt" "bench/peers/$1.txt" 2>/dev/null; }

env_dir() {
    local digest
    digest=$({ python3 --version; cat "$(env_list "$1")"; cat template/requirements.txt; } | sha256sum | cut -c1-12)
    echo "build/envs/$1-$digest"
}

make_env() (
    name=$1 dir=$(env_dir "$1")
    mkdir -p build/envs
    exec 9>"build/envs/lock-$name"
    flock 9
    [ ! -e "$dir/ready" ] || exit 0
    rm -rf build/envs/"$name"-*
    python3 -m venv "$dir"
    # the lists are complete, so nothing is left to resolve; what is imported gets compiled then
    "$dir/bin/python" -m pip install -q --disable-pip-version-check --no-deps --no-compile -r "$(env_list "$name")"
    touch "$dir/ready"
)

make_envs() {
    local env
    for env in boto3-current boto3-1.26 sdk-v3 sdk-v2; do make_env "$env"; done
}

# pytest_in ENV PATHS …: a test that hangs fails after five minutes.
pytest_in() {
    local env cache rc=0
    env=$(env_dir "$1")
    cache=$ROOT/build/cache/$(echo "$*" "${SLIPWAY:-}" | sha256sum | cut -c1-12)
    shift
    pytest_once "$@" || rc=$?
    [ "$rc" -eq 1 ] && few "$(python3 -c 'import json, sys; print(len(json.load(open(sys.argv[1]))))' \
        "$cache/v/cache/lastfailed" 2>/dev/null)" || return "$rc"
    second_try
    pytest_once "$@" --last-failed
}

pytest_once() {
    env -u AWS_PROFILE -u AWS_SESSION_TOKEN "$env/bin/python" -m pytest -q --maxfail=20 --timeout=300 \
        -o cache_dir="$cache" -rfs "$@" | closing_line
    return "${PIPESTATUS[0]}"
}

# On a busy machine a test with a real clock may fail once. A handful that failed run again, alone;
# the log keeps both tries and the summary says so. What fails twice has failed.
few() { [ "${1:-0}" -ge 1 ] && [ "$1" -le 5 ]; }

second_try() { echo "--- second try of what failed ---"; }

# Makes pytest's last line one that `count` knows, however it was called.
closing_line() { sed -uE 's/^([0-9]+ (passed|failed|skipped|error).*) in ([0-9.]+s.*)$/==== \1 in \3 ====/'; }

unit_tests() {
    local rc=0 failed
    meson test -C "$1" --no-rebuild --print-errorlogs -t "${2:-1}" || rc=$?
    [ "$rc" -ne 0 ] || return 0
    mapfile -t failed < <(python3 - "$1/meson-logs/testlog.json" <<'PY'
import json, sys
for line in open(sys.argv[1]):
    test = json.loads(line)
    if test["result"] not in ("OK", "SKIP", "EXPECTEDFAIL"):
        print(test["name"].split(" / ")[-1])
PY
    )
    few "${#failed[@]}" || return "$rc"
    second_try
    meson test -C "$1" --no-rebuild --print-errorlogs -t "${2:-1}" "${failed[@]}"
}

run_check() {
    provide "${BUILD_PACKAGES[@]}" "${TEST_PACKAGES[@]}"
    setup build --buildtype=debugoptimized -Doptimization=2
    local rc=0
    tools/tidy || rc=1
    check_format || rc=1
    check_python || rc=1
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

# That every Python file is one; what no test runs (bench/) would else be found broken late.
check_python() {
    git ls-files '*.py' | xargs python3 -c 'import ast, sys
for name in sys.argv[1:]: ast.parse(open(name).read(), name)'
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
    local found # the tool itself ends with an error where it finds one
    found=$(git ls-files 'src/*.c' | grep -vE '/gen/|/shim/|/helper/' |
        xargs -P 2 -n 8 "$tool" --quiet -p build 2>/dev/null | grep -E 'warning:|error:' || true)
    [ -z "$found" ] || { sort -u <<<"$found"; return 1; }
}

checks_counted() { run_check && echo "1 passed, 0 failed"; }

run_tests() {
    local start=$SECONDS
    provide "${BUILD_PACKAGES[@]}" "${TEST_PACKAGES[@]}" "${POSTGRES_PACKAGES[@]}"
    trap end_stages EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
    [ -n "$QUICK" ] || begin environments make_envs
    build
    stage unit unit_tests build
    stage_postgres
    [ -n "$QUICK" ] || run_long_tests
    stage check checks_counted
    [ ${#FAILURES[@]} -eq 0 ] || printf 'failed: %s\n' "${FAILURES[@]}"
    printf 'took %d min %02d s\n' $(((SECONDS - start) / 60)) $(((SECONDS - start) % 60))
    [ "$SKIPPED" -eq 0 ] || printf '%d skipped\n' "$SKIPPED"
    printf '%d passed, %d failed\n' "$PASSED" "$FAILED"
    [ "$FAILED" -eq 0 ]
}

run_long_tests() {
    finish environments
    begin aws-boto3-current pytest_in boto3-current tests/aws
    begin e2e pytest_in boto3-current tests/e2e --ignore=tests/e2e/sdk
    finish aws-boto3-current e2e
    begin e2e-sdk-v2 pytest_in sdk-v2 tests/e2e/sdk
    begin e2e-sdk-v3 pytest_in sdk-v3 tests/e2e/sdk
    finish e2e-sdk-v2 e2e-sdk-v3
    stage_as_user
    stage template pytest_in sdk-v2 template/tests
    stage demo pytest_in boto3-current tests/demo
    stage simulator simulate build 10000
    stage power-cuts power_cuts build 50000 --broken
    stage clang build_clang
    stage sanitizers sanitized_tests
    begin aws-boto3-1.26-sanitized sanitized_clients
    finish aws-boto3-1.26-sanitized
    stage fault-points build_fault
    begin kills-enumerated kill_tests 'not random'
    begin kills-random kill_tests random
    finish kills-enumerated kills-random
    stage fuzz fuzz_short
}

# simulate BUILD SEEDS: half of them in each of two processes. `sim =SEED` runs a failed one again.
simulate() {
    compile "$1" tests/sim/sim
    printf '%s\n' "1" "$(($2 / 2 + 1))" | xargs -P 2 -I FIRST sh -c \
        "$1/tests/sim/sim $(($2 / 2)) FIRST && echo '1 passed, 0 failed' || echo '0 passed, 1 failed'"
}

# power_cuts BUILD HOW...: so many states; with --broken, whether it would find what it is there for.
power_cuts() {
    compile "$1" tests/sim/power
    local build=$1 how
    shift
    for how; do
        "$build/tests/sim/power" "$how" && echo '1 passed, 0 failed' || echo '0 passed, 1 failed'
    done
}

build_clang() {
    CC=clang setup build-clang --buildtype=debugoptimized && compile build-clang && echo "1 passed, 0 failed"
}

sanitized_tests() {
    setup build-asan --buildtype=debug -Db_sanitize=address,undefined -Db_lundef=false
    compile build-asan
    UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1 unit_tests build-asan 4
    UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1 simulate build-asan 1000
    UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1 power_cuts build-asan 5000
}

# The clients of 2023 against an engine that is built to find its own mistakes.
sanitized_clients() {
    UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1 PATIENCE_S=120 SLIPWAY=$ROOT/build-asan/slipway \
        pytest_in boto3-1.26 tests/aws
}

build_fault() {
    setup build-fault --buildtype=debugoptimized -Dfault_points=true
    compile build-fault && echo "1 passed, 0 failed"
}

kill_tests() { SLIPWAY=$ROOT/build-fault/slipway pytest_in boto3-current tests/crash -k "$1"; }

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

fuzz_names() { ls tests/fuzz/fuzz_*.c | sed -E 's|.*/fuzz_(.*)\.c|\1|'; }

# Every target for some seconds, two at a time, and then what lines they reached.
fuzz_short() {
    fuzz_build
    local name
    export -f fuzz_one
    fuzz_names | xargs -P 2 -I NAME bash -c \
        'fuzz_one NAME "${SECONDS_EACH:-8}" >build-fuzz/NAME.log 2>&1 && echo "1 passed, 0 failed" || { tail -40 build-fuzz/NAME.log; echo "0 passed, 1 failed"; }'
    for name in $(fuzz_names); do
        if tools/fuzz-coverage build-fuzz "$name"; then echo "1 passed, 0 failed"; else echo "0 passed, 1 failed"; fi
    done
}

run_fuzz() {
    provide "${BUILD_PACKAGES[@]}" "${TEST_PACKAGES[@]}"
    fuzz_build
    local name
    for name in ${1:-$(fuzz_names)}; do
        fuzz_one "$name" "${SECONDS_EACH:-600}"
        tools/fuzz-coverage build-fuzz "$name"
    done
}

run_soak() {
    provide "${BUILD_PACKAGES[@]}" "${TEST_PACKAGES[@]}"
    make_env boto3-current
    build_fault
    SLIPWAY=$ROOT/build-fault/slipway SOAK_SECONDS=${SOAK_SECONDS:-3600} pytest_in boto3-current tests/crash
}
