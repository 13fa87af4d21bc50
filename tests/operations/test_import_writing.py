"""Articles written some at a time, and links between them."""

from dataclasses import replace
from pathlib import Path

import pytest

from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle, ExchangedLink
from annotator.core.spans import Span
from annotator.operations import documents, import_preview, importing, readings
from annotator.operations.import_article import CLOSED_READING
from annotator.operations.importing import import_annotations
from annotator.store.submissions import first_submissions
from tests.operations.import_desk import written
from tests.store.desk import Desk

CLAIM = ExchangedArticle("a", "Harga beras naik.", annotations=(ExchangedAnnotation("1", "claim", (Span(0, 16),)),))
DENIAL = ExchangedArticle(
    "b",
    "Menteri membantah.",
    annotations=(ExchangedAnnotation("1", "denial", (Span(0, 17),)),),
    links=(ExchangedLink("denies", "1", "1", to_article="a"), ExchangedLink("denies", "1", "9", to_article="a")),
)


def test_links_lead_to_articles_that_come_later_and_earlier(desk: Desk, tmp_path: Path) -> None:
    path = written(tmp_path, [DENIAL, CLAIM, replace(DENIAL, key="c", text="Menteri membantah lagi.")], "dataset")
    report = import_annotations(desk.workspace, path, desk.ana, submit=True)
    assert (report.links, report.loaded) == (2, 3)
    assert report.left_out == {"relation “denies” of which one end is not there": 2}
    claim = next(row for row in desk.rows()["annotation"] if row["label"] == "claim")
    assert {row["to_id"] for row in desk.rows()["relation"]} == {claim["id"]}
    with desk.workspace.reading() as connection:
        links = [len(one.links) for one in first_submissions(connection)]
    assert sorted(links) == [0, 1, 1], "what is handed in has its links"
    before = desk.rows()
    again = import_annotations(desk.workspace, path, desk.ana, submit=True)
    assert (again.links, again.annotations) == (0, 0)
    assert desk.rows() == before
    assert not desk.problems()


def test_an_article_that_is_twice_in_the_file_comes_once(desk: Desk, tmp_path: Path) -> None:
    more = replace(CLAIM, key="z", annotations=(ExchangedAnnotation("2", "quote", (Span(0, 5),)),))
    report = import_annotations(desk.workspace, written(tmp_path, [CLAIM, more, CLAIM]), desk.ana)
    assert (report.loaded, report.articles, report.annotations, report.known) == (1, 1, 2, 1)


def test_an_import_of_ones_own_is_one_step_back(desk: Desk, tmp_path: Path) -> None:
    first = desk.load()
    many = [ExchangedArticle(str(at), f"Harga beras naik {at}.", annotations=CLAIM.annotations) for at in range(60)]
    report = import_annotations(desk.workspace, written(tmp_path, many, "doccano"), desk.ana)
    assert (report.loaded, report.undoable) == (60, True)
    assert desk.workspace.undo(desk.ana) == "Import annotations"
    assert [one.id for one in documents.list_documents(desk.workspace)] == [first]
    assert not desk.problems()
    desk.workspace.redo(desk.ana)
    assert len(documents.list_documents(desk.workspace)) == 61


def test_what_is_somebody_elses_or_handed_in_is_not_undone(desk: Desk, tmp_path: Path) -> None:
    named = replace(CLAIM, annotations=(replace(CLAIM.annotations[0], annotator="Ben"),))
    assert not import_annotations(desk.workspace, written(tmp_path, [named]), desk.ana).undoable
    assert not import_annotations(desk.workspace, written(tmp_path, [DENIAL]), desk.ana, submit=True).undoable
    assert desk.workspace.undo_title(desk.ana) is None


def test_stopped_it_goes_on_where_it_stopped(desk: Desk, tmp_path: Path) -> None:
    many = [
        ExchangedArticle(str(at), f"Harga beras naik {at}.", annotations=CLAIM.annotations)
        for at in range(import_preview.AT_A_TIME * 2)
    ]
    path, told = written(tmp_path, many, "doccano"), list[tuple[int, int]]()
    report = import_annotations(
        desk.workspace,
        path,
        desk.ana,
        progress=lambda done, total: told.append((done, total)),
        cancelled=lambda: bool(told),
    )
    assert (report.cancelled, report.loaded) == (True, import_preview.AT_A_TIME)
    assert told == [(import_preview.AT_A_TIME, len(many))]
    rest = importing.import_annotations(desk.workspace, path, desk.ana)
    assert (rest.loaded, rest.known) == (import_preview.AT_A_TIME, import_preview.AT_A_TIME)


def test_what_waits_for_all_articles_is_written_some_at_a_time(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "_LINKS", 1)
    monkeypatch.setattr(importing, "_READINGS", 1)
    later = replace(DENIAL, key="c", text="Menteri membantah lagi.")
    path = written(tmp_path, [DENIAL, replace(CLAIM, links=()), later], "dataset")
    report = import_annotations(desk.workspace, path, desk.ana, submit=True)
    assert (report.links, report.annotations) == (2, 3)
    rows = desk.rows()
    assert [len(rows[name]) for name in ("relation", "submission", "reading")] == [2, 3, 3]
    assert not desk.problems()


def test_a_link_that_a_file_has_twice_is_added_once(desk: Desk, tmp_path: Path) -> None:
    twice = replace(DENIAL, links=(DENIAL.links[0], replace(DENIAL.links[0], key="again")))
    report = import_annotations(desk.workspace, written(tmp_path, [CLAIM, twice], "dataset"), desk.ana)
    assert (report.links, len(desk.rows()["relation"])) == (1, 1)


def test_articles_of_one_edit_know_what_is_closed_in_each_other(desk: Desk, tmp_path: Path) -> None:
    first = desk.load(CLAIM.text)
    readings.submit(desk.workspace, first, desk.ana, despite=True)
    marked = replace(DENIAL, links=(), marks=(Span(0, 7),))
    given = [replace(CLAIM, marks=(Span(0, 5),)), marked]
    report = import_annotations(desk.workspace, written(tmp_path, given, "dataset"), desk.ana)
    assert report.left_out == {CLOSED_READING: 1}
    assert (report.annotations, report.marks) == (1, 1)
    assert {row["document_id"] for row in desk.rows()["mark"]}.isdisjoint({first})


def test_each_new_article_keeps_its_own_key_of_the_other_tool(desk: Desk, tmp_path: Path) -> None:
    many = [replace(CLAIM, key=f"artikel-{at}", text=f"Harga beras naik {at}.") for at in range(3)]
    import_annotations(desk.workspace, written(tmp_path, many, "dataset"), desk.ana)
    there = {row["title"]: row["foreign_key"] for row in desk.rows()["document"]}
    assert sorted(there.values()) == [f"dataset:artikel-{at}" for at in range(3)]
    assert all(key[-1] in title for title, key in there.items())


def test_a_part_is_as_large_as_what_is_to_be_written_of_it() -> None:
    heavy = replace(CLAIM, annotations=CLAIM.annotations * 300)
    parts = [len(part) for part in import_preview.in_parts(iter([heavy] * 5))]
    assert parts == [2, 2, 1]
    assert [len(part) for part in import_preview.in_parts(iter([CLAIM] * 120))] == [50, 50, 20]
    assert [len(part) for part in import_preview.in_parts(iter([replace(CLAIM, text="a" * 500_000)] * 2))] == [1, 1]
