"""A conflict of two copies as a card."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator.operations.conflicts import Conflict, Side
from annotator.ui.packet.conflict_card import ConflictCard

AT = datetime(2026, 3, 1, 12, tzinfo=UTC)
WHAT = "The note of Ben’s claim “Gubernur membantah”"


def conflict(**more: Any) -> Conflict:
    known: dict[str, Any] = {
        "id": uuid4(),
        "document_id": UUID(int=5),
        "title": "Gubernur membantah kabar",
        "kind": "changed",
        "what": WHAT,
        "passage": "Gubernur membantah",
        "field": "note",
        "kept": Side("Seen twice", "Ana", AT),
        "other": Side("Ask the ministry", "Ben", None),
        "settled": "",
    }
    return Conflict(**known | more)


@pytest.fixture
def show(qtbot: QtBot) -> Callable[..., ConflictCard]:
    def show(**more: Any) -> ConflictCard:
        card = ConflictCard(conflict(**more))
        qtbot.addWidget(card)
        card.show()
        return card

    return show


def words_of(card: ConflictCard) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel) if label.isVisible()]


def test_both_values_are_there_in_words_with_who_and_when(show: Callable[..., ConflictCard]) -> None:
    words = words_of(show())
    assert {WHAT, "Gubernur membantah kabar", "“Gubernur membantah”", "Seen twice", "Ask the ministry"} <= set(words)
    assert any(line.startswith("Ana, ") for line in words)
    assert "Ben" in words


def test_each_button_says_which_side_it_is_for(show: Callable[..., ConflictCard]) -> None:
    card = show()
    chosen: list[tuple[UUID, str]] = []
    card.settled.connect(lambda *told: chosen.append(told))
    card.keep.click()
    card.take.click()
    assert chosen == [(card.conflict.id, "kept"), (card.conflict.id, "other")]
    assert "Seen twice" in card.keep.accessibleName()
    assert "Ask the ministry" in card.take.accessibleName()


def test_what_is_gone_is_said_to_be_nothing(show: Callable[..., ConflictCard]) -> None:
    card = show(other=Side("", "", None), passage="", title="", document_id=None)
    assert "nothing" in words_of(card)
    assert "" not in words_of(card)
    assert not card.open_button.isVisible()


def test_words_keep_their_own_direction(show: Callable[..., ConflictCard]) -> None:
    card = show(passage="نفى الوزير", kept=Side("نعم", "رنا", AT))
    assert card.passage.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert card.what.layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_nothing_in_it_is_taken_for_markup(show: Callable[..., ConflictCard]) -> None:
    card = show(what="<b>bold</b>", kept=Side("<img src=x>", "<i>", None))
    formats = {label.textFormat() for label in card.findChildren(QLabel) if "<" in label.text()}
    assert Qt.TextFormat.RichText not in formats
    assert {label.text() for label in card.findChildren(QLabel)} >= {"<b>bold</b>", "<img src=x>"}


def test_a_very_long_value_is_cut(show: Callable[..., ConflictCard]) -> None:
    card = show(kept=Side("word " * 2000, "Ana", AT))
    assert max(map(len, words_of(card))) <= 600
