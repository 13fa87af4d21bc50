"""The words that make two decisions alike: cues in the sentences around a passage, else the words that tell most.

A newsroom asks of “did not deny” how it was decided the last time, not of the bank that did not deny it.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from annotator.core.cue_phrases import Phrases, Token, tokens_of
from annotator.core.languages import read_language
from annotator.core.spans import Span
from annotator.core.stance_words import claim_words, denial_words

_DENIAL, _CLAIM, _SPEECH = 9, 4, 1
"""How much more a shared cue says when it denies or hedges than when it only reports."""
_NEGATED_WITHIN = 3  # words before a verb, as in stance_words
_SHORTEST, _MOST_WORDS = 4, 12


class CaseWords(NamedTuple):
    """Words and how much each says. `cues`: they are cues of the language, else words that are not its commonest."""

    weights: Mapping[str, float]
    cues: bool

    def shared(self, other: "CaseWords") -> dict[str, float]:
        """The words that both have; none where the one has cues and the other has not."""
        if self.cues != other.cues:
            return {}
        return {word: weight for word, weight in self.weights.items() if word in other.weights}


def sentences_around(sentences: Sequence[Span], extent: Span) -> Span:
    """From the start of the first sentence that a passage touches to the end of the last."""
    touched = [one for one in sentences if one.start_char < extent.end_char and extent.start_char < one.end_char]
    return Span(touched[0].start_char, touched[-1].end_char) if touched else extent


def case_words(text: str, around: Span, language: str) -> CaseWords:
    """The cue words in a stretch of a text, with the negation before them; where there are none, telling words."""
    tokens = tokens_of(text, around)
    denials, claims = denial_words(language), claim_words(language)
    found: dict[str, float] = {}
    for phrases in (denials.verbs, denials.weak, denials.contradictions, denials.dismissals):
        for words in _phrases(tokens, phrases, denials.negations):
            found[words] = _DENIAL
    for phrases in (claims.hedges, claims.allegations):
        for words in _phrases(tokens, phrases, denials.negations):
            found.setdefault(words, _CLAIM)
    verbs = read_language(language).reporting.verbs
    for token in tokens:
        if token.word in verbs and not any(token.word in words.split() for words in found):
            found[token.word] = _SPEECH
    return CaseWords(found, cues=True) if found else CaseWords(_telling(tokens, language), cues=False)


def search_words(found: CaseWords) -> list[str]:
    """The single words by which articles with such a passage can be looked for, the most telling first."""
    ranked = sorted(found.weights, key=lambda words: -found.weights[words])
    # The last word of a cue is its verb: what is before it may be a negation that the other passage has not.
    return list(dict.fromkeys(words.split()[-1] for words in ranked))[:_MOST_WORDS]


def _phrases(tokens: Sequence[Token], phrases: Phrases, negations: Phrases) -> Iterable[str]:
    for one in phrases.find(tokens):
        first = next(negations.find(tokens, one.first - _NEGATED_WITHIN, one.first), None)
        before = [token.word for token in tokens[first.first : first.last]] if first else []
        yield " ".join([*before, *(token.word for token in tokens[one.first : one.last])])


def _telling(tokens: Sequence[Token], language: str) -> dict[str, float]:
    """Words that are not among the commonest of the language; each says the less the more often it stands there."""
    common = set(read_language(language).identification.words)
    words = [token.word for token in tokens]
    long = [word for word in words if (len(word) >= _SHORTEST or not word.isascii()) and word not in common]
    return {word: 1 / long.count(word) for word in long}
