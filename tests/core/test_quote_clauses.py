"""What follows verbs of speech."""

import pytest

from annotator.core.languages import read_language
from annotator.core.quote_clauses import Clauses
from annotator.core.quote_words import cut_words, word_pattern
from annotator.core.spans import Span


def reported(text: str, language: str = "en") -> list[tuple[str, str]]:
    cues = read_language(language).reporting
    marks = [Span(text.index("“"), text.index("”") + 1)] if "“" in text else []
    words = cut_words(text, 0, len(text), marks, word_pattern(cues))
    return [
        (one.how, " | ".join(text[slice(*each)] for each in one.segments)) for one in Clauses(words, cues).reports()
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She said that it was late.", [("that", "that it was late")]),
        ("She asked whether it was late.", [("that", "whether it was late")]),
        ("She told Ann Hill it was late.", [("clause", "it was late")]),
        ("She told us on Friday it was late.", [("clause", "on Friday it was late")]),
        ("She said on Friday it was late.", [("clause", "it was late")]),
        ("She wants the road to be shut.", [("object", "the road to be shut")]),
        ("She called for a new road.", [("object", "a new road")]),
        ("The road was criticised by drivers.", [("object", "The road")]),
        ("She said, “It is late.”", [("marks", "“It is late.”")]),
        ("She said it was “late” again.", [("marks", "it was “late” again")]),
        ("She said: it was late.", [("colon", "it was late")]),
        ("Her claim that it was late surprised us.", [("noun", "that it was late surprised us")]),
        ("She said it was late and added that he left.", [("clause", "it was late"), ("that", "that he left")]),
        ("The claim was late.", []),
        ("She met Honor Blythe, the engineer, there.", []),
        ("Mayor Criticises New Road", [("object", "New Road")]),
        ("In May three states met in a post office.", []),
    ],
)
def test_english_needs_no_sign_between_a_verb_and_what_it_reports(text: str, expected: list[tuple[str, str]]) -> None:
    assert reported(text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Sie sagte, es sei spät.", [("clause", "es sei spät")]),
        ("de", "Sie sagte, die Straße sei zu.", [("clause", "die Straße sei zu")]),
        ("de", "Sie bat sie nicht, sie versprach, früh zu kommen.", [("clause", "früh zu kommen")]),
        ("de", "Sie hatte gestern gesagt, die Stadt müsste zahlen.", [("clause", "die Stadt müsste zahlen")]),
        ("de", "Sie sagte es der Frau, die müsste zahlen und gehen.", []),
        ("de", "Sie gab auf, weil es spät war.", []),
        (
            "de",
            "Sie sagte der „Post“, dass es spät sei.".replace("„", "“").replace("t“", "t”"),
            [("that", "dass es spät sei")],
        ),
        ("de", "Die Forderung, es sei zu handeln, blieb.", [("noun", "es sei zu handeln, blieb")]),
        ("fr", "Elle a dit hier, à Lyon, que la route fermait.", [("that", "que la route fermait")]),
        ("fr", "Elle dit cela alors que la route ferme.", []),
        ("fr", "Le plan est critiqué par la maire.", []),
        ("es", "Lo dijo Cuesta, que dirige la ciudad.", []),
        ("ru", "Она сказала, что поздно.", [("that", "что поздно")]),
        ("id", "Ia menjelaskan, jalan itu ditutup.", [("clause", "jalan itu ditutup")]),
        ("id", "Juru bicara, Galih P. Nugroho, mengatakan jalan itu ditutup.", [("clause", "jalan itu ditutup")]),
    ],
)
def test_other_languages_need_a_sign(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert reported(text, language) == expected
