"""Sentences come out of old encodings as they were written."""

import codecs
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.errors import UnreadableInput
from annotator.formats.decoding import decode

FRENCH = "Le conseil a démenti : « Rien n’a été caché », et le devis de 12 € a été rejeté à midi."
SPANISH = "El alcalde negó la acusación: ¿quién dañó el almacén? ¡Nadie lo sabrá mañana!"
GERMAN = "„Wir haben nichts gewußt“, sagte die Bürgermeisterin über die Größe der Schäden."
PORTUGUESE = "A câmara não nega: as ligações foram cortadas, disse à imprensa na 7ª reunião."
POLISH = "Rzecznik zaprzeczył, że magazyn był pusty, i obiecał pokazać księgi w środę rano."
CZECH = "Mluvčí popřel, že by sklad zůstal prázdný, a slíbil předložit účetní knihy ještě dnes."
HUNGARIAN = "A szóvivő cáfolta, hogy a raktár üres volna, és őszintén bocsánatot kért a hűség nevében."
TURKISH = "Sözcü deponun boş olduğu iddiasını yalanladı ve çarşamba günü açıklama yapacağını söyledi."
RUSSIAN = "Представитель совета отрицает, что склад был пуст, и обещает показать журнал."
UKRAINIAN = "Речниця ради заперечує, що склад був порожній, і обіцяє показати її журнал."
GREEK = "Ο εκπρόσωπος διέψευσε ότι η αποθήκη ήταν άδεια και υποσχέθηκε έλεγχο."
HEBREW = "הדובר הכחיש שהמחסן היה ריק והבטיח להציג את הספרים."
ARABIC = "نفى المتحدث أن يكون المخزن فارغاً ووعد بنشر السجلات قبل نهاية الأسبوع."
THAI = "โฆษกปฏิเสธว่าโกดังว่างเปล่าและสัญญาว่าจะแสดงบัญชี"
JAPANESE = "広報担当者は倉庫が空だったという指摘を否定し、来週までに帳簿を公開すると約束した。"
KATAKANA = "センターのデータはサーバーに残っていた。"
CHINESE = "发言人否认仓库是空的，并承诺本周公布全部账目。"
TRADITIONAL = "發言人否認倉庫是空的，並承諾本週公布全部帳目。"
KOREAN = "대변인은 창고가 비어 있었다는 주장을 부인하고 장부를 공개하겠다고 약속했다."


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", FRENCH), ("cp1252", SPANISH), ("cp1252", GERMAN), ("cp1252", PORTUGUESE), ("cp1252", "café"),
        ("cp1252", "It’s “done” – she said…"), ("iso8859-2", POLISH), ("cp1250", POLISH), ("iso8859-2", CZECH),
        ("cp1250", CZECH), ("iso8859-2", HUNGARIAN), ("cp1254", TURKISH), ("cp1251", RUSSIAN), ("koi8-r", RUSSIAN),
        ("cp866", RUSSIAN), ("iso8859-5", RUSSIAN), ("cp1251", UKRAINIAN), ("koi8-u", UKRAINIAN), ("cp1253", GREEK),
        ("cp1255", HEBREW), ("cp1256", ARABIC), ("cp874", THAI), ("shift_jis", JAPANESE), ("shift_jis", KATAKANA),
        ("euc_jp", JAPANESE), ("gb18030", CHINESE), ("big5", TRADITIONAL), ("euc_kr", KOREAN), ("mac-roman", FRENCH),
        ("utf-16-le", "The mayor denied it."), ("utf-16-be", RUSSIAN), ("utf-16-le", JAPANESE), ("utf-16-be", CHINESE),
    ],
)  # fmt: skip
def test_a_sentence_comes_out_as_written(encoding: str, text: str) -> None:
    content = text.encode(encoding)
    decoded, codec = decode(content)
    assert decoded == text
    assert codecs.lookup(codec).name == codec
    assert content.decode(codec) == text


@pytest.mark.parametrize(
    ("encoding", "codec"), [("utf-8", "utf-8"), ("utf-8-sig", "utf-8-sig"), ("utf-16", "utf-16"), ("utf-32", "utf-32")]
)
@given(text=st.text(min_size=1, max_size=40))
def test_unicode_comes_back_exactly(encoding: str, codec: str, text: str) -> None:
    # A text may itself begin with what is a mark, or look like UTF-16; ordinary words before it do not.
    text = "Kata Menteri 市: " + text
    assert decode(text.encode(encoding)) == (text, codec)


@pytest.mark.parametrize(("mark", "codec"), [(codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")])
def test_both_byte_orders_are_read_by_their_mark(mark: bytes, codec: str) -> None:
    assert decode(mark + GREEK.encode(codec)) == (GREEK, "utf-16")


def test_a_cut_last_character_of_utf_8_is_marked() -> None:
    assert decode("Kata “市長”".encode()[:-1]) == ("Kata “市長\ufffd", "utf-8")


def test_one_accent_at_the_very_end_is_not_taken_for_cut_utf_8() -> None:
    assert decode(b"un caf\xe9") == ("un café", "cp1252")


def test_a_single_nul_is_part_of_a_text() -> None:
    assert decode(b"before\x00after\x1b[31m\x07 bell") == ("before\x00after\x1b[31m\x07 bell", "utf-8")


def test_an_encoding_can_be_given() -> None:
    assert decode(RUSSIAN.encode("koi8-r"), "KOI8-R") == (RUSSIAN, "koi8-r")
    assert decode("é".encode(), "latin-1") == ("Ã©", "iso8859-1")


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "no-such-codec", "hex", "rot13"])
def test_an_encoding_that_does_not_fit_is_refused(encoding: str) -> None:
    with pytest.raises(UnreadableInput, match=encoding):
        decode(b"\xff\xfe\xfdabc", encoding)


def test_no_lone_surrogate_gets_in() -> None:
    with pytest.raises(UnreadableInput):
        decode(b"+2AA-", "utf-7")


def test_a_very_long_word_takes_no_longer_than_its_length() -> None:
    # Ten thousand letters once took ten seconds; quadratic time would not end within the hour here.
    text, codec = decode(b"a" * 300_000 + " — voilà, déjà là".encode("cp1252"))
    assert (text[-16:], codec) == ("— voilà, déjà là", "cp1252")


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_one_clear_error(content: bytes) -> None:
    try:
        text, codec = decode(content)
    except UnreadableInput:
        return
    assert codecs.lookup(codec).name == codec
    assert text.encode("utf-8").decode("utf-8") == text


def test_nothing_heavy_is_loaded_for_utf_8() -> None:
    program = (
        "import sys, annotator.formats.decoding as d; d.decode('é'.encode());"
        "print('langdetect' in sys.modules, 'charset_normalizer' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["False", "False"]
