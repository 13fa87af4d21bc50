"""The page by itself: what is empty says what to do."""

import pytest
from PySide6.QtTest import QSignalSpy

from annotator.core.self_check import consistency
from annotator.ui.self_check.page import SelfCheckPage
from annotator.ui.theme import read_theme


@pytest.fixture
def page(qtbot: object) -> SelfCheckPage:
    made = SelfCheckPage()
    qtbot.addWidget(made)  # type: ignore[attr-defined]
    return made


def test_an_empty_page_says_what_to_do(page: SelfCheckPage) -> None:
    page.show_figures(consistency([], []), 0, {}, read_theme("light"))
    assert "come back" in page._waiting.text()
    assert page.begin_asking.isHidden()
    assert page.table.isHidden()


def test_what_is_wanted(page: SelfCheckPage) -> None:
    spy = QSignalSpy(page.wanted)
    page.share.setCurrentIndex(2)
    page.take.click()
    assert spy.at(0) == [10, 7]
