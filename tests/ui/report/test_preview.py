"""The beginning of a report on white paper."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from annotator.core.report import Heading, plain
from annotator.ui.report.preview import Preview


def test_it_shows_blocks_and_then_others(qtbot: QtBot) -> None:
    preview = Preview()
    qtbot.addWidget(preview)
    preview.show_blocks([Heading("One", 1)], ())
    assert preview.toPlainText() == "One"
    preview.show_blocks([plain("نفى الوزير"), plain("two")], ())
    assert preview.toPlainText() == "نفى الوزير\ntwo"


def test_nothing_is_fetched(qtbot: QtBot) -> None:
    preview = Preview()
    qtbot.addWidget(preview)
    assert preview.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl("file:///etc/hosts")) is None
    assert not preview.openLinks()
    assert preview.accessibleName()
