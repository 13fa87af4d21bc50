"""What follows or precedes a verb of speech in its sentence: “she said that …”, “…, she said”, “sagte, er sei …”."""

from collections.abc import Iterator
from functools import cache

from annotator.core.cue_words import CueWords
from annotator.core.quote_report import Report
from annotator.core.quote_sources import source_of, subject_start
from annotator.core.quote_words import BREAKS, COLONS, COMMAS, DASHES, QUOTED, STOPS, Words
from annotator.core.spans import Span

# How far, in words, a conjunction may be from its verb, and the verb from the start of its clause.
_REACH = 13
_FAR_REACH = 22
_SUBJECT = 14
_SHORT_SUBJECT = 3
_NEXT_VERB = 7
_SHORTEST_BEFORE = 3
_SHORT_PHRASE = 7
_DATELINE = 10
_FEW_WORDS = 5
_ENDS = frozenset({*STOPS, *"；;"})
_LATE_SIGNS = frozenset({*STOPS, *COMMAS, *COLONS, *DASHES, *";；"})
_OPENERS, _CLOSERS = frozenset("(（["), frozenset(")）]")


@cache
def _signs(cues: CueWords) -> frozenset[str]:
    return cues.verbs | cues.stances | cues.nouns


class Clauses:
    """Finds what the verbs of one sentence report."""

    def __init__(self, words: Words, cues: CueWords) -> None:
        self._words, self._keys, self._cues = words, words.keys, cues
        self._bare = cues.clause == "bare"
        self._end = self._last_word(len(words))

    def reports(self) -> Iterator[Report]:
        """Reports in the order of their verbs; a verb inside what another reports is passed over."""
        used = -1
        for at in self._words.places(_signs(self._cues)):
            if not used < at < self._end:
                continue
            found = self._of_noun(at) or self._of_verb(at)
            if found:
                used = max(used, found.last)
                yield found

    # Verbs

    def _of_verb(self, at: int) -> Report | None:
        words, cues = self._words, self._cues
        speaks = words.is_in(at, cues.verbs)
        if not (speaks or self._keys[at] in cues.stances) or self._is_noun(at):
            return None
        if speaks and self._tags_marks(at):
            return self._backward(at, tag=True) or self._forward(at, speaks=True)
        found = self._passive(at) or self._forward(at, speaks=speaks)
        if found is None and speaks:
            found = self._backward(at, tag=False)
        if found is None and self._bare:
            found = self._object(at, speaks=speaks)
        return found

    def _tags_marks(self, at: int) -> bool:
        """True for “she said” after a quotation, where no other one and no “that” follows."""
        start = self._subject_start(at)
        before = self._keys[max(0, start - 2) : start]
        if not self._bare or QUOTED not in before or any(key not in COMMAS | DASHES | {QUOTED} for key in before[1:]):
            return False
        for place in range(at + 1, min(self._end, at + _REACH)):
            if self._keys[place] in BREAKS:
                return self._keys[place] not in COLONS and self._keys[place] != QUOTED
            if self._joins(at, place):
                return False
        return True

    def _passive(self, at: int) -> Report | None:
        """“The plan was criticised by Lim”: what stands before the verb."""
        if at + 2 >= self._end or self._keys[at + 1] not in self._cues.agents:
            return None
        place = source_of(self._words, self._cues, at)
        after = self._subject_start(self._end) if place is None else at + 2
        while after < self._end and self._keys[after] not in BREAKS and after - at < _SUBJECT:
            after += 1
        if place is None or place.start_char > self._words.starts[at]:
            return None
        return Report((place,), "object", self._cue(at), self._words.span(at + 2, after - 1), after - 1)

    def _forward(self, at: int, *, speaks: bool) -> Report | None:
        """What a conjunction, a colon, marks or a comma joins to the verb."""
        reach = _REACH if self._bare else _FAR_REACH
        for place in range(at + 1, min(self._end, at + reach)):
            key = self._keys[place]
            if self._joins(at, place):
                return self._report(at, place, self._clause_end(place), "that")
            if key in COLONS:
                return self._report(at, place + 1, self._clause_end(place + 1), "colon")
            if key == QUOTED and speaks and self._bare:
                return self._quoted(at, place)
            if key in COMMAS and self._bare and self._keys[place + 1 : place + 2] == [QUOTED] and speaks:
                return self._quoted(at, place + 1)
            if key in COMMAS and self._opens_clause(at, place):
                return self._report(at, place + 1, self._clause_end(place + 1), "clause")
            if key in _ENDS or (self._bare and (key in COMMAS or self._is_next_verb(at, place))):
                return None
        return None

    def _joins(self, at: int, place: int) -> bool:
        """True for “that”, and for “whether” straight after the verb or after a comma."""
        words, cues = self._words, self._cues
        if words.is_in(place, cues.that):
            return True
        return words.is_in(place, cues.questions) and (place == at + 1 or self._keys[place - 1] in COMMAS)

    def _is_next_verb(self, at: int, place: int) -> bool:
        return place > at + 1 and self._keys[place] in self._cues.verbs

    def _quoted(self, at: int, place: int) -> Report | None:
        """Marks after the verb: what is between them, or from the verb on where they are only a part of it."""
        apart = place == at + 1 or self._keys[place - 1] in COMMAS
        return self._report(at, place if apart else at + 1, self._clause_end(place), "marks")

    def _opens_clause(self, at: int, place: int) -> bool:
        """True when what follows a comma is reported: it does so at once, or its verb is in the mood of report."""
        cues, keys = self._cues, self._keys
        if cues.clause != "comma" or place + 3 >= self._end or self._joins(at, place + 1):
            return False
        weak = keys[at] in cues.weak
        if not cues.mood:
            return place == at + 1 and not weak
        rest = keys[place + 1 : self._end]
        if not cues.sure_mood.isdisjoint(rest) or (rest[-2] in cues.infinitives and not weak):
            return True
        return rest[0] not in cues.relatives and (not weak or not cues.mood.isdisjoint(rest))

    def _backward(self, at: int, *, tag: bool) -> Report | None:
        """What stands before “she said” or “said Lim”, and what goes on after it."""
        keys, cues = self._keys, self._cues
        start = self._subject_start(at)
        if start < _SHORTEST_BEFORE and QUOTED not in keys[:start]:
            return None
        if start == 0 or keys[start - 1] not in COMMAS | DASHES | {QUOTED}:
            return None
        marked = QUOTED in keys[max(0, start - 2) : start]
        if not self._bare and (at - start >= _SHORT_SUBJECT or (keys[at] in cues.weak and not marked)):
            return None
        if any(key in cues.relatives for key in keys[start:at]):
            return None
        if not (tag or self._ends_clause(at)) or (not tag and self._is_phrase(start)):
            return None
        first = self._opening(start) if not tag else self._marks_opening(start)
        last = self._last_word(start)
        if last <= first:
            return None
        rest, used = self._continued(at, plain=not marked and (self._bare or start <= _FEW_WORDS))
        before = self._words.span(first, last - 1)
        return Report((before, *rest), "after", self._cue(at), source_of(self._words, self._cues, at), used)

    def _opening(self, end: int) -> int:
        """The first word of a sentence that is no “But” and no dateline (“JAKARTA, Kompas — ”)."""
        start = 0
        if self._words.text[self._words.starts[0] : self._words.ends[0]].isupper():
            dash = next((at for at in range(1, min(end, _DATELINE)) if self._keys[at] in DASHES), -1)
            start = dash + 1
        return start + (start < end and self._keys[start] in self._cues.conjunctions)

    def _marks_opening(self, end: int) -> int:
        """Where what is quoted before “she said” starts: at its marks, or with the words that lead into these."""
        marks = max(at for at in range(end) if self._keys[at] == QUOTED)
        opening = self._opening(end)
        return opening if marks - opening > 1 and not BREAKS.intersection(self._keys[opening:marks]) else marks

    def _ends_clause(self, at: int) -> bool:
        """False where an English verb has an object of its own, so that nothing before it is reported."""
        if not self._bare:
            return True
        following = self._skip_times(at)
        return following >= self._end or self._keys[following] in _LATE_SIGNS

    def _is_phrase(self, end: int) -> bool:
        """True for “In a speech, she said”: what stands before the comma is no clause."""
        return self._bare and end < _SHORT_PHRASE and self._keys[0] in self._cues.times

    def _continued(self, at: int, *, plain: bool) -> tuple[list[Span], int]:
        """What goes on after “A,” she said, “B”; where it may stand without marks (`plain`), after: A, she said, B."""
        after = at + 1
        if not self._bare:
            while after < self._end and self._keys[after] not in BREAKS and after - at < _SUBJECT:
                after += 1
        if after + 1 >= self._end or self._keys[after] not in COMMAS:
            return [], at
        if not plain and self._keys[after + 1] != QUOTED:
            return [], at
        end = self._clause_end(after + 1)
        if end <= after + 2 and self._keys[after + 1] != QUOTED:
            return [], at
        return [self._words.span(after + 1, end - 1)], end - 1

    def _object(self, at: int, *, speaks: bool) -> Report | None:
        """English: the clause or the object that follows a verb at once."""
        start = self._skip_times(at) if speaks else at + 1
        start = self._skip_listener(at, start)
        while not speaks and start < self._end and self._keys[start] in self._cues.prepositions:
            start += 1
        return self._report(at, start, self._clause_end(start), "clause" if speaks else "object")

    def _skip_times(self, at: int) -> int:
        """The place after “on Friday in Rome”, if that follows the verb."""
        place = at + 1
        if place < self._end and self._keys[place] in self._cues.times:
            while place < self._end and self._keys[place] not in self._cues.subjects | _LATE_SIGNS | {QUOTED}:
                place += 1
            if place < self._end and self._keys[place] in _LATE_SIGNS:
                return self._end
        return place

    def _skip_listener(self, at: int, start: int) -> int:
        """The place after those who were told."""
        if start != at + 1 or self._keys[at] not in self._cues.addressing:
            return start
        place = start
        if place < self._end and self._keys[place] in self._cues.listeners:
            place += 1
        else:
            while place < self._end and (self._words.capital(place) or self._keys[place] in self._cues.determiners):
                place += 1
        return place

    # Nouns

    def _of_noun(self, at: int) -> Report | None:
        """“The claim that …”."""
        keys, cues = self._keys, self._cues
        if keys[at] not in cues.nouns or at + 1 >= self._end:
            return None
        start = at + 1 + (keys[at + 1] in COMMAS)
        if start >= self._end:
            return None
        told = start > at + 1 and not cues.mood.isdisjoint(keys[start : self._end])
        if not (told or self._words.is_in(start, cues.that)):
            return None
        found = self._report(at, start, self._clause_end(start), "noun")
        owner = at > 0 and keys[at - 1].endswith("'s")
        source = self._words.span(self._subject_start(at), at - 1) if owner else None
        return found and found._replace(source=source)

    def _is_noun(self, at: int) -> bool:
        """True when what looks like a verb follows an article or the like, or may be a noun and has no subject."""
        cues, before = self._cues, self._keys[at - 1] if at else ""
        if before in cues.determiners or before.endswith("'s"):
            return True
        if self._keys[at] not in cues.nouns_too:
            return False
        known = before in cues.helpers | cues.subjects | cues.conjunctions | cues.relatives | {"to"}
        return not (known or (at and self._words.capital(at - 1) and not self._words.capital(at)))

    # Ends

    def _clause_end(self, start: int) -> int:
        """The place after the last word of a clause: the sentence's end, or before another one's verb of speech."""
        keys, depth = self._keys, 0
        for place in range(start, self._end):
            key = keys[place]
            if key in _OPENERS:
                depth += 1
            elif key in _CLOSERS:
                if not depth:
                    return self._last_word(place)
                depth -= 1
            elif place > start and (key in ";；—" or self._parts_clauses(place) or self._brings_marks(place)):
                return self._last_word(place)
        return self._last_word(self._end)

    def _brings_marks(self, place: int) -> bool:
        """True for a colon before marks, which hold words of their own."""
        return not self._bare and self._keys[place] in COLONS and self._keys[place + 1 : place + 2] == [QUOTED]

    def _parts_clauses(self, place: int) -> bool:
        """True before “, he added” and “and says”."""
        keys, cues = self._keys, self._cues
        if keys[place] not in COMMAS and keys[place] not in cues.conjunctions:
            return False
        for at in range(place + 1, min(self._end, place + _NEXT_VERB)):
            if keys[at] in cues.verbs and keys[at - 1] not in cues.determiners:
                at_once = at == place + 1 or keys[place + 1] in cues.conjunctions
                return at_once or (keys[place] in COMMAS and self._bare)
            if keys[at] in BREAKS or keys[at] in cues.that:
                return False
        return False

    def _last_word(self, end: int) -> int:
        """`end`, moved before commas and stops."""
        while end and self._keys[end - 1] in _LATE_SIGNS:
            end -= 1
        return end

    # Who said it

    def _subject_start(self, at: int) -> int:
        return subject_start(self._keys, at)

    def _cue(self, at: int) -> Span:
        return self._words.span(at, at)

    def _report(self, at: int, start: int, end: int, how: str) -> Report | None:
        """The words from `start` up to `end` as reported by the cue at `at`; None where there are none."""
        if end <= start or start >= len(self._words):
            return None
        if end == start + 1 and (how == "that" or self._keys[start] in BREAKS - {QUOTED}):
            return None
        source = source_of(self._words, self._cues, at)
        return Report((self._words.span(start, end - 1),), how, self._cue(at), source, end - 1)
