"""What the dialog on sentences offers: plain records."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from annotator.core.quote_policy import OTHERS, USUAL, QuotePolicy, usual_quotes
from annotator.ui.lines import language_name


@dataclass(frozen=True, slots=True)
class LanguageChoice:
    """A language, how many articles are in it, what is usual in it ("" where that differs), what is chosen."""

    code: str
    name: str
    articles: int
    usual: str
    choice: str


def choices(counts: Mapping[str, int], policy: QuotePolicy) -> Sequence[LanguageChoice]:
    """One for each language of the project or of its policy, most articles first; at last all other languages."""
    codes = sorted({*counts, *policy} - {OTHERS}, key=lambda code: (-counts.get(code, 0), code))
    others = policy.get(OTHERS, USUAL)
    named = [
        LanguageChoice(code, language_name(code), counts.get(code, 0), usual_quotes(code), policy.get(code, others))
        for code in codes
    ]
    return [*named, LanguageChoice(OTHERS, "", 0, "", others)]
