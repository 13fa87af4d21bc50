"""A statement's sentence is drawn with what is tagged in it, also where that stands far behind."""

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from annotator.core.spans import Span
from annotator.ui.sources.statement_delegate import StatementDelegate, cut_before
from annotator.ui.sources.statement_model import StatementModel
from annotator.ui.theme import THEMES, palette, read_theme
from tests.ui.sources.rows import LABELS, statement


def painted(theme: str, sentence: str, *marks: Span) -> QImage:
    model = StatementModel()
    model.labels, model.theme_name = LABELS, theme
    one = statement()
    model.set_sentence_source(lambda _wanted: {one.annotation_id: (sentence, marks)})
    model.show([one])
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 320, StatementDelegate().sizeHint(option, model.index(0)).height())
    option.palette = palette(read_theme(theme))
    picture = QImage(QSize(option.rect.size()), QImage.Format.Format_RGB32)
    picture.fill(QColor(read_theme(theme).paper))
    painter = QPainter(picture)
    StatementDelegate().paint(painter, option, model.index(0))
    painter.end()
    return picture


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("theme", THEMES)
def test_what_is_tagged_is_marked(theme: str) -> None:
    assert painted(theme, "She denies it.", Span(4, 10)) != painted(theme, "She denies it.")


def test_a_long_sentence_begins_near_its_place() -> None:
    sentence = "word\n" * 100 + "denied" + " word" * 200
    words, marks = cut_before(sentence, (Span(500, 506), Span(507, 511)))
    assert words.startswith("… word word")
    assert [words[start:end] for start, end in marks] == ["denied", "word"]
    assert marks[0].start_char < 50
    assert cut_before("She denies it.", (Span(4, 10),)) == ("She denies it.", [Span(4, 10)])
    assert cut_before("", ()) == ("", [])
    whole, [mark] = cut_before("x" * 5000, (Span(0, 5000),))
    assert mark == (0, len(whole))
