"""The dialog is worked with the labels' keys, Space and Enter."""

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator import resources
from annotator.core.found_places import Extent
from annotator.core.schema_file import read_label_set
from annotator.ui.finding.tag_dialog import Found, TagDialog
from tests.ui.finding.places import all_standings

LABELS = read_label_set(resources.read_toml("label_sets", "newsroom", "label_set.toml"))


@pytest.fixture
def dialog(qtbot: QtBot) -> TagDialog:
    dialog = TagDialog(None, Found(all_standings(), True), LABELS, {"tag_quote": "Q"}, "light")
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    return dialog


def test_the_keys_of_labels_choose_them(dialog: TagDialog) -> None:
    assert dialog.choice().label == "claim"
    assert [where.start_char for _, where in dialog.choice().places] == [0]
    QTest.keyClick(dialog.list_view, Qt.Key.Key_2)
    assert dialog.choice().label == "denial"
    assert len(dialog.choice().places) == 4
    QTest.keyClick(dialog.list_view, Qt.Key.Key_Q)
    assert dialog.choice().label == "quote", "a key of one's own"
    assert "(Q)" in dialog.labels["quote"].text()


def test_counts_follow_what_is_chosen(dialog: TagDialog) -> None:
    assert dialog.tag_button.text() == "Tag 1 place"
    QTest.keyClick(dialog.list_view, Qt.Key.Key_Space)
    assert not dialog.tag_button.isEnabled()
    dialog.all_button.click()
    assert dialog.tag_button.text() == "Tag 4 places"
    dialog.none_button.click()
    assert dialog.count.text().startswith("0 of 7 chosen")


def test_a_click_on_the_box_chooses(dialog: TagDialog) -> None:
    row = dialog.list_view.visualRect(dialog.model.index(2, 0))
    for place, count in ((QPoint(row.left() + 20, row.center().y()), 2), (row.center(), 2)):
        QTest.mouseClick(dialog.list_view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert len(dialog.choice().places) == count


def test_how_much_is_tagged(dialog: TagDialog) -> None:
    dialog.extents[Extent.EXACT].click()
    assert dialog.choice().places[0][1].start_char == 4


def test_it_says_that_there_are_more_and_fits_a_small_screen(dialog: TagDialog) -> None:
    words = [label.text() for label in dialog.findChildren(type(dialog.count))]
    assert any("first 7 places" in one for one in words)
    assert dialog.minimumSizeHint().width() <= 1024
    assert dialog.height() <= 700


@pytest.mark.parametrize(("key", "places"), [(Qt.Key.Key_Return, 1), (Qt.Key.Key_Escape, None)])
def test_enter_tags_and_escape_thinks_better_of_it(qtbot: QtBot, key: Qt.Key, places: int | None) -> None:
    def press() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, TagDialog)
        QTest.keyClick(dialog.list_view, key)

    QTimer.singleShot(100, press)
    choice = TagDialog.ask(None, Found(all_standings()), LABELS, {}, "light")
    assert (len(choice.places) if choice else None) == places


def test_what_is_said_of_all_of_it(dialog: TagDialog) -> None:
    QTest.keyClick(dialog.list_view, Qt.Key.Key_2)
    scope = next(field for field in dialog.attributes.fields() if field.attribute.key == "denial_scope")
    scope.begin()
    QTest.keyClick(scope.editor, Qt.Key.Key_Down)
    QTest.keyClick(scope.editor, Qt.Key.Key_Return)
    assert dialog.choice().attributes == {"denial_scope": "partial"}
    assert dialog.focusWidget() is dialog.list_view
    QTest.keyClick(dialog.list_view, Qt.Key.Key_1)
    assert dialog.choice().attributes == {}
