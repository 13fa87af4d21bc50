"""Quotations in a text, found by their marks; and marks about which something looks wrong.

Which mark opens and which closes is learnt from the article: newsrooms write “ ”, ” ”, „ “, « »,
» « or " " as they please, whatever the language's norm. Marks are paired inside a paragraph; a
quotation may run on where the next paragraph repeats its opening mark, or closes what was open.
The splitting of sentences, suggestions and the check of marks all use these pairs.
"""

import re

from annotator.core.attribution import attribution
from annotator.core.dash_turns import dash_turn
from annotator.core.languages import read_language
from annotator.core.lines import LINE_BREAKS
from annotator.core.quotation_doubts import odd_pairs
from annotator.core.quotation_marks import (
    ALWAYS_CLOSE,
    ALWAYS_OPEN,
    CLOSERS,
    SINGLE,
    Mark,
    Roles,
    find_marks,
    learn_roles,
)
from annotator.core.records import Doubt, DoubtKind, Quotation, Quotations
from annotator.core.spans import Span

_LINE = re.compile(f"[^{LINE_BREAKS}]+")
_SENTENCE_END = re.compile(r"[.!?]\s")
_DEEPEST = 8
_LONGEST_TURN = 2000


class _Open:
    """A quotation that is open, with what it holds of earlier paragraphs."""

    __slots__ = ("glyph", "last_mark", "mark", "segments", "start")

    def __init__(self, mark: Mark) -> None:
        self.mark, self.glyph = mark, mark.glyph
        self.start = self.last_mark = mark.start
        self.segments: list[Span] = []

    def pause(self, end: int) -> None:
        """The paragraph is over."""
        self.segments.append(Span(self.start, end))

    def resume(self, start: int) -> None:
        """It goes on in a later paragraph."""
        self.start = start


def find_quotations(text: str, language: str) -> Quotations:
    """The quotations of a text and the doubts about its marks. Any text, in linear time.

    `language` (ISO 639-1) decides only what the text itself leaves open.
    """
    marks = list(find_marks(text))
    dash_turns = read_language(language).dash_turns
    if not marks and not dash_turns:
        return Quotations((), ())
    pairing = _Pairing(text, learn_roles(marks, language), attribution(language))
    turns: list[Quotation] = []
    at = 0
    for line in _LINE.finditer(text):
        first = at
        while at < len(marks) and marks[at].start < line.end():
            at += 1
        pairing.read(line.start(), line.end(), marks[first:at])
        if dash_turns:
            segments = dash_turn(text, line.start(), line.end(), language)
            turns += [Quotation(segments, text[segments[0].start_char], "", 0)] if segments else []
    pairing.give_up()
    found = sorted([*_nested(pairing.quotations), *turns], key=lambda one: (one.segments[0].start_char, one.depth))
    # One doubt a mark: what is wrong with the mark itself is said before what is wrong with the pair.
    doubts = {one.start_char: one for one in (*odd_pairs(text, pairing.quotations), *pairing.doubts)}
    return Quotations(tuple(found), tuple(sorted(doubts.values())))


def _nested(quotations: list[Quotation]) -> list[Quotation]:
    """Quotations with their depth. Two that cross cannot both be right: single marks, often apostrophes, give way."""
    kept: list[Quotation | None] = []
    around: list[tuple[int, int]] = []  # the ends of those that are open, and their places in `kept`
    for one in sorted(quotations, key=lambda each: (each.segments[0].start_char, -each.segments[-1].end_char)):
        start, end = one.segments[0].start_char, one.segments[-1].end_char
        while around and around[-1][0] <= start:
            around.pop()
        while around and around[-1][0] < end and one.opener not in SINGLE:
            outer = kept[around[-1][1]]
            if outer and outer.opener in SINGLE:
                kept[around[-1][1]] = None
            around.pop()
        if not around or around[-1][0] >= end:
            kept.append(one._replace(depth=len(around)))
            around.append((end, len(kept) - 1))
    return [one for one in kept if one]


class _Pairing:
    """Pairs the marks of one text, paragraph after paragraph."""

    def __init__(self, text: str, roles: Roles, attribution: re.Pattern[str] | None) -> None:
        self._text, self._roles, self._attribution = text, roles, attribution
        self._stack: list[_Open] = []
        self._pending: _Open | None = None  # open since an earlier paragraph
        self.quotations: list[Quotation] = []
        self.doubts: list[Doubt] = []

    def read(self, start: int, end: int, marks: list[Mark]) -> None:
        """Take the next paragraph, which holds these marks."""
        text = self._text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        for mark in marks:
            if not (mark.start == start and self._goes_on(mark)):
                self._take(mark, start)
        self._pause(start, end)

    def give_up(self) -> None:
        """What is still open was never closed."""
        if self._pending:
            self._doubt(self._pending.mark, DoubtKind.UNCLOSED)
            self._pending = None

    def _goes_on(self, mark: Mark) -> bool:
        """True when a paragraph's first mark repeats the one that is open, or in the Spanish way closes for show."""
        pending = self._pending
        if pending is None or mark.lean == -1:
            return False
        for_show = mark.lean == 1 and mark.glyph in CLOSERS[pending.glyph]
        if mark.glyph != pending.glyph and not for_show:
            return False
        pending.resume(mark.start)
        pending.last_mark = mark.start
        self._stack.append(pending)
        self._pending = None
        return True

    def _take(self, mark: Mark, line_start: int) -> None:
        if self._direction(mark) == 1:
            self._open(mark)
        else:
            self._close(mark, line_start)

    def _direction(self, mark: Mark) -> int:
        if mark.glyph in ALWAYS_OPEN or mark.glyph in ALWAYS_CLOSE:
            return 1 if mark.glyph in ALWAYS_OPEN else -1
        if mark.lean == 1 and self._is_late(mark):
            return -1
        said = mark.lean or self._roles.of[mark.glyph]
        if said:
            return said
        return -1 if self._opener_of(mark) >= 0 else 1

    def _is_late(self, mark: Mark) -> bool:
        """True where a space is on the wrong side: “No, ”he said."""
        at = self._opener_of(mark)
        if at < 0:
            return False
        opener, text = self._stack[at].glyph, self._text
        if opener != mark.glyph:
            return at == len(self._stack) - 1 and CLOSERS[opener][0] == mark.glyph
        before = text[max(0, mark.start - 2) : mark.start]
        return len(before) == 2 and before[0] in ",.!?…" and before[1].isspace() and text[mark.end].islower()

    def _open(self, mark: Mark) -> None:
        if mark.glyph in SINGLE and not self._quotes(mark):
            return
        if mark.glyph not in SINGLE:
            self.give_up()
        self._doubt_role(mark, 1)
        self._stack.append(_Open(mark))
        del self._stack[: -_DEEPEST * 8]

    def _quotes(self, mark: Mark) -> bool:
        """True for a single mark that can open; ’ is an apostrophe where ‘ is in use."""
        return mark.lean == 1 and mark.glyph in CLOSERS and not (mark.glyph == "’" and "‘" in self._roles.of)

    def _close(self, mark: Mark, line_start: int) -> None:
        index = self._opener_of(mark)
        if index >= 0 and mark.glyph in SINGLE and self._is_apostrophe(self._stack[index].start, mark.start):
            return
        if index >= 0:
            opened = self._stack[index]
            for lost in self._stack[index + 1 :]:
                self._doubt(lost.mark, DoubtKind.UNCLOSED)
            del self._stack[index:]
        elif self._pending and mark.glyph in CLOSERS[self._pending.glyph]:
            opened, self._pending = self._pending, None
            opened.resume(line_start)
        else:
            if not self._text[mark.start - 1 : mark.start].isdigit():  # 5" is five inches
                self._doubt(mark, DoubtKind.UNOPENED)
            return
        self._doubt_role(mark, -1)
        opened.pause(mark.end)
        self.quotations.append(Quotation(tuple(opened.segments), opened.glyph, mark.glyph, 0))

    def _is_apostrophe(self, start: int, end: int) -> bool:
        """True when a single mark closes nothing: speech of several sentences ends in a stop or comma."""
        inside = self._text[start:end]
        return inside[-1] not in ",.!?…" and _SENTENCE_END.search(inside) is not None

    def _opener_of(self, mark: Mark) -> int:
        """The index of the innermost open quotation that this mark can close; -1 without one."""
        for index in range(len(self._stack) - 1, max(-1, len(self._stack) - 1 - _DEEPEST), -1):
            if mark.glyph in CLOSERS[self._stack[index].glyph]:
                return index
        return -1

    def _pause(self, start: int, end: int) -> None:
        """The paragraph is over: the outermost open quotation may go on, the others were never closed."""
        open_ones = [one for one in self._stack if one.glyph not in SINGLE]
        self._stack.clear()
        if open_ones:
            self.give_up()
            self._pending = open_ones[0]
            for lost in open_ones[1:]:
                self._doubt(lost.mark, DoubtKind.UNCLOSED)
        elif self._pending and start < end:
            self._pending.resume(start)
        if self._pending and start < end:
            self._pending.pause(end)
            if end - self._pending.last_mark > _LONGEST_TURN or self._is_attributed(self._pending.segments[-1]):
                self.give_up()

    def _is_attributed(self, stretch: Span) -> bool:
        """True when an open stretch says who spoke: its closing mark was forgotten, it does not go on."""
        return self._attribution is not None and self._attribution.search(self._text, *stretch) is not None

    def _doubt_role(self, mark: Mark, role: int) -> None:
        if self._roles.of.get(mark.glyph) == -role and mark.glyph in self._roles.sure:
            self._doubt(mark, DoubtKind.TURNED)

    def _doubt(self, mark: Mark, kind: DoubtKind) -> None:
        if mark.glyph not in SINGLE:  # these are too often apostrophes
            self.doubts.append(Doubt(mark.start, mark.end, kind))
