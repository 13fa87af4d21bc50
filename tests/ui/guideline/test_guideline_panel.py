"""The panel: one label at a time, all of it searched, left with Escape."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.core.guideline import GENERAL, chapters
from annotator.operations.label_sets import shipped_label_set
from annotator.ui.guideline.guideline_panel import GuidelinePanel

LABELS = shipped_label_set("newsroom")


def shown(qtbot: QtBot) -> GuidelinePanel:
    panel = GuidelinePanel()
    qtbot.addWidget(panel)
    panel.set_chapters(chapters(LABELS, None, "en", "In general"), ("en", "id"), "en")
    panel.resize(320, 700)
    with qtbot.waitActive(panel):
        panel.show()
    return panel


def test_it_begins_with_what_holds_for_all(qtbot: QtBot) -> None:
    panel = shown(qtbot)
    assert panel.key == GENERAL
    assert [panel.chapter_box.itemText(row) for row in range(3)] == ["In general", "Claim", "Denial"]
    panel.show_label("nothing")
    assert panel.key == GENERAL


def test_the_label_stays_when_the_language_changes(qtbot: QtBot) -> None:
    panel = shown(qtbot)
    panel.show_label("quote")
    panel.set_chapters(chapters(LABELS, None, "id", "Umum"), ("en", "id"), "id")
    assert panel.key == "quote"
    assert "Tanda kutip" in panel.text.toPlainText()
    assert panel.language_box.currentText() == "Bahasa Indonesia"


def test_a_search_goes_through_all_of_it(qtbot: QtBot) -> None:
    panel = shown(qtbot)
    panel.begin()
    QTest.keyClicks(panel.text, "/")
    assert panel.search.hasFocus()
    QTest.keyClicks(panel.search, "scare quotes")
    found = panel.text.toPlainText()
    assert "Quote" in found
    assert "hand the word to nobody" in found
    assert "X denies that" not in found
    QTest.keyClicks(panel.search, "zzz")
    assert "says nothing of this" in panel.text.toPlainText()


def test_escape_forgets_the_search_first_and_then_leaves(qtbot: QtBot) -> None:
    panel, left = shown(qtbot), []
    panel.left.connect(lambda: left.append(True))
    panel.search.setFocus()
    QTest.keyClicks(panel.search, "deny")
    QTest.keyClick(panel.search, Qt.Key.Key_Escape)
    assert panel.search.text() == ""
    assert left == []
    QTest.keyClick(panel.search, Qt.Key.Key_Escape)
    assert left == [True]


def test_every_part_has_a_name_and_can_be_reached_by_tab(qtbot: QtBot) -> None:
    panel = shown(qtbot)
    parts = (panel.text, panel.chapter_box, panel.language_box, panel.search, panel.cases.list, panel.close_button)
    assert all(part.accessibleName() for part in parts)
    panel.begin()
    reached = []
    for _ in range(3):
        QTest.keyClick(panel.focusWidget(), Qt.Key.Key_Tab)
        reached.append(panel.focusWidget())
    assert reached == [panel.chapter_box, panel.language_box, panel.search]
