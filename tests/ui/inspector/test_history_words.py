"""The journal's entries as sentences."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest

from annotator.ui.inspector.history_words import in_words
from tests.ui.inspector.passages import newsroom


@dataclass
class Line:
    """An entry as the journal gives it."""

    before: dict[str, Any] | None
    after: dict[str, Any] | None
    annotator: str = "Ana"
    title: str = "Edit"
    at: datetime = datetime(2025, 7, 4, tzinfo=UTC)


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (None, {"label": "claim"}, "Ana tagged this as Claim"),
        (None, {"label": "rumour"}, "Ana tagged this as rumour"),
        ({"label": "claim"}, None, "Ana removed it"),
        ({"label": "claim"}, {"label": "denial"}, "Ana changed Claim to Denial"),
        ({"note": ""}, {"note": "why"}, "Ana added a note"),
        ({"note": "why"}, {"note": "how"}, "Ana changed the note"),
        ({"note": "why"}, {"note": ""}, "Ana removed the note"),
        ({"end_char": 4}, {"end_char": 9}, "Ana moved its edges"),
        ({"label": "claim", "note": ""}, {"label": "quote", "note": "x"}, "Ana changed Claim to Quote, added a note"),
        ({"annotator_id": 1}, {"annotator_id": 2}, "Ana: Edit"),
        (None, None, "Ana: Edit"),
    ],
)
def test_each_kind_of_change(before: dict[str, Any] | None, after: dict[str, Any] | None, words: str) -> None:
    assert in_words(Line(before, after), newsroom()) == words


def test_without_labels_the_key_is_told() -> None:
    assert in_words(Line(None, {"label": "claim"}), None) == "Ana tagged this as claim"
