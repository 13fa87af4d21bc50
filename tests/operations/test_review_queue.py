"""The queue: which readings wait for a reviewer, in which order, and what is told of them."""

import pytest

from annotator.core.review_queue import APPROVED, RETURNED, SUBMITTED, QueueFilter
from annotator.core.reviewing import Standing
from annotator.errors import Cancelled
from annotator.operations import annotations, review
from annotator.operations.corrections import Correction, correct
from annotator.operations.review_queue import queue
from annotator.operations.under_review import read_review
from tests.operations.review_desk import hand_in, reviewable, tag
from tests.store.desk import Desk


def test_what_waits_longest_comes_first_and_ones_own_is_left_out(desk: Desk) -> None:
    second, first = desk.load("A town."), desk.load("A harbour.")
    hand_in(desk, first)
    hand_in(desk, second)
    hand_in(desk, first, desk.ben)
    found = queue(desk.workspace, desk.ben)
    assert [(one.document_id, one.annotator) for one in found] == [(first, "Ana"), (second, "Ana")]
    assert found[0].since <= found[1].since
    assert [one.annotator for one in queue(desk.workspace, desk.ana)] == ["Ben"]
    assert len(queue(desk.workspace, None)) == 3


def test_a_reading_that_is_not_handed_in_is_not_there(desk: Desk) -> None:
    desk.tag(desk.load("A town."))
    assert queue(desk.workspace, desk.ben) == []


def test_what_was_judged_and_is_handed_in_again_as_it_was_is_counted_as_the_page_counts_it(desk: Desk) -> None:
    article, claim, denial, quote = reviewable(desk)
    review.approve(desk.workspace, [claim.id, quote.id], desk.ben)
    review.return_annotations(desk.workspace, [denial.id], "No", desk.ben)
    review.return_reading(desk.workspace, article, desk.ana, "Look again", desk.ben)
    tag(desk, article, "The case goes on.")
    annotations.set_label(desk.workspace, quote.id, "claim", desk.ana)
    hand_in(desk, article)
    (found,) = queue(desk.workspace, desk.ben)
    page = read_review(desk.workspace, article, desk.ana)
    assert (found.judged, found.returned) == (1, 0)
    assert found.judged == len(page.annotations) - page.count(Standing.WAITING)


def test_each_line_counts_labels_doubts_flags_and_verdicts(desk: Desk) -> None:
    article = desk.load(
        "The mayor took the money.\n\nShe denies it. “I took nothing,” said Vera Lund. The case goes on."
    )
    claim, quote = tag(desk, article, "The mayor took the money."), tag(desk, article, "“I took nothing,”", "quote")
    denial = tag(desk, article, "She denies it.", "denial")
    tag(desk, article, "The case goes on.", by=desk.ben)
    changes = {"certainty": "unsure", "legal_flag": "privacy"}
    annotations.set_attributes(desk.workspace, [claim.id], changes, desk.ana)
    annotations.set_attributes(desk.workspace, [quote.id], {"record_status": "off_record"}, desk.ana)
    hand_in(desk, article)
    (entry,) = queue(desk.workspace, desk.ben)
    assert (dict(entry.labels), entry.annotations) == ({"claim": 1, "quote": 1, "denial": 1}, 3)
    assert (entry.unsure, entry.flagged, entry.judged, entry.returned) == (1, 2, 0, 0)
    review.return_annotations(desk.workspace, [claim.id], "No", desk.ben)
    review.approve(desk.workspace, [claim.id], desk.ben)
    review.return_annotations(desk.workspace, [quote.id], "No", desk.ben)
    correct(desk.workspace, denial.id, Correction(label="claim"), desk.ben)
    (entry,) = queue(desk.workspace, desk.ben)
    assert (entry.judged, entry.returned, entry.annotations) == (3, 1, 3)


def test_states_are_asked_for_and_tell_who_reviewed(desk: Desk) -> None:
    article, *_ = reviewable(desk)
    assert [one.state for one in queue(desk.workspace, desk.ben, QueueFilter())] == [SUBMITTED]
    review.return_reading(desk.workspace, article, desk.ana, "Look again", desk.ben)
    assert queue(desk.workspace, desk.ben, QueueFilter()) == []
    (entry,) = queue(desk.workspace, desk.ben)
    assert (entry.state, entry.reviewer, entry.reason) == (RETURNED, "Ben", "Look again")
    hand_in(desk, article)
    review.approve_reading(desk.workspace, article, desk.ana, desk.ben, rest=True)
    (entry,) = queue(desk.workspace, desk.ben, QueueFilter(states={APPROVED}))
    assert entry.judged == 3


def test_an_older_version_is_left_out_and_reading_can_be_stopped(desk: Desk) -> None:
    article, *_ = reviewable(desk)
    with pytest.raises(Cancelled):
        queue(desk.workspace, desk.ben, cancelled=lambda: True)
    newer = desk.load("Another text.")
    desk.sql("UPDATE document SET superseded_by = :newer WHERE id = :id", newer=newer.bytes, id=article.bytes)
    assert queue(desk.workspace, desk.ben) == []
