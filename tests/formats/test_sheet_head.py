"""The headings of a file, from its beginning alone, whatever it was saved with."""

import io
import time
import zipfile
from pathlib import Path

import pytest

from annotator.errors import UnreadableInput
from annotator.formats import sheet_head
from annotator.formats.limits import Limits
from annotator.formats.sheet_head import headings_of, plain_heading, sheets_of
from tests.formats.workbooks import ods, ods_row, xlsx


def headings(path: Path) -> list[tuple[str, frozenset[str]]]:
    return [(head.delimiter, head.headings) for head in headings_of(path)]


@pytest.mark.parametrize(
    ("content", "delimiter"),
    [
        (b"Article ID,label\r\n1,claim\r\n", ","),
        (b"\xef\xbb\xbfarticle_id;Label\n1;claim\n", ";"),
        (b'sep=;\r\n"article_id";"label"\r\n', ";"),
        (b"\r\narticle_id\tlabel\r1\tclaim\r", "\t"),
        ("article-id|LABEL\n".encode("utf-16"), "|"),
    ],
)
def test_a_text_file_is_read_as_it_was_saved(content: bytes, delimiter: str, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(content)
    assert headings(tmp_path / "a.csv") == [(delimiter, frozenset({"article_id", "label"}))]


@pytest.mark.parametrize("content", [b"", b"one\n1\n", b"\xd0\xcf\x11\xe0old", b"PK\x03\x04cut", bytes(range(256))])
def test_what_has_no_headings_has_none(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(content)
    assert not [one for one in headings_of(tmp_path / "a") if "article_id" in one.headings]
    assert headings(tmp_path / "missing") == headings(tmp_path) == []


def test_a_workbook_is_read_sheet_by_sheet_with_the_strings_that_its_sheets_share(tmp_path: Path) -> None:
    shared = '<c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="s"><v>99</v></c>'
    content = xlsx(
        {"Notes": [["hello"]], "Claims": []},
        ["label", "Article ID", "never"],
        **{"xl__worksheets__sheet2.xml": f'<worksheet><sheetData><row r="1">{shared}</row></sheetData></worksheet>'},
    )
    (tmp_path / "a.xlsx").write_bytes(content)
    assert headings(tmp_path / "a.xlsx") == [
        ("", frozenset({"hello"})),
        ("", frozenset({"article_id", "label", ""})),
    ]


def test_an_open_document_is_read_as_a_workbook_is(tmp_path: Path) -> None:
    (tmp_path / "a.ods").write_bytes(ods(ods_row("Article ID", "label") + ods_row("1", "claim")))
    assert headings(tmp_path / "a.ods") == [("", frozenset({"article_id", "label"}))]


@pytest.mark.parametrize(
    "sheet",
    ["<row " * 50_000, "<row>" + "<c " * 80_000 + "</row>", "<row>" + 't="s"' * 50_000 + "</row>", "<t>" * 80_000],
)
def test_a_sheet_made_to_be_slow_is_read_in_one_pass(sheet: str, tmp_path: Path) -> None:
    part = {"xl__worksheets__sheet1.xml": sheet}
    (tmp_path / "a.xlsx").write_bytes(xlsx({"A": []}, **part))
    begun = time.process_time()
    headings(tmp_path / "a.xlsx")
    assert time.process_time() - begun < 1


def test_a_long_list_of_strings_is_read_no_further_than_it_must(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheet_head, "_MOST_STRINGS", 1 << 16)
    row = '<c r="A1" t="s"><v>9999999</v></c>'
    part = {"xl__worksheets__sheet1.xml": f"<worksheet><row>{row}</row></worksheet>"}
    content = xlsx({"A": []}, ["x" * 1000] * 1000, **part)
    (tmp_path / "a.xlsx").write_bytes(content)
    assert headings(tmp_path / "a.xlsx") == [("", frozenset({""}))]


def test_a_zip_that_is_damaged_or_no_workbook_has_none(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.txt", "x")
    (tmp_path / "a").write_bytes(packed.getvalue())
    assert headings(tmp_path / "a") == []
    whole = xlsx({"A": [["article_id", "label"]]})
    for at in range(0, len(whole), 97):
        (tmp_path / "a").write_bytes(whole[:at])
        assert headings(tmp_path / "a") == []
        (tmp_path / "a").write_bytes(whole[:at] + b"\xff" + whole[at + 1 :])
        headings(tmp_path / "a")


def test_headings_are_compared_without_case_and_spaces() -> None:
    assert plain_heading(" Article  ID ") == plain_heading("article-id") == "article_id"


def test_a_file_that_cannot_be_opened_or_is_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(UnreadableInput, match="cannot be opened"):
        sheets_of(tmp_path / "missing.csv")
    (tmp_path / "a.csv").write_bytes(b"a,b\n1,2\n")
    (sheet,) = sheets_of(tmp_path / "a.csv")
    assert sheet.headings == ("a", "b")
    monkeypatch.setattr(sheet_head, "LIMITS", Limits(container_bytes=3))
    with pytest.raises(UnreadableInput, match="split it first"):
        sheets_of(tmp_path / "a.csv")
