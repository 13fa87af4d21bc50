"""Rows of several articles are put down together, and closed readings are known before anything is."""

from typing import Any

from annotator.core.identity import new_id
from annotator.operations import readings
from annotator.operations.import_rows import NewRows, closed_readings
from tests.store.desk import Desk


def test_all_are_added_what_links_lead_to_first(desk: Desk) -> None:
    document = desk.load()
    whose = {"document_id": document, "annotator_id": desk.ana}
    place = {"start_char": 0, "end_char": 5}
    blank: dict[str, Any] = dict.fromkeys(
        ("segments", "made_from", "attributes", "guideline_version", "suggested_by", "foreign_key")
    )
    tags = [
        {"id": new_id(), **whose, **place, **blank, "label": label, "note": "", "origin": "imported"}
        for label in ("denial", "claim")
    ]
    ends = {"from_id": tags[0]["id"], "to_id": tags[1]["id"], "source_id": None}
    rows = NewRows()
    rows.marks.append({"id": new_id(), **whose, "start_char": 6, "end_char": 9})
    rows.links.append({"id": new_id(), **whose, "kind": "denies", **ends})
    rows.annotations += tags
    with desk.workspace.edit("Import annotations", desk.ana) as session:
        rows.put_down(session)
        rows.put_down(session)  # they are forgotten by then
    there = desk.rows()
    assert [len(there[name]) for name in ("annotation", "relation", "mark")] == [2, 1, 1]
    assert not desk.problems()
    desk.workspace.undo(desk.ana)
    assert not any(desk.rows()[name] for name in ("annotation", "relation", "mark"))


def test_what_is_handed_in_is_closed_for_who_did_it(desk: Desk) -> None:
    first, second = desk.load("Satu."), desk.load("Dua.")
    readings.submit(desk.workspace, first, desk.ana, despite=True)
    with desk.workspace.reading() as connection:
        assert closed_readings(connection, [desk.ana, desk.ben], [first, second]) == {(first, desk.ana)}
        assert closed_readings(connection, [desk.ana], []) == frozenset()
