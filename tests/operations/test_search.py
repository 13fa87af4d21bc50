"""Whatever a project holds is found by what was typed, with where it stands; the same on both databases."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from annotator.core.concordance import Order
from annotator.core.records import Status
from annotator.core.search_filters import Filters, Reading
from annotator.core.search_query import Field
from annotator.core.spans import Span
from annotator.errors import Cancelled
from annotator.operations import annotations, documents, indexing, search
from annotator.store.tables import Document
from tests.operations.search_desk import SearchDesk


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def desk(request: pytest.FixtureRequest, project_path: Path) -> Iterator[SearchDesk]:
    address = project_path if request.param == "sqlite" else request.getfixturevalue("postgresql_url")
    desk = SearchDesk(address)
    yield desk
    desk.workspace.close()


RICE = "Harga beras naik\n\nHarga beras di Café Élysée naik lagi, kata Menteri.\n"
FERRY = "Feri baru\n\nDermaga dibuka; harga tiket tetap.\n"
BEIJING = "北京市政府\n\n北京市政府周三公布了新规定。กินข้าวแล้ว\n"
ARABIC = "خبر\n\nقال مُحَمَّد إن الأسعار ارتفعت.\n"


def words_of(desk: SearchDesk, hit: search.Hit) -> str | None:
    if hit.span is None:
        return None
    text = documents.read_document(desk.workspace, hit.document.id).text
    return text[hit.span.start_char : hit.span.end_char]


def test_words_phrases_beginnings_and_what_is_left_out(desk: SearchDesk) -> None:
    rice, ferry = desk.put(RICE), desk.put(FERRY)
    assert desk.found("harga") == [rice, ferry] or set(desk.found("harga")) == {rice, ferry}
    assert desk.found("harga beras") == [rice]
    assert desk.found('"harga tiket"') == [ferry]
    assert desk.found('"tiket harga"') == []
    assert desk.found("derma*") == [ferry]
    assert desk.found("derma") == []
    assert desk.found("harga -tiket") == [rice]
    assert set(desk.found("beras OR dermaga")) == {rice, ferry}
    assert desk.found("-harga") == desk.found("") == desk.found("tiada") == []


def test_any_script(desk: SearchDesk) -> None:
    beijing, arabic = desk.put(BEIJING), desk.put(ARABIC)
    assert desk.found("北京") == desk.found("市政府") == desk.found("周三 规定") == [beijing]
    assert desk.found("京北") == []
    assert desk.found("ข้าว") == [beijing]
    assert desk.found("محمد") == [arabic]
    assert desk.found("الاسعار") == []
    assert desk.found("الاسعار", folded=True) == [arabic]


def test_accents_matter_unless_asked(desk: SearchDesk) -> None:
    rice = desk.put(RICE)
    assert desk.found("café") == desk.found("CAFE\u0301") == [rice]
    assert desk.found("cafe") == desk.found('"cafe elysee"') == []
    assert desk.found("cafe", folded=True) == desk.found('"cafe elysee"', folded=True) == [rice]
    assert desk.found("menteri -cafe") == [rice]
    assert desk.found("menteri -cafe", folded=True) == []
    assert desk.found("menteri -ményteri") == [rice]
    plain = desk.put("Kafe\n\nDi cafe itu.")
    assert desk.found("itu -café") == [plain]
    assert desk.found("itu -cafe") == []


def test_a_hit_knows_its_place_its_snippet_and_how_many_there_are(desk: SearchDesk) -> None:
    desk.put("Judul\n\n" + "kata lain " * 60 + "kafe harga kafe.")
    (hit,) = desk.results("kafe harga").hits
    assert hit.where is Field.ANYWHERE
    assert words_of(desk, hit) == "kafe"
    assert [hit.snippet.text[start:end] for start, end in hit.snippet.marks] == ["kafe", "harga", "kafe"]
    assert hit.count == 3
    assert hit.title_marks == ()


def test_titles_are_found_and_come_first(desk: SearchDesk) -> None:
    ferry = desk.put(FERRY, title="Pelabuhan")
    rice = desk.put("Beras\n\nDekat pelabuhan.")
    assert desk.found("pelabuhan") == [ferry, rice]
    assert desk.found("title:pelabuhan") == [ferry]
    first = desk.results("pelabuhan").hits[0]
    assert (first.where, first.title_marks, first.span) == (Field.TITLE, (Span(0, 9),), None)
    assert desk.found("title:pelabuhan tiket") == [ferry]
    assert desk.found("pelabuhan -title:pelabuhan") == [rice]


def test_sources_are_found(desk: SearchDesk) -> None:
    rice = desk.put(RICE, outlet="Koran Kita", byline="Rina Élan", source_note="Lewat surel")
    desk.put(FERRY)
    assert desk.found("source:koran") == desk.found("rina") == desk.found("surel koran") == [rice]
    assert desk.found("source:harga") == []
    (hit,) = desk.results("koran rina").hits
    assert hit.where is Field.SOURCE
    assert [hit.snippet.text[start:end] for start, end in hit.snippet.marks] == ["Koran", "Rina"]
    assert desk.found("source:elan") == []
    assert desk.found("source:elan", folded=True) == [rice]


def test_notes_are_found_with_their_annotation(desk: SearchDesk) -> None:
    rice = desk.put(RICE)
    tagged = desk.tag(rice, 6, 11)
    annotations.set_note(desk.workspace, tagged.id, "Periksa angka ini", desk.ana)
    assert desk.found("note:angka") == desk.found("periksa") == [rice]
    (hit,) = desk.results("angka").hits
    assert (hit.where, hit.annotation_id, hit.span) == (Field.NOTE, tagged.id, Span(6, 11))
    assert hit.snippet.text == "Periksa angka ini"
    assert desk.found("note:angka tiket") == []
    assert desk.found("note:angka menteri") == [rice]
    annotations.set_note(desk.workspace, tagged.id, "", desk.ana)
    assert desk.found("note:angka") == []


def test_an_article_that_was_taken_back_is_not_found(desk: SearchDesk) -> None:
    rice = desk.load(RICE)
    indexing.catch_up(desk.workspace)
    assert desk.found("menteri") == [rice]
    desk.workspace.undo(desk.ana)
    assert desk.found("menteri") == desk.found("title:harga") == []


def test_pages_follow_each_other(desk: SearchDesk) -> None:
    keys = [desk.put(f"Judul {number}\n\nharga {number}") for number in range(7)]
    pages = [search.search(desk.workspace, "harga", limit=3, offset=at) for at in (0, 3, 6)]
    assert [hit.document.id for page in pages for hit in page.hits] == keys[::-1]
    assert [page.more for page in pages] == [True, True, False]
    assert search.count(desk.workspace, "harga", most=100) == 7
    assert search.count(desk.workspace, "harga", most=5) == 5


# Filters


def test_labels_and_annotators(desk: SearchDesk) -> None:
    rice, ferry = desk.put(RICE), desk.put(FERRY)
    desk.tag(rice, label="claim")
    desk.tag(ferry, label="quote", by=desk.ben)
    assert desk.found("harga", Filters(labels=frozenset({"claim"}))) == [rice]
    assert desk.found("harga", Filters(annotators=frozenset({desk.ben}))) == [ferry]
    assert desk.found("harga", Filters(labels=frozenset({"claim"}), annotators=frozenset({desk.ben}))) == []


def test_languages_outlets_and_statuses(desk: SearchDesk) -> None:
    rice = desk.put(RICE, language="id", outlet="Koran Kita")
    ferry = desk.put(FERRY, language="en", also_in=["jv", "id"], status="withheld")
    assert set(desk.found("harga", Filters(languages=frozenset({"id"})))) == {rice, ferry}
    assert desk.found("harga", Filters(languages=frozenset({"en", "fr"}))) == [ferry]
    assert desk.found("harga", Filters(outlets=frozenset({"Koran Kita"}))) == [rice]
    assert desk.found("harga", Filters(statuses=frozenset({Status.WITHHELD}))) == [ferry]
    assert desk.found("harga", Filters(statuses=frozenset({Status.USABLE}))) == [rice]


def test_days_of_publication_else_of_loading(desk: SearchDesk) -> None:
    old = desk.put(RICE, published_at="2024-03-05T23:30:00+07:00")
    undated = desk.put(FERRY)
    day = date(2024, 3, 5)
    assert desk.found("harga", Filters(since=day, until=day)) == [old]
    assert desk.found("harga", Filters(until=date(2024, 3, 4))) == []
    assert desk.found("harga", Filters(since=date(2024, 3, 6))) == [undated]
    assert set(desk.found("harga", Filters(since=date(2020, 1, 1), until=date(2100, 1, 1)))) == {old, undated}


def test_how_far_the_reading_is(desk: SearchDesk) -> None:
    untouched, begun, done = desk.put(RICE), desk.put(FERRY), desk.put("Harga.")
    desk.tag(begun, 0, 4)
    annotations.mark_nothing(desk.workspace, done, [Span(0, 6)], desk.ana)
    for readings, expected in (
        ({Reading.UNTOUCHED}, {untouched}),
        ({Reading.BEGUN}, {begun}),
        ({Reading.DONE}, {done}),
        ({Reading.UNTOUCHED, Reading.DONE}, {untouched, done}),
        ({Reading.BEGUN, Reading.DONE}, {begun, done}),
        (set(Reading), {untouched, begun, done}),
    ):
        assert set(desk.found("harga", Filters(readings=frozenset(readings)))) == expected


def test_older_versions_are_found_when_asked(desk: SearchDesk) -> None:
    new = desk.put(FERRY)
    old = desk.put(RICE, superseded_by=new)
    assert desk.found("harga") == [new]
    assert set(desk.found("harga", Filters(with_superseded=True))) == {old, new}


def test_two_articles_of_one_text_are_both_found(desk: SearchDesk) -> None:
    one, other = desk.put(RICE), desk.put(FERRY)
    with desk.workspace.edit("Same text", desk.ana) as session:
        first, second = session.get(Document, one), session.get(Document, other)
        assert first
        assert second
        second.text_sha256 = first.text_sha256
    assert set(desk.found("menteri")) == {one, other}


# Concordance


def lines(desk: SearchDesk, typed: str, order: Order) -> list[tuple[UUID, str, str]]:
    """The article of each line, and the words beside what was found."""
    found = search.concordance(desk.workspace, typed, order=order).lines
    return [(line.document_id, line.context.left.split()[-1], line.context.right.split()[0]) for line in found]


def test_every_place_is_a_line_sorted_as_asked(desk: SearchDesk) -> None:
    one = desk.put("Judul satu\n\nzat harga apel; batu harga cabai.")
    other = desk.put("Judul dua\n\nair Harga bola.")
    assert lines(desk, "harga", Order.LEFT) == [
        (other, "air", "bola."),
        (one, "batu", "cabai."),
        (one, "zat", "apel;"),
    ]
    assert [right for _, _, right in lines(desk, "harga", Order.RIGHT)] == ["apel;", "bola.", "cabai."]
    assert [key for key, _, _ in lines(desk, "harga", Order.ARTICLE)] == [other, one, one]


def test_a_concordance_has_an_end(desk: SearchDesk) -> None:
    desk.put("Judul\n\n" + "harga naik. " * 50)
    found = search.concordance(desk.workspace, "harga", limit=20)
    assert len(found.lines) == 20
    assert found.more


def test_a_search_can_be_stopped(desk: SearchDesk) -> None:
    desk.put(RICE)
    for look in (search.search, search.concordance):
        with pytest.raises(Cancelled):
            look(desk.workspace, "harga", cancelled=lambda: True)


def test_places_in_one_text() -> None:
    assert search.places("Harga, title harga", "harga title:x") == [(0, 5), (13, 18)]


@pytest.mark.parametrize(
    "typed", ['"', "a AND OR NOT b", "NEAR(a, b)", "{a}:b ^c + d*", "\x00", "' & | ! <-> :*", "\\"]
)
def test_no_query_is_an_error(desk: SearchDesk, typed: str) -> None:
    desk.put(RICE)
    desk.found(typed)
    desk.found(f"harga {typed}")
