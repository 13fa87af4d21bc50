"""The right of reply, worked out from what is said of claims."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator import resources
from annotator.core.places import Place
from annotator.core.records import ContactRecord, DocumentSummary
from annotator.core.replies import (
    Answer,
    ReplyClaim,
    ReplyFilter,
    Standing,
    by_urgency,
    has_answer,
    is_late,
    proposed_status,
    same_claims,
    scope_of,
)
from annotator.core.schema_file import read_label_set
from tests.core.test_linking import AT, NEWSROOM, linked, made

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
SCOPE = scope_of(NEWSROOM)
assert SCOPE


def article(number: int = 1, **more: Any) -> DocumentSummary:
    return DocumentSummary(UUID(int=number), "Harbour news", "Gazette", "", "en", 1.0, AT, 100, **more)


def contact(**more: Any) -> ContactRecord:
    return ContactRecord(UUID(int=7), UUID(int=1), UUID(int=2), "Ana", **{"at": "2026-05-01", **more})


def claim(number: int = 2, status: str = "not_sought", **more: Any) -> ReplyClaim:
    place = Place("stole the boat", 1, "The minister stole the boat.")
    given = {"article": article(), "place": place, **more}
    return ReplyClaim(made(number, "claim", (0, 5)), accuses="named_person", status=status, **given)


def answer(label: str = "denial", **attributes: str) -> Answer:
    denial = replace(made(9, label, (20, 30)), attributes=attributes)
    return Answer(denial, article(), Place("She denies it", 2, "She denies it."), "denies", ("Ms Ång",))


def test_the_scope_is_what_the_label_set_has() -> None:
    assert SCOPE
    assert (SCOPE.labels, SCOPE.answering, SCOPE.same) == (("claim",), ("denies", "responds_to"), ("same_as",))
    assert SCOPE.sources == ("attributed_to",)
    bare = read_label_set(resources.read_toml("label_sets", "plain", "label_set.toml"))
    assert scope_of(bare) is None


def test_what_is_retired_is_still_read_but_asked_no_more() -> None:
    assert SCOPE
    keys = {"accuses", "reply_status"}
    retired = tuple(replace(one, retired=one.key in keys) for one in NEWSROOM.attributes)
    found = scope_of(replace(NEWSROOM, attributes=retired))
    assert found
    assert (found.labels, found.reply, found.has_status) == (SCOPE.labels, None, True)
    assert proposed_status(found, claim(contacts=(contact(),)), NOW) is None
    assert proposed_status(SCOPE, claim(contacts=(contact(),)), NOW) == "sought"


@pytest.mark.parametrize(
    ("status", "more", "standing"),
    [
        ("not_sought", {}, Standing.UNASKED),
        ("sought", {}, Standing.ASKED),
        ("no_reply", {}, Standing.ASKED),
        ("not_sought", {"contacts": (contact(),)}, Standing.ASKED),
        ("declined", {}, Standing.ANSWERED),
        ("not_sought", {"answers": (answer(),)}, Standing.ANSWERED),
    ],
)
def test_how_far_it_is(status: str, more: dict[str, Any], standing: Standing) -> None:
    assert claim(status=status, **more).standing is standing


def test_a_deadline_that_has_passed_without_an_answer_is_late_and_a_day_lasts_to_its_end() -> None:
    assert is_late(contact(deadline="2026-05-03"), NOW)
    assert is_late(contact(deadline="2026-05-04T11:00+00:00"), NOW)
    assert not is_late(contact(deadline="2026-05-04T13:00+00:00"), NOW)
    assert not is_late(contact(deadline="2026-05-05"), NOW)
    assert not is_late(contact(deadline="2026-05-03", answered_at="2026-05-03"), NOW)
    assert not is_late(contact(deadline="soon"), NOW)
    assert not is_late(contact(deadline="9999-12-31"), NOW)
    waiting = claim(contacts=(contact(deadline="2026-06-01"), contact(deadline="2026-05-02"), contact()))
    assert (waiting.deadline, waiting.is_overdue(NOW)) == ("2026-05-02", True)
    assert replace(waiting, status="declined").deadline == ""


@pytest.mark.parametrize(
    ("status", "contacts", "answers", "proposed"),
    [
        ("not_sought", (), (), None),
        ("not_sought", (contact(),), (), "sought"),
        ("sought", (contact(),), (), None),
        ("not_sought", (contact(deadline="2026-05-02"),), (), "no_reply"),
        ("sought", (contact(deadline="2026-05-02"), contact(deadline="2026-06-02")), (), None),
        ("no_reply", (contact(deadline="2026-05-02"),), (), None),
        ("no_reply", (contact(answer="He will write."),), (), "other_reply"),
        ("sought", (contact(answered_at="2026-05-02"),), (answer(),), "denied"),
        ("sought", (contact(answer="x"),), (answer(denial_scope="partial"),), "partly_denied"),
        ("sought", (contact(answer="x"),), (answer("quote"),), "other_reply"),
        ("declined", (contact(answer="x"),), (), None),
        ("declined", (contact(),), (), None),
    ],
)
def test_the_log_proposes_a_status(
    status: str, contacts: tuple[ContactRecord, ...], answers: tuple[Answer, ...], proposed: str | None
) -> None:
    assert SCOPE
    assert proposed_status(SCOPE, claim(status=status, contacts=contacts, answers=answers), NOW) == proposed


def test_nothing_is_proposed_that_the_label_set_does_not_offer() -> None:
    assert SCOPE
    assert SCOPE.reply
    values = tuple(replace(one, retired=one.key == "sought") for one in SCOPE.reply.values)
    scope = replace(SCOPE, reply=replace(SCOPE.reply, values=values))
    assert proposed_status(scope, claim(contacts=(contact(),)), NOW) is None
    assert proposed_status(replace(SCOPE, reply=None), claim(contacts=(contact(),)), NOW) is None


def test_those_without_an_answer_come_first_the_late_ones_before_all() -> None:
    newer = article(3, published_at="2026-05-03")
    answered, unasked = claim(1, "denied", article=newer), claim(2)
    asked, late = claim(3, "sought", article=newer), claim(4, contacts=(contact(deadline="2026-05-02"),))
    newest = claim(5, article=newer)
    order = by_urgency([answered, unasked, asked, late, newest], NOW)
    assert [one.annotation.id.int for one in order] == [4, 2, 5, 3, 1]


def test_the_filter_looks_for_words_wherever_they_are_and_without_accents() -> None:
    here = claim(speakers=("José",), answers=(answer(),), contacts=(contact(person="Dr Weiß"),))
    for words in ("jose", "boat", "ang", "gazette stole", "HARBOUR", "weiss", "  "):
        assert ReplyFilter(words).fits(here, NOW), words
    assert not ReplyFilter("jose bridge").fits(here, NOW)


def test_the_filter_by_standing_deadline_label_outlet_and_day() -> None:
    here = claim(contacts=(contact(deadline="2026-05-02"),), article=article(published_at="2026-05-01T08:00+02:00"))
    assert ReplyFilter(standings=frozenset({Standing.ASKED}), overdue=True).fits(here, NOW)
    assert not ReplyFilter(standings=frozenset({Standing.UNASKED})).fits(here, NOW)
    assert not ReplyFilter(overdue=True).fits(claim(), NOW)
    assert ReplyFilter(labels=frozenset({"claim"}), outlets=frozenset({"Gazette"})).fits(here, NOW)
    assert not ReplyFilter(outlets=frozenset({"Post"})).fits(here, NOW)
    assert not ReplyFilter(labels=frozenset({"denial"})).fits(here, NOW)
    assert ReplyFilter(since=date(2026, 5, 1), until=date(2026, 5, 1)).fits(here, NOW)
    assert not ReplyFilter(since=date(2026, 5, 2)).fits(here, NOW)
    assert not ReplyFilter(until=date(2026, 4, 30)).fits(here, NOW)


def test_an_answer_is_a_time_or_words() -> None:
    assert has_answer(contact(answer="No."))
    assert has_answer(contact(answered_at="2026-05-02"))
    assert not has_answer(contact(answer=" "))


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=30))
def test_what_is_the_same_is_so_for_all_of_a_chain(pairs: list[tuple[int, int]]) -> None:
    links = [linked("same_as", one, other) for one, other in pairs]
    groups = same_claims([*links, linked("denies", 0, 12)], ["same_as"])
    neighbours = {key: {UUID(int=a), UUID(int=b)} for a, b in pairs for key in (UUID(int=a), UUID(int=b))}
    for a, b in pairs:
        assert groups[UUID(int=a)] is groups[UUID(int=b)]
    for key, group in groups.items():
        assert key in group
        assert group <= set(neighbours)
        reached, todo = {key}, [key]
        while todo:
            here = todo.pop()
            beside = {UUID(int=b if UUID(int=a) == here else a) for a, b in pairs if here in (UUID(int=a), UUID(int=b))}
            todo += beside - reached
            reached |= beside
        assert reached == group
