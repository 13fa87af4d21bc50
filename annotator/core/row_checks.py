"""Rows from a file held against the text that they are about, before they are taken in.

A file may have been damaged, or edited by hand: what does not fit its text would be met only when somebody reads it.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from annotator.core.damage import Damaged
from annotator.core.readings import OPEN, State
from annotator.core.records import Status
from annotator.core.reviewing import Decision
from annotator.core.rulings import RulingVerdict
from annotator.core.submissions import read_content

Row = Mapping[str, Any]

_PLACED = ("annotation", "mark", "rejected_suggestion", "comment", "ruling", "self_check")
_WORDS = (
    ("document", "also_in"),
    ("source", "aliases"),
    ("comment", "mentions"),
    ("ruling", "settles"),
    ("ruling", "keeps"),
)
_VALUES: tuple[tuple[str, str, Iterable[str]], ...] = (
    ("document", "status", Status),
    ("reading", "state", (OPEN, *State)),
    ("verdict", "verdict", Decision),
    ("ruling", "verdict", RulingVerdict),
)


def check_rows(tables: Mapping[str, Sequence[Row]], text: str) -> None:
    """Raise Damaged, saying which row, where something of an article's rows is not as it can be."""
    for document in tables.get("document", ()):
        _check_document(document, text)
    for table in _PLACED:
        for row in tables.get(table, ()):
            _check_place(f"{table} {row['id']}", row, len(text))
    _check_breaks(tables.get("sentence_break", ()), len(text))
    for table, column, values in _VALUES:
        there = [*values, None]
        _require(
            all(row[column] in there for row in tables.get(table, ())), f"{table}.{column} is not what it should be"
        )
    for row in tables.get("submission", ()):
        _check_submission(row)
    for table in ("annotation", "ruling"):
        _require(all(map(_says_plainly, tables.get(table, ()))), f"{table}.attributes is not what it should be")
    for table, column in _WORDS:
        good = all(_are_words(row.get(column)) for row in tables.get(table, ()))
        _require(good, f"{table}.{column} is not what it should be")


def _says_plainly(row: Row) -> bool:
    """Whether the attributes of a row are words, numbers, yes and no."""
    said = row.get("attributes")
    return said is None or (isinstance(said, dict) and all(isinstance(one, str | int | float) for one in said.values()))


def _are_words(said: Any) -> bool:
    return said is None or (isinstance(said, list) and all(isinstance(one, str) for one in said))


def _check_breaks(rows: Sequence[Row], length: int) -> None:
    positions = [row["position"] for row in rows]
    _require(all(0 <= position <= length for position in positions), "a sentence_break is outside the text")
    _require(len(set(positions)) == len(positions), "two sentence_breaks are at one place")


def _check_submission(row: Row) -> None:
    try:
        read_content(row["content"])
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise Damaged(f"submission {row['id']} cannot be read") from error


def _check_document(row: Row, text: str) -> None:
    _require(row["length"] == len(text), "document.length is not that of the text")
    ends = row["sentence_ends"]
    good = isinstance(ends, list) and all(type(end) is int for end in ends)
    good = good and all(end < later for end, later in pairwise([0, *ends])) and (not ends or ends[-1] == len(text))
    _require(good, "document.sentence_ends do not fit the text")
    for piece in row["furniture"]:
        good = isinstance(piece, list) and len(piece) == 3 and isinstance(piece[2], str)
        _require(good and _is_within(piece[:2], len(text)), "document.furniture is outside the text")


def _check_place(name: str, row: Row, length: int) -> None:
    start, end = row["start_char"], row["end_char"]
    _require(row.get("label") != "", f"{name} has no label")
    if start is None and end is None:
        return
    _require(_is_within([start, end], length), f"{name} is outside the text")
    segments = row.get("segments")
    if segments is None:
        return
    good = isinstance(segments, list) and bool(segments) and all(_is_within(one, length) for one in segments)
    good = good and all(one[1] <= later[0] for one, later in pairwise(segments))
    _require(good and (segments[0][0], segments[-1][1]) == (start, end), f"{name} has segments that do not fit")


def _is_within(place: Any, length: int) -> bool:
    if not isinstance(place, list) or len(place) != 2 or any(type(at) is not int for at in place):
        return False
    return bool(0 <= place[0] < place[1] <= length)


def _require(holds: bool, words: str) -> None:
    if not holds:
        raise Damaged(words)
