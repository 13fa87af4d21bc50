"""Reads that have a name."""

from uuid import uuid4

import pytest

from annotator.core.spans import Span
from annotator.operations import annotations, documents, sentences
from annotator.store import queries
from tests.store.desk import ARTICLE, Desk


def test_documents_stream_in_the_order_asked_for(desk: Desk) -> None:
    ids = [desk.load(f"{ARTICLE} {number}") for number in range(5)]
    with desk.workspace.reading() as connection:
        assert [record.id for record in queries.documents(connection)] == ids
        wanted = [ids[3], uuid4(), ids[0]]
        assert [record.id for record in queries.documents(connection, wanted)] == [ids[3], ids[0]]
        assert queries.document_ids(connection) == ids
        assert [summary.id for summary in queries.document_summaries(connection)] == ids[::-1]


def test_more_documents_than_a_batch(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "BATCH", 2)
    ids = [desk.load(f"{ARTICLE} {number}") for number in range(5)]
    for document_id in ids:
        desk.tag(document_id)
    with desk.workspace.reading() as connection:
        records = list(queries.documents(connection))
    assert [record.id for record in records] == ids
    assert all(len(record.annotations) == 1 for record in records)


def test_a_document_comes_with_all_that_is_said_about_it(desk: Desk) -> None:
    document_id = desk.load()
    later = desk.tag(document_id, 21, 25, "quote", by=desk.ben)
    first = annotations.add_annotation(
        desk.workspace, document_id, [Span(0, 4), Span(10, 19)], "claim", desk.ana, "why?"
    )
    annotations.mark_nothing(desk.workspace, document_id, [Span(51, 67)], desk.ana)
    sentences.split_sentence(desk.workspace, document_id, 5, desk.ana)
    with desk.workspace.reading() as connection:
        (record,) = queries.documents(connection, [document_id])
    assert record.annotations == (first, later)
    assert first.segments == (Span(0, 4), Span(10, 19))
    assert (first.note, first.annotator, later.annotator) == ("why?", "Ana", "Ben")
    assert record.marks == (Span(51, 67),)
    assert record.sentences[0] == Span(0, 5)
    assert record.sentences[-1].end_char == len(record.text)


def test_articles_of_a_language_with_how_they_are_cut(desk: Desk) -> None:
    one, other = desk.load(), desk.load(ARTICLE + " Lagi.")
    documents.set_language(desk.workspace, one, "id", desk.ana)
    sentences.split_sentence(desk.workspace, one, 5, desk.ana)
    with desk.workspace.reading() as connection:
        assert queries.document_ids(connection, "id") == [one]
        assert queries.language_counts(connection) == {"id": 1, "unknown": 1}
        (cut,) = queries.cut_texts(connection, [one, uuid4()])
        assert queries.quote_policy(connection) == {}
    assert cut == (one, "id", ARTICLE, [21, 51, 67], [(5, False)])
    assert other != one


def test_a_mixed_article_names_its_other_languages(desk: Desk) -> None:
    one, other = desk.load(), desk.load(ARTICLE + " Lagi.")
    with desk.workspace.edit("Mixed", desk.ana) as session:
        documents.document_row(session, one).also_in = ["en", "jv"]
    with desk.workspace.reading() as connection:
        records = {record.id: record.also_in for record in queries.documents(connection)}
        listed = {summary.id: summary.also_in for summary in queries.document_summaries(connection)}
    assert records == listed == {one: ("en", "jv"), other: ()}
    documents.set_language(desk.workspace, one, "id", desk.ana)
    assert documents.read_document(desk.workspace, one).also_in == ()
    assert desk.problems() == []


def test_what_is_not_there_is_none(desk: Desk) -> None:
    with desk.workspace.reading() as connection:
        assert queries.text_key_of(connection, uuid4()) is None
        assert queries.original_of(connection, uuid4()) is None
        assert queries.document_of_annotation(connection, uuid4()) is None
        assert queries.annotator_by_name(connection, "Nobody") is None
        assert queries.known_texts(connection, [bytes(32)]) == set()
        assert queries.known_originals(connection, []) == set()
        assert queries.document_keys_by_original(connection, [bytes(32)]) == {}
        assert queries.annotator_names(connection) == {desk.ana: "Ana", desk.ben: "Ben"}


def test_articles_by_their_address(desk: Desk) -> None:
    older, newer, _without = (desk.load(f"{ARTICLE} {number}") for number in range(3))
    with desk.workspace.edit("Address", desk.ana) as session:
        for key in (older, newer):
            documents.document_row(session, key).url = "https://news.test/a"
    with desk.workspace.reading() as connection:
        assert queries.documents_by_url(connection) == {"https://news.test/a": newer}
