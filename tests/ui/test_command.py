"""A command's words are translated when they are shown."""

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from annotator.ui.command import CONTEXT, FILE, Command, short_of, title_of

QUIT = Command("quit", "Quit", "window.close", ("Ctrl+Q",), FILE, 5)


class _Indonesian(QTranslator):
    def translate(self, context: str, words: str, *_: object) -> str:
        return {"Quit": "Keluar"}.get(words, "") if context == CONTEXT else ""

    def isEmpty(self) -> bool:
        return False


@pytest.mark.usefixtures("qapp")
def test_words_are_those_of_the_persons_language() -> None:
    assert title_of(QUIT) == short_of(QUIT) == "Quit"
    translator = _Indonesian()
    QCoreApplication.installTranslator(translator)
    try:
        assert title_of(QUIT) == short_of(QUIT) == "Keluar"
    finally:
        QCoreApplication.removeTranslator(translator)
