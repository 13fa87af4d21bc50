"""The column scrolls to what is asked for, and back."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from annotator.ui.reader.reader import Reader
from tests.ui.reader.articles import document

LONG = "\n\n".join(f"Sentence number {n} stands here and says something. " * (n % 5 + 1) for n in range(600))


def test_a_focused_sentence_is_comfortably_in_view(reader: Reader) -> None:
    reader.show_document(document(LONG))
    for _ in range(40):
        reader.focus_next()
        start, end = reader.selected_segments()[0]
        top, bottom = reader.rect_of(start), reader.rect_of(end - 1)
        assert top.top() >= 0
        assert 0 < bottom.bottom() <= reader.viewport().height()
    reader.focus_last()
    assert not reader.rect_of(len(LONG.rstrip()) - 1).isNull()
    assert reader.verticalScrollBar().value() == reader.verticalScrollBar().maximum()
    reader.focus_first()
    assert reader.verticalScrollBar().value() == 0


def test_paging_down_and_up_comes_back(reader: Reader, qtbot: QtBot) -> None:
    reader.show_document(document(LONG))
    reader.verticalScrollBar().setValue(5000)
    start = reader.position_at(reader.viewport().rect().center().toPointF())
    with qtbot.waitSignal(reader.document_scrolled):
        reader.page_down()
    reader.page_up()
    assert reader.position_at(reader.viewport().rect().center().toPointF()) == start


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 40_000))
def test_every_place_in_view_gives_a_position_that_is_drawn_there(reader: Reader, value: int) -> None:
    reader.show_document(document(LONG))
    reader.verticalScrollBar().setValue(value)
    middle = reader.viewport().rect().center().toPointF()
    position = reader.position_at(middle)
    assert abs(reader.rect_of(position).center().y() - middle.y()) <= 80


def test_a_bar_that_comes_up_below_hides_no_sentence_in_focus(reader: Reader) -> None:
    reader.show_document(document(LONG))
    reader.focus_sentence(40)
    end = reader.selected_segments()[0].end_char - 1
    bar = reader.verticalScrollBar()
    bar.setValue(bar.value() + round(reader.rect_of(end).bottom()) - 480)
    assert 400 < reader.rect_of(end).bottom() <= 500
    reader.resize(900, 400)
    assert 0 < reader.rect_of(end).bottom() <= 400


def test_what_was_out_of_view_stays_so_when_a_bar_comes_up(reader: Reader) -> None:
    reader.show_document(document(LONG))
    reader.verticalScrollBar().setValue(5000)
    before = reader.verticalScrollBar().value()
    reader.resize(900, 400)
    assert reader.verticalScrollBar().value() == before
