"""What a reader of PDF can copy out of a report, held against its words."""

import re
from collections.abc import Callable, Iterable, Sequence
from unicodedata import name, normalize

import pypdfium2

from annotator.ui.paper.wording import Line, is_other, runs_back

_BESIDE = re.compile(r"[\s\u0000-\u001f\u00ad\u200b-\u200f\u2010-\u2015\u202a-\u202e\u2060-\u2069\ufffc-\uffff-]+")
"""White space, hyphens, which readers join at the ends of lines, and marks that are not drawn."""
_LINE = 400
_NAMES = {"CJK": "Chinese", "Nko": "N’Ko"}


def texts_of(content: bytes, go_on: Callable[[], None]) -> list[str]:
    """What can be copied from each page, to be compared."""
    texts = []
    with pypdfium2.PdfDocument(content) as document:
        for page in document:
            go_on()
            texts.append(bare(page.get_textpage().get_text_range()))
            page.close()
    return texts


def bare(words: str) -> str:
    """Words as they are compared: no white space, no hyphens, one way to write each letter."""
    return _BESIDE.sub("", normalize("NFKC", words))


def lost_scripts(texts: Sequence[str], lines: Sequence[Sequence[Line]]) -> set[str]:
    """The scripts, in English, of lines that cannot be copied from any page that they are on."""
    there, lost = set[Line](), set[Line]()
    for text, here in zip(texts, lines, strict=False):
        for line in here:
            (there if bare(line.words) in text else lost).add(line)
    return set().union(*(scripts_of(line.words) for line in lost - there))


def scripts_of(words: str) -> set[str]:
    """What a line that was not found is written in: what runs from right to left, where anything does."""
    back = [letter for letter in words if letter.isalpha() and runs_back(letter)]
    letters = back or [letter for letter in words if letter.isalpha() and is_other(letter)]
    scripts = {name(letter, "").split(" ")[0].title().replace("Cjk", "CJK") for letter in letters} - {""}
    return {_NAMES.get(script, script) for script in scripts}


def lost_passages(texts: Iterable[str], passages: Iterable[str], around: Callable[[int], Sequence[str]]) -> bool:
    """True if a passage cannot be copied, those apart that have letters of which lines speak.

    `around` are the head and the foot of a page, which stand before its words.
    """
    pages, at = [_without(text, around(page)) for page, text in enumerate(texts)], 0
    body = "\n".join(("".join(pages), _joined(pages)))
    for passage in passages:
        if any(map(is_other, passage)):
            continue
        words = bare(passage)
        at = max(body.find(words, at), 0) or body.find(words)  # near the one before, as a rule
        if at < 0:
            return True
    return False


def _joined(texts: Sequence[str]) -> str:
    """The words of pages, one behind the other; a line at an edge, which is drawn on both, once."""
    parts, last = [], ""
    for text in texts:
        twice = next((size for size in range(min(_LINE, len(text)), 0, -1) if last.endswith(text[:size])), 0)
        parts.append(text[twice:])
        last = text
    return "".join(parts)


def _without(text: str, around: Sequence[str]) -> str:
    for words in map(bare, around):
        text = text.replace(words, "", 1) if text.startswith(words) else text
    return text


def copying_notice(scripts: Iterable[str], *, other: bool) -> list[str]:
    """What to say of words that cannot be copied; `other` if there are such in no script of these."""
    named = sorted(scripts)
    told = f"words in {' and '.join([', '.join(named[:-1]), named[-1]] if named[1:] else named)}" if named else ""
    if other:
        told = f"{told} and some others" if told else "some words"
    return [f"In the PDF, {told} cannot be copied or searched; DOCX or HTML keeps them."] if told else []
