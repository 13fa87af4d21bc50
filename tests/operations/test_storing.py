"""Prepared articles become rows that can be found, compared and proved."""

from dataclasses import replace

from sqlalchemy import func, select

from annotator.core.identity import new_id
from annotator.core.records import ArticleRecord, Status
from annotator.operations import documents, storing
from annotator.reading.preparing import Prepared, prepare
from annotator.store.tables import Original, Text, TextSketch, table_of
from tests.store.desk import ARTICLE, Desk

LONG = " ".join(f"Harga beras nomor {number} naik lagi di pasar kota, kata pedagang." for number in range(40))


def article(text: str = ARTICLE, **details: object) -> Prepared:
    record = ArticleRecord("Judul", text, text.encode(), "utf-8", "a.txt", **details)  # type: ignore[arg-type]
    return prepare(record, {}, detect_language=False)


def store(desk: Desk, *articles: Prepared) -> storing.Stored:
    with desk.workspace.edit("Load article", desk.ana) as session:
        return storing.store_articles(session, articles)


def test_all_that_a_file_says_is_kept(desk: Desk) -> None:
    details = {
        "outlet": "Kabar", "byline": "Rina", "published": "4 Juli 2025", "url": "https://a.example",
        "published_at": "2025-07-04", "embargo_until": "2025-07-05T00:00:00+07:00", "status": Status.WITHHELD,
        "source_note": "Kantor berita", "format_id": "html",
    }  # fmt: skip
    key = store(desk, article(**details)).new[0]
    record = documents.read_document(desk.workspace, key)
    assert {name: getattr(record, name) for name in details} == details
    assert desk.problems() == []


def test_the_same_bytes_are_stored_once_and_named_each_time(desk: Desk) -> None:
    first = store(desk, article(), article())
    assert (list(first.new), first.known) == ([0], {1: first.new[0]})
    assert store(desk, article()).known == {0: first.new[0]}


def test_what_is_derived_comes_with_the_text_and_stays_when_a_load_is_undone(desk: Desk) -> None:
    store(desk, article())
    desk.workspace.undo(desk.ana)
    store(desk, article())
    with desk.workspace.reading() as connection:
        for table in (Text, Original, TextSketch):
            assert connection.execute(select(func.count()).select_from(table_of(table))).scalar() == 1


def test_copies_come_into_one_group(desk: Desk) -> None:
    keys = store(desk, article(LONG), article(f"{LONG} Selesai."), article("Lain sekali. " * 40)).new
    groups = [documents.read_document(desk.workspace, keys[position]).copy_group for position in range(3)]
    assert groups == [None, keys[0], None]


def test_columns_can_be_said_of_what_is_added(desk: Desk) -> None:
    key = new_id()
    with desk.workspace.edit("Load corrected version", desk.ana) as session:
        storing.add_documents(session, {key: replace(article(), told_by_text=True)}, outlet="Kabar")
    assert documents.read_document(desk.workspace, key).outlet == "Kabar"
