"""A text as spaCy's tokens: a space belongs to the token before it, other white space is a token of its own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from annotator.core.spans import Span
from annotator.core.tokens import tokens


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of a text, which tile it but for the spaces that belong to some of them."""

    places: tuple[Span, ...]
    spaced: tuple[bool, ...]

    def numbers(self) -> tuple[dict[int, int], dict[int, int]]:
        """The token that begins at a place, and the number behind the token that ends at one."""
        begins = {place.start_char: number for number, place in enumerate(self.places)}
        ends = {place.end_char: number for number, place in enumerate(self.places, 1)}
        return begins, ends


def words_of(text: str, stretches: Sequence[Span], starts: Iterable[int] = ()) -> Words:
    """The tokens of a text, cut so that each of the stretches begins and ends with one; and at `starts`."""
    begins = {*(stretch.start_char for stretch in stretches), *starts}
    ends = {stretch.end_char for stretch in stretches}
    cuts = sorted(begins | ends)
    places: list[Span] = []
    spaced: list[bool] = []
    at = 0
    for token in (*tokens(text, cuts), Span(len(text), len(text))):
        if at < token.start_char:
            own_space = bool(places) and text[at] == " " and at not in begins and at + 1 not in ends
            if own_space:
                spaced[-1] = True
            gap = _cut(Span(at + own_space, token.start_char), cuts)
            places += gap
            spaced += [False] * len(gap)
        if token.start_char < token.end_char:
            places.append(token)
            spaced.append(False)
        at = token.end_char
    return Words(tuple(places), tuple(spaced))


def _cut(stretch: Span, cuts: Sequence[int]) -> list[Span]:
    if stretch.start_char == stretch.end_char:
        return []
    inside = [cut for cut in cuts if stretch.start_char < cut < stretch.end_char] if cuts else []
    return [Span(start, end) for start, end in pairwise((stretch.start_char, *inside, stretch.end_char))]
