"""Reads along the versions of an article."""

from itertools import pairwise
from uuid import UUID, uuid4

from annotator.core.identity import new_id
from annotator.operations import details
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


def test_likely_older_versions_have_the_address_or_the_title_and_much_of_the_text(desk: Desk) -> None:
    text = "The bridge was closed on Friday after cracks were found in two of its piers, the council said. " * 3
    old = desk.load(f"Bridge closed\n\n{text}")
    desk.load("Bridge closed\n\nSomething else entirely is told below the same heading, and nobody has copied it.")
    other = desk.load("Ferry late\n\nThe ferry is late again.")
    new = desk.load(f"Bridge closed\n\n{text}Since then it has been opened again.")
    same = desk.load("Another title\n\nAnd another text.")
    for key in (other, same):
        details.set_details_of_many(desk.workspace, [key], {"url": "https://bugle.example/1"}, desk.ana)
    with desk.workspace.reading() as connection:
        assert versions.likely_older(connection, new) == [old]
        assert versions.likely_older(connection, same) == [other]
        assert versions.likely_older(connection, old) == []
        assert versions.likely_older(connection, uuid4()) == []
    replace(desk, old, other)
    with desk.workspace.reading() as connection:
        assert versions.likely_older(connection, new) == []


def test_many_are_asked_for_at_once(desk: Desk) -> None:
    with desk.workspace.reading() as connection:
        assert versions.superseded(connection, [new_id() for _ in range(1000)]) == {}


def replace(desk: Desk, older: UUID, newer: UUID) -> None:
    """Say behind the program's back that one is the newer version of the other."""
    keys = [key.bytes if desk.workspace.engine_name == "sqlite" else key for key in (older, newer)]
    desk.sql("UPDATE document SET superseded_by = :newer WHERE id = :older", older=keys[0], newer=keys[1])
