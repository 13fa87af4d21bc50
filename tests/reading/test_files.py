"""A file is taken in whole or refused, and never waited for."""

import os
from pathlib import Path
from typing import Any

import pytest

from annotator.errors import UnreadableInput
from annotator.formats.limits import Limits
from annotator.reading.files import read_file, reason_of


def test_the_bytes_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"Harga naik.\r\n\x00")
    assert read_file(path) == b"Harga naik.\r\n\x00"


@pytest.mark.parametrize("kind", ["fifo", "folder", "device"])
def test_what_is_no_file_is_refused_at_once(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "thing"
    if kind == "fifo":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    else:
        path = Path("/dev/zero")
    with pytest.raises((UnreadableInput, IsADirectoryError)):
        read_file(path)


def test_too_large_a_file_is_refused_with_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(bytes(3_000_001))
    with pytest.raises(UnreadableInput, match=r"3\.0 MB; the limit is 3\.0 MB"):
        read_file(path, Limits(container_bytes=3_000_000))
    assert len(read_file(path, Limits(container_bytes=3_000_001))) == 3_000_001


@pytest.mark.parametrize("deed", ["grow", "shrink", "touch"])
def test_a_file_that_changes_while_it_is_read_is_refused(
    deed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"The mayor denied it.")
    fstat = os.fstat
    looks: list[Any] = []

    def look(descriptor: int) -> os.stat_result:
        if len(looks) == 1:  # after reading
            {
                "grow": lambda: path.write_bytes(b"The mayor denied it. Twice."),
                "shrink": lambda: path.write_bytes(b""),
            }.get(deed, lambda: os.utime(path, (1, 1)))()
        looks.append(deed)
        return fstat(descriptor)

    monkeypatch.setattr(os, "fstat", look)
    with pytest.raises(UnreadableInput, match="changed while it was read"):
        read_file(path)


def test_a_file_that_is_gone_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        read_file(tmp_path / "gone.txt")
    assert reason_of(caught.value) == "The file cannot be read: No such file or directory."


def test_a_loop_of_links_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(OSError, match="symbolic links"):
        read_file(tmp_path / "a")
