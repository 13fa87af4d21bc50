"""Whom the article itself names for a stretch of it: the words beside the cue that hand it to somebody."""

from collections.abc import Sequence

from annotator.core.cues_suggester import CuesSuggester
from annotator.core.guesses import paragraphs_near
from annotator.core.languages import read_language
from annotator.core.spans import Span, trim

_LONGEST = 120


def source_words(text: str, segments: Sequence[Span], language: str) -> str:
    """The words that name the source of these stretches, as they stand in the text; "" where none do.

    Only what is reported near them is looked at. Of several reports the one counts that shares most with them.
    """
    if not segments:
        return ""
    near = paragraphs_near(text, segments)
    best, most = Span(0, 0), 0
    for one in CuesSuggester().suggest(text[near.start_char : near.end_char], language):
        if one.source is None:
            continue
        stretches = [*one.segments, *((one.cue,) if one.cue else ()), one.source]
        shared = _shared([_moved(stretch, near.start_char) for stretch in stretches], segments)
        if shared > most:
            best, most = _moved(one.source, near.start_char), shared
    words = " ".join(text[slice(*trim(text, best))].split())
    return words if len(words) <= _LONGEST else ""


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
