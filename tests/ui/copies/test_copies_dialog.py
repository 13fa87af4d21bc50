"""An article beside its copies."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.core.text_diff import differences
from annotator.operations.copies import Copy
from annotator.ui.copies.copies_dialog import CopiesDialog
from tests.operations.test_applying import OURS, WIRE
from tests.ui.copies.proposals import annotation, article, labels
from tests.ui.library.shelf import shelf


@pytest.fixture
def copies() -> list[Copy]:
    return [Copy(summary, 0.9 - at / 10) for at, summary in enumerate(shelf(3))]


@pytest.fixture
def dialog(qtbot: QtBot) -> CopiesDialog:
    made = article(WIRE, "Bridge closed", "Gazette")
    made = replace(made, annotations=(annotation(made.id, WIRE, "The council denies that."),))
    dialog = CopiesDialog(None, made, labels(), "light")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitExposed(dialog)
    return dialog


def test_the_first_copy_is_asked_for_and_shown(dialog: CopiesDialog, copies: list[Copy], qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.copy_chosen) as chosen:
        dialog.set_copies(copies, writable=True)
    assert chosen.args == [copies[0].document.id]
    assert dialog.box.currentText() == "Article 0 – Harbour Gazette · 90 % the same"
    dialog.show_copy(article(OURS, "Harrow", "Post"), differences(WIRE, OURS))
    assert dialog.view.new_view.toPlainText() == OURS
    assert dialog.view.old_title.text() == "Bridge closed – Gazette"
    assert dialog.view.count > 0
    dialog.show_copy(article(WIRE), differences(WIRE, WIRE))
    assert dialog.view.told.text() == "The texts are the same."


def test_copies_are_gone_through_by_key(dialog: CopiesDialog, copies: list[Copy], qtbot: QtBot) -> None:
    dialog.set_copies(copies, writable=True)
    seen: list[object] = []
    dialog.copy_chosen.connect(seen.append)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(dialog.view.old_view, key, Qt.KeyboardModifier.AltModifier)
    assert seen == [copies[at].document.id for at in (1, 2, 1)]


def test_the_copy_that_is_shown_stays_when_others_go(dialog: CopiesDialog, copies: list[Copy], qtbot: QtBot) -> None:
    dialog.set_copies(copies, writable=True)
    dialog.step(1)
    with qtbot.assertNotEmitted(dialog.copy_chosen):
        dialog.set_copies(copies[1:], writable=True)
    with qtbot.waitSignal(dialog.copy_chosen) as chosen:
        dialog.set_copies(copies[2:], writable=True)
    assert chosen.args == [copies[2].document.id]


def test_the_buttons_ask(dialog: CopiesDialog, copies: list[Copy], qtbot: QtBot) -> None:
    dialog.set_copies(copies, writable=True)
    left, first = Qt.MouseButton.LeftButton, copies[0].document.id
    with qtbot.waitSignal(dialog.separate_requested) as separate:
        qtbot.mouseClick(dialog.separate_button, left)
    assert separate.args == [first]
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.open_requested) as opened:
        qtbot.mouseClick(dialog.open_button, left)
    assert opened.args == [first]
    assert not dialog.isVisible()
    dialog.show()
    with qtbot.waitSignal(dialog.apply_requested):
        qtbot.mouseClick(dialog.apply_button, left)
    assert not dialog.isVisible()


def test_what_would_change_something_rests_where_nothing_may_be_changed(
    dialog: CopiesDialog, copies: list[Copy]
) -> None:
    dialog.set_copies(copies, writable=False)
    assert not dialog.separate_button.isEnabled()
    assert not dialog.apply_button.isEnabled()
    assert dialog.open_button.isEnabled()


def test_it_fits_a_low_screen(dialog: CopiesDialog, copies: list[Copy]) -> None:
    dialog.set_copies([replace(copies[0], document=replace(copies[0].document, title="word " * 80))], writable=True)
    assert dialog.width() <= 1024
    assert dialog.height() <= 700
    assert dialog.minimumSizeHint().width() <= 900
