"""What a language's file may hold. A key that is misspelt would else be passed over in silence."""

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

from annotator.core.cue_words import CLAUSES, PHRASES, WORDS
from annotator.errors import AnnotatorError

ABBREVIATIONS = ("abbreviations", "final_abbreviations", "ending_abbreviations", "number_abbreviations")
QUOTE_POLICIES = ("whole", "split")
DENIALS = (
    "verbs", "weak", "objects", "exceptions", "negations", "late_negations", "joins", "contradictions", "dismissals",
    "reports", "counters", "pronouns", "contrasts", "beside", "proclitics",
)  # fmt: skip
CLAIMS = (
    "hedges", "allegations", "quantities", "causes", "comparisons", "laws", "predictions", "conditions", "negatives",
    "wishes", "exceptions", "proclitics",
)  # fmt: skip
_WORDS = (*ABBREVIATIONS, "openers", "always_capital", "tags", "space_openers", "space_closers")
_TABLES: Mapping[str, Mapping[str, type]] = {
    "sentences": {
        **dict.fromkeys(_WORDS, list),
        "quotes": str,
        "stops": str,
        "full_stops": bool,
        "ordinals": bool,
        "lower_case_starts": bool,
    },
    "quotations": {"marks": str, "dash_turns": bool, "cues": list},
    "reporting": {
        **dict.fromkeys(WORDS, str),
        **dict.fromkeys(PHRASES, list),
        "clause": str,
        "spaced": bool,
        "verb_second": bool,
        "indirect": bool,
        "private": bool,
        "comma_before_that": bool,
        "proclitics": str,
    },
    "denials": dict.fromkeys(DENIALS, list),
    "claims": dict.fromkeys(CLAIMS, list),
    "identification": {"words": str, "letters": str, "taken_for": list},
    "furniture": {"kind": str, "place": str, "pattern": str, "within": int, "longest": int},
}
_KINDS = {str: "text", list: "a list of texts", bool: "true or false", int: "a whole number"}


class InvalidLanguageFile(AnnotatorError):
    """A file in resources/languages does not hold together."""


def check(data: Mapping[str, Any], file: str) -> None:
    """Raise InvalidLanguageFile, naming the file, when a parsed language file says what nobody reads."""
    for problem in _problems(data):
        raise InvalidLanguageFile(f"{file}: {problem}.")


def _problems(data: Mapping[str, Any]) -> Iterator[str]:
    for key, value in data.items():
        if key in ("name", "note"):
            yield from _wrong_kind(key, value, str)
        elif key not in _TABLES:
            yield f"nothing reads “{key}”"
        else:
            for table in value if key == "furniture" else [value]:
                yield from _problems_of_table(key, table)
    yield from _problems_of_sentences(data.get("sentences", {}))
    marks = data.get("quotations", {}).get("marks")
    if marks is not None and len(marks) != 4:
        yield "marks must be four characters: outer opening and closing, inner opening and closing"
    if data.get("reporting", {}).get("clause", CLAUSES[0]) not in CLAUSES:
        yield f"clause must be one of {', '.join(CLAUSES)}"


def _problems_of_table(name: str, table: object) -> Iterator[str]:
    if not isinstance(table, dict):
        yield f"[{name}] must be a table"
        return
    for key, value in table.items():
        if key not in _TABLES[name]:
            yield f"nothing reads “{key}” in [{name}]"
        else:
            yield from _wrong_kind(f"{key} in [{name}]", value, _TABLES[name][key])


def _wrong_kind(what: str, value: object, kind: type) -> Iterator[str]:
    if type(value) is not kind or (isinstance(value, list) and not all(isinstance(one, str) for one in value)):
        yield f"{what} must be {_KINDS[kind]}"


def _problems_of_sentences(facts: Mapping[str, Any]) -> Iterator[str]:
    if facts.get("quotes", QUOTE_POLICIES[0]) not in QUOTE_POLICIES:
        yield "quotes must be “whole” or “split”"
    for key in ABBREVIATIONS:
        for word in facts.get(key, []):
            if word.endswith(".") or not word.strip() or word != word.strip():
                yield f"“{word}” in {key} must be written without its last stop and without spaces around it"
    for first, second in combinations(ABBREVIATIONS[:3], 2):
        both = {*facts.get(first, [])} & {*facts.get(second, [])}
        if both:
            yield f"“{min(both)}” cannot be in {first} and in {second}"
