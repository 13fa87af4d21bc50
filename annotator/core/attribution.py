"""Who spoke: the words that say so after a quotation, and inside one whose closing mark was forgotten."""

import re
from functools import cache

from annotator.core.languages import read_language

_REACH = 60
_WORDS = 4
_AROUND = ".,:;!?،؛۔।"


@cache
def attribution(language: str) -> re.Pattern[str] | None:
    """Fits “, said Lim” and “, she said.”; None for a language whose cues are not known."""
    cues = "|".join(map(re.escape, read_language(language).cues))
    return re.compile(rf"[,!?…] ?(?:(?:{cues})\b|\w+ (?:{cues})(?=[.,:;]|$))") if cues else None


def is_attributed(text: str, at: int, language: str) -> bool:
    """True when the words at `at`, after a quotation, say who spoke: “Who did?” Ms. Lee asked.

    Before the verb may stand up to three words, none of them in small letters.
    """
    facts = read_language(language)
    for word in text[at : at + _REACH].split()[:_WORDS] if facts.cues else ():
        plain = word.strip(_AROUND)
        if plain in facts.cues:
            return True
        ends = plain != word and not (word == plain + "." and plain in facts.sentences.abbreviations)
        if plain.islower() or ends:
            return False
    return False
