"""Which article here one of a file is."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import event

from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle
from annotator.core.spans import Span
from annotator.operations import details, documents, versions
from annotator.operations.import_matching import Here, Match, Matching
from annotator.operations.import_preview import AT_A_TIME
from tests.store.desk import ARTICLE, Desk


def match(desk: Desk, article: ExchangedArticle, into: UUID | None = None) -> Match:
    with desk.workspace.reading() as connection:
        (found,) = Matching("w3c", into).matches(connection, [article])
    return found


def document_of(found: Match) -> UUID | None:
    return found.document.id if found.document else None


def test_an_article_is_known_by_its_text(desk: Desk) -> None:
    here = desk.load()
    found = match(desk, ExchangedArticle("1", ARTICLE))
    assert (found.here, document_of(found)) == (Here.SAME, here)
    assert match(desk, ExchangedArticle("1", "Another text altogether, of football.")).here is Here.NEW
    assert match(desk, ExchangedArticle("1", "")).here is Here.UNKNOWN


@pytest.mark.parametrize("end", ["", "\n", "\n\n"])
@pytest.mark.parametrize("other_end", ["", "\n", "\n\n", "\n \n"])
def test_a_blank_end_makes_no_other_article(desk: Desk, end: str, other_end: str) -> None:
    here = desk.load(ARTICLE + end)
    found = match(desk, ExchangedArticle("1", ARTICLE + other_end))
    assert document_of(found) == here
    placed = found.places.place(ExchangedAnnotation("k", "claim", (Span(0, 4), Span(50, len(ARTICLE)))))
    assert (placed.segments, placed.sure) == (((0, 4), (50, len(ARTICLE))), True)
    assert match(desk, ExchangedArticle("1", f" {ARTICLE}")).here is Here.NEW
    assert match(desk, ExchangedArticle("1", "\n")).here is Here.UNKNOWN


def test_of_articles_that_differ_in_their_blank_end_the_very_one_is_taken(desk: Desk) -> None:
    ends = ("\n", "", "\n\n")
    here = [desk.load(ARTICLE + end) for end in ends]
    assert [document_of(match(desk, ExchangedArticle("1", ARTICLE + end))) for end in ends] == here
    keyed = match(desk, ExchangedArticle(str(here[0]), ARTICLE))
    assert document_of(keyed) == here[0], "the key says which"


def test_all_articles_of_a_part_are_found_by_their_texts_in_one_statement(desk: Desk) -> None:
    desk.load(ARTICLE)
    given = [ExchangedArticle(str(number), f"{number} {ARTICLE}\n") for number in range(AT_A_TIME)]
    told: list[str] = []
    with desk.workspace.reading() as connection:
        event.listen(connection, "before_cursor_execute", lambda *said: told.append(said[2]))
        Matching("w3c").matches(connection, given)
    assert sum("text_sha256 IN" in statement for statement in told) == 1


def test_an_article_is_known_by_a_key_of_ours_or_a_part_of_it(desk: Desk) -> None:
    here = desk.load()
    changed = ARTICLE + " Nachtrag am Abend."
    for key in (str(here), f"{here}#s2"):
        found = match(desk, ExchangedArticle(key, changed))
        assert (found.here, document_of(found)) == (Here.OTHER_TEXT, here)
    found = match(desk, ExchangedArticle(f"{here}#s3", "Harga naik lagi."))
    assert (found.here, found.places.mark(Span(0, 5))) == (Here.SAME, (ARTICLE.index("Harga"), ARTICLE.index(" naik")))
    assert match(desk, ExchangedArticle(str(here), "Something else, of football and rain.")).here is Here.NEW


def test_places_without_a_text_are_known_by_its_hash(desk: Desk) -> None:
    here = desk.load()
    told = ExchangedArticle("7", "", text_sha256=sha256(ARTICLE.encode()).hexdigest())
    assert document_of(match(desk, told)) == here
    assert match(desk, replace(told, text_sha256="no hash")).here is Here.UNKNOWN


def test_an_address_or_a_title_is_believed_where_the_texts_are_alike(desk: Desk) -> None:
    here = desk.load()
    known = details.details_of(documents.read_document(desk.workspace, here))
    details.set_details(desk.workspace, here, replace(known, url="https://berita.invalid/1", title="Judul"), desk.ana)
    changed = ARTICLE.replace("lagi", "kembali")
    for told in (
        ExchangedArticle("1", changed, url="https://berita.invalid/1"),
        ExchangedArticle("1", changed, "Judul"),
    ):
        assert document_of(match(desk, told)) == here
        assert match(desk, replace(told, text="Football, rain and nothing else.")).here is Here.NEW
    assert match(desk, ExchangedArticle("1", changed)).here is Here.NEW


def test_what_a_person_says_goes_before_all(desk: Desk) -> None:
    here = desk.load()
    found = match(desk, ExchangedArticle("1", "Football and rain."), into=here)
    assert (found.here, document_of(found)) == (Here.OTHER_TEXT, here)


def test_an_older_version_leads_to_the_newest(desk: Desk, tmp_path: Path) -> None:
    older = desk.load()
    file = tmp_path / "b.txt"
    file.write_text(ARTICLE.replace("Harga naik lagi.", "Menurut kantor, harga naik lagi."), "utf-8")
    plan = versions.plan_version(desk.workspace, older, versions.read_article(desk.workspace, file))
    newest = versions.load_version(desk.workspace, plan, {}, desk.ana)
    assert document_of(match(desk, ExchangedArticle("1", ARTICLE))) == newest
    place = ARTICLE.index("naik lagi")
    told = ExchangedArticle("7", "", text_sha256=sha256(ARTICLE.encode()).hexdigest())
    found = match(desk, told)
    assert document_of(found) == newest
    placed = found.places.place(ExchangedAnnotation("k", "claim", (Span(place, place + 9),)))
    assert [found.places.text[start:end] for start, end in placed.segments] == ["naik lagi"]
    assert placed.segments[0].start_char > place


def test_of_several_articles_only_those_that_are_the_named_one_or_a_part_of_it_are_taken(desk: Desk) -> None:
    here = desk.load()
    word = ExchangedAnnotation("1", "claim", (Span(500, 505),), texts=("Harga",))
    given = [
        ExchangedArticle("1", "Football and rain."),
        ExchangedArticle("2", ARTICLE.replace("naik", "turun")),
        ExchangedArticle("3", "Harga naik lagi."),
        ExchangedArticle("4", "", annotations=(word,)),
        ExchangedArticle("5", "", annotations=(replace(word, texts=("Football",)),)),
        ExchangedArticle("6", "", url="https://berita.invalid/1"),
        ExchangedArticle(f"{here}#2", ""),
    ]
    with desk.workspace.reading() as connection:
        found = Matching("w3c", here, among_others=True).matches(connection, given)
    assert [document_of(one) == here for one in found] == [False, True, True, True, False, False, True]
    assert {one.here for one in found if not one.document} == {Here.NOT_NAMED}
