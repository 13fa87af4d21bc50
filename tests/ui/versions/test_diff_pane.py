"""One text of a comparison, looked at through what it shows."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QImage, QPalette, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from annotator import resources
from annotator.core.schema import Label
from annotator.core.schema_file import read_label_set
from annotator.core.spans import Span
from annotator.ui.theme import palette, read_theme
from annotator.ui.versions.diff_pane import DiffPane, Mark

TEXT = "The 👩‍👩‍👧 bridge is closed.\n\nNobody was told.\n\nقال الوزير إن السعر ارتفع."


def label(at: int = 0) -> Label:
    return read_label_set(resources.read_toml("label_sets", "newsroom", "label_set.toml")).labels[at]


def span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def shown(qtbot: QtBot, text: str = TEXT, changed: tuple[Span, ...] = (), *, out: bool = True) -> DiffPane:
    pane = DiffPane(out=out)
    qtbot.addWidget(pane)
    pane.setPalette(palette(read_theme("light")))
    pane.resize(300, 260)
    pane.show_text(text, changed)
    pane.show()
    qtbot.waitExposed(pane)
    return pane


def form(pane: DiffPane, text: str, words: str) -> QTextCharFormat:
    """How a word is set."""
    cursor = QTextCursor(pane.document())
    cursor.setPosition(len(text[: span(text, words).start_char].encode("utf-16-le")) // 2 + 1)
    return cursor.charFormat()


def picture(pane: DiffPane) -> QImage:
    QApplication.processEvents()
    return pane.grab().toImage()


def test_what_differs_is_struck_out_or_underlined_and_tinted(qtbot: QtBot) -> None:
    for out in (True, False):
        pane = shown(qtbot, changed=(span(TEXT, "closed"), span(TEXT, "السعر")), out=out)
        for words in ("closed", "السعر"):
            made = form(pane, TEXT, words)
            assert (made.fontStrikeOut(), made.fontUnderline()) == (out, not out)
            assert made.background().color() != pane.palette().color(QPalette.ColorRole.Base)
        plain = form(pane, TEXT, "Nobody")
        assert not plain.fontStrikeOut()
        assert not plain.fontUnderline()
        assert plain.background().style() == Qt.BrushStyle.NoBrush


def test_a_theme_gives_other_tints(qtbot: QtBot) -> None:
    pane = shown(qtbot, changed=(span(TEXT, "closed"),))
    tints = set()
    for name in ("light", "dark", "contrast"):
        pane.setPalette(palette(read_theme(name)))
        tints.add(form(pane, TEXT, "closed").background().color().name())
    assert len(tints) == 3


def test_labels_are_tinted_and_lined_and_named(qtbot: QtBot) -> None:
    pane = shown(qtbot)
    before = picture(pane)
    pane.set_marks([Mark(span(TEXT, "Nobody was told"), label(1)), Mark(span(TEXT, "السعر"), label(2))])
    assert picture(pane) != before
    assert form(pane, TEXT, "Nobody").background().color() != form(pane, TEXT, "السعر").background().color()
    assert pane.toPlainText() == TEXT
    cursor = QTextCursor(pane.document())
    cursor.setPosition(pane.document().findBlockByNumber(2).position() + 2)
    at = pane.cursorRect(cursor).center()
    QApplication.sendEvent(pane.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, pane.mapToGlobal(at)))
    assert QToolTip.text() == label(1).title
    QToolTip.hideText()
    pane.set_marks([])
    assert picture(pane) == before


def test_a_ring_is_drawn_where_it_is_asked_for_and_comes_into_view(qtbot: QtBot) -> None:
    text = "\n\n".join(f"Paragraph {at} is here." for at in range(200))
    pane = shown(qtbot, text)
    before = picture(pane)
    pane.ring(span(text, "Paragraph 150"))
    assert pane.first_in_view() > text.index("Paragraph 130")
    pane.ring(Span(0, 9))
    assert pane.first_in_view() == 0
    assert picture(pane) != before


def test_positions_are_code_points_both_ways(qtbot: QtBot) -> None:
    pane = shown(qtbot)
    wanted = span(TEXT, "closed")
    cursor = QTextCursor(pane.document())
    start = len(TEXT[: wanted.start_char].encode("utf-16-le")) // 2
    cursor.setPosition(start)
    cursor.setPosition(start + len("closed"), QTextCursor.MoveMode.KeepAnchor)
    assert pane.selection() is None
    with qtbot.waitSignal(pane.selected):
        pane.setTextCursor(cursor)
    assert pane.selection() == wanted


def test_a_place_can_be_the_first_in_view(qtbot: QtBot) -> None:
    text = "\n".join(f"Line {at} is 👩‍👩‍👧 here." for at in range(300))
    pane = shown(qtbot, text)
    pane.scroll_to(text.index("Line 123"))
    assert pane.first_in_view() == text.index("Line 123")


def test_what_a_qt_document_would_take_for_its_own_moves_nothing(qtbot: QtBot) -> None:
    text = "one\r\ntwo\u2029three \ufdd0four\u2028five six"
    pane = shown(qtbot, text, (span(text, "six"),))
    assert form(pane, text, "six").fontStrikeOut()
    assert not form(pane, text, "five").fontStrikeOut()


def test_tab_leaves_it_and_nothing_can_be_typed(qtbot: QtBot) -> None:
    pane = shown(qtbot)
    assert pane.isReadOnly()
    assert pane.tabChangesFocus()
    pane.setFocus()
    qtbot.keyClicks(pane, "x")
    assert pane.toPlainText() == TEXT
    assert pane.cursorForPosition(QPoint(0, 0)).position() == 0


def test_a_text_stands_at_its_own_side(qtbot: QtBot) -> None:
    pane = shown(qtbot, "A line.")
    for text, at_the_right in (("A line.", False), ("سطر.", True), ("Another.", False)):
        pane.show_text(text, ())
        assert (pane.cursorRect().left() > pane.viewport().width() / 2) is at_the_right
