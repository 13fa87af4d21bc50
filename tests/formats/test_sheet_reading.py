"""Sheets as people give them back."""

import csv
import io
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from annotator.core.exchange import ExchangedArticle, ExchangedLink
from annotator.core.records import DocumentRecord, Unread
from annotator.core.spans import Span
from annotator.errors import UnreadableInput
from annotator.formats.csv_table import CsvTable
from annotator.formats.sheet_reading import is_sheet, read_sheet
from tests.formats.records import framed, minister
from tests.formats.sheets import OPTIONS, argued
from tests.formats.strange import documents
from tests.formats.workbooks import ods, ods_row, xlsx

KIND = CsvTable().kind
Row = dict[str, str]


def rows_of(records: list[DocumentRecord]) -> list[Row]:
    stream = io.BytesIO()
    CsvTable().write(records, stream, OPTIONS)
    return list(csv.DictReader(io.StringIO(stream.getvalue().decode(), newline="")))


def saved(rows: list[Row], path: Path, *, delimiter: str = ",", codec: str = "utf-8", end: str = "\r\n") -> Path:
    lines = io.StringIO(newline="")
    writer = csv.DictWriter(lines, list(rows[0]), delimiter=delimiter, lineterminator=end)
    writer.writeheader()
    writer.writerows(rows)
    path.write_bytes(lines.getvalue().encode(codec))
    return path


def read(path: Path) -> tuple[list[ExchangedArticle], list[Unread]]:
    found = list(read_sheet(path, KIND))
    return (
        [one for one in found if isinstance(one, ExchangedArticle)],
        [one for one in found if isinstance(one, Unread)],
    )


def test_all_that_is_said_comes_back(tmp_path: Path) -> None:
    (first, second), unread = read(saved(rows_of(argued()), tmp_path / "t.csv"))
    assert unread == []
    keys = [str(one.id) for one in argued()[0].annotations]
    assert [(one.key, one.label) for one in first.annotations] == list(
        zip(keys, ["cue", "quote", "claim", "denial"], strict=True)
    )
    _, quote, claim, denial = first.annotations
    assert (quote.note, quote.annotator) == ("cek", "Ana")
    assert quote.created_at == argued()[0].annotations[1].created_at
    assert quote.attributes["attributed_to"] == ["Menteri"]
    assert quote.attributes["addressed_to"] == ["Dewan Kota"]
    assert (quote.attributes["quote_type"], quote.attributes["negated_report"]) == ("direct", "yes")
    assert denial.attributes["attributed_to"] == ["Siti; Pasar Baru"]
    assert first.links == (
        ExchangedLink("cued_by", quote.key, first.annotations[0].key),
        ExchangedLink("denies", denial.key, claim.key),
    )
    assert [(link.kind, link.to_article) for link in second.links] == [("denies", first.key), ("same_as", first.key)]


def moved(rows: list[Row], path: Path) -> Path:
    return saved([dict(reversed(row.items())) for row in rows], path)


def sorted_by_label(rows: list[Row], path: Path) -> Path:
    return saved(sorted(rows, key=lambda row: row["label"]), path, end="\n")


def for_another_country(rows: list[Row], path: Path) -> Path:
    return saved([row | {"created_at": "02/01/2026 10:04"} for row in rows], path, delimiter=";", codec="utf-8-sig")


def with_other_headings(rows: list[Row], path: Path) -> Path:
    return saved([{key.replace("_", " ").title(): cell for key, cell in row.items()} for row in rows], path)


def without_segments(rows: list[Row], path: Path) -> Path:
    kept = [row for row in rows if " " not in row["segments"]]
    return saved([{key: cell for key, cell in row.items() if key != "segments"} for row in kept], path)


def with_columns_of_their_own(rows: list[Row], path: Path) -> Path:
    return saved([{"My view": "ok", **row, "": ""} for row in rows], path, codec="utf-16")


def named_delimiter(rows: list[Row], path: Path) -> Path:
    content = saved(rows, path, delimiter=";").read_bytes()
    path.write_bytes(b"sep=;\r\n" + content)
    return path


def as_workbook(rows: list[Row], path: Path) -> Path:
    from xlsxwriter import Workbook  # heavy, and of this one test only

    with Workbook(path) as book:
        sheet = book.add_worksheet("Annotations")
        for at, row in enumerate([dict(zip(rows[0], rows[0], strict=True)), *rows]):
            for column, (heading, cell) in enumerate(row.items()):
                if at and heading in ("start", "end", "sentence_index"):
                    sheet.write_number(at, column, int(cell))
                else:
                    sheet.write_string(at, column, cell.replace("\n", "\r\n"))
    return path


def as_open_document(rows: list[Row], path: Path) -> Path:
    lines = [ods_row(*row.values()) for row in rows]
    path.write_bytes(ods(ods_row(*rows[0]) + "".join(lines)))
    return path


@pytest.mark.parametrize(
    "touched",
    [
        moved,
        sorted_by_label,
        for_another_country,
        with_other_headings,
        without_segments,
        with_columns_of_their_own,
        named_delimiter,
        as_workbook,
        as_open_document,
    ],
)
def test_what_a_spreadsheet_does_to_a_table_leaves_its_annotations(
    touched: Callable[[list[Row], Path], Path], tmp_path: Path
) -> None:
    path = touched(rows_of([*argued(), minister()]), tmp_path / "t.csv")
    articles, unread = read(path)
    there = {(one.key, one.label, one.segments, one.texts) for article in articles for one in article.annotations}
    assert {(key, texts) for key, _, _, texts in there} == {
        (str(one.id), tuple(record.text[start:end] for start, end in one.segments))
        for record in argued()
        for one in record.annotations
    }
    assert len(unread) == 3  # those of the third article are there already, under the same keys
    assert "stands in another row already" in unread[0].reason


def test_a_file_is_known_by_its_headings(tmp_path: Path) -> None:
    rows = rows_of([minister()])
    assert is_sheet(moved(rows, tmp_path / "a.txt"), KIND, ",".__eq__)
    assert is_sheet(for_another_country(rows, tmp_path / "b"), KIND, ";".__eq__)
    assert not is_sheet(tmp_path / "b", KIND, ",".__eq__)
    assert is_sheet(as_workbook(rows, tmp_path / "c.xlsx"), KIND, "".__eq__)
    few = [{name: row[name] for name in ("segments", "label", "article_id")} for row in rows]
    assert is_sheet(saved(few, tmp_path / "d.csv"), KIND, ",".__eq__)
    (tmp_path / "d.csv").write_text("title,text,article_id,label\nJudul,Isi,1,x\n")
    assert not is_sheet(tmp_path / "d.csv", KIND, ",".__eq__)


@pytest.mark.parametrize(
    ("without", "told"),
    [
        (("label",), "“t.csv” has no column “label”; put it back under this heading."),
        (("segments", "start"), "has no column “segments”"),
        (("article_id", "text_sha256", "url", "title"), "has no column “article_id”"),
        (("label", "segments", "end"), "has no column “label” and “segments”"),
    ],
)
def test_a_column_that_lacks_is_named(without: tuple[str, ...], told: str, tmp_path: Path) -> None:
    rows = [{key: cell for key, cell in row.items() if key not in without} for row in rows_of([minister()])]
    with pytest.raises(UnreadableInput, match=told):
        read(saved(rows, tmp_path / "t.csv"))


def test_articles_without_their_keys_are_told_apart_by_their_texts(tmp_path: Path) -> None:
    without = [
        {key: cell for key, cell in row.items() if key not in ("article_id", "annotation_id")}
        for row in rows_of([minister(), framed()])
    ]
    articles, unread = read(saved(without, tmp_path / "t.csv"))
    assert [article.key for article in articles] == [minister().text_sha256, framed().text_sha256]
    assert [one.key for one in articles[0].annotations] == ["row 2", "row 3", "row 4"]
    assert unread == []


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"label": " "}, "It has no label; fill in the column “label”."),
        ({"segments": "15"}, "its column “segments” holds places like 12..40"),
        ({"segments": "", "start": "x"}, "its column “segments” holds places like 12..40"),
        ({"segments": "32..15"}, "not in their order"),
        ({"segments": "15..20 18..32"}, "not in their order"),
        ({"segments": "15..20 21..40"}, "not as long as its segments say"),
        ({"article_id": "", "text_sha256": "", "url": "", "title": ""}, "It does not say in which article it is"),
    ],
)
def test_a_row_that_cannot_be_read_is_told_and_the_others_come_in(changes: Row, told: str, tmp_path: Path) -> None:
    rows = rows_of([minister()])
    rows[1] |= changes
    (article,), (unread,) = read(saved(rows, tmp_path / "t.csv"))
    assert [one.label for one in article.annotations] == ["quote", "denial"]
    assert unread.name == "row 3"
    assert told in unread.reason


def test_numbers_dates_and_words_as_people_change_them(tmp_path: Path) -> None:
    rows = rows_of([minister()])[:1]
    rows[0] |= {"segments": "", "start": "1.400,00", "end": "1 420", "published_at": "5 January 2026", "text": "Lain"}
    (article,), unread = read(saved(rows, tmp_path / "t.csv"))
    (one,) = article.annotations
    assert (one.segments, one.texts) == ((Span(1400, 1420),), ("Lain",))
    assert (article.published, article.published_at) == ("2026-01-01", "2026-01-05")
    assert unread == []


def test_words_that_begin_like_a_formula_come_back_as_they_were(tmp_path: Path) -> None:
    record = framed()
    (article,), _ = read(saved(rows_of([record]), tmp_path / "t.csv"))
    assert (article.title, article.annotations[0].note) == ("-Harga Naik", "=2+3")
    marked = replace(minister(), text=minister().text.replace('"Ha', "'=a"))
    (article,), _ = read(saved(rows_of([marked]), tmp_path / "t.csv"))
    assert article.annotations[0].texts == ("'=arga beras turun.\"",)


@pytest.mark.parametrize("keep", [saved, as_workbook])
@settings(max_examples=20, deadline=None)
@given(record=documents().filter(lambda record: record.text.isprintable() and bool(record.annotations)))
def test_any_document_comes_back(keep: Callable[[list[Row], Path], Path], record: DocumentRecord) -> None:
    with tempfile.TemporaryDirectory() as folder:
        (article,), unread = read(keep(rows_of([record]), Path(folder) / "t"))
    assert unread == []
    assert {(one.key, one.segments, one.texts) for one in article.annotations} == {
        (str(one.id), one.segments, tuple(record.text[start:end] for start, end in one.segments))
        for one in record.annotations
    }


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00\x01\x02", b"a,b\n1,2\n", b'annotation_id,"cut', b"PK\x03\x04", xlsx({"A": [["x"]]})[:300]],
)
def test_what_is_no_sheet_is_refused_in_one_sentence(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_bytes(content)
    assert not is_sheet(tmp_path / "t.csv", KIND, lambda _: True)
    with pytest.raises(UnreadableInput) as told:
        read(tmp_path / "t.csv")
    assert str(told.value).endswith(".")


def test_a_table_cut_anywhere_gives_rows_or_one_sentence(tmp_path: Path) -> None:
    content = saved(rows_of([minister(), framed()]), tmp_path / "whole.csv").read_bytes()
    told = []
    for at in range(0, len(content), 53):
        (tmp_path / "t.csv").write_bytes(content[:at])
        try:
            _, unread = read(tmp_path / "t.csv")
            told += [one.reason for one in unread]
        except UnreadableInput as error:
            told.append(str(error))
    assert len(told) > 10
    assert [sentence for sentence in told if not sentence.endswith(".")] == []
