"""What is searched of a project follows what is done in it."""

from uuid import UUID

import pytest
from sqlalchemy import text

from annotator.core.search_terms import indexed
from annotator.operations import annotations
from annotator.store import search_index
from annotator.store.tables import Document
from tests.store.desk import Desk


def about(desk: Desk) -> dict[UUID, str]:
    """The terms kept of each document beside its text."""
    with desk.workspace.reading() as connection:
        if desk.workspace.engine_name == "postgresql":
            rows = connection.execute(text("SELECT document_id, about FROM search_document")).fetchall()
            return {row[0]: " ".join(sorted(word.split(":")[0].strip("'") for word in row[1].split())) for row in rows}
        query = "SELECT document_id, title || ' ' || source || ' ' || note FROM search_document JOIN search_about "
        rows = connection.execute(text(query + "ON search_about.rowid = number")).fetchall()
        return {UUID(bytes=row[0]): " ".join(sorted(set(row[1].split()))) for row in rows}


def fill_in(desk: Desk, document_id: UUID, **values: str) -> None:
    with desk.workspace.edit("Change details", desk.ana) as session:
        document = session.get(Document, document_id)
        assert document
        for name, value in values.items():
            setattr(document, name, value)


def test_titles_are_searched_from_the_moment_of_loading(desk: Desk) -> None:
    article = desk.load("Harga Béras\n\nNaik lagi.")
    assert about(desk) == {article: "beras harga"}


def test_sources_follow_an_edit_its_undo_and_its_redo(desk: Desk) -> None:
    article = desk.load("Harga\n\nNaik lagi.")
    fill_in(desk, article, outlet="Antara", byline="Rina", source_note="Dari kantor")
    assert about(desk)[article] == "antara dari harga kantor rina"
    desk.workspace.undo(desk.ana)
    assert about(desk)[article] == "harga"
    desk.workspace.redo(desk.ana)
    assert about(desk)[article] == "antara dari harga kantor rina"


def test_notes_follow_an_edit_a_removal_and_an_undo(desk: Desk) -> None:
    article = desk.load("Harga\n\nNaik lagi.")
    one, other = desk.tag(article), desk.tag(article, 7, 11, "quote")
    assert about(desk)[article] == "harga"
    annotations.set_note(desk.workspace, one.id, "Cek angka", desk.ana)
    annotations.set_note(desk.workspace, other.id, "Siapa?", desk.ana)
    assert about(desk)[article] == "angka cek harga siapa"
    annotations.remove_annotations(desk.workspace, [one.id], desk.ana)
    assert about(desk)[article] == "harga siapa"
    desk.workspace.undo(desk.ana)
    assert about(desk)[article] == "angka cek harga siapa"
    annotations.set_note(desk.workspace, other.id, "", desk.ana)
    assert about(desk)[article] == "angka cek harga"


def test_an_article_that_is_taken_back_is_found_no_more_and_again_after_redo(desk: Desk) -> None:
    article = desk.load("Harga\n\nNaik lagi.")
    desk.workspace.undo(desk.ana)
    assert about(desk) == {}
    desk.workspace.redo(desk.ana)
    assert about(desk) == {article: "harga"}


def test_a_tag_without_a_note_asks_the_index_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    article = desk.load()
    monkeypatch.setattr(search_index, "index_documents", lambda *_: pytest.fail("the index was touched"))
    desk.tag(article)
    desk.workspace.undo(desk.ana)


def numbers(desk: Desk) -> list[int]:
    with desk.workspace.reading() as connection:
        return list(connection.execute(text("SELECT number FROM search_text ORDER BY number")).scalars())


def test_a_text_is_added_once(desk: Desk) -> None:
    before = len(numbers(desk))
    with desk.workspace.edit("Load article", desk.ana) as session:
        connection = session.connection()
        search_index.add_texts(connection, [(b"1" * 32, "harga beras"), (b"2" * 32, ""), (b"1" * 32, "harga beras")])
        search_index.add_texts(connection, [(b"1" * 32, "harga beras"), (b"3" * 32, indexed("Ka\x00' \\ta:1A"))])
        search_index.add_texts(connection, [])
    assert len(numbers(desk)) == before + 3


def test_any_text_can_be_added(desk: Desk) -> None:
    long = " ".join(f"kata{number}" for number in range(5000)) + " " + "x" * 3000 + " harga" * 3000
    with desk.workspace.edit("Load article", desk.ana) as session:
        search_index.add_texts(
            session.connection(), [(b"4" * 32, long), (b"5" * 32, indexed("北京 कीर्ति ' \\ : & | !"))]
        )
    assert len(numbers(desk)) == 2
