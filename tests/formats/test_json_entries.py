"""Objects of JSON from files: lines, lists, lists under a name; and all that files can be instead."""

import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.records import Unread
from annotator.errors import UnreadableInput
from annotator.formats import json_entries
from annotator.formats.json_entries import Entry, entries_of, first_of, lines_of
from annotator.formats.limits import Limits
from tests.formats.foreign_lines import as_file

_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text('abz"\\[]{},:é', max_size=3), inner, max_size=3)
    ),
    max_leaves=8,
)
_OBJECTS = st.lists(st.dictionaries(st.sampled_from(["a", "items", "é"]), _JSON, max_size=3), max_size=5)


def fields(found: list[Entry | Unread]) -> list[Any]:
    return [one.fields if isinstance(one, Entry) else one.name for one in found]


def test_lines_are_numbered_as_they_stand(tmp_path: Path) -> None:
    path = as_file(b'\xef\xbb\xbf{"a":1}\r\n\r\n  {"a":2}\n[1]\n{"a"\n{"a":3}', tmp_path)
    found = list(lines_of(path))
    assert [(one.number, one.fields) for one in found if isinstance(one, Entry)] == [
        (1, {"a": 1}),
        (3, {"a": 2}),
        (6, {"a": 3}),
    ]
    assert [one for one in found if isinstance(one, Unread)] == [
        Unread("line 4", "It is no object of JSON."),
        Unread("line 5", "It is no whole object of JSON."),
    ]


@pytest.mark.parametrize("content", [b"Kata Menteri.\n", b"\x00\x01\n", b"[1]\n", '{"a":1}'.encode("utf-16")])
def test_a_file_whose_first_line_is_no_object_is_none_of_lines(content: bytes, tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="no file of JSON Lines"):
        list(lines_of(as_file(content, tmp_path)))


def test_a_file_that_cannot_be_opened_is_said_to_be_so(tmp_path: Path) -> None:
    for read in (lines_of, entries_of):
        with pytest.raises(UnreadableInput, match="“missing” cannot be read"):
            list(read(tmp_path / "missing"))
    assert first_of(tmp_path, lines_of(tmp_path)) == {}


def test_a_line_over_the_limit_is_left_out_and_the_next_one_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_entries, "LIMITS", Limits(container_bytes=100_000))
    path = as_file(b'{"a":1}\n{"a":"' + b"x" * 300_000 + b'"}\n{"a":2}\n', tmp_path)
    found = list(lines_of(path))
    assert fields(found) == [{"a": 1}, "line 2", {"a": 2}]
    assert "which is the limit" in str(found[1])


@settings(max_examples=40, deadline=None)
@given(_OBJECTS, st.sampled_from([None, 1]), st.integers(1, 40))
def test_whatever_stands_in_a_list_comes_back(objects: list[Any], indent: int | None, chunk: int) -> None:
    """Read a few characters at a time, so that every value is cut somewhere."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patched:
        patched.setattr(json_entries, "_CHUNK", chunk)
        listed = as_file(json.dumps(objects, indent=indent), Path(folder))
        assert fields(list(entries_of(listed))) == objects
        named = as_file(json.dumps({"x": [1, {}], "items": objects, "y": "z"}, indent=indent), Path(folder))
        assert fields(list(entries_of(named, ("items",)))) == objects


def test_lists_under_several_names_and_deeper(tmp_path: Path) -> None:
    path = as_file('{"type":"c","first":{"id":1,"items":[{"a":1}]},"items":[{"a":2}]}', tmp_path)
    assert fields(list(entries_of(path, ("first", "items")))) == [{"a": 1}, {"a": 2}]


def test_an_object_without_such_a_list_is_an_entry_and_so_is_each_of_several(tmp_path: Path) -> None:
    assert fields(list(entries_of(as_file('{"a":[1]}\n{"b":2}', tmp_path), ("items",)))) == [{"a": [1]}, {"b": 2}]


@pytest.mark.parametrize(
    "content",
    ["", "  ", "Kata", "1", "[1", '[{"a":NaN}]', '[{"a":"\\ud83d"}]', "[" * 9_000, '{"a"}', "[,]"],
)
def test_what_is_no_list_is_refused_or_named(content: str, tmp_path: Path) -> None:
    found: list[Entry | Unread] = []
    try:
        found += entries_of(as_file(content, tmp_path))
    except UnreadableInput as error:
        found.append(Unread("file", str(error)))
    assert found
    assert all(isinstance(one, Unread) and one.reason.endswith(".") for one in found)


def test_what_stood_before_a_break_is_given_and_the_break_is_named(tmp_path: Path) -> None:
    for broken, why in (
        ('[{"a":1},{"a":', "breaks off or"),
        ('[{"a":1} {"a":2}]', "no “]”"),
        ('[{"a":1},{x}]', "is no JSON"),
    ):
        found = list(entries_of(as_file(broken, tmp_path)))
        assert fields(found) == [{"a": 1}, "entry 2"]
        assert why in str(found[1])
    with pytest.raises(UnreadableInput, match="it is not in UTF-8"):
        list(entries_of(as_file('[{"a":"é"}]'.encode("latin-1"), tmp_path)))


def test_an_entry_over_the_limit_ends_the_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_entries, "LIMITS", Limits(container_bytes=100_000))
    found = list(entries_of(as_file('[{"a":1},{"a":"' + "x" * 900_000 + '"}]', tmp_path)))
    assert fields(found) == [{"a": 1}, "entry 2"]
    assert "which is the limit" in str(found[1])


def test_the_first_entry_is_for_recognising(tmp_path: Path) -> None:
    path = as_file('[{"a":1},', tmp_path)
    assert first_of(path, entries_of(path)) == {"a": 1}
    plain = as_file("Kata", tmp_path)
    assert first_of(plain, entries_of(plain)) == {}
    assert first_of(tmp_path / "missing", entries_of(tmp_path / "missing")) == {}
