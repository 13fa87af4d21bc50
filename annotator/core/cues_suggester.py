"""What can be proposed for a text from its marks and words alone: quotations, denials, claims."""

from collections.abc import Set

from annotator.core.cue_claims import find_claims
from annotator.core.cue_denials import CUES, find_denials
from annotator.core.cue_phrases import tokens_of
from annotator.core.cue_sentences import cue_sentences
from annotator.core.spans import Span
from annotator.core.stance_words import claim_words
from annotator.core.suggester import LIKELY, quote_suggestions
from annotator.core.suggestion import Suggestion

_PHRASE = 80  # characters in which a phrase ends that begins with a verb


class CuesSuggester:
    """Proposes what the words and marks of a language tell; for one without lists, what marks tell."""

    id = CUES

    def suggest(self, text: str, language: str) -> list[Suggestion]:
        """Suggestions in the order of the text."""
        quotes = [one for one in quote_suggestions(text, language) if not _says_nothing(one, text, language)]
        # Who speaks is of use to denials and claims even where editors would not call it a quotation.
        sentences = cue_sentences(text, language, quotes)
        denials = find_denials(text, language, sentences)
        claims = find_claims(text, language, sentences, denials)
        denied = {at for one in denials if one.cue for at in range(*one.cue)}
        likely = [one for one in quotes if one.confidence >= LIKELY and not _is_denial(one, denied)]
        return sorted([*likely, *denials, *claims], key=lambda one: (one.extent, one.label))


def _says_nothing(quote: Suggestion, text: str, language: str) -> bool:
    """True when the verb of what seems to be reported reports nothing in this phrase: “declined to comment”."""
    if quote.attributes.get("quote_type") != "indirect" or quote.cue is None:
        return False
    exceptions = claim_words(language).exceptions
    start = quote.cue.start_char
    found = exceptions.first(tokens_of(text, Span(start, start + _PHRASE))) if exceptions else None
    return found is not None and found.first == 0


def _is_denial(quote: Suggestion, denied: Set[int]) -> bool:
    """True when what seems to be reported is what somebody denies: “denied it” quotes nobody.

    `denied` are the places of verbs that deny.
    """
    is_indirect = quote.attributes.get("quote_type") == "indirect"
    return is_indirect and quote.cue is not None and not denied.isdisjoint(range(*quote.cue))
