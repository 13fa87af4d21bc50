"""Links that are there: listed, taken away and brought back, in the window of the program."""

from typing import Any

import pytest
from PySide6.QtCore import Qt

from annotator.operations import relations
from annotator.operations.annotators import find_or_add_annotator
from annotator.ui.links import shown_links
from tests.ui.stage import Stage
from tests.ui.test_linking import CONTROL, focus, links, listed, press, tag, tagged

__all__ = ["tagged"]


def test_one_link_is_removed_with_one_key_and_undo_brings_it_back(tagged: tuple[Stage, Any, Any, Any]) -> None:
    stage, *_ = tagged
    press(stage, Qt.Key.Key_L, Qt.Key.Key_Return)
    press(stage, Qt.Key.Key_L, modifier=CONTROL)
    assert links(stage) == []
    assert listed(stage) == []
    press(stage, Qt.Key.Key_Z, modifier=CONTROL)
    assert len(links(stage)) == len(listed(stage)) == 1
    press(stage, Qt.Key.Key_Z, modifier=CONTROL)
    assert links(stage) == []


def test_of_several_links_one_is_chosen(tagged: tuple[Stage, Any, Any, Any]) -> None:
    stage, first, *_ = tagged
    press(stage, Qt.Key.Key_L, Qt.Key.Key_L)
    press(stage, Qt.Key.Key_Escape, Qt.Key.Key_L, Qt.Key.Key_Return, Qt.Key.Key_L, Qt.Key.Key_Return)
    assert len(links(stage)) == 2
    press(stage, Qt.Key.Key_L, modifier=CONTROL)
    assert stage.window.inspector.links.list_view.hasFocus()
    press(stage, Qt.Key.Key_Delete)
    assert [to for *_, to in links(stage)] == ["The mayor took the money."]
    press(stage, Qt.Key.Key_Delete)
    assert links(stage) == []
    assert stage.window.reader.hasFocus()
    assert stage.window.reader.annotation(first.id)


def test_a_colleague_s_link_is_shown_when_it_comes(tagged: tuple[Stage, Any, Any, Any]) -> None:
    stage, first, _, denial = tagged
    relations.link(stage.session.workspace, denial.id, "denies", first.id, stage.session.annotator_id)
    stage.settle()
    assert listed(stage) == [("denies", "“The mayor took the money.”")]


def test_a_link_of_a_colleague_stays_and_it_is_said_whose_it_is(tagged: tuple[Stage, Any, Any, Any]) -> None:
    stage, first, _, _ = tagged
    workspace, ben = stage.session.workspace, find_or_add_annotator(stage.session.workspace, "Ben")
    denial = tag(stage, "She denies it.", "denial", ben)
    relations.link(workspace, denial.id, "denies", first.id, ben)
    focus(stage, first)
    press(stage, Qt.Key.Key_L, modifier=CONTROL)
    assert "Ben" in stage.window.strip.state
    assert len(links(stage)) == 1


def test_who_listens_is_told_what_is_linked(
    tagged: tuple[Stage, Any, Any, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    stage, first, second, denial = tagged
    relations.link(stage.session.workspace, denial.id, "denies", first.id, stage.session.annotator_id)
    told: list[str] = []
    monkeypatch.setattr(shown_links, "announce", lambda _widget, words: told.append(words))
    focus(stage, second)
    focus(stage, denial)
    assert "denies Claim: “The mayor took the money.”. sentence 1" in told


def test_without_links_it_is_said(tagged: tuple[Stage, Any, Any, Any]) -> None:
    stage, *_ = tagged
    press(stage, Qt.Key.Key_L, modifier=CONTROL)
    assert stage.window.strip.state == "This annotation has no links."
