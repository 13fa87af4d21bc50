"""An article on a typeset page: shows records, and every change to them in its place.

Everything it is told costs what is in view, never what is in the document.
"""

from collections.abc import Callable, Iterable, Sequence
from uuid import UUID

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPalette, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from annotator.core.records import AnnotationRecord, DocumentRecord, Furniture, Progress, Quotations, SentenceState
from annotator.core.schema import Label, LabelSet
from annotator.core.spans import Span
from annotator.ui import fonts
from annotator.ui.reader import coverage, hints
from annotator.ui.reader.coverage import CoverageStrip
from annotator.ui.reader.opened import OpenDocument
from annotator.ui.reader.page import Page
from annotator.ui.reader.quoted import Quoted
from annotator.ui.reader.scroller import Scroller
from annotator.ui.reader.selection import Selection
from annotator.ui.reader.speech import Speech
from annotator.ui.reader.states import sentence_at
from annotator.ui.reader.ties import Ties
from annotator.ui.reader.typography import LIGHT, ReaderTheme, Typography

MIN_ZOOM, MAX_ZOOM = 60, 300


class ArticleView(Scroller):
    """Shows one document with its focus, selection, labels and coverage.

    Signals:
        focus_changed(int): another sentence has the focus (-1: none).
        selection_changed(): `selected_segments` gives something else.
        annotation_activated(UUID): an annotation was clicked or chosen with the keyboard.
        zoom_changed(int): the text's size, in per cent.
    """

    focus_changed = Signal(int)
    selection_changed = Signal()
    annotation_activated = Signal(object)
    zoom_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        fonts.load_fonts()
        self.theme = LIGHT
        self._labels: dict[str, Label] = {}
        self._opened: OpenDocument | None = None
        self._stale = QRegion()
        self.speech = Speech(self)
        self.ties = Ties(self)
        self._strip = CoverageStrip(self)
        self.setViewportMargins(0, 0, coverage.WIDTH, 0)
        self.setAccessibleName(self.tr("Article"))
        self.set_theme(LIGHT)

    def sizeHint(self) -> QSize:
        return QSize(round(self.typography.column + 3 * self.typography.margin), 700)

    def set_labels(self, labels: LabelSet) -> None:
        """The labels that annotations are drawn with."""
        self._labels = {label.key: label for label in labels.labels}
        self.viewport().update()

    def set_theme(self, theme: ReaderTheme) -> None:
        """Draw in the colours of a theme."""
        self.theme = theme
        palette = self.viewport().palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(theme.background))
        palette.setColor(QPalette.ColorRole.Base, QColor(theme.background))
        self.viewport().setPalette(palette)
        self._strip.set_theme(theme)
        if self._opened:
            self._opened.theme = theme
            self._opened.flow.forget_formats()
        self.viewport().update()

    @property
    def zoom(self) -> int:
        """The text's size in per cent."""
        return self.typography.zoom

    def set_zoom(self, percent: int) -> None:
        """Set the text larger or smaller; what is read stays in view."""
        percent = min(MAX_ZOOM, max(MIN_ZOOM, percent))
        if percent != self.zoom:
            self.typography = Typography(percent, self.typography.language)
            self.set_type()
            self.zoom_changed.emit(percent)

    def show_document(self, document: DocumentRecord | None, byline: str = "", focus: int = -1) -> None:
        """Open a document from its top, or at a sentence; None shows an empty page."""
        self._opened = OpenDocument(document, self.theme) if document else None
        self._byline = byline
        if document:
            fonts.load_fonts_for(document.text)
            if document.language != self.typography.language:
                self.typography = Typography(self.zoom, document.language)
        self._strip.show_states(self._opened.states.codes if self._opened else b"")
        if self._opened and focus >= 0:
            self._opened.selection.go_to(focus)
        self._show_flow(self._opened.flow if self._opened else None)
        self.speech.reopened()
        self._tell_focus()
        self.selection_changed.emit()
        if self._opened and focus >= 0:
            self.reveal(self._opened.selection.sentence_span(self.focused_sentence()))

    def set_byline(self, byline: str) -> None:
        """Replace the line under the headline, e.g. after a change of the language."""
        if byline != self._byline:
            self._byline = byline
            self.set_type()

    def put_annotations(self, annotations: Sequence[AnnotationRecord]) -> None:
        """Show new or changed annotations."""
        if self._opened:
            new = [annotation for annotation in annotations if self._opened.says_other(annotation)]
            self._show_change(self._opened.put(annotations))
            self.speech.annotated(new, ())

    def drop_annotations(self, ids: Iterable[UUID]) -> None:
        """Show annotations no more."""
        if self._opened:
            dropped = self._opened.drop(ids)
            self._show_change([annotation.extent for annotation in dropped])
            self.speech.annotated((), dropped)

    def put_marks(self, marks: Sequence[Span]) -> None:
        """Replace the "nothing here" marks."""
        if self._opened:
            touched = self._opened.set_marks(marks)
            self._show_change(touched)
            self.speech.marked(touched)

    def set_furniture(self, furniture: Sequence[Furniture]) -> None:
        """Replace what is not article text."""
        if self._opened:
            self._show_change(self._opened.set_furniture(furniture), formats=True)

    def set_quotations(self, found: Quotations) -> None:
        """Show which quotation marks look wrong, in the place of what was shown before."""
        if self._opened:
            before = self._opened.doubts_in(self.focused_sentence())
            self._opened.quoted = Quoted(found)
            self._opened.flow.forget_decorations(Span(0, len(self._opened.text)))
            if self._opened.doubts_in(self.focused_sentence()) != before:
                self.speech.doubted()
            self.viewport().update()

    def set_sentences(self, sentences: Sequence[Span]) -> None:
        """Replace the sentences; the focus stays where it is in the text."""
        if self._opened:
            focus = self.focused_sentence()
            self._opened.set_sentences(sentences)
            self._strip.show_states(self._opened.states.codes)
            self.speech.reopened()
            if self.focused_sentence() != focus:
                self._tell_focus()
            self.selection_changed.emit()
            self.viewport().update()

    @property
    def opened(self) -> OpenDocument | None:
        """The open document, taken apart; for the parts of the reader."""
        return self._opened

    @property
    def labels(self) -> dict[str, Label]:
        """The labels by key."""
        return self._labels

    def progress(self) -> Progress:
        """How far the open document is read, at no cost."""
        return self._opened.states.progress() if self._opened else Progress(0, 0, 0)

    def document(self) -> DocumentRecord | None:
        """The document as it was opened."""
        return self._opened.record if self._opened else None

    def annotations(self) -> list[AnnotationRecord]:
        """The annotations as they are shown now."""
        return list(self._opened.index) if self._opened else []

    def annotation(self, annotation_id: UUID) -> AnnotationRecord | None:
        """One annotation as it is shown now."""
        return self._opened.index.get(annotation_id) if self._opened else None

    def focused_sentence(self) -> int:
        """Index of the sentence with the focus, -1 without one."""
        return self._opened.selection.focus if self._opened else -1

    def sentence_at(self, position: int) -> int:
        """The sentence on which a position of the text lies, -1 without sentences."""
        return sentence_at(self._opened.selection.sentences, position) if self._opened else -1

    def sentence_state(self, index: int) -> SentenceState:
        """Where the reading of a sentence stands."""
        if self._opened is None:
            raise IndexError(index)
        return self._opened.states[index]

    def selected_segments(self) -> tuple[Span, ...]:
        """What a label would be put on: held segments and the present selection, else the focused sentence."""
        return self._opened.selection.segments() if self._opened else ()

    def has_selection(self) -> bool:
        """True when more, or less, than the focused sentence is selected."""
        return bool(self._opened and (self._opened.selection.span or self._opened.selection.held))

    def selected_text(self) -> str:
        """The selected text, segments parted by an ellipsis."""
        text = self._opened.text if self._opened else ""
        return " … ".join(text[start:end] for start, end in self.selected_segments())

    def current_annotation(self) -> AnnotationRecord | None:
        """Of the annotations on the focused sentence the one clicked or added last, else the first."""
        return self._opened.current() if self._opened else None

    def _change_selection(self, change: Callable[[Selection], object], reveal: bool = True) -> None:
        """Do something to the selection; then show and tell what has become of it."""
        if self._opened is None:
            return
        selection = self._opened.selection
        focus, segments, former = selection.focus, selection.segments(), self._drawn_strongly()
        change(selection)
        if selection.segments() != segments:
            self.selection_changed.emit()
        if selection.focus != focus:
            self._tell_focus()
        if reveal and selection.focus >= 0:
            self.reveal(self._what_moved(segments))
        self._update_on([*former, *self._drawn_strongly()])

    def _what_moved(self, former: tuple[Span, ...]) -> Span:
        """The part to have in view: the end of a selection that was moved, else the focused sentence."""
        selection = self._opened.selection if self._opened else None
        if selection is None:
            return Span(0, 0)
        span = selection.span
        if span is None:
            return selection.sentence_span(selection.focus)
        if former and former[-1].end_char == span.end_char:
            return Span(span.start_char, span.start_char + 1)
        return Span(span.end_char - 1, span.end_char)

    def _tell_focus(self) -> None:
        focus = self.focused_sentence()
        self._strip.set_focus(focus)
        self.speech.focus_moved()
        self.focus_changed.emit(focus)

    def _show_change(self, touched: Sequence[Span], formats: bool = False) -> None:
        """Paint the blocks anew on which something has changed, and the strip beside them."""
        if self._opened is None or not touched:
            return
        height = self._opened.flow.heights.total
        touched = [*touched, *self._opened.suggested.reaching(touched)]
        for span in touched:
            self._opened.flow.forget_decorations(span, formats)
            self._strip.update_states(self._opened.states.refresh(span))
        # The focus, and with it the annotation that is drawn strongly, may be elsewhere than the change.
        self._update_on([*touched, *self._drawn_strongly()])
        if self._opened.flow.heights.total != height:
            self._settle()

    def _drawn_strongly(self) -> list[Span]:
        """Where the focus, the selection and the current annotation are drawn."""
        if self._opened is None or self._opened.selection.focus < 0:
            return []
        selection, current = self._opened.selection, self._opened.current()
        spans = [selection.sentence_span(selection.focus), *selection.segments()]
        running, proposed = self._opened.quotation_in_focus(), self._opened.suggestion_in_focus()
        return [*spans, *(one.extent for one in (current, proposed) if one), *([running] if running else ())]

    def _update_on(self, spans: Sequence[Span]) -> None:
        """Paint anew the blocks in view that have text on one of some stretches."""
        for laid, top in self._in_view():
            if self._opened and any(span.overlaps(laid.span) for span in spans):
                beyond = self.typography.overhang
                height = self._opened.flow.heights[laid.index] + 2 * beyond
                self._stale += QRect(0, int(top - beyond), self.viewport().width(), int(height) + 2)
        self.viewport().update(self._stale)

    def paint_now(self) -> None:
        """Have what has changed on the screen at once, before anything else is done."""
        if not self._stale.isEmpty():
            self.viewport().repaint(self._stale)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._stale = QRegion()
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self.theme.background))
        if self._opened:
            page = Page(
                opened=self._opened,
                labels=self._labels,
                theme=self.theme,
                typography=self.typography,
                left=self.column_left,
                width=self._set_width,
                byline=self._byline,
                hint=hints.not_article_text(),
                has_keyboard=self.hasFocus(),
            )
            page.paint(painter, QRectF(event.rect()), self._in_view())
            self.ties.paint(painter)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.speech.focus_moved()
        self._update_on(self._drawn_strongly())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._update_on(self._drawn_strongly())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._opened and self.focused_sentence() >= 0:  # a bar that comes up below hides nothing one works on
            self.keep_in_view(self._opened.selection.sentence_span(self.focused_sentence()), event.oldSize().height())
        place = self.viewport().geometry()
        self._strip.setGeometry(place.right() + 1, place.top(), coverage.WIDTH, place.height())

    def _tip_at(self, place: QPoint) -> str:
        position = self.character_at(QPointF(place))
        return hints.tool_tip(self._opened, self._labels, position) if self._opened and position >= 0 else ""
