"""What the tests of `slipway gc` share: asking for it, and what must hold in the directory after
it."""

import json
import pathlib
import sqlite3

TABLES = ("executions", "steps", "jobs", "events", "cache_entries", "definitions", "blob_pins")


def gc(engine, *args):
    """The report, its kinds by name: {"executions": (count, bytes), …}."""
    report = json.loads(engine.cli("gc", "--json", *map(str, args)).stdout)
    report["kinds"] = {k["kind"]: (k["count"], k["bytes"]) for k in report["kinds"]}
    return report


def counts(report):
    return {kind: n for kind, (n, _) in report["kinds"].items() if n}


def rows(engine, sql, *values):
    """Read beside the engine, as the last commit has it."""
    db = sqlite3.connect(f"file:{engine.data}/meta.db?mode=ro", uri=True)
    try:
        return db.execute(sql, values).fetchall()
    finally:
        db.close()


def table_sizes(engine):
    return {t: rows(engine, f"SELECT COUNT(*) FROM {t}")[0][0] for t in TABLES}


def job_dirs(engine):
    return {p.name for p in pathlib.Path(engine.data, "jobs").iterdir()}


def blob_bytes(engine):
    """What the disk gives to blobs (spare names are empty files)."""
    objects = pathlib.Path(engine.data, "objects")
    return sum(p.stat().st_blocks * 512 for p in objects.glob("??/*"))


def check_references(engine):
    """No row names what is not there; jobs that have a row and ended have their directory's log."""
    for what, sql in {
        "a step without its execution": "SELECT execution, name FROM steps WHERE execution NOT IN "
        "(SELECT seq FROM executions)",
        "a job without its execution": "SELECT name FROM jobs WHERE execution IS NOT NULL AND "
        "execution NOT IN (SELECT seq FROM executions)",
        "an execution without steps": "SELECT arn FROM executions WHERE status = 'Succeeded' AND "
        "seq NOT IN (SELECT execution FROM steps)",
        "a cache entry without its execution": "SELECT step FROM cache_entries WHERE execution NOT "
        "IN (SELECT seq FROM executions)",
        "an execution without its definition": "SELECT arn FROM executions WHERE definition NOT IN "
        "(SELECT hash FROM definitions)",
        "a version without its definition": "SELECT pipeline FROM pipeline_versions WHERE "
        "definition NOT IN (SELECT hash FROM definitions)",
        "pins without their job": "SELECT owner FROM blob_pins WHERE owner NOT IN "
        "(SELECT id FROM jobs)",
    }.items():
        assert not rows(engine, sql), what
    jobs = {arn for (arn,) in rows(engine, "SELECT arn FROM jobs")}
    for execution, name, metadata in rows(
        engine, "SELECT execution, name, metadata FROM steps WHERE metadata IS NOT NULL"
    ):
        for kind in ("ProcessingJob", "TrainingJob"):
            arn = json.loads(metadata).get(kind, {}).get("Arn")
            assert arn is None or arn in jobs, (execution, name, arn)
    for table in ("objects", "upload_parts", "blob_pins"):
        for (blob,) in rows(engine, f"SELECT blob FROM {table} WHERE blob IS NOT NULL"):
            assert pathlib.Path(engine.data, "objects", blob).exists(), (table, blob)
    for (ident,) in rows(engine, "SELECT id FROM jobs WHERE state = 'Completed'"):
        assert pathlib.Path(engine.data, "jobs", ident, "exit.json").exists(), ident
