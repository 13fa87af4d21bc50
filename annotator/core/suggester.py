"""Quotations that a text seems to hold, proposed for editors: by marks, by words that report speech, by both."""

import re

from annotator.core.languages import read_language
from annotator.core.quote_finder import find_reports, speech_in
from annotator.core.quote_report import DIRECT, INDIRECT, MIXED, Report
from annotator.core.spans import Span
from annotator.core.suggestion import Suggestion

LABEL = "quote"
SUGGESTER = "cues"
# What is proposed without a doubt.
LIKELY = 0.5
# How many of a hundred editors would agree that such words are a quotation, by what told of them and its type.
_CONFIDENCE = {
    ("after", DIRECT): 0.95, ("after", INDIRECT): 0.6, ("after", MIXED): 0.9,
    ("colon", DIRECT): 0.95, ("colon", INDIRECT): 0.4, ("colon", MIXED): 0.9,
    ("clause", INDIRECT): 0.8, ("clause", MIXED): 0.9,
    ("dash", DIRECT): 0.7,
    ("marks", DIRECT): 0.9, ("marks", MIXED): 0.95,
    ("mood", INDIRECT): 0.9, ("noun", INDIRECT): 0.8,
    ("object", INDIRECT): 0.7, ("object", MIXED): 0.9,
    ("source", INDIRECT): 0.9, ("source", MIXED): 0.95,
    ("summary", INDIRECT): 0.6, ("that", INDIRECT): 0.9, ("that", MIXED): 0.95,
}  # fmt: skip
_USUAL = 0.8
_SPOKEN = frozenset(".,;:!?…¿¡")  # may stand at the edge of a turn that a dash opens, and are no marks
_WORD = re.compile(r"[^\W\d_]{2,40}")
_AGE = re.compile(r" \([1-9]\d(?: \w{2,6})?\)")
_NAME_LETTERS, _NAME_WORDS = 60, 3  # how far before an age a name is looked for


def quote_suggestions(text: str, language: str) -> list[Suggestion]:
    """Quotations, each with its source, cue, type and what spoke for it, in the order of the text.

    The reason is one of: marks (alone), dash (alone), after (the cue follows), colon, that, clause, object, noun,
    source (a phrase that names it), mood, summary. The evidence is the cue and the marks.
    """
    return [_suggestion(text, one) for one in find_reports(text, language)]


def suggest_quotes(text: str, language: str) -> list[list[tuple[int, int]]]:
    """Where quotations seem to be: of each, its segments in code points, in the order of the text.

    Only what is likely to be tagged; where those who tag a language take words in marks alone, and of people with an
    office alone, only these (`indirect`, `private` in its file). `quote_suggestions` proposes all of it there as well.
    """
    usual = read_language(language).reporting
    found = find_reports(text, language, direct_only=not usual.indirect)
    likely = [one for one in found if confidence_of(one) >= LIKELY]
    left_out = frozenset() if usual.private else _private_names(text)
    return [list(one.segments) for one in likely if not _is_of(left_out, text, one)]


def suggest_direct_quotes(text: str, language: str) -> list[list[tuple[int, int]]]:
    """The quotations in marks alone, also those that are part of a longer report; shaped like `suggest_quotes`."""
    return [list(one.segments) for one in speech_in(text, language)]


def confidence_of(report: Report) -> float:
    """How likely an editor is to accept a report, 0 to 1."""
    return _CONFIDENCE.get((report.how, report.quote_type), _USUAL)


def _private_names(text: str) -> frozenset[str]:
    """The words of names behind which an age stands: so newspapers name people without an office, “Ana Bell (34)”."""
    names: set[str] = set()
    for age in _AGE.finditer(text):
        before = _WORD.findall(text, max(0, age.start() - _NAME_LETTERS), age.start())
        names.update(word for word in before[-_NAME_WORDS:] if word[0].isupper())
    return frozenset(names)


def _is_of(names: frozenset[str], text: str, report: Report) -> bool:
    """True when who is said to have said it has one of these names."""
    return report.source is not None and not names.isdisjoint(_WORD.findall(text, *report.source))


def _suggestion(text: str, report: Report) -> Suggestion:
    edges = {at for start, end in report.marks for at in (start, end - 1)}
    marks = {Span(at, at + 1) for at in edges if not (text[at].isalnum() or text[at] in _SPOKEN)}
    return Suggestion(
        LABEL,
        report.segments,
        SUGGESTER,
        report.how,
        tuple(sorted({*marks, report.cue} if report.cue else marks)),
        report.source,
        report.cue,
        {"quote_type": report.quote_type, **({"negated_report": "yes"} if report.negated else {})},
        confidence_of(report),
    )
