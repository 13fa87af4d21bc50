"""Which language an article is in, how sure that is, and which others it has parts in.

Letters that only one language writes decide by themselves. Else the language's commonest words,
counted over the whole article, and, where they leave a doubt, langdetect, seeded, which reads the
first letters. langdetect alone would be sure of everything, right or wrong: what it says weighs as
much as it has letters to go by. Detection is for whole articles, once each.
"""

import threading
import unicodedata
from functools import cache
from math import exp
from pathlib import Path
from typing import Any, NamedTuple

from annotator.core.language_evidence import HAN, KANA, Evidence, owner_of_letters, unknown_to_langdetect, weigh
from annotator.core.language_parts import language_parts, may_be_mixed
from annotator.core.languages import read_language
from annotator.core.records import DocumentSummary

UNKNOWN = "unknown"
# Of guesses that are less sure a person is told “probably”, of still weaker ones “perhaps”.
SURE_FROM, PROBABLE_FROM = 0.9, 0.5
# langdetect: three of its seven trials on the first 400 characters give the same answers on 629
# articles of 26 languages as all seven, and take 1.2 ms an article instead of 1.8.
_PREFIX = 400
_PIECE = 1000
_TRIALS = 3
_FEWEST_LETTERS = 20
# What one common word more than the next language has tells (as a logarithm of odds), and what
# langdetect's word tells for each letter that it has seen.
_WORD_WEIGHT = 1.0
_LETTER_WEIGHT = 0.1
_MOST_LETTER_WEIGHT = 6.0
# What langdetect's word tells less for a language that it does not know, but takes for this one.
_NOT_NAMED = 1.0
# Of every text so many words look like common words of some language or other.
_NOISE = 0.12
_CLEAR_COVERAGE = 0.25
_CLEAR = 0.99
_SUREST = 0.9999
_loading = threading.Lock()


class LanguageGuess(NamedTuple):
    """A language (ISO 639-1, or "unknown"), how sure that is, 0..1, and the article's other languages."""

    language: str
    confidence: float | None
    also_in: tuple[str, ...] = ()


@cache
def _load() -> Any:
    # Loaded late: 55 profiles take a quarter of a second, and only loading articles needs them.
    import langdetect
    from langdetect.detector_factory import DetectorFactory

    DetectorFactory.seed = 0
    factory = DetectorFactory()
    # In sorted order, so that sums and ties come out the same on every system.
    profiles = sorted((Path(langdetect.__file__).parent / "profiles").iterdir())
    factory.load_json_profile([profile.read_text("utf-8") for profile in profiles if profile.suffix == ""])
    return factory


def warm_up() -> None:
    """Load the profiles and word lists; call it off the GUI thread. Safe to call twice and from several threads."""
    with _loading:
        _load()
        weigh("")


def detect(text: str) -> LanguageGuess:
    """The language of an article's text (without furniture); never an exception.

    A text with hardly any letters, or in a language that the program knows nothing of, is
    "unknown", with no confidence.
    """
    folded = _composed(text).lower()
    evidence = weigh(folded)
    guess = _by_script(evidence) or _by_words(text, evidence)
    if not may_be_mixed(guess.language, evidence):
        return guess
    parts = language_parts(guess.language, folded, evidence)
    if len(parts) < 2 or UNKNOWN in parts:
        return guess
    language, *others = parts
    main = weigh(parts[language])
    confidence = (_by_script(main) or _by_words(parts[language], main)).confidence
    return LanguageGuess(language, confidence or guess.confidence, tuple(others))


def _composed(text: str) -> str:
    """The text in NFC, piece by piece: a long run of combining marks would take time as its square."""
    if text.isascii():
        return text
    pieces = range(0, len(text), _PIECE)
    return "".join(unicodedata.normalize("NFC", text[start : start + _PIECE]) for start in pieces)


def _by_script(evidence: Evidence) -> LanguageGuess | None:
    """What letters alone decide: kana is Japanese, ideographs without kana and Hangul are Chinese."""
    letters = evidence.letters_of
    if not letters:
        return None
    kana, han, hangul = (letters.get(code, 0) for code in (KANA, HAN, "ko"))
    if kana + han >= 2 and (kana + han + hangul) * 3 >= evidence.letters:
        if kana >= 2 and kana * 20 >= kana + han:
            return LanguageGuess("ja", 1.0)
        if hangul * 4 < han:
            # Japanese can do without kana in a headline, not for long.
            return LanguageGuess("zh", round(1 - 0.8**han, 4))
    code = max(letters, key=lambda each: letters[each])
    if code not in (HAN, KANA) and letters[code] >= 2 and letters[code] * 2 >= evidence.letters:
        return LanguageGuess(_writer(code, evidence), 1.0)
    return None


def _writer(owner: str, evidence: Evidence) -> str:
    """Who wrote in these letters: their owner, unless there are more words of another who borrows them."""
    counts = evidence.words_of
    sharing = (code for code in counts if owner_of_letters(code) == owner)
    return max([owner, *sharing], key=lambda code: counts.get(code, 0))


def _by_words(text: str, evidence: Evidence) -> LanguageGuess:
    """The language whose commonest words the text has most of, with langdetect's word where that leaves a doubt."""
    if evidence.letters < _FEWEST_LETTERS:
        return LanguageGuess(UNKNOWN, None)
    weights = {code: _WORD_WEIGHT * count for code, count in evidence.words_of.items()}
    weights[UNKNOWN] = _WORD_WEIGHT * _NOISE * evidence.words
    guess = _softmax(weights)
    clear = guess.confidence is not None and guess.confidence >= _CLEAR
    if clear and evidence.words_of[guess.language] >= _CLEAR_COVERAGE * evidence.words:
        return guess
    return _with_langdetect(text[:_PREFIX], evidence, weights)


def _with_langdetect(prefix: str, evidence: Evidence, weights: dict[str, float]) -> LanguageGuess:
    """Weigh in what langdetect says. Where the words overrule it, what they say against it counts."""
    named = _langdetect(prefix)
    told = min(_LETTER_WEIGHT * min(len(prefix), evidence.letters), _MOST_LETTER_WEIGHT)
    meant = {named: told}
    for code, taken_for in unknown_to_langdetect().items():
        if named in taken_for:
            meant[code] = told - _NOT_NAMED
    guess = _softmax(weights | {code: weights.get(code, 0.0) + more for code, more in meant.items()})
    if guess.confidence is None or guess.language in meant:
        return guess
    count = evidence.words_of.get(guess.language, 0)
    against = max(evidence.words_of.get(named, 0), _NOISE * evidence.words)
    return LanguageGuess(guess.language, round(min(guess.confidence, count / (count + against)), 4))


def _softmax(weights: dict[str, float]) -> LanguageGuess:
    best = max(weights, key=lambda code: (weights[code], code))
    if best == UNKNOWN:
        return LanguageGuess(UNKNOWN, None)
    total = sum(exp(weight - weights[best]) for weight in weights.values())
    return LanguageGuess(best, round(min(1 / total, _SUREST), 4))


def _langdetect(text: str) -> str:
    """The language that langdetect takes the text for; UNKNOWN when it has no letter of its profiles."""
    # Loaded late, as in _load.
    from langdetect import LangDetectException

    warm_up()
    detector = _load().create()
    detector.n_trial = _TRIALS
    detector.append(text)
    try:
        ranking = detector.get_probabilities()
    except LangDetectException:
        return UNKNOWN
    return ranking[0].lang.partition("-")[0] if ranking else UNKNOWN


def language_mark(document: DocumentSummary) -> str:
    """The language in as few letters as there are: "id", "id?" when it is not sure, "id + en" when it is mixed."""
    if document.also_in:
        return " + ".join((document.language, *document.also_in))
    unsure = document.language_confidence is not None and document.language_confidence < SURE_FROM
    return f"{document.language}?" if unsure else document.language


def language_name(language: str) -> str:
    """What a person calls the language: its own name where there is one, else its code."""
    if language == UNKNOWN:
        return "Unknown"
    return read_language(language).name or language
