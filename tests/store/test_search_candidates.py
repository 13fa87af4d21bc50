"""Candidates come the newest first and only as far as they are asked for; the index is a coarse sieve."""

from uuid import UUID

import pytest

from annotator.core.search_filters import EVERYTHING
from annotator.core.search_query import parse
from annotator.core.search_terms import indexed
from annotator.store import search_candidates, search_index
from annotator.store.tables import Annotation
from tests.store.desk import Desk


def put(desk: Desk, text: str) -> UUID:
    key = desk.load(text)
    with desk.workspace.edit("Index", desk.ana) as session:
        missing = search_index.texts_missing(session.connection(), 10)
        search_index.add_texts(session.connection(), [(sha256, indexed(words)) for sha256, words in missing])
    return key


def in_text(desk: Desk, typed: str) -> list[UUID]:
    with desk.workspace.reading() as connection:
        return [one.id for one in search_candidates.in_text(connection, parse(typed), EVERYTHING, folded=False)]


def in_about(desk: Desk, typed: str) -> list[UUID]:
    with desk.workspace.reading() as connection:
        return [one.id for one in search_candidates.in_about(connection, parse(typed), EVERYTHING)]


def test_the_newest_come_first_with_what_is_known_of_them(desk: Desk) -> None:
    keys = [put(desk, f"Judul {number}\n\nHarga caf{letter}.") for number, letter in enumerate("éea")]
    assert in_text(desk, "harga") == keys[::-1]
    assert in_text(desk, "cafe") == keys[1::-1], "the index knows no accents"
    with desk.workspace.reading() as connection:
        first = next(search_candidates.in_text(connection, parse("harga"), EVERYTHING, folded=False))
    assert (first.title, first.source, first.text) == ("Judul 2", ("", "", ""), "Judul 2\n\nHarga cafa.")


def test_fields_are_told_apart(desk: Desk) -> None:
    key = put(desk, "Judul\n\nHarga naik.")
    tagged = desk.tag(key, 0, 5)
    with desk.workspace.edit("Note", desk.ana) as session:
        row = session.get(Annotation, tagged.id)
        assert row
        row.note = "Periksa angka"
    assert in_about(desk, "title:judul note:angka") == [key]
    assert in_about(desk, "title:angka") == in_about(desk, "source:judul") == in_about(desk, "note:judul") == []
    assert in_about(desk, "harga") == in_text(desk, "angka") == []
    assert in_text(desk, "harga note:angka") == [key]
    assert in_text(desk, "harga title:angka") == []
    assert in_text(desk, "title:judul") == []


def test_a_long_phrase_is_looked_for_by_its_beginning(desk: Desk) -> None:
    words = " ".join(f"kata{number}" for number in range(60))
    key = put(desk, f"Judul\n\n{words} akhir")
    assert in_text(desk, f'"{words}"') == [key]


@pytest.mark.parametrize("number", [2, 30])
def test_groups_and_alternatives(desk: Desk, number: int) -> None:
    key = put(desk, "Judul\n\n" + " ".join(f"kata{at}" for at in range(number)))
    assert in_text(desk, " ".join(f"kata{at}" for at in range(number))) == [key]
    assert in_text(desk, " OR ".join(f"kata{at}" for at in range(number - 1, number + 30))) == [key]


def test_what_is_unwanted_is_left_out_unless_an_accent_may_make_the_difference(desk: Desk) -> None:
    plain, accented = put(desk, "Satu\n\nHarga kafe dan Cafe"), put(desk, "Dua\n\nHarga kafé dan café")
    assert in_text(desk, "harga -kafe -cafe") == [accented]
    assert in_text(desk, "harga -tiada") == [accented, plain]
    with desk.workspace.reading() as connection:
        assert list(search_candidates.in_text(connection, parse("harga -kafe"), EVERYTHING, folded=True)) == []
