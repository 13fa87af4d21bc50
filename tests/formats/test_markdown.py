"""Markdown: what would be shown, and what stands above it about it."""

import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.records import ArticleRecord
from annotator.errors import UnreadableInput
from annotator.formats.base import Reader, ReadOptions, Writer
from annotator.formats.markdown import Markdown, split_front

ARTICLE = """---
title: "Old pier to go"
date: 2025-07-04 21:35
authors:
  - Tove Marsh
  - Idris Pell
lang: en-GB
url: https://quaypost.example/pier
draft: false
---

## Before the storms

The *old* pier will be **pulled down**,
[the council](https://x.example) said.<script>alert(1)</script>

- one
- two

> “Never,” said Venn.

    code stays

| Year | Dead |
|------|------|
| 2024 | 3    |

![a picture](a.jpg)
"""


def read(text: str | bytes, name: str = "pier.md") -> ArticleRecord:
    (record,) = Markdown().read(text.encode() if isinstance(text, str) else text, name, ReadOptions())
    assert isinstance(record, ArticleRecord)
    return record


def test_it_reads_and_does_not_write() -> None:
    assert isinstance(Markdown(), Reader)
    assert not isinstance(Markdown(), Writer)
    assert not Markdown().recognises(ARTICLE.encode())


def test_the_text_as_it_would_be_shown() -> None:
    assert read(ARTICLE).text.split("\n\n") == [
        "Old pier to go",
        "Before the storms",
        "The old pier will be pulled down, the council said.",
        "one\ntwo",
        "“Never,” said Venn.",
        "code stays",
        "Year | Dead\n2024 | 3",
    ]


def test_what_stands_above_it() -> None:
    record = read(ARTICLE)
    assert (record.title, record.byline, record.language) == ("Old pier to go", "Tove Marsh, Idris Pell", "en")
    assert (record.published, record.published_at) == ("2025-07-04 21:35", "2025-07-04T21:35")
    assert (record.url, record.authors) == ("https://quaypost.example/pier", ("Tove Marsh", "Idris Pell"))
    assert (record.original, record.encoding, record.format_id) == (ARTICLE.encode(), "", "markdown")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Old pier *to* go #\n\nWords.", "Old pier to go"),
        ("Old pier to go\n===\n\nWords.", "Old pier to go"),
        ("Intro\n\n# Old pier to go", "Old pier to go"),
        ("Old pier to go\n\nWords.", "Old pier to go"),
        ("---\ntitle: Old pier to go\n---\n# Old pier to go\n\nWords.", "Old pier to go"),
    ],
)
def test_the_title_is_on_top_once(text: str, title: str) -> None:
    record = read(text)
    assert record.title == title
    assert record.text.count(title) == 1


@pytest.mark.parametrize(
    ("written", "front"),
    [
        ("---\na: b: c\n---\nx", {"a": "b: c"}),
        ("+++\ntitle = 'x'\n+++\nx", {"title": "x"}),
        ('---\nauthor: [Ana R., "Bo B."]\n...\nx', {"author": "Ana R.; Bo B."}),
        ("---\ntags:\n- a\n- b\n: ::\n\tx\n---\nx", {"tags": "a; b"}),
        ("---\n\n---\nx", {}),
    ],
)
def test_simple_lines_are_understood_and_others_left_out(written: str, front: dict[str, str]) -> None:
    assert split_front(written) == (front, "x")


@pytest.mark.parametrize("written", ["---\na: b\n", "x\n---\na: b\n---\n", "----\na: b\n----\n", ""])
def test_what_is_no_front_matter_is_text(written: str) -> None:
    assert split_front(written) == ({}, written)


@pytest.mark.parametrize("empty", ["", "---\nlang: en\n---\n", "![picture](a.jpg)", "<script>x</script>", "---"])
def test_a_file_without_words_says_so(empty: str) -> None:
    with pytest.raises(UnreadableInput, match=r"“pier\.md” is empty"):
        read(empty)


def test_what_is_no_text_or_too_much_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="not text"):
        read(b"\x01\x02\x03" * 100)
    with pytest.raises(UnreadableInput, match=r"has 2\.1 MB; the limit for Markdown is 2\.0 MB"):
        read("x" * 2_100_000)


@pytest.mark.parametrize("sign", ["[", "![", "[a](", "*a_ ", "`a"])
def test_a_paragraph_of_nothing_but_signs_is_refused(sign: str) -> None:
    with pytest.raises(UnreadableInput, match="paragraph with more than 5,000 signs of Markdown, which is the limit"):
        read(sign * 6_000)


def test_a_long_list_of_links_is_many_paragraphs() -> None:
    assert read("- [a](https://coast.example) *b*\n" * 6_000).text.count("a b") == 6_000


@pytest.mark.parametrize(
    "text",
    ["[" * 20_000 + "x", "*a **b " * 10_000, "> " * 5_000 + "a", "- a\n" * 10_000, "`" * 50_000 + "x", "<a " * 20_000],
)
def test_much_of_a_sign_takes_little_time(text: str) -> None:
    started = time.process_time()
    with suppress(UnreadableInput):
        read(text)
    assert time.process_time() - started < 3


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="-+#*>[]()`|:=<!ab \n\t\0\r&;\"'", max_size=120), st.sampled_from(["", "---\n", "+++\n"]))
def test_any_text_gives_an_article_or_a_sentence(text: str, beginning: str) -> None:
    with suppress(UnreadableInput):
        assert read(beginning + text).text.strip()
