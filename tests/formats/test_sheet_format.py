"""What every sheet does: comes back as it was written, in any of its kinds of file, and tells what it leaves out."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings

from annotator import formats
from annotator.core.exchange import ExchangedArticle
from annotator.core.records import DocumentRecord
from annotator.core.spans import Span
from annotator.formats.base import TellsLosses, WriteOptions, Writer, passages_of
from annotator.formats.exchange import AnnotationReader
from annotator.formats.sheet_format import SheetFormat
from tests.formats.records import annotation, bare, document, framed, minister
from tests.formats.sheets import argued
from tests.formats.strange import documents
from tests.formats.write_golden import FILES, GOLDEN, SHEETS

SHEET_FORMATS = [one for one in formats.exporters() if isinstance(one, SheetFormat)]
KINDS = [(one, ending) for one in SHEET_FORMATS for ending in one.extensions]
every = pytest.mark.parametrize(("kind", "ending"), KINDS, ids=lambda value: getattr(value, "id", value))


def written(kind: SheetFormat, records: list[DocumentRecord], ending: str) -> bytes:
    stream = io.BytesIO()
    kind.write(records, stream, WriteOptions(ending=ending))
    return stream.getvalue()


def test_they_are_writers_readers_and_tell_losses() -> None:
    assert [one.id for one in SHEET_FORMATS] == ["csv", "tsv", "xlsx", "quotes", "claims"]
    for one in SHEET_FORMATS:
        assert isinstance(one, Writer)
        assert isinstance(one, AnnotationReader)
        assert isinstance(one, TellsLosses)


@pytest.mark.parametrize("name", [name for name, *_ in (*FILES, *SHEETS) if name.endswith(".xlsx")])
def test_the_golden_workbooks(name: str) -> None:
    """Part by part: how they are packed is the business of the library that packs."""
    writer, options = next((one, told) for there, one, told in (*FILES, *SHEETS) if there == name)
    stream = io.BytesIO()
    writer.write(argued() if writer.id != "xlsx" else [minister(), framed(), bare()], stream, options)
    with zipfile.ZipFile(stream) as made, zipfile.ZipFile(GOLDEN / name) as golden:
        assert made.namelist() == golden.namelist()
        for part in golden.namelist():
            assert made.read(part) == golden.read(part), part


@every
@settings(max_examples=15, deadline=None)
@given(record=documents())
def test_whatever_is_written_comes_back(kind: SheetFormat, ending: str, record: DocumentRecord) -> None:
    options = WriteOptions(ending=ending)
    content = written(kind, [record, bare()], ending)
    assert list(kind.passages(io.BytesIO(content))) == passages_of(kind.fitted(record, options))
    named = {loss.annotation for loss in kind.lost(record, options) if loss.what == "span"}
    there = {str(one.id) for one in kind.fitted(record, options).annotations}
    assert {str(one.id) for one in record.annotations} - there == named


@every
def test_its_own_file_is_recognised_and_read_in_again(kind: SheetFormat, ending: str, tmp_path: Path) -> None:
    path = tmp_path / "sheet"
    path.write_bytes(written(kind, argued(), ending))
    first = next(one for one in formats.annotation_readers() if one.recognises_annotations(path))
    assert first.id == kind.id
    back = list(kind.read_articles(path))
    fitted = [found for record in argued() if (found := kind.fitted(record, WriteOptions())).annotations]
    assert len(back) == len(fitted)
    for article, record in zip(back, fitted, strict=True):
        assert isinstance(article, ExchangedArticle)
        assert (article.key, article.text_sha256, article.text) == (str(record.id), record.text_sha256, "")
        assert (article.title, article.published_at) == (record.title, record.published_at)
        for one, there in zip(article.annotations, record.annotations, strict=True):
            assert (one.key, one.label, one.segments) == (str(there.id), there.label, there.segments)
            assert one.texts == tuple(record.text[start:end] for start, end in there.segments)
            assert one.annotator == there.annotator


@every
def test_the_same_documents_give_the_same_bytes(kind: SheetFormat, ending: str) -> None:
    assert written(kind, argued(), ending) == written(kind, argued(), ending)


@pytest.mark.parametrize("kind", [one for one in SHEET_FORMATS if ".xlsx" in one.extensions], ids=lambda one: one.id)
def test_a_passage_too_long_for_a_workbook_is_left_out_and_named(kind: SheetFormat) -> None:
    text = "kata " * 8_000
    label = kind.kind.label or "claim"
    record = document(
        1, text, [Span(0, len(text))], annotation(1, 1, label, (0, 39_999)), annotation(2, 1, label, (0, 4))
    )
    options = WriteOptions(ending=".xlsx")
    content = written(kind, [record], ".xlsx")
    (passage,) = kind.passages(io.BytesIO(content))
    assert passage.texts == ("kata",)
    assert {(loss.annotation[-1], loss.what) for loss in kind.lost(record, options)} == {
        ("1", "span"),
        ("2", "column sentence"),
    }


def test_an_ending_that_a_sheet_has_not_is_its_first() -> None:
    quotes = next(one for one in SHEET_FORMATS if one.id == "quotes")
    assert written(quotes, argued(), ".txt") == written(quotes, argued(), ".csv")
    assert written(quotes, argued(), ".xlsx").startswith(b"PK")
