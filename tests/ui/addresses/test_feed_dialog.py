"""What a feed offers is chosen by keys or mouse, and handed on; the dialog loads nothing itself."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.formats.base import ReadOptions
from annotator.operations.addresses import FeedOffer
from annotator.ui.addresses.feed_dialog import FeedDialog
from annotator.ui.inks import contrast
from annotator.ui.theme import THEMES, palette, read_theme
from tests.ui.addresses.test_entry_model import ENTRIES

OFFER = FeedOffer("https://a.test/feed", ENTRIES, False, (b"", "feed", ReadOptions()))
Make = Callable[..., FeedDialog]


@pytest.fixture
def make(qtbot: QtBot) -> Make:
    def made(offer: FeedOffer = OFFER) -> FeedDialog:
        dialog = FeedDialog(None, offer)
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.show()
        return dialog

    return made


def test_keys_choose_and_load(make: Make, qtbot: QtBot) -> None:
    dialog = make()
    assert dialog.entries.hasFocus()
    assert not dialog.load.isEnabled()
    assert dialog.told.text().startswith("The feed has 5 entries.")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space):
        QTest.keyClick(dialog.entries, key)
    assert dialog.load.text() == "Load 2 pages"
    assert "will contact \u2068a.test\u2069" in dialog.told.text()
    QTest.keyClick(dialog.entries, Qt.Key.Key_Space)
    assert dialog.load.text() == "Load 1 page"
    with qtbot.waitSignal(dialog.pages_chosen) as chosen:
        QTest.keyClick(dialog.entries, Qt.Key.Key_Return)
    assert chosen.args == [["https://a.test/1"]]
    assert not dialog.isVisible()


def test_a_click_chooses(make: Make) -> None:
    dialog = make()
    place = dialog.entries.visualRect(dialog.model.index(2, 0)).center()
    QTest.mouseClick(dialog.entries.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert dialog.model.urls() == ("https://a.test/3",)


def test_all_that_are_new_and_none(make: Make) -> None:
    dialog = make()
    dialog.new.click()
    assert dialog.model.urls() == ("https://a.test/1", "https://a.test/3")
    dialog.none.click()
    assert not dialog.load.isEnabled()


def test_texts_of_the_feed_itself(make: Make, qtbot: QtBot) -> None:
    assert not make().texts.isVisible()
    dialog = make(replace(OFFER, texts=True))
    with qtbot.waitSignal(dialog.texts_chosen):
        dialog.texts.click()
    assert not dialog.isVisible()


def test_escape_leaves_it(make: Make) -> None:
    dialog = make()
    dialog.pages_chosen.connect(lambda _urls: pytest.fail("nothing was chosen"))
    QTest.keyClick(dialog.entries, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize("name", THEMES)
def test_a_box_is_seen_in_every_theme(make: Make, name: str) -> None:
    before = QApplication.palette()
    QApplication.setPalette(palette(read_theme(name)))
    try:
        dialog = make()
        row = dialog.entries.visualRect(dialog.model.index(1, 0))
        picture = dialog.entries.viewport().grab(QRect(row.left(), row.top(), 18, row.height())).toImage()
        paper = picture.pixelColor(0, 0)
        contrasts = [
            contrast(paper, picture.pixelColor(x, y)) for x in range(picture.width()) for y in range(picture.height())
        ]
    finally:
        QApplication.setPalette(before)
    assert max(contrasts) >= 3
