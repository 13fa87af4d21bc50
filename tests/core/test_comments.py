"""Threads, and whom a comment means."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.comments import CommentRecord, being_typed, completions, mentioned, threads
from annotator.core.spans import Span

ANA, MARIA, LI, SALMA, MINSU = (UUID(int=number) for number in range(1, 6))
PEOPLE = {ANA: "Ana", MARIA: "Ana Maria Öz", LI: "李明", SALMA: "سلمى", MINSU: "민수"}
THEN = datetime(2026, 1, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("@Ana look", (ANA,)),
        ("look, @ana.", (ANA,)),
        ("@Ana Maria Öz and @Ana", (MARIA, ANA)),
        ("@ANA MARIA ÖZ: here", (MARIA,)),
        ("@Ana Maria is somebody else", (ANA,)),
        ("@Anabel", ()),
        ("write to post@ana.example", ()),
        ("@李明请看", (LI,)),
        ("@سلمى انظري", (SALMA,)),
        ("@민수는 봐", (MINSU,)),
        ("@Ana @Ana", (ANA,)),
        ("(@Ana)", (ANA,)),
        ("@", ()),
        ("", ()),
    ],
)
def test_whom_a_comment_means(words: str, meant: tuple[UUID, ...]) -> None:
    assert mentioned(words, PEOPLE) == meant


@given(st.text(), st.sampled_from(list(PEOPLE)))
def test_a_name_after_a_space_and_before_one_is_always_meant(before: str, key: UUID) -> None:
    assert key in mentioned(f"{before} @{PEOPLE[key]} .", PEOPLE)


@pytest.mark.parametrize(
    ("before", "typed"),
    [("@", ""), ("see @An", "An"), ("see @Ana Ma", "Ana Ma"), ("a@b", None), ("@Ana\nnext", None), ("none", None)],
)
def test_the_name_being_typed(before: str, typed: str | None) -> None:
    found = being_typed(before + " after" if typed is None else before, len(before))
    assert (found and found.words) == typed
    if found:
        assert before[found.start :] == typed


def test_names_that_may_be_meant() -> None:
    names = list(PEOPLE.values())
    assert completions("", names) == names
    assert completions("an", names) == ["Ana", "Ana Maria Öz"]
    assert completions("mar", names) == ["Ana Maria Öz"]
    assert completions("李", names) == ["李明"]
    assert completions("Ana Maria Öz ", names) == []
    assert completions("x", names) == []


def comment(number: int, thread: int | None = None, at: Span | None = None, resolved: bool = False) -> CommentRecord:
    thread_id = UUID(int=thread) if thread else None
    return CommentRecord(
        UUID(int=number), UUID(int=99), ANA, "Ana", str(number), THEN, thread_id, None, at, resolved=resolved
    )


def test_threads_stand_in_the_order_of_the_text() -> None:
    late, early, whole = comment(1, at=Span(9, 12)), comment(2, at=Span(0, 4)), comment(5)
    answers = comment(3, 1, Span(9, 12)), comment(4, 1, Span(9, 12))
    found = threads([answers[1], late, answers[0], whole, early])
    assert [[int(one.words) for one in thread.comments] for thread in found] == [[5], [2], [1, 3, 4]]
    assert found[2].id == late.id


def test_an_answer_stands_for_a_first_comment_that_is_gone() -> None:
    (thread,) = threads([comment(4, 1), comment(3, 1, resolved=True)])
    assert (thread.id, thread.first.words, thread.is_open) == (UUID(int=1), "3", False)


def test_where_a_thread_stands() -> None:
    inside, point, whole = (threads([comment(1, at=at)])[0] for at in (Span(4, 8), Span(6, 6), None))
    assert inside.touches(Span(0, 5))
    assert not inside.touches(Span(8, 12))
    assert point.touches(Span(6, 9))
    assert not point.touches(Span(0, 6))
    assert not whole.touches(Span(0, 100))
