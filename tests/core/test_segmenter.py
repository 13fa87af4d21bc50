"""Sentences tile the text exactly, and end where a reader says they end."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotator import resources
from annotator.core import segmenter
from annotator.core.segmenter import split_sentences
from annotator.core.spans import is_boundary

REAL = Path(__file__).parents[3] / "shared" / "data" / "sample" / "putin-id.txt"

_PIECES = [
    "A", "b", "Dr", "kata", " ", "  ", "\n", "\r\n", "\u00a0", "\u2028", ".", "...", "…", "!", "?",
    '"', "“", "”", "„", "«", "»", "'",
    "(", ")", "[", "「", "」", "。", "！", "।", "؟", ",", "-", "—", "1", "3.0", "\u0301", "\u200d",
    "🏽", "👩🏽‍🚒", "市", "と", "م", "ა", "\x00",
]  # fmt: skip
texts = st.lists(st.sampled_from(_PIECES), max_size=40).map("".join) | st.text(max_size=60)
codes = st.sampled_from(["id", "en", "de", "it", "ja", "zh", "ar", "xx", "unknown", ""])


def split(text: str, language: str = "id") -> list[str]:
    return [text[start:end].strip() for start, end in split_sentences(text, language)]


@given(texts, codes)
def test_sentences_tile_the_text(text: str, code: str) -> None:
    tiles = split_sentences(text, code)
    assert "".join(text[start:end] for start, end in tiles) == text
    assert [start for start, _ in tiles] == [0, *(end for _, end in tiles)][: len(tiles)]
    assert all(start < end for start, end in tiles)


@given(texts, codes)
def test_no_sentence_is_blank_unless_the_text_is(text: str, code: str) -> None:
    tiles = split_sentences(text, code)
    assert not text.strip() or all(text[start:end].strip() for start, end in tiles)


@example("A\n \u0301", "id")
@given(texts, codes)
def test_no_boundary_cuts_a_character(text: str, code: str) -> None:
    assert all(is_boundary(text, end) for _, end in split_sentences(text, code))


@given(texts, codes)
def test_line_breaks_are_hard_boundaries(text: str, code: str) -> None:
    assert all("\n" not in sentence for sentence in split(text, code) if sentence)


@pytest.mark.parametrize("text", ["No. -", "n. -–", "art. «", "Dr. “", "A. …", "x. (", ". . .", "?!»” "])
def test_a_text_may_end_in_the_middle_of_a_rule(text: str) -> None:
    for code in ("id", "it", "de", "xx"):
        assert split_sentences(text, code)[-1][1] == len(text)


def test_an_empty_text_has_no_sentences() -> None:
    assert split_sentences("", "id") == []


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("id", ['"Harga tidak akan turun," kata Wening kepada wartawan.', "Meskipun demikian, ia pergi."]),
        ("id", ["“Bukan, itu bukan gudang kami. Gudang kami penuh,” ujar Tono, Minggu (6/7).", "Ia pergi."]),
        ("id", ['"Buka pintunya! Sekarang juga. Kalau tidak, saya pulang," kata Rina.', "Pintu dibuka."]),
        ("id", ["Pertemuan ke-6 itu pada Kamis (3/7).", "Stok 2.904.678 ton di Jl. Melati No. 5."]),
        ("id", ["Ia meminta bantuan senjata.", "(I-3)"]),
        ("id", ["Menurut Ir. H. Joko W. Santoso, S.H., PT Beras Tbk. (BRAS) rugi.", "Namun, ia membantah."]),
        ("id", ["Wali kota berjalan di pasar.(KABARNET/LINTANG PRASOJO)"]),
        ("id", ['Ia berkata: "Saya tidak tahu."', '"Dan saya tidak mau tahu."']),
        ("id", ["Laba PT Beras Tbk.", "Perusahaan itu tutup."]),
        ("en", ["Dr. Blythe met J. P. Madaki of Castell & Wray Ltd. in Port Ellery.", "The talks failed."]),
        ("en", ['"A," she said.', '"B is worse."', "He left the U.S. Army at 5 p.m. on Friday."]),
        ("en", ["He lives in the U.S.", "The house is old."]),
        ("en", ["Is that a plan?", "No.", "Version 3.0 is out... and eBay fell.", "eBay rose."]),
        ("en", ["See Fig. 3 and p. 12 of it.", "Done!?", "Yes."]),
        ("de", ["Am 10. Mai kam er bzw. sie.", "„Das stimmt nicht“, sagte Dr. Weiß.", "Punkt."]),
        ("fr", ["M. Dupont a dit : « C’est faux. »", "Il est parti."]),
        ("ja", ["町長は「決定ではない。試案だ。」と述べた。", "住民は反発した。"]),
        ("ja", ["『本の木』が売れた。", "「まさか!」"]),
        ("ja", ["町長は「なぜ?」と聞いた。", "答えはない。"]),
        ("zh", ["他说：“不是。我没去。”", "市长否认。"]),
        ("hi", ["उसने कहा कि यह ग़लत है।", "डॉ. राव ने इनकार किया।"]),
        ("ar", ["قال الوزير: هل هذا صحيح؟", "لا.", "ثم غادر."]),
        ("ru", ["В 1998 г. он жил на ул. Ленина.", "Он отрицал это."]),
        ("it", ["Lo dice l'art. 12 della legge n. 270.", "non è vero, ecc. ecc. e basta.", "«Basta.» disse lei."]),
        ("zh", ["他否认“仓库是空的”。", "“没有的事。”", "“那么账目呢？”"]),
        ("xx", ["Mr. Unknown spoke.", "Nobody listened."]),
    ],
)
def test_sentences_end_where_a_reader_says(language: str, sentences: list[str]) -> None:
    gap = "" if language in ("ja", "zh") else " "
    assert split(gap.join(sentences), language) == sentences


@pytest.mark.parametrize(
    "text", ["（注。重要）です。", "(I-3)", "(lihat hlm. 4. Bab 2) lalu pulang.", "ke-6", "10 hours ago 4"]
)
def test_nothing_is_split_inside(text: str) -> None:
    assert split(text) == [text]


def test_who_asks_decides_about_corner_brackets_too() -> None:
    text = "町長は「決定ではない。試案だ。」と述べた。"
    assert len(split_sentences(text, "ja")) == len(split_sentences(text, "ja", "whole")) == 1
    assert len(split_sentences(text, "ja", "split")) == 2


@pytest.mark.parametrize("language", ["id", "en", "de", "xx"])
def test_who_asks_decides_whether_a_quotation_stays_whole(language: str) -> None:
    text = "“It is shut. I saw it,” he said. She left."
    assert len(split_sentences(text, language, "whole")) == 2
    assert len(split_sentences(text, language, "split")) == 3


def test_a_quotation_that_never_closes_holds_nothing_together() -> None:
    assert len(split("“Saya pergi. Ia datang. Kami pulang.")) == 3


def test_the_indonesian_sample_is_split_as_its_author_meant() -> None:
    sentences = split(resources.path("sample_articles", "harga-beras.txt").read_text("utf-8"))
    assert len(sentences) == 27
    assert (
        "“Gudang itu kosong, saya lihat sendiri. Kalau tidak percaya, buka saja pintunya,” ujar Marto dalam rapat"
        in next(sentence for sentence in sentences if "Gudang itu kosong" in sentence)
    )
    assert sentences[-3:] == ["(I-3)", "Read Entire Article", "Pangan Kita"]


@pytest.mark.skipif(not REAL.exists(), reason="the real article is not part of the project")
def test_the_real_article() -> None:
    sentences = split(REAL.read_text("utf-8"))
    assert len(sentences) == 32
    curly = next(sentence for sentence in sentences if sentence.startswith("“"))
    assert (curly.count("."), curly[-6:]) == (2, "(6/7).")  # two quoted sentences and their speaker
    assert [sentence.count('"') for sentence in sentences if '"' in sentence] == [2, 2, 2]
    assert sentences[2].endswith(")")  # the credit glued to the caption
    assert sentences[-3] == "(I-3)"


_UNITS = [
    ".", '"', '."', ". ", "(", "“", "“A. ", "A.", "A. ", "。", "「。", ". » ", "\n", " ", "word ", "Word. “A b. ",
    "([「", "«»", "1) a 2) b ", "• ", "Dr. ", "5 p.m. Now ", "a@b.Cd.", "”。他说", "\u0301", "\u200d. ", "! ",
    "! 😂", ". a.b", ". a.", ". (a ", "… ",
]  # fmt: skip


@pytest.mark.parametrize("quotes", ["whole", "split"])
@pytest.mark.parametrize("unit", _UNITS)
def test_no_text_is_too_much(unit: str, quotes: str) -> None:
    size = 500_000 if unit in (".", '"', "(", "word ") else 200_000
    text = unit * (size // len(unit.encode())) + "x"  # at quadratic cost this would not end today
    assert split_sentences(text, "zh", quotes)[-1][1] == len(text)


@pytest.mark.parametrize(
    ("what", "language", "lines"),
    [
        ("a headline and a dateline", "id", ["Harga Beras Naik", "PASAR LAMA, KABARNET - Harga beras naik."]),
        ("a wire dateline", "en", ["PORT ELLERY (AP) — The mayor resigned.", "She gave no reason."]),
        ("a dateline with a site", "id", ["PASAR LAMA, KABAR.com - Harga beras naik.", "Stok habis."]),
        ("a byline", "en", ["By Ana Lim", "and J. R. Vane", "The mayor resigned."]),
        ("a credit after a caption", "id", ["Wali kota di pasar.(KABARNET/LINTANG PRASOJO)", "Ia pulang."]),
        ("a credit of its own", "en", ["The mayor at the gate.", "(Ana Lim/Newsnet)", "She left."]),
        ("a desk code", "id", ["Ia membantah tudingan itu.", "(I-3)"]),
        ("a numbered list", "en", ["1. Rice", "2. Oil", "3. Salt"]),
        ("bullets", "en", ["• Rice is dear.", "• Oil is not", "- Nor is salt"]),
        ("a table", "id", ["Beras\t12.000\tnaik", "Gula\t14.500\tturun"]),
        ("verse", "en", ["the gate is shut,", "the square is bare", "and no one asks. nor will"]),
        ("letters in front", "de", ["a) Reis", "b) Öl"]),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\n\n", "\u2028"])
def test_every_line_is_by_itself(what: str, language: str, lines: list[str], newline: str) -> None:
    assert split(newline.join(lines), language) == lines, what


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("id", ["PASAR LAMA, KABAR.com - Harga beras naik.", "Stok habis."]),
        ("en", ["PORT ELLERY (AP) — The mayor resigned.", "She gave no reason."]),
        ("en", ["The mayor at the gate.", "(Ana Lim/Newsnet)"]),
        ("en", ["1) rice", "2) oil", "3) salt"]),
        ("en", ["Write to Ana.Lim@port.Example.org.", "See www.port.Example.org/News.Html now."]),
        ("en", ["We waited . . . and then . . . nothing.", "He left. . . .", "She stayed."]),
        ("en", ["It was odd ... I think.", "Odd..."]),
        ("en", ["“The [...] gate is shut [...]” (Lim 55).", "It is."]),
        ("el", ["Τι είπε ο δήμαρχος;", "Τίποτα."]),
        ("ka", ["ქალაქის მერი წავიდა.", "არავინ დარჩა."]),
        ("hi", ["एम.ए. पास लड़का आया।", "वह गया।"]),
        ("vi", ['Ông nói ... " hết rồi ".', "Rồi đi."]),
        ("es", ['El alcalde dijo "no" .', '" Pero nadie se fue " .', "Así fue."]),
        ("es", ["3 de junio. - El alcalde dimite.", "MADRID. - Nadie sabe."]),
        ("pl", ["Tak.", "- Nie, nie wiem."]),
        ("de", ["Am 3. Mai kam Ludwig XIV. Herbst.", "Er ging."]),
        ("en", ["The store was shut.[1][12]", "It stayed so. :)", "Then it opened! [3]", "Good."]),
        ("en", ["Is it McDonald's.", "No.", "I think so."]),
        ("en", ["“Who did?” Ms. Lee asked.", "“Stop!” Anwar Hadi tweeted.", "“Why?”", "Nobody knew.", "Lee said no."]),
        ("en", ["MAYOR OF ST. IVES QUITS AFTER DR. LEE'S REPORT"]),
        ("hi", ["“कौन था?” उसने पूछा।", "वह गया।"]),
        ("ar", ["«من كان؟» سأل الوزير.", "ثم غادر."]),
        ("hi", ["डॉ. राव ने एम.ए. किया।", "वह गया।"]),
        ("fr", ["J.-P. Le Marec est parti.", "C’est fini."]),
        ("ur", ["میئر نے کہا: ’’میں نہیں جاؤں گا۔‘‘", "وہ چلے گئے۔"]),
        ("de", ["Sie rief: ‚Nein!‘", "Dann ging sie."]),
        ("fr", ["«\u2009C’est faux.\u2009»", "La mairie le sait."]),
        ("en", ["Did you work at Castell & Co.?", "Nobody asked."]),
        ("en", ["The gate is open! 😂", "Nobody knew. 🙏🏽🙏🏽", "We left 👋 early."]),
        ("ka", ["ვაშლი, მსხალი და ა.შ.", "მერი წავიდა."]),
        ("ko", ["시장은 떠났다.", "port 신문이 알렸다."]),
        ("ja", ["市長は去った。", "port 紙が伝えた。"]),
        ("fr", ["On vend du riz, de l’huile, etc.", "C’est cher."]),
        ("id", ["Demikian tulis Pasar.Com kemarin.", "Harga naik."]),
        ("en", ["It rests on two rules.", "(a) The gate is shut.", "(ii) nobody opens it."]),
        ("de", ["Sie siegte mit 6-4.", "Kahn verlor."]),
        ("de", ["[…] Das Tor ist zu.", "Es bleibt so."]),
        ("de", ["Alle drei (!) Bürgermeister gingen.", "Wirklich (?)", "Niemand weiß es."]),
        ("en", ["It was shut.", "… It stayed so.", "... Then it opened."]),
    ],
)
def test_sentences_end_there_in_any_writing(language: str, sentences: list[str]) -> None:
    assert split(" ".join(sentences), language) == sentences


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("am", ["ከንቲባው ሄደ።", "ማን ቀረ፧", "ማንም።"]),
        ("my", ["မြို့တော်ဝန် ထွက်သွားသည်။", "ဘယ်သူမှ မကျန်။"]),
        ("km", ["លោកបានទៅ។", "គ្មាននរណានៅ៕"]),
        ("hy", ["Քաղաքապետը գնաց։", "Ոչ ոք չմնաց։"]),
        ("zh", ["他看《摔跤吧！爸爸》。", "他走了。"]),
        ("zh", ["“不是。我没去。”他说。", "“是吗？”市长问道。", "他走了。"]),
        ("ur", ["وہ گیا۔", "کیا؟", "ہاں۔"]),
        ("zh", ["他说：“没有的事。”", "市长表示不满。"]),
        ("fa", ["شهردار رفت.", "کسی نماند."]),
    ],
)
def test_scripts_that_put_no_space_after_a_stop(language: str, sentences: list[str]) -> None:
    assert split("".join(sentences), language) == sentences


@pytest.mark.parametrize(
    "aside", ["(dpa)", "(siehe Karte)", "(dpa/kel)", "https://a.example", "www.a.example", "pic.a.example/b1"]
)
def test_what_stands_by_itself_after_a_sentence_may_be_small(aside: str) -> None:
    assert split(f"Das Tor ist zu. {aside}", "de") == ["Das Tor ist zu.", aside]
    assert len(split(f"Das Tor von Dr. {aside}", "de")) == 1


@pytest.mark.parametrize("text", ["Es (dpa) ist zu.", "Es ist zu. (siehe Karte) und offen.", "Es ist zu. port.example"])
def test_small_letters_after_a_stop_else_go_on(text: str) -> None:
    assert split(text, "de") == [text]


def test_the_module_loads_nothing_heavy() -> None:
    program = "import sys, annotator.core.segmenter; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    assert not {"langdetect", "regex", "sqlmodel", "PySide6", "charset_normalizer"} & set(loaded)


@pytest.mark.parametrize("pattern", [segmenter._scanner("").pattern, segmenter._scanner(";:").pattern])
def test_the_patterns_do_without_what_old_pythons_get_wrong(pattern: str) -> None:
    # Possessive quantifiers and atomic groups: Python 3.11.2 matches them wrongly, 3.11.7 rightly.
    assert not re.search(r"[^\\\[][*+?}]\+|\(\?>", pattern)
