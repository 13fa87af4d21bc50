"""Order and filter of the library."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.identity import new_id
from annotator.core.records import DocumentSummary
from annotator.ui.library.document_order import Order, haystacks, matching, ordered

_START = datetime(2025, 7, 4, tzinfo=UTC)


def _summary(
    title: str, minute: int = 0, language: str = "en", published: str = "", outlet: str = ""
) -> DocumentSummary:
    return DocumentSummary(new_id(), title, outlet, published, language, None, _START + timedelta(minutes=minute), 100)


_SHELF = [
    _summary("“Zinc” mine closes", 1, "en", "2025-07-01", "Harbour Gazette"),
    _summary("Harga naik", 3, "id", "", "Kabar Pantai"),
    _summary("apples", 2, "", "2025-07-03"),
]


@pytest.mark.parametrize(
    ("order", "titles"),
    [
        (Order.NEWEST, ["Harga naik", "apples", "“Zinc” mine closes"]),
        (Order.TITLE, ["apples", "Harga naik", "“Zinc” mine closes"]),
        (Order.LANGUAGE, ["“Zinc” mine closes", "Harga naik", "apples"]),
        (Order.PUBLISHED, ["apples", "“Zinc” mine closes", "Harga naik"]),
    ],
)
def test_each_order(order: Order, titles: list[str]) -> None:
    assert [document.title for document in ordered(_SHELF, order)] == titles


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("HARGA", ["Harga naik"]),
        ("gazette zinc", ["“Zinc” mine closes"]),
        ("gazette harga", []),
        ("  ", ["“Zinc” mine closes", "Harga naik", "apples"]),
        ("07-03", ["apples"]),
    ],
)
def test_a_filter_needs_every_word(words: str, titles: list[str]) -> None:
    assert [document.title for document in matching(_SHELF, haystacks(_SHELF), words)] == titles


def test_accents_match_however_they_are_composed() -> None:
    shelf = [_summary("Cafe\u0301 STRASSE")]
    assert matching(shelf, haystacks(shelf), "café straße") == shelf


@given(st.text(min_size=1, max_size=12))
def test_an_article_is_found_by_its_own_title(title: str) -> None:
    shelf = [_summary(title)]
    assert matching(shelf, haystacks(shelf), title) == shelf
