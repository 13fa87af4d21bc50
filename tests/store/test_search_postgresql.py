"""What PostgreSQL is given to index: its own vectors, in parts that hold what it can hold."""

from collections.abc import Iterator

import pytest
from sqlalchemy import text

from annotator.core.search_terms import indexed
from annotator.store import search_index
from annotator.store.search_postgresql import OVERLAP, TERMS_IN_A_PART, vector
from tests.store.desk import Desk


@pytest.fixture
def server_desk(postgresql_url: str) -> Iterator[Desk]:
    desk = Desk(postgresql_url)
    yield desk
    desk.workspace.close()


def add(desk: Desk, *texts: str) -> None:
    with desk.workspace.edit("Load article", desk.ana) as session:
        given = [(number.to_bytes(32), indexed(words)) for number, words in enumerate(texts, 1)]
        search_index.add_texts(session.connection(), given)


def found(desk: Desk, expression: str) -> list[int]:
    query = (
        "SELECT DISTINCT t.sha256 FROM search_text t JOIN search_words w ON w.number = t.number "
        "WHERE w.words @@ CAST(:expression AS tsquery) ORDER BY 1"
    )
    with desk.workspace.reading() as connection:
        rows = connection.execute(text(query), {"expression": expression}).scalars()
        return [int.from_bytes(sha256) for sha256 in rows]


def test_a_vector_says_where_each_term_stands_and_in_which_field() -> None:
    assert vector([("", ["harga", "beras", "harga"])]) == "'harga':1,3 'beras':2"
    assert vector([("A", ["harga"]), ("B", ["antara"])]) == "'harga':1A 'antara':102B"
    assert vector([]) == ""


def test_terms_phrases_and_beginnings_are_found(server_desk: Desk) -> None:
    add(server_desk, "Harga béras naik", "Naik harga beras", "北京市政府", "कीर्ति", "กินข้าว")
    assert found(server_desk, "'beras'") == [1, 2]
    assert found(server_desk, "'beras' <-> 'naik'") == [1]
    assert found(server_desk, "'ber':*") == [1, 2]
    assert found(server_desk, "'京' <-> '市'") == [3]
    assert found(server_desk, "'कीर्ति'") == [4]
    assert found(server_desk, "'ข' <-> '้' <-> 'า' <-> 'ว'") == [5]


def test_a_phrase_in_a_long_text_is_found_wherever_it_stands(server_desk: Desk) -> None:
    for number, before in enumerate((0, TERMS_IN_A_PART - OVERLAP, TERMS_IN_A_PART - 1, TERMS_IN_A_PART, 30_000), 1):
        with server_desk.workspace.edit("Load article", server_desk.ana) as session:
            words = " ".join(f"kata{at}" for at in range(before)) + " harga beras " + "lagi " * 5000
            search_index.add_texts(session.connection(), [(number.to_bytes(32), words)])
    assert found(server_desk, "'harga' <-> 'beras'") == [1, 2, 3, 4, 5]
