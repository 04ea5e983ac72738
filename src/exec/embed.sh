#!/bin/sh
# Writes an assembler file that carries files as bytes: embed.sh OUT NAME=FILE...
# For each: embed_NAME, embed_NAME_end and embed_NAME_hash (a C string that changes with
# the content).
set -eu
out=$1
shift
{
    echo '.section .rodata'
    for pair in "$@"; do
        name=${pair%%=*} file=${pair#*=}
        hash=$(sha256sum "$file" | cut -c1-12)
        printf '.global embed_%s\n.global embed_%s_end\n.global embed_%s_hash\n' \
            "$name" "$name" "$name"
        printf '.balign 16\nembed_%s:\n.incbin "%s"\nembed_%s_end:\n.byte 0\n' \
            "$name" "$(realpath "$file")" "$name"
        printf 'embed_%s_hash:\n.asciz "%s"\n' "$name" "$hash"
    done
    echo '.section .note.GNU-stack,"",%progbits'
} >"$out"
