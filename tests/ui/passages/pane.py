"""A reading pane on the screen, and spans to show in it."""

from uuid import uuid4

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator import resources
from annotator.core.schema import LabelSet
from annotator.core.schema_file import read_label_set
from annotator.core.spans import Span
from annotator.ui.passages.reading_pane import ReadingPane
from annotator.ui.passages.shown_span import ShownSpan
from annotator.ui.reader_look import reader_theme
from annotator.ui.theme import read_theme

TEXT = "The bridge is closed, the mayor said.\n\n“Nobody was told,” she added.\n\nقال الوزير إن السعر ارتفع."


def newsroom() -> LabelSet:
    return read_label_set(resources.read_toml("label_sets", "newsroom", "label_set.toml"))


def a_span(words: str, text: str = TEXT, label: str = "claim", **more: object) -> ShownSpan:
    at = text.index(words)
    return ShownSpan(uuid4(), (Span(at, at + len(words)),), newsroom().label(label), **more)  # type: ignore[arg-type]


def pane_with(
    qtbot: QtBot, *spans: ShownSpan, text: str = TEXT, theme: str = "light", width: int = 520, title: str = ""
) -> ReadingPane:
    pane = ReadingPane()
    qtbot.addWidget(pane)
    pane.resize(width, 300)
    pane.set_theme(reader_theme(read_theme(theme)))
    pane.show_text(text, spans, "en", title=title)
    pane.show()
    qtbot.waitExposed(pane)
    return pane


def picture(pane: ReadingPane) -> QImage:
    QApplication.processEvents()
    return pane.grab().toImage()
