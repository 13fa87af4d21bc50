"""Gold readings in a report: what holds, and how it got there."""

from annotator.core.report import Kind, passages_in
from annotator.core.rulings import RulingVerdict
from annotator.operations import annotations, review
from annotator.operations.rulings import Choice, rule
from tests.operations.disputed_desk import Disputed
from tests.operations.report_desk import front, lines, parts
from tests.operations.review_desk import reviewable
from tests.store.desk import Desk


def test_without_a_reading_handed_in_it_says_so(desk: Desk) -> None:
    desk.tag(desk.load())
    assert parts(desk, Kind.GOLD) == []
    assert "No reading of these articles has been handed in." in front(desk, Kind.GOLD)


def test_every_passage_says_how_it_got_there(desk: Desk) -> None:
    there = Disputed(desk)
    choice = Choice(RulingVerdict.ONE, desk.ben)
    rule(there.workspace, there.article, there.ana["label"], choice, there.cleo, "It is reported.")
    (part,) = parts(desk, Kind.GOLD)
    assert list(passages_in(part.blocks)) == ["took the money", "Nobody was hurt"]
    told = lines(part)
    assert "Read by: Ana, Ben" in told
    assert "How it got here: agreed by Ana, Ben" in told
    assert "How it got here: ruled by Cleo: It is reported." in told
    assert "4 disputes are open; what they are about is no part of this reading." in told


def test_what_is_off_the_record_to_anybody_leaves_for_nobody(desk: Desk) -> None:
    article, _claim, _denial, quote = reviewable(desk)
    (part,) = parts(desk, Kind.GOLD)
    assert "“I took nothing,”" in passages_in(part.blocks)
    private = annotations.add_annotation(desk.workspace, article, quote.segments, "quote", desk.ben)
    annotations.set_attributes(desk.workspace, [private.id], {"record_status": "off_record"}, desk.ben)
    (part,) = parts(desk, Kind.GOLD)
    assert "“I took nothing,”" not in passages_in(part.blocks)
    assert not any("I took nothing" in line for line in lines(part))


def test_the_only_reader_and_the_reviewer_are_named(desk: Desk) -> None:
    _article, claim, _denial, _quote = reviewable(desk)
    review.approve(desk.workspace, [claim.id], desk.ben)
    told = lines(parts(desk, Kind.GOLD)[0])
    assert "How it got here: approved by Ben" in told
    assert told.count("How it got here: marked by Ana, the only reader") == 2
