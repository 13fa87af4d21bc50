"""Who said it: the words that stand before or after a verb of speech, and the verb that belongs to a quotation."""

from annotator.core.cue_words import CueWords
from annotator.core.quote_words import BREAKS, COLONS, COMMAS, DASHES, QUOTED, Words
from annotator.core.spans import Span

LONGEST_SUBJECT = 14
_CUE_AFTER = 8
_CUE_BEFORE = 14


def subject_start(keys: list[str], at: int) -> int:
    """The place of the first word of the clause that ends before the verb at `at`."""
    start = at
    while start and keys[start - 1] not in BREAKS and at - start < LONGEST_SUBJECT:
        start -= 1
    return start


def source_of(words: Words, cues: CueWords, at: int, *, tag: bool = False) -> Span | None:
    """Who speaks by the verb at `at`; None where the sentence does not say.

    `tag`: the verb follows what was said, so that what stands before it is no subject: “…, said Lim”.
    """
    keys = words.keys
    before = _before_brackets(keys, at)
    start = subject_start(keys, before)
    relative = start > 0 and keys[start - 1] in COMMAS and words.is_in(start, cues.relatives)
    bare = cues.clause == "bare"
    if (start == before and not tag) or relative:
        named = _before_comma(words, start) if relative or bare or keys[at] in cues.bare_verbs else None
        if named:
            return named
    found = None if relative else _trimmed(words, cues, start, before)
    # “Am Montag sagte Lim”: what comes first is no subject.
    adverbial = cues.verb_second and found is not None and keys[start] in cues.times | cues.viewpoints
    if not tag and (bare or not cues.spaced):
        return found
    # “ujarnya dalam rapat”: what says when or where is no subject.
    late = not cues.verb_second and keys[at + 1 : at + 2] and keys[at + 1] in cues.times
    if late or (found and not adverbial):
        return found
    return _trimmed(words, cues, at + 1, _end_after(words, cues, at)) or found


def _before_brackets(keys: list[str], at: int) -> int:
    """`at`, or the place of the bracket that opens what stands right before it: Lim (35) said."""
    if not at or keys[at - 1] != ")":
        return at
    return next((place for place in range(at - 2, max(-1, at - LONGEST_SUBJECT), -1) if keys[place] == "("), at)


def _before_comma(words: Words, comma: int) -> Span | None:
    """“Lim, who said”, “Lim, a driver, said”: the words before the first comma of what stands there."""
    keys = words.keys
    if comma < 2 or keys[comma - 1] not in COMMAS or keys[comma - 2] == QUOTED:
        return None
    end = comma - 1
    start = subject_start(keys, end)
    while start > 1 and keys[start - 1] in COMMAS and not words.capital(start) and keys[start - 2] != QUOTED:
        end = start - 1
        start = subject_start(keys, end)
    return words.span(start, end - 1) if start < end else None


def _end_after(words: Words, cues: CueWords, at: int) -> int:
    """The place after the subject that follows a verb."""
    end = at + 1
    keys = words.keys
    while end < len(words) and end - at <= LONGEST_SUBJECT and keys[end] not in BREAKS:
        if words.is_in(end, cues.that) or (end > at + 1 and keys[end] in cues.times):
            break
        end += 1
    return end


def _trimmed(words: Words, cues: CueWords, start: int, end: int) -> Span | None:
    """The words from `start` up to `end` without the helping verbs and conjunctions at their edges."""
    loose = cues.helpers | cues.conjunctions
    while start < end and words.keys[start] in loose:
        start += 1
    while end > start and words.keys[end - 1] in loose:
        end -= 1
    return words.span(start, end - 1) if start < end else None


def cue_of(words: Words, cues: CueWords, quoted: int) -> int:
    """The place of the verb that belongs to the quotation at `quoted`; -1 without one."""
    keys = words.keys
    for at in range(quoted + 1, min(len(words), quoted + _CUE_AFTER)):
        if words.is_in(at, cues.verbs):
            return at
        if keys[at] in BREAKS - COMMAS - DASHES:
            break
    for at in range(quoted - 1, max(-1, quoted - _CUE_BEFORE), -1):
        if words.is_in(at, cues.verbs):
            return at
        if keys[at] in BREAKS - COMMAS - COLONS:
            break
    return -1
