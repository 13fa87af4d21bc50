"""Denials that a text seems to hold, by verbs that deny, words that dismiss, and “that is not true”.

The stretch is the sentence, because who denies, the verb and what is denied are all needed to understand it, and
because editors agree on sentences; where a semicolon, a dash or a “but” begins something else, it is the part up to
there. “Did not deny” is no denial: it is a claim whose reply is that it was not denied.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from annotator.core.cue_negation import is_negated
from annotator.core.cue_phrases import Found, Token
from annotator.core.cue_sentences import CueSentence, clause_around, part_around
from annotator.core.languages import read_language
from annotator.core.spans import Span
from annotator.core.stance_words import DenialWords, denial_words
from annotator.core.suggestion import Suggestion

DENIAL, CLAIM = "denial", "claim"
CUES = "cues"
_FIRST_WORDS = 3
_LONGEST_SOURCE = 7
_TAIL = 2  # words that may follow a pronoun which is all that is denied
_NEXT = 2  # words after “but” among which the figure is that is put in the place of another
_WORD_ORDERS_WITH_THE_SUBJECT_ELSEWHERE = ("ar", "hi")


class _Sign(NamedTuple):
    """What speaks for a denial: where, how it denies, how sure that is."""

    found: Found
    form: str
    confidence: float


def find_denials(text: str, language: str, sentences: Sequence[CueSentence]) -> list[Suggestion]:
    """The denials of a text, and the claims that are said not to be denied, in the order of the text."""
    words = denial_words(language)
    if not words.verbs:
        return []
    reader = _Reader(text, language, words)
    return [suggestion for sentence in sentences for suggestion in reader.read(sentence)]


class _Reader:
    """Reads the sentences of one text."""

    def __init__(self, text: str, language: str, words: DenialWords) -> None:
        self._text, self._words = text, words
        self._cues = frozenset(read_language(language).cues)
        self._knows_subject = language not in _WORD_ORDERS_WITH_THE_SUBJECT_ELSEWHERE

    def read(self, sentence: CueSentence) -> Iterator[Suggestion]:
        """The denials of a sentence: at most one in each part of it."""
        taken: list[Span] = []
        for sign in (*self._verbs(sentence), *self._statements(sentence)):
            found = sign.found
            part = part_around(self._text, sentence, found.first, found.last, self._words.contrasts)
            if any(part.overlaps(other) for other in taken):
                continue
            taken.append(part)
            if sign.form == "verb" and is_negated(sentence.tokens, found.first, found.last, self._words):
                yield self._not_denied(sentence, sign, part)
            else:
                yield self._denied(sentence, sign, part)

    def _verbs(self, sentence: CueSentence) -> Iterator[_Sign]:
        tokens = sentence.tokens
        strong, weak = [*self._words.verbs.find(tokens)], [*self._words.weak.find(tokens)]
        if not strong and not weak:
            return
        exceptions = [*self._words.exceptions.find(tokens)]
        for found in strong:
            if not self._is_excepted(sentence, found, exceptions):
                yield _Sign(found, "verb", 0.9)
        for found in weak:
            first, last = clause_around(sentence, found.first, found.last)
            has_object = any(one.span != found.span for one in self._words.objects.find(tokens, first, last))
            if has_object and not self._is_excepted(sentence, found, exceptions):
                yield _Sign(found, "verb", 0.75)

    def _is_excepted(self, sentence: CueSentence, found: Found, exceptions: Sequence[Found]) -> bool:
        """True in a phrase that denies nothing; “were denied” after “the claims” does."""
        for one in exceptions:
            if one.span.overlaps(found.span):
                first, _ = clause_around(sentence, one.first, one.last)
                is_passive = one.first < found.first and one.last <= found.last
                return not (is_passive and self._words.objects.first(sentence.tokens, first, one.first))
        return False

    def _statements(self, sentence: CueSentence) -> Iterator[_Sign]:
        """“That is not true”, “a hoax”: denials only if somebody says so, or says it of a claim or report."""
        tokens = sentence.tokens
        exceptions = [*self._words.exceptions.find(tokens)]
        for form, phrases in (
            ("dismissal", self._words.dismissals),
            ("negation", self._words.contradictions),
            ("counter_claim", self._words.counters),
        ):
            found = phrases.first(tokens)
            if found is None or self._is_excepted(sentence, found, exceptions):
                continue
            objects = [*self._words.objects.find(tokens)]
            has_object = any(not one.span.overlaps(found.span) for one in objects)
            if form == "counter_claim":
                # Two figures held against each other; else “we did not play well, but won” would be one.
                after = tokens[found.last : found.last + _NEXT]
                signs = sentence.is_said and _has_figure(tokens[found.first : found.last]) and _has_figure(after)
            elif form == "dismissal":
                # Who calls something a lie may as well report one: there must be both.
                objects += self._words.reports.find(tokens)
                signs = sentence.is_said and any(not one.span.overlaps(found.span) for one in objects)
                signs = signs and not self._is_attribute(sentence, found, objects)
            else:
                signs = sentence.is_said or has_object
            if signs:
                yield _Sign(found, form, 0.7 if sentence.is_said and has_object else 0.5)

    def _is_attribute(self, sentence: CueSentence, found: Found, objects: Sequence[Found]) -> bool:
        """True for “spread false reports”, “por denuncia falsa”, which call nothing false; “this is fake news” does."""
        first, last = clause_around(sentence, found.first, found.last)
        if self._words.pronouns.first(sentence.tokens, first, found.first):
            return False
        # An object at the head of its clause is what the words are said of, also where a language has no “is”.
        after = (one for one in objects if one.last == found.first and one.first - first > 1)
        return next(after, None) is not None or any(one.first == found.last < last for one in objects)

    def _denied(self, sentence: CueSentence, sign: _Sign, part: Span) -> Suggestion:
        return Suggestion(
            label=DENIAL,
            segments=(part,),
            suggester=CUES,
            reason={"verb": "denies", "negation": "contradicts", "dismissal": "dismisses"}.get(sign.form, "corrects"),
            evidence=(sign.found.span,),
            source=self._source(sentence, sign),
            cue=sign.found.span if sign.form == "verb" else None,
            attributes=self._attributes(sentence, sign),
            confidence=sign.confidence,
        )

    def _not_denied(self, sentence: CueSentence, sign: _Sign, part: Span) -> Suggestion:
        return Suggestion(
            label=CLAIM,
            segments=(part,),
            suggester=CUES,
            reason="not denied",
            evidence=(sign.found.span,),
            attributes={"reply_status": "not_denied"},
            confidence=0.6,
        )

    def _attributes(self, sentence: CueSentence, sign: _Sign) -> dict[str, str]:
        if sign.form == "counter_claim":
            # “It was not twelve but eight”: both stand there, and that there were dead is not denied.
            return {"denial_form": sign.form, "target_in_text": "explicit", "denial_scope": "partial"}
        return {"denial_form": sign.form, "target_in_text": self._target(sentence, sign)}

    def _target(self, sentence: CueSentence, sign: _Sign) -> str:
        """What is denied: “explicit”, or “pronoun” where the verb is followed by one, or by nothing at all."""
        tokens, found = sentence.tokens, sign.found
        first, last = clause_around(sentence, found.first, found.last)
        if sign.form != "verb":
            pronoun = self._words.pronouns.first(tokens, first, last)
            return "pronoun" if pronoun and self._words.objects.first(tokens, first, last) is None else "explicit"
        pronoun = self._words.pronouns.first(tokens, found.first + 1, last)
        is_named = self._words.objects.first(tokens, found.first + 1, last) is not None
        if pronoun and pronoun.first <= found.last and not is_named:
            # “Denied that he had paid” names it; “denied it on Monday” does not.
            return "explicit" if last - pronoun.last > _TAIL else "pronoun"
        return "explicit" if is_named or found.last < len(tokens) or found.first >= _FIRST_WORDS else "pronoun"

    def _source(self, sentence: CueSentence, sign: _Sign) -> Span | None:
        """Who denies: what stands before the verb in its clause, else whoever is said to speak there."""
        tokens, found = sentence.tokens, sign.found
        if sign.form == "verb" and self._knows_subject:
            first, _ = clause_around(sentence, found.first, found.last)
            last = found.first
            while last > first and self._words.beside.first(tokens, last - 1, last):
                last -= 1
            while first < last and tokens[first].word in self._cues:
                first += 1
            words = self._words
            # “He pleaded not guilty and”, “and then”, “the claims were” are nobody.
            others = (words.negations, words.joins, words.contrasts, words.objects)
            is_name = not any(phrases.first(tokens, first, last) for phrases in others)
            if 0 < last - first <= _LONGEST_SOURCE and is_name:
                return Span(tokens[first].start, tokens[last - 1].end)
        return sentence.report.source if sentence.report else None


def _has_figure(tokens: Sequence[Token]) -> bool:
    return any(token.word[0].isdigit() for token in tokens)
