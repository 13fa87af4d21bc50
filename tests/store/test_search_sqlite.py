"""The index in SQLite finds words, phrases and single characters, and keeps no copy of a text."""

from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from annotator.core.search_terms import indexed
from annotator.store import search_index
from tests.store.desk import Desk


def add(desk: Desk, *texts: str) -> None:
    with desk.workspace.edit("Load article", desk.ana) as session:
        given = [(number.to_bytes(32), indexed(words)) for number, words in enumerate(texts, 1)]
        search_index.add_texts(session.connection(), given)


def found(desk: Desk, expression: str) -> list[Any]:
    with desk.workspace.reading() as connection:
        query = text("SELECT rowid FROM search_words WHERE search_words MATCH :expression ORDER BY rowid")
        return list(connection.execute(query, {"expression": expression}).scalars())


def test_terms_phrases_and_beginnings_are_found(file_desk: Desk) -> None:
    add(file_desk, "Harga béras naik", "Naik harga beras", "北京市政府", "कीर्ति", "กินข้าว")
    assert found(file_desk, '"beras"') == [1, 2]
    assert found(file_desk, '"harga beras"') == [1, 2]
    assert found(file_desk, '"beras naik"') == [1]
    assert found(file_desk, '"ber" *') == [1, 2]
    assert found(file_desk, '"京 市"') == [3]
    assert found(file_desk, '"कीर्ति"') == [4]
    assert found(file_desk, '"ข ้ า ว"') == [5]


def test_the_index_holds_no_copy_of_the_texts(file_desk: Desk) -> None:
    add(file_desk, "Rahasia")
    with (
        file_desk.workspace.reading() as connection,
        pytest.raises(OperationalError, match="does not support scanning"),
    ):
        connection.execute(text("SELECT words FROM search_words"))
    with file_desk.workspace.reading() as connection:
        query = "SELECT words FROM search_words WHERE search_words MATCH 'rahasia'"
        assert connection.execute(text(query)).scalars().all() == [None]
