"""Candidates are held against the query: what the index only takes for a match is left out."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.core.search_filters import EVERYTHING
from annotator.core.search_query import Field, parse
from annotator.operations.found_articles import find_articles, find_in_texts
from annotator.store import search_candidates
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


def test_words_of_a_field(desk: SearchDesk) -> None:
    desk.put("Judul\n\nharga", outlet="Koran", byline="Rina")
    with desk.workspace.reading() as connection:
        (article,) = find_articles(connection, parse("koran"), EVERYTHING, folded=False)
    assert list(article.words_of(Field.TITLE)) == ["Judul"]
    assert list(article.words_of(Field.SOURCE)) == ["Koran", "Rina", ""]
    assert list(article.words_of(Field.NOTE)) == []
