"""Annotations of everybody can be gone to."""

from annotator.operations.passages import newest_passages
from tests.store.desk import Desk


def test_everybodys_are_there(desk: Desk) -> None:
    key = desk.load()
    desk.tag(key, 0, 4)
    desk.tag(key, 5, 9, by=desk.ben)
    assert [one.words for one in newest_passages(desk.workspace)] == ["kota", "Wali"]
    assert len(newest_passages(desk.workspace, 1)) == 1
