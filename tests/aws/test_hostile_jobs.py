"""Jobs that do harm: to the disk, the process table, the log, the user, other jobs, their inputs.

Each fails (or not) by itself; the engine goes on, and nothing of others is lost."""

import glob
import io
import json
import os
import pathlib
import stat
import tarfile
import time

import pytest
from support import PROCESSING_LOGS as LOGS
from support import (
    BUCKET,
    done_processing,
    done_training,
    keys_of,
    log_lines,
    map_image,
    name,
    processing,
    python,
    run_processing,
    run_training,
    shell,
    text_of,
    training,
    until,
    until_said,
)


def alive(sagemaker):
    """The engine runs another job."""
    assert run_processing(sagemaker, ["/bin/true"])["ProcessingJobStatus"] == "Completed"


# --- what a job may see ---


def test_the_users_home_is_not_there(sagemaker, engine, tmp_path):
    home = os.path.expanduser("~")
    marker = pathlib.Path(home) / f".slipway-test-{os.getpid()}"
    marker.write_text("secret")
    try:
        code = (
            "import os, sys\n"
            f"seen = [p for p in ({str(marker)!r}, {home!r} + '/.aws', '/etc/shadow', {str(tmp_path)!r})\n"
            "        if os.path.exists(p)]\n"
            # of the data directory nothing but the certificates that clients trust
            f"seen += [f for _, _, fs in os.walk({engine.data!r}) for f in fs if f != 'ca-bundle.pem']\n"
            "here = os.path.expanduser('~')\n"
            f"assert here != {home!r} or not os.listdir(here), here\n"
            "print(seen); sys.exit(9 if seen else 0)\n"
        )
        got = run_processing(sagemaker, python(code))
        assert got["ProcessingJobStatus"] == "Completed", log_of(engine, got)
    finally:
        marker.unlink()


def log_of(engine, job):
    return log_lines(engine.client("logs"), LOGS, job["ProcessingJobName"])


def test_a_home_of_ones_own_is_writable(sagemaker, engine):
    got = run_processing(
        sagemaker,
        python(
            "import os, tempfile\n"
            "open(os.path.expanduser('~/x'), 'w').write('1')\n"
            "tempfile.NamedTemporaryFile().write(b'1')\n"
            "open('/opt/ml/x', 'w').write('1')\n"
        ),
    )
    assert got["ProcessingJobStatus"] == "Completed", log_of(engine, got)


def test_other_jobs_are_not_there(sagemaker, engine, s3):
    at = name("spy")
    request = processing(
        shell(
            "echo mine > /opt/ml/processing/out/secret; echo mine > /tmp/secret; echo ready; exec sleep 30"
        ),
        outputs=[("/opt/ml/processing/out", f"s3://{BUCKET}/{at}")],
        Environment={"SECRET": "mine-alone"},
    )
    job = request["ProcessingJobName"]
    sagemaker.create_processing_job(**request)
    until_said(engine.client("logs"), LOGS, job, "ready")
    spy = run_processing(
        sagemaker,
        python(
            "import os, sys\n"
            "if os.path.exists('/tmp/secret'): sys.exit(3)\n"
            f"if any('{job}' in (root + str(dirs)) for root, dirs, _ in os.walk('/opt')): sys.exit(4)\n"
            "me = os.getpid()\n"
            "for p in os.listdir('/proc'):\n"
            "    if not p.isdigit(): continue\n"
            "    try:\n"
            "        if b'mine-alone' in open(f'/proc/{p}/environ', 'rb').read(): sys.exit(5)\n"
            "        if int(p) not in (1, me) and b'sleep' in open(f'/proc/{p}/cmdline', 'rb').read(): sys.exit(6)\n"
            "        for fd in os.listdir(f'/proc/{p}/fd'): os.readlink(f'/proc/{p}/fd/{fd}')\n"
            "        if os.path.exists(f'/proc/{p}/root/"
            + engine.data.lstrip("/")
            + "/meta.db'): sys.exit(7)\n"
            "    except (PermissionError, FileNotFoundError): pass\n"
            "for p in range(2, 400):\n"
            "    if p != me:\n"
            "        try: os.kill(p, 0)\n"
            "        except (ProcessLookupError, PermissionError): continue\n"
        ),
    )
    assert spy["ProcessingJobStatus"] == "Completed", (spy, log_of(engine, spy))
    sagemaker.stop_processing_job(ProcessingJobName=job)
    done_processing(sagemaker, job)


def test_no_way_to_mount_or_trace(sagemaker, engine):
    got = run_processing(
        sagemaker,
        python(
            "import ctypes, os, sys\n"
            "libc = ctypes.CDLL(None, use_errno=True)\n"
            "if libc.mount(b'none', b'/tmp', b'tmpfs', 0, None) == 0: sys.exit(3)\n"
            "if libc.mount(b'/', b'/tmp', None, 4096, None) == 0: sys.exit(4)\n"
            "try: os.mknod('/tmp/sda', 0o60600, os.makedev(8, 0)); sys.exit(5)\n"
            "except OSError: pass\n"
            "for path in ('/proc/sys/kernel/core_pattern', '/proc/sysrq-trigger', '/usr/bin/env'):\n"
            "    try: open(path, 'r+b').close(); sys.exit(6)\n"
            "    except OSError: pass\n"
            "caps = [l for l in open('/proc/self/status') if l.startswith('CapEff')][0].split()[1]\n"
            "if int(caps, 16): sys.exit(7)\n"
            # its own copy, if it can write there at all
            "try: open('/etc/passwd', 'a').write('evil::0:0::/:/bin/sh\\n')\n"
            "except OSError: pass\n"
        ),
    )
    assert "evil" not in pathlib.Path("/etc/passwd").read_text()
    assert got["ProcessingJobStatus"] == "Completed", (got, log_of(engine, got))


def test_an_input_can_be_changed_but_never_its_object(sagemaker, engine, s3):
    at = name("blob")
    big, small = os.urandom(200_000), b"small"
    s3.put_object(Bucket=BUCKET, Key=f"{at}/in/big", Body=big)
    s3.put_object(Bucket=BUCKET, Key=f"{at}/in/small", Body=small)
    got = run_processing(
        sagemaker,
        python(
            "import os\n"
            "os.chdir('/opt/ml/processing/in')\n"
            "for f in ('big', 'small'):\n"
            "    os.chmod(f, 0o600)\n"
            "    with open(f, 'r+b') as h: h.write(b'XXXX')\n"
            "    with open(f, 'ab') as h: h.write(b'YYYY')\n"
            "    os.utime(f, (1, 1))\n"
            "os.rename('small', 'moved'); os.unlink('big')\n"
            "open('big', 'wb').write(b'new')\n"
        ),
        inputs=[(f"s3://{BUCKET}/{at}/in/", "/opt/ml/processing/in")],
        outputs=[("/opt/ml/processing/in", f"s3://{BUCKET}/{at}/out")],
    )
    assert got["ProcessingJobStatus"] == "Completed", (got, log_of(engine, got))
    assert s3.get_object(Bucket=BUCKET, Key=f"{at}/in/big")["Body"].read() == big
    assert s3.get_object(Bucket=BUCKET, Key=f"{at}/in/small")["Body"].read() == small
    assert keys_of(s3, f"{at}/out/") == [f"{at}/out/big", f"{at}/out/moved"]
    assert text_of(s3, f"{at}/out/moved") == "XXXXlYYYY"
    # the blob's file itself, too
    for path in pathlib.Path(engine.data, "objects").rglob("*"):
        if path.is_file() and path.stat().st_size == len(big):
            assert path.read_bytes()[:4] != b"XXXX"
            assert stat.S_IMODE(path.stat().st_mode) == 0o644 or path.name.startswith(".")


# --- what it writes ---


def test_binary_output(sagemaker, logs):
    got = run_processing(
        sagemaker,
        python(
            "import os, sys\n"
            "sys.stdout.buffer.write(bytes(range(256)) * 50 + b'\\n' + b'\\xff' * 100 + b'\\nend\\n')\n"
        ),
    )
    assert got["ProcessingJobStatus"] == "Completed"
    lines = log_lines(logs, LOGS, got["ProcessingJobName"])
    assert lines[-1] == "end" and "�" in lines[-2]


def test_one_endless_line(sagemaker, logs):
    got = run_processing(sagemaker, shell("head -c 3000000 /dev/zero | tr '\\0' x; echo; echo end"))
    assert got["ProcessingJobStatus"] == "Completed"
    lines = log_lines(logs, LOGS, got["ProcessingJobName"])
    assert lines[-1] == "end" and max(map(len, lines)) <= 256 * 1024
    assert sum(map(len, lines)) == 3000003


def test_output_without_a_last_newline(sagemaker, logs):
    got = run_processing(sagemaker, shell("printf 'one\\ntwo'"))
    assert log_lines(logs, LOGS, got["ProcessingJobName"]) == ["one", "two"]


def test_a_log_without_end_is_cut_and_drained(fresh_engine):
    e = fresh_engine(env={"SLIPWAY_LOG_MAX": "1 MiB"})
    map_image(e)
    sagemaker, logs = e.client("sagemaker"), e.client("logs")
    got = run_processing(
        sagemaker, shell("yes 'a line of some words' | head -c 30000000; echo over")
    )
    assert got["ProcessingJobStatus"] == "Completed"
    lines = log_lines(logs, LOGS, got["ProcessingJobName"])
    size = sum(len(line) + 1 for line in lines)
    assert size < 1_300_000
    assert any("dropped" in line for line in lines), (lines[:2], lines[-3:])
    folder = sum(p.stat().st_size for p in pathlib.Path(e.data, "jobs").rglob("*") if p.is_file())
    assert folder < 4_000_000


# --- what it leaves behind ---


def test_children_do_not_outlive_their_job(sagemaker):
    word = name("orphan")
    got = run_processing(
        sagemaker,
        python(
            "import os, subprocess, sys\n"
            f"subprocess.Popen([sys.executable, '-c', 'import os,time; os.setsid(); time.sleep(300)', '{word}'],\n"
            "                 start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)\n"
            f"subprocess.Popen([sys.executable, '-c', 'import signal,time; signal.signal(15, signal.SIG_IGN); time.sleep(300)', '{word}'])\n"
            "print('parent ends', flush=True)\n"
        ),
    )
    assert got["ProcessingJobStatus"] == "Completed"

    def left():
        found = []
        for p in pathlib.Path("/proc").iterdir():
            if p.name.isdigit():
                try:
                    if word.encode() in (p / "cmdline").read_bytes():
                        found.append(p.name)
                except OSError:
                    pass
        return found

    until(lambda: not left(), "the end of the job's children", 10)


def test_sigterm_ignored_ends_with_sigkill(fresh_engine):
    e = fresh_engine(env={"SLIPWAY_STOP_GRACE": "1s"})
    map_image(e)
    sagemaker = e.client("sagemaker")
    request = processing(shell("trap '' TERM; echo ready; while :; do sleep 0.1; done"))
    job = request["ProcessingJobName"]
    sagemaker.create_processing_job(**request)
    until_said(e.client("logs"), LOGS, job, "ready")
    sagemaker.stop_processing_job(ProcessingJobName=job)
    assert done_processing(sagemaker, job, 20)["ProcessingJobStatus"] == "Stopped"


def test_forks_without_end(sagemaker):
    """Bounded by the job's limits where the machine delegates them, by its time otherwise."""
    code = (
        "import os, time\n"
        "n = 0\n"
        "while n < 2000:\n"
        "    try:\n"
        "        if os.fork() == 0:\n"
        "            time.sleep(60); os._exit(0)\n"
        "        n += 1\n"
        "    except OSError:\n"
        "        break\n"
        "time.sleep(60)\n"
    )
    request = processing(python(code), StoppingCondition={"MaxRuntimeInSeconds": 4})
    sagemaker.create_processing_job(**request)
    time.sleep(1.5)
    assert sagemaker.list_pipelines(MaxResults=1)  # the engine answers meanwhile
    got = done_processing(sagemaker, request["ProcessingJobName"])
    assert got["ProcessingJobStatus"] in ("Stopped", "Failed")
    alive(sagemaker)


def test_more_memory_than_a_job_may_use(fresh_engine):
    e = fresh_engine(args=["--job-memory", "100 MiB"])
    checks = json.loads(e.cli("doctor", "--json", check=False).stdout)
    if {c["Check"]: c["Verdict"] for c in checks}["limits"] != "ok":
        pytest.skip("the machine delegates no cgroups")
    map_image(e)
    sagemaker = e.client("sagemaker")
    got = run_processing(sagemaker, python("x = bytearray(300 << 20); print(len(x))"))
    assert got["ProcessingJobStatus"] == "Failed"
    assert "Please use an instance type with more memory" in got["FailureReason"]
    got = run_processing(sagemaker, python("x = bytearray(30 << 20); print(len(x))"))
    assert got["ProcessingJobStatus"] == "Completed"


def test_an_output_folder_full_of_traps(sagemaker, engine, s3):
    """Links, FIFOs, sockets and odd names: regular files are collected, nothing else is followed."""
    at = name("traps")
    got = run_processing(
        sagemaker,
        python(
            "import os, socket\n"
            "os.chdir('/opt/ml/processing/out')\n"
            "os.symlink('/etc/passwd', 'passwd'); os.symlink('..', 'up'); os.symlink('loop', 'loop')\n"
            "os.mkfifo('fifo'); s = socket.socket(socket.AF_UNIX); s.bind('sock')\n"
            "open('plain', 'w').write('plain'); open('with space+plus%41', 'w').write('odd')\n"
            "open('\\u00fcml\\u00e4ut', 'w').write('odd'); open('none', 'w').close()\n"
            "os.makedirs('a/b/c'); open('a/b/c/deep', 'w').write('d'); os.link('plain', 'hard')\n"
            "f = open('sparse', 'wb'); f.truncate(1 << 20); f.close()\n"
        ),
        outputs=[("/opt/ml/processing/out", f"s3://{BUCKET}/{at}")],
    )
    assert got["ProcessingJobStatus"] == "Completed", (got, log_of(engine, got))
    found = {k.removeprefix(f"{at}/") for k in keys_of(s3, f"{at}/")}
    assert found == {
        "plain",
        "with space+plus%41",
        "ümläut",
        "none",
        "a/b/c/deep",
        "hard",
        "sparse",
    }
    assert text_of(s3, f"{at}/with space+plus%41") == "odd"


@pytest.mark.parametrize("name_len,levels", [(50, 2000), (1, 300)])
def test_outputs_too_deep_to_be_collected(sagemaker, engine, name_len, levels):
    got = run_processing(
        sagemaker,
        python(
            "import os\n"
            "os.chdir('/opt/ml/processing/out')\n"
            f"for i in range({levels}): os.mkdir('d' * {name_len}); os.chdir('d' * {name_len})\n"
            "open('x', 'w').close()\n"
        ),
        outputs=[("/opt/ml/processing/out", f"s3://{BUCKET}/{name('deep')}")],
    )
    assert got["ProcessingJobStatus"] == "Failed"
    assert got["FailureReason"].startswith("ClientError: Failed to upload output: ")
    swept = f"{engine.data}/jobs/*/upper"
    until(lambda: not glob.glob(swept), "the job's files to be removed")


@pytest.mark.parametrize(
    "way",
    [
        "rm -rf /opt/ml && ln -s {host} /opt/ml",
        "mv /opt/ml /opt/old && ln -s {host} /opt/ml",
        "mkdir /new && ln -s {host} /new/ml && mv /opt /old && ln -s {host}/.. /opt",
        "rm -rf /opt/ml/processing && ln -s {host}/processing /opt/ml/processing",
    ],
)
def test_nothing_of_the_host_comes_out_by_a_link_above_the_outputs(sagemaker, s3, tmp_path, way):
    at = name("above")
    host = tmp_path / "ml"
    (host / "processing/out").mkdir(parents=True)
    (host / "processing/out/key").write_text("secret")
    got = run_processing(
        sagemaker,
        shell(way.format(host=host)),
        outputs=[("/opt/ml/processing/out", f"s3://{BUCKET}/{at}")],
    )
    assert got["ProcessingJobStatus"] == "Completed"
    assert keys_of(s3, f"{at}/") == []


def test_a_file_name_that_is_no_utf8(sagemaker, s3):
    at = name("bytes")
    got = run_processing(
        sagemaker,
        python(
            "open(b'/opt/ml/processing/out/\\xff\\xfe', 'w').close(); open('/opt/ml/processing/out/ok', 'w').close()"
        ),
        outputs=[("/opt/ml/processing/out", f"s3://{BUCKET}/{at}")],
    )
    assert got["ProcessingJobStatus"] in ("Completed", "Failed")
    if got["ProcessingJobStatus"] == "Failed":
        assert got["FailureReason"]


# --- source_dir ---


def tar_of(*members):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as tar:
        for info, data in members:
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
    return out.getvalue()


def member(path, kind=tarfile.REGTYPE, link="", mode=0o644):
    info = tarfile.TarInfo(path)
    info.type, info.linkname, info.mode = kind, link, mode
    return info


TARS = {
    "a path with dots": lambda: tar_of((member("../../evil"), b"x"), (member("train.py"), b"pass")),
    "an absolute path": lambda: tar_of((member("/tmp/evil"), b"x"), (member("train.py"), b"pass")),
    "a link out": lambda: tar_of(
        (member("out", tarfile.SYMTYPE, "/etc"), b""), (member("out/evil"), b"x")
    ),
    "a hard link out": lambda: tar_of((member("h", tarfile.LNKTYPE, "/etc/passwd"), b"")),
    "a device": lambda: tar_of((member("null", tarfile.CHRTYPE), b"")),
    "no tar": lambda: b"not a tar at all",
    "cut short": lambda: tar_of((member("train.py"), b"pass" * 5000))[:60],
    "empty": lambda: b"",
}


@pytest.mark.parametrize("what", TARS)
def test_hostile_tars(sagemaker, s3, engine, what):
    at = name("tar")
    before = sorted(os.listdir("/tmp"))
    s3.put_object(Bucket=BUCKET, Key=f"{at}/sourcedir.tar.gz", Body=TARS[what]())
    got = run_training(
        sagemaker,
        hyperparameters={
            "sagemaker_program": '"train.py"',
            "sagemaker_submit_directory": f'"s3://{BUCKET}/{at}/sourcedir.tar.gz"',
        },
    )
    assert got["TrainingJobStatus"] == "Failed", got
    assert got["FailureReason"]
    assert not os.path.exists("/tmp/evil") and not os.path.exists("/etc/evil")
    assert not [f for f in set(os.listdir("/tmp")) - set(before) if "evil" in f]
    alive(sagemaker)


@pytest.mark.parametrize("link", ["{host}", "reqs.txt"])
def test_requirements_that_are_a_link(sagemaker, s3, tmp_path, link):
    """Out of the source: refused. Within: as no link of the source is, no part of the job's code."""
    at = name("tar")
    host = tmp_path / "host.txt"
    host.write_text("of-the-host-that-is-nowhere==1\n")
    body = tar_of(
        (member("train.py"), b"import os, sys; sys.exit(os.path.exists('requirements.txt'))"),
        (member("reqs.txt"), b"no-such-package-anywhere==1\n"),
        (member("requirements.txt", tarfile.SYMTYPE, link.format(host=host)), b""),
    )
    s3.put_object(Bucket=BUCKET, Key=f"{at}/s.tar.gz", Body=body)
    got = run_training(
        sagemaker,
        hyperparameters={
            "sagemaker_program": '"train.py"',
            "sagemaker_submit_directory": f'"s3://{BUCKET}/{at}/s.tar.gz"',
        },
    )
    if link == "reqs.txt":
        assert got["TrainingJobStatus"] == "Completed", got["FailureReason"]
    else:
        assert got["TrainingJobStatus"] == "Failed"
        assert '"requirements.txt": a link out of the archive' in got["FailureReason"]


def test_a_program_outside_of_the_source(sagemaker, s3):
    at = name("tar")
    s3.put_object(Bucket=BUCKET, Key=f"{at}/s.tar.gz", Body=tar_of((member("train.py"), b"pass")))
    for program in (
        "../../../../bin/true",
        "/bin/true",
        "missing.py",
        "",
        "train.py; touch /tmp/evil",
    ):
        request = training(
            hyperparameters={
                "sagemaker_program": f'"{program}"',
                "sagemaker_submit_directory": f'"s3://{BUCKET}/{at}/s.tar.gz"',
            }
        )
        try:
            sagemaker.create_training_job(**request)
        except sagemaker.exceptions.ClientError as e:
            assert e.response["ResponseMetadata"]["HTTPStatusCode"] == 400
            continue
        got = done_training(sagemaker, request["TrainingJobName"])
        assert got["TrainingJobStatus"] == "Failed" and got["FailureReason"], program


# --- the disk ---


def test_a_job_that_fills_the_disk(small_disk, fresh_engine):
    """On a file system of 300 MiB of its own: the job ends, what is acknowledged stays."""
    where = small_disk(300)
    e = fresh_engine(data=str(where / "data"), env={"SLIPWAY_DISK_RESERVE": "60 MiB"})
    map_image(e)
    sagemaker, s3 = e.client("sagemaker"), e.client("s3")
    s3.put_object(Bucket=BUCKET, Key="kept", Body=b"k" * 100_000)
    got = run_processing(
        sagemaker,
        python(
            "with open('/opt/ml/processing/out/fill', 'wb') as f:\n"
            "    while True: f.write(bytes(1 << 20)); f.flush()\n"
        ),
        outputs=[("/opt/ml/processing/out", f"s3://{BUCKET}/fill")],
    )
    assert got["ProcessingJobStatus"] in ("Failed", "Stopped"), got
    assert s3.get_object(Bucket=BUCKET, Key="kept")["Body"].read() == b"k" * 100_000
    s3.put_object(Bucket=BUCKET, Key="after", Body=b"a")
    assert keys_of(s3, "fill") == []
    alive(sagemaker)
    e.kill()
    e.start()
    assert sorted(keys_of(e.client("s3"), "")) == ["after", "kept"]
