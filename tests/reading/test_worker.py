"""Every job is answered, whatever is in the file."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from annotator import formats
from annotator.core.records import ArticleRecord, Unread
from annotator.errors import UnreadableInput
from annotator.formats.base import ReadOptions
from annotator.formats.limits import Limits
from annotator.reading.messages import Answer, Article, Failed, Job
from annotator.reading.worker import answers_to


def one(text: str) -> ArticleRecord:
    return ArticleRecord(text, text, text.encode(), "utf-8", "")


def answers(monkeypatch: pytest.MonkeyPatch, *found: Any, limits: Limits = Limits()) -> list[Answer]:
    def read(*_: object) -> Iterator[ArticleRecord | Unread]:
        for each in found:
            if isinstance(each, Exception):
                raise each
            yield each

    monkeypatch.setattr(formats, "read", read)
    return list(answers_to(Job("a.zip", b"", ReadOptions(limits=limits), {}, detect_language=False)))


def test_a_file_is_read_from_its_path(tmp_path: Path) -> None:
    path = tmp_path / "berita.txt"
    path.write_text("Harga naik.")
    (answer,) = answers_to(Job(str(path)))
    assert isinstance(answer, Article)
    assert answer.prepared.record.file_name == "berita.txt"


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (UnreadableInput("It is a scan."), "It is a scan."),
        (MemoryError(), "more memory than the limit of 1,500 MB"),
        (RecursionError(), "could not be understood"),
        (ValueError("a library's own"), "could not be understood"),
        (PermissionError(13, "Permission denied"), "Permission denied"),
    ],
)
def test_what_came_before_an_error_stays(error: Exception, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    first, last = answers(monkeypatch, one("a"), error)
    assert isinstance(first, Article)
    assert isinstance(last, Failed)
    assert said in last.reason


def test_what_cannot_be_read_inside_a_file_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = answers(monkeypatch, Unread("b.eml", "It is empty."), one("a"))
    assert first == Failed("b.eml", "It is empty.")
    assert isinstance(second, Article)


def test_a_file_with_nothing_in_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    assert answers(monkeypatch) == [Failed("", "There is no article in it.")]


def test_a_file_whose_parts_are_all_unread_says_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    assert answers(monkeypatch, Unread("b.eml", "It is empty.")) == [Failed("b.eml", "It is empty.")]


def test_articles_beyond_the_limit_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    found = answers(monkeypatch, one("a"), one("b"), one("c"), limits=Limits(articles=2))
    assert [type(answer) for answer in found] == [Article, Article, Failed]
    assert "more than 2 articles" in found[-1].reason  # type: ignore[union-attr]


def test_a_missing_file_is_answered(tmp_path: Path) -> None:
    (answer,) = answers_to(Job(str(tmp_path / "gone.txt")))
    assert answer == Failed("", "The file cannot be read: No such file or directory.")
