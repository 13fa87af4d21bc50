"""What is printed is UTF-8, one object, and nothing that a terminal would obey."""

from datetime import UTC, datetime
from uuid import UUID

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.cli.output import counted, counter, json_bytes, one_line, print_lines, visible, well_formed
from annotator.core.spans import Span

ANY_TEXT = st.text(st.characters())


def test_what_a_terminal_would_obey_is_shown_by_its_number() -> None:
    assert visible("a\x1b[31m\u202eb\u2028c\x9b\ufeff") == "a<U+001B>[31m<U+202E>b<U+2028>c<U+009B><U+FEFF>"
    assert one_line("  a\n\tb\u2028c\x00 ") == "a b c<U+0000>"


def test_bytes_in_disguise_become_letters_again() -> None:
    assert well_formed("caf\udcc3\udca9") == "café"
    assert well_formed("a\udcff") == "a\ufffd"
    assert well_formed("a\ud800\udcc3") == "a\ufffd\ufffd"


@pytest.mark.parametrize("text", ["شمس", "👩‍👩‍👧", "नमस्ते", "می‌خواهم", "1\n2", "“é”"])
def test_writing_stays_writing(text: str) -> None:
    assert visible(text) == text


@given(ANY_TEXT)
def test_no_line_can_do_anything_but_be_read(text: str) -> None:
    line = one_line(text)
    line.encode()
    assert not [c for c in line if ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or 0x202A <= ord(c) <= 0x202E]


def test_a_line_is_made_harmless_wherever_its_words_come_from(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    print_lines(["a label of somebody else's project \x1b]0;owned\x07"])
    assert capsysbinary.readouterr().out == b"a label of somebody else's project <U+001B>]0;owned<U+0007>\n"


def test_numbers_agree_with_their_nouns() -> None:
    assert counted(1, "article") == "1 article"
    assert counted(1_200, "entry", "entries") == "1,200 entries"


@given(st.dictionaries(ANY_TEXT, st.lists(ANY_TEXT)))
def test_json_is_utf8_whatever_is_in_it(content: dict[str, list[str]]) -> None:
    expected = {well_formed(key): [well_formed(text) for text in texts] for key, texts in content.items()}
    assert orjson.loads(json_bytes(content)) == expected


def test_json_knows_our_values() -> None:
    content = {"id": UUID(int=1), "at": datetime(2026, 1, 2, tzinfo=UTC), "hash": b"\x01\xff", "span": Span(1, 2)}
    assert orjson.loads(json_bytes(content)) == {
        "id": "00000000-0000-0000-0000-000000000001",
        "at": "2026-01-02T00:00:00Z",
        "hash": "01ff",
        "span": [1, 2],
    }
    with pytest.raises(TypeError):
        json_bytes({"what": object()})


def test_nobody_is_told_how_far_it_is_where_nobody_watches(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert counter() is None
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    count = counter()
    assert count
    count(1, 2)
    count(2, 2)
    assert capsys.readouterr().err == "\r1 of 2\r2 of 2\n"
