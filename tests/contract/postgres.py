#!/usr/bin/env python3
"""PREPAREs every SQL statement of the C sources on PostgreSQL.

Queries are written once, in the subset that SQLite and PostgreSQL share; this is what keeps them in
it until the second driver exists. The statements are read from the sources: those that are passed
to a function of store/db.h (or batch_sql), and every other literal that is SQL, which is how
statements that stand in tables are found. A server of its own runs in a temporary directory, on a
Unix socket, as an ordinary user.

What a driver for PostgreSQL has to do, and this test does in its stead:
  schema      STRICT and WITHOUT ROWID dropped, BLOB -> BYTEA, REAL -> DOUBLE PRECISION, INTEGER ->
              BIGINT, INTEGER PRIMARY KEY -> an identity (SQLite numbers such rows by itself)
  database    UTF-8 with the collation C: keys compare bytewise
  parameters  i is bigint, r double precision, t text, b bytea

    tests/contract/postgres.py [--list]

Called by ./dev test."""

import argparse
import collections
import glob
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
NOBODY = 65534  # initdb wants a user that has a name, and refuses to be root

# Which argument is the statement; the one behind it is the format of the parameters, if any.
CALLS = {
    "db_query": (3, True),
    "db_run": (3, True),
    "db_get_int": (3, True),
    "db_get_text": (4, True),
    "batch_sql": (1, True),
    "db_run_values": (3, False),
    "db_script": (1, False),
}

# Arguments that neither are literals nor name a variable with literals: the table that holds their
# statements, None where other calls have told them.
ELSEWHERE = {
    ("src/engine/core.c", "s->sql"): None,  # what batch_sql recorded
    ("src/store/migrate.c", "m->migrations[n]"): None,  # the schemas of the modules
    ("src/engine/job_describe.c", "list_sql(f)"): "orders",
    ("src/engine/search.c", "s->kind->keys"): "kinds",
}

# The driver of SQLite speaks to SQLite.
NOT_READ = ("src/store/db.c", "src/store/db_sqlite.c", "src/store/vfs.c")

# SQLite's own: a driver does without, or does the like when it opens a connection.
OF_SQLITE = re.compile(r"PRAGMA ")
# Both have it, but it cannot be prepared: it is run, in this order.
TRANSACTION = ("BEGIN", "SAVEPOINT closure", "ROLLBACK TO SAVEPOINT closure",
               "RELEASE SAVEPOINT closure", "COMMIT", "ROLLBACK")  # fmt: skip

SQL = re.compile(
    r"\s*(SELECT\s|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|REPLACE\s+INTO\s"
    r"|WITH\s+(RECURSIVE\s+)?\w+\s*(\(|AS)|(CREATE|DROP|ALTER)\s+(UNIQUE\s+)?(TABLE|INDEX|VIEW|TRIGGER)\s"
    r"|PRAGMA\s|(BEGIN|COMMIT)\s*(;|$)|BEGIN\s+(IMMEDIATE|EXCLUSIVE)|ROLLBACK\b|SAVEPOINT\s|RELEASE\s|VACUUM|ANALYZE)"
)
# Words that both take and mean differently, with the reason.
OTHER_MEANING = (
    (
        r"(?<!LOWER)\([^()]*\bLIKE\b|\bLIKE (?!LOWER\()",
        "LIKE tells capitals from small letters only there",
    ),
    (r"\bLIMIT -", "no limit is an error there"),
    (r"\bMAX\([^()]*,|\bMIN\([^()]*,", "of several values it is an aggregate there"),
)
DDL = re.compile(r"(CREATE|DROP|ALTER)\s")
TYPES = {"i": "bigint", "r": "double precision", "b": "bytea", "t": "text"}

Statement = collections.namedtuple("Statement", "file line sql letters")  # letters: None, unknown
Token = collections.namedtuple("Token", "kind text line")


class Fault(Exception):
    pass


# --- reading the sources ---

TOKEN = re.compile(
    r"""(?P<mark>^\#\ (?P<line>\d+)\ "(?P<file>[^"]*)"[^\n]*\n)|(?P<pragma>^\#[^\n]*\n)
    |(?P<string>"(?:\\.|[^"\\\n])*")|(?P<char>'(?:\\.|[^'\\\n])*')
    |(?P<word>[A-Za-z_]\w*)|(?P<number>\.?\d[\w.]*)|(?P<newline>\n)|(?P<space>[^\S\n]+)
    |(?P<punct>->|\+\+|--|\S)""",
    re.M | re.X,
)
ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "'": "'", "r": "\r", "0": "\0"}


def unquote(literal):
    """The text of a C string literal; one with escapes that no statement has is left as it is."""
    return re.sub(r"\\(.)", lambda m: ESCAPES.get(m[1], m[0]), literal[1:-1])


def tokens_of(path):
    """The file's own tokens after the preprocessor, adjacent literals joined."""
    done = subprocess.run(
        [os.environ.get("CC", "cc"), "-E", "-std=gnu17", "-D_GNU_SOURCE", "-I", "src", path],
        cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip
    if done.returncode != 0:
        raise Fault(f"{path}: the preprocessor says: {done.stderr.strip()}")
    found, here, line = [], False, 0
    for m in TOKEN.finditer(done.stdout):
        kind = m.lastgroup if m.lastgroup not in ("line", "file") else "mark"
        if kind == "mark":
            here, line = m["file"] == path, int(m["line"])
        elif kind == "newline":
            line += 1
        elif here and kind == "string" and found and found[-1].kind == "string":
            found[-1] = found[-1]._replace(text=found[-1].text + unquote(m[0]))
        elif here and kind not in ("space", "pragma"):
            found.append(Token(kind, unquote(m[0]) if kind == "string" else m[0], line))
    return found


def arguments(tokens, at):
    """The arguments of the call whose "(" is at `at`, each a list of tokens."""
    args, depth = [[]], 0
    for t in tokens[at + 1 :]:
        if t.kind == "punct" and t.text in ")]}":
            if depth == 0:
                return args
            depth -= 1
        if t.kind == "punct" and t.text == "," and depth == 0:
            args.append([])
            continue
        if t.kind == "punct" and t.text in "([{":
            depth += 1
        args[-1].append(t)
    raise Fault("a call without an end")


def spell(arg):
    return "".join(t.text if t.kind != "string" else f'"{t.text}"' for t in arg)


def is_declaration(args):
    return spell(args[0]).startswith("struct")


def statements_of(path, faults):
    """Statements of a file; an argument whose statement cannot be told is a fault."""
    tokens = tokens_of(path)
    found, taken = [], set()

    for i, t in enumerate(tokens[:-1]):
        if t.kind != "word" or t.text not in CALLS or tokens[i + 1].text != "(":
            continue
        which, has_format = CALLS[t.text]
        args = arguments(tokens, i + 1)
        if is_declaration(args):
            continue
        letters = None
        if has_format and len(args) > which + 1 and [a.kind for a in args[which + 1]] == ["string"]:
            letters = args[which + 1][0].text
        literals = [a for a in args[which] if a.kind == "string"]
        for a in literals:
            taken.add(id(a))
            found.append(Statement(path, a.line, a.text, letters))
        if not literals:
            try:
                found += by_name(path, tokens, i, spell(args[which]), letters, taken)
            except Fault as fault:
                faults.append(str(fault))
    found += [
        Statement(path, t.line, t.text, None)
        for t in tokens
        if t.kind == "string" and id(t) not in taken and SQL.match(t.text)
    ]
    return found


def by_name(path, tokens, call, spelled, letters, taken):
    """Statements of an argument that is no literal: `sql`, `sql[1][up]`, `counts[i].sql`. Its first
    name is that of a variable: of the same function, else of the file."""
    name = ELSEWHERE.get((path, spelled), re.match(r"\w*", spelled)[0])
    if name is None:
        return []
    depth, begin = 0, 0
    for i, t in enumerate(tokens[:call]):
        if t.kind == "punct" and t.text in "{}":
            depth += 1 if t.text == "{" else -1
            if depth == 0:
                begin = i
    row = re.match(r"\w+\[(\d+)\]", spelled)
    row = row and int(row[1])
    within = assigned(tokens[begin:call], name, row)
    sql = within or assigned(tokens[:begin], name, row)
    if not sql:
        line = tokens[call].line
        raise Fault(f"{path}:{line}: which statement is `{spelled}`? (see ELSEWHERE in this test)")
    taken.update(id(t) for t in sql)
    return [Statement(path, t.line, t.text, letters) for t in sql]


def assigned(tokens, name, row):
    """The SQL among the literals that are assigned to a variable, or initialise it; of a table in
    two dimensions those of one row."""
    found = []
    for i, t in enumerate(tokens):
        if t.kind != "word" or t.text != name or (i and tokens[i - 1].text in (".", "->")):
            continue
        at = i + 1
        while tokens[at].text in ("[", "]") or tokens[at].kind in ("word", "number"):
            at += 1
        if tokens[at].text != "=" or tokens[at + 1].text == "=":
            continue
        end = next(n for n in range(at, len(tokens)) if tokens[n][:2] == ("punct", ";"))
        value = tokens[at + 1 : end]
        if row is not None and value[1].text == "{":
            value = arguments(value, 0)[row]
        found += [b for b in value if b.kind == "string" and SQL.match(b.text)]
    return found


def pieces(sql):
    """The statements of a script."""
    found = re.findall(r"(?:'(?:[^']|'')*'|[^;'])+", sql)
    return [
        " ".join(p.split()) if "'" not in p else p.replace("\n", " ").strip()
        for p in found
        if p.strip()
    ]


def collect(paths):
    found, faults = [], []
    for path in paths:
        for s in statements_of(path, faults):
            found += [s._replace(sql=p) for p in pieces(s.sql)]
    seen = {}
    for s in found:  # the same text may stand in several places, with the same meaning
        seen.setdefault((s.sql, s.letters), s)
    return list(seen.values()), faults


# --- the server ---


def find_tools():
    """The directory of initdb and postgres: the newest that is installed."""
    dirs = sorted(
        glob.glob("/usr/lib/postgresql/*/bin"), key=lambda d: int(re.search(r"/(\d+)/", d)[1])
    )
    return next((d for d in reversed(dirs) if os.path.exists(d + "/initdb")), None)


class Server:
    """A private server; gone with its directory when the block ends."""

    def __init__(self, tools):
        self.tools = tools
        self.process = None

    def as_user(self, *argv):
        if os.geteuid() != 0:
            return list(argv)
        return ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", *argv]

    def __enter__(self):
        self.dir = tempfile.mkdtemp(prefix="slipway-pg-", dir="/tmp")  # a socket's path is short
        if os.geteuid() == 0:
            os.chown(self.dir, NOBODY, NOBODY)
        self.env = {"PATH": os.environ["PATH"], "LC_ALL": "C", "HOME": self.dir}
        data = self.dir + "/data"
        subprocess.run(
            self.as_user(f"{self.tools}/initdb", "-D", data, "-U", "slipway", "-A", "trust",
                         "-E", "UTF8", "--locale=C", "--no-sync"),
            check=True, cwd=self.dir, env=self.env, stdout=subprocess.DEVNULL,
        )  # fmt: skip
        self.log = open(self.dir + "/log", "wb")
        self.process = subprocess.Popen(
            self.as_user(f"{self.tools}/postgres", "-D", data, "-k", self.dir, "-F",
                         "-c", "listen_addresses=", "-c", "shared_buffers=16MB"),
            cwd=self.dir, env=self.env, stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log,
        )  # fmt: skip
        for _ in range(600):
            if self.psql("SELECT 1").returncode == 0:
                return self
            if self.process.poll() is not None:
                break
            time.sleep(0.05)
        said = pathlib.Path(self.dir + "/log").read_text(errors="replace")
        self.__exit__()
        raise Fault(f"the server does not start: {said}")

    def psql(self, script):
        """Runs a script; errors name its lines."""
        return subprocess.run(
            self.as_user("psql", "-X", "-q", "-A", "-t", "-F", "\t", "-h", self.dir, "-U", "slipway",
                         "-d", "postgres", "-v", "VERBOSITY=terse", "-f", "-"),
            input=script, env=self.env, cwd=self.dir, text=True, capture_output=True,
        )  # fmt: skip

    def __exit__(self, *_):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.log.close()
        shutil.rmtree(self.dir, ignore_errors=True)


# --- what is asked ---


def translate(sql):
    """A statement of the schema, as PostgreSQL has it: see the head of this file."""
    sql = re.sub(r"\)\s*(STRICT|WITHOUT ROWID)(\s*,\s*(STRICT|WITHOUT ROWID))?\s*$", ")", sql)
    sql = re.sub(
        r"\bINTEGER PRIMARY KEY\b", "BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY", sql
    )
    for old, new in (("INTEGER", "BIGINT"), ("REAL", "DOUBLE PRECISION"), ("BLOB", "BYTEA")):
        sql = re.sub(rf"\b{old}\b", new, sql)
    return sql


def count_parameters(sql):
    bare = re.sub(r"'(?:[^']|'')*'", "", sql)
    return max([int(n) for n in re.findall(r"\$(\d+)", bare)], default=0)


def ask(server, lines):
    """Runs one-line commands in one session; gives {index: error} and what was printed."""
    done = server.psql("".join(line + "\n" for line in lines))
    errors = {}
    for m in re.finditer(r"^psql:<stdin>:(\d+): (?:ERROR|FATAL): +(.*)$", done.stderr, re.M):
        errors.setdefault(int(m[1]) - 1, m[2])
    if done.returncode != 0 and not errors:
        raise Fault(f"psql: {done.stderr}")
    return errors, done.stdout


def check_types(s, types):
    """What is wrong with the types that the server gave to the parameters."""
    if s.letters is None:
        return None
    if len(types) != len(s.letters):
        return f'{len(types)} parameters, but the format is "{s.letters}"'
    for n, (letter, got) in enumerate(zip(s.letters, types)):
        if got != TYPES[letter]:
            return f"${n + 1} is {got}, but '{letter}' in the format \"{s.letters}\""
    return None


def check_columns(types):
    odd = [t for t in types if t not in ("bigint", "integer", "double precision", "text", "bytea")]
    return f"a column of type {odd[0]}: CAST it" if odd else None


def check_meaning(s):
    bare = re.sub(r"'(?:[^']|'')*'", "''", s.sql)
    return next((why for pattern, why in OTHER_MEANING if re.search(pattern, bare)), None)


def describe_line(s, n):
    """Has the server tell the columns of s<n>, without running it."""
    values = ", ".join(["NULL"] * count_parameters(s.sql))
    return f"\\echo @{n}\nEXECUTE s{n}{f'({values})' if values else ''} \\gdesc"


def columns_of(pairs):
    found, now = {}, None
    for p in pairs:
        if re.fullmatch(r"@\d+", p[0]):
            now = found.setdefault(int(p[0][1:]), [])
        elif now is not None and len(p) == 2:
            now.append(p[1])
    return found


def prepare_line(s, n):
    given = s.letters if s.letters and len(s.letters) >= count_parameters(s.sql) else ""
    types = f" ({', '.join(TYPES[c] for c in given)})" if given else ""
    return f"PREPARE s{n}{types} AS {s.sql};"


def check(server, statements):
    """Gives (how many passed, [what failed])."""
    wrong, passed = [], 0

    def fail(s, why):
        wrong.append(f"{s.file}:{s.line}: {why}\n    {s.sql}")

    schema = [s for s in statements if DDL.match(s.sql)]
    control = [s for s in statements if s.sql in TRANSACTION]
    skipped = [s for s in statements if OF_SQLITE.match(s.sql)]
    rest = [s for s in statements if s not in schema + control + skipped]

    errors, _ = ask(server, [translate(s.sql) + ";" for s in schema])
    for n, s in enumerate(schema):
        if n in errors:
            fail(s, f"{errors[n]} (as {translate(s.sql)})")
    errors, _ = ask(server, [t + ";" for t in TRANSACTION])
    wrong += [f"{TRANSACTION[n]}: {why}" for n, why in errors.items()]
    lines = [prepare_line(s, n) for n, s in enumerate(rest)]
    lines.append("SELECT name, array_to_string(parameter_types, ',') FROM pg_prepared_statements;")
    lines += [describe_line(s, n) for n, s in enumerate(rest)]
    errors, printed = ask(server, lines)
    pairs = [line.split("\t") for line in printed.splitlines()]
    types = {p[0]: p[1].split(",") if p[1] else [] for p in pairs if re.fullmatch(r"s\d+", p[0])}
    columns = columns_of(pairs)
    for n, s in enumerate(rest):
        why = errors.get(n) or check_types(s, types.get(f"s{n}")) or check_meaning(s)
        why = why or check_columns(columns.get(n, []))
        if why:
            fail(s, why)
    passed = len(schema) + len(control) + len(rest) - len(wrong)
    print(f"{len(rest)} statements prepared, {len(schema)} of the schema, "
          f"{len(control)} of transactions, {len(skipped)} are SQLite's own")  # fmt: skip
    return passed, wrong


def main():
    args = argparse.ArgumentParser(description="PREPAREs every statement on PostgreSQL.")
    args.add_argument("--list", action="store_true", help="print the statements, ask no server")
    args = args.parse_args()
    os.chdir(ROOT)
    paths = sorted(str(p) for p in pathlib.Path("src").rglob("*.c") if str(p) not in NOT_READ)
    words = re.compile(
        r"\b(" + "|".join(CALLS) + r")\s*\(|\"\s*(SELECT|INSERT|UPDATE|DELETE|CREATE) "
    )
    statements, faults = collect([p for p in paths if words.search(pathlib.Path(p).read_text())])
    if args.list:
        for s in statements:
            print(f"{s.file}:{s.line}: [{s.letters}] {s.sql}")
        print("\n".join(faults))
        return 1 if faults else 0
    if not statements:
        faults.append("no statements were found")
    tools = find_tools()
    if not tools:
        sys.exit("not so: no PostgreSQL server is installed here (apt-get install postgresql)")
    with Server(tools) as server:
        passed, wrong = check(server, statements)
    for text in faults + wrong:
        print(f"not so: {text}")
    print(f"{passed} passed, {len(wrong) + len(faults)} failed")
    return 1 if wrong or faults else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Fault as fault:
        sys.exit(f"not so: {fault}")
