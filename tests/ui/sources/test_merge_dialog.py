"""Which other entry is the same source is asked with the keyboard alone, and it is said what will happen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.ui.sources.merge_dialog import MergeDialog
from tests.ui.sources.rows import row

KEPT, ROWS = row("Tira"), [row("Bela"), row("Belinda"), row("Cora")]


@pytest.fixture
def dialog(qtbot: QtBot) -> MergeDialog:
    dialog = MergeDialog(
        None, KEPT, lambda typed: [one for one in (KEPT, *ROWS) if typed.casefold() in one.name.casefold()]
    )
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_the_first_that_fits_is_chosen(dialog: MergeDialog, qtbot: QtBot) -> None:
    assert dialog.chosen() is None
    assert not dialog.merge.isEnabled()
    QTest.keyClicks(dialog.field, "bel")
    assert dialog.chosen() == ROWS[0].source.id
    QTest.keyClick(dialog.field, Qt.Key.Key_Down)
    QTest.keyClick(dialog.field, Qt.Key.Key_Down)
    assert dialog.chosen() == ROWS[1].source.id
    assert "“Belinda” becomes an alias" in dialog._says.text()
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)


def test_the_one_that_is_kept_is_not_offered(dialog: MergeDialog) -> None:
    QTest.keyClicks(dialog.field, "tira")
    assert dialog.model.rowCount() == 0
    assert not dialog.merge.isEnabled()
    QTest.keyClick(dialog.field, Qt.Key.Key_Down)
    assert dialog.chosen() is None


def test_it_fits_a_small_screen(dialog: MergeDialog) -> None:
    assert dialog.width() <= 1024
    assert dialog.height() <= 700


def test_asking(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MergeDialog, "exec", lambda self: (self.field.setText("cora"), self.DialogCode.Accepted)[1])
    assert MergeDialog.ask(None, KEPT, lambda typed: [ROWS[2]]) == ROWS[2].source.id
    monkeypatch.setattr(MergeDialog, "exec", lambda self: self.DialogCode.Rejected)
    assert MergeDialog.ask(None, KEPT, lambda typed: [ROWS[2]]) is None


def test_that_protection_is_taken_over_is_said(qtbot: QtBot) -> None:
    hidden, secret = row("Sam", "Protected source 1", protected=True), row("Ada", "Protected source 2", protected=True)
    for kept, other, is_said in ((KEPT, hidden, True), (secret, hidden, False), (hidden, KEPT, False)):
        dialog = MergeDialog(None, kept, lambda _typed, other=other: [other])
        qtbot.addWidget(dialog)
        QTest.keyClicks(dialog.field, "s")
        assert dialog.chosen() == other.source.id
        assert ("“Tira” becomes protected, too." in dialog._says.text()) is is_said
