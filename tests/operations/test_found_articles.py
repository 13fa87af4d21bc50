"""Candidates are held against the query: what the index only takes for a match is left out."""

import hashlib
import random
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import insert

from annotator.core.identity import new_id
from annotator.core.search_filters import EVERYTHING
from annotator.core.search_match import holds
from annotator.core.search_query import Field, parse
from annotator.core.search_terms import indexed, spelling
from annotator.operations.found_articles import find_articles, find_in_texts
from annotator.store import search_candidates, search_index
from annotator.store.recorder import RecordedSession
from annotator.store.tables import Document, Original, Text
from tests.operations.search_desk import SearchDesk


@pytest.fixture
def desk(project_path: Path) -> Iterator[SearchDesk]:
    desk = SearchDesk(project_path)
    yield desk
    desk.workspace.close()


def test_an_article_found_twice_is_given_once(desk: SearchDesk) -> None:
    one, other = desk.put("Harga\n\nHarga naik."), desk.put("Lain\n\nHarga turun.")
    with desk.workspace.reading() as connection:
        found = list(find_articles(connection, parse("harga"), EVERYTHING, folded=False))
        texts = list(find_in_texts(connection, parse("harga"), EVERYTHING, folded=False))
    assert [(article.candidate.id, article.in_text) for article in found] == [(one, False), (other, True)]
    assert [article.candidate.id for article in texts] == [other, one]


def test_few_texts_are_read_for_the_first_of_many(desk: SearchDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.operations.found_articles._AT_A_TIME", 2)
    for number in range(9):
        desk.put(f"Judul {number}\n\nharga")
    read = []
    in_text = search_candidates.in_text

    def counted(*arguments: object, **options: object) -> Iterator[search_candidates.Candidate]:
        for candidate in in_text(*arguments, **options):  # type: ignore[arg-type]
            read.append(candidate)
            yield candidate

    monkeypatch.setattr(search_candidates, "in_text", counted)
    with desk.workspace.reading() as connection:
        next(find_in_texts(connection, parse("harga"), EVERYTHING, folded=False))
    assert len(read) == 2


SIGNS = [*"ab éeEßæﬃİıIΣς北京정ก่कमأاي-’.\n1½_、がガ😀   ", *"e\u0301 ss कि กิ か\u3099 \u200c \u00ad مُ ـ".split()]


def test_what_the_index_finds_is_what_the_texts_have(desk: SearchDesk) -> None:
    chance = random.Random(7)
    with desk.workspace.edit("Load", desk.ana) as session:
        texts = {new_id(): "".join(chance.choices(SIGNS, k=chance.randint(1, 25))) for _ in range(80)}
        for key, text in texts.items():
            put_text(session, key, text)
    with desk.workspace.reading() as connection:
        for _ in range(150):
            beginning, piece = "".join(chance.choices(SIGNS, k=2)), chance.choice([*texts.values()])[:5]
            typed = chance.choice(
                (piece, f'"{piece}"', f"{piece}*", f"{beginning} OR {piece}", f"{beginning} -{piece}")
            )
            for folded in (False, True):
                found = {one.candidate.id for one in find_in_texts(connection, parse(typed), EVERYTHING, folded=folded)}
                assert found == {key for key, text in texts.items() if has(text, typed, folded)}, typed


def put_text(session: RecordedSession, key: UUID, text: str) -> None:
    content = text.encode()
    sha256 = hashlib.sha256(key.bytes).digest()
    session.connection().execute(insert(Text), [{"sha256": sha256, "content": content}])
    original = {"sha256": sha256, "text_sha256": sha256, "encoding": "utf-8", "content": None}
    session.connection().execute(insert(Original), [original])
    search_index.add_texts(session.connection(), [(sha256, indexed(text))])
    keys = {"id": key, "text_sha256": sha256, "original_sha256": sha256}
    session.add(Document(**keys, title="", language="", loaded_at=datetime.now(UTC), length=len(text)))


def has(text: str, typed: str, folded: bool) -> bool:
    query, spelt = parse(typed), spelling(text, folded=folded)
    wanted = (any(holds(spelt, part, folded=folded) for part in group) for group in query.wanted)
    unwanted = (holds(spelt, part, folded=folded) for part in query.unwanted)
    return not query.is_empty and all(wanted) and not any(unwanted)


def test_words_of_a_field(desk: SearchDesk) -> None:
    desk.put("Judul\n\nharga", outlet="Koran", byline="Rina")
    with desk.workspace.reading() as connection:
        (article,) = find_articles(connection, parse("koran"), EVERYTHING, folded=False)
    assert list(article.words_of(Field.TITLE)) == ["Judul"]
    assert list(article.words_of(Field.SOURCE)) == ["Koran", "Rina", ""]
    assert list(article.words_of(Field.NOTE)) == []
