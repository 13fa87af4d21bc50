"""One reading as its reviewer sees it. Most of this is seen in the tests of review and corrections."""

from annotator.operations import review
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
