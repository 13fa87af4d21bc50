"""Which column gives what: headings in many languages, the longest cells, and what a person chose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import UnreadableInput
from annotator.formats.columns import (
    FIELDS,
    columns_to_read,
    distinct,
    guess_columns,
    headings_key,
    is_row_of_headings,
)

LONG = "Wali kota membantah kabar itu pada hari Senin di depan wartawan. " * 5


@pytest.mark.parametrize(
    "headings",
    [
        ("Title", "Body", "Publication", "Author", "Publish date", "URL", "Language"),
        ("headline", "article_text", "source", "by", "publishedAt", "link", "lang"),
        ("Judul", "Isi berita", "Media", "Penulis", "Tanggal terbit", "Tautan", "Bahasa"),
        ("Titre", "Texte", "Journal", "Auteur", "Publié", "Lien", "Langue"),
        ("Überschrift", "Artikeltext", "Quelle", "Autorin", "Veröffentlicht", "Adresse", "Sprache"),
        ("Заголовок", "Текст", "Источник", "Автор", "Дата", "Ссылка", "Язык"),
        ("العنوان", "النص", "المصدر", "الكاتب", "التاريخ", "الرابط", "اللغة"),
        ("標題", "內容", "來源", "記者", "發布時間", "連結", "語言"),
        ("शीर्षक", "पाठ", "स्रोत", "लेखक", "तारीख", "लिंक", "भाषा"),
        ("หัวข้อ", "เนื้อหา", "แหล่งที่มา", "ผู้เขียน", "วันที่", "ลิงก์", "ภาษา"),
    ],
)
def test_headings_are_understood_in_many_languages(headings: tuple[str, ...]) -> None:
    fields = ("title", "text", "outlet", "byline", "published", "url", "language")
    assert guess_columns(headings, [("x",) * 7]) == dict(zip(fields, headings, strict=True))


def test_of_two_words_the_right_one_counts() -> None:
    headings = ("Article title", "Source URL", "Image URL", "Date modified", "Article text", "Source")
    assert guess_columns(headings, []) == {
        "title": "Article title", "text": "Article text", "outlet": "Source", "url": "Source URL",
    }  # fmt: skip


def test_what_holds_an_article_back_is_found() -> None:
    headings = ("text", "embargo_until", "status", "source_note", "note")
    guess = guess_columns(headings, [])
    assert (guess["embargo_until"], guess["status"], guess["source_note"]) == headings[1:4]


def test_the_longest_cells_are_the_text() -> None:
    assert guess_columns(("a", "b"), [("x", LONG), ("y", LONG)]) == {"text": "b"}
    assert guess_columns(("a", "b"), [("x", "y")]) == {}
    assert guess_columns(("Text", "b"), [("short", LONG)])["text"] == "b"
    assert guess_columns(("Text", "b"), [(LONG, LONG * 2)])["text"] == "Text"


def test_headings_are_told_apart() -> None:
    assert distinct(["Text", "", "Text", " Text ", "Text (2)"]) == (
        "Text",
        "Column 2",
        "Text (2)",
        "Text (3)",
        "Text (2) (2)",
    )


def test_a_first_row_with_a_whole_text_is_no_row_of_headings() -> None:
    assert is_row_of_headings(["Title", "Text"])
    assert not is_row_of_headings(["Title", LONG])


def test_what_a_person_chose_counts() -> None:
    headings, rows = ("a", "b"), [("x", LONG)]
    assert columns_to_read(headings, rows, {"text": "a"}, "t.csv") == {"text": "a"}
    assert columns_to_read(headings, rows, {}, "t.csv") == {"text": "b"}
    with pytest.raises(UnreadableInput, match=r"“t\.csv” has no column “c”; it has “a”, “b”"):
        columns_to_read(headings, rows, {"text": "c"}, "t.csv")
    with pytest.raises(UnreadableInput, match=r"choose which column gives what: “a”, “b”\."):
        columns_to_read(headings, [("x", "y")], {}, "t.csv")
    with pytest.raises(UnreadableInput, match="choose which column"):
        columns_to_read(headings, rows, {"title": "a"}, "t.csv")


def test_the_key_of_headings_follows_their_order() -> None:
    assert headings_key(("a", "b")) == headings_key(["a", "b"])
    assert len({headings_key(("a", "b")), headings_key(("b", "a")), headings_key(("a\x1fb ",)), headings_key(())}) == 4


WORDS = st.text(max_size=12) | st.sampled_from(["Title", "text", "Isi", "source", "status", "Date", "url"])


@given(st.lists(WORDS, max_size=8), st.lists(st.lists(st.text(max_size=300), max_size=8), max_size=4))
def test_any_table_can_be_guessed_at(headings: list[str], rows: list[list[str]]) -> None:
    names = distinct(headings)
    assert len(set(names)) == len(headings)
    guess = guess_columns(names, rows)
    assert set(guess) <= set(FIELDS)
    assert set(guess.values()) <= set(names)
    assert len(set(guess.values())) == len(guess)


def test_a_long_text_is_no_language_whatever_its_heading_says() -> None:
    rows = [("Schools reopen", "The schools opened again on Monday, said the union. " * 4)]
    assert guess_columns(["Kopf", "Inhalt (lang)"], rows)["text"] == "Inhalt (lang)"
    assert guess_columns(["Title", "Text", "Lang"], [("A", "B " * 200, "de")])["language"] == "Lang"
