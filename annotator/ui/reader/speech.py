"""What the reader says to somebody who listens: of each sentence, of the article, of every edit."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect

from annotator.core.records import AnnotationRecord, SentenceState
from annotator.core.spans import Span
from annotator.ui.reader import accessibility, hints

if TYPE_CHECKING:
    from annotator.ui.reader.article_view import ArticleView


class Speech:
    """Words and places for the list of sentences that a screen reader sees, and what it is told."""

    def __init__(self, view: "ArticleView") -> None:
        self._view = view
        accessibility.install()

    def count(self) -> int:
        """How many sentences there are."""
        return len(self._view.opened.selection.sentences) if self._view.opened else 0

    def text(self, index: int) -> str:
        """A sentence as it stands in the text."""
        opened = self._view.opened
        start, end = opened.selection.sentence_span(index) if opened else (0, 0)
        return opened.text[start:end] if opened else ""

    def description(self, index: int) -> str:
        """State or labels of a sentence, its number, and what the annotation in focus is linked to."""
        if self._view.opened is None:
            return ""
        words = hints.describe_sentence(self._view.opened, self._view.labels, index)
        return ". ".join([words, *self._links()]) if index == self._view.focused_sentence() else words

    def coverage(self) -> str:
        """How far the article is read."""
        return hints.describe_progress(self._view.progress()) if self._view.opened else ""

    def is_selected(self, index: int) -> bool:
        """True when a label would be put on some of the sentence."""
        tile = Span(*self._view.opened.selection.sentences[index]) if self._view.opened else Span(0, 0)
        return any(tile.overlaps(segment) for segment in self._view.selected_segments())

    def place(self, index: int) -> QRect:
        """Where the sentence is on the screen; empty when it is out of view."""
        opened, view = self._view.opened, self._view.viewport()
        top, bottom = self._view.extent_in_view(opened.selection.sentence_span(index)) if opened else (None, None)
        if bottom is None:
            return QRect()
        seen = QRect(0, int(top or 0), view.width(), int(bottom - (top or 0))).intersected(view.rect())
        return seen.translated(view.mapToGlobal(QPoint(0, 0)))

    def under(self, place: QPoint) -> int:
        """The sentence at a place of the screen; -1 when there is none."""
        here = self._view.viewport().mapFromGlobal(place)
        if self._view.opened is None or not self._view.viewport().rect().contains(here):
            return -1
        return self._view.sentence_at(self._view.position_at(QPointF(here), between=False))

    def reopened(self) -> None:
        """Another article is open, or it is split otherwise."""
        accessibility.tell_other_sentences(self._view)

    def focus_moved(self) -> None:
        """Another sentence has the focus, or the keyboard has come into the article."""
        accessibility.tell_focus(self._view)

    def annotated(self, put: Sequence[AnnotationRecord], dropped: Sequence[AnnotationRecord]) -> None:
        """Say which labels were put on or taken off the focused sentence."""
        labels = self._view.labels
        said = [hints.added(record, labels) for record in put if self._concerns(record.segments)]
        said += [hints.removed(record, labels) for record in dropped if self._concerns(record.segments)]
        self._say(said)

    def marked(self, touched: Sequence[Span]) -> None:
        """Say that "nothing here" was put on the focused sentence or taken off it."""
        if self._concerns(touched):
            state = self._view.sentence_state(self._view.focused_sentence())
            self._say([hints.marked(state is SentenceState.NOTHING)])

    def doubted(self) -> None:
        """Other quotation marks of the focused sentence look wrong than before."""
        accessibility.tell_change(self._view, self._view.focused_sentence())

    def suggested(self) -> None:
        """Something else is suggested for the focused sentence than before."""
        opened, focus = self._view.opened, self._view.focused_sentence()
        if opened is None or focus < 0 or not accessibility.is_heard():
            return
        words = dict.fromkeys(hints.suggested(one, self._view.labels) for one in opened.suggestions_in(focus))
        if words and self._view.hasFocus():
            accessibility.announce(self._view, ". ".join(words))
        accessibility.tell_change(self._view, focus)

    def tied(self) -> None:
        """The annotation in focus has other links than were shown before."""
        if not accessibility.is_heard() or self._view.focused_sentence() < 0:
            return
        if (words := self._links()) and self._view.hasFocus():
            accessibility.announce(self._view, ". ".join(words))
        accessibility.tell_change(self._view, self._view.focused_sentence())

    def _links(self) -> list[str]:
        opened = self._view.opened
        return [hints.tied(tie, opened.text) for tie in self._view.ties.shown] if opened else []

    def _concerns(self, spans: Sequence[Span]) -> bool:
        opened, focus = self._view.opened, self._view.focused_sentence()
        if opened is None or focus < 0:
            return False
        there = [opened.selection.sentence_span(focus), *opened.selection.segments()]
        return any(span.overlaps(other) for span in spans for other in there)

    def _say(self, said: Sequence[str]) -> None:
        if said and accessibility.is_heard():
            accessibility.announce(self._view, ". ".join([*said, self.coverage()]))
            accessibility.tell_change(self._view, self._view.focused_sentence())
