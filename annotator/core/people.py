"""The people of a project: their roles, the letters and the colour that stand for each of them.

Roles guide and do not protect: whoever has a project's file can do all that anybody can.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from annotator.core.schema import LabelColours
from annotator.core.spans import is_boundary

MOST_INITIALS = 4
"""So many letters as a person may choose for initials; the program itself takes two or three."""

_JOIN = "\u200c"  # keeps letters apart that would be written as one, as in Arabic
_SHORT_NAME, _DIGITS = 3, 2
_LEADING_VOWELS = frozenset("เแโใไເແໂໃໄ")  # Thai and Lao write them before the consonant that they follow


class Role(StrEnum):
    """What somebody does in a project, as a guide."""

    ANNOTATOR = "annotator"
    REVIEWER = "reviewer"
    LEAD = "lead"


# Inks that read well as letters on each theme's paper, and with that paper's colour on them. Initials stand with them
# wherever they stand: colour is never the only sign.
COLORS: dict[str, LabelColours] = {
    "blue": LabelColours(light="#2f5fa8", dark="#8fb4f2", contrast="#8cc8ff"),
    "rust": LabelColours(light="#94471a", dark="#f0a06f", contrast="#ffb37a"),
    "green": LabelColours(light="#2f6b3a", dark="#8ccf97", contrast="#8cff9e"),
    "plum": LabelColours(light="#7b3f86", dark="#d59fe0", contrast="#f0b0ff"),
    "teal": LabelColours(light="#0f6670", dark="#6cc6d0", contrast="#5ff0ff"),
    "rose": LabelColours(light="#a8315f", dark="#f29bbd", contrast="#ff9fc8"),
    "olive": LabelColours(light="#5f6416", dark="#c5cb6a", contrast="#e6f06a"),
    "slate": LabelColours(light="#4a5568", dark="#a9b4c6", contrast="#c8d4e8"),
}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who works in a project. `color` is a key of COLORS; `initials` are nobody else's, unless both chose."""

    id: UUID
    name: str
    initials: str
    role: Role = Role.ANNOTATOR
    color: str = "blue"


@dataclass(frozen=True, slots=True)
class StoredPerson:
    """A person as a project keeps them: "" for what was not chosen."""

    id: UUID
    name: str
    initials: str = ""
    role: str = ""
    color: str = ""


def people(stored: Iterable[StoredPerson]) -> tuple[Person, ...]:
    """Everybody with what was not chosen filled in, in the order in which they joined; the same in every copy."""
    joined = sorted(stored, key=lambda one: one.id)
    initials, colors = _initials(joined), _colors(joined)
    return tuple(Person(one.id, one.name, initials[one.id], role_of(one.role), colors[one.id]) for one in joined)


def role_of(written: str) -> Role:
    """The role that a project keeps; who has none, or one that is not known here, is an annotator."""
    return Role(written) if written in set(Role) else Role.ANNOTATOR


def initials_of(name: str) -> str:
    """One to three letters that stand for a name, in any script."""
    return next(_choices(name))


def tidy_initials(typed: str) -> str:
    """What somebody typed as initials, without white space and as long as initials may be."""
    return "".join(_letters("".join(typed.split()))[:MOST_INITIALS])


def _initials(joined: Sequence[StoredPerson]) -> dict[UUID, str]:
    found = {one.id: one.initials for one in joined if one.initials}
    for one in joined:
        if one.id not in found:
            taken = {initials.casefold() for initials in found.values()}
            found[one.id] = next(letters for letters in _choices(one.name) if letters.casefold() not in taken)
    return found


def _colors(joined: Sequence[StoredPerson]) -> dict[UUID, str]:
    found = {one.id: one.color for one in joined if one.color in COLORS}
    palette = list(COLORS)
    for one in joined:
        if one.id not in found:
            first = one.id.int % len(palette)
            in_turn = palette[first:] + palette[:first]
            taken = set(found.values())
            found[one.id] = next((color for color in in_turn if color not in taken), in_turn[0])
    return found


def _choices(name: str) -> Iterator[str]:
    """Initials for a name, the best first, without end."""
    words = [letters for letters in map(_letters, _bare(name)) if letters]
    best = _best(words) if words else "?"
    yield best
    if words:
        last = words[-1]
        for more in range(2, len(last) + 1):
            yield _joined([*_first_of(words[:-1]), last[0].upper(), *last[1:more]])
    number = 2
    while True:
        yield f"{best}{number}"
        number += 1


def _best(words: Sequence[list[str]]) -> str:
    if len(words) > 1:
        return _joined([*_first_of(words), *_ending(words[-1])])
    (word,) = words
    if not _is_wide(word[0]):
        return word[0].upper()
    # Names written without a space: the given name of two or three characters, the family name of more.
    return "".join(word[-2:] if len(word) <= _SHORT_NAME else word[:2])


def _ending(word: list[str]) -> list[str]:
    """What stands for the last word: its first letter, or a number of up to two figures."""
    return word[:_DIGITS] if word[0].isdigit() else [word[0].upper()]


def _first_of(words: Sequence[list[str]]) -> list[str]:
    """The first letter of the first of these words, where another one follows it."""
    return [words[0][0].upper()] if words else []


def _joined(letters: Sequence[str]) -> str:
    joins = any(unicodedata.bidirectional(letter[0]) == "AL" for letter in letters)
    return (_JOIN if joins else "").join(letters)


def _bare(name: str) -> list[str]:
    """The words of a name, each from its first letter or figure on."""
    words = (word.lstrip("".join(_LEADING_VOWELS)) for word in name.replace("-", " ").replace(".", " ").split())
    return [word[at:] for word in words for at in [_first_letter(word)] if at < len(word)]


def _first_letter(word: str) -> int:
    return next((at for at, character in enumerate(word) if character.isalnum()), len(word))


def _letters(word: str) -> list[str]:
    """A word cut into what a person takes for letters."""
    ends = [at for at in range(1, len(word) + 1) if is_boundary(word, at)]
    return [word[start:end] for start, end in zip([0, *ends], ends, strict=False)]


def _is_wide(letter: str) -> bool:
    return unicodedata.east_asian_width(letter[0]) in "WF"
