"""Of a folder, what lies in it is read: no links that lead out, no pipes, nothing over a limit."""

import os
from pathlib import Path

import pytest

from annotator.errors import UnreadableInput
from annotator.formats.folder_files import content_of, is_inside


def test_a_link_that_leads_out_or_in_a_circle_is_not_inside(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("x", encoding="utf-8")
    for name, target in (("away", "../secret.txt"), ("circle", "circle"), ("nowhere", "gone"), ("own", "nowhere")):
        (folder / name).symlink_to(target)
    assert [is_inside(folder / name, folder) for name in ("away", "circle", "own")] == [False, False, True]
    assert is_inside(folder / "a" / "b.txt", folder)


def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(bytes(11))
    assert content_of(tmp_path / "a.txt", 11) == bytes(11)
    with pytest.raises(UnreadableInput, match=r"“a\.txt” is longer than"):
        content_of(tmp_path / "a.txt", 10)


def test_what_is_no_file_is_refused_at_once(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="cannot be opened"):
        content_of(tmp_path)
    with pytest.raises(UnreadableInput, match="cannot be opened"):
        content_of(tmp_path / "missing")
    (tmp_path / "circle").symlink_to("circle")
    with pytest.raises(UnreadableInput, match="cannot be opened"):
        content_of(tmp_path / "circle")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes that have names")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UnreadableInput, match="it is no file"):
        content_of(tmp_path / "pipe")
