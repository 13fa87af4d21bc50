"""Why a suggestion is made, in words."""

import pytest

from annotator.core.cues_suggester import CuesSuggester
from annotator.core.spans import Span
from annotator.core.suggestion import Suggestion
from annotator.ui.suggestions.words import proposer_words, reason_words

TEXT = "“We did not know,” said Rina Wijaya. The mayor denied it."


def place(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


QUOTE = place("“We did not know,”")


def plain(words: str) -> str:
    return words.replace("\u2068", "").replace("\u2069", "")


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (
            Suggestion("quote", (QUOTE,), "cues", "after", (QUOTE,), place("Rina Wijaya"), place("said")),
            "“said” follows it · source: “Rina Wijaya”",
        ),
        (Suggestion("quote", (QUOTE,), "cues", "marks", (QUOTE,)), "It stands in quotation marks"),
        (Suggestion("quote", (QUOTE,), "cues", "dash", (QUOTE,)), "A dash opens it, as in a dialogue"),
        (
            Suggestion("denial", (place("The mayor denied it."),), "cues", "denies", (place("denied"),)),
            "“denied” denies something",
        ),
        (
            Suggestion("quote", (QUOTE,), "learned", "learned", (place("said"), place("know"))),
            "As decided in this project before: “said”, “know”",
        ),
        (
            Suggestion("quote", (QUOTE,), "cues", "mood", (), place("Rina Wijaya")),
            "The form of its verb says that it is reported · source: “Rina Wijaya”",
        ),
        (Suggestion("quote", (QUOTE,), "cues", "of a later version", (), None, place("said")), "“said” speaks for it"),
        (Suggestion("quote", (QUOTE,), "cues", "of a later version"), ""),
    ],
)
def test_what_in_the_text_spoke_for_it(made: Suggestion, said: str) -> None:
    assert plain(reason_words(made, TEXT)) == said


def test_words_of_the_article_are_held_apart_whichever_way_they_run() -> None:
    made = Suggestion("quote", (QUOTE,), "cues", "after", (), None, place("said"))
    assert "“\u2068said\u2069”" in reason_words(made, TEXT)


def test_who_proposes_and_how_sure() -> None:
    assert proposer_words(Suggestion("quote", (QUOTE,), "cues", "marks")) == "by cue words"
    assert proposer_words(Suggestion("quote", (QUOTE,), "learned", "learned", confidence=0.834)) == (
        "learned here · 83 % sure"
    )


def test_every_reason_of_the_programs_own_suggester_has_words() -> None:
    text = (
        "“We did not know,” said Rina Wijaya. The mayor denied the report. Police said that two men were allegedly "
        "beaten. According to Reuters, prices rose 5 percent. He claimed: “It is a hoax.” It was not 12 but 8 dead."
    )
    found = CuesSuggester().suggest(text, "en")
    assert {one.label for one in found} == {"quote", "claim", "denial"}
    for one in found:
        assert reason_words(one, text), one.reason
        assert "speaks for it" not in reason_words(one, text), one.reason
