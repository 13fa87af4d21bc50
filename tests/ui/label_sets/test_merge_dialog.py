"""What a label becomes."""

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from annotator.ui.label_sets.merge_dialog import MergeDialog

INTO = [("claim", "Claim"), ("quote", "Quote")]


def test_it_says_how_many_annotations_change(qtbot: QtBot) -> None:
    dialog = MergeDialog(None, "Denial", INTO, lambda key: f"12 become {key}")
    qtbot.addWidget(dialog)
    assert dialog.count.text() == "12 become claim"
    dialog.into.setCurrentIndex(1)
    assert dialog.count.text() == "12 become quote"


def test_it_grows_with_what_it_says(qtbot: QtBot) -> None:
    long = "They are asked under different conditions; give both the same one first. " * 3
    dialog = MergeDialog(None, "Denial", INTO, lambda key: "Short." if key == "claim" else long)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.into.setCurrentIndex(1)
    qtbot.waitUntil(lambda: dialog.count.height() >= dialog.count.heightForWidth(dialog.count.width()))


@pytest.mark.parametrize(("answer", "key"), [(QDialog.DialogCode.Accepted, "claim"), (QDialog.DialogCode.Rejected, "")])
def test_it_gives_the_key_or_nothing(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, answer: QDialog.DialogCode, key: str
) -> None:
    monkeypatch.setattr(MergeDialog, "exec", lambda _self: answer)
    assert MergeDialog.ask(None, "Denial", INTO, str) == key
