"""Which parts of an article are in which language: a bilingual article, a story with a foreign half.

Sentence by sentence, and only where the whole article's words or letters give cause. One sentence
that somebody said in another language, a foreign name or a line of a menu makes no article mixed.
"""

import re
from collections.abc import Mapping

from annotator.core.language_evidence import HAN, KANA, Evidence, is_latin, owner_of_letters, weigh

_PIECE = re.compile(r"[^\n.!?…。!?।؟۔։።။។]+")
# A piece that is shorter says nothing.
_FEWEST_LETTERS = 12
# So many common words more than the main language has make a piece foreign; in other letters, one.
_CLEARLY = 2
# An ideograph says as much as three letters of an alphabet.
_DENSE = 2
_LEAST_SHARE = 0.15
_LEAST_SIZE = 120
_FEWEST_PIECES = 2
# Japanese without kana for longer than this is Chinese.
_LONG_WITHOUT_KANA = 25


def may_be_mixed(language: str, evidence: Evidence) -> bool:
    """True when so much of another language was counted that it is worth while to look closer."""
    own = (language, owner_of_letters(language))
    foreign = {code: count for code, count in evidence.letters_of.items() if code not in own}
    if language in ("zh", "ja"):
        han = foreign.pop(HAN, 0)
        if language == "ja" and foreign.pop(KANA, 0) * 2 < han:
            return True
    if any(count * 12 >= evidence.letters for count in foreign.values()):
        return True
    least = max(4, evidence.words * 0.025)
    return any(count >= least for count in evidence.beside(language).values())


def language_parts(language: str, text: str, whole: Evidence) -> dict[str, str]:
    """The languages that large parts of a text are in, with these parts, the largest first.

    `text` is folded as for weigh, which gave `whole`; `language` is what it was taken for as a whole.
    """
    others = whole.beside(language)
    pieces: dict[str, list[str]] = {}
    sizes: dict[str, int] = {}
    for piece in _PIECE.findall(text):
        if len(piece) < _FEWEST_LETTERS:
            continue
        evidence = weigh(piece)
        if evidence.letters < _FEWEST_LETTERS:
            continue
        code = _language_of(evidence, language, others)
        if not code:
            continue
        pieces.setdefault(code, []).append(piece)
        sizes[code] = sizes.get(code, 0) + _size(evidence)
    least = max(_LEAST_SIZE, _LEAST_SHARE * sum(sizes.values()))
    large = [code for code in sizes if sizes[code] >= least and len(pieces[code]) >= _FEWEST_PIECES]
    return {code: "\n".join(pieces[code]) for code in sorted(large, key=lambda code: (-sizes[code], code))}


def _size(evidence: Evidence) -> int:
    east = evidence.letters_of.get(HAN, 0) + evidence.letters_of.get(KANA, 0)
    return evidence.letters + _DENSE * east


def _language_of(evidence: Evidence, language: str, others: Mapping[str, int]) -> str:
    """The language of a piece: the article's when it is not clearly another; "" for other letters and no common word.

    Of equals, what the whole article has more of.
    """
    letters = evidence.letters_of
    east = letters.get(HAN, 0) + letters.get(KANA, 0)
    if east * 2 >= evidence.letters:
        return _eastern(letters.get(KANA, 0), east, language)
    for code, count in letters.items():
        if code not in (HAN, KANA) and count * 2 >= evidence.letters:
            return language if owner_of_letters(language) == code else code
    usual = evidence.words_of.get(language, 0)
    counts = evidence.words_of
    most = max(counts, key=lambda code: (counts[code], others.get(code, 0), code), default=language)
    if (evidence.not_latin * 2 >= evidence.letters) == is_latin(language):
        return most if counts.get(most, 0) > usual else ""
    return most if counts.get(most, 0) - usual >= _CLEARLY else language


def _eastern(kana: int, east: int, language: str) -> str:
    if kana >= 2:
        return "ja"
    return "ja" if language == "ja" and east < _LONG_WITHOUT_KANA else "ko" if language == "ko" and east < 10 else "zh"
