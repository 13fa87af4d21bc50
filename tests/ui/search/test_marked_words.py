"""Marked words are drawn on a ground of their own, where they stand, in the direction of their script."""

from typing import Any

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter

from annotator.core.spans import Span
from annotator.ui.search import marked_words
from annotator.ui.search.marked_words import draw_marked, shortened

GROUND = QColor("#ffcc00")


def drawn(words: str, *marks: Span, height: int = 40) -> QRect:
    picture = QImage(400, 80, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    font: QFont = QGuiApplication.font()
    draw_marked(painter, QRect(0, 0, 400, height), words, marks, font, QColor("black"), GROUND)
    painter.end()
    found = QRect()
    for y in range(80):
        for x in range(400):
            if QColor(picture.pixel(x, y)) == GROUND:
                found = found.united(QRect(x, y, 1, 1))
    return found


@pytest.mark.usefixtures("qapp")
def test_a_mark_lies_behind_its_word() -> None:
    first, later = drawn("rice prices rise", Span(0, 4)), drawn("rice prices rise", Span(12, 16))
    assert first.left() <= 1
    assert later.left() > first.right() + 20
    assert drawn("rice prices rise").isNull()


@pytest.mark.usefixtures("qapp")
def test_characters_beyond_the_basic_plane_move_no_mark() -> None:
    plain, wide = drawn("ab rice", Span(3, 7)), drawn("😀 rice", Span(2, 6))
    assert wide.width() == pytest.approx(plain.width(), abs=2)


@pytest.mark.usefixtures("qapp")
def test_a_text_from_right_to_left_begins_on_the_right() -> None:
    assert drawn("الأرز في الأسواق", Span(0, 5)).right() >= 396


def test_what_is_cut_ends_in_dots() -> None:
    assert shortened("the procurement of rice ") == "the procurement of …"
    assert shortened("市長の田中一郎氏") == "市長の田中一…"


@pytest.mark.usefixtures("qapp")
def test_what_was_found_is_not_left_out_for_dots() -> None:
    """The last word that is drawn of a line ends where there is no room for another."""
    words = "WWWWW " * 40
    grounds = [drawn(words, Span(at, at + 5), height=16) for at in range(0, 60, 6)]
    shown = [ground for ground in grounds if not ground.isNull()]
    assert shown[-1].right() + shown[-1].width() > 400 - 10


@pytest.mark.usefixtures("qapp")
def test_what_was_found_and_is_cut_itself_ends_in_dots_too(monkeypatch: pytest.MonkeyPatch) -> None:
    laid: list[str] = []
    lay_out = marked_words._laid_out

    def noted(rect: QRect, words: str, *rest: Any) -> Any:
        laid.append(words)
        return lay_out(rect, words, *rest)

    monkeypatch.setattr(marked_words, "_laid_out", noted)
    assert drawn("word " * 100, Span(0, 499), height=16).width() > 300
    assert laid[-1].endswith(" …")


@pytest.mark.usefixtures("qapp")
def test_nothing_is_drawn_below_the_room_there_is() -> None:
    words = "rice " * 60
    marks = [Span(at, at + 4) for at in range(0, 300, 5)]
    assert drawn(words, *marks, height=40).bottom() <= 40
