"""Time left, by an injected clock."""

import pytest

from annotator.ui.export.time_left import TimeLeft, in_words


def test_time_left_follows_the_rate() -> None:
    now = 100.0
    left = TimeLeft(lambda: now)
    now = 101.0
    assert left.seconds(50, 1000) is None
    now = 110.0
    assert left.seconds(0, 1000) is None
    assert left.seconds(50, 0) is None
    assert left.seconds(100, 1000) == pytest.approx(90)
    assert left.seconds(1000, 1000) == 0
    left.restart()
    assert left.seconds(100, 1000) is None


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (None, ""),
        (0, "a few seconds left"),
        (22, "about 20 s left"),
        (58, "about 1 min left"),
        (122, "about 2 min left"),
        (3569, "about 59 min left"),
        (7300, "about 2 h left"),
    ],
)
def test_time_left_is_told_roughly(seconds: float | None, words: str) -> None:
    assert in_words(seconds) == words
