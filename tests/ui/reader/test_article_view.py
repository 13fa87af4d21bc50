"""Records and changes to them are shown in their place."""

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QImage, QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator.core.records import Furniture
from annotator.core.spans import Span
from annotator.ui.reader.reader import Reader
from annotator.ui.reader.typography import DARK
from tests.ui.reader.articles import ENGLISH, annotation, document, place, tiles

LONG = "\n\n".join(f"Sentence number {n} stands here and says something. " * 3 for n in range(400))


def picture(reader: Reader) -> QImage:
    return reader.viewport().grab().toImage()


def test_an_annotation_is_drawn_and_dropped_without_moving_anything(reader: Reader) -> None:
    reader.show_document(document(LONG), focus=300)
    before, scroll = picture(reader), reader.verticalScrollBar().value()
    added = annotation("claim", reader.selected_segments()[0])
    reader.put_annotations([added])
    assert picture(reader) != before
    assert reader.current_annotation() == added
    assert (reader.focused_sentence(), reader.verticalScrollBar().value()) == (300, scroll)
    reader.drop_annotations([added.id])
    assert picture(reader) == before
    assert reader.annotations() == []


def test_furniture_and_theme_change_the_colours(reader: Reader) -> None:
    reader.show_document(document())
    before = picture(reader)
    reader.set_furniture([Furniture(*place(ENGLISH, "10 hours ago 4"), "rule")])
    greyed = picture(reader)
    assert greyed != before
    assert reader.sentence_state(1) == "furniture"
    reader.set_theme(DARK)
    assert picture(reader).pixelColor(2, 2).name() == DARK.background
    reader.set_furniture([])
    assert reader.sentence_state(1) == "undecided"


def test_sentences_can_be_split_anew(reader: Reader, qtbot: QtBot) -> None:
    reader.show_document(document(annotations=[annotation("claim", (0, 6))]), focus=3)
    joined = [Span(0, tiles(ENGLISH)[2].end_char), *tiles(ENGLISH)[3:]]
    with qtbot.waitSignal(reader.focus_changed):
        reader.set_sentences(joined)
    assert reader.focused_sentence() == 1
    assert reader.sentence_state(0) == "tagged"


def test_what_is_read_stays_in_view_at_another_size(reader: Reader) -> None:
    reader.show_document(document(LONG), focus=500)
    reader.set_zoom(150)
    assert reader.zoom == 150
    reader.set_zoom(100)
    assert not reader.rect_of(reader.selected_segments()[0].start_char).isNull()


def test_no_document_paints_nothing(reader: Reader) -> None:
    reader.show_document(document())
    reader.show_document(None)
    image = picture(reader)
    assert all(image.pixel(x, y) == image.pixel(0, 0) for x in range(0, 800, 7) for y in range(0, 480, 7))
    assert reader.selected_segments() == ()
    assert reader.current_annotation() is None
    reader.focus_next()
    assert reader.focused_sentence() == -1


class Painted(QObject):
    """The regions that a widget was asked to paint."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region += event.region()
        return False


def test_only_what_has_changed_is_painted_anew(reader: Reader, qtbot: QtBot) -> None:
    reader.show_document(document("\n\n".join(f"Paragraph number {n} stands." for n in range(8))))
    QApplication.processEvents()
    painted = Painted(reader.viewport())
    former = reader.rect_of(0).center().toPoint()
    reader.focus_next()
    QApplication.processEvents()
    present = reader.rect_of(reader.selected_segments()[0].start_char).center().toPoint()
    assert painted.region.contains(former)
    assert painted.region.contains(present)
    assert not painted.region.contains(QPoint(former.x(), 400))
    reader.put_annotations([annotation("claim", (200, 210))])
    painted.region = QRegion()
    QApplication.processEvents()
    assert painted.region.contains(reader.rect_of(205).center().toPoint())
    reader.drop_annotations([one.id for one in reader.annotations()])
    painted.region = QRegion()
    reader.paint_now()
    assert painted.region.contains(reader.rect_of(205).center().toPoint())
    assert not painted.region.contains(QPoint(former.x(), 490))


def test_more_labels_than_the_leading_holds_get_room(reader: Reader) -> None:
    reader.show_document(document("One stands.\n\nTwo stands."))
    former = reader.rect_of(0).height()
    second = reader.rect_of(15).top()
    stacked = [annotation("claim", (0, end)) for end in (11, 10, 9, 8, 7)]
    reader.put_annotations(stacked)
    assert reader.rect_of(0).height() > former
    assert reader.rect_of(15).top() > second
    reader.drop_annotations([one.id for one in stacked])
    assert reader.rect_of(0).height() == former
    assert reader.rect_of(15).top() == second
