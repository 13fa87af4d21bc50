"""The guideline that ships, and what a newsroom makes of it."""

from dataclasses import replace
from functools import cache

import pytest

from annotator import resources
from annotator.core import guideline
from annotator.core.guideline import GENERAL
from annotator.core.schema import LabelSet
from annotator.core.schema_file import read_label_set
from annotator.errors import InvalidLabelSet

SETS = ("newsroom", "plain", "attribution")


@cache
def label_set(name: str = "newsroom") -> LabelSet:
    return read_label_set(resources.read_toml("label_sets", name, "label_set.toml"))


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("language", ["en", "id"])
def test_each_shipped_label_has_its_rule(name: str, language: str) -> None:
    texts = guideline.shipped(name, language)
    assert [label.key for label in label_set(name).labels if not texts.get(label.key)] == []
    assert texts[GENERAL]
    assert set(texts) == {GENERAL, *(label.key for label in label_set(name).labels)}


@pytest.mark.parametrize("name", SETS)
def test_both_languages_have_the_same_parts(name: str) -> None:
    parts = [
        {key: (text.count("\n- "), text.count("**")) for key, text in guideline.shipped(name, language).items()}
        for language in ("en", "id")
    ]
    assert parts[0] == parts[1]


@pytest.mark.parametrize("name", SETS)
def test_main_labels_have_examples_and_cases_in_doubt(name: str) -> None:
    for label in label_set(name).main:
        text = guideline.shipped(name, "en")[label.key]
        assert [heading for heading in ("Examples", "In doubt", "Leave out") if f"**{heading}**" not in text] == []


def test_a_language_that_is_not_there_is_answered_in_english() -> None:
    found = guideline.chapter(label_set(), None, "denial", "fr")
    assert (found.language, found.title, found.own) == ("en", "Denial", False)


def test_the_newsroom_s_own_words_come_first() -> None:
    own = guideline.rewritten(label_set(), None, "denial", "id", "Bantahan kami.")
    assert own == {"id": {"denial": "Bantahan kami."}}
    assert guideline.chapter(label_set(), own, "denial", "id").text == "Bantahan kami."
    assert guideline.chapter(label_set(), own, "denial", "id").own
    assert not guideline.chapter(label_set(), own, "denial", "en").own
    assert not guideline.chapter(label_set(), own, "claim", "id").own


def test_a_text_as_it_ships_or_none_is_not_kept() -> None:
    own = {"id": {"denial": "Bantahan kami."}}
    assert guideline.rewritten(label_set(), own, "denial", "id", "  ") == {}
    there = guideline.shipped("newsroom", "en")["quote"]
    assert guideline.rewritten(label_set(), own, "quote", "en", f"{there}\r\n") == own


def test_a_set_of_one_s_own_has_its_descriptions() -> None:
    mine = replace(label_set(), id="mine")
    found = guideline.chapter(mine, None, "claim", "en")
    assert (found.text, found.language) == (mine.label("claim").description, "")
    assert guideline.languages_of(mine, {"su": {}}) == ("su",)
    assert guideline.guideline_languages("../newsroom") == ()


def test_chapters_are_in_the_order_of_the_labels() -> None:
    whole = guideline.chapters(label_set("plain"), None, "en", "In general")
    assert [one.title for one in whole] == ["In general", "Claim", "Denial", "Quote"]


def test_a_search_gives_the_lines_that_have_the_words() -> None:
    whole = guideline.chapters(label_set(), None, "en")
    found = guideline.found_lines(whole, "did not deny")
    assert [one.key for one in found] == ["claim", "denial"]
    assert all("deny" in one.text for one in found)
    assert guideline.found_lines(whole, "  ") == whole
    assert guideline.found_lines(whole, "xylophone") == []


@pytest.mark.parametrize(
    "wrong", [[], {"English": {}}, {"en": []}, {"en": {"claim": 3}}, {"en": {"claim": "x" * 20_001}}]
)
def test_what_is_no_guideline_is_refused(wrong: object) -> None:
    with pytest.raises(InvalidLabelSet):
        guideline.check_guideline(wrong)
