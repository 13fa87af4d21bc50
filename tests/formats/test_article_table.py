"""One row is one article: what its cells become, what is kept of it, and which rows are none."""

import json
from typing import Any

import pytest

from annotator.core.records import ArticleRecord, Status, Unread
from annotator.errors import UnreadableInput
from annotator.formats.article_table import Row, Sheet, article_of, articles, preview_of, sheet_of_lists
from annotator.formats.base import ReadOptions
from annotator.formats.columns import FIELDS
from annotator.formats.limits import LIMITS, Limits

COLUMNS = {name: name for name in FIELDS}


def article(**cells: str) -> ArticleRecord:
    return article_of(Row("row 2", {"text": "Teks.", **cells}, cells), COLUMNS, "t.csv", LIMITS)


def read(*rows: Row | Unread, **options: Any) -> list[ArticleRecord | Unread]:
    headings = tuple(dict.fromkeys(heading for row in rows if isinstance(row, Row) for heading in row.cells))
    return list(articles(Sheet(headings, rows), "t.csv", ReadOptions(**options), "spreadsheet"))


def row(number: int, **cells: str) -> Row:
    return Row(f"row {number}", cells, cells)


def test_every_column_has_its_place() -> None:
    found = article(
        title="  Harga\nnaik ", text=" Beras mahal. \r\nSekali. ", outlet="Kantor  Berita", byline="Ana; Budi",
        published="2025-07-04 21:35", url="https://berita.invalid/1", language="id-ID", embargo_until="2025-07-05",
        status="Withheld", source_note="dari surel",
    )  # fmt: skip
    assert found.title == "Harga naik"
    assert found.text == "Harga naik\n\nBeras mahal. \nSekali."
    assert (found.outlet, found.byline, found.authors) == ("Kantor Berita", "Ana, Budi", ("Ana", "Budi"))
    assert (found.published, found.published_at) == ("2025-07-04 21:35", "2025-07-04T21:35")
    assert (found.url, found.language, found.embargo_until) == ("https://berita.invalid/1", "id", "2025-07-05")
    assert (found.status, found.source_note) == (Status.WITHHELD, "dari surel")
    assert (found.file_name, found.encoding) == ("t.csv, row 2", "")


@pytest.mark.parametrize(
    ("printed", "iso"),
    [("4.7.2025 21:35", "2025-07-04T21:35"), ("Fri, 04 Jul 2025 21:35:00 +0700", "2025-07-04T21:35:00+07:00"),
     ("14/07/2025", "2025-07-14"), ("July 14, 2025", "2025-07-14"), ("04/07/2025", ""), ("kemarin", "")],
)  # fmt: skip
def test_a_printed_time_is_read_where_it_can_be_no_other(printed: str, iso: str) -> None:
    assert article(published=printed).published_at.startswith(iso)
    assert bool(article(published=printed).published_at) is bool(iso)


def test_the_title_is_not_set_twice_and_found_where_there_is_none() -> None:
    assert article(title="Harga naik", text="HARGA  NAIK\nBeras.").text == "HARGA  NAIK\nBeras."
    assert article(text="Harga naik\nBeras mahal.").title == "Harga naik"
    assert article(title="Harga beras naik", text="Harga beras\nnaik\n\nMahal.").text == "Harga beras\nnaik\n\nMahal."
    on_one_line = "Harga beras naik lagi di pasar Di pasar harga naik."
    assert article(title="Harga beras naik lagi di pasar", text=on_one_line).text == on_one_line


def test_a_sentence_that_begins_as_the_title_does_is_not_the_title() -> None:
    assert article(title="Harga naik", text="Harga naik di pasar.").text == "Harga naik\n\nHarga naik di pasar."
    assert article(title="Harga naik", text="Harga naikan.").text == "Harga naik\n\nHarga naikan."


def test_the_original_is_the_row_whatever_the_order_of_its_columns() -> None:
    one = article_of(Row("row 2", {"text": "x"}, {"a": "é", "text": "x"}), {"text": "text"}, "", LIMITS)
    two = article_of(Row("row 9", {"text": "x"}, {"text": "x", "a": "é"}), {"text": "text"}, "", LIMITS)
    assert one.original == two.original
    assert json.loads(one.original) == {"a": "é", "text": "x"}


def test_html_in_a_cell_is_read_as_a_page_shows_it() -> None:
    found = article(title="Tom &amp; Siti", text="<p>Satu <b>dua</b>.</p><p>Tiga &amp; empat.</p><script>x()</script>")
    assert found.text == "Tom & Siti\n\nSatu dua.\n\nTiga & empat."
    assert article(text="a < b, c > d").text == "a < b, c > d"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "berita", "http://a b", "https://"])
def test_only_addresses_of_the_web_are_kept(address: str) -> None:
    assert article(url=address).url == ""


@pytest.mark.parametrize(
    ("status", "embargo", "held", "note"),
    [
        ("", "", Status.USABLE, ""),
        ("published", "", Status.USABLE, ""),
        ("Canceled", "", Status.CANCELLED, ""),
        ("in  review", "", Status.USABLE, "Status: in review"),
        ("", "sampai Senin", Status.WITHHELD, "Embargo: sampai Senin"),
        ("killed", "sampai Senin", Status.CANCELLED, "Embargo: sampai Senin"),
    ],
)
def test_what_holds_back_is_never_lost(status: str, embargo: str, held: Status, note: str) -> None:
    found = article(status=status, embargo_until=embargo)
    assert (found.status, found.source_note, found.embargo_until) == (held, note, "")


def test_language_names_are_left_to_be_found_out() -> None:
    assert [article(language=words).language for words in ("EN", "zh-Hans-CN", "Indonesian", "x", "")] == [
        "en", "zh", "", "", "",
    ]  # fmt: skip


def test_rows_without_an_article_are_named() -> None:
    found = read(row(2, title="A", text="Teks satu."), row(3, title="B", text=" "), Unread("row 4", "broken"))
    assert [type(one) for one in found] == [ArticleRecord, Unread, Unread]
    assert found[1] == Unread("row 3", "It has no text; fill the cell in, or choose another column for the text.")
    assert isinstance(found[0], ArticleRecord)
    assert found[0].format_id == "spreadsheet"


def test_of_many_unread_rows_the_rest_is_counted() -> None:
    found = read(*(row(number, text="") for number in range(1000)), columns={"text": "text"})
    assert len(found) == 201
    assert found[-1] == Unread("other rows", "800 more rows could not be read; look at the table itself.")


def test_a_text_over_the_limit_is_told_with_it() -> None:
    found = read(row(2, text="x" * 2_000_001), limits=Limits(article_bytes=2_000_000), columns={"text": "text"})
    assert found == [Unread("row 2", "Its text has 2.0 MB; the limit for one article is 2.0 MB.")]


def test_binary_cells_are_no_text() -> None:
    (found,) = read(row(2, text="\x01\x02\x03\x04" * 50), columns={"text": "text"})
    assert isinstance(found, Unread)
    assert "is not text" in found.reason


def test_a_table_without_headings_is_read_too() -> None:
    text = "Wali kota membantah. " * 20
    sheet = sheet_of_lists(iter([("row 1", ["", ""]), ("row 2", ["Satu", text])]), LIMITS, "x")
    assert sheet.headings == ("Column 1", "Column 2")
    (found,) = articles(sheet, "t.csv", ReadOptions(), "")
    assert isinstance(found, ArticleRecord)
    assert found.text == text.strip()


def test_more_cells_than_headings_are_a_row_gone_wrong() -> None:
    rows = [("row 1", ["text", "b", ""]), ("row 2", ["Satu", "b", "", ""]), ("row 3", ["Dua", " tiga", "x"])]
    sheet = sheet_of_lists(iter(rows), LIMITS, "x")
    found = list(articles(sheet, "", ReadOptions(), ""))
    assert isinstance(found[0], ArticleRecord)
    assert isinstance(found[1], Unread)
    assert found[1].name == "row 3"
    assert found[1].reason.startswith("It has 3 cells, but the table has 2 columns; put quotation marks")
    (_, beside) = articles(sheet_of_lists(iter(rows), LIMITS, "x", loose=True), "", ReadOptions(), "")
    assert isinstance(beside, ArticleRecord)
    assert (beside.text, json.loads(beside.original)) == ("Dua", {"text": "Dua", "b": " tiga", "Column 3": "x"})


def test_what_is_empty_or_too_wide_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="x is empty"):
        sheet_of_lists(iter([("row 1", ["", " "])]), LIMITS, "x")
    with pytest.raises(UnreadableInput, match="x has 3 columns; the limit is 2"):
        sheet_of_lists(iter([("row 1", ["a", "b", "c"])]), Limits(columns=2), "x")


def test_a_preview_shows_the_beginning() -> None:
    rows = [("row 1", ["Judul", "Isi"]), *((f"row {n}", [f"Judul {n}", "Isi."]) for n in range(2, 50))]
    preview = preview_of(sheet_of_lists(iter(rows), LIMITS, "x"), ("A", "B"))
    assert preview.headings == ("Judul", "Isi")
    assert len(preview.rows) == 20
    assert preview.rows[0] == ("Judul 2", "Isi.")
    assert preview.guess == {"title": "Judul", "text": "Isi"}
    assert preview.sheets == ("A", "B")


def test_a_preview_shows_no_more_of_a_cell_than_is_looked_at() -> None:
    preview = preview_of(Sheet(("a", "b"), (row(2, a="x" * 150, b="y" * 900_000),)))
    assert [len(cell) for cell in preview.rows[0]] == [150, 1_000]
    assert preview.guess == {"text": "b"}
