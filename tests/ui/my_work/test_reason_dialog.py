"""No reason, no button."""

from pytestqt.qtbot import QtBot

from annotator.ui.my_work.reason_dialog import ReasonDialog


def test_a_reason_is_given(qtbot: QtBot) -> None:
    dialog, told = ReasonDialog(None, "New version", "Why?", "Begin"), list[str]()
    qtbot.addWidget(dialog)
    dialog.given.connect(told.append)
    dialog.show()
    dialog.words.setPlainText(" \n")
    assert not dialog.take.isEnabled()
    dialog.words.setPlainText(" a name was wrong\n")
    dialog.take.click()
    assert told == ["a name was wrong"]
    assert not dialog.isVisible()
