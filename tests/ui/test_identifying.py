"""Who one is can always be seen, and changed at once: tags, undo and settings are somebody else's then."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from annotator import settings
from annotator.operations import people
from tests.ui.stage import Stage


@pytest.fixture
def two(stage: Stage) -> Stage:
    """Ana at work on an article with a claim of hers, and Ben, who has done nothing yet."""
    stage.start().load()
    person = stage.session.identifying.person
    people.change_person(stage.session.workspace, person.id, name="Ana")
    stage.window.choices.choose(annotator="Ana")
    people.add_person(stage.session.workspace, "Ben")
    stage.session.tagging.tag("claim")
    stage.settle()
    return stage


def press(stage: Stage, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    stage.qtbot.keyClick(stage.window.reader, key, modifier)
    stage.settle()


def menu_of(stage: Stage) -> QMenu:
    press(stage, Qt.Key.Key_F4)
    menu: QMenu = stage.window.who.menu_shown
    assert menu.isVisible()
    return menu


def choose(stage: Stage, menu: QMenu, beginning: str) -> None:
    """Down to a row and Enter. Without a screen a popup has no keys of its own: the letters would go to the text."""
    row = next(action for action in menu.actions() if action.text().startswith(beginning))
    menu.setActiveAction(row)
    row.trigger()
    menu.close()
    stage.settle()


def name(stage: Stage) -> Any:
    return stage.window.who.person.name


def test_it_is_in_sight_from_the_start(stage: Stage) -> None:
    stage.start()
    assert name(stage) == stage.window.choices.settings.annotator_name
    assert stage.window.who.isVisible()


def test_f4_and_a_key_make_one_somebody_else(two: Stage) -> None:
    menu = menu_of(two)
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["&1  Ana (you) · annotator"]
    choose(two, menu, "&2")
    assert name(two) == "Ben"
    assert settings.load().annotator == "Ben"
    assert two.session.workspace.viewer == two.session.annotator_id == people.people(two.session.workspace)[1].id
    two.session.tagging.tag("denial")
    two.settle()
    (denial,) = [one for one in two.window.reader.annotations() if one.label == "denial"]
    assert denial.annotator == "Ben"


def test_undo_is_ones_own(two: Stage) -> None:
    undo = two.window.actions_table["undo"]
    two.qtbot.waitUntil(lambda: undo.isEnabled() and "claim" in undo.text())
    two.session.identifying.become(people.people(two.session.workspace)[1].id)
    two.settle()
    two.qtbot.waitUntil(lambda: not undo.isEnabled())
    two.session.identifying.become(people.people(two.session.workspace)[0].id)
    two.qtbot.waitUntil(undo.isEnabled)
    press(two, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert two.labels_here() == []


def test_a_click_opens_the_menu_too(two: Stage) -> None:
    two.qtbot.mouseClick(two.window.who, Qt.MouseButton.LeftButton)
    assert two.window.who.menu_shown.isVisible()


def test_somebody_else_is_added_and_at_work_at_once(two: Stage) -> None:
    menu = menu_of(two)
    choose(two, menu, "Somebody &else")
    dialog = two.session.identifying._asking
    dialog.name.setText("Ben")
    two.qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert "already" in dialog.problem.text()
    assert dialog.isVisible()
    two.qtbot.keyClicks(dialog.name, "Eve")
    two.qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    two.settle()
    assert name(two) == "Eve"
    assert [one.name for one in people.people(two.session.workspace)] == ["Ana", "Ben", "Eve"]


def test_the_preferences_still_change_the_name(two: Stage) -> None:
    two.window.choices.choose(annotator="Ben")
    two.settle()
    assert name(two) == "Ben"


def test_the_dialog_of_people_changes_what_is_known(two: Stage) -> None:
    two.window.actions_table["people"].trigger()
    two.settle()
    dialog = two.session.identifying._dialog
    assert [dialog.list_view.item(row).text() for row in range(2)] == ["Ana (you) · annotator", "Ben · annotator"]
    dialog.list_view.setCurrentRow(1)
    dialog.initials.setText("BB")
    two.qtbot.keyClick(dialog.initials, Qt.Key.Key_Return)
    dialog.role.setCurrentIndex(1)
    dialog.role.activated.emit(1)
    two.settle()
    ben = people.people(two.session.workspace)[1]
    assert (ben.initials, ben.role) == ("BB", "reviewer")
    assert dialog.chip.person == ben
    dialog.name.setText("Ana")
    two.qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert "already" in dialog.problem.text()
    assert dialog.name.text() == "Ben"
    dialog.become.click()
    two.settle()
    assert name(two) == "Ben"


def test_who_is_renamed_stays_who_they_are(two: Stage) -> None:
    two.window.actions_table["people"].trigger()
    two.settle()
    dialog = two.session.identifying._dialog
    dialog.name.setText("Anna")
    two.qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    two.settle()
    assert name(two) == "Anna"
    assert settings.load().annotator == "Anna"
    assert [one.annotator for one in two.window.reader.annotations()] == ["Anna"]
    two.again()
    assert [one.name for one in people.people(two.session.workspace)] == ["Anna", "Ben"]


def test_a_dialog_that_is_open_goes_with_the_project(two: Stage) -> None:
    two.window.actions_table["people"].trigger()
    two.app.projects.close()
    assert two.window.who.person is None
