"""A file inside another is read by what it is; whatever is wrong with it stays its own affair."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from annotator import formats
from annotator.core.records import ArticleRecord, Unread
from annotator.errors import UnreadableInput
from annotator.formats.base import ReadOptions
from annotator.formats.limits import LIMITS
from annotator.formats.members import at_most, guarded, read_member

OPTIONS = ReadOptions()


def test_its_place_is_its_name() -> None:
    (article,) = read_member(b"Judul\n\nIsi.", "berita/a.txt", "kiriman.zip", OPTIONS)
    assert isinstance(article, ArticleRecord)
    assert (article.text, article.file_name) == ("Judul\n\nIsi.", "kiriman.zip/berita/a.txt")


def test_what_cannot_be_read_says_why() -> None:
    (unread,) = read_member(b"\x89PNG\r\n\x1a\n", "a.png", "kiriman.zip", OPTIONS)
    assert isinstance(unread, Unread)
    assert unread.name == "a.png"
    assert "is a picture" in unread.reason


def test_archives_lie_only_so_deep_in_each_other() -> None:
    deepest = replace(OPTIONS, depth=LIMITS.depth)
    (unread,) = read_member(b"Judul", "a.txt", "b.zip", deepest)
    assert isinstance(unread, Unread)
    assert "3 files deep" in unread.reason


def test_what_holds_for_the_container_does_not_hold_for_the_member() -> None:
    options = replace(OPTIONS, encoding="utf-16", columns={"text": "Body"})
    (article,) = read_member("Judul é".encode(), "a.txt", "b.zip", options)
    assert isinstance(article, ArticleRecord)
    assert article.encoding == "utf-8"


def test_a_reader_that_breaks_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(content: bytes, name: str, options: ReadOptions) -> Iterator[ArticleRecord | Unread]:
        yield Unread("page 1", "It is empty.")
        raise IndexError("list index out of range")

    monkeypatch.setattr(formats, "read", broken)
    first, second = read_member(b"", "a.pdf", "b.zip", OPTIONS)
    assert first == Unread("a.pdf/page 1", "It is empty.")
    assert isinstance(second, Unread)
    assert second.name == "a.pdf"
    assert "damaged" in second.reason


def test_a_refusal_keeps_its_sentence() -> None:
    def refused() -> list[ArticleRecord]:
        raise UnreadableInput("It is a scan.")

    assert list(guarded(refused)) == [Unread("", "It is a scan.")]


def test_one_file_gives_only_so_many_articles() -> None:
    many = at_most((Unread(str(number), "") for number in range(10**9)), replace(LIMITS, articles=3))
    *three, last = many
    assert len(three) == 3
    assert isinstance(last, Unread)
    assert "3 articles" in last.reason
