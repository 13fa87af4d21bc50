"""Reads by which what comes from another tool is recognised."""

from pathlib import Path
from uuid import uuid4

from annotator.operations import sources
from annotator.operations.importing import import_annotations
from annotator.store import import_reads
from annotator.store.tables import Document
from tests.operations.import_desk import unsure_minister, written
from tests.store.desk import Desk


def test_articles_are_found_by_text_key_and_title(desk: Desk) -> None:
    first, second = desk.load("Satu dua tiga."), desk.load("Empat lima enam.")
    rows = {row["id"]: row for row in desk.rows()["document"]}
    with desk.workspace.edit("Name it", desk.ana) as session:
        row = session.get(Document, second)
        assert row is not None
        row.foreign_key = "w3c:7"
    with desk.workspace.reading() as connection:
        text = rows[first]["text_sha256"]
        assert import_reads.articles_of_texts(connection, [text, b"0" * 32]) == {text: [first]}
        assert import_reads.articles_of_foreign_keys(connection, ["w3c:7", "w3c:8"]) == {"w3c:7": [second]}
        assert import_reads.articles_by_title(connection)["Satu dua tiga."] == [first]
        assert import_reads.newest_versions(connection, [first, uuid4()]) == {first: first}
        assert import_reads.newest_versions(connection, []) == {}


def test_a_chain_of_versions_leads_to_its_end(desk: Desk) -> None:
    first, second, third = (desk.load(f"Satu dua {number}.") for number in "abc")
    for older, newer in ((first, second), (second, third)):
        with desk.workspace.edit("Replace", desk.ana) as session:
            row = session.get(Document, older)
            assert row is not None
            row.superseded_by = newer
    with desk.workspace.reading() as connection:
        assert import_reads.newest_versions(connection, [first, third]) == {first: third, third: third}


def test_annotations_and_sources_are_found(desk: Desk) -> None:
    record = desk.tag(desk.load())
    source = sources.add_source(desk.workspace, "Rina", desk.ana, aliases=["Ibu Rina"])
    other = sources.add_source(desk.workspace, "Ibu Rina", desk.ana)
    with desk.workspace.reading() as connection:
        found = import_reads.homes_of(connection, [record.id, uuid4()])
        assert found == {record.id: (record.id, record.document_id, desk.ana, "claim")}
        assert import_reads.source_names(connection) == {"rina": source.id, "ibu rina": other.id}
        assert import_reads.kept_exchange(connection) == {}


def test_an_import_writes_the_same_in_both_databases(desk: Desk, tmp_path: Path) -> None:
    path = written(tmp_path, [unsure_minister()], "dataset")
    report = import_annotations(desk.workspace, path, desk.ana, submit=True)
    assert (report.loaded, report.annotations, report.links, report.sources) == (1, 3, 1, 1)
    again = import_annotations(desk.workspace, path, desk.ana, submit=True)
    assert (again.loaded, again.annotations, again.known, again.links) == (0, 0, 3, 0)
    assert not desk.problems()
