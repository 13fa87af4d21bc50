"""How much of the text a place takes, and what stands in its way."""

from dataclasses import replace
from uuid import UUID

import pytest

from annotator.core.found_places import Extent, FoundPlace, Standing, places_in, proposals
from annotator.core.records import Furniture
from annotator.core.spans import Span
from tests.formats.records import annotation, document

TEXT = "The mayor left.\n\nShe did not deny it. “I was there,” she said. Read more\n"


def places(*words: str, **more: object) -> list[FoundPlace]:
    ends = [17, 38, 63, len(TEXT)]
    record = document(1, TEXT, [Span(start, end) for start, end in zip((0, *ends), ends, strict=False)])
    record = replace(record, **more)  # type: ignore[arg-type]
    return places_in(record, [Span(TEXT.index(one), TEXT.index(one) + len(one)) for one in words], "Ana")


@pytest.mark.parametrize(
    ("extent", "words"),
    [
        (Extent.SENTENCE, "She did not deny it."),
        (Extent.WORDS, "not deny"),
        (Extent.EXACT, "ot den"),
    ],
)
def test_how_much_is_taken(extent: Extent, words: str) -> None:
    (proposal,) = proposals(places("ot den"), extent, "claim")
    assert TEXT[slice(*proposal.stretch)] == words
    assert proposal.standing is Standing.READY
    assert [proposal.place.shown.text[slice(*mark)] for mark in proposal.place.shown.marks] == ["ot den"]


def test_what_runs_over_two_sentences_takes_both() -> None:
    (proposal,) = proposals(places("it. “I"), Extent.SENTENCE, "claim")
    assert TEXT[slice(*proposal.stretch)] == "She did not deny it. “I was there,” she said."


def test_what_is_there_already() -> None:
    own = annotation(1, 1, "claim", (17, 37))
    ben = annotation(2, 1, "claim", (38, 50), annotator="Ben")
    found = places("deny", "I was", "left", annotations=(own, ben))

    def standings(extent: Extent, label: str) -> list[tuple[Standing, str]]:
        return [(one.standing, one.by) for one in proposals(found, extent, label)]

    assert standings(Extent.SENTENCE, "claim") == [
        (Standing.TAGGED, ""), (Standing.OTHERS, "Ben"), (Standing.READY, ""),
    ]  # fmt: skip
    assert standings(Extent.EXACT, "claim")[0] == (Standing.OVERLAPS, "")
    assert {standing for standing, _ in standings(Extent.SENTENCE, "denial")} == {Standing.READY}


def test_two_places_in_one_sentence_are_one_sentence_but_two_words() -> None:
    found = places("deny", "not")
    assert [one.standing for one in proposals(found, Extent.SENTENCE, "claim")] == [Standing.READY, Standing.REPEATED]
    assert [one.standing for one in proposals(found, Extent.WORDS, "claim")] == [Standing.READY] * 2


def test_furniture_and_older_versions() -> None:
    start = TEXT.index("Read more")
    furniture = (Furniture(start, start + 9, "read_more"),)
    (proposal,) = proposals(places("more", furniture=furniture), Extent.WORDS, "claim")
    assert proposal.standing is Standing.FURNITURE
    assert proposal.can_be_tagged
    (proposal,) = proposals(places("more", superseded_by=UUID(int=9)), Extent.WORDS, "claim")
    assert proposal.standing is Standing.FROZEN
    assert not proposal.can_be_tagged


def test_a_sentence_without_end_is_shown_around_the_place() -> None:
    text = "word " * 5000 + "needle " + "word " * 5000
    record = document(1, text, [Span(0, len(text))])
    at = text.index("needle")
    (place,) = places_in(record, [Span(at, at + 6)], "Ana")
    assert len(place.shown.text) < 400
    assert [place.shown.text[slice(*mark)] for mark in place.shown.marks] == ["needle"]
    assert text[place.shown.start :].startswith(place.shown.text[:20])
    assert place.shown.is_cut == (True, True)
