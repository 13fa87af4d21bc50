"""Whom the article itself names for a stretch of it: the words beside the cue that hand it to somebody."""

import re
from collections.abc import Iterator, Sequence

from annotator.core.cues_suggester import CuesSuggester
from annotator.core.guesses import paragraphs_near
from annotator.core.languages import read_language
from annotator.core.quote_sentences import reports_of
from annotator.core.quote_words import cut_words, word_pattern
from annotator.core.segmenter import split_sentences
from annotator.core.spans import Span, trim

_LONGEST = 120
_CAPITALS = "A-ZÀ-ÖØ-ÞĀ-ŽΑ-ΩА-ЯЀ-Џ"
_NAME = re.compile(rf"\b[{_CAPITALS}][\w.’'-]{{0,40}}(?: [{_CAPITALS}][\w’'-]{{0,40}}){{1,8}}")
_MOST_WORDS = 400  # longer sentences are lists, or worse


def source_words(text: str, segments: Sequence[Span], language: str) -> str:
    """The words that name the source of these stretches, as they stand in the text; "" where none do.

    Only what is near them is looked at. Where several are named the one counts whose words share most with them;
    where nothing is said to be anybody's, a name in the same sentence.
    """
    if not segments:
        return ""
    near = paragraphs_near(text, segments)
    here = [_moved(segment, -near.start_char) for segment in segments]
    best, most = Span(0, 0), 0
    for stretches, source in _handed(text[near.start_char : near.end_char], here, language):
        shared = _shared([*stretches, source], here)
        if shared > most:
            best, most = _moved(source, near.start_char), shared
    if not most:
        best = _moved(_name_beside(text[near.start_char : near.end_char], here, language), near.start_char)
    words = " ".join(text[slice(*trim(text, best))].split())
    return words if len(words) <= _LONGEST else ""


def _handed(text: str, segments: Sequence[Span], language: str) -> Iterator[tuple[Sequence[Span], Span]]:
    """Stretches that the text hands to somebody, and where it names them: first what would be suggested for tagging,
    then what the sentences of these segments report, also in languages whose reports are too unsure to be suggested.
    """
    for one in CuesSuggester().suggest(text, language):
        if one.source:
            yield (*one.segments, *((one.cue,) if one.cue else ())), one.source
    cues = read_language(language).reporting
    for start, end in split_sentences(text, language, "split"):
        if not any(segment.overlaps(Span(start, end)) for segment in segments):
            continue
        words = cut_words(text, start, end, [], word_pattern(cues))
        for report in reports_of(words, cues) if len(words) <= _MOST_WORDS else ():
            if report.source:
                yield report.segments, report.source


def _name_beside(text: str, segments: Sequence[Span], language: str) -> Span:
    """Two or more words with capital letters that stand in the same sentence outside the segments: those just before
    the first one, else those after it. An empty span where there are none, or the script has no capitals.
    """
    first = segments[0]
    for start, end in split_sentences(text, language, "split"):
        if not start <= first.start_char < end:
            continue
        names = [Span(found.start(), found.end()) for found in _NAME.finditer(text, start, end)]
        outside = [name for name in names if not any(name.overlaps(segment) for segment in segments)]
        before = [name for name in outside if name.end_char <= first.start_char]
        return [*before[-1:], *outside[:1], Span(0, 0)][0]
    return Span(0, 0)


def is_a_name(words: str, text: str, language: str) -> bool:
    """False for words such as “she” or “the police”, which name nobody by themselves.

    A capital letter at the head of a sentence says nothing where the article, or the language, writes the word small.
    """
    if not any(letter.isupper() or _has_no_case(letter) for letter in words):
        return False
    first, *others = words.split()
    if others or not first[:1].isupper():
        return True
    small = first.lower()
    known = {word.lower() for word in read_language(language).identification.words}
    return small not in known and small not in set(text.split())


def _has_no_case(letter: str) -> bool:
    return letter.isalpha() and letter.lower() == letter.upper()


def _moved(span: Span, by: int) -> Span:
    return Span(span.start_char + by, span.end_char + by)


def _shared(stretches: Sequence[Span], segments: Sequence[Span]) -> int:
    return sum(
        max(0, min(one.end_char, other.end_char) - max(one.start_char, other.start_char))
        for one in stretches
        for other in segments
    )
