"""Details are changed in place: told once when a field is left, and not at all where nothing has changed."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.core.records import SourceRecord
from annotator.ui.sources.details_form import DetailsForm
from tests.ui.sources.rows import row

SOURCE = row("Tira", aliases=("Kenari", "T."), kind="person", note="a\nb").source


@pytest.fixture
def form(qtbot: QtBot) -> DetailsForm:
    form = DetailsForm()
    qtbot.addWidget(form)
    form.show()
    form.show_source(SOURCE, "Tira", hidden=False, writable=True)
    qtbot.waitExposed(form)
    form.activateWindow()
    return form


@pytest.fixture
def told(form: DetailsForm) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = []
    form.edited.connect(told.append)
    return told


def test_what_is_known_is_shown(form: DetailsForm) -> None:
    assert (form.name.text(), form.aliases.text(), form.note.toPlainText()) == ("Tira", "Kenari; T.", "a\nb")
    assert (form.kind.currentText(), form.naming.currentText()) == ("Person", "Named")
    assert all(field.accessibleName() for field in (form.name, form.aliases, form.kind, form.naming, form.role))


def test_of_a_long_name_the_beginning_is_seen(form: DetailsForm) -> None:
    long = row("Ministry of " + "harbours and " * 40, aliases=tuple(f"Alias number {n}" for n in range(40))).source
    form.show_source(long, long.name, hidden=False, writable=True)
    assert form.name.cursorPosition() == 0
    assert form.aliases.height() > 1.8 * form.name.height()  # many are seen together


def test_a_field_that_is_left_is_told(form: DetailsForm, told: list[dict[str, Any]]) -> None:
    form.edit_name()
    QTest.keyClicks(form.name, "Bela")
    QTest.keyClick(form.name, Qt.Key.Key_Return)
    form.aliases.setText("B.;  ; Kenari")
    form.commit()
    form.note.setPlainText("c")
    form.note.setFocus()
    form.protected.setFocus()
    assert told[0] == {"name": "Bela"}
    assert {"aliases": ["B.", "Kenari"]} in told
    assert {"note": "c"} in told
    told.clear()
    QTest.keyClick(form.kind, Qt.Key.Key_Down)
    QTest.mouseClick(form.protected, Qt.MouseButton.LeftButton)
    assert told == [{"kind": "organisation"}, {"protected": True}]


def test_what_has_not_changed_is_not_told(form: DetailsForm, told: list[dict[str, Any]]) -> None:
    for field in (form.name, form.aliases, form.note, form.kind):
        field.setFocus()
    form.commit()
    assert told == []


def test_somebody_typing_is_not_disturbed(form: DetailsForm) -> None:
    form.edit_name()
    QTest.keyClicks(form.name, "Be")
    form.show_source(SOURCE, "Tira", hidden=False, writable=True)  # a colleague has changed something
    assert form.name.text() == "Be"
    form.show_source(row("Cora").source, "Cora", hidden=False, writable=True)
    assert form.name.text() == "Cora"


def test_hidden_names_are_neither_seen_nor_overwritten(form: DetailsForm, told: list[dict[str, Any]]) -> None:
    protected = SourceRecord(SOURCE.id, "Tira", ("Kenari",), protected=True, note="secret")
    form.show_source(protected, "Protected source 1", hidden=True, writable=True)
    shown = form.name.text() + form.aliases.text() + form.note.toPlainText()
    assert shown == "Protected source 1"
    form.edit_name()
    QTest.keyClicks(form.name, "x")
    form.commit()
    assert told == []


def test_what_cannot_be_written_cannot_be_changed(form: DetailsForm, told: list[dict[str, Any]]) -> None:
    form.show_source(SOURCE, "Tira", hidden=False, writable=False)
    QTest.keyClicks(form.name, "x")
    QTest.mouseClick(form.protected, Qt.MouseButton.LeftButton)
    form.commit()
    assert told == []
