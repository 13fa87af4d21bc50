"""What is found out about an article by itself."""

import hashlib
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.records import ArticleRecord, Furniture
from annotator.core.spans import trim
from annotator.reading.preparing import prepare

ARTICLE = (
    "Harga beras naik\n\nMenteri membantah laporan itu pada hari Senin. Pedagang mengatakan hal lain.\n10 hours ago\n"
)


def record(text: str = ARTICLE, **details: object) -> ArticleRecord:
    return ArticleRecord("Harga beras naik", text, text.encode("utf-8", "replace"), "utf-8", "a.txt", **details)  # type: ignore[arg-type]


def test_all_is_found_out() -> None:
    found = prepare(record(), {})
    assert found.guess.language == "id"
    assert [ARTICLE[start:end] for start, end, _ in found.furniture] == ["10 hours ago"]
    assert found.sentence_ends[-1] == len(ARTICLE)
    assert found.text_sha256 == found.original_sha256 == hashlib.sha256(ARTICLE.encode()).digest()
    assert found.told_by_text


def test_an_original_that_the_text_does_not_tell() -> None:
    assert not prepare(ArticleRecord("t", "a\nb", b"a\r\nb", "utf-8", ""), {}).told_by_text
    assert not prepare(ArticleRecord("t", "a", b"<p>a", "", ""), {}).told_by_text


def test_the_language_that_a_file_declares_counts_where_the_text_leaves_it_open() -> None:
    assert prepare(record("12 : 34\n", language="id-ID"), {}).guess[:2] == ("id", None)
    assert prepare(record(language="en"), {}).guess.language == "id"
    assert prepare(record("12 : 34\n", language="<b>"), {}).guess.language == "unknown"


def test_what_the_reader_knows_to_be_furniture_is_added_to_what_is_found() -> None:
    pieces = (Furniture(0, 17, "running_head"), Furniture(-5, 4, "page_number"), Furniture(90, 999, "page_number"))
    found = prepare(record(furniture=pieces), {}).furniture
    assert ARTICLE[found[0].start_char : found[0].end_char] == "Harg"
    assert all(trim(ARTICLE, piece_span) == piece_span for piece_span in [f[:2] for f in found])
    assert all(one.end_char <= two.start_char for one, two in pairwise(found))


def test_every_text_has_one_kind_of_newline_and_whole_characters() -> None:
    found = prepare(record("a\r\nb\rc \ud83d\ude00 \ud83d.", furniture=(Furniture(0, 1, "x"),)), {})
    assert found.record.text == "a\nb\nc 😀 \ufffd."
    assert found.furniture == ()
    assert prepare(ArticleRecord("\ud800", "a", b"a", "utf-8", ""), {}).record.title == "\ufffd"


@given(st.text(st.characters(), min_size=1), st.lists(st.tuples(st.integers(-3, 40), st.integers(-3, 40)), max_size=4))
def test_whatever_a_reader_gives_the_pieces_hold_together(text: str, places: list[tuple[int, int]]) -> None:
    found = prepare(
        record(text, furniture=tuple(Furniture(*place, "x") for place in places)), {}, detect_language=False
    )
    whole = found.record.text
    assert "\r" not in whole
    whole.encode("utf-8")
    reached = 0
    for start, end, _ in found.furniture:
        assert reached <= start < end <= len(whole)
        reached = end
