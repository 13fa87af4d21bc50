"""Quotations, denials and claims are proposed together, from what a text says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.cues_suggester import CuesSuggester
from annotator.core.suggestion import Suggester, Suggestion

TEXT = (
    "Minister denies graft\n\n“I never took that money,” Rina said on Monday. The fund allegedly lost it.\n"
    "The minister denied the allegations. She declined to comment on the school."
)


def test_an_article_is_proposed_what_it_holds() -> None:
    found = CuesSuggester().suggest(TEXT, "en")
    told = [(one.label, TEXT[slice(*one.extent)]) for one in found]
    assert ("denial", "Minister denies graft") in told
    assert ("denial", "The minister denied the allegations.") in told
    assert ("claim", "The fund allegedly lost it.") in told
    assert any(label == "quote" and "took that money" in words for label, words in told)
    assert not any("comment" in words for label, words in told if label != "quote")
    assert {one.suggester for one in found} == {"cues"}
    assert [one.extent for one in found] == sorted(one.extent for one in found)
    assert all(one.reason and 0 < one.confidence <= 1 for one in found)


def proposed(text: str, language: str) -> dict[str, Suggestion]:
    """What is proposed for a sentence, by label."""
    return {one.label: one for one in CuesSuggester().suggest(text, language)}


@pytest.mark.parametrize(
    ("language", "text", "labels"),
    [
        ("id", "Polisi tidak menampik adanya korban.", {"claim"}),
        ("id", "Juru bicara itu menolak berkomentar.", set()),
        ("en", "“No one was hurt,” police said.", {"quote", "claim"}),
        ("en", "“The report is a hoax,” the ministry said.", {"quote", "denial"}),
        ("en", "She denied it.", {"denial"}),
        ("en", "“It was not 12 but 8 dead,” the mayor said.", {"quote", "denial"}),
        ("en", "“I never said that,” he said.", {"quote", "denial"}),
        ("id", "Diduga korban kelelahan.", {"claim"}),
        ("en", "The “terrorists” were children.", set()),
        ("en", "The minister called the plan “reckless” and “stupid”.", {"quote"}),
        ("en", "“Prices will double,” he said.", {"quote", "claim"}),
        ("en", "Minister denies graft", {"denial"}),
        ("en", "The company declined to comment.", set()),
        ("en", "He refused to resign.", set()),
        ("en", "The storm claimed at least 12 lives.", set()),
        ("en", "The band is called “Northwind”.", set()),
        ("id", "“Itu fitnah,” kata dia.", {"quote", "denial"}),
        ("it", "«È falso», ha replicato il portavoce.", {"quote", "denial"}),
        ("fr", "Le club prétend au titre.", set()),
    ],
)
def test_borderline_cases_are_decided_as_the_guideline_decides_them(language: str, text: str, labels: set[str]) -> None:
    assert {*proposed(text, language)} == labels


def test_values_that_the_words_give_are_proposed_with_the_label() -> None:
    assert proposed("Polisi tidak menampik adanya korban.", "id")["claim"].attributes["reply_status"] == "not_denied"
    assert proposed("“No one was hurt,” police said.", "en")["claim"].attributes["polarity"] == "negative"
    assert proposed("She denied it.", "en")["denial"].attributes["target_in_text"] == "pronoun"
    assert (
        proposed("“The report is a hoax,” the ministry said.", "en")["denial"].attributes["denial_form"] == "dismissal"
    )
    assert proposed("“Prices will double,” he said.", "en")["claim"].attributes["claim_kind"] == "prediction"
    assert proposed("Diduga korban kelelahan.", "id")["claim"].attributes["voice"] == "outlet"


def test_short_words_in_marks_are_direct_where_somebody_says_them() -> None:
    for language, text in (
        ("fr", "« C'est faux », a répondu la mairie."),
        ("uk", "«Загинули не 12, а 8 людей», — сказав лікар."),
        ("de", "„Der Bericht ist eine Falschmeldung“, sagte das Ministerium."),
    ):
        assert proposed(text, language)["quote"].attributes["quote_type"] == "direct"


def test_what_was_not_said_is_marked_as_such() -> None:
    assert proposed("He did not say that he would quit.", "en")["quote"].attributes["negated_report"] == "yes"
    for text in (
        "He said that he would not quit.",
        "It was not so.\nHe said that he would quit.",
        "Not so. He said that he would quit.",
    ):
        assert "negated_report" not in proposed(text, "en")["quote"].attributes
    assert "negated_report" not in proposed("“Not me,” he said, “and not her.”", "en")["quote"].attributes


def test_it_is_a_suggester() -> None:
    suggester: Suggester = CuesSuggester()
    assert suggester.id == "cues"
    assert suggester.suggest("", "en") == []


@pytest.mark.parametrize("language", ["mt", "", "zz", "x-very-odd"])
def test_a_language_without_lists_has_what_marks_tell(language: str) -> None:
    labels = {one.label for one in CuesSuggester().suggest("“We never saw that boat before,” qal Lim.", language)}
    assert labels <= {"quote"}


@given(st.text(max_size=400), st.sampled_from(["en", "id", "de", "zh", "ar", "ru"]))
def test_any_text_gives_places_in_it(text: str, language: str) -> None:
    for one in CuesSuggester().suggest(text, language):
        for start, end in (*one.segments, *one.evidence, *filter(None, (one.source, one.cue))):
            assert 0 <= start < end <= len(text)
