"""The document that is open in the reader: its record, taken apart for quick change and look-up.

Every change returns the stretches of text it touched, so that the reader repaints those alone.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from uuid import UUID

from PySide6.QtGui import QColor, QTextCharFormat

from annotator.core.records import AnnotationRecord, DocumentRecord, Doubt, Furniture
from annotator.core.spans import Span, covered
from annotator.core.suggestion import Suggestion
from annotator.ui.reader.annotation_index import AnnotationIndex
from annotator.ui.reader.blocks import Block, cut_blocks
from annotator.ui.reader.decorations import extra_lanes
from annotator.ui.reader.flow import Flow
from annotator.ui.reader.quoted import Quoted
from annotator.ui.reader.selection import Selection
from annotator.ui.reader.states import SentenceStates
from annotator.ui.reader.suggested import Suggested
from annotator.ui.reader.talk import Talk
from annotator.ui.reader.typography import ReaderTheme
from annotator.ui.reader.visible_marks import marks_in


class OpenDocument:
    """One document while it is read.

    Attributes: `record` as it was opened; `index`, `states`, `selection`, `flow`; `theme`, which
    colours text that is not in body ink; `furniture`, joined where only white space is between;
    `quoted`, what the check of its quotation marks has found; `suggested`, what is suggested to tag; `talk`, where
    something is said about it.
    `replaced` are the annotations in whose place a reviewer has put others.
    """

    def __init__(self, record: DocumentRecord, theme: ReaderTheme) -> None:
        self.record = record
        self.text = record.text
        self.theme = theme
        self.index = AnnotationIndex(record.annotations)
        self.states = SentenceStates(record.text, record.sentences, self.index)
        self.states.fill(_spans(record.furniture), record.marks)
        self.selection = Selection(record.text, record.sentences)
        self.furniture = self._joined(record.furniture)
        self.quoted, self.suggested, self.talk = Quoted(), Suggested(), Talk()
        self.replaced: frozenset[UUID] = frozenset()
        blocks = cut_blocks(record.text, record.title, record.sentences)
        self.flow = Flow(record.text, record.title, blocks, self.formats, self.extra_lanes)
        self._latest: list[UUID] = []

    def put(self, annotations: Iterable[AnnotationRecord]) -> list[Span]:
        """Add annotations, or replace those with their ids; a new one becomes the current one."""
        touched: list[Span] = []
        for annotation in annotations:
            former = self.index.put(annotation)
            if former:
                touched.append(former.extent)
            else:
                self.prefer(annotation.id)
            touched.append(annotation.extent)
        return self._decide(touched)

    def says_other(self, annotation: AnnotationRecord) -> bool:
        """True for an annotation that is new or has another label than the one shown."""
        known = self.index.get(annotation.id)
        return known is None or known.label != annotation.label

    def drop(self, ids: Iterable[UUID]) -> list[AnnotationRecord]:
        """Take annotations out and return them."""
        dropped = [annotation for annotation in map(self.index.drop, ids) if annotation]
        self._decide([annotation.extent for annotation in dropped])
        return dropped

    def set_marks(self, marks: Iterable[Span]) -> list[Span]:
        """Replace the "nothing here" marks."""
        return self.states.replace_marks(marks)

    def set_furniture(self, furniture: Sequence[Furniture]) -> list[Span]:
        """Replace what is not article text."""
        self.furniture = self._joined(furniture)
        return self.states.replace_furniture(_spans(furniture))

    def set_sentences(self, sentences: Sequence[Span]) -> None:
        """Replace the sentences; what is said about the text stays where it is."""
        furniture, marks = self.states.furniture.union(), self.states.marks.union()
        self.states = SentenceStates(self.text, sentences, self.index)
        self.states.fill(furniture, marks)
        self.selection.replace_sentences(sentences)

    def formats(self, block: Block) -> list[tuple[int, int, QTextCharFormat]]:
        """Colours of letters that are not in body ink: furniture greyed, marks for hidden characters."""
        start, end = block.start_char, block.end_char
        ranges: list[tuple[int, int, QTextCharFormat]] = []
        for piece in self.furniture_on(Span(start, end)):
            first, last = max(start, piece.start_char), min(end, piece.end_char)
            ranges.append((first - start, last - start, _ink(self.theme.muted)))
        ranges.extend((at, at + 1, _ink(self.theme.mark)) for at in marks_in(self.text[start:end]))
        return ranges

    def extra_lanes(self, block: Block) -> int:
        """How many underlines more than usual a block must be set for."""
        span = Span(block.start_char, block.end_char)
        return extra_lanes(span, self.index.overlapping(span)) if span.end_char > span.start_char else 0

    def furniture_on(self, span: Span) -> list[Span]:
        """Furniture that is on a stretch."""
        first = max(0, bisect_right(self.furniture, span.start_char, key=lambda piece: piece[0]) - 1)
        found = []
        for piece in self.furniture[first:]:
            if piece.start_char >= span.end_char:
                break
            if piece.overlaps(span):
                found.append(piece)
        return found

    def annotations_at(self, position: int) -> list[AnnotationRecord]:
        """Annotations on a character, the narrowest first."""
        found = self.index.overlapping(Span(position, position + 1))
        return sorted(found, key=lambda annotation: annotation.extent.end_char - annotation.extent.start_char)

    def annotations_in_focus(self) -> list[AnnotationRecord]:
        """Annotations on the focused sentence, in reading order."""
        return self.annotations_in(self.selection.focus)

    def annotations_in(self, index: int) -> list[AnnotationRecord]:
        """Annotations on a sentence, in reading order; none for -1."""
        return self.index.overlapping(self.selection.sentence_span(index)) if index >= 0 else []

    def doubts_in(self, index: int) -> tuple[Doubt, ...]:
        """The suspicious quotation marks of a sentence."""
        return self.quoted.doubts_on(self.selection.sentence_span(index)) if index >= 0 else ()

    def doubt_in_focus(self) -> Doubt | None:
        """The suspicious mark that was gone to last, while its sentence has the focus."""
        current = self.quoted.current
        return current if current in self.doubts_in(self.selection.focus) else None

    def quotation_in_focus(self) -> Span | None:
        """The quotation that runs beyond the focused sentence, if it holds some of it."""
        focus = self.selection.focus
        return self.quoted.running_through(self.selection.sentence_span(focus)) if focus >= 0 else None

    def suggestions_in(self, index: int) -> list[Suggestion]:
        """The open suggestions on a sentence, in reading order; none for -1."""
        return self.suggested.on(self.selection.sentence_span(index), self.index) if index >= 0 else []

    def suggestion_in_focus(self) -> Suggestion | None:
        """Of the open suggestions on the focused sentence the one that was gone to last, else the first."""
        there = self.suggestions_in(self.selection.focus)
        return self.suggested.current if self.suggested.current in there else next(iter(there), None)

    def prefer(self, annotation_id: UUID) -> None:
        """Make an annotation the one that counts as current wherever it is in focus."""
        if annotation_id in self._latest:
            self._latest.remove(annotation_id)
        self._latest = [*self._latest[-31:], annotation_id]

    def current(self) -> AnnotationRecord | None:
        """Of the annotations on the focused sentence the one clicked or added last, else the first."""
        there = self.annotations_in_focus()
        if not there:
            return None
        ranks = {annotation_id: rank for rank, annotation_id in enumerate(self._latest)}
        best = max(there, key=lambda annotation: ranks.get(annotation.id, -1))
        return best if best.id in ranks else there[0]

    def chosen_of_several(self) -> AnnotationRecord | None:
        """The current annotation where the focused sentence has more than one; None where there is no choice."""
        return self.current() if len(self.annotations_in_focus()) > 1 else None

    def cycle(self, step: int) -> AnnotationRecord | None:
        """Make the next annotation on the focused sentence the current one."""
        there, current = self.annotations_in_focus(), self.current()
        if current is None:
            return None
        chosen = there[(there.index(current) + step) % len(there)]
        self.prefer(chosen.id)
        return chosen

    def _decide(self, touched: list[Span]) -> list[Span]:
        for span in touched:
            self.states.refresh(span)
        return touched

    def _joined(self, furniture: Sequence[Furniture]) -> list[Span]:
        joined: list[Span] = []
        for piece in covered(_spans(furniture)):
            if joined and self.text[joined[-1].end_char : piece.start_char].isspace():
                joined[-1] = Span(joined[-1].start_char, piece.end_char)
            else:
                joined.append(piece)
        return joined


def _spans(furniture: Iterable[Furniture]) -> list[Span]:
    return [Span(piece.start_char, piece.end_char) for piece in furniture]


def _ink(colour: str) -> QTextCharFormat:
    style = QTextCharFormat()
    style.setForeground(QColor(colour))
    return style
