"""The program as others call it: real processes, without Qt, in any locale."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from annotator import __version__, formats
from annotator.cli.main import SECTIONS, main

CONTRACT = {
    "load", "list", "show", "tag", "untag", "mark", "export", "verify", "history", "undo", "redo", "formats", "labels",
}  # fmt: skip
NAMES = [name for entries in SECTIONS.values() for name in entries]
POSIX = pytest.mark.skipif(os.name != "posix", reason="needs a POSIX system")


def annotator(
    project: Path, *arguments: str, given: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Run the program in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "annotator", *arguments, "--project", str(project), "--annotator", "Ana"],
        input=given,
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
    )


def test_every_command_is_in_the_help() -> None:
    words = CliRunner().invoke(main, ["--help"]).stdout
    for entries in SECTIONS.values():
        assert all(f"  {name} " in words and entry.words in words for name, entry in entries.items())
    assert set(NAMES) >= CONTRACT
    assert "annotator open PROJECT" in words


@pytest.mark.parametrize("name", NAMES)
def test_every_command_has_a_help_of_its_own_with_what_its_json_holds(name: str) -> None:
    words = CliRunner().invoke(main, [name, "--help"]).stdout
    assert words.startswith(f"Usage: annotator {name} ")
    assert "JSON: " in words
    assert all(option in words for option in ("--project", "--annotator", "--json"))


@pytest.mark.parametrize("name", NAMES)
def test_no_help_shows_the_name_of_a_function(name: str) -> None:
    context = click.Context(main)
    command = main.get_command(context, name)
    below = command.commands.values() if isinstance(command, click.Group) else ()
    for one in filter(None, (command, *below)):
        assert "WELL_FORMED" not in one.get_help(click.Context(one))


def test_every_format_is_in_the_help() -> None:
    words = CliRunner().invoke(main, ["export", "--help"]).stdout
    assert all(writer.id in words for writer in formats.exporters())


def test_the_version() -> None:
    assert CliRunner().invoke(main, ["--version"]).stdout == f"annotator {__version__}\n"


def test_help_needs_neither_qt_nor_a_database() -> None:
    script = (
        "import sys\nfrom annotator.cli.main import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "print([name for name in ('PySide6', 'sqlalchemy', 'langdetect') if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert done.stderr.strip() == b"[]"


def test_no_command_needs_qt() -> None:
    script = (
        "import sys\nsys.modules['PySide6'] = None\nfrom annotator.cli.main import main\n"
        f"for name in {NAMES!r}: assert main.get_command(None, name), name"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_the_whole_job_in_a_locale_that_knows_only_ascii(project_path: Path) -> None:
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    text = 'Kata Menteri: "Harga beras turun." 😀 Pedagang membantah.'
    loaded = annotator(project_path, "load", "-", "--json", given=text.encode(), **ascii_only)
    article = json.loads(loaded.stdout)["loaded"][0]["id"]
    tagged = annotator(project_path, "tag", article, "37", "55", "denial", "--note", "é", **ascii_only)
    assert json.loads(annotator(project_path, "show", article, "--json", **ascii_only).stdout)["text"] == text
    shown = annotator(project_path, "show", article, **ascii_only)
    assert "😀 Pedagang membantah." in shown.stdout.decode()
    exported = annotator(project_path, "export", "--format", "jsonl", "-", **ascii_only)
    (span,) = json.loads(exported.stdout)["spans"]
    assert (span["id"], span["text"], span["note"]) == (tagged.stdout.decode().strip(), "Pedagang membantah", "é")
    assert annotator(project_path, "verify", **ascii_only).returncode == 0


def test_errors_are_one_line_of_utf8(project_path: Path) -> None:
    done = annotator(project_path, "show", "ffff", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode() == "annotator: There is no article “ffff”.\n"


@POSIX
def test_a_reader_that_leaves_is_no_accident(project_path: Path, tmp_path: Path) -> None:
    annotator(project_path, "load", "-", given=b"Harga beras naik. " * 50_000)
    for arguments in (["show", "0"], ["export", "--format", "jsonl", "-"]):
        command = [sys.executable, "-m", "annotator", *arguments, "--project", str(project_path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            assert process.stdout
            assert process.stderr
            process.stdout.read(10)
            process.stdout.close()
            assert b"Traceback" not in process.stderr.read()


@POSIX
@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="needs /dev/full")
def test_an_answer_that_cannot_be_written_is_said(project_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "annotator", "labels", "--project", str(project_path)]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1
    assert done.stderr == b"annotator: The answer cannot be written: No space left on device.\n"


@pytest.fixture
def heeds_interrupts() -> Iterator[None]:
    """A job in the background of a shell ignores interrupts, and so does all that it starts."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@POSIX
@pytest.mark.usefixtures("heeds_interrupts")
def test_control_c_is_one_line(project_path: Path) -> None:
    command = [sys.executable, "-m", "annotator", "load", "-", "--project", str(project_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stderr
        end = time.monotonic() + 20
        while not project_path.exists() and time.monotonic() < end:
            time.sleep(0.05)
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        told = process.stderr.read()
    assert process.returncode == 1
    assert told == b"annotator: Stopped. What was done before is kept; what was being done is not.\n"
