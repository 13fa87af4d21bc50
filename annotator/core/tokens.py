"""A text as words and marks, for the formats that know nothing smaller: no token has white space in it.

Near to UAX #29: a word with its apostrophes and hyphens, a number with its points and commas, any other character by
itself; where words have no spaces between them (see `spans.has_word_spaces`), each character is a token. All places
are code points, end excluded.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from annotator.core.spans import Span

_RUN = re.compile(r"\S+")  # of `re`, whose white space is that of str.isspace
_LINE_END = re.compile(r"\n")
_WORD = r"[\w--[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]]"
_CLINGING = r"[\p{GCB=Extend}\p{GCB=SpacingMark}\p{GCB=ZWJ}]"
_LETTERS = rf"{_WORD}(?:{_WORD}|{_CLINGING})*"
_FLAG = rf"[\U0001f1e6-\U0001f1ff]{{1,2}}{_CLINGING}*"  # else \X looks back at all that come before
_TOKEN = rf"\p{{GCB=Prepend}}*{_LETTERS}(?:(?:[-'’ʼ]|(?<=\p{{Nd}})[.,](?=\p{{Nd}})){_LETTERS})*|{_FLAG}|\X"


def tokens(text: str, edges: Iterable[int] = ()) -> list[Span]:
    """The words and marks of a text in its order, cut at each of `edges`.

    So a stretch whose ends are among the edges, and are not white space, begins and ends with a token. A token by
    itself is one token again.
    """
    pattern = _pattern()
    found: list[Span] = []
    for start, end in _pieces(text, sorted(set(edges))):
        piece = text[start:end]
        if piece.isascii() and piece.isalnum():
            found.append(Span(start, end))
        else:
            found.extend(Span(*token.span()) for token in pattern.finditer(text, start, end))
    return found


def tokens_within(tokens_: Sequence[Span], span: Span) -> range:
    """Which of a text's tokens overlap a stretch, by their numbers; none where it is white space."""
    first = bisect_right(tokens_, span.start_char, key=lambda one: one.end_char)
    return range(first, max(first, bisect_right(tokens_, span.end_char - 1, key=lambda one: one.start_char)))


def _pieces(text: str, cuts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The runs of what is no white space, cut."""
    at = 0
    for run in _RUN.finditer(text):
        start, end = run.span()
        while at < len(cuts) and cuts[at] < end:
            if cuts[at] > start:
                yield start, cuts[at]
                start = cuts[at]
            at += 1
        yield start, end


def sentence_tokens(text: str, sentences: Sequence[Span], edges: Iterable[int] = ()) -> list[list[Span]]:
    """The tokens of each sentence, every token of the text in one: what lies between two sentences is one, too.

    Without sentences, each line is one. None is empty.
    """
    ends = {at for sentence in sentences for at in sentence} or {found.start() for found in _LINE_END.finditer(text)}
    cuts = sorted(ends)
    found: list[list[Span]] = []
    reached = -1
    for token in tokens(text, (*cuts, *edges)):
        passed = bisect_right(cuts, token.start_char)
        if passed != reached:
            found.append([])
            reached = passed
        found[-1].append(token)
    return found


@cache
def _pattern() -> Any:
    # Loaded late: it costs a command's start some 20 ms.
    import regex

    return regex.compile(_TOKEN, regex.V1)
