"""Parts of articles, a line each: they come back as they were, and any reader of JSON Lines has their columns."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.exchange import ExchangedArticle, slices
from annotator.core.losses import saying
from annotator.core.records import Unread
from annotator.core.selection import Unit
from annotator.core.units import parts
from annotator.formats import annotation_readers
from annotator.formats.base import WriteOptions
from annotator.formats.row_lines import RowLines
from tests.formats.exchanged import corpora, minister


def test_the_minister_in_spans(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    entries = [one.article for one in parts(minister(), Unit.SPAN)]
    RowLines().write_articles(entries, path, WriteOptions())
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert [line["text"] for line in lines] == ['"Harga beras turun."', "Harga beras turun", "Pedagang membantah"]
    assert [len(line["spans"]) for line in lines] == [2, 1, 1]
    assert [line["kept"] for line in lines] == [
        [{"start": 14, "end": 34}],
        [{"start": 15, "end": 32}],
        [{"start": 37, "end": 55}],
    ]
    assert RowLines().recognises_annotations(path)
    assert next(one.id for one in annotation_readers() if one.recognises_annotations(path)) == "dataset"


@given(corpora(), st.sampled_from([Unit.SENTENCE, Unit.SPAN]), st.integers(0, 2))
def test_parts_come_back(
    tmp_path_factory: pytest.TempPathFactory, there: Sequence[ExchangedArticle], unit: Unit, context: int
) -> None:
    path = tmp_path_factory.getbasetemp() / "rows.jsonl"
    entries = [one.article for article in there for one in parts(article, unit, context)]
    format_ = RowLines()
    written = [format_.fit(one, WriteOptions()).article for one in entries]
    format_.write_articles(written, path, WriteOptions(bom=True))
    read = [one for one in format_.read_articles(path) if isinstance(one, ExchangedArticle)]
    assert len(read) == len(written)
    assert [saying(one, format_.holds) for one in read] == [saying(one, format_.holds) for one in written]
    assert [slices(one, mark) for one in read for mark in one.annotations] == [
        slices(one, mark) for one in written for mark in one.annotations
    ]


def test_a_line_that_is_none_is_told(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text('{"id": 3}\n{\n')
    assert [isinstance(one, Unread) for one in RowLines().read_articles(path)] == [True, True]
    assert not RowLines().recognises_annotations(path)
