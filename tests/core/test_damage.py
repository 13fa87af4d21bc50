"""What is wrong with a piece of a file is told in words of ours."""

import json
from uuid import UUID

import pytest

from annotator.core.damage import DAMAGE, Damaged, reason_of


def broken(what: str) -> None:
    if what == "own words":
        raise Damaged("its text is no text")
    if what == "a key":
        print({}["text"])
    if what == "a number":
        print({}[0])
    if what == "a UUID":
        UUID("x")
    if what == "JSON":
        json.loads("{")
    (_one,) = ()


@pytest.mark.parametrize(
    ("what", "reason"),
    [
        ("own words", "its text is no text"),
        ("a key", "text is missing"),
        ("a number", "something in it is not what it should be"),
        ("a UUID", "something in it is not what it should be"),
        ("JSON", "something in it is not what it should be"),
        ("too few", "something in it is not what it should be"),
    ],
)
def test_the_words_are_ours(what: str, reason: str) -> None:
    with pytest.raises(DAMAGE) as raised:
        broken(what)
    assert reason_of(raised.value) == reason
