"""Naming a source by key: proposed, found, made, taken away."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from annotator.core.schema import AttributeKind
from annotator.ui.inspector.fields.field import DIFFERENT
from annotator.ui.inspector.fields.source_choices import SourceChoice
from annotator.ui.inspector.fields.source_field import SourceField
from tests.ui.inspector.fields.attributes import ALI, SARI, SITI, Finder, attribute, changes, shown

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def finder() -> Finder:
    return Finder()


def made(qtbot: QtBot, finder: Finder, **more: Any) -> SourceField:
    field = SourceField(attribute(AttributeKind.SOURCE, **more), finder)
    shown(qtbot, field)
    return field


def line(field: SourceField) -> QLineEdit:
    return field.findChildren(QLineEdit)[0]


def test_enter_takes_whom_the_article_names(qtbot: QtBot, finder: Finder) -> None:
    finder.proposals = [SourceChoice(SARI.id, "Sari"), SourceChoice(ALI.id, "Ali")]
    field = made(qtbot, finder)
    told = changes(field)
    field.begin()
    assert field.choices.words() == "Sari"
    with qtbot.waitSignal(field.left):
        qtbot.keyClick(field.editor, Qt.Key.Key_Return)
    assert told == [[SARI.id]]
    assert not field.choices.isVisible()


def test_enter_takes_nobody_for_whom_nothing_in_the_article_speaks(qtbot: QtBot, finder: Finder) -> None:
    finder.proposals = [SourceChoice(SARI.id, "Sari", likely=False), SourceChoice(ALI.id, "Ali", likely=False)]
    field = made(qtbot, finder)
    told = changes(field)
    field.begin()
    with qtbot.waitSignal(field.left):
        qtbot.keyClick(field.editor, Qt.Key.Key_Return)
    assert told == []
    field.begin()
    qtbot.keyClick(field.editor, Qt.Key.Key_Down)
    qtbot.keyClick(field.editor, Qt.Key.Key_Return)
    assert told == [[SARI.id]]


def test_a_name_that_is_not_known_yet_is_made_with_the_same_key(qtbot: QtBot, finder: Finder) -> None:
    finder.proposals = [SourceChoice(None, "Rina")]
    field = made(qtbot, finder)
    field.begin()
    with qtbot.waitSignal(field.create_requested) as asked:
        qtbot.keyClick(field.editor, Qt.Key.Key_Return)
    assert asked.args == ["Rina"]


def test_sources_are_found_while_one_types(qtbot: QtBot, finder: Finder) -> None:
    field = made(qtbot, finder)
    told = changes(field)
    qtbot.keyClicks(field.editor, "s")
    assert [field.choices.item(row).text() for row in range(3)] == ["Sari", "Siti", "Create “s”"]
    qtbot.keyClick(field.editor, Qt.Key.Key_Down)
    qtbot.keyClick(field.editor, Qt.Key.Key_Return)
    assert told == [[SITI.id]]


def test_the_last_row_makes_one_when_nobody_fits_and_control_enter_always(qtbot: QtBot, finder: Finder) -> None:
    field = made(qtbot, finder)
    asked: list[str] = []
    field.create_requested.connect(asked.append)
    qtbot.keyClicks(field.editor, "Zaki")
    qtbot.keyClick(field.editor, Qt.Key.Key_Return)
    field.begin()
    qtbot.keyClicks(field.editor, "Sa")
    qtbot.keyClick(field.editor, Qt.Key.Key_Return, CONTROL)
    assert asked == ["Zaki", "Sa"]


def test_a_name_that_is_there_is_not_offered_to_be_made(qtbot: QtBot, finder: Finder) -> None:
    field = made(qtbot, finder)
    qtbot.keyClicks(field.editor, "ali")
    assert field.choices.count() == 1


def test_emptied_and_enter_takes_the_source_away(qtbot: QtBot, finder: Finder) -> None:
    finder.proposals = [SourceChoice(SARI.id, "Sari")]
    field = made(qtbot, finder)
    field.set_value((ALI,))
    told = changes(field)
    field.begin()
    assert line(field).selectedText() == "Ali"
    qtbot.keyClick(field.editor, Qt.Key.Key_Backspace)
    assert field.choices.choice() is None
    qtbot.keyClick(field.editor, Qt.Key.Key_Return)
    assert told == [[]]


def test_enter_on_what_is_there_changes_nothing(qtbot: QtBot, finder: Finder) -> None:
    finder.proposals = [SourceChoice(SARI.id, "Sari"), SourceChoice(ALI.id, "Ali")]
    field = made(qtbot, finder)
    field.set_value((ALI,))
    told = changes(field)
    field.begin()
    assert field.choices.words() == "Ali"
    with qtbot.waitSignal(field.left):
        qtbot.keyClick(field.editor, Qt.Key.Key_Return)
    assert told == []


def test_escape_leaves_everything_as_it_was(qtbot: QtBot, finder: Finder) -> None:
    field = made(qtbot, finder)
    field.set_value((ALI,))
    told = changes(field)
    field.begin()
    qtbot.keyClicks(field.editor, "Sari")
    with qtbot.waitSignal(field.left):
        qtbot.keyClick(field.editor, Qt.Key.Key_Escape)
    assert told == []
    assert line(field).text() == "Ali"
    assert not field.choices.isVisible()


def test_several_are_chips_that_can_be_taken_away(qtbot: QtBot, finder: Finder) -> None:
    field = made(qtbot, finder, many=True)
    field.set_value((ALI, SARI))
    told = changes(field)
    chips = field.findChildren(QToolButton)
    qtbot.waitUntil(lambda: all(chip.isVisible() for chip in chips))
    assert [chip.accessibleName() for chip in chips] == ["Take Ali away", "Take Sari away"]
    qtbot.keyClick(chips[0], Qt.Key.Key_Space)
    qtbot.keyClick(field.editor, Qt.Key.Key_Backspace)
    qtbot.keyClicks(field.editor, "sit")
    qtbot.keyClick(field.editor, Qt.Key.Key_Return)
    assert told == [[SARI.id], [ALI.id], [ALI.id, SARI.id, SITI.id]]
    assert line(field).text() == ""
    finder.proposals = [SourceChoice(ALI.id, "Ali"), SourceChoice(SITI.id, "Siti")]
    field.begin()
    assert [field.choices.item(row).text() for row in range(field.choices.count())] == ["Siti"]


def test_several_annotations_that_differ_can_be_given_one_source(qtbot: QtBot, finder: Finder) -> None:
    field = made(qtbot, finder)
    field.set_value(DIFFERENT)
    assert line(field).placeholderText() == "(differs)"
    told = changes(field)
    qtbot.keyClicks(field.editor, "ali")
    qtbot.keyClick(field.editor, Qt.Key.Key_Return)
    assert told == [[ALI.id]]


def test_news_of_the_same_leaves_what_is_being_typed(qtbot: QtBot, finder: Finder) -> None:
    field = made(qtbot, finder)
    for value in (DIFFERENT, (ALI,)):
        field.set_value(value)
        line(field).clear()
        qtbot.keyClicks(field.editor, "sa")
        field.set_value(value)
        assert line(field).text() == "sa"
    field.set_value((SARI,))
    assert line(field).text() == "Sari"
