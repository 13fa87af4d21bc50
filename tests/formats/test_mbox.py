"""Mailboxes: every message by itself, and sentences that begin with “From” are no messages."""

import time
from dataclasses import replace

import pytest
from hypothesis import given

from annotator import formats
from annotator.core.records import ArticleRecord, Unread
from annotator.errors import UnreadableInput
from annotator.formats.base import ReadOptions
from annotator.formats.limits import LIMITS
from annotator.formats.mbox import Mbox
from tests.formats.mutations import mutated

FIRST = b"From: Ada <ada@county.example>\nSubject: One\nMessage-ID: <1>\n\nIt was denied.\n\n>From the start it was.\n"
SECOND = b"Subject: Two\nMIME-Version: 1.0\nContent-Type: text/html\n\n<p>It was said.</p>\n"
EMPTY = b"Subject: Three\n\n\n"
BOX = b"".join(b"From ada@county.example Fri Jul  4 21:35:00 2025\n" + one + b"\n" for one in (FIRST, EMPTY, SECOND))


def read(content: bytes, options: ReadOptions = formats.PLAIN_OPTIONS) -> list[ArticleRecord | Unread]:
    return list(Mbox().read(content, "inbox.mbox", options))


def test_each_message_is_an_article_with_its_own_bytes() -> None:
    first, empty, second = read(BOX)
    assert isinstance(first, ArticleRecord)
    assert first.text == "One\n\nIt was denied.\n\nFrom the start it was."
    assert first.original == FIRST.replace(b">From", b"From")
    assert (first.file_name, first.byline) == ("inbox.mbox/message 1.eml", "Ada")
    assert isinstance(empty, Unread)
    assert (empty.name, "without text" in empty.reason) == ("message 2.eml", True)
    assert isinstance(second, ArticleRecord)
    assert (second.text, second.original) == ("Two\n\nIt was said.", SECOND)


def test_windows_line_ends_too() -> None:
    found = read(BOX.replace(b"\n", b"\r\n"))
    assert [isinstance(one, ArticleRecord) for one in found] == [True, False, True]


def test_sentences_that_begin_so_are_no_messages() -> None:
    plain = b"From the start: the mayor denied it.\n"
    assert not Mbox().recognises(plain)
    assert Mbox().recognises(BOX)
    box = BOX.replace(
        b">From the start it was.", b"From the start it was.\nAnd: nothing else.\n\nFrom here on\nit was said."
    )
    assert len(read(box)) == 3
    assert formats.reader_of(BOX, "inbox").id == "mbox"


def test_limits_hold() -> None:
    with pytest.raises(UnreadableInput, match="without messages"):
        read(b"nothing here")
    with pytest.raises(UnreadableInput, match=r"limit for a mailbox is 0\.0 MB"):
        read(BOX, ReadOptions(limits=replace(LIMITS, container_bytes=10)))
    few = read(BOX * 5, ReadOptions(limits=replace(LIMITS, articles=4)))
    assert len(few) == 5
    assert isinstance(few[-1], Unread)
    assert "4 articles" in few[-1].reason


def test_a_million_separators_take_no_memory() -> None:
    start = time.perf_counter()
    found = Mbox().read(b"From \nA:\n\n" * 1_000_000, "a.mbox", ReadOptions())
    for _, one in zip(range(100), found, strict=False):
        assert isinstance(one, Unread)
    assert time.perf_counter() - start < 2


@given(mutated(BOX, BOX.replace(b"\n", b"\r\n")))
def test_whatever_comes_it_is_read_or_refused(content: bytes) -> None:
    try:
        read(content)
    except UnreadableInput:
        return
