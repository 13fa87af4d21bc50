"""The journal's entries as sentences."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest

from annotator.core.identity import new_id
from annotator.ui.inspector.history_words import Names, in_words
from tests.ui.inspector.passages import newsroom


@dataclass
class Line:
    """An entry as the journal gives it."""

    before: dict[str, Any] | None
    after: dict[str, Any] | None
    annotator: str = "Ana"
    title: str = "Edit"
    at: datetime = datetime(2025, 7, 4, tzinfo=UTC)
    table: str = "annotation"


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
        ({"attributes": None}, {"attributes": {"voice": "outlet"}}, "Ana set “Voice” to “the article’s own”"),
        ({"attributes": {"voice": "outlet"}}, {}, "Ana set “Voice” back to “reported”"),
        ({"attributes": {"claim_kind": "quantity"}}, {"attributes": None}, "Ana emptied “Kind”"),
        ({}, {"attributes": {"negated_report": True}}, "Ana set “Not said” to “yes”"),
        (
            {"attributes": {"gone": 1}},
            {"attributes": {"gone": 2, "denied_text": "He took it."}},
            "Ana set “Denied” to “He took it.”, set “gone” to “2”",
        ),
        ({"annotator_id": 1}, {"annotator_id": 2}, "Ana: Edit"),
        (None, None, "Ana: Edit"),
    ],
)
def test_each_kind_of_change(before: dict[str, Any] | None, after: dict[str, Any] | None, words: str) -> None:
    assert in_words(Line(before, after), newsroom()) == words


def test_without_labels_the_key_is_told() -> None:
    assert in_words(Line(None, {"label": "claim"}), None) == "Ana tagged this as claim"


ME, OTHER, SOURCE = new_id(), new_id(), new_id()
NAMES = Names(ME, {OTHER: "“He took it”", SOURCE: "“Rina”"}.__getitem__)


@pytest.mark.parametrize(
    ("image", "made", "removed"),
    [
        (
            {"kind": "attributed_to", "from_id": ME, "source_id": SOURCE},
            "Ana named “Rina” as “Source”",
            "Ana took “Rina” out of “Source”",
        ),
        (
            {"kind": "denies", "from_id": ME, "to_id": OTHER},
            "Ana linked it: denies “He took it”",
            "Ana removed the link: denies “He took it”",
        ),
        (
            {"kind": "denies", "from_id": OTHER, "to_id": ME},
            "Ana linked it: denied by “He took it”",
            "Ana removed the link: denied by “He took it”",
        ),
        (
            {"kind": "gone", "from_id": ME, "to_id": OTHER},
            "Ana linked it: gone “He took it”",
            "Ana removed the link: gone “He took it”",
        ),
    ],
)
def test_links_and_sources(image: dict[str, Any], made: str, removed: str) -> None:
    assert in_words(Line(None, image, table="relation"), newsroom(), NAMES) == made
    assert in_words(Line(image, None, table="relation"), newsroom(), NAMES) == removed


def test_what_is_gone_has_no_name() -> None:
    image = {"kind": "attributed_to", "from_id": ME, "source_id": SOURCE}
    assert in_words(Line(None, image, table="relation"), newsroom()) == "Ana named a source as “Source”"
    image = {"kind": "denies", "from_id": ME, "to_id": OTHER}
    assert in_words(Line(None, image, table="relation"), None, Names(ME)) == "Ana linked it: denies another annotation"


def test_the_contact_log() -> None:
    told = [in_words(Line(*images, table="contact"), None) for images in ((None, {}), ({}, {}), ({}, None))]
    assert told == [
        "Ana wrote a contact into the log",
        "Ana changed a contact in the log",
        "Ana removed a contact from the log",
    ]
