"""What stands before the words that say who spoke: “…”, she said; …, said Lim; …, a-t-elle dit, …"""

from annotator.core.quote_reading import LATE_SIGNS, Reading
from annotator.core.quote_report import Report
from annotator.core.quote_sources import source_of
from annotator.core.quote_words import BREAKS, COMMAS, DASHES, QUOTED
from annotator.core.spans import Span

_SUBJECT = 14
_SHORT_SUBJECT = 8
_SHORTEST_BEFORE = 3
_SHORT_PHRASE = 7
_DATELINE = 10
_FEW_WORDS = 5


class Tags:
    """Finds what the verbs of one sentence report that stand after it."""

    def __init__(self, reading: Reading) -> None:
        self._in = reading

    def before(self, at: int, *, tag: bool) -> Report | None:
        """What stands before “she said” or “said Lim”, and what goes on after it."""
        keys, cues = self._in.keys, self._in.cues
        start = self._in.subject_start(at)
        if start < _SHORTEST_BEFORE and QUOTED not in keys[:start]:
            return None
        if start == 0 or keys[start - 1] not in COMMAS | DASHES | {QUOTED}:
            return None
        marked = QUOTED in keys[max(0, start - 2) : start]
        if not self._in.bare and not self._is_inverted(start, at):
            return None
        weak = keys[at] in cues.weak and keys[self._in.end - 1] not in cues.particles
        if not marked and (weak or not cues.spaced):
            return None
        if any(key in cues.relatives for key in keys[start:at]):
            return None
        if not (tag or self._ends_clause(at)) or (not tag and self._is_phrase(start)):
            return None
        first = self._opening(start) if not tag else self._marks_opening(start)
        last = self._in.last_word(start)
        if last <= first:
            return None
        rest, used = self._continued(at, plain=not marked and (self._in.bare or start <= _FEW_WORDS))
        before = self._in.words.span(first, last - 1)
        return Report(
            (before, *rest), "after", self._in.cue(at), source_of(self._in.words, self._in.cues, at, tag=True), used
        )

    def _is_inverted(self, start: int, at: int) -> bool:
        """True for “…, a déclaré Lim”: only helping verbs are between the comma and the verb."""
        if not self._in.cues.spaced:
            return at - start <= _SHORT_SUBJECT
        return all(key in self._in.cues.helpers or "-" in key for key in self._in.keys[start:at])

    def _opening(self, end: int) -> int:
        """The first word of a sentence that is no “But” and no dateline (“JAKARTA, Kompas — ”)."""
        start = 0
        if self._in.words.text[self._in.words.starts[0] : self._in.words.ends[0]].isupper():
            dash = next((at for at in range(1, min(end, _DATELINE)) if self._in.keys[at] in DASHES), -1)
            start = dash + 1
        return start + (start < end and self._in.keys[start] in self._in.cues.conjunctions)

    def _marks_opening(self, end: int) -> int:
        """Where what is quoted before “she said” starts: at its marks, or with the words that lead into these."""
        marks = max(at for at in range(end) if self._in.keys[at] == QUOTED)
        opening = self._opening(end)
        return opening if marks - opening > 1 and not BREAKS.intersection(self._in.keys[opening:marks]) else marks

    def _ends_clause(self, at: int) -> bool:
        """False where an English verb has an object of its own, so that nothing before it is reported."""
        if not self._in.bare:
            return True
        following = self._in.skip_times(at)
        return following >= self._in.end or self._in.keys[following] in LATE_SIGNS

    def _is_phrase(self, end: int) -> bool:
        """True for “In a speech, she said”: what stands before the comma is no clause."""
        return self._in.bare and end < _SHORT_PHRASE and self._in.keys[0] in self._in.cues.times

    def _continued(self, at: int, *, plain: bool) -> tuple[list[Span], int]:
        """What goes on after “A,” she said, “B”; where it may stand without marks (`plain`), after: A, she said, B."""
        after = at + 1
        if not self._in.bare:
            while after < self._in.end and self._in.keys[after] not in BREAKS and after - at < _SUBJECT:
                after += 1
        if after + 1 >= self._in.end or self._in.keys[after] not in COMMAS:
            return [], at
        if not plain and self._in.keys[after + 1] != QUOTED:
            return [], at
        end = self._in.clause_end(after + 1)
        if end <= after + 2 and self._in.keys[after + 1] != QUOTED:
            return [], at
        return [self._in.words.span(after + 1, end - 1)], end - 1
