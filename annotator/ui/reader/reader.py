"""The reader: an article to be read, marked and listened to, by keyboard and by mouse.

It takes records and emits what the person means; it never writes. The window's actions call its
slots, so that every key can be changed; the keys handled here work where no action takes them.
"""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from annotator.core.spans import Span
from annotator.ui.reader.article_view import ArticleView
from annotator.ui.reader.blocks import strong_direction_is_rtl
from annotator.ui.reader.following import first_in_view, is_seen, last_in_view
from annotator.ui.reader.pointer import Pointer

_ZOOM_STEP = 10
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier


class Reader(ArticleView):
    """Shows one document and lets it be worked on; see ArticleView for the other signals.

    Signals:
        files_dropped(list): paths of files that were dropped here.
        text_dropped(str): text that was dropped here.
        context_menu_requested(QPoint): a menu is asked for, at a place of the screen.
    """

    files_dropped = Signal(list)
    text_dropped = Signal(str)
    context_menu_requested = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pointer = Pointer(self)
        self._strip.sentence_chosen.connect(self.focus_sentence)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)

    def focus_next(self, extend: bool = False) -> None:
        """Focus the next sentence, the first in view when the focus is not, or take it into the selection."""
        if extend or self._is_focus_seen():
            self._change_selection(lambda selection: selection.move(1, extend))
        else:
            self.focus_sentence(first_in_view(self))

    def focus_previous(self, extend: bool = False) -> None:
        """Focus the previous sentence, the last in view when the focus is not, or take it into the selection."""
        if extend or self._is_focus_seen():
            self._change_selection(lambda selection: selection.move(-1, extend))
        else:
            self.focus_sentence(last_in_view(self))

    def focus_first(self) -> None:
        """Focus the first sentence."""
        self.focus_sentence(0)

    def focus_last(self) -> None:
        """Focus the last sentence."""
        if self._opened:
            self.focus_sentence(len(self._opened.selection.sentences) - 1)

    def focus_sentence(self, index: int) -> None:
        """Focus a sentence and have it in view."""
        self._change_selection(lambda selection: selection.go_to(index))

    def focus_next_undecided(self) -> bool:
        """Focus the next undecided sentence, from the top again after the last; False when none is left."""
        if self._opened is None:
            return False
        found = self._opened.states.next_undecided(self.focused_sentence())
        if found >= 0:
            self.focus_sentence(found)
        return found >= 0

    def focus_annotation(self, annotation_id: UUID) -> None:
        """Focus the sentence an annotation begins in and make it the current annotation."""
        annotation = self.annotation(annotation_id)
        if self._opened and annotation:
            self._opened.prefer(annotation_id)
            self.focus_sentence(self.sentence_at(annotation.extent.start_char))
            self.annotation_activated.emit(annotation_id)

    def focus_next_doubt(self) -> int:
        """Focus the next suspicious quotation mark, the first after the last; which one it is, -1 without any."""
        if self._opened is None:
            return -1
        quoted, focus = self._opened.quoted, self.focused_sentence()
        here = self._opened.doubt_in_focus()
        start = self._opened.selection.sentences[focus][0] if focus >= 0 else 0
        found = quoted.next_doubt(here.start_char if here else start - 1)
        if found >= 0:
            quoted.current = quoted.doubts[found]
            self.focus_sentence(self.sentence_at(quoted.current.start_char))
            self.reveal(Span(quoted.current.start_char, quoted.current.end_char))
            self.viewport().update()
        return found

    def cycle_annotation(self, step: int = 1) -> None:
        """Make the next annotation on the focused sentence the current one."""
        chosen = self._opened.cycle(step) if self._opened else None
        if chosen:
            self.viewport().update()
            self.annotation_activated.emit(chosen.id)

    def grow_end(self) -> None:
        """Take the next word into the selection."""
        self._change_selection(lambda selection: selection.grow_end())

    def shrink_end(self) -> None:
        """Leave the selection's last word out."""
        self._change_selection(lambda selection: selection.shrink_end())

    def grow_start(self) -> None:
        """Take the word before the selection in."""
        self._change_selection(lambda selection: selection.grow_start())

    def shrink_start(self) -> None:
        """Leave the selection's first word out."""
        self._change_selection(lambda selection: selection.shrink_start())

    def move_end(self, rightwards: bool) -> None:
        """Move the selection's end one word to the right or left as it is seen: left grows Arabic."""
        if self._is_rtl() != rightwards:
            self.grow_end()
        else:
            self.shrink_end()

    def move_start(self, rightwards: bool) -> None:
        """Move the selection's start one word to the right or left as it is seen."""
        if self._is_rtl() != rightwards:
            self.shrink_start()
        else:
            self.grow_start()

    def hold_segment(self) -> None:
        """Keep what is selected as a segment; what is selected next is a further one."""
        self._change_selection(lambda selection: selection.hold())

    def drop_held(self) -> None:
        """Let go of the held segments; the focus and the present selection stay."""
        if self._opened and self._opened.selection.held:
            self._change_selection(lambda selection: selection.drop_held(), reveal=False)

    def clear_selection(self) -> bool:
        """Drop the selection and held segments; False when there was nothing to drop."""
        if not self.has_selection():
            return False
        self._change_selection(lambda selection: selection.clear(), reveal=False)
        return True

    def copy_selection(self) -> None:
        """Put the selected text on the clipboard."""
        QGuiApplication.clipboard().setText(self.selected_text())

    def show_selection(self) -> bool:
        """Have what is selected in view; False when it was not, and nobody can have meant to tag it unseen."""
        segments = self.selected_segments()
        if not segments or any(is_seen(self, segment) for segment in segments):
            return True
        self.reveal(segments[0])
        return False

    def page_down(self) -> None:
        """Scroll by a view, less two lines to find the place again; the focus comes along."""
        self._page(self.viewport().height() - 2 * self.typography.line_height)

    def page_up(self) -> None:
        """Scroll back by a view, less two lines; the focus comes along."""
        self._page(2 * self.typography.line_height - self.viewport().height())

    def click(self, place: QPointF, extend: bool, further: bool = False) -> None:
        """Focus the sentence at a place; an annotation there becomes the current one."""
        if self._opened is None:
            return
        opened, position = self._opened, self.position_at(place, between=False)
        if not further:
            opened.selection.held = ()
        self._change_selection(lambda selection: selection.go_to(self.sentence_at(position), extend), reveal=False)
        hit = self.character_at(place)
        there = opened.annotations_at(hit) if hit >= 0 else []
        if there:
            opened.prefer(there[0].id)
            self.annotation_activated.emit(there[0].id)

    def select_sentence_at(self, place: QPointF) -> None:
        """Select the sentence at a place."""
        if self._opened:
            position = self.position_at(place, between=False)
            self._change_selection(
                lambda selection: selection.select_sentence(self.sentence_at(position)), reveal=False
            )

    def begin_drag(self, further: bool) -> None:
        """A drag starts: what is selected becomes a held segment when it is to be a further one."""
        if self._opened is None:
            return
        selection = self._opened.selection
        if not further:
            selection.clear()
        elif selection.span:
            selection.hold()

    def select_range(self, start: int, end: int, exact: bool) -> None:
        """Select between two positions, snapped to words unless `exact`."""
        self._change_selection(lambda selection: selection.select(start, end, exact), reveal=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_selection()
            return
        act = self._act_for(event)
        if act is None:
            event.ignore()
        else:
            act()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pointer.double_click(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if event.modifiers() & _CONTROL and turned:
            self.set_zoom(self.zoom + (_ZOOM_STEP if turned > 0 else -_ZOOM_STEP))
            event.accept()
        else:
            super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = QPointF(event.pos())
        if event.reason() is QContextMenuEvent.Reason.Mouse and not self._is_selected(self.character_at(place)):
            self.click(place, extend=False)
        self.context_menu_requested.emit(event.globalPos())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        carried = event.mimeData()
        paths = [url.toLocalFile() for url in carried.urls() if url.isLocalFile()]
        if paths:
            self.files_dropped.emit(paths)
        elif carried.hasText():
            self.text_dropped.emit(carried.text())
        event.acceptProposedAction()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._tip_at(event.pos()), self.viewport())
            return True
        return super().viewportEvent(event)

    def _act_for(self, event: QKeyEvent) -> Callable[[], object] | None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        extend = bool(modifiers & _SHIFT)
        if modifiers & ~_SHIFT == Qt.KeyboardModifier.NoModifier:
            moves: dict[int, Callable[[], object]] = {
                Qt.Key.Key_Down: lambda: self.focus_next(extend),
                Qt.Key.Key_J: lambda: self.focus_next(extend),
                Qt.Key.Key_Up: lambda: self.focus_previous(extend),
                Qt.Key.Key_K: lambda: self.focus_previous(extend),
                Qt.Key.Key_Home: self.focus_first,
                Qt.Key.Key_End: self.focus_last,
                Qt.Key.Key_PageDown: self.page_down,
                Qt.Key.Key_PageUp: self.page_up,
            }
            if event.key() == Qt.Key.Key_Escape:
                return self.clear_selection if self.has_selection() else None
            return moves.get(event.key())
        rightwards = event.key() == Qt.Key.Key_Right
        if event.key() not in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            return None
        trims: dict[Qt.KeyboardModifier, Callable[[bool], None]] = {
            _CONTROL | _SHIFT: self.move_end,
            _CONTROL | _SHIFT | _ALT: self.move_start,
        }
        trim = trims.get(modifiers)
        return (lambda: trim(rightwards)) if trim else None

    def _page(self, distance: float) -> None:
        before = self.verticalScrollBar().value()
        self._scroll_by(distance)
        at_the_end = self.verticalScrollBar().value() == before and distance > 0
        index = last_in_view(self) if at_the_end else first_in_view(self)
        self._change_selection(lambda selection: selection.go_to(index), reveal=False)

    def _is_focus_seen(self) -> bool:
        opened = self._opened
        if opened is None or opened.selection.focus < 0:
            return True
        return is_seen(self, opened.selection.sentence_span(opened.selection.focus))

    def _is_rtl(self) -> bool:
        present = self._opened.selection.present() if self._opened else None
        if self._opened is None or present is None or not self._opened.flow.blocks:
            return False
        block = self._opened.flow.blocks[self._opened.flow.block_at(present.end_char - 1)]
        return strong_direction_is_rtl(self._opened.text[block.start_char : block.end_char])

    def _is_selected(self, position: int) -> bool:
        return any(start <= position < end for start, end in self.selected_segments())
