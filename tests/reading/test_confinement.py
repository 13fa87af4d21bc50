"""A reading process cannot write, speak, start anything, or take all memory."""

import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
from annotator.formats.limits import Limits
from annotator.reading.confinement import confine
import os, socket, subprocess, shutil
confine(Limits(memory_bytes=1_000_000_000))
try:
    {deed}
except (OSError, MemoryError) as error:
    print(type(error).__name__)
else:
    print("done")
"""


def outcome(deed: str) -> str:
    command = [sys.executable, "-c", PROGRAM.format(deed=deed)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


@pytest.mark.parametrize(
    "deed",
    [
        "socket.socket()",
        "socket.getaddrinfo('localhost', 80)",
        "subprocess.run(['true'])",
        "os.system('true')",
        "os.posix_spawn('/bin/true', ['true'], {{}})",
        "os.fork()",
        "open('{folder}/new', 'w')",
        "open('{folder}/there', 'ab')",
        "os.open('{folder}/new', os.O_RDWR | os.O_CREAT)",
        "os.remove('{folder}/there')",
        "os.rename('{folder}/there', '{folder}/new')",
        "os.mkdir('{folder}/new')",
        "os.symlink('{folder}/there', '{folder}/new')",
        "shutil.rmtree('{folder}')",
        "os.kill(os.getppid(), 9)",
    ],
)
def test_what_no_reader_needs_is_refused(deed: str, tmp_path: Path) -> None:
    (tmp_path / "there").write_text("kept")
    assert outcome(deed.format(folder=tmp_path)) == "Refused"
    assert (tmp_path / "there").read_text() == "kept"
    assert not (tmp_path / "new").exists()


def test_reading_is_allowed(tmp_path: Path) -> None:
    (tmp_path / "there").write_text("kept")
    assert outcome(f"open('{tmp_path}/there').read()") == "done"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not hold a process to this")
def test_memory_ends_at_the_limit() -> None:
    assert outcome("bytearray(2_000_000_000)") == "MemoryError"
    assert outcome("bytearray(200_000_000)") == "done"


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such limit")
def test_native_code_writes_nothing_either(tmp_path: Path) -> None:
    """Through a descriptor that was open before, which the hook never sees."""
    program = PROGRAM.format(deed="os.write(kept, b'x')")
    program = f"import os; kept = os.open('{tmp_path}/there', os.O_WRONLY | os.O_CREAT)\n{program}"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "OSError"
    assert (tmp_path / "there").read_bytes() == b""
