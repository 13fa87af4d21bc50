"""Articles for a report: what must not leave is out, and it is said so."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

import pytest

from annotator.core.report_words import ENGLISH
from annotator.errors import NotFound
from annotator.operations import annotations, details, relations, sources
from annotator.operations.report_articles import Articles
from tests.store.desk import Desk

TEXT = "The mayor took the money.\n\n“I saw it,” said Vera Lund. The case goes on."


@contextmanager
def articles(desk: Desk, *, with_held: bool = False) -> Iterator[Articles]:
    with desk.workspace.reading() as connection:
        yield Articles(desk.workspace, connection, ENGLISH, with_held=with_held)


def at(words: str, text: str = TEXT) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


def test_what_is_asked_for_is_there_once_and_what_is_held_is_counted(desk: Desk) -> None:
    one, held = desk.load(TEXT), desk.load("Other words.")
    details.set_details_of_many(desk.workspace, [held], {"embargo_until": "2030-01-01"}, desk.ana)
    with articles(desk) as found:
        asked = found.asked_for([held, one, one])
        assert asked.ids == (one,)
        told = [block.text for block in asked.notices(ENGLISH)[1:]]  # type: ignore[union-attr]
        assert told == ["1 article is under an embargo and was left out."]
        with pytest.raises(NotFound, match="no longer"):
            found.asked_for([uuid4()])
    with articles(desk, with_held=True) as found:
        assert found.asked_for([held]).ids == (held,)


def test_of_all_articles_those_with_nothing_marked_stay_out(desk: Desk) -> None:
    one, _bare = desk.load(TEXT), desk.load("Other words.")
    desk.tag(one, *at("The mayor"))
    with articles(desk) as found:
        asked = found.asked_for(None)
        assert (asked.ids, asked.unmarked) == ((one,), 1)
        assert asked.notices(ENGLISH)[1].text == ENGLISH.unmarked_one  # type: ignore[union-attr]


def test_off_the_record_words_are_black_and_nothing_tells_what_they_were(desk: Desk) -> None:
    article = desk.load(TEXT)
    claim = desk.tag(article, *at("The mayor took the money."))
    quote = desk.tag(article, *at("“I saw it,”"), "quote")
    relations.link(desk.workspace, quote.id, "responds_to", claim.id, desk.ana)
    annotations.set_attributes(desk.workspace, [quote.id], {"record_status": "off_record"}, desk.ana)
    with articles(desk) as found:
        (one,) = found.read([article])
    assert [passage.id for passage in one.passages] == [claim.id]
    assert one.readers == ("Ana",)
    assert "“█ ███ ██,” said Vera Lund" in one.record.text
    assert one.record.relations == ()
    assert one.record.original_sha256 == ""
    assert one.notices == (ENGLISH.off_record_one, ENGLISH.masked_hashes)


def test_protected_names_are_black_everywhere(desk: Desk) -> None:
    article = desk.load(TEXT)
    quote = desk.tag(article, *at("“I saw it,” said Vera Lund"), "quote")
    source = sources.add_source(desk.workspace, "Vera Lund", desk.ana, protected=True)
    relations.set_sources(desk.workspace, [quote.id], "attributed_to", [source.id], desk.ana)
    with articles(desk) as found:
        (one,) = found.read([article])
    assert "Vera" not in one.record.text
    assert [known.name for known in one.record.sources] == ["Protected source 1"]
    assert one.notices == (ENGLISH.masked, ENGLISH.masked_hashes)


def test_links_to_other_articles_are_told_unless_those_are_held(desk: Desk) -> None:
    here, there = desk.load("She denies it."), desk.load(TEXT)
    claim = desk.tag(there, *at("The mayor took the money."))
    denial = desk.tag(here, 0, 14, "denial")
    relations.link(desk.workspace, denial.id, "denies", claim.id, desk.ana)
    with articles(desk) as found:
        (one,) = found.read([here])
        assert [far.passage for far in one.elsewhere.values()] == ["The mayor took the money."]
    details.set_details_of_many(desk.workspace, [there], {"status": "withheld"}, desk.ana)
    with articles(desk) as found:
        (one,) = found.read([here])
        assert one.elsewhere == {}


def test_helper_marks_are_no_passages(desk: Desk) -> None:
    article = desk.load(TEXT)
    desk.tag(article, *at("said"), "cue")
    with articles(desk) as found:
        (one,) = found.read([article])
    assert one.passages == ()
