"""Furniture is found, and nothing that an article says is taken for it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator import resources
from annotator.core.clean import article_text, find_furniture
from annotator.core.spans import is_boundary

REAL = Path(__file__).parents[3] / "shared" / "data" / "sample" / "putin-id.txt"

BODY = [
    "Wali kota menolak tuduhan bahwa gudang beras kosong.",
    "Ia menyebut stok cukup sampai akhir tahun, dan meminta warga tidak panik.",
    "Pedagang meminta gudang dibuka untuk umum. Rapat berikutnya digelar Senin",
]
TITLE = "Wali Kota Bantah Gudang Beras Kosong"


def article(*lines: str, before: tuple[str, ...] = (), after: tuple[str, ...] = ()) -> str:
    return "\n\n".join([TITLE, *before, *BODY, *lines, *after])


def found(text: str) -> list[tuple[str, str]]:
    return [(part.kind, text[part.start_char : part.end_char]) for part in find_furniture(text)]


_LINES = [
    TITLE, *BODY, "10 hours ago 4", "Read more", "Read Entire Article", "Berita", "(I-3)", "Selesai. (I-3)",
    "Baca juga: Harga naik", "",
    f"{TITLE} Gudang kota.(KABARNET/LINTANG)", "\u00a0", "Foto: Rina", "  ", "é\u0301", "👩🏽‍🚒", "続きを読む",
    ")", "(",
]  # fmt: skip
texts = st.lists(st.sampled_from(_LINES) | st.text(max_size=30), max_size=15).map("\n".join)


@given(texts)
def test_furniture_is_sorted_disjoint_trimmed_and_cuts_no_character(text: str) -> None:
    reached = 0
    for start, end, kind in find_furniture(text):
        assert reached <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        assert is_boundary(text, start)
        assert is_boundary(text, end)
        assert kind
        reached = end


@given(texts)
def test_something_to_read_is_always_left(text: str) -> None:
    assert not text.strip() or article_text(text, find_furniture(text)).strip()


@given(texts)
def test_article_text_has_every_other_character(text: str) -> None:
    furniture = find_furniture(text)
    kept = len(text) - sum(part.end_char - part.start_char for part in furniture)
    assert len(article_text(text, furniture)) <= kept
    if not furniture:
        assert article_text(text, furniture) == text


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("time_stamp", "10 hours ago 4"),
        ("time_stamp", "10\u00a0hours\u00a0ago"),
        ("time_stamp", "An hour ago"),
        ("time_stamp", "Updated: 5 July 2025, 10:14"),
        ("time_stamp", "3 jam yang lalu"),
        ("time_stamp", "Kamis, 3 Juli 2025 | 10:14 WIB"),
        ("time_stamp", "vor 3 Stunden"),
        ("time_stamp", "il y a 5 minutes"),
        ("time_stamp", "3時間前"),
        ("time_stamp", "5 часов назад"),
        ("time_stamp", "منذ 3 ساعات"),
        ("read_more", "Read Entire Article"),
        ("read_more", "Continue reading…"),
        ("read_more", "Baca juga: Harga Cabai Turun, Pedagang Lega"),
        ("read_more", "BACA JUGA"),
        ("read_more", "続きを読む"),
        ("read_more", "اقرأ أيضا: أسعار القمح"),
        ("related", "Related articles"),
        ("related", "ADVERTISEMENT"),
        ("photo_credit", "Foto: Lintang Prasojo/Kabarnet"),
        ("photo_credit", "Reuters/Amara Okoye"),
        ("caption", "Warga antre di gudang.(KABARNET/LINTANG PRASOJO)"),
        ("repeated_title", TITLE),
        ("caption", f"{TITLE} Gudang kota.(KABARNET/LINTANG PRASOJO)"),
    ],
)
def test_a_line_of_furniture_is_found(kind: str, line: str) -> None:
    assert found(article(before=(line,))) == [(kind, line)]


@pytest.mark.parametrize("mark", ["(I-3)", "(Ant/P-2)", "(ria/sto)", "(AFP)"])
def test_a_desk_code_is_cut_from_its_line(mark: str) -> None:
    assert found(article(f"Rapat ditutup pukul tiga. {mark}")) == [("desk_code", mark)]
    assert found(article(mark)) == [("desk_code", mark)]


def test_the_short_last_line_after_read_more_is_a_section() -> None:
    text = article(after=("Read Entire Article", "Global Food"))
    assert found(text) == [("read_more", "Read Entire Article"), ("section", "Global Food")]
    assert ("section", "Dapur & Pangan") in found(article(after=("Baca selengkapnya", "Dapur & Pangan")))


def test_without_read_more_a_short_last_line_is_text() -> None:
    assert found(article(after=("Global Food",))) == []


def test_a_sentence_after_read_more_is_text() -> None:
    assert found(article(after=("Read more", "Rapat berlanjut."))) == [("read_more", "Read more")]


@pytest.mark.parametrize(
    "line",
    [
        "Tidak.",
        "Mengapa?",
        "Wali Kota",
        "Baca juga buku ini, kata dia.",
        "Read more, the teacher said, and talk less.",
        "Ten hours ago the mayor was still asleep.",
        "10 hours ago the mayor was still asleep",
        "3 jam yang lalu ia masih di kantor",
        "Published in Geneva by a small press.",
        "Stand der Dinge: niemand weiß etwas.",
        "منذ عام 2019 لم يتغير شيء.",
        "Foto itu palsu.",
        "Foto: siapa yang mengambilnya?",
        "Related claims were denied by the council.",
        f"{TITLE} pada Kamis, kata juru bicara.",
        "Ia menyebut Komisi Pengawas Pangan (KPP)",
        "Timnas menang lagi (U-19)",
        "Rapat digelar pada Kamis (3/7).",
        "Harga naik (lihat tabel)",
        "Kejadian itu dibenarkan polisi. (Bersambung)",
        "(Bersambung)",
        "“Read more”",
    ],
)
def test_what_an_article_says_stays_text(line: str) -> None:
    assert found(article(before=(line,), after=(line,))) == []


def test_the_headline_stays_text_and_so_does_a_repetition_far_below() -> None:
    assert found(article()) == []
    assert found(article(*BODY, *BODY, TITLE)) == []


def test_a_glued_credit_far_below_is_not_a_caption() -> None:
    assert found(article(*BODY, *BODY, "Ia pergi.(KABARNET/LINTANG PRASOJO)", *BODY)) == []


def test_when_every_line_looks_like_furniture_the_rules_are_wrong() -> None:
    assert found("Read more\nADVERTISEMENT\n") == []
    assert found("") == []


def test_no_text_is_too_much() -> None:
    for unit in ("\n", "Read more ", "(", "1 2 3\n", "a (" + "b" * 60 + ")\n", "Foto: "):
        find_furniture(unit * 50_000)


def test_the_indonesian_sample() -> None:
    text = resources.path("sample_articles", "harga-beras.txt").read_text("utf-8")
    parts = found(text)
    assert [kind for kind, _ in parts] == ["time_stamp", "caption", "desk_code", "read_more", "section"]
    assert [words for _, words in parts if len(words) < 30] == [
        "7 hours ago 12",
        "(I-3)",
        "Read Entire Article",
        "Pangan Kita",
    ]
    assert not {"hours ago", "(I-3)", "Pangan Kita"} & set(article_text(text, find_furniture(text)).split("\n"))


@pytest.mark.parametrize("name", ["harbour-bridge.txt", "miah.txt", "kawamachi.txt"])
def test_the_other_samples_have_none(name: str) -> None:
    assert found(resources.path("sample_articles", name).read_text("utf-8")) == []


@pytest.mark.skipif(not REAL.exists(), reason="the real article is not part of the project")
def test_the_real_article() -> None:
    text = REAL.read_text("utf-8")
    lines = [line for line in text.split("\n") if line.strip()]
    assert found(text) == [
        ("time_stamp", lines[1]),
        ("caption", lines[2]),
        ("desk_code", "(I-3)"),
        ("read_more", lines[-2]),
        ("section", lines[-1]),
    ]
