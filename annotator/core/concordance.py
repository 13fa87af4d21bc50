"""A word in context: what was found with what stands left and right of it, to be sorted by either."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from annotator.core.search_terms import terms
from annotator.core.snippets import one_line, word_end, word_start
from annotator.core.spans import Span, snap_to_characters

WIDTH = 60
"""Characters of context on each side, give or take a word."""


class Order(StrEnum):
    """How the lines of a concordance follow each other."""

    ARTICLE = "article"
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Context:
    """What was found at `span` of a text, with the text before and after it, each in one line."""

    span: Span
    left: str
    word: str
    right: str

    def key(self, order: Order) -> tuple[tuple[str, ...], ...]:
        """What it is sorted by: the words from the one found outwards, without case and accents."""
        if order is Order.LEFT:
            return tuple(reversed(terms(self.left))), tuple(terms(self.word))
        return tuple(terms(self.right)), tuple(terms(self.word))


def contexts(text: str, spans: Iterable[Span], width: int = WIDTH) -> Iterator[Context]:
    """The context of each stretch; a line break ends it no more than the edge of a sentence does."""
    for span in spans:
        start, end = span
        first = word_start(text, max(0, start - width))
        last = word_end(text, min(len(text), end + width))
        first = snap_to_characters(text, Span(first, end)).start_char
        last = snap_to_characters(text, Span(start, last)).end_char
        yield Context(span, one_line(text[first:start]), one_line(text[start:end]), one_line(text[end:last]))
