"""Which language an article is in: langdetect, seeded, with guards where it is known to be wrong.

Detection is for whole articles, once each, on their first letters; single words are noise.
"""

import re
import threading
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from annotator.core.languages import read_language

UNKNOWN = "unknown"
# Three of langdetect's seven trials on the first 400 characters give the same answers on 629
# articles of 26 languages as all seven, and 1.2 ms an article instead of 1.8.
_PREFIX = 400
_TRIALS = 3
_FEWEST_LETTERS = 20
_KANA = re.compile("[ぁ-ゟァ-ヺ]")
_HANGUL = re.compile("[가-힣ᄀ-ᇿ]")
_IDEOGRAPH = re.compile("[㐀-䶿一-鿿豈-﫿]")
_LETTER = re.compile(r"[^\W\d_]")
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
    """Load the profiles; call it off the GUI thread. Safe to call twice and from several threads."""
    with _loading:
        _load()


def detect(text: str) -> LanguageGuess:
    """The language of an article's text (without furniture); never an exception.

    A text with hardly any letters is "unknown", with no confidence.
    """
    prefix = text[:_PREFIX]
    letters = len(_LETTER.findall(prefix))
    by_script = "" if prefix.isascii() else _by_script(prefix, letters)
    if by_script:
        return LanguageGuess(by_script, 1.0)
    if letters < _FEWEST_LETTERS:
        return LanguageGuess(UNKNOWN, None)
    return _by_letters(prefix)


def _by_script(text: str, letters: int) -> str:
    """What the script alone decides: kana is Japanese, ideographs without Hangul are Chinese."""
    kana, ideographs = len(_KANA.findall(text)), len(_IDEOGRAPH.findall(text))
    if kana >= 2 and kana * 20 >= letters:
        return "ja"
    if ideographs < 2 or ideographs * 3 < letters:
        return ""
    return "ko" if len(_HANGUL.findall(text)) * 4 >= ideographs else "zh"


def _by_letters(text: str) -> LanguageGuess:
    # Loaded late, as in _load.
    from langdetect import LangDetectException

    warm_up()
    detector = _load().create()
    detector.n_trial = _TRIALS
    detector.append(text)
    try:
        ranking = detector.get_probabilities()
    except LangDetectException:  # no letter is in its profiles
        return LanguageGuess(UNKNOWN, None)
    if not ranking:
        return LanguageGuess(UNKNOWN, None)
    language, confidence = ranking[0].lang.partition("-")[0], round(ranking[0].prob, 4)
    if language == "ko" and not _HANGUL.search(text):
        language = "zh"
    return LanguageGuess(language, confidence)


def language_name(language: str) -> str:
    """What a person calls the language: its own name where there is one, else its code."""
    if language == UNKNOWN:
        return "Unknown"
    return read_language(language).name or language
