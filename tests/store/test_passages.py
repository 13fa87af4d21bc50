"""The newest annotations come with their words; those of older versions stay out."""

from annotator.core.spans import Span
from annotator.operations import annotations
from annotator.store.passages import labelled_stretches, newest_passages
from annotator.store.tables import Document
from tests.store.desk import Desk


def test_the_newest_come_first_with_their_words(desk: Desk) -> None:
    one, other = desk.load(), desk.load("Feri baru\n\nDermaga dibuka.")
    desk.tag(one, 0, 9)
    desk.tag(other, 11, 25, "quote", by=desk.ben)
    last = annotations.add_annotation(desk.workspace, one, [Span(21, 36), Span(38, 42)], "quote", desk.ana)
    with desk.workspace.reading() as connection:
        found = newest_passages(connection, 10, 8)
        assert [(one.words, one.label) for one in found] == [
            ("“Kami ti", "quote"), ("Dermaga ", "quote"), ("Wali kot", "claim"),
        ]  # fmt: skip
        assert found[0].id == last.id
        assert found[1].title == "Feri baru"
        assert len(newest_passages(connection, 2, 8)) == 2
    with desk.workspace.edit("Newer", desk.ana) as session:
        document = session.get(Document, one)
        assert document is not None
        document.superseded_by = other
    with desk.workspace.reading() as connection:
        assert [passage.document_id for passage in newest_passages(connection, 10, 8)] == [other]


def test_what_is_annotated_is_known_stretch_by_stretch(desk: Desk) -> None:
    one, other = desk.load(), desk.load("Feri baru\n\nDermaga dibuka.")
    annotations.add_annotation(desk.workspace, one, [Span(21, 36), Span(38, 42)], "quote", desk.ana)
    desk.tag(one, 0, 9, "claim", by=desk.ben)
    with desk.workspace.reading() as connection:
        found = labelled_stretches(connection, [one, other])
    assert found == {one: [(Span(0, 9), "claim"), (Span(21, 36), "quote"), (Span(38, 42), "quote")]}
