"""What holds an article back is said in a word, and in a sentence with what follows from it."""

from dataclasses import replace

from annotator.core.records import Status
from annotator.ui.hold_words import embargo_end, hold_sentence, hold_words
from tests.ui.library.shelf import shelf

ARTICLE = shelf(1)[0]


def test_nothing_is_said_of_what_may_be_used() -> None:
    for article in (ARTICLE, replace(ARTICLE, embargo_until="2020-01-01")):
        assert (hold_words(article), hold_sentence(article)) == ("", "")


def test_each_reason_has_its_word_and_its_sentence() -> None:
    assert hold_words(replace(ARTICLE, status=Status.WITHHELD)) == "Withheld"
    assert hold_sentence(replace(ARTICLE, status=Status.CANCELLED)) == "Cancelled: exports leave this article out."
    embargoed = replace(ARTICLE, embargo_until="2090-07-05T06:00:00+07:00")
    assert hold_words(embargoed) == "Embargo"
    assert "July 4, 2090" in hold_sentence(embargoed) or "July 5, 2090" in hold_sentence(embargoed)


def test_an_end_that_cannot_be_told_is_said_as_it_stands() -> None:
    assert embargo_end("after the summit") == "after the summit"
    assert embargo_end("9999-01-01") == "9999-01-01"
