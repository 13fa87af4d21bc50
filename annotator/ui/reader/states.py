"""The state of every sentence, kept up to date stretch by stretch.

The rule is that of the whole program (core/progress.py): furniture when all that is seen of the sentence
is furniture, else tagged, else nothing to tag, else undecided. States lie in one byte each, so that the coverage
strip and the search for the next undecided sentence run over them at the speed of `bytes`.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Final

from annotator.core.progress import is_covered
from annotator.core.records import Progress, SentenceState
from annotator.core.spans import Span, trim
from annotator.ui.reader.annotation_index import AnnotationIndex
from annotator.ui.reader.stretches import Stretches

UNDECIDED: Final = 0
NOTHING: Final = 1
TAGGED: Final = 2
FURNITURE: Final = 3
_STATES = (SentenceState.UNDECIDED, SentenceState.NOTHING, SentenceState.TAGGED, SentenceState.FURNITURE)


def sentence_at(sentences: Sequence[Span], position: int) -> int:
    """The sentence on which a position lies, the last one at the text's end; -1 when there is none."""
    return max(0, bisect_right(sentences, position, key=_start) - 1) if sentences else -1


class SentenceStates:
    """States of the sentences of one document. White space alone counts as furniture."""

    def __init__(self, text: str, sentences: Sequence[Span], index: AnnotationIndex) -> None:
        self.sentences = sentences
        self.codes = bytearray(len(sentences))
        self._counts = [len(sentences), 0, 0, 0]
        self._text = text
        # Plain numbers are searched five times as fast as the spans' first fields.
        self._starts = [sentence[0] for sentence in sentences]
        self._index = index
        self.furniture = Stretches()
        self.marks = Stretches()

    def __getitem__(self, sentence: int) -> SentenceState:
        return _STATES[self.codes[sentence]]

    def fill(self, furniture: Iterable[Span], marks: Iterable[Span]) -> None:
        """Work out every state, once, when a document is opened or split anew."""
        self.furniture, self.marks = Stretches(furniture), Stretches(marks)
        self.codes = bytearray(len(self.sentences))
        self._fill_marked()
        for annotation in self._index:
            for start, end in annotation.segments:
                first, last = self._touched(start, end)
                self.codes[first:last] = bytes((TAGGED,)) * (last - first)
                if self._text[start].isspace() or self._text[end - 1].isspace():
                    self._decide_all(Span(start, end))
        for span in self.furniture.union():
            self._decide_all(span)
        self._decide_blank()
        self._counts = [self.codes.count(code) for code in range(len(_STATES))]

    def progress(self) -> Progress:
        """Counts of the sentences by state; kept, not counted anew."""
        undecided, nothing, tagged, _ = self._counts
        return Progress(undecided + nothing + tagged, tagged, nothing)

    def refresh(self, span: Span) -> range:
        """Work out the states on a stretch after something on it has changed; which ones they were."""
        return self._decide_all(span)

    def replace_furniture(self, furniture: Iterable[Span]) -> list[Span]:
        """New furniture; the stretches where it differs, whose states are worked out anew."""
        return self._decide_changed(self.furniture.replace(list(furniture)))

    def replace_marks(self, marks: Iterable[Span]) -> list[Span]:
        """New "nothing here" marks; the stretches where they differ."""
        return self._decide_changed(self.marks.replace(list(marks)))

    def next_undecided(self, after: int) -> int:
        """The next undecided sentence after one, beginning again at the top; -1 when none is left."""
        found = self.codes.find(UNDECIDED, after + 1)
        return found if found >= 0 else self.codes.find(UNDECIDED)

    def _decide_changed(self, changed: list[Span]) -> list[Span]:
        for span in changed:
            self._decide_all(span)
        return changed

    def _fill_marked(self) -> None:
        """Marks alone, as if there were nothing else: the rest is laid over them."""
        text, codes, tiles = self._text, self.codes, self.sentences
        for start, end in self.marks.union():
            first, last = self._touched(start, end)
            if last - first > 2:
                codes[first + 1 : last - 1] = bytes((NOTHING,)) * (last - first - 2)
            for sentence in {first, last - 1} if last > first else ():
                before, after = text[tiles[sentence][0] : start], text[end : tiles[sentence][1]]
                if not (before.strip() or after.strip()) or self._is_read(trim(text, Span(*tiles[sentence]))):
                    codes[sentence] = NOTHING

    def _touched(self, start: int, end: int) -> tuple[int, int]:
        if not self._starts:
            return 0, 0
        first = max(0, bisect_right(self._starts, start) - 1)
        return first, max(first + 1, bisect_right(self._starts, end - 1))

    def _decide_all(self, span: Span) -> range:
        touched = range(*self._touched(*span))
        for sentence in touched:
            self._counts[self.codes[sentence]] -= 1
            self.codes[sentence] = state = self._decide(sentence)
            self._counts[state] += 1
        return touched

    def _decide(self, sentence: int) -> int:
        tile = self.sentences[sentence]
        seen = trim(self._text, Span(*tile))
        if seen.start_char >= seen.end_char or is_covered(self._text, seen, self.furniture):
            return FURNITURE
        if self._index.is_tagged(seen):
            return TAGGED
        return NOTHING if self._is_read(seen) else UNDECIDED

    def _is_read(self, seen: Span) -> bool:
        return is_covered(self._text, seen, self.marks, self.furniture)

    def _decide_blank(self) -> None:
        """Tiles of white space alone, which a split by hand may leave behind."""
        text, codes = self._text, self.codes
        for sentence, start in enumerate(self._starts):
            # Almost no tile begins with white space; those that do are looked at whole.
            if not text[start : start + 1].strip():
                codes[sentence] = self._decide(sentence)


def _start(span: Span) -> int:
    return span[0]
