"""What the program knows about each language, read from resources/languages/<code>.toml.

A language without a file gets the defaults, which rest on common.toml. Files are read when a
language is first asked for, and once.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from annotator import resources
from annotator.errors import AnnotatorError

_CODE = re.compile(r"[a-z]{2,3}")
_COMMON = "common"
# "(x+)+" and its like can take for ever on a line that nearly fits: a group may be optional, no more.
_REPEATED_GROUP = re.compile(r"(?<!\\)\)[*+{]")
_PLACES = ("line", "line_end", "caption")


class InvalidLanguageFile(AnnotatorError):
    """A file in resources/languages does not hold together."""


@dataclass(frozen=True, slots=True)
class Sentences:
    """Facts that sentence splitting needs.

    `whole_quotes`: a quotation of several sentences stays one. `abbreviations` end no sentence,
    `final_abbreviations` only before one of `openers` (words that often start a sentence),
    `number_abbreviations` only when no number follows. `ordinals`: "10." may be "10th".
    `lower_case_starts`: after a plain full stop a sentence may begin with a small letter.
    """

    whole_quotes: bool
    abbreviations: frozenset[str]
    final_abbreviations: frozenset[str]
    number_abbreviations: frozenset[str]
    openers: frozenset[str]
    ordinals: bool
    lower_case_starts: bool


@dataclass(frozen=True, slots=True)
class FurnitureRule:
    """One way to know page furniture.

    `place`: "line" = the pattern, written in small letters, fits the whole line; "line_end" = it
    fits the end of a line that is else complete; "caption" = it fits the end, and the whole line
    is a caption. `within`: only in the first (negative: last) so many lines that are not blank;
    0 = anywhere. `longest`: the most characters that the line may have.
    """

    kind: str
    place: str
    pattern: str
    within: int
    longest: int


@dataclass(frozen=True, slots=True)
class Language:
    """One language: its code (ISO 639-1), its own name, and its facts.

    `quotation_marks`: outer opening and closing, inner opening and closing (CLDR). `dash_turns`: a
    dash at the head of a paragraph may open a turn of speech. `note`: what the program cannot do
    for the language, in a plain sentence.
    """

    code: str
    name: str
    sentences: Sentences
    quotation_marks: str
    dash_turns: bool
    note: str


@cache
def read_language(code: str) -> Language:
    """The facts about a language; the defaults where there is no file for it."""
    data = _read(code) if _CODE.fullmatch(code) else {}
    shared_data = _read(_COMMON)
    facts, common = data.get("sentences", {}), shared_data.get("sentences", {})
    quotes = facts.get("quotes", common.get("quotes", "split"))
    if quotes not in ("whole", "split"):
        raise InvalidLanguageFile(f"languages/{code}.toml: quotes must be “whole” or “split”.")
    sentences = Sentences(
        whole_quotes=quotes == "whole",
        abbreviations=frozenset([*common.get("abbreviations", []), *facts.get("abbreviations", [])]),
        final_abbreviations=frozenset(facts.get("final_abbreviations", [])),
        number_abbreviations=frozenset(
            [*common.get("number_abbreviations", []), *facts.get("number_abbreviations", [])]
        ),
        openers=frozenset(facts.get("openers", [])),
        ordinals=bool(facts.get("ordinals", False)),
        lower_case_starts=bool(facts.get("lower_case_starts", False)),
    )
    name = data.get("name", shared_data.get("names", {}).get(code, ""))
    quotations = {**shared_data.get("quotations", {}), **data.get("quotations", {})}
    return Language(
        code,
        str(name),
        sentences,
        quotation_marks=str(quotations["marks"]),
        dash_turns=bool(quotations.get("dash_turns", False)),
        note=str(data.get("note", "")),
    )


@cache
def known_languages() -> tuple[str, ...]:
    """The codes of the languages that have a file, sorted."""
    return tuple(sorted(path.stem for path in resources.path("languages").glob("*.toml") if path.stem != _COMMON))


@cache
def furniture_rules() -> tuple[FurnitureRule, ...]:
    """The furniture rules of all languages, the common ones first."""
    return tuple(rule for code in (_COMMON, *known_languages()) for rule in _rules(code))


def _rules(code: str) -> Iterator[FurnitureRule]:
    for entry in _read(code).get("furniture", []):
        yield read_rule(entry, f"languages/{code}.toml")


def read_rule(entry: dict[str, Any], file: str) -> FurnitureRule:
    """One rule from its parsed TOML.

    Raises InvalidLanguageFile for a pattern that does not compile or could run for ever, an
    unknown place, or a missing key.
    """
    try:
        kind, place, pattern = str(entry["kind"]), str(entry["place"]), str(entry["pattern"])
        rule = FurnitureRule(kind, place, pattern, int(entry.get("within", 0)), int(entry.get("longest", 60)))
        groups = re.compile(pattern).groups
    except (KeyError, ValueError, re.error) as error:
        raise InvalidLanguageFile(f"{file}: a furniture rule cannot be read: {error}.") from error
    if place not in _PLACES:
        raise InvalidLanguageFile(f"{file}: “{place}” is no place for a rule; there are {', '.join(_PLACES)}.")
    if _REPEATED_GROUP.search(pattern) or groups:
        raise InvalidLanguageFile(f"{file}: {pattern} repeats or captures a group; write it without.")
    return rule


def _read(code: str) -> dict[str, Any]:
    try:
        return resources.read_toml("languages", f"{code}.toml")
    except FileNotFoundError:
        return {}
    except ValueError as error:
        raise InvalidLanguageFile(f"languages/{code}.toml is not TOML: {error}.") from error
