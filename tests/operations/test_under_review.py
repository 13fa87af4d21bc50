"""One reading as its reviewer sees it. Most of this is seen in the tests of review and corrections."""

from annotator.core.spans import Span
from annotator.operations import comments, review
from annotator.operations.corrections import Correction, correct
from annotator.operations.under_review import read_review, verdicts_on
from tests.operations.review_desk import reviewable, tag
from tests.store.desk import Desk


def test_only_the_annotators_own_are_there_in_the_order_of_the_text(desk: Desk) -> None:
    article, claim, denial, quote = reviewable(desk)
    tag(desk, article, "The case goes on.", by=desk.ben)
    read = read_review(desk.workspace, article, desk.ana)
    assert [one.annotation for one in read.annotations] == [claim, denial, quote]
    assert (read.annotator, read.reading.state) == ("Ana", "submitted")


def test_an_article_that_nobody_has_read_has_nothing_to_review(desk: Desk) -> None:
    read = read_review(desk.workspace, desk.load("A town."), desk.ana)
    assert (read.annotations, read.reading.state) == ((), "unread")


def test_all_verdicts_on_an_article_are_told_the_oldest_first(desk: Desk) -> None:
    article, claim, *_ = reviewable(desk)
    review.return_annotations(desk.workspace, [claim.id], "No", desk.ben)
    review.approve(desk.workspace, [claim.id], desk.ben)
    assert [str(one.decision) for one in verdicts_on(desk.workspace, article)] == ["returned", "approved"]


def test_the_first_that_waits_is_found_round_about(desk: Desk) -> None:
    article, claim, denial, quote = reviewable(desk)
    review.approve(desk.workspace, [denial.id], desk.ben)
    read = read_review(desk.workspace, article, desk.ana)
    assert [read.first_waiting(start) for start in range(4)] == [0, 2, 2, 0]
    review.approve(desk.workspace, [claim.id, quote.id], desk.ben)
    assert read_review(desk.workspace, article, desk.ana).first_waiting(2) == 0
    assert read_review(desk.workspace, desk.load("Nothing."), desk.ana).first_waiting(0) == -1


def test_what_is_said_about_an_annotation_or_its_words_comes_with_it(desk: Desk) -> None:
    article, claim, *_ = reviewable(desk)
    on_it = comments.add_comment(desk.workspace, article, "Whose?", desk.ben, annotation_id=claim.id)
    beside = comments.add_comment(desk.workspace, article, "Here?", desk.ben, span=Span(4, 9))
    comments.add_comment(desk.workspace, article, "All of it.", desk.ben)
    made = correct(desk.workspace, claim.id, Correction(label="quote"), desk.ben)
    later = comments.add_comment(desk.workspace, article, "Better?", desk.ben, annotation_id=made.id)
    read = read_review(desk.workspace, article, desk.ana)
    assert {one.id for one in read.threads_on(read.annotations[0])} == {on_it.id, beside.id, later.id}
    assert read.threads_on(read.annotations[1]) == ()
