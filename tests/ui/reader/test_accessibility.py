from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from annotator.ui.reader.reader import Reader
from tests.ui.reader.articles import annotation, document


def test_a_screen_reader_is_told_the_focused_sentence(reader: Reader, qtbot: QtBot) -> None:
    QAccessible.setActive(True)
    reader.show_document(document("One stands. Two stands.", annotations=[annotation("claim", (12, 15))]))
    interface = QAccessible.queryAccessibleInterface(reader)
    assert interface.text(QAccessible.Text.Name) == "Article"
    assert interface.text(QAccessible.Text.Description) == "Sentence 1 of 2, undecided. One stands."
    reader.focus_next()
    assert interface.text(QAccessible.Text.Description) == "Sentence 2 of 2, Claim. Two stands."
