"""Records come one by one, and a stream that is none breaks off with a sentence."""

import io

import pytest

from annotator.errors import UnreadableInput
from annotator.formats.limits import LIMITS
from annotator.formats.warc_lines import bounded

RECORD = b"WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: urn:a\r\nContent-Length: 3\r\n\r\nabc\r\n\r\n"


def test_records_one_by_one() -> None:
    found = [record.raw_stream.read() for record in bounded(io.BytesIO(RECORD * 3), "“a.warc”", LIMITS)]
    assert found == [b"abc"] * 3


@pytest.mark.parametrize("content", [b"WARC/9.9\r\n\r\n", b"text", RECORD + b"text\r\n\r\ntext"])
def test_what_is_no_record_is_damage(content: bytes) -> None:
    with pytest.raises(UnreadableInput, match=r"“a\.warc” is damaged"):
        list(bounded(io.BytesIO(content), "“a.warc”", LIMITS))


def test_nothing_of_the_file_goes_to_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(UnreadableInput):
        list(bounded(io.BytesIO(RECORD + b"secret\r\n\r\nsecret"), "“a.warc”", LIMITS))
    assert capsys.readouterr() == ("", "")


def test_many_empty_records_are_no_damage() -> None:
    empty = RECORD.replace(b"abc", b"").replace(b"Length: 3", b"Length: 0")
    assert len(list(bounded(io.BytesIO(empty * 500), "“a.warc”", LIMITS))) == 500
