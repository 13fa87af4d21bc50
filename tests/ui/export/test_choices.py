"""The export's records."""

from pathlib import Path

import pytest

from annotator.ui.export.choices import FormatChoice, is_there, lacks_folder, target_path, with_extension

_LINES = FormatChoice("jsonl", "JSON lines", (".jsonl", ".ndjson"))


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a", "a.jsonl"), ("a.JSONL", "a.JSONL"), ("a.ndjson", "a.ndjson"), ("v1.2", "v1.2.jsonl")],
)
def test_the_extension_is_added_where_it_is_missing(name: str, expected: str) -> None:
    assert with_extension(Path(name), _LINES) == Path(expected)


def test_a_format_without_extensions_leaves_the_name_alone() -> None:
    assert with_extension(Path("folder"), FormatChoice("x", "X", ())) == Path("folder")


@pytest.mark.parametrize("words", ["", "  ", ".", "..", "/", "~", "a\0b"])
def test_what_names_no_file_is_no_target(words: str) -> None:
    assert target_path(words, _LINES) is None


def test_a_bare_name_lies_at_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert target_path("out", _LINES) == tmp_path / "out.jsonl"
    assert target_path("~/out", _LINES) == tmp_path / "out.jsonl"
    assert target_path(f" {tmp_path / 'x' / 'out.jsonl'} ", _LINES) == tmp_path / "x" / "out.jsonl"


def test_a_file_that_is_there_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    assert is_there(tmp_path / "a")
    assert not is_there(tmp_path / "b")
    assert not is_there(tmp_path / ("x" * 5000))
    assert not is_there(None)


def test_a_folder_that_is_not_there_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert lacks_folder(tmp_path / "gone" / "a")
    assert lacks_folder(tmp_path / "file" / "a")
    assert not lacks_folder(tmp_path / "a")
    assert not lacks_folder(tmp_path / ("x" * 5000) / "a")
    assert not lacks_folder(None)
