"""Reads of threads, in both databases."""

from annotator.core.spans import Span
from annotator.operations import comments as verbs
from annotator.store import comments
from tests.store.desk import Desk


def test_threads_are_read_with_their_places_and_names(desk: Desk) -> None:
    document_id = desk.load()
    tag = desk.tag(document_id, 0, 9)
    first = verbs.add_comment(desk.workspace, document_id, "Who says @Ben?", desk.ana, annotation_id=tag.id)
    answer = verbs.reply(desk.workspace, first.id, "I do", desk.ben)
    with desk.workspace.reading() as connection:
        (thread,) = comments.threads_of(connection, document_id)
        assert comments.replies_to(connection, first.id) == [answer.id]
        assert comments.ids_beginning(connection, first.id, first.id) == [first.id]
        assert comments.threads_of(connection, tag.id) == []
    assert thread.comments == (first, answer)
    assert (first.annotator, first.span, first.mentions) == ("Ana", Span(0, 9), (desk.ben,))
