"""Approving and returning: what is said, by whom, of what, and what stands against it."""

import pytest

from annotator.core.review_policy import USUAL_REASONS
from annotator.core.reviewing import Standing
from annotator.errors import EditConflict, Frozen, InvalidDetails, NotFound
from annotator.operations import annotations, assignments, documents, history, review, under_review
from annotator.operations.corrections import Correction, correct
from tests.operations.review_desk import hand_in, reviewable, state, tag, take_up
from tests.store.desk import Desk


def standings(desk: Desk, article: object) -> list[str]:
    read = under_review.read_review(desk.workspace, article, desk.ana)  # type: ignore[arg-type]
    return [str(one.judged.standing) for one in read.annotations]


def test_annotations_are_approved_and_returned_and_undo_takes_it_back(desk: Desk) -> None:
    article, claim, denial, quote = reviewable(desk)
    assert review.approve(desk.workspace, [claim.id, denial.id], desk.ben) == [claim.id, denial.id]
    review.return_annotations(desk.workspace, [quote.id], " No source ", desk.ben)
    assert standings(desk, article) == ["approved", "approved", "returned"]
    read = under_review.read_review(desk.workspace, article, desk.ana)
    verdict = read.annotations[2].judged.verdict
    assert verdict is not None
    assert (verdict.reviewer, verdict.reason) == ("Ben", "No source")
    assert history.undo(desk.workspace, desk.ben) == "Return"
    assert history.undo(desk.workspace, desk.ben) == "Approve 2 annotations"
    assert standings(desk, article) == ["waiting"] * 3
    assert desk.problems() == []


def test_what_is_said_already_is_not_said_again(desk: Desk) -> None:
    _, claim, *_ = reviewable(desk)
    review.approve(desk.workspace, [claim.id], desk.ben)
    assert review.approve(desk.workspace, [claim.id], desk.ben) == []
    assert review.return_annotations(desk.workspace, [claim.id], "No", desk.ben) == [claim.id]
    assert review.return_annotations(desk.workspace, [claim.id], "No", desk.ben) == []
    assert review.return_annotations(desk.workspace, [claim.id], "No, because", desk.ben) == [claim.id]


def test_nobody_reviews_their_own_reading_and_nothing_is_written_then(desk: Desk) -> None:
    article, claim, *_ = reviewable(desk)
    entries = desk.entries()
    for act in (
        lambda: review.approve(desk.workspace, [claim.id], desk.ana),
        lambda: review.return_annotations(desk.workspace, [claim.id], "x", desk.ana),
        lambda: review.approve_reading(desk.workspace, article, desk.ana, desk.ana, rest=True),
        lambda: review.return_reading(desk.workspace, article, desk.ana, "x", desk.ana),
        lambda: review.reopen_reading(desk.workspace, article, desk.ana, desk.ana),
    ):
        with pytest.raises(EditConflict, match="your own reading"):
            act()
    assert desk.entries() == entries


def test_nobody_reviews_what_they_still_read_blind(desk: Desk) -> None:
    article, claim, *_ = reviewable(desk)
    assignments.assign(desk.workspace, [(article, desk.ben)], desk.ana)
    entries = desk.entries()
    for act in (
        lambda: review.approve(desk.workspace, [claim.id], desk.ben),
        lambda: review.approve_reading(desk.workspace, article, desk.ana, desk.ben, rest=True),
        lambda: review.return_reading(desk.workspace, article, desk.ana, "x", desk.ben),
        lambda: review.reopen_reading(desk.workspace, article, desk.ana, desk.ben),
    ):
        with pytest.raises(EditConflict, match="read this article blind"):
            act()
    assert desk.entries() == entries


def test_only_what_is_handed_in_is_reviewed(desk: Desk) -> None:
    article = desk.load("Words of the town.")
    record = desk.tag(article)
    with pytest.raises(EditConflict, match="not been handed in"):
        review.approve(desk.workspace, [record.id], desk.ben)
    with pytest.raises(EditConflict, match="not been handed in"):
        review.approve_reading(desk.workspace, article, desk.ana, desk.ben)
    hand_in(desk, article)
    review.return_reading(desk.workspace, article, desk.ana, "Look again", desk.ben)
    with pytest.raises(EditConflict, match="has been returned"):
        review.approve(desk.workspace, [record.id], desk.ben)
    with pytest.raises(NotFound):
        review.approve(desk.workspace, [article], desk.ben)


def test_what_is_taken_back_is_not_reviewed(desk: Desk) -> None:
    article, claim, *_ = reviewable(desk)
    take_up(desk, article)
    with pytest.raises(EditConflict, match="handed in"):
        review.approve(desk.workspace, [claim.id], desk.ben)
    with pytest.raises(EditConflict, match="handed in"):
        review.return_reading(desk.workspace, article, desk.ana, "x", desk.ben)


def test_a_reading_is_approved_when_all_of_it_is(desk: Desk) -> None:
    article, claim, denial, _ = reviewable(desk)
    review.approve(desk.workspace, [claim.id], desk.ben)
    review.return_annotations(desk.workspace, [denial.id], "Whose words?", desk.ben)
    with pytest.raises(EditConflict, match="1 annotation of this reading is returned"):
        review.approve_reading(desk.workspace, article, desk.ana, desk.ben)
    review.approve(desk.workspace, [denial.id], desk.ben)
    with pytest.raises(EditConflict, match="1 annotation has no verdict yet"):
        review.approve_reading(desk.workspace, article, desk.ana, desk.ben)
    assert review.approve_reading(desk.workspace, article, desk.ana, desk.ben, rest=True) == 1
    assert state(desk, article) == ("approved", "", desk.ben)
    assert standings(desk, article) == ["approved"] * 3
    with pytest.raises(EditConflict, match="approved already"):
        review.approve(desk.workspace, [claim.id], desk.ben)


def test_a_reading_without_annotations_can_be_approved(desk: Desk) -> None:
    article = desk.load("Nothing to tag here.")
    hand_in(desk, article)
    assert review.approve_reading(desk.workspace, article, desk.ana, desk.ben) == 0
    assert state(desk, article)[0] == "approved"


def test_a_reading_is_returned_with_a_reason(desk: Desk) -> None:
    article, *_ = reviewable(desk)
    for nothing in ("", "  \n"):
        with pytest.raises(InvalidDetails):
            review.return_reading(desk.workspace, article, desk.ana, nothing, desk.ben)
    with pytest.raises(InvalidDetails):
        review.return_reading(desk.workspace, article, desk.ana, "x" * (review.LONGEST_REASON + 1), desk.ben)
    review.return_reading(desk.workspace, article, desk.ana, "Half is missing.", desk.ben)
    assert state(desk, article) == ("returned", "Half is missing.", desk.ben)


def test_a_review_is_reopened_unless_the_reading_has_moved_on(desk: Desk) -> None:
    article, claim, *_ = reviewable(desk)
    with pytest.raises(EditConflict, match="nothing to reopen"):
        review.reopen_reading(desk.workspace, article, desk.ana, desk.ben)
    review.approve_reading(desk.workspace, article, desk.ana, desk.ben, rest=True)
    review.reopen_reading(desk.workspace, article, desk.ana, desk.ben)
    assert state(desk, article)[0] == "submitted"
    review.return_reading(desk.workspace, article, desk.ana, "Look again", desk.ben)
    review.reopen_reading(desk.workspace, article, desk.ana, desk.ben)
    review.return_reading(desk.workspace, article, desk.ana, "Look again", desk.ben)
    annotations.set_note(desk.workspace, claim.id, "The court says so.", desk.ana)
    with pytest.raises(EditConflict, match="changed since"):
        review.reopen_reading(desk.workspace, article, desk.ana, desk.ben)


def test_approving_or_returning_a_reading_is_no_step_to_undo(desk: Desk) -> None:
    article, claim, *_ = reviewable(desk)
    review.approve(desk.workspace, [claim.id], desk.ben)
    review.return_reading(desk.workspace, article, desk.ana, "Look again", desk.ben)
    assert history.undo_title(desk.workspace, desk.ben) == "Approve"


def test_what_was_said_of_a_reading_that_is_over_stays(desk: Desk) -> None:
    article, claim, denial, _ = reviewable(desk)
    correct(desk.workspace, claim.id, Correction(label="quote"), desk.ben)
    review.approve_reading(desk.workspace, article, desk.ana, desk.ben, rest=True)
    with pytest.raises(EditConflict, match="review of this reading is over"):
        history.undo(desk.workspace, desk.ben)
    review.reopen_reading(desk.workspace, article, desk.ana, desk.ben)
    history.undo(desk.workspace, desk.ben)
    assert standings(desk, article) == ["waiting", "approved", "approved"]
    assert denial.id in {one.annotation_id for one in under_review.verdicts_on(desk.workspace, article)}


def test_what_is_returned_and_handed_in_again_waits_for_another_look(desk: Desk) -> None:
    article, claim, denial, _ = reviewable(desk)
    review.approve(desk.workspace, [claim.id], desk.ben)
    review.return_annotations(desk.workspace, [denial.id], "Whose words?", desk.ben)
    review.return_reading(desk.workspace, article, desk.ana, "See there", desk.ben)
    annotations.set_note(desk.workspace, denial.id, "The mayor’s.", desk.ana)
    hand_in(desk, article)
    assert standings(desk, article) == ["approved", "waiting", "waiting"]
    take_up(desk, article)
    annotations.set_label(desk.workspace, claim.id, "quote", desk.ana)
    hand_in(desk, article)
    assert standings(desk, article) == ["waiting"] * 3


def test_an_older_version_and_a_missing_article_are_refused(desk: Desk) -> None:
    article, claim, *_ = reviewable(desk)
    newer = desk.load("Another text.")
    desk.sql("UPDATE document SET superseded_by = :newer WHERE id = :id", newer=newer.bytes, id=article.bytes)
    for act in (
        lambda: review.approve(desk.workspace, [claim.id], desk.ben),
        lambda: review.approve_reading(desk.workspace, article, desk.ana, desk.ben),
    ):
        with pytest.raises(Frozen):
            act()
    with pytest.raises(NotFound):
        review.approve_reading(desk.workspace, claim.id, desk.ana, desk.ben)
    with pytest.raises(NotFound):
        under_review.read_review(desk.workspace, claim.id, desk.ana)


def test_a_project_has_reasons_of_its_own(desk: Desk) -> None:
    assert review.read_reasons(desk.workspace) == USUAL_REASONS
    assert review.set_reasons(desk.workspace, ["Too long", "No source"], desk.ben) == ("Too long", "No source")
    assert review.read_reasons(desk.workspace) == ("Too long", "No source")
    history.undo(desk.workspace, desk.ben)
    assert review.read_reasons(desk.workspace) == USUAL_REASONS


def test_what_is_reviewed_tells_problems_and_counts(desk: Desk) -> None:
    article, claim, denial, quote = reviewable(desk)
    tag(desk, article, "The case goes on.", by=desk.ben)
    review.approve(desk.workspace, [claim.id], desk.ben)
    read = under_review.read_review(desk.workspace, article, desk.ana)
    assert [one.annotation.id for one in read.annotations] == [claim.id, denial.id, quote.id]
    assert (read.annotator, read.count(Standing.APPROVED), read.count(Standing.WAITING)) == ("Ana", 1, 2)
    assert read.annotations[2].problems
    assert documents.read_document(desk.workspace, article).id == read.document.id
