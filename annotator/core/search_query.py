"""What a person types to search, understood: words, “phrases”, beginnings*, -without, this OR that, title:words.

Small and forgiving: whatever is typed means something, if only itself, and what is half typed is taken as far
as it goes. All parts must be found, those joined by OR in turn.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from annotator.core.search_terms import is_single, terms

LONGEST_QUERY = 1000
"""Characters that are looked at; the rest of a longer query is not."""

MOST_PARTS = 32
MOST_TERMS = 24
"""Terms of a phrase that the index is asked for; the rest is compared with the text."""


class Field(StrEnum):
    """Where a part of a query is looked for."""

    ANYWHERE = ""
    TITLE = "title"
    SOURCE = "source"  # outlet, byline and the note on the source
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Part:
    """A word or a phrase of a query, as it was typed, and its terms in the index."""

    written: str
    terms: tuple[str, ...]
    field: Field = Field.ANYWHERE
    is_beginning: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched: of each group in `wanted` one part at least, and none of `unwanted`."""

    wanted: tuple[tuple[Part, ...], ...] = ()
    unwanted: tuple[Part, ...] = ()

    @property
    def is_empty(self) -> bool:
        """True when there is nothing to look for; what is only unwanted finds nothing."""
        return not self.wanted

    @property
    def anywhere(self) -> tuple[tuple[Part, ...], ...]:
        """The groups that name no field, or not in each of their parts."""
        return tuple(group for group in self.wanted if any(part.field is Field.ANYWHERE for part in group))

    @property
    def in_fields(self) -> tuple[tuple[Part, ...], ...]:
        """The groups all parts of which name a field."""
        return tuple(group for group in self.wanted if all(part.field is not Field.ANYWHERE for part in group))


_PIECE = re.compile(
    r"""(?P<or>OR(?=\s|$)|\|)
    | (?P<minus>[-−–](?=[^\s\-−–]))?
      (?:(?P<field>title|source|note):(?=\S))?
      (?: ["“”„«»](?P<phrase>[^"“”„«»]*)["“”„«»]?(?P<star>\*?)
        | (?P<word>[^\s"“”„«»|]+) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_OR = ("OR", "|")


def parse(text: str) -> Query:
    """Understand what was typed. Never raises."""
    wanted: list[tuple[Part, ...]] = []
    unwanted: list[Part] = []
    joins = False
    for piece in _PIECE.finditer(text[:LONGEST_QUERY]):
        if piece["or"] in _OR:
            joins = bool(wanted)
            continue
        part = _part(piece)
        if part is None:
            continue
        if piece["minus"]:
            unwanted.append(part)
        elif joins and wanted:
            wanted[-1] = (*wanted[-1], part)
        else:
            wanted.append((part,))
        joins = False
    return Query(tuple(wanted[:MOST_PARTS]), tuple(unwanted[:MOST_PARTS]))


def _part(piece: re.Match[str]) -> Part | None:
    """A part of a query; None for one without a word in it."""
    word = piece["or"] or piece["word"]
    written = piece["phrase"] if word is None else word.rstrip("*")
    found = tuple(terms(written))
    if not found:
        return None
    starred = bool(piece["star"]) if word is None else word.endswith("*")
    field = Field((piece["field"] or "").lower())
    return Part(written, found, field, starred and not is_single(found[-1][-1]))


def every_part(query: Query) -> Iterator[Part]:
    """All parts that are looked for, in the order they were typed."""
    for group in query.wanted:
        yield from group
