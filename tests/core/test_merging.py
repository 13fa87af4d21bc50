"""The rules by which two copies of a row become one: the same whichever is called ours."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.merging import (
    ABSENT,
    BY_EDIT,
    BY_MERGE,
    Difference,
    Flat,
    Side,
    Stamp,
    Touched,
    flat,
    merged,
    numbered_names,
    together,
    whole,
)

START = datetime(2026, 5, 4, tzinfo=UTC)
LEFT, RIGHT = UUID(int=1), UUID(int=2)


def stamp(minute: int, chain: UUID = LEFT) -> Stamp:
    return Stamp(START + timedelta(minutes=minute), chain, minute)


def changed(before: Flat, after: Flat, at: Stamp, rank: int = BY_EDIT) -> Side:
    """A row that was changed once."""
    touched = Touched(existed=True)
    names = {name for name in {**before, **after} if before.get(name) != after.get(name)}
    touched.note({name: before.get(name) for name in names}, {name: after.get(name) for name in names}, at, rank)
    return Side(after, touched)


def removed(before: Flat, at: Stamp, rank: int = BY_EDIT) -> Side:
    touched = Touched(existed=True)
    touched.note(before, None, at, rank)
    return Side(None, touched)


BASE = {"id": 1, "label": "claim", "note": "", "start_char": 0, "end_char": 4}


def test_different_columns_come_together() -> None:
    ours = changed(BASE, BASE | {"note": "a"}, stamp(1))
    theirs = changed(BASE, BASE | {"label": "quote"}, stamp(2, RIGHT))
    found = merged("annotation", ours, theirs)
    assert found.image == BASE | {"note": "a", "label": "quote"}
    assert found.differences == []


def test_one_column_is_in_doubt_and_the_later_value_holds() -> None:
    ours = changed(BASE, BASE | {"note": "a"}, stamp(2))
    theirs = changed(BASE, BASE | {"note": "b"}, stamp(1, RIGHT))
    for one, other in ((ours, theirs), (theirs, ours)):
        found = merged("annotation", one, other)
        assert found.image == BASE | {"note": "a"}
        assert found.differences == [Difference(("note",), {"note": "a"}, stamp(2), {"note": "b"}, stamp(1, RIGHT))]


def test_a_place_is_taken_whole() -> None:
    ours = changed(BASE, BASE | {"start_char": 2}, stamp(1))
    theirs = changed(BASE, BASE | {"end_char": 9}, stamp(2, RIGHT))
    for one, other in ((ours, theirs), (theirs, ours)):
        found = merged("annotation", one, other)
        assert found.image == BASE | {"end_char": 9}
        assert [difference.names for difference in found.differences] == [("start_char", "end_char", "segments")]


def test_what_was_changed_and_put_back_says_nothing() -> None:
    touched = Touched(existed=True)
    touched.note({"note": ""}, {"note": "a"}, stamp(1), BY_EDIT)
    touched.note({"note": "a"}, {"note": ""}, stamp(5), BY_EDIT)
    theirs = changed(BASE, BASE | {"note": "b"}, stamp(2, RIGHT))
    for one, other in ((Side(BASE, touched), theirs), (theirs, Side(BASE, touched))):
        found = merged("annotation", one, other)
        assert (found.image, found.differences) == (BASE | {"note": "b"}, [])


def test_a_person_s_change_counts_more_than_a_merge_s() -> None:
    ours = changed(BASE, BASE | {"note": "a"}, stamp(1))
    echo = changed(BASE, BASE | {"note": "b"}, stamp(9, RIGHT), BY_MERGE)
    for one, other in ((ours, echo), (echo, ours)):
        found = merged("annotation", one, other)
        assert (found.image, found.differences) == (BASE | {"note": "a"}, [])


@pytest.mark.parametrize(("rank", "listed"), [(BY_EDIT, 1), (BY_MERGE, 0)])
def test_changed_here_and_removed_there_stays(rank: int, listed: int) -> None:
    ours, theirs = changed(BASE, BASE | {"note": "a"}, stamp(1)), removed(BASE, stamp(9, RIGHT), rank)
    for one, other in ((ours, theirs), (theirs, ours)):
        found = merged("annotation", one, other)
        assert found.image == BASE | {"note": "a"}
        assert len(found.differences) == listed


def test_removed_there_and_not_touched_here_goes() -> None:
    assert merged("annotation", Side(BASE, None), removed(BASE, stamp(1))).image is None
    assert merged("annotation", removed(BASE, stamp(1)), Side(BASE, None)).image is None
    assert merged("annotation", removed(BASE, stamp(1)), removed(BASE, stamp(2))).image is None


def test_removed_and_brought_back_is_as_it_was() -> None:
    touched = Touched(existed=True)
    touched.note(BASE, None, stamp(1), BY_EDIT)
    touched.note(None, BASE, stamp(2), BY_EDIT)
    assert touched.gone is None
    assert touched.cells["note"].base == ""
    theirs = changed(BASE, BASE | {"note": "b"}, stamp(1, RIGHT))
    assert merged("annotation", Side(BASE, touched), theirs).image == BASE | {"note": "b"}


def test_a_row_that_was_made_has_no_value_before() -> None:
    touched = Touched(existed=False)
    touched.note(None, BASE, stamp(1), BY_EDIT)
    assert {cell.base for cell in touched.cells.values()} == {ABSENT}


def test_a_first_submission_is_the_earlier_one_and_what_was_seen_was_seen() -> None:
    base: Flat = {"id": 1, "state": "open", "saw_others": False}
    ours = changed(base, base | {"submitted_at": START, "saw_others": False, "state": "submitted"}, stamp(1))
    later = START + timedelta(hours=1)
    theirs = changed(base, base | {"submitted_at": later, "saw_others": True, "state": "submitted"}, stamp(2, RIGHT))
    ours.touched.note({"saw_others": True}, {"saw_others": False}, stamp(3), BY_EDIT)  # type: ignore[union-attr]
    for one, other in ((ours, theirs), (theirs, ours)):
        found = merged("reading", one, other)
        assert found.image is not None
        assert (found.image["submitted_at"], found.image["saw_others"]) == (START, True)


def test_flat_and_whole_are_each_other_s_inverse() -> None:
    image = {"id": 1, "note": "", "attributes": {"medium": "speech", "voice": "outlet"}}
    assert flat("annotation", image) == {
        "id": 1,
        "note": "",
        "attributes.medium": "speech",
        "attributes.voice": "outlet",
    }
    assert whole("annotation", flat("annotation", image)) == image
    assert flat("ruling", {"attributes": {"a": 1}}) == {"attributes": {"a": 1}}
    assert together("annotation", "end_char") == ("start_char", "end_char", "segments")
    assert together("annotation", "note") == ("note",)


VALUES = st.sampled_from((None, "a", "b", "c"))
ROWS = st.fixed_dictionaries(dict.fromkeys(("note", "label", "start_char", "end_char", "attributes.medium"), VALUES))


@st.composite
def sides(draw: st.DrawFn, base: Flat | None, chain: UUID) -> Side:
    """A row after a few changes of any sort."""
    image = base
    touched = Touched(existed=base is not None)
    minute = 0
    for _ in range(draw(st.integers(0, 4))):
        minute += draw(st.integers(1, 5))
        rank = draw(st.sampled_from((BY_EDIT, BY_EDIT, BY_MERGE)))
        after = draw(st.none() | ROWS.map(_said))
        if image is None and after is None:
            continue
        before: Any = image
        if image is not None and after is not None:
            names = {name for name in {**image, **after} if image.get(name) != after.get(name)}
            before = {name: image.get(name) for name in names}
            change: Any = {name: after.get(name) for name in names}
        else:
            change = after
        if before or change:
            touched.note(before, change, stamp(minute, chain), rank)
        image = after
    return Side(image, touched if touched.cells or touched.gone else None)


def _said(row: Flat) -> Flat:
    return {"id": 1} | {name: value for name, value in row.items() if value is not None}


@given(data=st.data())
def test_it_is_the_same_whichever_takes_in_the_other(data: st.DataObject) -> None:
    base = data.draw(st.none() | ROWS.map(_said))
    one, other = data.draw(sides(base, LEFT)), data.draw(sides(base, RIGHT))
    if one.touched is None and other.touched is None:
        return
    here, there = merged("annotation", one, other), merged("annotation", other, one)
    assert here.image == there.image
    assert here.differences == there.differences
    if other.touched is None and one.image is not None:
        assert here.image == one.image


def listing(side: int, kept: Any, other: Any) -> Side:
    """The row of a conflict that one copy has listed at this minute."""
    image = {"id": 1, "kind": "removed", "kept": kept, "other": other}
    touched = Touched(existed=False)
    touched.note(None, image, stamp(side, LEFT), BY_MERGE)
    return Side(image, touched)


@pytest.mark.parametrize("unsound", [None, [1], {"at": 3}])
def test_one_conflict_listed_twice_is_told_the_same_whenever_it_was_listed(unsound: Any) -> None:
    earlier, later = {"row": {}, "by": "a", "at": "2026-05-04"}, {"row": {}, "by": "b", "at": "2026-05-05"}
    gone = {"row": None, "by": None, "at": None}
    for first, second in ((1, 2), (2, 1)):
        one, other = listing(first, earlier, gone), listing(second, later, earlier)
        assert merged("merge_conflict", one, other) == merged("merge_conflict", other, one)
        image = merged("merge_conflict", one, other).image
        assert image is not None
        assert (image["kept"], image["other"]) == (later, earlier)
        strange = listing(first, unsound, earlier)
        assert merged("merge_conflict", one, strange) == merged("merge_conflict", strange, one)


def test_people_of_one_name_get_numbers() -> None:
    names = {UUID(int=3): "Cem", UUID(int=1): "Cem", UUID(int=2): "Cem (2)", UUID(int=4): "Dia", UUID(int=5): "Cem"}
    assert dict(numbered_names(names)) == {UUID(int=3): "Cem (3)", UUID(int=5): "Cem (4)"}
    assert dict(numbered_names({UUID(int=1): "Cem", UUID(int=2): "Dia"})) == {}
