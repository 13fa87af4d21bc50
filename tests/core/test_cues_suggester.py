"""Quotations, denials and claims are proposed together, from what a text says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.cues_suggester import CuesSuggester
from annotator.core.suggestion import Suggester

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
