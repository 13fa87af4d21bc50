"""The table with tabs, as other programs read it."""

import csv
import io
from pathlib import Path

import pytest

from annotator.core.spans import Span
from annotator.formats.base import WriteOptions, passages_of
from annotator.formats.csv_table import CsvTable
from annotator.formats.sheet_rows import COLUMNS
from annotator.formats.tsv_table import TsvTable
from tests.formats.records import annotation, bare, document, framed, minister
from tests.formats.write_golden import GOLDEN


def written() -> bytes:
    stream = io.BytesIO()
    TsvTable().write([minister(), framed(), bare()], stream, WriteOptions())
    return stream.getvalue()


def test_the_golden_file() -> None:
    assert written() == (GOLDEN / "table.tsv").read_bytes()


def test_what_is_written_is_read_back() -> None:
    assert list(TsvTable().passages(io.BytesIO(written()))) == [*passages_of(minister()), *passages_of(framed())]


def test_text_with_tabs_and_line_breaks_is_one_cell_to_pandas() -> None:
    pandas = pytest.importorskip("pandas")
    text = 'Satu\tdua\n"tiga".'
    record = document(1, text, [Span(0, len(text))], annotation(1, 1, "claim", (0, len(text))))
    stream = io.BytesIO()
    TsvTable().write([record], stream, WriteOptions())
    table = pandas.read_csv(io.BytesIO(stream.getvalue()), sep="\t", dtype=str, keep_default_na=False)
    assert tuple(table.columns) == COLUMNS
    assert list(table["text"]) == [text]


def test_it_is_known_by_its_tabs(tmp_path: Path) -> None:
    path = tmp_path / "t.txt"
    path.write_bytes(written())
    assert TsvTable().recognises_annotations(path)
    assert not CsvTable().recognises_annotations(path)
    lines = io.StringIO(newline="")
    csv.writer(lines, delimiter=";").writerows(csv.reader(io.StringIO(written().decode(), newline=""), delimiter="\t"))
    path.write_text(lines.getvalue(), newline="")
    assert CsvTable().recognises_annotations(path)
    assert not TsvTable().recognises_annotations(path)
