"""What goes out as our own JSON Lines comes in as the same project, every row under its own key; damage is told."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from annotator.core.selection import Selection
from annotator.errors import DiskFull, UnreadableInput
from annotator.operations import annotators, loading, relations, search, sources
from annotator.operations.protection import mask_of
from annotator.operations.restoring import RestoreReport, is_restorable, restore
from annotator.operations.verification import verify
from annotator.store.tables import Annotation, Document, Relation
from annotator.store.workspace import Workspace
from tests.operations.whole_desk import Everything, all_rows, empty, exported
from tests.store.desk import Desk

ELSEWHERE = str(UUID(int=0x0190_0000_0000_7000_8000_0000_0000_0007))
"""The key of nothing."""


@pytest.fixture
def everything(project_path: Path) -> Iterator[Everything]:
    desk = Desk(project_path)
    yield Everything(desk)
    desk.workspace.close()


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    """What goes out of such a project, once for all that is damaged of it."""
    folder = tmp_path_factory.mktemp("whole")
    desk = Desk(folder / "project.annotator")
    try:
        return exported(Everything(desk).workspace, folder / "a.jsonl").splitlines()
    finally:
        desk.workspace.close()


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Workspace]:
    workspace = empty(tmp_path / "other.annotator")
    yield workspace
    workspace.close()


def links_in(workspace: Workspace) -> list[dict[str, Any]]:
    """The links between annotations."""
    return [row for row in all_rows(workspace)["relation"] if row["to_id"]]


def test_the_same_project_comes_back(everything: Everything, other: Workspace, tmp_path: Path) -> None:
    first = exported(everything.workspace, tmp_path / "a.jsonl")
    assert is_restorable(tmp_path / "a.jsonl")
    report = restore(other, tmp_path / "a.jsonl")
    rows = all_rows(other)
    assert (len(links_in(other)), len(rows["source"]), len(rows["mark"])) == (2, 2, 3)
    assert report == RestoreReport(
        articles=3, versions=2, annotations=24, links=2, sources=2, marks=3, people=["Ana", "Ben"],
        is_whole_project=True,
    )  # fmt: skip
    assert rows == all_rows(everything.workspace)
    assert exported(other, tmp_path / "b.jsonl") == first
    assert verify(other).problems == []
    assert other.undo_title(everything.desk.ana) is None


def test_protected_sources_stay_so_under_their_numbers(
    everything: Everything, other: Workspace, tmp_path: Path
) -> None:
    desk, article = everything.desk, everything.desk.load("Menteri membantah kemarin.")
    rina, dodi, menteri = (
        sources.add_source(desk.workspace, name, desk.ana, protected=True).id
        for name in ("Rina Hasan", "Dodi Pratama", "Menteri")
    )
    named = desk.load(
        "A source said nothing. Rina Hasan, protected by the law, was asked; Hasan left. Dodi Pratama too."
    )
    for document_id, source_id in ((named, dodi), (named, rina), (article, menteri)):
        relations.set_sources(desk.workspace, [desk.tag(document_id, 0, 8).id], "attributed_to", [source_id], desk.ana)
    first = exported(everything.workspace, tmp_path / "a.jsonl")
    assert b"Rina Hasan" not in first
    restore(other, tmp_path / "a.jsonl")
    there = {one.id: one for one in sources.read_sources(other)}
    assert [there[key].name for key in (rina, dodi, menteri)] == [f"Protected source {at}" for at in (1, 2, 3)]
    assert all(there[key].protected for key in (rina, dodi, menteri))
    assert exported(other, tmp_path / "b.jsonl") == first
    assert verify(other).problems == []
    known = sources.add_source(other, "Corvin Dastel", annotators.find_or_add_annotator(other, "Ana"), protected=True)
    assert mask_of(other).name(known) == "Protected source 4"


def test_the_texts_are_found(everything: Everything, other: Workspace, tmp_path: Path) -> None:
    exported(everything.workspace, tmp_path / "a.jsonl")
    restore(other, tmp_path / "a.jsonl")
    found = [hit.document.id for hit in search.search(other, "pedagang").hits]
    assert found == [everything.articles[0]]


def test_it_goes_to_a_server_and_back(
    everything: Everything, postgresql_url: str, other: Workspace, tmp_path: Path
) -> None:
    first = exported(everything.workspace, tmp_path / "a.jsonl")
    server = empty(postgresql_url)
    restore(server, tmp_path / "a.jsonl")
    assert exported(server, tmp_path / "b.jsonl") == first
    assert verify(server).problems == []
    server.close()


def test_nothing_is_taken_twice(everything: Everything, other: Workspace, tmp_path: Path) -> None:
    exported(everything.workspace, tmp_path / "a.jsonl")
    restore(other, tmp_path / "a.jsonl")
    before = all_rows(other)
    assert restore(other, tmp_path / "a.jsonl") == RestoreReport(known=3)
    assert all_rows(other) == before


def test_into_a_project_that_has_other_articles(everything: Everything, other: Workspace, tmp_path: Path) -> None:
    exported(everything.workspace, tmp_path / "a.jsonl")
    who = annotators.find_or_add_annotator(other, "Ana")
    loading.load_content(other, b"Something else.", "x.txt", who)
    report = restore(other, tmp_path / "a.jsonl")
    assert (report.articles, report.is_whole_project, report.failed) == (3, False, [])
    rows = all_rows(other)
    assert {row["name"] for row in rows["annotator"]} == {"Ana", "Ben"}  # the same name is the same person
    assert {row["annotator_id"] for row in rows["annotation"]} == {who, everything.desk.ben}
    assert rows["project"][0]["name"] != "Berita"
    assert rows["comment"][0]["mentions"] == [str(who)]
    assert verify(other).problems == []


def test_only_what_is_not_there_yet_comes(everything: Everything, other: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    lines = exported(everything.workspace, path).splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:2]))
    report = restore(other, path)
    assert (report.articles, report.links_left_out) == (2, 0)
    path.write_bytes(b"".join(lines))
    assert (report.links, len(links_in(other))) == (1, 1)
    rest = restore(other, path)
    assert (rest.articles, rest.versions, rest.known, rest.sources) == (1, 2, 2, 0)
    assert (rest.links, len(links_in(other))) == (1, 2)
    assert all_rows(other)["annotation"] == all_rows(everything.workspace)["annotation"]


def test_a_link_that_leads_nowhere_is_left_out_and_counted(
    everything: Everything, other: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "a.jsonl"
    lines = exported(everything.workspace, path).splitlines(keepends=True)
    path.write_bytes(lines[0])
    assert restore(other, path).links_left_out == 1
    assert verify(other).problems == []


def test_what_was_stopped_on_the_way_is_taken_up_with_all_its_links(
    everything: Everything, other: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "a.jsonl"
    content = exported(everything.workspace, path)
    path.write_bytes(content.splitlines(keepends=True)[0])
    restore(other, path)
    path.write_bytes(content)
    report = restore(other, path)
    assert (report.known, report.links_left_out) == (1, 0)
    assert all_rows(other)["relation"] == all_rows(everything.workspace)["relation"]
    far = next(row for row in all_rows(other)["relation"] if row["to_id"])
    with other.edit("Unlink", None) as session:
        session.delete(session.get_one(Relation, far["id"]))
    restore(other, path)
    assert far not in all_rows(other)["relation"]  # what somebody has taken away since stays away
    assert verify(other).problems == []


def test_a_lean_file_and_one_of_a_part_hold_no_rows(everything: Everything, other: Workspace, tmp_path: Path) -> None:
    exported(everything.workspace, tmp_path / "a.jsonl", selection=Selection(labels=("claim",)))
    assert b'"rows"' not in (tmp_path / "a.jsonl").read_bytes()
    assert not is_restorable(tmp_path / "a.jsonl")
    with pytest.raises(UnreadableInput, match="does not hold all of a project"):
        restore(other, tmp_path / "a.jsonl")


def test_it_can_be_stopped_and_says_how_far_it_is(
    everything: Everything, other: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.operations.restoring._BATCH", 1)
    exported(everything.workspace, tmp_path / "a.jsonl")
    told: list[tuple[int, int]] = []
    stops = iter([False, True])
    report = restore(other, tmp_path / "a.jsonl", lambda *at: told.append(at), lambda: next(stops))
    assert (report.articles, report.cancelled, told) == (2, True, [(1, 3), (2, 3)])
    assert restore(other, tmp_path / "a.jsonl").articles == 1
    assert all_rows(other)["document"] == all_rows(everything.workspace)["document"]


def _refused(first: bytes, damaged: dict[str, Any], folder: Path) -> str:
    """What is said of a line that cannot be taken; the first one can."""
    file = folder / "a.jsonl"
    file.write_bytes(first + b"\n" + json.dumps(damaged).encode() + b"\n")
    workspace = empty(folder / "other.annotator")
    try:
        report = restore(workspace, file)
        assert (report.articles, len(all_rows(workspace)["document"])) == (1, 1)
    finally:
        workspace.close()
    ((number, words),) = report.failed
    assert number == 2
    assert words.startswith("Line 2 cannot be taken: ")
    assert words.endswith(".")
    return words


def _put(line: dict[str, Any], path: str, value: Any) -> None:
    *way, last = [int(step) if step.isdigit() else step for step in path.split("/")]
    place: Any = line
    for step in way:
        place = place[step]
    place[last] = value


@pytest.mark.parametrize(
    ("path", "value", "reason"),
    [
        ("text", "Something else", "its text is not the one that it names"),
        ("rows/document/0/text_sha256", "00", "its text is not the one that it names"),
        ("rows/document/0/id", "5", "document.id is not what it should be"),
        ("rows/document", [], "something in it is not what it should be"),
        ("kept", [[0]], "something in it is not what it should be"),
        ("rows/document/0/title", 5, "document.title is not what it should be"),
        ("rows/document/0/title", "a\x00", "document.title is not what it should be"),
        ("rows/document/0/length", 5, "document.length is not that of the text"),
        ("rows/document/0/sentence_ends", [5, 4], "document.sentence_ends do not fit the text"),
        ("rows/document/0/furniture", [[5, 4, "x"]], "document.furniture is outside the text"),
        ("rows/document/0/status", "unheard", "document.status is not what it should be"),
        ("rows/document/0/loaded_at", "2026-01-01", "document.loaded_at is not what it should be"),
        ("rows/document/0/superseded_by", ELSEWHERE, "a newer version has replaced it"),
        ("rows/document/0/column", 1, "document.column is not known"),
        ("rows/annotation/0/end_char", 50_000, "is outside the text"),
        ("rows/annotation/0/end_char", 1 << 40, "annotation.end_char is not what it should be"),
        ("rows/annotation/0/start_char", True, "annotation.start_char is not what it should be"),
        ("rows/annotation/0/annotator_id", ELSEWHERE, "names a person whom the first line does not"),
        ("rows/annotation/0/document_id", ELSEWHERE, "is about another article"),
        ("rows/annotation/0/segments", [[0, 3], [2, 12]], "has segments that do not fit"),
        ("rows/annotation/0/label", None, "has no label"),
        ("rows/annotation", 5, "what it should be"),
        ("rows/relation/0/from_id", ELSEWHERE, "refers to what is not in the article"),
        ("rows/relation/0/to_id", ELSEWHERE, "to two things"),
        ("rows/source", [], "refers to what is not in the article"),
        ("rows/secrets", [], "the table secrets is not known"),
        ("rows", 5, "what it should be"),
        ("kept", [[0, 5]], "its text is not the one that it names"),
        ("cut", None, "what it should be"),
        ("older/0/text", "another", "the text of an older version"),
        ("older/0/rows/document/0/superseded_by", ELSEWHERE, "belongs to another article"),
    ],
)
def test_a_damaged_line_is_left_out_and_told(
    lines: list[bytes], tmp_path: Path, path: str, value: Any, reason: str
) -> None:
    damaged = json.loads(lines[2])
    _put(damaged, path, value)
    assert reason in _refused(lines[0], damaged, tmp_path)


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ("document", "document has several rows, or none"),
        ("annotation", "two rows of annotation have the same id"),
        ("relation", "two rows of relation have the same id"),
        ("reading", "two rows of reading have the same id"),
        ("sentence_break", "two sentence_breaks are at one place"),
    ],
)
def test_what_a_line_tells_twice_is_not_said_to_be_in_the_project(
    lines: list[bytes], tmp_path: Path, table: str, reason: str
) -> None:
    damaged = json.loads(lines[2])
    damaged["rows"][table] *= 2
    assert reason in _refused(lines[0], damaged, tmp_path)


def test_no_row_takes_the_place_of_another(lines: list[bytes], other: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    told = [json.loads(line) for line in lines]
    told[1]["rows"]["annotation"][0]["id"] = told[0]["rows"]["annotation"][0]["id"]
    file.write_text("\n".join(map(json.dumps, told)) + "\nno json\n", encoding="utf-8")
    report = restore(other, file)
    assert [words for _, words in report.failed] == [
        "Line 4 cannot be taken: it is no JSON.",
        "Line 2 cannot be taken: a row of annotation is in this project already.",
    ]
    assert len(all_rows(other)[str(Document.__tablename__)]) == 4
    assert len(all_rows(other)[str(Annotation.__tablename__)]) == 16


def _told(lines: list[bytes], folder: Path) -> tuple[list[dict[str, Any]], Path]:
    return [json.loads(line) for line in lines], folder / "a.jsonl"


def _put_down(told: list[dict[str, Any]], path: Path) -> None:
    path.write_text("\n".join(map(json.dumps, told)), encoding="utf-8")


def test_what_was_refused_is_in_nobodys_way(lines: list[bytes], other: Workspace, tmp_path: Path) -> None:
    told, path = _told(lines, tmp_path)
    first, second, third = (one["rows"]["annotation"] for one in told)
    second[0]["id"] = first[0]["id"]  # the second line clashes with the first …
    third[0]["id"] = second[1]["id"]  # … so that what the third has in common with it is free
    _put_down(told, path)
    report = restore(other, path)
    assert [line for line, _ in report.failed] == [2]
    assert report.articles == 2
    assert verify(other).problems == []


def test_an_article_that_comes_twice_is_taken_once(
    lines: list[bytes], other: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"\n".join([*lines[:2], lines[1], *lines[2:]]))
    report = restore(other, path)
    assert (report.articles, report.known, report.failed) == (3, 1, [])


def test_what_another_process_took_in_meanwhile_is_known(
    lines: list[bytes], other: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"\n".join(lines))
    restore(other, path)
    monkeypatch.setattr("annotator.operations.restoring._Restoring._unknown", lambda self, articles: articles)
    assert restore(other, path) == RestoreReport(known=3)
    assert verify(other).problems == []


def test_what_the_database_refuses_costs_its_own_line_only(
    lines: list[bytes], other: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.operations.restored_articles._check_ends", lambda tables: None)
    told, path = _told(lines, tmp_path)
    told[1]["rows"]["contact"] = [
        {"id": ELSEWHERE, "annotation_id": ELSEWHERE, "annotator_id": told[0]["rows"]["annotation"][0]["annotator_id"],
         "at": "2026-01-01"}
    ]  # fmt: skip
    _put_down(told, path)
    report = restore(other, path)
    assert report.failed == [(2, "Line 2 cannot be taken: a row of it refers to what is not in this project.")]
    assert (report.articles, len(all_rows(other)["document"])) == (2, 4)
    assert verify(other).problems == []


def test_a_full_disk_is_no_fault_of_a_line(
    lines: list[bytes], other: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DiskFull("There is no room left.")

    path = tmp_path / "a.jsonl"
    path.write_bytes(b"\n".join(lines))
    monkeypatch.setattr("annotator.operations.restoring.keep_texts", full)
    with pytest.raises(DiskFull):
        restore(other, path)


@pytest.mark.parametrize("weight", [1, 10_000])
def test_edits_are_as_large_as_what_they_write(
    weight: int, lines: list[bytes], other: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"\n".join(lines))
    monkeypatch.setattr("annotator.operations.restoring._WEIGHT", weight)
    told: list[int] = []
    assert restore(other, path, lambda line, _: told.append(line)).articles == 3
    assert told == ([1, 2, 2] if weight == 1 else [2])
    assert verify(other).problems == []


def test_a_file_of_what_is_here_can_be_stopped_too(
    lines: list[bytes], other: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"\n".join(lines))
    restore(other, path)
    monkeypatch.setattr("annotator.operations.restoring._BATCH", 1)
    assert restore(other, path, cancelled=lambda: True) == RestoreReport(known=1, cancelled=True)
