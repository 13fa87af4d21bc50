"""Compound files of strangers: damaged, looped, or full of streams that are not there."""

import struct

import pytest

from annotator.errors import UnreadableInput
from annotator.formats.limits import LIMITS, Limits
from annotator.formats.outlook_store import MAGIC, OF_MESSAGE, Properties, open_message
from tests.formats.outlook_files import compound_file, message, text


def test_properties_by_their_numbers() -> None:
    told = message(more={"__substg1.0_10130102": b"abc", "__substg1.0_3001001E": b"caf\xe9\0"})
    found = Properties(open_message(compound_file(told), LIMITS, "“a.msg”"), OF_MESSAGE)
    assert (found.text(0x0037), found.content(0x1013), found.text(0x3001)) == (
        "Statement on the bridge",
        b"abc",
        "café",
    )
    assert (found.text(0x9999), found.content(0x9999), found.moment(0x9999)) == ("", b"", None)
    moment = found.moment(0x0039)
    assert moment is not None
    assert moment.isoformat() == "2025-07-04T14:35:00+00:00"


def test_a_message_without_its_properties_still_has_its_text() -> None:
    found = Properties(open_message(compound_file(text(0x0037, "One")), LIMITS, "“a.msg”"), OF_MESSAGE)
    assert (found.text(0x0037), found.moment(0x0039), found.encoding) == ("One", None, "")


@pytest.mark.parametrize("content", [b"", MAGIC, MAGIC + b"\0" * 600, MAGIC + b"\xff" * 5_000, b"text" * 900])
def test_what_is_no_message_is_damaged(content: bytes) -> None:
    with pytest.raises(UnreadableInput, match=r"“a\.msg” is damaged"):
        open_message(content, LIMITS, "“a.msg”")


def test_few_bytes_are_not_taken_for_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    def opened(*_: object) -> None:
        raise AssertionError("a file was opened")

    monkeypatch.setattr("builtins.open", opened)
    with pytest.raises(UnreadableInput):
        open_message(MAGIC + b"etc", LIMITS, "“a.msg”")


def test_streams_that_lie_over_each_other_are_refused() -> None:
    whole = compound_file({f"{at:05}": b"x" * 5_000 for at in range(50)})
    entry = struct.pack("<II", 0, 5_000)
    lying = whole.replace(struct.pack("<I4x", 5_000), struct.pack("<I4x", 250_000))
    assert entry in whole
    with pytest.raises(UnreadableInput, match="damaged"):
        open_message(lying, LIMITS, "“a.msg”")


def test_a_chain_of_streams_without_end_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="damaged"):
        open_message(compound_file({f"{at:05}": b"x" for at in range(2_000)}), LIMITS, "“a.msg”")


def test_too_many_streams_are_refused() -> None:
    with pytest.raises(UnreadableInput, match="more than 5 streams"):
        open_message(compound_file({f"{at:05}": b"x" for at in range(6)}), Limits(streams=5), "“a.msg”")


def test_too_large_a_message() -> None:
    with pytest.raises(UnreadableInput, match="limit for one message is 50 MB"):
        open_message(MAGIC + bytes(50_000_000), LIMITS, "“a.msg”")
