"""Claims for the tests of the page on the right of reply."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from annotator.core.places import Place
from annotator.core.replies import ReplyClaim
from tests.core.test_replies import article, claim, contact


def many(count: int) -> list[ReplyClaim]:
    """Claims of as many articles, each with words of its own."""
    return [numbered(number) for number in range(1, count + 1)]


def numbered(number: int, **more: Any) -> ReplyClaim:
    """A claim that can be told from others by its number."""
    place = Place(f"claim number {number}", 0, f"The claim number {number} stands here.")
    given = {"place": place, "article": article(number), **more}
    return claim(number, **given)


def late(number: int) -> ReplyClaim:
    """A claim whose deadline has passed long ago."""
    return numbered(number, contacts=(replace(contact(deadline="2020-01-02"), annotation_id=UUID(int=number)),))
