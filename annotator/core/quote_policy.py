"""Whether a quotation of several sentences is one sentence or several, as a newsroom wants it.

A policy says it language by language: code -> "whole", "split" or "usual", with "*" for every
language that is not named. What it leaves open is as usual in the language.
"""

from collections.abc import Mapping

from annotator.core.languages import read_language
from annotator.core.segmenter import split_sentences

WHOLE, SPLIT, USUAL = "whole", "split", "usual"
CHOICES = (USUAL, WHOLE, SPLIT)
OTHERS = "*"
"""Stands in a policy for every language that it does not name."""
AS_IT_IS, AS_OTHERS = "as it is", "as others"
"""Changes that are no choices: nothing new for this language, whatever holds for all others; no longer named."""

QuotePolicy = Mapping[str, str]
QuoteChanges = Mapping[str, str]
"""What a person wants otherwise: code -> a choice, AS_IT_IS or AS_OTHERS."""


def quotes_in(policy: QuotePolicy, language: str) -> str:
    """What holds for a language under a policy: "whole" or "split"."""
    choice = policy.get(language, policy.get(OTHERS, USUAL))
    return choice if choice in (WHOLE, SPLIT) else usual_quotes(language)


def usual_quotes(language: str) -> str:
    """What is usual in a language: "whole" or "split"."""
    return WHOLE if read_language(language).sentences.whole_quotes else SPLIT


def settled(policy: QuotePolicy) -> dict[str, str]:
    """The policy with nothing in it that says nothing; two that mean the same become equal."""
    others = policy.get(OTHERS, USUAL)
    kept = {code: choice for code, choice in policy.items() if code != OTHERS and (choice, others) != (USUAL, USUAL)}
    return dict(sorted(kept.items())) | ({OTHERS: others} if others != USUAL else {})


def changed(policy: QuotePolicy, changes: QuoteChanges) -> dict[str, str]:
    """The policy with a person's changes in it, and everything else as it was."""
    new = {code: choice for code, choice in policy.items() if changes.get(code) != AS_OTHERS}
    for code, choice in changes.items():
        if choice == AS_IT_IS:
            new[code] = policy.get(code, policy.get(OTHERS, USUAL))
        elif choice != AS_OTHERS:
            new[code] = choice
    return settled(new)


def sentence_ends(text: str, language: str, policy: QuotePolicy) -> list[int]:
    """The ends of the sentences that tile a text, in code points, by today's rules and a policy."""
    return [end for _, end in split_sentences(text, language, quotes_in(policy, language))]
