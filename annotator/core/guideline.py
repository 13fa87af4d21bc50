"""The guideline: the rule of each label with examples, as it ships by language, and as a newsroom has rewritten it.

A newsroom's own text is Markdown, by language and by the key of the label (GENERAL for what holds for all); it stands
in place of the shipped one. `Project.guideline` keeps it.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

from annotator import resources
from annotator.core.schema import LabelSet
from annotator.errors import InvalidLabelSet

GENERAL = "*"
"""The key of what holds for all labels; none of them can have it."""
LONGEST_TEXT = 20_000

_FILE = "guideline.{}.toml"
_ELSE = "en"
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_LISTS = ("include", "leave_out")
_CASES = ("examples", "borderline")

Own = Mapping[str, Mapping[str, str]]
"""A newsroom's own texts: language -> key of a label, or GENERAL -> Markdown."""


class Chapter(NamedTuple):
    """What the guideline says of one label, or in general: Markdown in a language. `own`: the newsroom's own words."""

    key: str
    title: str
    language: str
    text: str
    own: bool


@cache
def guideline_languages(set_id: str) -> tuple[str, ...]:
    """The languages that the guideline of a label set ships in."""
    found = resources.path("label_sets", set_id).glob(_FILE.format("*")) if _LANGUAGE.match(set_id) else ()
    return tuple(sorted(path.name.split(".")[1] for path in found))


def languages_of(label_set: LabelSet, own: Own | None) -> tuple[str, ...]:
    """The languages that a project's guideline is there in, whole or in parts."""
    return tuple(sorted({*guideline_languages(label_set.id), *(own or {})}))


def chapters(label_set: LabelSet, own: Own | None, language: str, general_title: str = "") -> list[Chapter]:
    """The whole guideline in a language: what holds for all, then each label that is offered."""
    titles = {GENERAL: general_title, **{label.key: label.title for label in label_set.offered}}
    return [chapter(label_set, own, key, language)._replace(title=title) for key, title in titles.items()]


def chapter(label_set: LabelSet, own: Own | None, key: str, language: str) -> Chapter:
    """What is said of a label, or in general: the newsroom's words, else the shipped ones, else in another language.

    Where nobody has said anything, the label's description.
    """
    title = next((label.title for label in label_set.labels if label.key == key), "")
    others = [one for one in languages_of(label_set, own) if one not in (language, _ELSE)]
    for wanted in (language, _ELSE, *others):
        if text := (own or {}).get(wanted, {}).get(key, ""):
            return Chapter(key, title, wanted, text, own=True)
        if text := shipped(label_set.id, wanted).get(key, ""):
            return Chapter(key, title, wanted, text, own=False)
    description = next((label.description for label in label_set.labels if label.key == key), "")
    return Chapter(key, title, "", description, own=False)


@cache
def shipped(set_id: str, language: str) -> Mapping[str, str]:
    """The texts that ship with a label set in a language, as Markdown by key; none where there is no such file."""
    if language not in guideline_languages(set_id):
        return {}
    data = resources.read_toml("label_sets", set_id, _FILE.format(language))
    texts = {GENERAL: _bullets(data.get("general", ()))}
    return texts | {str(entry["key"]): _markdown(entry, data) for entry in data.get("labels", ())}


def rewritten(label_set: LabelSet, own: Own | None, key: str, language: str, text: str) -> dict[str, dict[str, str]]:
    """A newsroom's texts with one of them changed; one that is blank or as it ships is not kept.

    Raises InvalidLabelSet for a text that is too long.
    """
    changed = {tongue: dict(texts) for tongue, texts in (own or {}).items()}
    words = text.replace("\r\n", "\n").strip()
    texts = changed.setdefault(language, {})
    texts.pop(key, None)
    if words and words != shipped(label_set.id, language).get(key, ""):
        texts[key] = words
    return check_guideline({tongue: texts for tongue, texts in changed.items() if texts})


def check_guideline(data: Any) -> dict[str, dict[str, str]]:
    """A newsroom's texts from plain data. Raises InvalidLabelSet, saying what is wrong."""
    if not isinstance(data, Mapping):
        raise InvalidLabelSet("The guideline cannot be read: it is no table of languages.")
    for language, texts in data.items():
        if not (isinstance(language, str) and _LANGUAGE.fullmatch(language)):
            raise InvalidLabelSet(f"The guideline is in the language “{language}”; write a code such as en or id.")
        if not isinstance(texts, Mapping):
            raise InvalidLabelSet(f"The guideline in “{language}” cannot be read: it is no table of texts.")
        for key, text in texts.items():
            if not (isinstance(key, str) and isinstance(text, str)):
                raise InvalidLabelSet(f"The guideline in “{language}” holds something that is no text.")
            if len(text) > LONGEST_TEXT:
                raise InvalidLabelSet(f"The guideline for “{key}” may have {LONGEST_TEXT:,} characters at most.")
    return {language: dict(texts) for language, texts in data.items()}


def found_lines(whole: Iterable[Chapter], typed: str) -> list[Chapter]:
    """The chapters that have every typed word, each cut down to the lines that have one; all for nothing typed."""
    words = typed.casefold().split()
    if not words:
        return list(whole)
    found = []
    for one in whole:
        if all(word in f"{one.title}\n{one.text}".casefold() for word in words):
            lines = [line for line in one.text.splitlines() if any(word in line.casefold() for word in words)]
            found.append(one._replace(text="\n\n".join(lines)))
    return found


def _markdown(entry: Mapping[str, Any], words: Mapping[str, Any]) -> str:
    parts = [str(entry["rule"])]
    parts += [_headed(words[name], _bullets(entry[name])) for name in _LISTS if entry.get(name)]
    parts += [_headed(words[name], _bullets(map(_case, entry[name]))) for name in _CASES if entry.get(name)]
    return "\n\n".join(parts)


def _headed(heading: str, text: str) -> str:
    return f"**{heading}**\n\n{text}"


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _case(case: Mapping[str, str]) -> str:
    """One line, so that a search finds a case with its decision."""
    return f"*{case['text']}* → **{case['decision']}**. {case['why']}"
