"""Annotations with the text they stand in."""

from annotator.core.spans import Span
from annotator.operations import annotations
from annotator.store import linkable, queries
from tests.store.desk import Desk


def test_a_place_has_the_words_and_the_sentence(desk: Desk) -> None:
    text = "One here.\n\nTwo 😀 there. Three."
    key = desk.load(text)
    start = text.index("Two")
    segments = [Span(start, start + 3), Span(start + 6, start + 11)]
    made = annotations.add_annotation(desk.workspace, key, segments, "claim", desk.ana)
    with desk.workspace.reading() as connection:
        place = linkable.places_of(connection, [made])[made.id]
        names = queries.annotator_names(connection)
        assert linkable.annotations_of(connection, [key], ["claim"], names) == [made]
        assert linkable.annotations_of(connection, [key], ["quote"], names) == []
    assert place == ("Two … there", 1, "Two 😀 there.")


def test_annotations_come_in_the_order_of_the_documents_and_of_reading(desk: Desk) -> None:
    first, second = desk.load(), desk.load("Other words here.")
    late, early = desk.tag(first, 10, 14), desk.tag(first, 0, 4)
    other = desk.tag(second)
    with desk.workspace.reading() as connection:
        names = queries.annotator_names(connection)
        found = linkable.annotations_of(connection, [second, first], ["claim"], names)
        newest = linkable.newest_annotations(connection, ["claim"], names, apart_from=None, older=(), limit=2)
    assert found == [other, early, late]
    assert newest == [other, early]
