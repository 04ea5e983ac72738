#!/bin/sh
# Runs a test program as an ordinary user without a home, when started by root; else as it is.
set -eu
[ "$(id -u)" = 0 ] || exec "$@"
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
chmod 755 "$dir"
cp "$1" "$dir/$(basename "$1")"
program=$dir/$(basename "$1")
shift
HOME=/nonexistent setpriv --reuid 65534 --regid 65534 --clear-groups "$program" "$@"
