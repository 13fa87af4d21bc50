"""Links as they are read, and annotations of other articles found by words."""

from uuid import UUID

import pytest

from annotator.errors import Cancelled
from annotator.operations import indexing, links, relations
from annotator.operations.links import find_annotations, links_of
from annotator.operations.sources import add_source
from annotator.store.tables import Document
from tests.store.desk import Desk

FIRST = "Town news\n\nThe mayor took the money.\n\nShe denies it. “I took nothing,” she said."
SECOND = "Bridge report\n\nThe mayor took a bribe for the bridge.\n\nThe café closed."


def at(text: str, words: str) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


@pytest.fixture
def two(desk: Desk) -> tuple[UUID, UUID]:
    keys = desk.load(FIRST), desk.load(SECOND)
    indexing.catch_up(desk.workspace)
    return keys


def test_the_links_of_both_ends_are_read_with_words_and_article(desk: Desk, two: tuple[UUID, UUID]) -> None:
    denial = desk.tag(two[0], *at(FIRST, "She denies it."), "denial")
    here = desk.tag(two[0], *at(FIRST, "The mayor took the money."))
    there = desk.tag(two[1], *at(SECOND, "took a bribe"))
    for claim in (here, there):
        relations.link(desk.workspace, denial.id, "denies", claim.id, desk.ana)
    ends = links_of(desk.workspace, denial.id)
    assert [(end.title, end.place.passage, end.place.sentence) for end in ends] == [
        ("denies", "The mayor took the money.", 1),
        ("denies", "took a bribe", 1),
    ]
    assert [end.article.id for end in ends] == list(two)
    assert ends[1].place.sentence_text == "The mayor took a bribe for the bridge."
    (back,) = links_of(desk.workspace, there.id)
    assert (back.title, back.inward, back.annotation.id) == ("denied by", True, denial.id)


def test_a_symmetric_link_is_read_from_both_ends_and_a_source_is_no_link(desk: Desk, two: tuple[UUID, UUID]) -> None:
    one, other = desk.tag(two[0]), desk.tag(two[1])
    relations.link(desk.workspace, one.id, "same_as", other.id, desk.ana)
    source = add_source(desk.workspace, "Rina", desk.ana)
    relations.set_sources(desk.workspace, [one.id], "attributed_to", [source.id], desk.ana)
    assert [end.title for end in links_of(desk.workspace, one.id)] == ["same as"]
    assert [end.annotation.id for end in links_of(desk.workspace, other.id)] == [one.id]


def test_annotations_are_found_by_their_words_and_by_their_article_s_title(desk: Desk, two: tuple[UUID, UUID]) -> None:
    first = desk.tag(two[0], *at(FIRST, "The mayor took the money."))
    second = desk.tag(two[1], *at(SECOND, "The mayor took a bribe"))
    third = desk.tag(two[1], *at(SECOND, "The café closed."))
    quote = desk.tag(two[1], *at(SECOND, "for the bridge"), "quote")

    def found(typed: str, labels: tuple[str, ...] = ("claim",), **more: object) -> list[UUID]:
        hits = find_annotations(desk.workspace, typed, labels, **more)  # type: ignore[arg-type]
        return [hit.annotation.id for hit in hits]

    assert found("mayor") == [second.id, first.id]
    assert found("may") == [second.id, first.id]
    assert found("brib took") == []  # only the last word may be a beginning
    assert found("cafe") == [third.id]
    assert found("report") == [second.id, third.id]
    assert found("town") == [first.id]
    assert found("bridge", ("quote", "denial")) == [quote.id]
    assert found("mayor", beside=two[1]) == [first.id]
    assert found("mayor -money") == [second.id]
    assert found("", limit=2) == [third.id, second.id]
    assert found("", beside=two[1]) == [first.id]
    assert found("mayor", by="Ben") == found("", by="Ben") == []
    assert found("mayor", limit=1) == [second.id]


def test_older_versions_are_left_out_but_for_those_of_the_article_itself(desk: Desk, two: tuple[UUID, UUID]) -> None:
    old = desk.tag(two[0], *at(FIRST, "The mayor took the money."))
    newer = desk.load("The mayor took the coins.")
    indexing.catch_up(desk.workspace)
    with desk.workspace.edit("New version", desk.ana) as session:
        document = session.get(Document, two[0])
        assert document
        document.superseded_by = newer
    for typed in ("mayor", ""):
        assert find_annotations(desk.workspace, typed, ["claim"], beside=two[1]) == []
        assert [one.annotation.id for one in find_annotations(desk.workspace, typed, ["claim"], beside=newer)] == [
            old.id
        ]


def test_a_search_can_be_stopped(desk: Desk, two: tuple[UUID, UUID]) -> None:
    desk.tag(two[0])
    with pytest.raises(Cancelled):
        find_annotations(desk.workspace, "mayor", ["claim"], cancelled=lambda: True)


def test_an_annotation_without_links_has_none(desk: Desk, two: tuple[UUID, UUID]) -> None:
    assert links.links_of(desk.workspace, desk.tag(two[0]).id) == []
