"""Reads along the versions of an article."""

from itertools import pairwise
from uuid import UUID, uuid4

from annotator.core.identity import new_id
from annotator.store import versions
from tests.store.desk import Desk


def test_versions_are_found_from_any_of_them(desk: Desk) -> None:
    keys = [desk.load(f"Version {number}.") for number in range(3)]
    other = desk.load("Another.")
    for older, newer in pairwise(keys):
        replace(desk, older, newer)
    with desk.workspace.reading() as connection:
        for key in keys:
            assert versions.version_keys(connection, key) == keys
        assert versions.version_keys(connection, other) == [other]
        assert versions.superseded(connection, [*keys, other, uuid4()]) == {keys[0]: keys[1], keys[1]: keys[2]}
        assert versions.superseded(connection, []) == {}


def test_a_ring_of_versions_ends(desk: Desk) -> None:
    """Nothing writes one; a database that somebody else has written may hold it."""
    one, two = desk.load("One."), desk.load("Two.")
    for older, newer in ((one, two), (two, one)):
        replace(desk, older, newer)
    with desk.workspace.reading() as connection:
        assert sorted(versions.version_keys(connection, one)) == sorted([one, two])


def test_many_are_asked_for_at_once(desk: Desk) -> None:
    with desk.workspace.reading() as connection:
        assert versions.superseded(connection, [new_id() for _ in range(1000)]) == {}


def replace(desk: Desk, older: UUID, newer: UUID) -> None:
    """Say behind the program's back that one is the newer version of the other."""
    keys = [key.bytes if desk.workspace.engine_name == "sqlite" else key for key in (older, newer)]
    desk.sql("UPDATE document SET superseded_by = :newer WHERE id = :older", older=keys[0], newer=keys[1])
