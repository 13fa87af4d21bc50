"""What kind of XML a file is, from its first bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.wire_root import root_of


@pytest.mark.parametrize(
    "content",
    [
        b'<newsItem xmlns="urn:x">',
        b'\xef\xbb\xbf<?xml version="1.0"?><!-- <html> --><g:newsItem xmlns="urn:x"/>',
        b'\n<!DOCTYPE newsItem [<!ENTITY a "b>">]><newsItem guid="1" xmlns="urn:x">',
        '<?xml version="1.0" encoding="UTF-16"?><newsItem xmlns="urn:x">'.encode("utf-16"),
        '<newsItem xmlns="urn:x">'.encode("utf-16-be"),
    ],
)
def test_the_root_is_found(content: bytes) -> None:
    root = root_of(content)
    assert root is not None
    assert root.name == "newsItem"
    assert root.declares("urn:x")


@pytest.mark.parametrize(
    "content", [b"", b"plain < text", b"<!-- never closed <rss>", b"<?xml", b"< rss>", b"\xff\xfe"]
)
def test_where_there_is_none_nothing_is_said(content: bytes) -> None:
    assert root_of(content) is None


@given(st.binary(max_size=200) | st.text("<>!?-[]a ", max_size=60).map(str.encode))
def test_any_bytes_can_be_asked(content: bytes) -> None:
    root_of(content)
