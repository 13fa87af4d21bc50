"""Boxes beside foreign names."""

from time import perf_counter

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator.ui.imports import import_choices
from annotator.ui.imports.import_choices import MapRow
from annotator.ui.imports.map_form import MapForm
from tests.ui.imports.previews import LABELS, preview


def test_each_name_has_a_box_that_the_keyboard_reaches(qtbot: QtBot) -> None:
    form = MapForm("Labels", "There are none.")
    qtbot.addWidget(form)
    form.show_rows(import_choices.label_rows(preview(), LABELS))
    assert form.chosen() == {("Claims",): "claim", ("ادعاء",): ""}
    box = form.boxes["ادعاء",]
    assert box.accessibleName() == "What “ادعاء” means here"
    form.show()
    qtbot.waitExposed(form)
    box.setFocus()
    with qtbot.waitSignal(form.changed):
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert form.chosen()["ادعاء",] == LABELS.offered[0].key


def test_the_box_in_hand_keeps_the_keyboard_when_rows_come_anew(qtbot: QtBot) -> None:
    form = MapForm("Labels", "There are none.")
    qtbot.addWidget(form)
    with qtbot.waitActive(form):
        form.show()
    form.show_rows(import_choices.label_rows(preview(), LABELS))
    form.boxes["ادعاء",].setFocus()
    qtbot.waitUntil(form.boxes["ادعاء",].hasFocus)
    form.show_rows(import_choices.label_rows(preview(), LABELS))
    qtbot.waitUntil(form.boxes["ادعاء",].hasFocus)


def test_where_there_is_nothing_it_says_so(qtbot: QtBot) -> None:
    form = MapForm("Links", "There are none.")
    qtbot.addWidget(form)
    form.show_rows([])
    assert form.chosen() == {}
    assert [label.text() for label in form.findChildren(QLabel)] == ["There are none."]


def test_of_thousands_of_names_the_commonest_are_asked_about_and_the_others_told(qtbot: QtBot) -> None:
    form = MapForm("Labels", "There are none.")
    qtbot.addWidget(form)
    form.show()
    rows = [
        MapRow((f"label {at}",), f"label {at}", 9, [("(leave out)", ""), ("Claim", "claim")], "") for at in range(5000)
    ]
    begun = perf_counter()
    form.show_rows(rows)
    assert perf_counter() - begun < 3  # a box for each would take minutes
    assert form.names == 5000
    assert list(form.chosen()) == [(f"label {at}",) for at in range(100)]
    told = [label for label in form.findChildren(QLabel) if label.text().startswith("4,900 rarer names")]
    assert [label.isVisible() for label in told] == [True]
