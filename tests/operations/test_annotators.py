"""The people who read and label."""

from threading import Thread
from uuid import uuid4

import pytest

from annotator.operations import annotators, history
from tests.store.desk import Desk


def test_a_name_is_one_person(desk: Desk) -> None:
    assert annotators.find_or_add_annotator(desk.workspace, " Ana ") == desk.ana
    assert annotators.find_or_add_annotator(desk.workspace, "ana") != desk.ana
    assert history.undo_title(desk.workspace, desk.ana) is None


def test_looking_for_somebody_adds_nobody(desk: Desk) -> None:
    assert annotators.find_annotator(desk.workspace, " Ana") == desk.ana
    assert annotators.find_annotator(desk.workspace, "Eve") is None
    assert len(desk.rows()["annotator"]) == 2


@pytest.mark.parametrize(
    ("name", "kept"), [("", "annotator"), (" \n", "annotator"), ("A\x00b", "Ab"), ("\ud800x", "?x"), ("名 前", "名 前")]
)
def test_every_name_can_be_kept(desk: Desk, name: str, kept: str) -> None:
    key = annotators.find_or_add_annotator(desk.workspace, name)
    assert next(row["name"] for row in desk.rows()["annotator"] if row["id"] == key) == kept
    assert annotators.find_or_add_annotator(desk.workspace, name) == key


def test_two_who_come_at_once_are_one(desk: Desk) -> None:
    found: list[object] = []
    threads = [
        Thread(target=lambda: found.append(annotators.find_or_add_annotator(desk.workspace, "Eve"))) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4
    assert len(set(found)) == 1


def test_the_name_is_the_one_that_annotations_carry(desk: Desk) -> None:
    spaced = annotators.find_or_add_annotator(desk.workspace, "  Dewi   Lestari ")
    assert annotators.name_of(desk.workspace, spaced) == "Dewi Lestari"
    assert annotators.name_of(desk.workspace, uuid4()) == ""
