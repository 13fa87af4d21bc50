"""Phrases that name a source."""

import pytest

from annotator.core.languages import read_language
from annotator.core.quote_phrases import Phrases
from annotator.core.quote_report import Report
from annotator.core.quote_words import cut_words, word_pattern


@pytest.mark.parametrize(
    ("language", "text", "source", "expected"),
    [
        ("en", "According to police, he fled.", "police", ["he fled"]),
        ("en", "He fled, according to police.", "police", ["He fled"]),
        ("de", "Laut einem Bericht der Post fuhr er davon.", "einem Bericht der Post", ["fuhr er davon"]),
        ("de", "Er sei nach Angaben der Polizei geflohen.", "Angaben der Polizei", ["Er sei", "geflohen"]),
        ("de", "Seiner Meinung nach ist es spät.", "Seiner Meinung", ["ist es spät"]),
        ("de", "Es sei spät, so Hügel.", "Hügel", ["Es sei spät"]),
        ("de", "Demnach ist es spät.", None, ["ist es spät"]),
        ("de", "Es ist zu spät gewesen, Zeugen zufolge.", "Zeugen", ["Es ist zu spät gewesen"]),
        ("en", "As Hill noted, it was late.", "Hill", ["it was late"]),
        ("de", "Er ist geflohen, wie die Polizei berichtete.", "die Polizei", ["Er ist geflohen"]),
        ("fr", "Selon la maire, il est tard.", "la maire", ["il est tard"]),
        ("hi", "पुलिस के अनुसार, वह भाग गया।", "पुलिस", ["वह भाग गया"]),
    ],
)
def test_what_stands_around_them_is_reported(language: str, text: str, source: str | None, expected: list[str]) -> None:
    found = phrase(text, language)
    assert found is not None
    assert (found.source and text[slice(*found.source)]) == source
    assert [text[slice(*each)] for each in found.segments] == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Nach drei Tagen war er wieder da."),
        ("de", "Er war spät, so dass niemand kam."),
        ("fr", "On classe les livres selon la taille des pages."),
        ("en", "According to police."),
        ("en", "It was late."),
        ("en", "..."),
    ],
)
def test_other_phrases_name_none(language: str, text: str) -> None:
    assert phrase(text, language) is None


def phrase(text: str, language: str) -> Report | None:
    cues = read_language(language).reporting
    return Phrases(cut_words(text, 0, len(text), (), word_pattern(cues)), cues).report()
