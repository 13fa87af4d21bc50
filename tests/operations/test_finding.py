"""Words and expressions are found in all articles, or in those asked for; the same on both databases."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.core.concordance import Order
from annotator.core.search_filters import Filters, Reading
from annotator.core.sought import Sought
from annotator.core.spans import Span
from annotator.errors import Cancelled, PatternTooSlow, UnusablePattern
from annotator.operations import annotations, finding
from tests.operations.search_desk import SearchDesk


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def desk(request: pytest.FixtureRequest, project_path: Path) -> Iterator[SearchDesk]:
    address = project_path if request.param == "sqlite" else request.getfixturevalue("postgresql_url")
    desk = SearchDesk(address)
    yield desk
    desk.workspace.close()


RICE = "Harga beras naik\n\nHarga beras naik 12 persen, kata Menteri. Ia tidak menampik.\n"
FERRY = "Feri baru\n\nHarga tiket turun 7 persen.\n"


def expression(written: str, filters: Filters = Filters()) -> Sought:
    return Sought(written, filters, by_pattern=True)


def test_an_expression_finds_articles_the_newest_first(desk: SearchDesk) -> None:
    rice, ferry = desk.put(RICE), desk.put(FERRY)
    found = finding.find_articles(desk.workspace, expression(r"\d+ persen"))
    assert [hit.document.id for hit in found.hits] == [ferry, rice]
    assert not found.more
    hit = found.hits[1]
    assert RICE.strip()[slice(*(hit.span or ()))] == "12 persen"
    assert [hit.snippet.text[slice(*mark)] for mark in hit.snippet.marks] == ["12 persen"]
    assert hit.count == 1
    assert not finding.find_articles(desk.workspace, expression("jembatan")).hits
    assert finding.find_articles(desk.workspace, expression("persen"), limit=1).more


def test_filters_hold_for_expressions_too(desk: SearchDesk) -> None:
    rice, ferry = desk.put(RICE, language="id"), desk.put(FERRY, language="en")
    desk.tag(rice)
    english, begun = Filters(languages=frozenset({"en"})), Filters(readings=frozenset({Reading.BEGUN}))
    for filters, wanted in ((english, [ferry]), (begun, [rice])):
        found = finding.find_articles(desk.workspace, expression("harga", filters))
        assert [hit.document.id for hit in found.hits] == wanted


@pytest.mark.parametrize("by_pattern", [True, False])
def test_lines_are_places_in_order_up_to_a_limit_within_articles(desk: SearchDesk, by_pattern: bool) -> None:
    rice, ferry = desk.put(RICE), desk.put(FERRY)
    sought = Sought("harga", by_pattern=by_pattern)
    lines = finding.find_lines(desk.workspace, sought).lines
    assert [(line.document_id, line.context.word) for line in lines] == [
        (ferry, "Harga"), (rice, "Harga"), (rice, "Harga"),
    ]  # fmt: skip
    assert [line.context.span for line in lines[1:]] == [Span(0, 5), Span(18, 23)]
    right = finding.find_lines(desk.workspace, sought, order=Order.RIGHT).lines
    assert right[-1].document_id == ferry, "tiket comes after beras"
    assert finding.find_lines(desk.workspace, sought, limit=2).more
    assert {line.document_id for line in finding.find_lines(desk.workspace, sought, within={rice}).lines} == {rice}


def test_places_in_one_text() -> None:
    assert finding.find_places(RICE, Sought("harga")) == finding.find_places(RICE, expression("harga"))
    assert finding.find_places(RICE, expression(r"tidak \w+")) == [
        Span(RICE.index("tidak"), RICE.index("menampik") + 8)
    ]


def test_what_stops_a_search(desk: SearchDesk) -> None:
    desk.put("Lama\n\n" + "a" * 60 + "b\n")
    with pytest.raises(PatternTooSlow, match="“Lama”"):
        finding.find_articles(desk.workspace, expression("(?:a|aa)+$"))
    with pytest.raises(UnusablePattern):
        finding.find_lines(desk.workspace, expression("("))
    with pytest.raises(Cancelled):
        finding.find_lines(desk.workspace, expression("a"), cancelled=lambda: True)


def test_the_labels_of_a_place_are_those_that_touch_it(desk: SearchDesk) -> None:
    rice, _ferry = desk.put(RICE), desk.put(FERRY)
    lines = finding.find_lines(desk.workspace, Sought("harga")).lines
    assert finding.labels_at(desk.workspace, lines) == [(), (), ()]
    for label, start, end in (("quote", 18, 30), ("claim", 0, 40), ("claim", 18, 24), ("denial", 23, 40)):
        annotations.add_annotation(desk.workspace, rice, [Span(start, end)], label, desk.ana)
    assert finding.labels_at(desk.workspace, lines) == [(), ("Claim",), ("Claim", "Quote")]
