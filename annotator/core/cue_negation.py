"""Whether a word is negated: “did not deny”, “sagte nicht”."""

from collections.abc import Sequence

from annotator.core.cue_phrases import Token
from annotator.core.stance_words import DenialWords

_NEAR = 3  # words between a negation and what it negates
_LONGEST_NEGATION = 3
_AFTER = 12  # words to a negation that comes late


def is_negated(tokens: Sequence[Token], first: int, last: int, words: DenialWords) -> bool:
    """True when tokens `first` up to `last` are negated within their clause.

    A negation stands up to three words before, without a word between that begins something else (not guilty and
    denied); or, in some languages, later in the clause (bestritt das nicht), inside a verb of two parts, too.
    """
    start = first
    while start > max(0, first - _NEAR - _LONGEST_NEGATION) and not tokens[start].opens:
        start -= 1
    for negation in words.negations.find(tokens, start, first):
        if first - negation.last <= _NEAR and words.joins.first(tokens, negation.last, first) is None:
            return True
    end = last
    while end < min(len(tokens), last + _AFTER) and not tokens[end].opens:
        end += 1
    return words.late_negations.first(tokens, first + 1, end) is not None
