"""Packed files that do not tell when they were written."""

import io

import pytest

from annotator.formats.reports.zipped import read_member, write_members


def test_what_is_packed_comes_back() -> None:
    stream = io.BytesIO()
    write_members(stream, [("a", b"1"), ("b/c", b"2" * 100)], stored="a")
    assert read_member(stream, "b/c") == b"2" * 100


def test_what_is_damaged_is_told_as_a_value() -> None:
    with pytest.raises(ValueError, match="word"):
        read_member(io.BytesIO(b"PK"), "word/document.xml")
