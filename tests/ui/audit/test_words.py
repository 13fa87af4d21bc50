"""What somebody did, in words."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest

from annotator.operations.trail import TrailChange, TrailEntry
from annotator.ui.audit.words import change_words, heading

ANA = uuid4()


def entry(title: str, kind: str = "edit", *changes: TrailChange) -> TrailEntry:
    return TrailEntry(1, datetime(2026, 5, 4, tzinfo=UTC), "Ana", None, "", title, kind, False, changes)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("edit", "Tag claim"),
        ("undo", "taken back: Tag claim"),
        ("redo", "done again: Tag claim"),
        ("merge", "another copy taken in: Tag claim"),
    ],
)
def test_headings(kind: str, words: str) -> None:
    assert heading(entry("Tag claim", kind)) == words


@pytest.mark.parametrize(
    ("table", "before", "after", "words"),
    [
        ("annotation", None, {"label": "claim"}, "Ana tagged this as claim"),
        ("annotation", {"note": ""}, {"note": "check"}, "Ana added a note"),
        ("reading", {"state": "open"}, {"state": "submitted"}, "The reading: state in progress → handed in"),
        ("reading", {"reviewer_id": None}, {"reviewer_id": ANA}, "The reading: reviewer nothing → Ana Bell"),
        (
            "reading",
            None,
            {"state": "open", "blind": False, "saw_others": True, "version": 1},
            "The reading made: in progress, saw others, version 1",
        ),
        (
            "comment",
            None,
            {"words": "Is this so?", "resolved": False, "annotator_id": ANA},
            "A comment made: Is this so?",
        ),
        ("mark", {"start_char": 0, "end_char": 4}, None, "“Nothing here” removed"),
        ("document", {"sentence_ends": [1]}, {"sentence_ends": [2]}, "The article changed"),
        ("later_table", None, {}, "later table made"),
    ],
)
def test_changes(table: str, before: dict[str, Any] | None, after: dict[str, Any] | None, words: str) -> None:
    def name_of(key: UUID) -> str:
        return "Ana Bell" if key == ANA else ""

    assert change_words(entry("x"), TrailChange(table, uuid4(), before, after), None, name_of) == words
