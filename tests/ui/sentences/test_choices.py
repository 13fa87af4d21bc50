"""Every language of the project has a choice, and so have all others together."""

import pytest

from annotator.core.quote_policy import OTHERS
from annotator.ui.sentences.choices import choices


@pytest.mark.usefixtures("qapp")
def test_languages_come_by_how_many_articles_they_have() -> None:
    offered = choices({"en": 2, "id": 9, "unknown": 1}, {})
    assert [(one.code, one.articles) for one in offered] == [("id", 9), ("en", 2), ("unknown", 1), (OTHERS, 0)]
    assert [one.usual for one in offered] == ["whole", "split", "split", ""]
    assert {one.choice for one in offered} == {"usual"}
    assert offered[0].name == "Bahasa Indonesia"


@pytest.mark.usefixtures("qapp")
def test_what_was_chosen_is_shown_even_where_no_article_is_left() -> None:
    offered = choices({"id": 1, "en": 1}, {"de": "whole", "id": "usual", OTHERS: "split"})
    assert [(one.code, one.choice) for one in offered] == [
        ("en", "split"), ("id", "usual"), ("de", "whole"), (OTHERS, "split"),
    ]  # fmt: skip


@pytest.mark.usefixtures("qapp")
def test_without_articles_there_are_all_other_languages() -> None:
    assert [one.code for one in choices({}, {})] == [OTHERS]
