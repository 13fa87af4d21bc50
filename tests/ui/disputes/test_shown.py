"""What is drawn of readings: by label where they agree, by person where they do not."""

from uuid import UUID

from annotator.core.people import COLORS
from annotator.core.rulings import RulingRecord, RulingVerdict
from annotator.core.spans import Span
from annotator.ui.disputes.shown import in_colour_of, merged_spans, spans_of
from tests.core.submitted import ANA, BEN, CLEO, DOCUMENT, reading, said
from tests.ui.disputes.made import LABELS, PEOPLE, article

RULING = RulingRecord(
    UUID(int=99), DOCUMENT, CLEO, RulingVerdict.NEW, frozenset({UUID(int=1), UUID(int=11)}), label="quote",
    segments=(Span(4, 9),),
)  # fmt: skip


def test_agreed_passages_stand_once_in_their_labels_ink() -> None:
    alike = (reading(ANA, said(1, "claim", (0, 15))), reading(BEN, said(11, "claim", (0, 15))))
    (span,) = merged_spans(article(readings=alike), LABELS, "light")
    assert (span.id.int, span.label, span.mark) == (1, LABELS.label("claim"), "")


def test_sides_stand_in_their_readers_colour_with_their_initials() -> None:
    found = {span.id.int: span for span in merged_spans(article(), LABELS, "dark")}
    assert set(found) == {1, 2, 11, 12, 13}
    assert (found[1].mark, found[11].mark) == ("AB", "B")
    assert found[1].mark_ink == COLORS["blue"].dark
    assert found[11].label == in_colour_of(PEOPLE[BEN], LABELS.label("claim"))
    assert found[11].tip == "Ben: Claim"


def test_what_was_not_kept_is_struck_and_what_is_new_is_there() -> None:
    found = {span.id.int: span for span in merged_spans(article(RULING), LABELS, "light")}
    assert {key for key, span in found.items() if span.struck} == {1, 11}
    assert found[99].segments == (Span(4, 9),)


def test_one_readers_spans() -> None:
    there = article(RULING)
    found = list(spans_of(there, BEN, LABELS, there.disputes.comparison.groups))
    assert [(span.id.int, span.struck, span.mark) for span in found] == [
        (11, True, ""),
        (12, False, ""),
        (13, False, ""),
    ]


def test_a_label_that_is_not_known_is_shown_without() -> None:
    strange = (reading(ANA, said(1, "rumour", (0, 15))), reading(BEN))
    (span,) = merged_spans(article(readings=strange), LABELS, "light")
    assert span.label is None
    assert span.tip == "Ana Bell: rumour"
