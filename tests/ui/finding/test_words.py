"""What places are, and what became of them, in words."""

from uuid import UUID

from annotator.core.found_places import Extent, proposals
from annotator.core.spans import Span
from annotator.operations.bulk_tagging import BulkTagged
from annotator.ui.finding.words import chosen_words, left_words, standing_words, tagged_words
from tests.ui.finding.places import all_standings


def test_what_stands_in_the_way() -> None:
    words = [standing_words(one) for one in proposals(all_standings(), Extent.SENTENCE, "claim")]
    assert words == [
        "", "tagged so already", "tagged so by Ben", "overlaps one of yours", "not article text",
        "the same stretch as another place", "in an older version",
    ]  # fmt: skip


def test_what_is_chosen_and_what_the_others_are() -> None:
    there = proposals(all_standings(), Extent.SENTENCE, "claim")
    words = chosen_words(there[:1], there)
    assert words.startswith("1 of 7 chosen, in 1 article · 1 tagged so already")
    assert words.endswith("1 in older versions")
    assert chosen_words([], there[:1]) == "0 of 1 chosen"


def test_what_became_of_them() -> None:
    assert tagged_words(BulkTagged()) == "Nothing was tagged"
    assert tagged_words(BulkTagged(1, 1)).startswith("Tagged 1 place in 1 article · saved")
    assert tagged_words(BulkTagged(3, 2)).startswith("Tagged 3 places in 2 articles · saved")
    assert left_words(BulkTagged(3, 2)) == ""
    left = [(UUID(int=1), Span(0, 4), "It is tagged so already.")] * 2
    assert left_words(BulkTagged(3, 2, left)) == "2 could not be tagged: It is tagged so already."
    assert left_words(BulkTagged(3, 2, cancelled=True)).startswith("You stopped")
