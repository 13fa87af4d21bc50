"""Initials and colours: something for everybody, the same in every copy, nobody's twice where that can be."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.identity import new_id
from annotator.core.people import COLORS, Role, StoredPerson, initials_of, people, role_of, tidy_initials


def named(*names: str) -> list[StoredPerson]:
    return [StoredPerson(new_id(), name) for name in names]


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Anna de Vries", "AV"),
        ("annotator", "A"),
        ("Annotator 12", "A12"),
        ("Jean-Luc Picard", "JP"),
        ("J.R. Smith", "JS"),
        ("O’Brien", "O"),
        ("王小明", "小明"),
        ("山田太郎", "山田"),
        ("김민수", "민수"),
        ("محمد علي", "م\u200cع"),
        ("เอก", "อ"),
        ("श्रीमती देवी", "श्रीदे"),
        ("", "?"),
        ("…", "?"),
    ],
)
def test_initials(name: str, initials: str) -> None:
    assert initials_of(name) == initials


def test_two_people_have_other_initials() -> None:
    found = people(named("Anna Vries", "Alex Visser", "Arie Vos", "A V", "anna vries"))
    assert [one.initials for one in found] == ["AV", "AVi", "AVo", "AV2", "AVr"]


def test_chosen_initials_come_first_even_of_who_joined_later() -> None:
    first, second = named("Anna Vries", "Zoë Ali")
    found = people([first, StoredPerson(second.id, second.name, initials="AV")])
    assert [one.initials for one in found] == ["AVr", "AV"]


@given(st.lists(st.text(max_size=12), max_size=20))
def test_everybody_has_initials_of_their_own(names: list[str]) -> None:
    found = people(named(*names))
    assert all(one.initials.strip() for one in found)
    assert len({one.initials.casefold() for one in found}) == len(names)


@given(st.lists(st.uuids(), max_size=12, unique=True), st.randoms())
def test_the_order_of_rows_has_no_say(keys: list[UUID], random: object) -> None:
    stored = [StoredPerson(key, f"Person {key.hex[:3]}") for key in keys]
    shuffled = list(stored)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert people(stored) == people(shuffled)


def test_as_many_as_there_are_colours_differ() -> None:
    found = people(named(*[f"Person {n}" for n in range(len(COLORS))]))
    assert {one.color for one in found} == set(COLORS)
    assert len(people(named(*"abcdefghijkl"))) == 12


def test_a_chosen_colour_stays_and_an_unknown_one_is_none() -> None:
    first, second = named("a", "b")
    found = people([StoredPerson(first.id, "a", color="rose"), StoredPerson(second.id, "b", color="gold")])
    assert found[0].color == "rose"
    assert found[1].color in set(COLORS) - {"rose"}


def test_who_has_no_known_role_is_an_annotator() -> None:
    assert [role_of(written) for written in ("", "owner", "lead")] == [Role.ANNOTATOR, Role.ANNOTATOR, Role.LEAD]


def test_initials_are_short_and_have_no_spaces() -> None:
    assert tidy_initials(" a b cdef ") == "abcd"
    assert tidy_initials("👩‍👧é") == "👩‍👧é"
