"""The rules of the house that a machine can keep."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LONGEST_FILE, LONGEST_FUNCTION, LONGEST_CLASS = 400, 50, 300
Function = ast.FunctionDef | ast.AsyncFunctionDef

# Modules whose behaviour lies wholly in what uses them.
WITHOUT_A_TEST_OF_THEIR_OWN = {
    "annotator/errors.py",  # names
    "annotator/core/records.py",  # fields
    "annotator/formats/base.py",  # a protocol
}
SOURCES = ("annotator", "tests", "build_spec")
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK|for now|temporary (fix|solution)|not yet implemented)\b")
REGISTRIES = re.compile(rb"pypi\.(org|python)|pythonhosted|registry\.npmjs|debian\.org|index-url|find-links")
NOT_SHIPPED = {"gamma"}  # extras that nobody gets who does not ask for them
NETWORK = {
    "aiohttp", "ftplib", "http", "httpx", "imaplib", "poplib", "requests", "smtplib", "socket", "socketserver",
    "ssl", "telnetlib", "urllib3", "xmlrpc", "PySide6.QtNetwork", "urllib.request",
}  # fmt: skip


def modules(*under: str) -> list[Path]:
    """Every Python file below the given folders of the checkout."""
    return sorted(path for folder in under for path in (ROOT / folder).rglob("*.py"))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def is_empty(path: Path) -> bool:
    return path.name == "__init__.py" and not tree(path).body


def length_of(node: Function | ast.ClassDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def nodes(kinds: tuple[type[ast.AST], ...]) -> Iterator[tuple[str, ast.AST]]:
    for path in modules(*SOURCES):
        for node in ast.walk(tree(path)):
            if isinstance(node, kinds):
                yield f"{name_of(path)}:{getattr(node, 'lineno', 0)}", node


def imported_by(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@cache
def tracked_files() -> tuple[Path, ...]:
    """What git keeps; in a checkout without git, everything that is text and not made."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode == 0:
        return tuple(path for name in listed.stdout.decode().split("\0") if name and (path := ROOT / name).is_file())
    made = {".git", ".venv", "build", "demo", "dist"}
    return tuple(path for path in ROOT.rglob("*") if path.is_file() and not made & set(path.relative_to(ROOT).parts))


# Size and shape


def test_no_file_is_too_long() -> None:
    lengths = {name_of(path): path.read_text(encoding="utf-8").count("\n") for path in modules(*SOURCES)}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE} == {}


def test_no_function_is_too_long() -> None:
    found = nodes((ast.FunctionDef, ast.AsyncFunctionDef))
    assert [where for where, node in found if isinstance(node, Function) and length_of(node) > LONGEST_FUNCTION] == []


def test_no_class_is_too_long() -> None:
    found = nodes((ast.ClassDef,))
    assert [where for where, node in found if isinstance(node, ast.ClassDef) and length_of(node) > LONGEST_CLASS] == []


def test_every_module_says_what_it_is_for() -> None:
    silent = [path for path in modules(*SOURCES) if not is_empty(path) and not ast.get_docstring(tree(path))]
    assert [name_of(path) for path in silent] == []


def test_package_files_are_empty() -> None:
    allowed = {ROOT / "annotator" / "__init__.py", ROOT / "annotator" / "formats" / "__init__.py"}
    packages = {path for path in modules("annotator") if path.name == "__init__.py"}
    assert [name_of(path) for path in packages - allowed if not is_empty(path)] == []


def test_every_module_has_its_test_in_the_mirrored_place() -> None:
    def test_of(path: Path) -> Path:
        inside = path.relative_to(ROOT / "annotator")
        name = "main" if path.name == "__main__.py" else path.stem
        return ROOT / "tests" / inside.with_name(f"test_{name}.py")

    owing = [p for p in modules("annotator") if p.name != "__init__.py" and "migrations/versions" not in p.as_posix()]
    missing = {name_of(p) for p in owing if not test_of(p).exists()}
    assert missing - WITHOUT_A_TEST_OF_THEIR_OWN == set()


def test_nothing_is_excused_that_has_a_test_or_is_gone() -> None:
    excused = [ROOT / name for name in WITHOUT_A_TEST_OF_THEIR_OWN]
    assert [name_of(path) for path in excused if not path.exists()] == []


def test_nothing_is_left_unfinished() -> None:
    here = Path(__file__).resolve()
    texts = [p for p in tracked_files() if p.suffix in {".py", ".toml", ".md", ".svg", ".ts"} and p != here]
    assert [name_of(p) for p in texts if UNFINISHED.search(p.read_text(encoding="utf-8"))] == []


def test_no_code_is_commented_out() -> None:
    code = re.compile(r"^\s*# ?(import |from \w+ import|def |class |return\b|if .*:$|for .*:$|\w+ = \w+\(|\w+\(.*\)$)")
    guilty = [
        f"{name_of(path)}:{number}"
        for path in modules(*SOURCES)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if code.match(line)
    ]
    assert guilty == []


def test_print_is_not_how_the_program_speaks() -> None:
    """Windows show, commands echo; only `__main__` speaks where there is neither yet."""
    speaking = [path for path in modules("annotator") if path.name != "__main__.py"]
    names = [(path, node) for path in speaking for node in ast.walk(tree(path)) if isinstance(node, ast.Name)]
    assert [name_of(path) for path, name in names if name.id == "print"] == []


# Who may import what


def test_import_contracts_hold() -> None:
    # In a process of its own: it sets up logging anew, which silences the loggers of others.
    script = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_contracts_name_every_room() -> None:
    layers, qt = project()["tool"]["importlinter"]["contracts"]
    named = {name.strip() for layer in layers["layers"] for name in layer.split("|")}
    here = (ROOT / "annotator").iterdir()
    rooms = {f"annotator.{path.stem}" for path in here if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert rooms - {"annotator.__init__"} <= named
    assert named - {"annotator.__main__", "annotator.app", "annotator.ui"} <= set(qt["source_modules"])


def test_only_the_window_and_its_root_import_qt() -> None:
    allowed = (ROOT / "annotator" / "ui", ROOT / "annotator" / "app.py")
    others = [p for p in modules("annotator") if not p.is_relative_to(allowed[0]) and p != allowed[1]]
    with_qt = [name_of(p) for p in others if any(n.split(".")[0] in ("PySide6", "shiboken6") for n in imported_by(p))]
    assert with_qt == []


def test_only_the_store_and_the_verbs_know_sql() -> None:
    rooms = ("core", "formats", "ui", "cli")
    sql = ("sqlmodel", "sqlalchemy", "sqlite3", "sqlcipher3", "psycopg", "alembic")
    knowing = [
        name_of(p)
        for p in modules(*(f"annotator/{room}" for room in rooms))
        if any(n.split(".")[0] in sql for n in imported_by(p))
    ]
    assert knowing == []


def test_one_room_alone_can_speak_to_a_network() -> None:
    """Libraries that are able to fetch are given bytes only: see test_silence.py."""
    others = [path for path in modules("annotator") if not path.is_relative_to(ROOT / "annotator" / "network")]
    assert [name_of(path) for path in others if speaks_to_a_network(imported_by(path))] == []
    assert speaks_to_a_network({"os", "http.client"})
    assert not speaks_to_a_network({"urllib.parse", "sslx"})


def speaks_to_a_network(imported: set[str]) -> bool:
    return any(name == one or name.startswith(f"{one}.") for name in imported for one in NETWORK)


def test_who_asks_that_room() -> None:
    """One verb fetches; nothing else can."""
    others = [path for path in modules("annotator") if not path.is_relative_to(ROOT / "annotator" / "network")]
    asking = {
        name_of(path) for path in others if any(name.startswith("annotator.network") for name in imported_by(path))
    }
    assert asking == {"annotator/operations/addresses.py"}


# What is in the checkout


def test_no_registry_is_named() -> None:
    """Where packages come from is the machine's business; the lock's hashes say what they are."""
    here = Path(__file__).resolve()
    assert [name_of(p) for p in tracked_files() if p != here and REGISTRIES.search(p.read_bytes())] == []


def test_the_lock_is_whole() -> None:
    """Every dependency is settled, every package has a hash, and no host stands in it."""
    lock = (ROOT / "build_spec" / "peers.lock").read_text(encoding="utf-8")  # all of requirements.lock, and the peers
    entries = {entry.split("==")[0]: entry for entry in re.split(r"\n(?=\w)", lock) if "==" in entry.splitlines()[0]}
    told = project()
    groups = [told["project"]["dependencies"], *told["dependency-groups"].values()]
    extras = told["project"]["optional-dependencies"]
    groups += [extras[name] for name in extras if name not in NOT_SHIPPED]
    assert {re.split(r"[\[<>=; ]", line)[0].lower() for group in groups for line in group} <= entries.keys()
    assert [name for name, entry in entries.items() if "sha256:" not in entry] == []
    assert "://" not in lock
    lines = set(lock.splitlines())
    shipped = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    assert [line for line in shipped if "==" in line and line not in lines] == []


def test_check_is_strict() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    recipe = makefile.split("\ncheck:")[1].split("\n\n")[0]
    for tool in ("ruff check .", "ruff format --check .", "mypy --strict", "lint-imports", "test"):
        assert tool in recipe


def test_qt_keeps_its_references_to_none() -> None:
    """A Qt that loses one reference to None a call ends Python 3.11 after some thousand calls."""
    loop = "from PySide6.QtCore import QObject\no = QObject()\nfor _ in range(20_000): o.setObjectName('x')"
    assert subprocess.run([sys.executable, "-c", loop], cwd=ROOT, check=False, capture_output=True).returncode == 0
