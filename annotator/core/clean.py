"""Page furniture around an article: time stamps, repeated titles, captions, credits, "read more".

It is marked, never deleted. What furniture looks like is data (resources/languages); the rules of
all languages apply to every text, because the language is not known yet and feeds wrap articles in
the furniture of another language. Only short lines and the ends of lines are looked at.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from annotator.core.languages import FurnitureRule, furniture_rules
from annotator.core.records import Furniture

_SHORT = 60
_ENDS_OF_PROSE = frozenset('.!?”"。')
_READ_MORE = "read_more"
_ENDS_OF_SENTENCE = (".", "!", "?", "…", "。", "！", "？", "।", "؟", "”", '"', "»", "」", ":", ";", ",", "،")
# A repeated title is looked for here; below, the same words are a sentence of the article.
_TITLE_WITHIN = 8
_SHORTEST_TITLE = 10
_LONGEST_SECTION = 40
_LONGEST_SECTION_WORDS = 4
_SECTION_WITHIN = 3
_LONGEST_BRACKET = 80
_BEFORE_BRACKET = frozenset('.!?…”"’)»')


class _Line(NamedTuple):
    """A line that is not blank, without white space at its ends."""

    start: int
    words: str

    def furniture(self, kind: str) -> Furniture:
        return Furniture(self.start, self.start + len(self.words), kind)


class _Rules(NamedTuple):
    """The rules, joined into one pattern a place; `kinds` by the name of the group that fitted."""

    lines: re.Pattern[str]
    ends: re.Pattern[str]
    captions: re.Pattern[str]
    by_group: dict[str, FurnitureRule]
    longest_line: int


def find_furniture(text: str) -> tuple[Furniture, ...]:
    """The stretches of a text that are not article text: sorted, disjoint, trimmed.

    None at all when every line would be: then it is the rules that are wrong.
    """
    lines = _lines(text)
    rules = _rules()
    found: dict[int, Furniture] = {}
    for index, line in enumerate(lines):
        words = line.words
        if _may_be_furniture(words, rules) and (match := rules.lines.fullmatch(words.lower().replace("\xa0", " "))):
            rule = rules.by_group[match.lastgroup or ""]
            if _applies(rule, words, index, len(lines)):
                found[index] = line.furniture(rule.kind)
        elif words[-1] == ")" and (part := _bracket(line, index, len(lines), rules)):
            found[index] = part
    _find_repeated_titles(lines, found, rules)
    _find_sections(lines, found)
    whole = sum(part == lines[index].furniture(part.kind) for index, part in found.items())
    return tuple(found[index] for index in sorted(found)) if whole < len(lines) else ()


def _may_be_furniture(words: str, rules: _Rules) -> bool:
    """False, quickly, for what is certainly prose: too long, or a whole sentence of some length."""
    length = len(words)
    return length <= _SHORT or (length <= rules.longest_line and words[-1] not in _ENDS_OF_PROSE)


def article_text(text: str, furniture: Sequence[Furniture]) -> str:
    """The text without its furniture (in order), for detecting its language."""
    if not furniture:
        return text
    ends = [0, *(part.end_char for part in furniture)]
    starts = [*(part.start_char for part in furniture), len(text)]
    return "".join(text[end:start] for end, start in zip(ends, starts, strict=True)).strip()


def _lines(text: str) -> list[_Line]:
    lines, start = [], 0
    for raw in text.split("\n"):
        if words := raw.strip():
            lines.append(_Line(start + raw.index(words[0]), words))
        start += len(raw) + 1
    return lines


@cache
def _rules() -> _Rules:
    by_group = {f"r{number}": rule for number, rule in enumerate(furniture_rules())}

    def joined(place: str, after: str = "") -> re.Pattern[str]:
        groups = [f"(?P<{name}>{rule.pattern})" for name, rule in by_group.items() if rule.place == place]
        return re.compile(f"(?:{'|'.join(groups) or '(?!)'}){after}")

    longest = max((rule.longest for rule in by_group.values() if rule.place == "line"), default=0)
    return _Rules(joined("line"), joined("line_end", r"\Z"), joined("caption", r"\Z"), by_group, longest)


def _applies(rule: FurnitureRule, words: str, index: int, count: int) -> bool:
    """True when the line is short enough for the rule and lies where the rule looks."""
    if len(words) > rule.longest:
        return False
    return index < rule.within if rule.within > 0 else index >= count + rule.within if rule.within else True


def _bracket(line: _Line, index: int, count: int, rules: _Rules) -> Furniture | None:
    """What a bracket at a line's end tells: a desk code, or that the whole line is a caption."""
    # A credit's bracket is short; "[" and "/" may be in it, other brackets not.
    opening = line.words.rfind("(", max(0, len(line.words) - _LONGEST_BRACKET))
    if opening < 0:
        return None
    match = rules.captions.search(line.words, max(0, opening - 1))
    if match and 0 < index < count - 2:
        rule = rules.by_group[match.lastgroup or ""]
        return line.furniture(rule.kind) if _applies(rule, line.words, index, count) else None
    match = rules.ends.match(line.words, opening)
    before = line.words[:opening].rstrip()
    if not match or (before and (before[-1] not in _BEFORE_BRACKET or len(before) == opening)):
        return None
    rule = rules.by_group[match.lastgroup or ""]
    start = line.start + opening
    return (
        Furniture(start, line.start + len(line.words), rule.kind) if _applies(rule, line.words, index, count) else None
    )


def _find_repeated_titles(lines: list[_Line], found: dict[int, Furniture], rules: _Rules) -> None:
    """The title once more below itself, alone or with a caption and its credit."""
    first = next((index for index in range(len(lines)) if index not in found), len(lines))
    if first == len(lines) or len(lines[first].words) < _SHORTEST_TITLE:
        return
    title = lines[first].words
    for index in range(first + 1, min(len(lines), first + _TITLE_WITHIN)):
        words = lines[index].words
        if words == title:
            found[index] = lines[index].furniture("repeated_title")
        elif words.startswith(title) and rules.captions.search(words, len(title)):
            found[index] = lines[index].furniture("caption")


def _find_sections(lines: list[_Line], found: dict[int, Furniture]) -> None:
    """Names of sections: the few short lines without a stop that follow the last "read more"."""
    last = max((index for index, part in found.items() if part.kind == _READ_MORE), default=len(lines))
    if len(lines) - last - 1 > _SECTION_WITHIN:
        return
    for index in range(last + 1, len(lines)):
        words = lines[index].words
        short = len(words) <= _LONGEST_SECTION and words.count(" ") < _LONGEST_SECTION_WORDS
        if index not in found and short and not words.endswith(_ENDS_OF_SENTENCE):
            found[index] = lines[index].furniture("section")
