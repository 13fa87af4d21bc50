"""All that a text reports, sentence by sentence: by marks, by reporting verbs, or by both."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from annotator.core.cue_words import CueWords
from annotator.core.languages import read_language
from annotator.core.lines import LINE_BREAKS
from annotator.core.quote_pairs import Spoken, is_speech, spoken
from annotator.core.quote_report import DIRECT, MIXED, Report
from annotator.core.quote_sentences import reports_of
from annotator.core.quote_sources import cue_of, source_of
from annotator.core.quote_words import COLONS, QUOTED, cut_words, word_pattern
from annotator.core.segmenter import split_sentences
from annotator.core.spans import Span

# Longer sentences are lists or worse; only their marks are looked at.
_MOST_WORDS = 400
# A quotation that somebody interrupts is in few pieces.
_MOST_SEGMENTS = 50
_LINE_BREAK = re.compile(f"[{LINE_BREAKS}]")
_TAGGED = re.compile(r"\s?[,،，—–]")
_EDGE = " \t\n\xa0\u202f\"'“”„«»‘’‟‹›,.;:!?…"


class _Sentence:
    """One sentence, with the quotations that lie in it. `before`: the last report of the one before it;
    `led_to`: that one ends in “she said:”.
    """

    def __init__(
        self,
        text: str,
        language: str,
        stretch: Span,
        inside: list[tuple[Span, Spoken]],
        *,
        before: Report | None,
        led_to: bool,
    ) -> None:
        self.stretch, self._text = stretch, text
        self._cues = read_language(language).reporting
        quotations = [one for segment, one in inside if segment == one.segments[0]]
        self.words = cut_words(text, *stretch, [segment for segment, _ in inside], word_pattern(self._cues))
        self._readable = 0 < len(self.words) <= _MOST_WORDS

        self._found = (
            reports_of(self.words, self._cues, goes_on=before is not None) if self._readable and self._has_cue() else []
        )
        after_speech = before is not None and before.quote_type == DIRECT and before.cue is not None
        cued = bool(quotations and (after_speech or led_to or self._found or self._speaks()))
        self._quoted = [one for one in quotations if not (one.titled or self._is_named(one))]
        self.speech = [one for one in quotations if self._is_speech(one, cued=cued)]
        self._names = [one for one in quotations if one not in self._quoted and one not in self.speech]

    def reports(self, *, direct_only: bool) -> list[Report]:
        """Reports by verbs and phrases, and the quotations that are in none of these."""
        found = [one for one in self._found if any(map(self._has_words, one.segments)) and not self._is_name(one)]
        typed = [self._typed(one) for one in found]
        if direct_only:
            typed = [one for one in typed if one.quote_type == DIRECT]
        held = [segment for one in typed for segment in one.segments]
        alone = [self._marked(one) for one in self.speech if not any(each.contains(_inner(one)) for each in held)]
        return sorted([*typed, *alone], key=lambda one: one.segments[0])

    def announced(self) -> tuple[Span | None, Span | None]:
        """The cue and the source of what a sentence that ends in a colon announces; None where it does not."""
        words = self.words
        if not self._readable or words.keys[-1] not in COLONS:
            return None, None
        at = cue_of(words, self._cues, len(words) - 1)
        return (words.span(at, at), source_of(words, self._cues, at)) if at >= 0 else (None, None)

    def _is_speech(self, one: Spoken, *, cued: bool) -> bool:
        at = self._place(one)
        if not self._readable or at < 0:
            return is_speech(one, cued=cued, near=False)
        verb = self._verb_of(at)
        key = self.words.keys[verb] if verb >= 0 else ""
        near = key in self._cues.namings
        if one.words > 1:  # a word alone is what somebody calls a thing, or stands at a distance
            near = near or bool(key and key not in self._cues.weak)
        part = one.words > 1 and any(each.contains(_inner(one)) for found in self._found for each in found.segments)
        return not self._is_named(one) and is_speech(one, cued=cued, near=near or part)

    def _is_named(self, one: Spoken) -> bool:
        """True after words such as “a book called”."""
        at = self._place(one)
        return at > 0 and self.words.keys[at - 1] in self._cues.titles

    def _place(self, one: Spoken) -> int:
        """Which word of the sentence the quotation is; -1 where it is none, as in a sentence that is too long."""
        starts = self.words.starts
        at = bisect_left(starts, one.segments[0].start_char)
        return at if at < len(starts) and self.words.keys[at] == QUOTED else -1

    def _verb_of(self, at: int) -> int:
        return cue_of(self.words, self._cues, at)

    def _has_cue(self) -> bool:
        return not _signs(self._cues).isdisjoint(self.words.keys) or any(
            "-" in key or "'" in key for key in self.words.keys
        )

    def _speaks(self) -> bool:
        """True when the sentence has a verb of speech, whatever it reports."""
        known = self._cues.verbs
        return self._readable and any(
            self.words.is_in(at, known) and self.words.keys[at] not in self._cues.weak
            for at in self.words.places(known)
        )

    def _typed(self, report: Report) -> Report:
        """The report with the marks in it, and with what of its quotation stands in later paragraphs."""
        known = sorted({*self._quoted, *self.speech, *self._said(report)})
        inside = [one for one in known if any(each.overlaps(one.segments[0]) for each in report.segments)]
        if not inside:
            return report
        later = [segment for one in inside for segment in one.segments[1:]]
        marks = tuple(segment for one in inside for segment in one.segments)
        report = report._replace(segments=(*report.segments, *later))
        direct = all(any(mark.contains(each) for mark in marks) for each in map(self._trimmed, report.segments))
        return report._replace(quote_type=DIRECT if direct else MIXED, marks=marks)

    def _is_name(self, report: Report) -> bool:
        """True where all that seems to be reported is a title or a name in marks: the band is called “Northwind”."""
        said = self._said(report)
        names = [segment for one in self._names if one not in said for segment in one.segments]
        return all(any(name.contains(each) for name in names) for each in map(self._trimmed, report.segments))

    def _said(self, report: Report) -> list[Spoken]:
        """What is as short as a name, but is said: “It is false”, she said."""
        is_tag = report.how == "after"
        return [one for one in self._names if is_tag and _TAGGED.match(self._text, one.segments[-1].end_char)]

    def _has_words(self, segment: Span) -> bool:
        start, end = self._trimmed(segment)
        return start < end

    def _trimmed(self, segment: Span) -> Span:
        start, end = segment
        while start < end and self._text[start] in _EDGE:
            start += 1
        while end > start and self._text[end - 1] in _EDGE:
            end -= 1
        return Span(start, end)

    def _marked(self, one: Spoken) -> Report:
        """A quotation by its marks, with the verb beside it."""
        cue = source = None
        words = self.words
        at = self._place(one)
        verb = self._verb_of(at) if self._readable and at >= 0 else -1
        if verb >= 0:
            cue, source = words.span(verb, verb), source_of(words, self._cues, verb)
        return Report(one.segments, "dash" if one.dash else "marks", cue, source, -1, DIRECT, one.segments)


def _inner(one: Spoken) -> Span:
    """What is between the marks of a quotation's first segment."""
    start, end = one.segments[0]
    return Span(start + 1, max(start + 1, end - 1))


@cache
def _signs(cues: CueWords) -> frozenset[str]:
    """Every word that may begin a report."""
    phrases = {phrase[0] for phrase in (*cues.before, *cues.after)}
    return frozenset().union(
        cues.verbs, cues.stances, cues.nouns, cues.viewpoints, cues.asides, cues.like, cues.hearsay, cues.mood,
        cues.summaries, phrases,
    )  # fmt: skip


def find_reports(text: str, language: str, *, direct_only: bool = False) -> list[Report]:
    """All that a text reports, in its order; linear in the length of the text, whatever it holds.

    `direct_only`: only what stands in marks, also where it is part of a longer report.
    """
    found: list[Report] = []
    before: _Sentence | None = None
    for stretch, inside in _sentences(text, language, spoken(text, language)):
        if direct_only and not inside and not text[stretch.start_char : stretch.end_char].rstrip().endswith(":"):
            before = None
            continue
        last = found[-1] if found and before and found[-1].segments[-1].end_char > before.stretch.start_char else None
        led_to = bool(before and before.announced()[0])
        sentence = _Sentence(text, language, stretch, inside, before=last, led_to=led_to)
        reports = [one for one in sentence.reports(direct_only=direct_only) if not _is_held(one, found[-1:])]
        if reports and before:
            reports[0] = _told_by(before, found, reports[0], stretch)
        before = sentence
        if found and reports and _goes_on(text, found[-1], reports[0], stretch):
            found[-1] = _joined(found[-1], reports.pop(0))
        found += reports
    return found


def _is_held(report: Report, before: list[Report]) -> bool:
    """True when a quotation over several paragraphs that began before holds what this sentence reports."""
    for one in before:
        at = bisect_left(one.segments, report.segments[0])
        near = one.segments[max(0, at - 1) : at + len(report.segments) + 1]
        if any(first.overlaps(second) for first in near for second in report.segments):
            return True
    return False


def _joined(first: Report, second: Report) -> Report:
    """Two reports as one, by the cue of the first."""
    return first._replace(segments=(*first.segments, *second.segments), marks=(*first.marks, *second.marks))


def _told_by(before: _Sentence, found: list[Report], report: Report, sentence: Span) -> Report:
    """The report with who said it, where the sentence before tells: “Lim went on:”, or a report that goes on."""
    if report.how in ("marks", "dash") and report.cue is None and report.segments[0].start_char == sentence.start_char:
        cue, source = before.announced()
        return report._replace(cue=cue, source=source)
    last = found[-1] if found else None
    if report.how == "mood" and last and last.segments[0].start_char >= before.stretch.start_char:
        return report._replace(source=last.source)
    return report


def _goes_on(text: str, before: Report, after: Report, sentence: Span) -> bool:
    """True for “B” in: “A,” she said. “B.” It is one quotation, in two segments."""
    if (
        len(before.segments) > _MOST_SEGMENTS
        or before.quote_type != DIRECT
        or after.quote_type != DIRECT
        or after.cue is not None
        or before.cue is None
    ):
        return False
    said_after = before.cue.start_char >= before.segments[-1].end_char
    starts = not text[sentence.start_char : after.segments[0].start_char].strip()
    return said_after and starts and not _LINE_BREAK.search(text, before.cue.end_char, after.segments[0].start_char)


def speech_in(text: str, language: str) -> list[Spoken]:
    """The quotations in marks that are somebody's speech, also where they are part of a longer report."""
    found: list[Spoken] = []
    for stretch, inside in _sentences(text, language, spoken(text, language)):
        if inside:
            found += _Sentence(text, language, stretch, inside, before=None, led_to=False).speech
    return found


def _sentences(text: str, language: str, quotations: list[Spoken]) -> Iterator[tuple[Span, list[tuple[Span, Spoken]]]]:
    """The sentences, joined where a quotation runs over their end, each with what of quotations lies in it."""
    segments = sorted((segment, one) for one in quotations for segment in one.segments)
    first, last, start = 0, 0, 0
    for _, end in split_sentences(text, language, "split"):
        while last < len(segments) and segments[last][0].end_char <= end:
            last += 1
        if last < len(segments) and segments[last][0].start_char < end < len(text):
            continue
        yield Span(start, end), segments[first:last]
        first, start = last, end
