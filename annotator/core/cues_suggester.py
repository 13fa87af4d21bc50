"""What can be proposed for a text from its marks and words alone: quotations, denials, claims."""

import re
from collections.abc import Set
from dataclasses import replace

from annotator.core.cue_claims import find_claims
from annotator.core.cue_denials import CUES, find_denials
from annotator.core.cue_negation import is_negated
from annotator.core.cue_phrases import tokens_of
from annotator.core.cue_sentences import cue_sentences
from annotator.core.spans import Span
from annotator.core.stance_words import denial_words
from annotator.core.suggester import LIKELY, quote_suggestions
from annotator.core.suggestion import Suggestion

_REACH = 60
"""Characters around a cue in which its negation stands."""

_SENTENCE_ENDS = re.compile(r"[\n。！？।]|[.!?؟][\"”»’)]?\s")


class CuesSuggester:
    """Proposes what the words and marks of a language tell; for one without lists, what marks tell."""

    id = CUES

    def suggest(self, text: str, language: str) -> list[Suggestion]:
        """Suggestions in the order of the text."""
        quotes = quote_suggestions(text, language)
        # Who speaks is of use to denials and claims even where editors would not call it a quotation.
        sentences = cue_sentences(text, language, quotes)
        denials = find_denials(text, language, sentences)
        claims = find_claims(text, language, sentences, denials)
        denied = {at for one in denials if one.cue for at in range(*one.cue)}
        likely = [
            _with_negation(text, one, language)
            for one in quotes
            if one.confidence >= LIKELY and not _is_denial(one, denied)
        ]
        return sorted([*likely, *denials, *claims], key=lambda one: (one.extent, one.label))


def _is_denial(quote: Suggestion, denied: Set[int]) -> bool:
    """True when what seems to be reported is what somebody denies: “denied it” quotes nobody.

    `denied` are the places of verbs that deny.
    """
    is_indirect = quote.attributes.get("quote_type") == "indirect"
    return is_indirect and quote.cue is not None and not denied.isdisjoint(range(*quote.cue))


def _with_negation(text: str, quote: Suggestion, language: str) -> Suggestion:
    """The same, marked when the article says that it was not said: “he did not say he would go”."""
    if quote.cue is None or quote.attributes.get("quote_type") == "direct":
        return quote
    start, end = quote.cue
    near = max(0, start - _REACH)
    before = max((found.end() for found in _SENTENCE_ENDS.finditer(text, near, start)), default=near)
    after = _SENTENCE_ENDS.search(text, end, end + _REACH)
    tokens = tokens_of(text, Span(before, after.start() if after else min(len(text), end + _REACH)))
    first = sum(token.end <= start for token in tokens)
    last = sum(token.start < end for token in tokens)
    if first < last and is_negated(tokens, first, last, denial_words(language)):
        return replace(quote, attributes={**quote.attributes, "negated_report": "yes"})
    return quote
