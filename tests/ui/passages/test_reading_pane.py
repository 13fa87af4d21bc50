"""The reading pane: what is shown, chosen and selected."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.core.spans import Span
from tests.ui.passages.pane import TEXT, a_span, pane_with, picture

LONG = "\n\n".join(f"Paragraph {number} says that the price of bread has risen again." for number in range(200))


def centre_of(pane: object, span: Span) -> QPoint:
    return pane.boxes_of(span)[0].center().toPoint()  # type: ignore[attr-defined, no-any-return]


def test_a_far_span_comes_into_view_and_is_told(qtbot: QtBot) -> None:
    span = a_span("Paragraph 150 says", LONG)
    pane = pane_with(qtbot, span, text=LONG)
    assert pane.boxes_of(span.extent) == []
    pane.focus(span.id)
    box = pane.boxes_of(span.extent)[0]
    assert 0 <= box.top() < box.bottom() <= pane.viewport().height()
    assert pane.accessibleDescription() == "Paragraph 150 says"


def test_a_stretch_without_a_span_can_be_framed(qtbot: QtBot) -> None:
    pane = pane_with(qtbot, text=LONG)
    at = LONG.index("Paragraph 90 ")
    pane.focus(Span(at, at + 12))
    assert pane.focused == Span(at, at + 12)
    assert pane.boxes_of(Span(at, at + 12))
    pane.focus(None)
    assert pane.focused is None


def test_a_click_chooses_the_narrowest_span(qtbot: QtBot) -> None:
    outer, inner = a_span("The bridge is closed, the mayor said"), a_span("the mayor")
    pane = pane_with(qtbot, outer, inner)
    with qtbot.waitSignal(pane.span_chosen) as told:
        QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=centre_of(pane, inner.extent))
    assert told.args == [inner.id]


def test_other_spans_leave_the_view_where_it_is(qtbot: QtBot) -> None:
    span = a_span("Paragraph 150 says", LONG)
    pane = pane_with(qtbot, span, text=LONG)
    pane.focus(span.id)
    before = pane.boxes_of(span.extent)[0].top()
    pane.set_spans([span, a_span("Paragraph 151 says", LONG)])
    assert pane.focused == span
    assert abs(pane.boxes_of(span.extent)[0].top() - before) < 1
    pane.set_spans([])
    assert pane.focused is None


def test_another_text_forgets_what_was_meant_and_selected(qtbot: QtBot) -> None:
    span = a_span("the mayor")
    pane = pane_with(qtbot, span)
    pane.focus(span.id)
    pane.begin_selecting(span.extent)
    pane.show_text("Other words.", ())
    assert pane.focused is None
    assert pane.selection() is None
    assert pane.spans == ()


def test_a_stretch_is_selected_word_by_word(qtbot: QtBot) -> None:
    pane = pane_with(qtbot)
    at = TEXT.index("the mayor")
    pane.begin_selecting(Span(at, at + 9))

    def words() -> str:
        start, end = pane.selection() or Span(0, 0)
        return TEXT[start:end]

    pane.move_end(True)
    assert words() == "the mayor said"
    pane.move_start(True)
    assert words() == "mayor said"
    pane.move_start(False)
    pane.move_end(False)
    assert words() == "the mayor"
    pane.end_selecting()
    assert pane.selection() is None


def test_left_grows_what_is_selected_of_arabic(qtbot: QtBot) -> None:
    pane = pane_with(qtbot)
    at = TEXT.index("الوزير")
    pane.begin_selecting(Span(at, at + 6))
    pane.move_end(False)
    start, end = pane.selection() or Span(0, 0)
    assert TEXT[start:end] == "الوزير إن"


def test_a_stretch_is_selected_by_dragging_only_when_asked_for(qtbot: QtBot) -> None:
    pane = pane_with(qtbot)
    first, last = TEXT.index("bridge"), TEXT.index("closed") + 3
    spots = [pane.rect_of(at).center().toPoint() for at in (first, last)]

    def drag() -> None:
        QTest.mousePress(pane.viewport(), Qt.MouseButton.LeftButton, pos=spots[0])
        QTest.mouseMove(pane.viewport(), spots[1])
        QTest.mouseRelease(pane.viewport(), Qt.MouseButton.LeftButton, pos=spots[1])

    drag()
    assert pane.selection() is None
    pane.begin_selecting(Span(0, 3))
    drag()
    start, end = pane.selection() or Span(0, 0)
    assert TEXT[start:end] == "bridge is closed"


def test_an_empty_text_and_a_title_of_its_own_are_shown(qtbot: QtBot) -> None:
    pane = pane_with(qtbot, text="", title="A headline")
    picture(pane)
    pane = pane_with(qtbot, a_span("Nobody was told"), title="A headline", width=260)
    pane.set_zoom(150)
    pane.focus(pane.spans[0].id)
    assert pane.zoom == 150
    assert pane.boxes_of(pane.spans[0].extent)


def test_thousands_of_spans_are_painted_quickly(qtbot: QtBot) -> None:
    """Only those on blocks in view are looked at, and once."""
    spans = [a_span(f"Paragraph {number} says", LONG) for number in range(200)]
    pane = pane_with(qtbot, *spans, text=LONG)
    assert len(pane._drawn) < 20
