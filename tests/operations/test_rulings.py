"""Settling disputes, taking that back, and making it a case."""

from uuid import UUID, uuid4

import pytest

from annotator.core.rulings import RulingRecord, RulingVerdict
from annotator.core.spans import Span
from annotator.errors import EditConflict, InvalidLabelSet, InvalidSpan, NotFound
from annotator.operations import annotators, disputes, rulings
from annotator.operations.rulings import Choice, common_attributes, make_case, rule
from tests.operations.disputed_desk import Disputed
from tests.store.desk import Desk

ONE, BOTH, NEITHER, NEW = RulingVerdict


@pytest.fixture
def there(desk: Desk) -> Disputed:
    return Disputed(desk)


def settle(there: Disputed, name: str, choice: Choice, reason: str = "", title: str | None = None) -> RulingRecord:
    return rule(there.workspace, there.article, there.ana[name], choice, there.cleo, reason, title)


def test_for_one_side(there: Disputed) -> None:
    made = settle(there, "boundary", Choice(ONE, there.desk.ben), "  The article belongs outside ")
    assert made.keeps == {there.ben["boundary"]}
    assert made.settles == {there.ana["boundary"], there.ben["boundary"]}
    assert made.reason == "The article belongs outside"
    assert disputes.find_dispute(there.workspace, str(there.ana["boundary"]))[1].ruling == made


def test_for_the_side_that_has_nothing_there(there: Disputed) -> None:
    assert settle(there, "missed", Choice(ONE, there.desk.ben)).keeps == frozenset()


def test_for_both_and_for_neither(there: Disputed) -> None:
    both = settle(there, "label", Choice(BOTH))
    assert both.keeps == both.settles
    assert settle(there, "boundary", Choice(NEITHER)).keeps == frozenset()


def test_something_new_takes_over_what_all_have_in_common(there: Disputed) -> None:
    place = there.place("closed on Monday")
    made = settle(there, "attribute", Choice(NEW, label="claim", segments=[place]))
    assert (made.label, made.segments, made.attributes) == ("claim", (place,), {})
    given = Choice(NEW, label="claim", segments=[place, Span(0, 3)], attributes={"voice": "outlet"})
    again = settle(there, "attribute", given)
    assert again.segments == (Span(0, 3), place)
    assert again.attributes == {"voice": "outlet"}
    assert disputes.find_dispute(there.workspace, str(there.ana["attribute"]))[1].ruling == again


def test_what_cannot_be_new_is_refused(there: Disputed) -> None:
    with pytest.raises(InvalidLabelSet):
        settle(there, "label", Choice(NEW, label="rumour", segments=[Span(0, 3)]))
    with pytest.raises(InvalidSpan):
        settle(there, "label", Choice(NEW, label="claim", segments=[Span(0, 9999)]))
    with pytest.raises(NotFound, match="not in dispute"):
        settle(there, "label", Choice(ONE, there.cleo))


def test_a_helper_mark_is_nothing_to_rule_for(there: Disputed) -> None:
    with pytest.raises(InvalidLabelSet, match="helper mark"):
        settle(there, "label", Choice(NEW, label="source_mention", segments=[Span(0, 3)]))


def test_a_side_may_rule_but_not_overrule_somebody_else(there: Disputed) -> None:
    def by(who: UUID, name: str) -> RulingRecord:
        return rule(there.workspace, there.article, there.ana[name], Choice(BOTH), who)

    by(there.desk.ana, "label")
    by(there.desk.ana, "label")  # oneself one may correct
    for name, side in (("label", there.desk.ben), ("missed", there.desk.ben)):
        theirs = settle(there, name, Choice(NEITHER))
        with pytest.raises(EditConflict, match="Cleo has ruled on this; somebody who is no side of it"):
            by(side, name)
        assert disputes.find_dispute(there.workspace, str(there.ana[name]))[1].ruling == theirs
    dee = annotators.find_or_add_annotator(there.workspace, "Dee")
    assert by(dee, "label").annotator_id == dee


def test_nobodys_rows_are_altered_and_undo_opens_the_dispute_again(there: Disputed) -> None:
    before = {name: rows for name, rows in there.desk.rows().items() if name != "ruling"}
    settle(there, "label", Choice(BOTH))
    assert {name: rows for name, rows in there.desk.rows().items() if name != "ruling"} == before
    assert there.workspace.undo(there.cleo) == "Settle dispute"
    assert disputes.disputes_of(there.workspace, there.article).open == 5
    there.workspace.redo(there.cleo)
    assert disputes.disputes_of(there.workspace, there.article).open == 4
    assert there.desk.problems() == []


def test_what_is_no_dispute_any_more_cannot_be_settled(there: Disputed) -> None:
    with pytest.raises(EditConflict, match="Look again"):
        settle(there, "agreed", Choice(BOTH))


def test_what_says_something_else_by_now_is_to_be_looked_at_again(there: Disputed) -> None:
    _, seen = disputes.find_dispute(there.workspace, str(there.ana["boundary"]))
    there.change(there.ben["boundary"], "denies it", there.desk.ben)
    both = Choice(BOTH)
    with pytest.raises(EditConflict, match="just changed"):
        rule(there.workspace, there.article, seen.id, both, there.cleo, seen=seen.group)
    _, now = disputes.find_dispute(there.workspace, str(there.ben["boundary"]))
    assert rule(there.workspace, there.article, there.ben["boundary"], both, there.cleo, seen=now.group).keeps


def test_cases_have_numbers_of_their_own(there: Disputed) -> None:
    first = settle(there, "label", Choice(ONE, there.desk.ana), title=" Negative  claims ")
    second = settle(there, "missed", Choice(ONE, there.desk.ana), title="")
    assert (first.case_number, first.case_title) == (1, "Negative claims")
    assert second.case_number == 2
    renamed = make_case(there.workspace, first.id, "No one was hurt", there.cleo)
    assert (renamed.case_number, renamed.case_title) == (1, "No one was hurt")
    plain = settle(there, "boundary", Choice(BOTH))
    assert plain.case_number is None
    assert make_case(there.workspace, plain.id, "Articles", there.cleo).case_number == 3
    with pytest.raises(NotFound):
        make_case(there.workspace, uuid4(), "", there.cleo)


def test_reasons_can_be_used_again_the_commonest_first(there: Disputed) -> None:
    for name, reason in (("label", "Rule 10"), ("missed", "Rule 8"), ("boundary", "Rule 8"), ("link", "")):
        settle(there, name, Choice(BOTH), reason)
    assert rulings.reasons_used(there.workspace) == ["Rule 8", "Rule 10"]


def test_common_attributes(there: Disputed) -> None:
    _, dispute = disputes.find_dispute(there.workspace, str(there.ana["link"]))
    assert common_attributes(dispute.group, "quote") == {"quote_type": "direct"}
    assert common_attributes(dispute.group, "claim") == {}
