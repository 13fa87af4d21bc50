"""A reader on a screen for each test."""

import pytest
from pytestqt.qtbot import QtBot

from annotator.ui.reader.reader import Reader
from tests.ui.reader.articles import newsroom


@pytest.fixture
def reader(qtbot: QtBot) -> Reader:
    shown = Reader()
    qtbot.addWidget(shown)
    shown.set_labels(newsroom())
    shown.resize(900, 500)
    shown.show()
    return shown
