"""Which encoding a page is in: evidence, then what it declares."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import UnreadableInput
from annotator.formats.page_encoding import declared_encoding, decode_page

RUSSIAN = "Мэр признал, что ошибка была допущена в прошлом году."


def page(text: str, codec: str, declared: str) -> bytes:
    return f'<html><head><meta charset="{declared}"></head><p>{text}</p>'.encode(codec)


@pytest.mark.parametrize(
    ("codec", "text"),
    [
        ("cp1251", RUSSIAN),
        ("koi8-r", RUSSIAN),
        ("shift_jis", "市長は過ちを認めた。"),
        ("iso-2022-jp", "市長は過ちを認めた。"),
        ("euc-kr", "시장은 실수를 인정했다."),
        ("gb2312", "市长承认去年的错误。"),
        ("iso-8859-1", "Le maire a nié."),
        ("utf-8", "Grüße"),
    ],
)
def test_what_a_page_declares(codec: str, text: str) -> None:
    assert text in decode_page(page(text, codec, codec))


def test_old_names_mean_what_they_mean_in_a_browser() -> None:
    assert "“5 €”" in decode_page(page("“5 €”", "cp1252", "iso-8859-1"))
    assert declared_encoding(b"<meta charset=x-sjis>") == "cp932"


@pytest.mark.parametrize(
    "head",
    [
        b"<meta charset=koi8-r>",
        b"<META CHARSET = 'KOI8-R' />",
        b"<meta http-equiv=Content-Type content='text/html; charset=koi8-r'>",
        b"<?xml version='1.0' encoding='koi8-r'?>",
    ],
)
def test_where_a_page_declares_it(head: bytes) -> None:
    assert declared_encoding(b"<html>" + head) == "koi8-r"


@pytest.mark.parametrize(
    "name", [b"utf-16", b"no-such", b"hex", b"zlib", b"", b"rot13", b"undefined", b"utf-7", b"punycode"]
)
def test_what_cannot_be_is_not_believed(name: bytes) -> None:
    assert declared_encoding(b"<meta charset=" + name + b">") == ""
    assert "Grüße" in decode_page(b"<meta charset=" + name + b">" + "Grüße".encode())


def test_a_page_that_was_saved_as_utf8_keeps_its_old_declaration() -> None:
    assert RUSSIAN in decode_page(page(RUSSIAN, "utf-8", "windows-1251"))


def test_a_mark_goes_before_everything() -> None:
    assert decode_page(b"\xef\xbb\xbf<meta charset=cp1251>\xc3\xbc").endswith("ü")
    assert decode_page("ü".encode("utf-16")) == "ü"


def test_a_damaged_byte_does_not_change_the_rest() -> None:
    content = page(RUSSIAN * 20, "utf-8", "utf-8").replace("прошлом".encode(), b"\xd0ro", 1)
    text = decode_page(content)
    assert text.count("\ufffd") == 1
    assert text.count("прошлом") == 19


def test_an_undeclared_page_is_guessed_like_plain_text() -> None:
    assert decode_page(RUSSIAN.encode("cp1251")) == RUSSIAN


def test_a_person_may_say_otherwise() -> None:
    assert decode_page(RUSSIAN.encode("koi8-r"), "koi8-r") == RUSSIAN
    with pytest.raises(UnreadableInput, match="no-such"):
        decode_page(b"x", "no-such")


@given(st.binary(max_size=100), st.sampled_from([b"utf-8", b"cp1251", b"shift_jis", b"hz", b"iso-2022-jp", b"x"]))
def test_any_bytes_give_text_or_a_sentence(content: bytes, declared: bytes) -> None:
    with suppress(UnreadableInput):
        decode_page(b"<meta charset=" + declared + b">" + content)
