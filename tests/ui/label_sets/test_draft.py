"""A set while it is being changed."""

import pytest
from pytestqt.qtbot import QtBot

from annotator.core import label_changes
from annotator.errors import InvalidLabelSet
from annotator.operations.label_merging import Merge
from annotator.ui.label_sets.draft import Draft
from tests.ui.label_sets.sets import ATTRIBUTION, NEWSROOM


def test_a_draft_differs_from_the_first_change_on_and_no_more_when_it_is_taken_back(qtbot: QtBot) -> None:
    draft = Draft(NEWSROOM, {})
    assert draft.differences() == []
    with qtbot.waitSignal(draft.changed):
        draft.change(lambda there: label_changes.retire(there, "labels", "claim"))
    assert draft.differs
    assert draft.present == NEWSROOM
    draft.undo()
    assert draft.label_set == NEWSROOM
    assert not draft.can_undo
    draft.undo()
    assert draft.label_set == NEWSROOM


def test_a_change_that_changes_nothing_is_none(qtbot: QtBot) -> None:
    draft = Draft(NEWSROOM, {})
    with qtbot.assertNotEmitted(draft.changed):
        draft.change(lambda there: label_changes.move(there, "labels", "claim", -1))
        draft.rewrite("claim", "en", "")
    assert not draft.can_undo


def test_what_cannot_be_done_leaves_it_as_it_is() -> None:
    draft = Draft(NEWSROOM, {})
    with pytest.raises(InvalidLabelSet):
        draft.merge(Merge("labels", "claim", "claim"))
    with pytest.raises(InvalidLabelSet):
        draft.rewrite("claim", "en", "x" * 30_000)
    assert draft.label_set == NEWSROOM
    assert draft.merges == ()


def test_a_problem_is_told_in_words() -> None:
    draft = Draft(NEWSROOM, {})
    assert draft.problem() == ""
    draft.change(lambda there: label_changes.change(there, "labels", "claim", shortcut="2"))
    assert "same shortcut" in draft.problem()


def test_the_guideline_and_merges_are_part_of_it() -> None:
    draft = Draft(NEWSROOM, {})
    draft.rewrite("claim", "en", "Our rule.")
    assert draft.guideline_differs
    draft.merge(Merge("labels", "denial", "claim"))
    assert draft.merges == (Merge("labels", "denial", "claim"),)
    assert draft.label_set.label("denial").retired


def test_another_set_takes_the_place_of_what_was_changed() -> None:
    draft = Draft(NEWSROOM, {})
    draft.merge(Merge("labels", "denial", "claim"))
    draft.replace(ATTRIBUTION, {"en": {"cue": "Ours."}})
    assert draft.label_set.main == ATTRIBUTION.main
    assert draft.own == {"en": {"cue": "Ours."}}
    assert draft.merges == ()
    assert draft.is_new("labels", "content")
    assert not draft.is_new("labels", "claim")


def test_what_is_typed_letter_by_letter_is_one_change() -> None:
    draft = Draft(NEWSROOM, {})
    for title in ("A", "As", "Ass"):
        renamed = label_changes.change(NEWSROOM, "labels", "claim", title=title)
        draft.change(lambda _there, renamed=renamed: renamed, "title")  # type: ignore[misc]
    draft.change(lambda there: label_changes.retire(there, "labels", "quote"))
    draft.undo()
    assert draft.label_set.label("claim").title == "Ass"
    draft.undo()
    assert draft.label_set == NEWSROOM
    assert not draft.can_undo
