"""What follows a verb of speech in its sentence: “she said that …”, “sagte, er sei …”, “the claim that …”."""

from functools import cache

from annotator.core.cue_words import CueWords
from annotator.core.quote_reading import Reading
from annotator.core.quote_report import Report
from annotator.core.quote_sources import source_of
from annotator.core.quote_tags import Tags
from annotator.core.quote_words import BREAKS, COLONS, COMMAS, DASHES, QUOTED, STOPS, Words

# How far, in words, a conjunction may be from its verb.
_REACH = 13
_FAR_REACH = 22
_SUBJECT = 14
_ENDS = frozenset({*STOPS, *"；;"})
_PAUSES = frozenset({*STOPS, *COMMAS})
_GENITIVE = "'s"


@cache
def _signs(cues: CueWords) -> frozenset[str]:
    return cues.verbs | cues.stances | cues.nouns


def _last_of(words: Words, known: frozenset[str]) -> int:
    """Where the last of some words stands; -1 without any."""
    return max((at for at, key in enumerate(words.keys) if key in known), default=-1) if known else -1


def _overlap(one: Report, other: Report) -> bool:
    return any(first.overlaps(second) for first in one.segments for second in other.segments)


class Clauses:
    """Finds what the verbs and nouns of one sentence report."""

    def __init__(self, words: Words, cues: CueWords) -> None:
        self._in = Reading(words, cues)
        self._tags = Tags(self._in)
        self._last_sure, self._last_mood = _last_of(words, cues.sure_mood), _last_of(words, cues.mood)

    def reports(self) -> list[Report]:
        """Reports in the order of their verbs, none of which overlap.

        A verb inside what another reports is passed over; English puts the verb that holds for all of a sentence last.
        """
        found: list[Report] = []
        used = -1
        for at in self._in.words.places(_signs(self._in.cues)):
            if not used < at < self._in.end:
                continue
            report = self._of_noun(at) or self._of_verb(at)
            if report is None:
                continue
            others = [one for one in found if not _overlap(one, report)]
            if len(others) == len(found) or self._in.bare:
                used = max(used, report.last)
                found = [*others, report]
        return found

    def _of_verb(self, at: int) -> Report | None:
        words, cues = self._in.words, self._in.cues
        speaks = words.is_in(at, cues.verbs)
        if not (speaks or self._in.keys[at] in cues.stances) or self._is_noun(at) or self._is_name(at):
            return None
        if speaks and self._tags_marks(at):
            return self._tags.before(at, tag=True) or self._forward(at, speaks=True)
        if at + 1 < self._in.end and self._in.keys[at + 1] in cues.agents:
            return self._passive(at)
        found = self._forward(at, speaks=speaks)
        at_once = self._in.keys[at] in cues.bare_verbs  # then what stands before it is who speaks, and no clause
        if found is None and speaks and not at_once:
            found = self._tags.before(at, tag=False)
        if found is None and (self._in.bare or at_once):
            found = self._object(at, speaks=speaks)
        return found

    def _tags_marks(self, at: int) -> bool:
        """True for “she said” after a quotation, where no other one and no “that” follows."""
        start = self._in.subject_start(at)
        before = self._in.keys[max(0, start - 2) : start]
        if QUOTED not in before or any(key not in COMMAS | DASHES | {QUOTED} for key in before[1:]):
            return False
        if (
            before[-1] == QUOTED
            and not self._in.bare
            and self._in.words.text[self._in.words.ends[start - 1] - 2] not in _PAUSES
        ):
            return False
        for place in range(at + 1, min(self._in.end, at + _REACH)):
            if self._in.keys[place] in BREAKS:
                return self._in.keys[place] not in COLONS and self._in.keys[place] != QUOTED
            if self._joins(at, place):
                return False
        return True

    def _passive(self, at: int) -> Report | None:
        """“The plan was criticised by Lim”: what stands before the verb."""
        if at + 2 >= self._in.end or not self._in.bare:
            return None
        place = source_of(self._in.words, self._in.cues, at)
        after = self._in.subject_start(self._in.end) if place is None else at + 2
        while after < self._in.end and self._in.keys[after] not in BREAKS and after - at < _SUBJECT:
            after += 1
        if place is None or place.start_char > self._in.words.starts[at]:
            return None
        return Report((place,), "object", self._in.cue(at), self._in.words.span(at + 2, after - 1), after - 1)

    def _forward(self, at: int, *, speaks: bool) -> Report | None:
        """What a conjunction, a colon, marks or a comma joins to the verb."""
        reach = _REACH if self._in.bare else _FAR_REACH
        for place in range(at + 1, min(self._in.end, at + reach)):
            key = self._in.keys[place]
            if self._joins(at, place):
                return self._in.report(at, place, self._in.clause_end(place), "that")
            if key in COLONS:
                return self._in.report(at, place + 1, self._in.clause_end(place + 1), "colon")
            if key == QUOTED and speaks and self._in.bare:
                return self._quoted(at, place)
            if key in COMMAS and self._in.bare and self._in.keys[place + 1 : place + 2] == [QUOTED] and speaks:
                return self._quoted(at, place + 1)
            if key in COMMAS and self._opens_clause(at, place):
                return self._in.report(at, place + 1, self._in.clause_end(place + 1), "clause")
            if key in _ENDS or (self._in.bare and (key in COMMAS or self._is_next_verb(at, place))):
                return None
        return None

    def _joins(self, at: int, place: int) -> bool:
        """True for “that”, and for “whether” straight after the verb or after a comma."""
        words, cues = self._in.words, self._in.cues
        if words.is_in(place, cues.that):
            return place == at + 1 or not self._relates(at, place)
        return words.is_in(place, cues.questions) and (place == at + 1 or self._in.keys[place - 1] in COMMAS)

    def _relates(self, at: int, place: int) -> bool:
        """True where what looks like “that” begins a relative clause or is part of another conjunction."""
        if self._in.keys[place - 1] in self._in.cues.conjoined:
            return True
        commas = sum(key in COMMAS for key in self._in.keys[at:place])
        return commas == 1 and self._in.keys[at + 1] not in COMMAS and not self._in.cues.comma_before_that

    def _is_next_verb(self, at: int, place: int) -> bool:
        return place > at + 1 and self._in.keys[place] in self._in.cues.verbs

    def _quoted(self, at: int, place: int) -> Report | None:
        """Marks after the verb: what is between them, or from the verb on where they are only a part of it."""
        apart = place == at + 1 or self._in.keys[place - 1] in COMMAS
        return self._in.report(at, place if apart else at + 1, self._in.clause_end(place), "marks")

    def _opens_clause(self, at: int, place: int) -> bool:
        """True when what follows a comma is reported: it does so at once, or its verb is in the mood of report."""
        cues, keys = self._in.cues, self._in.keys
        if cues.clause != "comma" or place + 3 >= self._in.end or self._joins(at, place + 1):
            return False
        weak = keys[at] in cues.weak
        if not cues.mood:
            return place == at + 1 and not (weak and cues.spaced)
        infinitive = keys[self._in.end - 2] in cues.infinitives and not weak
        if self._last_sure > place or infinitive:
            return True
        relative = keys[place + 1] in cues.relatives and place > at + 1  # nothing before the comma to relate to
        return not relative and (not weak or self._last_mood > place)

    def _object(self, at: int, *, speaks: bool) -> Report | None:
        """English: the clause or the object that follows a verb at once."""
        start = self._in.skip_times(at) if speaks else at + 1
        start = self._skip_listener(at, start)
        while not speaks and start < self._in.end and self._in.keys[start] in self._in.cues.prepositions:
            start += 1
        return self._in.report(at, start, self._in.clause_end(start), "clause" if speaks else "object")

    def _skip_listener(self, at: int, start: int) -> int:
        """The place after those who were told."""
        if start != at + 1 or self._in.keys[at] not in self._in.cues.addressing:
            return start
        place = start
        if place < self._in.end and self._in.keys[place] in self._in.cues.listeners:
            place += 1
        else:
            while place < self._in.end and (
                self._in.words.capital(place) or self._in.keys[place] in self._in.cues.determiners
            ):
                place += 1
        return place

    def _of_noun(self, at: int) -> Report | None:
        """“The claim that …”."""
        keys, cues = self._in.keys, self._in.cues
        if keys[at] not in cues.nouns or at + 1 >= self._in.end:
            return None
        start = at + 1 + (keys[at + 1] in COMMAS)
        if start >= self._in.end:
            return None
        told = start > at + 1 and self._last_mood >= start
        if not (told or self._in.words.is_in(start, cues.that)):
            return None
        found = self._in.report(at, start, self._in.clause_end(start), "noun")
        owner = at > 0 and keys[at - 1].endswith(_GENITIVE)
        source = self._in.words.span(self._in.subject_start(at), at - 1) if owner else None
        return found and found._replace(source=source)

    def _is_name(self, at: int) -> bool:
        """True for “said Honor Blythe”: a capital inside of a sentence, save in headlines that have them throughout."""
        words = self._in.words
        if not at or not words.capital(at) or self._in.keys[at - 1] in BREAKS:
            return False
        letters = [place for place in range(len(words)) if words.keys[place][0].isalpha()]
        return 2 * sum(map(words.capital, letters)) <= len(letters)

    def _is_noun(self, at: int) -> bool:
        """True when what looks like a verb follows an article or the like, or may be a noun and has no subject."""
        cues, before = self._in.cues, self._in.keys[at - 1] if at else ""
        if before in cues.determiners or before.endswith(_GENITIVE):
            return True
        if self._in.keys[at] not in cues.nouns_too:
            return False
        known = before in cues.helpers | cues.subjects | cues.conjunctions | cues.relatives | cues.infinitives
        return not (known or (at and self._in.words.capital(at - 1) and not self._in.words.capital(at)))
