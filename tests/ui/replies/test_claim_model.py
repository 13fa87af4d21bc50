"""Claims in a list of which a filter shows some."""

from datetime import UTC, datetime
from uuid import UUID

from pytestqt.qtbot import QtBot

from annotator.core.replies import ReplyFilter, Standing
from annotator.ui.replies.claim_model import ClaimModel
from tests.core.test_linking import NEWSROOM
from tests.core.test_replies import NOW
from tests.ui.replies.claims import late, many, numbered


def test_all_are_shown_until_a_filter_says_otherwise(qtbot: QtBot) -> None:
    model = ClaimModel(clock=lambda: NOW)
    model.set_claims([*many(3), late(9)])
    assert model.rowCount() == 4
    model.set_filter(ReplyFilter(overdue=True))
    assert [one.annotation.id.int for one in model.shown] == [9]
    assert len(model.claims) == 4
    model.set_claims(many(3))
    assert model.rowCount() == 0
    with qtbot.assertNotEmitted(model.modelReset):
        model.set_filter(ReplyFilter(overdue=True))


def test_a_row_gives_the_claim_its_label_and_a_sentence() -> None:
    model = ClaimModel()
    model.set_labels(NEWSROOM, "dark")
    model.set_claims([numbered(4)])
    index = model.index(0)
    assert index.data(ClaimModel.ClaimRole).annotation.id == UUID(int=4)
    assert index.data(ClaimModel.LabelRole).key == "claim"
    assert "claim number 4" in index.data()
    assert model.row_of(UUID(int=4)) == 0
    assert model.row_of(UUID(int=5)) == model.row_of(None) == -1
    assert model.index(1).data(ClaimModel.ClaimRole) is None


def test_what_has_become_late_meanwhile_is_seen_when_the_list_is_made_anew() -> None:
    times = iter([datetime(2019, 1, 1, tzinfo=UTC)] * 2 + [NOW])
    model = ClaimModel(clock=lambda: next(times))
    model.set_claims([late(1)])
    assert not model.shown[0].is_overdue(model.now)
    model.set_filter(ReplyFilter(standings=frozenset({Standing.ASKED})))
    assert model.shown[0].is_overdue(model.now)


def test_of_very_many_those_with_the_words_are_shown() -> None:
    model = ClaimModel()
    model.set_claims(many(2000))
    model.set_filter(ReplyFilter("number 1999"))
    assert [one.annotation.id.int for one in model.shown] == [1999]
