"""What was decided, and when."""

from datetime import UTC, datetime, timedelta

from annotator.core.spans import Span
from annotator.core.suggestion import Suggestion
from annotator.operations import annotations, suggestions
from annotator.store import decisions
from annotator.store.decisions import NOTHING, REJECTED
from tests.store.desk import Desk


def test_annotations_marks_and_rejections_are_decisions(desk: Desk) -> None:
    key = desk.load()
    parts = (Span(0, 4), Span(10, 19))
    annotations.add_annotation(desk.workspace, key, parts, "claim", desk.ana, origin="unaided")
    annotations.mark_nothing(desk.workspace, key, [Span(21, 30)], desk.ben)
    suggestions.reject(desk.workspace, key, Suggestion("quote", (Span(0, 4),), "cues", "marks"), desk.ben)
    now = datetime.now(UTC)
    with desk.workspace.reading() as connection:
        found = list(decisions.decisions_since(connection, None))
        since = list(decisions.decisions_since(connection, now - timedelta(hours=1)))
        later = list(decisions.decisions_since(connection, now + timedelta(hours=1)))
    assert [(one.label, one.origin, one.segments, one.annotator_id) for one in found] == [
        ("claim", "unaided", parts, desk.ana),
        ("quote", REJECTED, (Span(0, 4),), desk.ben),
        ("", NOTHING, (Span(21, 30),), desk.ben),
    ]
    assert all(abs(one.at - now) < timedelta(minutes=1) and one.document_id == key for one in found)
    assert since == found
    assert later == []


def test_times_at_work_are_those_of_the_journal(desk: Desk) -> None:
    key = desk.load()
    desk.tag(key)
    with desk.workspace.reading() as connection:
        found = list(decisions.times_at_work(connection, None))
        later = list(decisions.times_at_work(connection, datetime.now(UTC) + timedelta(hours=1)))
    assert [one[:2] for one in found][-2:] == [(desk.ana, key)] * 2
    assert later == []


def test_a_new_project_says_nothing_of_suggestions(desk: Desk) -> None:
    with desk.workspace.reading() as connection:
        assert decisions.suggestion_settings(connection) is None
        assert decisions.newer_versions(connection) == set()


def test_a_newer_version_is_known(desk: Desk) -> None:
    old, new = desk.load(), desk.load("Another text.")
    key = new.bytes if desk.workspace.engine_name == "sqlite" else str(new)
    old_key = old.bytes if desk.workspace.engine_name == "sqlite" else str(old)
    desk.sql("UPDATE document SET superseded_by = :newer WHERE id = :key", newer=key, key=old_key)
    with desk.workspace.reading() as connection:
        assert decisions.newer_versions(connection) == {new}
