"""What is selected in the reader: the focused sentence, words around it, segments held.

Plain rules over the text and its sentences, without a widget, so that every key and drag can be
tested as what it does to three values: the focus, the present span and the held segments.
"""

from collections.abc import Sequence

from annotator.core.spans import Span, covered, is_boundary, snap_to_characters, snap_to_words, trim, words
from annotator.ui.reader.states import sentence_at

# A step is never longer than this many code points; a "word" of more is taken in pieces.
_WINDOW = 256


class Selection:
    """Focus and selection in one document.

    Attributes: `focus`, the index of the focused sentence, -1 without sentences; `span`, what is
    selected beyond the focus, or None; `held`, segments kept for an annotation of several.
    """

    def __init__(self, text: str, sentences: Sequence[Span]) -> None:
        self._text = text
        self.sentences = sentences
        self.span: Span | None = None
        self.held: tuple[Span, ...] = ()
        self.focus = self._visible_from(0, 1)
        self._anchor = self.focus

    def sentence_span(self, index: int) -> Span:
        """What is seen of a sentence: its tile without the white space at its ends."""
        return trim(self._text, Span(*self.sentences[index]))

    def present(self) -> Span | None:
        """The present selection: the span, else the focused sentence unless segments are held."""
        if self.span or self.held or self.focus < 0:
            return self.span
        seen = self.sentence_span(self.focus)
        return seen if seen.start_char < seen.end_char else None

    def segments(self) -> tuple[Span, ...]:
        """What a label would be put on: held segments and the present selection, in order."""
        present = self.present()
        chosen = [*self.held, present] if present else self.held
        # An accent on a space is one character with it, which trimming has cut.
        return tuple(covered(snap_to_characters(self._text, span) for span in chosen))

    def move(self, step: int, extend: bool = False) -> None:
        """Focus the next (1) or previous (-1) sentence; with `extend` take it into the selection."""
        found = self._visible_from(self.focus + step, step) if self.focus >= 0 else -1
        if found >= 0:
            self.go_to(found, extend)
        elif not extend:
            self.go_to(self.focus)

    def go_to(self, index: int, extend: bool = False) -> None:
        """Focus a sentence; with `extend` select from where the focus was set last up to it."""
        if not 0 <= index < len(self.sentences):
            return
        self.focus = index
        if extend:
            first, last = sorted((self._anchor, index))
            self.span = trim(self._text, Span(self.sentences[first][0], self.sentences[last][1]))
            return
        self._anchor = index
        self.span = self._without_held(self.sentence_span(index)) if self.held else None

    def select_sentence(self, index: int) -> None:
        """Focus a sentence and select what is seen of it."""
        self.go_to(index)
        if self.focus == index and not self.held:
            self.span = self.present()

    def select(self, start: int, end: int, exact: bool = False) -> None:
        """Select between two positions, in any order, grown to whole words (`exact`: characters)."""
        wanted = Span(min(start, end), max(start, end))
        if wanted.start_char == wanted.end_char and not exact:
            wanted = Span(wanted.start_char, min(len(self._text), wanted.end_char + 1))
        snapped = trim(self._text, snap_to_characters(self._text, wanted))
        if not exact and snapped.start_char < snapped.end_char:
            snapped = snap_to_words(self._text, snapped)
        self.span = snapped if snapped.start_char < snapped.end_char else None
        if self.span:
            self.focus = self._anchor = sentence_at(self.sentences, self.span.start_char)

    def grow_end(self) -> None:
        """Take the next word in."""
        present = self.present()
        if not present:
            return
        end = present.end_char
        for step in words(self._text, self._window(end, min(len(self._text), end + _WINDOW))):
            self.span = Span(present.start_char, step.end_char)
            return

    def shrink_end(self) -> None:
        """Leave the last word out; the last word of all stays."""
        present = self.present()
        if present:
            steps = words(
                self._text, self._window(max(present.start_char, present.end_char - _WINDOW), present.end_char)
            )
            if len(steps) > 1:
                self.span = trim(self._text, Span(present.start_char, steps[-2].end_char))

    def grow_start(self) -> None:
        """Take the word before in."""
        present = self.present()
        if not present:
            return
        steps = words(self._text, self._window(max(0, present.start_char - _WINDOW), present.start_char))
        if steps:
            self.span = Span(steps[-1].start_char, present.end_char)

    def shrink_start(self) -> None:
        """Leave the first word out; the last word of all stays."""
        present = self.present()
        if present:
            steps = words(
                self._text, self._window(present.start_char, min(present.end_char, present.start_char + _WINDOW))
            )
            if len(steps) > 1:
                self.span = Span(steps[1].start_char, present.end_char)

    def hold(self) -> None:
        """Keep the present selection as a segment; the rest of its sentence is selected next."""
        present = self.present()
        if not present:
            return
        self.held = tuple(covered([*self.held, present]))
        self.focus = self._anchor = sentence_at(self.sentences, present.end_char - 1)
        tile = self.sentences[self.focus]
        self.span = self._without_held(Span(present.end_char, max(present.end_char, tile[1])))

    def drop_held(self) -> None:
        """Drop the held segments, and what was selected only because they were held."""
        if self.span == self._without_held(self.sentence_span(self.focus)):
            self.span = None
        self.held = ()

    def clear(self) -> bool:
        """Drop everything but the focus; whether there was anything to drop."""
        dropped = bool(self.held or self.span)
        self.span, self.held, self._anchor = None, (), self.focus
        return dropped

    def replace_sentences(self, sentences: Sequence[Span]) -> None:
        """The same text split otherwise: the focus stays where it was in the text."""
        position = self.sentences[self.focus][0] if self.focus >= 0 else 0
        self.sentences = sentences
        self.focus = self._anchor = sentence_at(sentences, position)

    def _without_held(self, span: Span) -> Span | None:
        """The first part of a span that is not held, trimmed; None when nothing is left."""
        start = span.start_char
        for kept in self.held:
            if kept.start_char <= start < kept.end_char:
                start = kept.end_char
        start = trim(self._text, Span(start, span.end_char)).start_char if start < span.end_char else start
        end = min([kept.start_char for kept in self.held if start <= kept.start_char] + [span.end_char])
        if start >= end:
            return None
        free = trim(self._text, Span(start, end))
        return free if free.start_char < free.end_char else None

    def _window(self, start: int, end: int) -> Span:
        """A stretch whose ends cut no character, so that no step does."""
        while not is_boundary(self._text, start):
            start -= 1
        while not is_boundary(self._text, end):
            end += 1
        return Span(start, end)

    def _visible_from(self, index: int, step: int) -> int:
        """The first sentence from an index on in which there is anything to see; -1 when there is none."""
        while 0 <= index < len(self.sentences):
            seen = self.sentence_span(index)
            if seen.start_char < seen.end_char:
                return index
            index += step
        return -1
