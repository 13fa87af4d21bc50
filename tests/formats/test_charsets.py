"""What a declared charset means, and which names are none."""

import pytest

from annotator.formats.charsets import codec_called, widened


@pytest.mark.parametrize(
    ("declared", "codec"),
    [
        ("UTF-8", "utf-8"),
        (" Latin1 ", "iso8859-1"),
        ("x-sjis", "cp932"),
        ("ISO-8859-8-I", "iso8859-8"),
        ("unicode-1-1-utf-7", "utf-7"),
    ],
)
def test_names_in_use(declared: str, codec: str) -> None:
    assert codec_called(declared) == codec


@pytest.mark.parametrize(
    "declared",
    [
        *("", "no-such", "a\0b", "x" * 500, "hex", "zlib", "rot13", "undefined", "punycode", "idna"),
        *("unicode_escape", "unicode-escape", "raw_unicode_escape", "raw-unicode-escape"),
    ],
)
def test_what_no_text_is_written_in(declared: str) -> None:
    assert codec_called(declared) == ""


def test_names_are_used_for_what_is_wider() -> None:
    assert "“”".encode("cp1252").decode(widened(codec_called("iso-8859-1"))) == "“”"
    assert widened("koi8-r") == "koi8-r"
