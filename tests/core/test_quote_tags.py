"""What stands before “she said”."""

import pytest

from annotator.core.languages import read_language
from annotator.core.quote_reading import Reading
from annotator.core.quote_tags import Tags
from annotator.core.quote_words import cut_words, word_pattern
from annotator.core.spans import Span


def before(text: str, verb: str, language: str = "en") -> list[str] | None:
    cues = read_language(language).reporting
    marks = [Span(text.index("“"), text.index("”") + 1)] if "“" in text else []
    reading = Reading(cut_words(text, 0, len(text), marks, word_pattern(cues)), cues)
    found = Tags(reading).before(reading.keys.index(verb), tag=bool(marks))
    return found and [text[slice(*each)] for each in found.segments]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It is shut,” she said.", ["“It is shut,”"]),
        ("But “it is shut,” she said.", ["“it is shut,”"]),
        ("It was a “great shame,” she said.", ["It was a “great shame,”"]),
        ("The road was shut, she said.", ["The road was shut"]),
        ("But the road was shut, she said on Friday.", ["the road was shut"]),
        ("ROME, Italy — The road was shut, she said.", ["The road was shut"]),
        ("The road, she said, was shut.", ["The road", "was shut"]),
        ("In a speech, she said.", None),
        ("The road was shut, which nobody said.", None),
        ("The road was shut, she said it again.", None),
        ("she said.", None),
    ],
)
def test_what_is_tagged(text: str, expected: list[str] | None) -> None:
    assert before(text, "said") == expected


def test_only_helping_verbs_stand_between_a_comma_and_an_inverted_verb() -> None:
    assert before("La route est fermée, a déclaré la maire.", "déclaré", "fr") == ["La route est fermée"]
    assert before("Hier la route fermait, elle déclare forfait.", "déclare", "fr") is None


def test_a_weak_verb_tags_marks_alone() -> None:
    assert before("“Zu”, zeigte sie an.", "zeigte", "de") == ["“Zu”"]
    assert before("Die Straße ist zu, zeigte sie.", "zeigte", "de") is None
    assert before("Die Straße ist zu, stellte sie fest.", "stellte", "de") == ["Die Straße ist zu"]
