"""Who said it."""

import pytest

from annotator.core.languages import read_language
from annotator.core.quote_sources import cue_of, source_of
from annotator.core.quote_words import QUOTED, cut_words, word_pattern
from annotator.core.spans import Span


@pytest.mark.parametrize(
    ("language", "text", "verb", "expected"),
    [
        ("en", "And the mayor has also said it was late.", "said", "the mayor"),
        ("en", "Lim, who said it was late, left.", "said", "Lim"),
        ("en", "Lim, a driver from Rome, says it was late.", "says", "Lim"),
        ("en", "It was late, said Ann Hill on Friday.", "said", "Ann Hill"),
        ("en", "It was late, said Dr. Ann Hill on Friday.", "said", "Dr. Ann Hill"),
        ("id", "Sudah malam, kata Ir. Wening Hapsari.", "kata", "Ir. Wening Hapsari"),
        ("id", "Juru bicara itu, Galih P. Nugroho, mengatakan pintu terbuka.", "mengatakan", "Galih P. Nugroho"),
        ("id", "Sudah malam, ujarnya dalam jumpa pers.", "ujarnya", None),
        ("de", "Es sei spät, sagte Prof. Dr. Anna Blum.", "sagte", "Prof. Dr. Anna Blum"),
        ("de", "Die Ministerin sagte, es sei spät.", "sagte", "Die Ministerin"),
        ("de", "Gestern früh, sagte Hügel am Montag, sei es spät.", "sagte", "Hügel"),
        ("fr", "Il est tard, a déclaré la maire à Lyon.", "déclaré", "la maire"),
        ("ar", "قالت الوزيرة إن الأسعار ترتفع", "قالت", "الوزيرة"),
        ("en", "Said.", "said", None),
    ],
)
def test_who_speaks_stands_before_or_after_the_verb(language: str, text: str, verb: str, expected: str | None) -> None:
    cues = read_language(language).reporting
    words = cut_words(text, 0, len(text), (), word_pattern(cues))
    found = source_of(words, cues, words.keys.index(verb), tag=", said" in text)
    assert (found and text[slice(*found)]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Go,” Lim said.", "said"),
        ("Lim said “go” twice.", "said"),
        ("Lim said no. “Go”", None),
        ("“Go” is a word.", None),
    ],
)
def test_the_verb_beside_a_quotation(text: str, expected: str | None) -> None:
    cues = read_language("en").reporting
    words = cut_words(text, 0, len(text), [Span(text.index("“"), text.index("”") + 1)], word_pattern(cues))
    at = cue_of(words, cues, words.keys.index(QUOTED))
    assert (words.keys[at] if at >= 0 else None) == expected
