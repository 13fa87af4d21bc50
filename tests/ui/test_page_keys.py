"""The sheet promises no key that a page does not take."""

from uuid import UUID

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from pytestqt.qtbot import QtBot

from annotator.ui.commands import COMMANDS
from annotator.ui.disputes.disputes_page import DisputesPage
from annotator.ui.page_keys import PAGE_KEYS, lines_of_page
from annotator.ui.review.review_keys import act_for
from annotator.ui.review.review_page import ReviewPage
from tests.store.desk import Desk
from tests.ui.review.readings import article, desk, reading

__all__ = ["article", "desk"]


def pressed(command_id: str) -> list[QKeyEvent]:
    found = []
    for _, keys in PAGE_KEYS[command_id]:
        for key in keys:
            one = QKeySequence(key)[0]  # type: ignore[index]  # it has an index
            found.append(QKeyEvent(QEvent.Type.KeyPress, one.key(), one.keyboardModifiers(), key[-1].lower()))
    return found


def test_each_is_the_page_of_a_command() -> None:
    assert set(PAGE_KEYS) <= {command.id for command in COMMANDS}


@pytest.mark.parametrize("command_id", PAGE_KEYS)
def test_each_key_is_one_and_is_said(command_id: str) -> None:
    lines = lines_of_page(command_id)
    assert len(lines) == len(PAGE_KEYS[command_id])
    assert all(title and keys for title, keys in lines)
    assert lines_of_page("load") == []


def test_review_takes_its_keys(qtbot: QtBot, desk: Desk, article: UUID) -> None:
    page = ReviewPage()
    qtbot.addWidget(page)
    page.show_reading(reading(desk, article))
    assert [event.text() for event in pressed("review") if act_for(page, event) is None] == []


def test_disputes_take_theirs(qtbot: QtBot) -> None:
    page = DisputesPage()
    qtbot.addWidget(page)
    assert [event.text() for event in pressed("disputes") if not page._take_key(event)] == []
