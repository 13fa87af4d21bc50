"""Rows as text: what is written is read back, and what has been touched is noticed."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.sheet_text import read_text, write_text
from tests.formats.strange import TEXTS

COLUMNS = ("a", "b")


def written(rows: list[tuple[str, str]], delimiter: str, bom: bool = False) -> bytes:
    stream = io.BytesIO()
    write_text(COLUMNS, rows, stream, delimiter, bom=bom)
    assert not stream.closed
    return stream.getvalue()


@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=3), st.sampled_from(",\t"), st.booleans())
def test_rows_come_back(rows: list[tuple[str, str]], delimiter: str, bom: bool) -> None:
    content = written(rows, delimiter, bom)
    assert content.startswith(b"\xef\xbb\xbf") == bom
    back = [tuple(row.values()) for row in read_text(COLUMNS, io.BytesIO(content), delimiter)]
    assert back == rows


def test_a_cell_with_a_tab_stands_in_quotation_marks_and_no_cell_is_a_formula() -> None:
    content = written([("satu\tdua", "=1+1")], "\t")
    assert content == b'a\tb\r\n"satu\tdua"\t\'=1+1\r\n'
    assert list(csv.reader(io.StringIO(content.decode()), delimiter="\t"))[1] == ["satu\tdua", "'=1+1"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"a,c\r\n", "row of headings"),
        (b"", "row of headings"),
        (b"a,b\r\n1\r\n", "1 cells instead of 2"),
        (b'a,b\r\n"1"2,3\r\n', "row 2"),
        (b'a,b\r\n"1', "row 2"),
        (b"a,b\r\n1,\xff\r\n", "codec"),
    ],
)
def test_what_does_not_hold_together_is_noticed(content: bytes, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        list(read_text(COLUMNS, io.BytesIO(content), ","))
