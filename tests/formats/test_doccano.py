"""doccano's plain lines: written byte for byte, and read as each of its versions writes them."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.formats.doccano import Doccano
from tests.formats.exchanged import TEXT
from tests.formats.foreign_lines import GOLDEN, as_file, confused, endure, read_one, said
from tests.formats.mutations import mutated
from tests.formats.write_golden import write_exchange

FIRST = (
    r'{"text":"Kata Menteri: \"Harga beras turun.\" 😀 Pedagang membantah.",'
    r'"label":[[14,34,"quote"],[15,32,"claim"],[38,56,"denial"]]}'
)
WORDS = [("quote", '"Harga beras turun."'), ("claim", "Harga beras turun"), ("denial", "Pedagang membantah")]
OLD = [
    {"id": 7, "data": TEXT, "label": [[38, 56, "denial"]], "Comments": []},
    {"id": 7, "text": TEXT, "meta": {"title": "Judul"}, "annotation_approver": None, "labels": [[38, 56, "denial"]]},
    {"id": 7, "text": TEXT, "annotations": [{"label": 5, "start_offset": 38, "end_offset": 56, "user": 1}]},
    {"berita": TEXT, "judul": "Harga", "label": [[38, 56, "denial"]]},
]


def test_the_golden_file(tmp_path: Path) -> None:
    write_exchange(Doccano(), tmp_path / "out")
    content = (tmp_path / "out").read_bytes()
    assert content == (GOLDEN / "doccano.jsonl").read_bytes()
    assert FIRST.partition('"label":')[2].rstrip("}").encode() in content


def test_a_line_as_the_tool_has_it() -> None:
    article = read_one(Doccano(), FIRST + "\r\n")
    assert article.text == TEXT
    assert said(article) == WORDS


@pytest.mark.parametrize("line", OLD)
def test_lines_of_older_versions_and_other_columns(line: dict[str, object], tmp_path: Path) -> None:
    article = read_one(Doccano(), [line])
    assert article.text == TEXT
    assert [words for _, words in said(article)] == ["Pedagang membantah"]
    assert Doccano().recognises_annotations(as_file([line], tmp_path))


def test_a_long_first_line_is_recognised_too(tmp_path: Path) -> None:
    assert Doccano().recognises_annotations(as_file([{"id": 1, "text": "Harga. " * 40_000, "label": []}], tmp_path))


@pytest.mark.parametrize(
    "line",
    [{"text": "a", "label": ["positive"]}, {"text": "a"}, {"label": []}, {"text": "a", "spans": [], "tokens": []}],
)
def test_lines_of_others_are_not_taken_for_it(line: dict[str, object], tmp_path: Path) -> None:
    assert not Doccano().recognises_annotations(as_file([line], tmp_path))


@settings(max_examples=60, deadline=None)
@given(st.one_of(mutated(FIRST.encode() + b"\n", (GOLDEN / "doccano.jsonl").read_bytes()), confused(FIRST.encode())))
def test_whatever_a_file_is_reading_it_ends_well(content: bytes) -> None:
    endure(Doccano(), content)
