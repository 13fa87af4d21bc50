"""Reads for self-consistency, in both databases."""

from annotator.core.spans import Span
from annotator.operations import annotations
from annotator.operations.self_checks import take_sentences
from annotator.store.self_checks import checks_of, documents_of, own_places
from tests.store.desk import Desk


def test_only_one_s_own_is_read(desk: Desk) -> None:
    article, other = desk.load(), desk.load("Another one.")
    tag = desk.tag(article, 0, 4)
    desk.tag(article, 5, 9, "quote", desk.ben)
    annotations.mark_nothing(desk.workspace, article, [Span(51, 67)], desk.ana)
    desk.tag(other, 0, 4, "claim", desk.ben)
    with desk.workspace.reading() as connection:
        assert documents_of(connection, desk.ana) == [article]
        places = own_places(connection, desk.ana, [article, other])
        assert list(places) == [article]
        assert [(place.label, place.segments) for place in places[article]] == [
            ("claim", (Span(0, 4),)), ("", (Span(51, 67),)),
        ]  # fmt: skip
        assert places[article][0].at == tag.created_at
        assert checks_of(connection, desk.ana) == []
    assert take_sentences(desk.workspace, desk.ana, 1, after_days=-1) == 2
    with desk.workspace.reading() as connection:
        assert len(checks_of(connection, desk.ana)) == 2
        assert checks_of(connection, desk.ben) == []
