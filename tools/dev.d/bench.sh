# ./dev bench: figures beside floors of the same run. ./dev bench peers [TOOL …]: tools of its kind.

run_bench() {
    provide "${BUILD_PACKAGES[@]}" curl
    build
    make_env boto3-current
    [ "${1:-}" != peers ] || { shift; bench_peers "$@"; return; }
    compile build "bench/bench_http bench/bench_store"
    "$(env_dir boto3-current)/bin/python" bench/run.py "$@"
    [ $# -gt 0 ] || build/bench/bench_store --dir build
}

# Each of them in an environment of its own, with the versions that stand in bench/peers/TOOL.txt.
bench_peers() {
    local peer args=()
    [ $# -gt 0 ] || set -- luigi snakemake prefect dagster metaflow airflow
    for peer in "$@"; do
        [ -e "bench/peers/$peer.txt" ] || die "there is no bench/peers/$peer.txt"
        make_env "$peer"
        args+=("$peer=$(env_dir "$peer")")
    done
    "$(env_dir boto3-current)/bin/python" bench/peers/compare.py "${args[@]}"
}
