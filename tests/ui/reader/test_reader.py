"""The reader by real keys, clicks, drags and drops."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.core.records import Doubt, DoubtKind, Quotations
from annotator.core.spans import Span
from annotator.ui.reader.reader import Reader
from tests.ui.reader.articles import ENGLISH, annotation, document, place

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


def key(reader: Reader, which: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(reader, which, modifiers)


def words(reader: Reader) -> list[str]:
    record = reader.document()
    assert record
    return [record.text[start:end] for start, end in reader.selected_segments()]


def point(reader: Reader, position: int) -> QPoint:
    return reader.rect_of(position).center().toPoint() + QPoint(1, 0)


def test_arrows_move_the_focus_and_say_so(reader: Reader, qtbot: QtBot) -> None:
    reader.show_document(document())
    with qtbot.waitSignals([reader.focus_changed, reader.selection_changed]):
        key(reader, Qt.Key.Key_Down)
    key(reader, Qt.Key.Key_J)
    assert reader.focused_sentence() == 2
    key(reader, Qt.Key.Key_K)
    key(reader, Qt.Key.Key_End)
    assert words(reader) == ["And a fourth."]
    key(reader, Qt.Key.Key_Home)
    assert reader.focused_sentence() == 0


def test_shift_and_control_shape_the_selection_and_escape_drops_it(reader: Reader) -> None:
    reader.show_document(document(), focus=3)
    key(reader, Qt.Key.Key_Left, CONTROL_SHIFT)
    key(reader, Qt.Key.Key_Left, CONTROL_SHIFT)
    assert words(reader) == ["Critics denied"]
    key(reader, Qt.Key.Key_Right, CONTROL_SHIFT | Qt.KeyboardModifier.AltModifier)
    assert words(reader) == ["denied"]
    key(reader, Qt.Key.Key_Escape)
    assert words(reader) == ["Critics denied it."]
    key(reader, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert words(reader) == ["Critics denied it.\n\nA third sentence stands here."]


def test_left_grows_what_is_written_from_right_to_left(reader: Reader) -> None:
    reader.show_document(document("قال الوزير ذلك. ونفى آخر."))
    key(reader, Qt.Key.Key_Right, CONTROL_SHIFT)
    key(reader, Qt.Key.Key_Right, CONTROL_SHIFT)
    assert words(reader) == ["قال الوزير"]
    key(reader, Qt.Key.Key_Left, CONTROL_SHIFT)
    assert words(reader) == ["قال الوزير ذلك"]


def test_a_click_focuses_and_activates_what_is_there(reader: Reader, qtbot: QtBot) -> None:
    outer = annotation("claim", place(ENGLISH, "The minister said “prices will fall”"))
    inner = annotation("quote", place(ENGLISH, "“prices will fall”"))
    reader.show_document(document(annotations=[outer, inner]))
    with qtbot.waitSignal(reader.annotation_activated) as activated:
        QTest.mouseClick(reader.viewport(), LEFT, pos=point(reader, ENGLISH.index("will")))
    assert activated.args == [inner.id]
    assert reader.current_annotation() == inner
    reader.cycle_annotation()
    assert reader.current_annotation() == outer
    assert reader.focused_sentence() == 2


def test_a_double_click_selects_the_sentence(reader: Reader) -> None:
    reader.show_document(document())
    QTest.mouseDClick(reader.viewport(), LEFT, pos=point(reader, ENGLISH.index("denied")))
    assert words(reader) == ["Critics denied it."]
    assert reader.has_selection()


def drag(reader: Reader, start: int, end: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    view = reader.viewport()
    QTest.mousePress(view, LEFT, modifiers, point(reader, start))
    middle = (point(reader, start) + point(reader, end)) / 2
    QTest.mouseMove(view, middle)
    QTest.mouseMove(view, point(reader, end))
    QTest.mouseRelease(view, LEFT, modifiers, point(reader, end))


def test_a_drag_snaps_to_words_and_with_control_adds_a_segment(reader: Reader) -> None:
    reader.show_document(document())
    drag(reader, ENGLISH.index("rices will"), ENGLISH.index("all”"))
    assert words(reader) == ["prices will fall"]
    drag(reader, ENGLISH.index("by spring") + 1, ENGLISH.index("ring”"), Qt.KeyboardModifier.ControlModifier)
    assert words(reader) == ["prices will fall", "by spring"]
    assert reader.clear_selection()


def test_with_alt_a_drag_takes_exact_characters(reader: Reader) -> None:
    reader.show_document(document())
    drag(reader, ENGLISH.index("nister"), ENGLISH.index("ster") + 2, Qt.KeyboardModifier.AltModifier)
    assert words(reader) == ["nist"]


def test_the_next_undecided_is_found_and_its_state_told(reader: Reader) -> None:
    record = document(annotations=[annotation("claim", (0, 5))], marks=[Span(*place(ENGLISH, "10 hours ago 4"))])
    reader.show_document(record)
    assert reader.focus_next_undecided()
    assert reader.focused_sentence() == 2
    reader.put_marks([Span(0, len(ENGLISH))])
    assert not reader.focus_next_undecided()
    assert reader.sentence_state(0) == "tagged"
    assert reader.sentence_state(4) == "nothing"


def test_control_and_wheel_zoom(reader: Reader, qtbot: QtBot) -> None:
    reader.show_document(document())
    with qtbot.waitSignal(reader.zoom_changed) as zoomed:
        event = QWheelEvent(
            QPointF(50, 50), QPointF(50, 50), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(reader.viewport(), event)
    assert zoomed.args == [110]


def drop(reader: Reader, carried: QMimeData) -> None:
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, carried, LEFT, none)
    QApplication.sendEvent(reader.viewport(), enter)
    assert enter.isAccepted()
    QApplication.sendEvent(
        reader.viewport(), QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, carried, LEFT, none)
    )


def test_files_and_text_can_be_dropped(reader: Reader, qtbot: QtBot) -> None:
    files, text = QMimeData(), QMimeData()
    files.setUrls([QUrl.fromLocalFile("/tmp/one.txt")])
    text.setText("some words")
    with qtbot.waitSignal(reader.files_dropped) as dropped:
        drop(reader, files)
    assert dropped.args == [["/tmp/one.txt"]]
    with qtbot.waitSignal(reader.text_dropped) as dropped:
        drop(reader, text)
    assert dropped.args == ["some words"]


def test_a_menu_is_asked_for_where_the_text_is_and_copy_takes_the_selection(reader: Reader, qtbot: QtBot) -> None:
    reader.show_document(document())
    at = point(reader, ENGLISH.index("denied"))
    with qtbot.waitSignal(reader.context_menu_requested):
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, reader.viewport().mapToGlobal(at))
        QApplication.sendEvent(reader.viewport(), event)
    assert reader.focused_sentence() == 3
    key(reader, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Critics denied it."


def test_an_annotation_can_be_gone_to(reader: Reader) -> None:
    there = annotation("claim", place(ENGLISH, "a fourth"))
    reader.show_document(document(annotations=[there]))
    reader.focus_annotation(there.id)
    assert reader.focused_sentence() == 5
    assert reader.current_annotation() == there


PAGES = "\n\n".join(f"Sentence number {n} stands here and says something." for n in range(300))


def is_in_view(reader: Reader) -> bool:
    start = reader.selected_segments()[0].start_char
    height = reader.viewport().height()
    return not reader.rect_of(start).isNull() and 0 <= reader.rect_of(start).top() < height


def test_paging_takes_the_focus_along(reader: Reader) -> None:
    reader.show_document(document(PAGES))
    seen = [0]
    while len(seen) < 5:
        key(reader, Qt.Key.Key_PageDown)
        assert is_in_view(reader)
        seen.append(reader.focused_sentence())
    assert seen == sorted(set(seen))
    key(reader, Qt.Key.Key_PageUp)
    assert is_in_view(reader)
    assert reader.focused_sentence() < seen[-1]
    for _ in range(60):
        key(reader, Qt.Key.Key_PageDown)
    assert reader.focused_sentence() == 299
    for _ in range(60):
        key(reader, Qt.Key.Key_PageUp)
    assert reader.focused_sentence() == 0


def test_arrows_go_on_from_what_is_in_view(reader: Reader) -> None:
    reader.show_document(document(PAGES))
    reader.verticalScrollBar().setValue(4000)
    key(reader, Qt.Key.Key_Down)
    down = reader.focused_sentence()
    assert down > 20
    reader.verticalScrollBar().setValue(0)
    key(reader, Qt.Key.Key_Up)
    assert 0 < reader.focused_sentence() < 20
    assert is_in_view(reader)


def test_what_is_selected_is_shown_before_it_is_worked_on(reader: Reader) -> None:
    reader.show_document(document(PAGES))
    assert reader.show_selection()
    reader.verticalScrollBar().setValue(4000)
    assert not reader.show_selection()
    assert is_in_view(reader)
    assert reader.show_selection()


def test_suspicious_marks_are_gone_through_from_the_focus_on(reader: Reader) -> None:
    paragraphs = [f"Sentence {n} says “no and “never here." if n in (3, 80) else f"Sentence {n}." for n in range(90)]
    text = "\n\n".join(paragraphs)
    reader.show_document(document(text), focus=10)
    assert reader.focus_next_doubt() == -1
    doubts = tuple(Doubt(at, at + 1, DoubtKind.UNCLOSED) for at, mark in enumerate(text) if mark == "“")
    reader.set_quotations(Quotations((), doubts))
    seen = []
    for _ in range(4):
        which = reader.focus_next_doubt()
        seen.append((which, reader.focused_sentence()))
        assert not reader.rect_of(doubts[which].start_char).isNull()
    assert seen == [(2, 80), (3, 80), (0, 3), (1, 3)]
    reader.focus_sentence(3)
    reader.focus_sentence(50)
    assert reader.focus_next_doubt() == 2
