# ./dev bench: figures beside floors of the same run.

run_bench() {
    provide "${BUILD_PACKAGES[@]}" curl
    build
    make_env boto3-current
    compile build "bench/bench_http bench/bench_store"
    "$(env_dir boto3-current)/bin/python" bench/run.py "$@"
    [ $# -gt 0 ] || build/bench/bench_store --dir build
}
