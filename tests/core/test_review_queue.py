"""Which readings of a queue are wanted."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from annotator.core.identity import new_id
from annotator.core.review_queue import APPROVED, SUBMITTED, QueueEntry, QueueFilter

ENTRY = QueueEntry(
    new_id(), new_id(), "Ana Bell", "The bridge is closed", "Harbour News", "en", SUBMITTED,
    datetime(2026, 5, 4, tzinfo=UTC), labels={"claim": 3, "quote": 2},
)  # fmt: skip


def test_what_is_not_asked_for_lets_everything_through_that_waits() -> None:
    assert QueueFilter().fits(ENTRY)
    assert not QueueFilter().fits(replace(ENTRY, state=APPROVED))
    assert QueueFilter(states=frozenset()).fits(replace(ENTRY, state=APPROVED))
    assert ENTRY.annotations == 5


@pytest.mark.parametrize(
    ("wanted", "unwanted"),
    [
        (QueueFilter(words="bridge ANA"), QueueFilter(words="bridge ben")),
        (QueueFilter(annotators={"Ana Bell"}), QueueFilter(annotators={"Ben"})),
        (QueueFilter(labels={"denial", "quote"}), QueueFilter(labels={"denial"})),
        (QueueFilter(languages={"en"}), QueueFilter(languages={"id"})),
        (QueueFilter(outlets={"Harbour News"}), QueueFilter(outlets={"Other"})),
    ],
)
def test_each_filter_asks_for_what_it_says(wanted: QueueFilter, unwanted: QueueFilter) -> None:
    assert wanted.fits(ENTRY)
    assert not unwanted.fits(ENTRY)


def test_unsure_and_flagged_ones_can_be_asked_for() -> None:
    assert not QueueFilter(unsure=True).fits(ENTRY)
    assert QueueFilter(unsure=True).fits(replace(ENTRY, unsure=1))
    assert not QueueFilter(flagged=True).fits(ENTRY)
    assert QueueFilter(flagged=True).fits(replace(ENTRY, flagged=1))
