"""The most pressing comes first; what has waited longest before the rest of its kind."""

from datetime import UTC, datetime

from annotator.core.todo import Duty, Todo, in_order


def test_order() -> None:
    old, new = datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 5, 1, tzinfo=UTC)
    todos = [
        Todo(Duty.IN_PROGRESS),
        Todo(Duty.ASSIGNED, at=new),
        Todo(Duty.ASSIGNED, at=old),
        Todo(Duty.RETURNED_TAG, start_char=9),
        Todo(Duty.RETURNED_TAG, start_char=2),
        Todo(Duty.MENTION, at=old),
        Todo(Duty.RETURNED_READING),
    ]
    assert [(one.duty, one.start_char or one.at) for one in in_order(todos)] == [
        ("returned_reading", None),
        ("returned_tag", 2),
        ("returned_tag", 9),
        ("mention", old),
        ("assigned", old),
        ("assigned", new),
        ("in_progress", None),
    ]
