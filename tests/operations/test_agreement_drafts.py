"""Readings that are not handed in, as if they were."""

from annotator.core.agreement.compared import LeftOut
from annotator.core.agreement.measures import Measure
from annotator.core.spans import Span
from annotator.operations.agreement import Question, compare_readings
from annotator.operations.annotations import mark_nothing
from tests.operations.agreeing import ARTICLE, QUOTE, person, read
from tests.store.desk import Desk

DRAFTS = Question(drafts=True)


def test_drafts_count_beside_what_is_handed_in(desk: Desk) -> None:
    key = desk.load(ARTICLE)
    read(desk, key, desk.ana, [(QUOTE, "quote")])
    read(desk, key, desk.ben, [(QUOTE, "quote")], hands_in=False)
    assert compare_readings(desk.workspace).articles == []
    assert compare_readings(desk.workspace, DRAFTS).figures("quote")[Measure.F1_EXACT].value == 1


def test_who_has_marked_that_there_is_nothing_has_read_it(desk: Desk) -> None:
    key = desk.load(ARTICLE)
    read(desk, key, desk.ana, [(QUOTE, "quote")])
    mark_nothing(desk.workspace, key, [Span(0, 17)], desk.ben)
    found = compare_readings(desk.workspace, DRAFTS)
    assert found.figures("quote")[Measure.F1_EXACT].value == 0


def test_who_has_seen_the_others_is_left_out_here_too(desk: Desk) -> None:
    key = desk.load(ARTICLE)
    read(desk, key, desk.ana, [(QUOTE, "quote")], hands_in=False)
    read(desk, key, person(desk, "Eva"), [(QUOTE, "quote")], saw=True, hands_in=False)
    found = compare_readings(desk.workspace, DRAFTS)
    assert found.articles == []
    assert found.left_out == LeftOut(not_independent=1, alone=1)
