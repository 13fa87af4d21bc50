"""What one sentence reports."""

from annotator.core.languages import read_language
from annotator.core.quote_sentences import reports_of
from annotator.core.quote_words import cut_words, word_pattern


def hows(text: str, language: str, *, goes_on: bool = False) -> list[str]:
    cues = read_language(language).reporting
    return [one.how for one in reports_of(cut_words(text, 0, len(text), (), word_pattern(cues)), cues, goes_on=goes_on)]


def test_a_phrase_goes_before_a_verb_and_a_verb_before_the_mood() -> None:
    assert hows("Laut Polizei sagte er, es sei spät.", "de") == ["source"]
    assert hows("Er sagte, es sei spät.", "de") == ["clause"]
    assert hows("Es sei spät.", "de") == ["mood"]


def test_the_milder_mood_tells_of_a_report_that_goes_on() -> None:
    assert hows("Alle müssten jetzt gehen.", "de") == []
    assert hows("Alle müssten jetzt gehen.", "de", goes_on=True) == ["mood"]


def test_a_verb_that_sums_up_makes_a_report_of_its_sentence() -> None:
    assert hows("Hügel sprach von einem Erfolg für alle.", "de") == ["summary"]


def test_a_plain_sentence_reports_nothing() -> None:
    assert hows("Es ist spät geworden.", "de") == []
    assert hows("Sei!", "de") == []
    assert hows("He left by train.", "en") == []
