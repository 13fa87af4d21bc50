"""What is said of readings and annotations."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from annotator.core.review_queue import APPROVED, RETURNED
from annotator.core.reviewing import Standing
from annotator.operations import annotations, relations, review, sources
from annotator.operations.corrections import Correction, correct
from annotator.ui.review import words
from tests.operations.review_desk import hand_in, tag, take_up
from tests.store.desk import Desk
from tests.ui.review.readings import NOW, entry, reading


@pytest.mark.parametrize(
    ("ago", "said"),
    [
        (timedelta(days=3, hours=5), "3 days"),
        (timedelta(days=1), "1 day"),
        (timedelta(hours=2), "2 hours"),
        (timedelta(minutes=1), "1 minute"),
        (timedelta(seconds=4), "just now"),
        (timedelta(seconds=-60), "just now"),
    ],
)
def test_how_long_it_waits_is_told_roughly(ago: timedelta, said: str) -> None:
    assert words.waiting_words(NOW - ago, NOW) == said


def test_a_line_counts_what_there_is_and_no_more() -> None:
    assert words.counts_words(entry(labels={"claim": 1})) == "1 annotation"
    full = entry(judged=1, returned=1, unsure=3, flagged=4)
    assert words.counts_words(full) == "2 annotations · 1 judged · 1 returned · 3 unsure · 4 flagged"
    assert words.state_of_entry(replace(full, state=APPROVED)) == "✓ approved"
    assert words.state_of_entry(replace(full, state=RETURNED)) == "↩ returned"
    assert words.spoken_entry(entry()).startswith("The bridge, Harbour News, Ana, 2 annotations, ")


def test_every_standing_has_a_sign_and_words_of_its_own() -> None:
    assert len(set(words.SIGNS.values())) == len(Standing) == len({words.standing_words(one) for one in Standing})


def test_fields_and_links_are_told_in_the_label_sets_words(desk: Desk, article: UUID) -> None:
    take_up(desk, article)
    found = reading(desk, article)
    claim, denial = (one.annotation for one in found.annotations[:2])
    vera = sources.add_source(desk.workspace, "Vera Lund", desk.ana)
    annotations.set_attributes(desk.workspace, [claim.id], {"accuses": "named_person"}, desk.ana)
    relations.set_sources(desk.workspace, [claim.id], "attributed_to", [vera.id], desk.ana)
    relations.link(desk.workspace, denial.id, "denies", claim.id, desk.ana)
    found = reading(desk, article)
    claim, denial = (one.annotation for one in found.annotations[:2])
    assert ("Accuses", "a named person") in words.field_lines(found.label_set, claim)
    assert words.field_lines(found.label_set, replace(claim, label="gone"))[0] == ("accuses", "named_person")
    told = words.link_lines(found, claim, lambda source: source.name.upper())
    assert told == [("Source", "VERA LUND"), ("← denies", "“She denies it.”")]
    assert words.link_lines(found, denial, lambda source: source.name) == [("denies", "“The mayor took the money.”")]
    assert words.sources_of(found, claim) == {"attributed_to": (vera,)}


def test_verdicts_progress_and_what_is_proposed_for_the_return(desk: Desk, article: UUID) -> None:
    claim, denial, quote = (one.annotation for one in reading(desk, article).annotations)
    assert words.progress_words(reading(desk, article)) == "• 3 to be looked at"
    review.return_annotations(desk.workspace, [claim.id, denial.id], "No source.", desk.ben)
    made = correct(desk.workspace, quote.id, Correction(label="claim"), desk.ben)
    found = reading(desk, article)
    assert words.progress_words(found) == "✎ 1 corrected · ↩ 2 returned"
    assert words.return_proposal(found) == "No source."
    assert words.change_words(found, found.annotations[0]) == ""
    assert words.change_words(found, found.annotations[2]).startswith("Instead: Claim, “I took nothing,”")
    assert found.annotations[2].correction == made
    line = words.verdict_line(found.annotations[0].judged.verdicts[0])
    assert line.startswith("Ben returned it, ")
    assert line.endswith(": No source.")


def test_a_reading_with_nothing_in_it_says_so(desk: Desk) -> None:
    empty = desk.load("Nothing here.")
    hand_in(desk, empty)
    assert words.progress_words(reading(desk, empty)) == "Nothing is tagged in this reading."


def test_words_of_several_stretches_are_told_in_one(desk: Desk, article: UUID) -> None:
    take_up(desk, article)
    record = tag(desk, article, "The case goes on.")
    annotations.set_segments(
        desk.workspace, record.id, [record.extent, reading(desk, article).annotations[0].annotation.extent], desk.ana
    )
    found = reading(desk, article)
    two = next(one.annotation for one in found.annotations if one.annotation.id == record.id)
    assert words.exact_words(found, two) == "The mayor took the money. … The case goes on."
