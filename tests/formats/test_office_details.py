"""Properties of documents are believed when a person meant them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.office_details import iso_date, iso_of_pdf_date, real_authors, real_title

TEXT = "Harbour\nReport\n\nThe mayor said so."


@pytest.mark.parametrize(
    ("claimed", "title"),
    [
        ("Harbour Report", "Harbour Report"),
        ("  The mayor\0 said \n so ", "The mayor said so"),
        ("Who pays for the bridge", "Who pays for the bridge"),
        ("市长承认去年的错误", "市长承认去年的错误"),
        ("Microsoft Word - final.doc", ""),
        ("final version three.docx", ""),
        ("Document1", ""),
        ("untitled", ""),
        ("scan0001", ""),
        ("my file name", ""),
        ("2025-07-04", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_titles(claimed: str | None, title: str) -> None:
    assert real_title(claimed, TEXT, "my file name.pdf") == title


@pytest.mark.parametrize(
    ("claimed", "names"),
    [
        ("Ana Lim", ("Ana Lim",)),
        ("Ana Lim; Budi Sari", ("Ana Lim", "Budi Sari")),
        ("Ana Lim, Budi Sari", ("Ana Lim", "Budi Sari")),
        ("王小明", ("王小明",)),
        ("jsmith", ()),
        ("Microsoft Office User", ()),
        ("ana@example.org of desk", ()),
        (None, ()),
    ],
)
def test_authors(claimed: str | None, names: tuple[str, ...]) -> None:
    assert real_authors(claimed) == names


@pytest.mark.parametrize(
    ("date", "iso"),
    [
        ("D:20250704213500+07'00'", "2025-07-04T21:35:00+07:00"),
        ("D:20250704213500Z", "2025-07-04T21:35:00+00:00"),
        ("D:202507042135", "2025-07-04T21:35:00"),
        ("20250704", "2025-07-04"),
        ("D:20259904", ""),
        ("D:19700101000000Z", ""),
        ("D:29990101", ""),
        ("yesterday", ""),
        (None, ""),
    ],
)
def test_dates_of_pdf(date: str | None, iso: str) -> None:
    assert iso_of_pdf_date(date) == iso


@pytest.mark.parametrize(
    ("date", "iso"),
    [
        ("2025-07-04T21:35:00Z", "2025-07-04T21:35:00+00:00"),
        ("2025-07-04T21:35:00.123456789", "2025-07-04T21:35:00"),
        ("2025-07-04", "2025-07-04"),
        ("2025-02-30", ""),
        ("0001-01-01T00:00:00Z", ""),
        (None, ""),
    ],
)
def test_dates_of_xml(date: str | None, iso: str) -> None:
    assert iso_date(date) == iso


@given(st.text(st.sampled_from("D:0123456789TZ+-'."), max_size=30))
def test_any_date_is_read_or_left(date: str) -> None:
    iso_date(iso_of_pdf_date(date) + date)
