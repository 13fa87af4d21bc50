"""Cases in a guideline's chapters: disputes that were settled, written as a line each under their labels."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from annotator.core.guideline import Chapter

SCHEME = "case"
"""What the address of a case begins with, so that a text that is read can lead to where it stands."""

_SIGNS = re.compile(r"([\\`*_\[\]<>#|~&!])")
_LONGEST = 300


class CaseLine(NamedTuple):
    """A case as a chapter tells it. `held`: label and words of each thing that holds, none where nothing does."""

    number: int
    title: str
    labels: frozenset[str]
    sentence: str
    held: Sequence[tuple[str, str]]
    reason: str


class CaseWords(NamedTuple):
    """The words around a case, in the language of whoever reads."""

    heading: str = "Cases"
    case: str = "Case {number}"
    nothing: str = "nothing holds"


def with_cases(
    chapters: Iterable[Chapter], cases: Sequence[CaseLine], titles: Mapping[str, str], words: CaseWords | None = None
) -> list[Chapter]:
    """The chapters, each with the cases about its label below. `titles` are those of labels, by key."""
    said = words or CaseWords()
    found = []
    for chapter in chapters:
        lines = [_line(case, titles, said) for case in cases if chapter.key in case.labels]
        below = f"**{said.heading}**\n\n" + "\n".join(lines) if lines else ""
        found.append(chapter._replace(text="\n\n".join(filter(None, (chapter.text, below)))))
    return found


def plain(words: str) -> str:
    """Words of an article or a person's, so that Markdown shows them as they are, on one line."""
    short = " ".join(words.split())
    short = short if len(short) <= _LONGEST else f"{short[: _LONGEST - 1].rstrip()}…"
    return _SIGNS.sub(r"\\\1", short)


def _line(case: CaseLine, titles: Mapping[str, str], words: CaseWords) -> str:
    name = words.case.format(number=case.number)
    head = f"[{name}]({SCHEME}:{case.number})" + (f": {plain(case.title)}" if case.title else "")
    held = "; ".join(f"{plain(titles.get(label, label))} “{plain(passage)}”" for label, passage in case.held)
    reason = f" {plain(case.reason)}" if case.reason else ""
    return f"- {head}. *{plain(case.sentence)}* → **{held or words.nothing}**.{reason}"
