"""Words from strangers: one line, safe names, headlines that stand once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.wire_text import language_code, newlines, one_line, safe_name, web_address, with_headline


def test_a_line_has_no_controls() -> None:
    assert one_line("Pay\u202e exe.\r\n \x1b[31mnow\0") == "Pay exe. [31mnow"
    assert len(one_line("a" * 10_000)) == 500


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\x\\report.pdf", "report.pdf"),
        ("..", ""),
        ("a/", "a"),
        ("fdp\u202e.exe", "fdp .exe"),
        ("laporan harga 米.docx", "laporan harga 米.docx"),
    ],
)
def test_a_name_is_never_a_path(name: str, safe: str) -> None:
    assert safe_name(name) == safe


@given(st.text(max_size=400))
def test_any_name_is_short_and_flat(name: str) -> None:
    safe = safe_name(name)
    assert len(safe) <= 120
    assert "/" not in safe
    assert safe not in (".", "..")


def test_a_long_name_keeps_its_ending() -> None:
    assert safe_name("a" * 500 + ".pdf").endswith("….pdf"[-4:])


def test_a_headline_stands_once() -> None:
    assert with_headline("Mayor denies", "She did.") == "Mayor denies\n\nShe did."
    assert with_headline("Mayor denies", "Mayor  denies\n\nShe did.") == "Mayor  denies\n\nShe did."
    assert with_headline("", "She did.\n\n") == "She did."
    assert with_headline("Mayor denies", "") == "Mayor denies"


def test_newlines_are_of_one_kind() -> None:
    assert newlines("a\r\nb\rc\0\n") == "a\nb\nc\n"


def test_addresses_are_of_the_web() -> None:
    assert web_address(" https://a.example/b ") == "https://a.example/b"
    assert web_address("file:///etc/passwd") == web_address("javascript:x") == web_address(None) == ""


def test_languages_are_bare_codes() -> None:
    assert (language_code("pt-BR"), language_code("zh_Hant_TW"), language_code("EN")) == ("pt", "zh", "en")
    assert language_code("English") == language_code("") == language_code(None) == ""
