"""Words of e-mails: declared truly, falsely or not at all."""

import base64
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.mail_charsets import decode_header, decode_words

THAI = "นายกเทศมนตรีปฏิเสธเรื่องนี้"


@pytest.mark.parametrize(
    ("content", "declared", "text"),
    [
        (b"plain", "us-ascii", "plain"),
        ("Źródło".encode("iso-8859-2"), "ISO-8859-2", "Źródło"),
        ("“close”".encode("cp1252"), "iso-8859-1", "“close”"),
        ("Źródło".encode(), "iso-8859-1", "Źródło"),
        ("市長は過ちを認めた".encode("iso-2022-jp"), "iso-2022-jp", "市長は過ちを認めた"),
        ("市长承认去年的错误".encode("gb18030"), "gb2312", "市长承认去年的错误"),
        (
            "Мэр признал, что ошибка была допущена.".encode("koi8-r"),
            "unknown-8bit",
            "Мэр признал, что ошибка была допущена.",
        ),
        (THAI.encode("tis-620"), "tis-620", THAI),
        (b"\xef\xbb\xbfmark", "utf-8", "mark"),
        (b"Caf+AOk-", "utf-7", "Café"),
        (b"+2AA-", "utf-7", "+2AA-"),
        (b"a" * 9, "rot13", "a" * 9),
        ("C:\\news é".encode("cp1252"), "unicode_escape", "C:\\news é"),
        (b"a" * 9, "no\0such", "a" * 9),
    ],
)
def test_what_is_true_of_the_bytes_wins(content: bytes, declared: str, text: str) -> None:
    assert decode_words(content, declared) == text


def test_charsets_that_take_quadratic_time_are_none() -> None:
    start = time.perf_counter()
    decode_words(b"abc\xff" + b"a" * 300_000 + b"-" + b"b" * 300_000, "punycode")
    assert time.perf_counter() - start < 3


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("=?utf-8?B?" + base64.b64encode("Próba 市长".encode()).decode() + "?=", "Próba 市长"),
        ("=?iso-8859-2?Q?=AFr=F3d=B3o?= <a@example.org>", "Żródło <a@example.org>"),
        ("=?utf-8?Q?Pr=C3=B3?=\r\n =?utf-8?Q?ba?= done", "Próba done"),
        ("=?utf-8*pl?Q?a_b?=", "a b"),
        ("=?utf-8?B?a?=", "=?utf-8?B?a?="),
        ("=?nonsense?Q?a=C3=B3?=", "aó"),
        ("folded\r\n\tline", "folded line"),
        ("Zażółć".encode().decode("ascii", "surrogateescape"), "Zażółć"),
    ],
)
def test_headers(value: str, words: str) -> None:
    assert decode_header(value) == words


@given(
    st.binary(max_size=120),
    st.sampled_from(["", "utf-8", "iso-2022-jp", "utf-16", "hz", "utf-7", "x", "big5", "cp037"]),
)
def test_any_bytes_give_words(content: bytes, declared: str) -> None:
    decode_words(content, declared).encode("utf-8")
    decode_header("=?utf-8?q?" + content.decode("ascii", "surrogateescape")).encode("utf-8")
