"""Claims are found by hedges, by verbs that claim, and by reported words that can be checked."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.cue_claims import find_claims
from annotator.core.cue_sentences import cue_sentences
from annotator.core.spans import Span
from annotator.core.suggestion import Suggestion


def claims(text: str, language: str, said: str = "", by: str = "", cue: str = "") -> list[Suggestion]:
    """What is found; `said` are words that are reported, `by` who said them, with which `cue`."""
    quotes = (
        [Suggestion("quote", (place(text, said),), "cues", "", (), place(text, by), place(text, cue))] if said else []
    )
    return find_claims(text, language, cue_sentences(text, language, quotes), ())


def place(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Diduga korban kelelahan."),
        ("en", "Police allegedly beat him."),
        ("de", "Sie soll das Geld genommen haben."),
        ("de", "Der mutmaßliche Täter floh."),
        ("fr", "Le voleur présumé a été arrêté."),
        ("es", "El presunto autor fue detenido."),
        ("pt", "O suspeito teria fugido."),
        ("it", "Il presunto ladro è fuggito."),
        ("ru", "Якобы он взял деньги."),
        ("uk", "Нібито він узяв гроші."),
        ("ar", "المتهم هرب على ما يبدو."),
        ("zh", "他涉嫌受贿。"),
        ("hi", "कथित चोर भाग गया।"),
    ],
)
def test_what_is_hedged_is_a_claim_of_the_articles_own(language: str, text: str) -> None:
    (claim,) = claims(text, language)
    assert claim.label == "claim"
    assert claim.reason == "hedged"
    assert (claim.attributes["voice"], claim.attributes["modality"]) == ("outlet", "hedged")
    assert claim.segments == (Span(0, len(text)),)
    assert claim.extent.contains(claim.evidence[0])


def test_somebodys_hedge_stays_inside_the_claim() -> None:
    text = "Lim said that the boat allegedly sank."
    (claim,) = claims(text, "en", "that the boat allegedly sank", "Lim", "said")
    assert text[slice(*claim.extent)] == "that the boat allegedly sank"
    assert claim.attributes["voice"] == "reported"
    text = "The boat allegedly sank, and “we saw it,” Lim said."
    (claim,) = claims(text, "en", "“we saw it,”", "Lim", "said")
    assert claim.extent == Span(0, len(text))


def test_a_verb_that_claims() -> None:
    text = "Lim claimed that the boat sank."
    (claim,) = claims(text, "en", "that the boat sank", "Lim", "claimed")
    assert (text[slice(*claim.extent)], claim.reason) == ("that the boat sank", "claimed")
    assert claim.source == place(text, "Lim")
    assert claims("Warga menuding perusahaan itu.", "id")[0].attributes["voice"] == "reported"
    text = "Lim accused Tan, who said nothing."
    (claim,) = claims(text, "en", "nothing", "who", "said")
    assert claim.extent == Span(0, len(text))


def attributes(said: str, language: str = "en") -> dict[str, Any]:
    text = f"Lim said {said}."
    (claim,) = claims(text, language, said, "Lim", "said")
    assert claim.reason == "reported fact"
    assert text[slice(*claim.extent)] == said
    return dict(claim.attributes)


def test_reported_words_that_can_be_checked_are_claims_of_a_kind() -> None:
    plain = {"voice": "reported", "modality": "asserted", "polarity": "positive"}
    assert attributes("the port has 40 berths") == plain | {"claim_kind": "quantity"}
    assert attributes("boats sank because of rust") == plain | {"claim_kind": "cause_effect"}
    assert attributes("it is the largest port") == plain | {"claim_kind": "comparison"}
    assert attributes("the dredging was illegal here") == plain | {"claim_kind": "law_or_rule"}
    assert attributes("prices will double next year") == plain | {"claim_kind": "prediction"}
    assert attributes("no one was hurt there") == plain | {"claim_kind": "quantity", "polarity": "negative"}
    assert attributes("40 boats could sink")["modality"] == "conditional"


@pytest.mark.parametrize("figure", ["2.904", "1,250,000", "3.5", "40", "٤٠"])
def test_a_figure_is_shown_whole(figure: str) -> None:
    said = f"the port has {figure} tonnes of rice"
    text = f"Lim said {said}."
    (claim,) = claims(text, "en", said, "Lim", "said")
    assert claim.evidence == (place(text, figure),)


@pytest.mark.parametrize(
    "said",
    [
        "the plan is reckless and stupid",  # nothing to check
        "we should build 40 berths",  # a wish
        "it began in 1998 with rain",  # a year
        "Covid-19 was a hard time",  # a name
        "40 boats",  # no statement
    ],
)
def test_other_reported_words_are_no_claims(said: str) -> None:
    assert claims(f"Lim said {said}.", "en", said, "Lim", "said") == []


def test_facts_of_the_articles_own_are_left_to_people() -> None:
    assert claims("The port has 40 berths.", "en") == []


def test_questions_are_no_claims() -> None:
    assert claims("Was he allegedly there?", "en") == []
    assert claims("“Was he allegedly there?”", "en") == []


def test_what_is_decided_otherwise_is_not_proposed_again() -> None:
    text = "Police allegedly beat him. He allegedly fled."
    sentences = cue_sentences(text, "en", ())
    denial = Suggestion("denial", (Span(0, 20),), "cues", "denies")
    assert [one.extent for one in find_claims(text, "en", sentences, [denial])] == [Span(27, len(text))]


def test_a_language_of_which_nothing_is_known_has_none() -> None:
    assert claims("Police allegedly beat him.", "mt") == []


WORDS = [
    "allegedly",
    "40",
    "claimed",
    "“",
    "”",
    "because",
    ".",
    "?",
    "涉嫌",
    "soll",
    "haben",
    "\n",
    "\u0301",
    "😀",
    "1998",
    "-",
]


@given(st.lists(st.sampled_from(WORDS), max_size=40), st.sampled_from(["en", "de", "zh", "id"]), st.data())
def test_any_text_is_read(words: list[str], language: str, data: st.DataObject) -> None:
    text = " ".join(words) + " x"
    edges = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=2, unique=True)))
    quote = Suggestion("quote", (Span(*edges),), "cues", "", (), Span(0, 1), Span(0, 1))
    for one in find_claims(text, language, cue_sentences(text, language, [quote]), ()):
        for start, end in (*one.segments, *one.evidence):
            assert 0 <= start < end <= len(text)
