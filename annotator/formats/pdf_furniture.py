"""Running heads and page numbers: lines at the top or bottom of pages that come again, or count with the pages."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from annotator.formats.pdf_page import Piece

RUNNING_HEAD = "running_head"
PAGE_NUMBER = "page_number"

_ROWS = 3  # are looked at from the top, and from the bottom
_NUMBER = re.compile(r"\d+")
_ONLY_NUMBER = re.compile(r"[-–—|\[(\s]*(\d{1,4})[-–—|\])\s.]*")
_NUMBER_OF = re.compile(r"[^\W\d_]{0,8}\.?\s?(\d{1,4})\s?(?:/|[^\W\d_]{1,6})\s?\d{1,4}")
_WORDS_OF_NUMBER = 12  # letters beside it that still make it a page number: “Seite 3 von 12”
_NEIGHBOURS = 2  # pages away, the same head stands again: left and right pages may differ
_FEW_PAGES = 4
_APART = 2.5  # times the height of its letters: words that stand nearer are of one line

_Key = tuple[str, bool]


def find(pages: Sequence[Sequence[Piece]]) -> list[dict[int, str]]:
    """For each page, given as its pieces: place in it -> what kind of furniture it is."""
    edges = [_edges(page) for page in pages]
    keys = [
        {place: _key(page[place], place in tops) for place in (*tops, *ends)}
        for page, (tops, ends) in zip(pages, edges, strict=True)
    ]
    counts = Counter(key for page in keys for key in set(page.values()))
    needed = 2 if len(pages) <= _FEW_PAGES else 3
    counted = _counted(pages, keys)
    found = []
    for number, page in enumerate(keys):
        near = {key for other in _neighbours(keys, number) for key in other.values()}
        kinds = {
            place: _kind(pages[number][place].text, number, counts[key] >= needed and key in near, counted)
            for place, key in page.items()
        }
        found.append({place: kind for place, kind in kinds.items() if kind})
    return found


def _neighbours(keys: list[dict[int, _Key]], number: int) -> list[dict[int, _Key]]:
    return keys[max(0, number - _NEIGHBOURS) : number] + keys[number + 1 : number + 1 + _NEIGHBOURS]


def _kind(text: str, number: int, again: bool, counted: frozenset[int]) -> str:
    """What a line at a page's edge is; "" for text."""
    only = _ONLY_NUMBER.fullmatch(text)
    if only and (int(only.group(1)) - number in counted or int(only.group(1)) == number + 1):
        return PAGE_NUMBER
    if (of := _NUMBER_OF.fullmatch(text)) and int(of.group(1)) == number + 1:
        return PAGE_NUMBER
    if not again:
        return ""
    return PAGE_NUMBER if _NUMBER.search(text) and sum(map(str.isalpha, text)) <= _WORDS_OF_NUMBER else RUNNING_HEAD


def _counted(pages: Sequence[Sequence[Piece]], keys: list[dict[int, _Key]]) -> frozenset[int]:
    """By how much printed numbers differ from the count of the pages, where they do so on several."""
    offsets: Counter[int] = Counter()
    for number, (page, places) in enumerate(zip(pages, keys, strict=True)):
        numbers = {int(only.group(1)) for place in places if (only := _ONLY_NUMBER.fullmatch(page[place].text))}
        offsets.update({printed - number for printed in numbers})
    return frozenset(offset for offset, count in offsets.items() if count > max(1, len(pages) // 3))


def _edges(page: Sequence[Piece]) -> tuple[list[int], list[int]]:
    """The places of the pieces in the first rows, and of those in the last."""
    rows = sorted({_row(piece) for piece in page})
    if not rows:
        return [], []
    half = (len(rows) + 1) // 2
    first, last = rows[min(_ROWS, half) - 1], rows[-min(_ROWS, max(half, 1))]
    alone = _alone(page)
    tops = [place for place in alone if _row(page[place]) <= first]
    return tops, [place for place in alone if _row(page[place]) >= last and _row(page[place]) > first]


def _alone(page: Sequence[Piece]) -> list[int]:
    """The places of pieces that are no part of a longer line: nothing stands near them in their row."""
    places = sorted(range(len(page)), key=lambda place: (_row(page[place]), page[place].left))
    near = set()
    for before, place in pairwise(places):
        some, other = page[before], page[place]
        if _row(some) == _row(other) and other.left - some.right < _APART * other.height:
            near |= {before, place}
    return sorted(set(places) - near)


def _row(piece: Piece) -> int:
    return round(piece.bottom / 4)


def _key(piece: Piece, top: bool) -> _Key:
    """What makes lines of two pages the same: their words without numbers, and at which end of the page they are."""
    return _NUMBER.sub("#", piece.text.casefold()), top
