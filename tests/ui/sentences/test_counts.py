"""What changes is said in one sentence."""

import pytest

from annotator.operations.resplit import Resplit
from annotator.ui.sentences.counts import change_words, stopped_words

pytestmark = pytest.mark.usefixtures("qapp")


def test_before_and_after_it_is_done() -> None:
    found = Resplit(1200, 3, 14, 6)
    assert change_words(found, done=False) == "3 of 1,200 articles would change: 14 sentences become 6."
    assert change_words(found, done=True) == "3 of 1,200 articles changed: 14 sentences became 6."
    assert change_words(Resplit(2, 1, 1, 3), done=False) == "1 of 2 articles would change: 1 sentence becomes 3."


def test_one_article() -> None:
    assert change_words(Resplit(1, 1, 3, 1), done=True) == "The article changed: 3 sentences became 1."
    assert change_words(Resplit(1, 1, 1, 3), done=False) == "The article would change: 1 sentence becomes 3."


def test_nothing() -> None:
    assert change_words(Resplit(9), done=False) == "No article would change."
    assert change_words(Resplit(9), done=True) == "No article has changed."
    assert change_words(Resplit(1), done=True) == "The article is cut as it was."


def test_how_far_it_came_when_it_was_stopped() -> None:
    stopped = Resplit(576, 145, 900, 700, total=5000, cancelled=True)
    assert stopped_words(stopped) == "Stopped after 576 of 5,000 articles. 145 changed: 900 sentences became 700."
    assert stopped_words(Resplit(64, total=70)) == "Stopped after 64 of 70 articles. None has changed."
    assert stopped_words(Resplit(cancelled=True)) == "Stopped. No article has changed."
