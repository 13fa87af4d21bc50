"""Words stand where their script starts."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.ui.details.words_field import WordsField


def test_the_side_follows_the_words(qtbot: QtBot) -> None:
    field = WordsField("عاجل", "Title")
    qtbot.addWidget(field)
    assert field.accessibleName() == "Title"
    assert field.alignment() & Qt.AlignmentFlag.AlignRight
    field.clear()
    qtbot.keyClicks(field, "Rise")
    assert field.alignment() & Qt.AlignmentFlag.AlignLeft
    assert field.alignment() & Qt.AlignmentFlag.AlignAbsolute
