"""What the program knows about each language, read from resources/languages/<code>.toml.

A language without a file gets the defaults, which rest on common.toml. Files are read when a
language is first asked for, and once. Tuples, not dataclasses: those would double what it costs
to import the rules for sentences.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from annotator import resources
from annotator.core.cue_words import CueWords, cue_words
from annotator.core.language_schema import ABBREVIATIONS, InvalidLanguageFile, check

_CODE = re.compile(r"[a-z]{2,3}")
_COMMON = "common"
_NAME = re.compile(r'name = "([^"\\]+)"$')
# "(x+)+" and its like can take for ever on a line that nearly fits: a group may be optional, no more.
_REPEATED_GROUP = re.compile(r"(?<!\\)\)[*+{]")
_PLACES = ("line", "line_end", "caption")


class Sentences(NamedTuple):
    """Facts that sentence splitting needs.

    `whole_quotes`: a quotation of several sentences stays one. Words are written without their last
    stop. `abbreviations` end no sentence; `final_abbreviations` only before one of `openers`, the
    words that often start a sentence; `ending_abbreviations` before any capital;
    `number_abbreviations` only when no number follows; `listed` has them all. `always_capital`:
    words whose capital says nothing (I). `tags`: what may follow a quotation at once, without a
    space, and belong to it (说).
    `stops`: characters that end sentences in this language besides those that always do.
    `full_stops`: whether "." ends sentences at all. `space_openers` and `space_closers`: where
    there are no stops, white space before one of the former or after one of the latter does.
    `ordinals`: "10." may be "10th". `lower_case_starts`: after a plain full stop a sentence may
    begin with a small letter.
    """

    whole_quotes: bool
    abbreviations: frozenset[str]
    final_abbreviations: frozenset[str]
    ending_abbreviations: frozenset[str]
    number_abbreviations: frozenset[str]
    listed: frozenset[str]
    openers: frozenset[str]
    always_capital: frozenset[str]
    tags: tuple[str, ...]
    stops: str
    full_stops: bool
    space_openers: tuple[str, ...]
    space_closers: tuple[str, ...]
    ordinals: bool
    lower_case_starts: bool


class FurnitureRule(NamedTuple):
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


class Identification(NamedTuple):
    """How a text in the language is known.

    `words`: its commonest words, small letters, a fifth or more of any text. `letters`: ranges of
    letters that no other language writes, "ก-๛". `taken_for`: what langdetect, which does not know
    the language, calls it.
    """

    words: tuple[str, ...]
    letters: str
    taken_for: tuple[str, ...]


class Language(NamedTuple):
    """One language: its code (ISO 639-1), its own name, and its facts.

    `quotation_marks`: outer opening and closing, inner opening and closing (CLDR). `dash_turns`: a
    dash at the head of a paragraph may open a turn of speech. `cues`: words that say who speaks, as
    they stand after a quotation, in small letters. `reporting`: words that
    report what somebody said; `denials` and `claims`: phrases that deny and claim, as they are written in the
    file (core/stance_words.py takes them apart). `note`: what the program cannot do for the language, in a
    plain sentence.
    """

    code: str
    name: str
    sentences: Sentences
    identification: Identification
    quotation_marks: str
    dash_turns: bool
    cues: tuple[str, ...]
    reporting: CueWords
    denials: dict[str, list[str]]
    claims: dict[str, list[str]]
    note: str


@cache
def read_language(code: str) -> Language:
    """The facts about a language; the defaults where there is no file for it."""
    data = _read(code) if _CODE.fullmatch(code) else {}
    shared_data = _read(_COMMON)
    sentences = _sentences(data.get("sentences", {}), shared_data.get("sentences", {}))
    quotations = {**shared_data.get("quotations", {}), **data.get("quotations", {})}
    return Language(
        code,
        str(data.get("name", "")),
        sentences,
        _identification(data.get("identification", {})),
        quotation_marks=str(quotations["marks"]),
        dash_turns=bool(quotations.get("dash_turns", False)),
        cues=tuple(quotations.get("cues", [])),
        # A verb that tells who spoke reports as well, where nothing more is known of the language.
        reporting=cue_words(data.get("reporting") or {"verbs": " ".join(quotations.get("cues", []))}),
        denials=data.get("denials", {}),
        claims=data.get("claims", {}),
        note=str(data.get("note", "")),
    )


def _sentences(own: dict[str, Any], common: dict[str, Any]) -> Sentences:
    """A language's facts; where a word is in a list of its own, the common lists say nothing of it."""
    said = {word for kind in ABBREVIATIONS for word in own.get(kind, [])}
    lists = {kind: frozenset({*common.get(kind, [])} - said | {*own.get(kind, [])}) for kind in ABBREVIATIONS}
    return Sentences(
        whole_quotes=own.get("quotes", common.get("quotes")) == "whole",
        **lists,
        listed=frozenset().union(*lists.values()),
        openers=frozenset(own.get("openers", [])),
        always_capital=frozenset(own.get("always_capital", [])),
        tags=tuple(own.get("tags", [])),
        stops=str(own.get("stops", "")),
        full_stops=bool(own.get("full_stops", True)),
        space_openers=tuple(own.get("space_openers", [])),
        space_closers=tuple(own.get("space_closers", [])),
        ordinals=bool(own.get("ordinals", False)),
        lower_case_starts=bool(own.get("lower_case_starts", False)),
    )


def _identification(facts: dict[str, Any]) -> Identification:
    return Identification(
        tuple(str(facts.get("words", "")).split()),
        str(facts.get("letters", "")),
        tuple(facts.get("taken_for", [])),
    )


@cache
def known_languages() -> tuple[str, ...]:
    """The codes of the languages that have a file, sorted."""
    return tuple(sorted(path.stem for path in resources.path("languages").glob("*.toml") if path.stem != _COMMON))


@cache
def own_names() -> dict[str, str]:
    """The known languages by code, each with what it calls itself; without reading all there is about them."""
    return {code: _own_name(code) for code in known_languages()}


def _own_name(code: str) -> str:
    with resources.path("languages", f"{code}.toml").open(encoding="utf-8") as lines:
        found = _NAME.match(lines.readline())
    return found.group(1) if found else read_language(code).name


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


@cache
def _read(code: str) -> dict[str, Any]:
    file = f"languages/{code}.toml"
    try:
        data = resources.read_toml("languages", f"{code}.toml")
    except FileNotFoundError:
        return {}
    except ValueError as error:
        raise InvalidLanguageFile(f"{file} is not TOML: {error}.") from error
    check(data, file)
    return data
