"""Articles that are copies are grouped when they come, whatever came with them."""

from itertools import combinations
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.core.near_copies import bands, exact_likeness, sketch
from annotator.operations import copy_groups, documents, history
from annotator.operations.verification import verify
from annotator.store import copies
from tests.core.test_near_copies import edited, story
from tests.operations.copies_desk import arrive, groups_of
from tests.store.desk import Desk

SHORT = "The bridge is closed."


def test_copies_of_one_batch_are_one_group(desk: Desk) -> None:
    wire, other = story(300, 1), story(300, 2)
    keys = arrive(desk, wire, other, edited(wire, 1, 0.02), edited(other, 2, 0.02), edited(wire, 3, 0.02))
    assert groups_of(desk, keys) == [0, 1, 0, 1, 0]


def test_copies_that_come_later_join_the_group(desk: Desk) -> None:
    wire = story(300, 1)
    keys = [arrive(desk, text)[0] for text in (wire, story(300, 2), edited(wire, 1, 0.02), edited(wire, 2, 0.02))]
    assert groups_of(desk, keys) == [0, 1, 0, 0]
    first = next(row for row in desk.rows()["document"] if row["id"] == keys[0])
    assert first["copy_group"] is None  # no row is changed but those that come


def test_the_same_text_is_a_copy_however_short(desk: Desk) -> None:
    keys = arrive(desk, SHORT, SHORT, SHORT + " Now.") + arrive(desk, SHORT)
    assert groups_of(desk, keys) == [0, 0, 2, 0]


def test_a_copy_of_a_copy_is_in_the_group_of_the_first(desk: Desk) -> None:
    wire = story(300, 1)
    copy = edited(wire, 1, 0.04)
    keys = [*arrive(desk, wire), *arrive(desk, copy), *arrive(desk, edited(copy, 2, 0.04))]
    assert groups_of(desk, keys) == [0, 0, 0]


def test_an_estimate_near_the_limit_is_settled_by_the_texts(desk: Desk) -> None:
    """Texts whose estimate may be wrong are told as they are."""
    wire = story(400, 5)
    pieces = wire.split("\n\n")
    for kept in range(3, 10):
        mixed = "\n\n".join([*pieces[:kept], *story(400, 50 + kept).split("\n\n")[kept:]])
        shares = set(bands(sketch(wire))) & set(bands(sketch(mixed)))
        wire_key, mixed_key = arrive(desk, wire, mixed)
        alike = exact_likeness(wire, mixed) >= 0.4
        if shares or not alike:
            assert groups_of(desk, [wire_key, mixed_key]) == ([0, 0] if alike else [0, 1])
        documents.remove_document(desk.workspace, mixed_key, desk.ana)


def test_what_was_removed_is_a_copy_of_nothing(desk: Desk) -> None:
    wire = story(300, 1)
    (first,) = arrive(desk, wire)
    documents.remove_document(desk.workspace, first, desk.ana)
    keys = arrive(desk, edited(wire, 1, 0.02), wire)
    assert groups_of(desk, keys) == [0, 0]
    rows = {row["id"]: row["copy_group"] for row in desk.rows()["document"]}
    assert rows[keys[0]] is None
    history.undo(desk.workspace, desk.ana)
    history.undo(desk.workspace, desk.ana)
    assert groups_of(desk, [first]) == [0]
    assert verify(desk.workspace).problems == []


def test_projects_of_older_versions_are_caught_up_with(desk: Desk) -> None:
    wire, other = story(300, 1), story(300, 2)
    texts = [wire, other, edited(wire, 1, 0.02), SHORT, SHORT, edited(other, 2, 0.02), wire]
    keys = arrive(desk, *texts, looked_at=False)
    told: list[tuple[int, int]] = []
    assert copy_groups.catch_up(desk.workspace, lambda done, total: told.append((done, total))) == 4
    assert groups_of(desk, keys) == [0, 1, 0, 3, 3, 1, 0]
    assert told == [(7, 7)]
    assert copy_groups.catch_up(desk.workspace) == 0
    assert history.undo_title(desk.workspace, desk.ana) == "Load article"  # nobody's step
    assert verify(desk.workspace).problems == []


def test_a_load_can_be_undone_though_its_copies_were_found_later(desk: Desk) -> None:
    wire = story(300, 1)
    keys = [key for text in (wire, edited(wire, 1, 0.02)) for key in arrive(desk, text, looked_at=False)]
    assert copy_groups.catch_up(desk.workspace) == 1
    history.undo(desk.workspace, desk.ana)
    assert [row["id"] for row in desk.rows()["document"]] == keys[:1]
    history.redo(desk.workspace, desk.ana)
    assert groups_of(desk, keys) == [0, 0]
    assert desk.problems() == []


def test_catching_up_stops_when_it_is_asked_to_and_goes_on_later(desk: Desk) -> None:
    wire = story(120, 1)
    texts = [wire, *(story(120, seed) for seed in range(2, 70)), edited(wire, 1, 0.01)]
    keys = arrive(desk, *texts, looked_at=False)
    asked = iter([False, True])
    assert copy_groups.catch_up(desk.workspace, cancelled=lambda: next(asked)) == 0
    with desk.workspace.reading() as connection:
        assert copies.not_looked_at(connection) == keys[64:]
    assert copy_groups.catch_up(desk.workspace) == 1
    assert groups_of(desk, [keys[0], keys[-1]]) == [0, 0]


def test_crowded_bands_hide_no_copy_and_cost_little(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copies, "CROWDED", 3)
    wire = story(300, 1)
    keys = [arrive(desk, edited(wire, seed, 0.01))[0] for seed in range(8)]
    assert groups_of(desk, keys) == [0] * 8
    with desk.workspace.reading() as connection:
        most = max(len(copies.sharing(connection, [band])) for band in bands(sketch(edited(wire, 1, 0.01))))
    assert most <= 3


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(6)), cut=st.integers(0, 6))
def test_the_groups_do_not_depend_on_order_or_batches(desk: Desk, order: list[int], cut: int) -> None:
    wire, other = story(300, 11), story(300, 12)
    texts = [wire, edited(wire, 1, 0.01), edited(wire, 2, 0.01), other, edited(other, 3, 0.01), SHORT]
    keys: dict[int, UUID] = {}
    for batch in (order[:cut], order[cut:]):
        keys |= dict(zip(batch, arrive(desk, *[texts[at] for at in batch]), strict=True))
    groups = groups_of(desk, [keys[at] for at in range(6)])
    together = {(a, b) for a, b in combinations(range(6), 2) if groups[a] == groups[b]}
    for key in keys.values():
        documents.remove_document(desk.workspace, key, desk.ana)
    assert together == {(0, 1), (0, 2), (1, 2), (3, 4)}
