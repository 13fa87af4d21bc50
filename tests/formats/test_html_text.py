"""HTML to text: what a person would see of it, and nothing else."""

import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import UnreadableInput
from annotator.formats.html_text import is_hidden, text_of_html, text_of_tree
from annotator.formats.page_tree import tree_of


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("  \n ", ""),
        ("Only words", "Only words"),
        ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
        ("<h1>Title</h1>\n<p>One\n  line.</p>", "Title\n\nOne line."),
        ("Dear <b>all</b>,<br>see below.<br><br>Best<br/>\n<br/>Ana", "Dear all,\nsee below.\n\nBest\n\nAna"),
        ("<p>a</p><p>&nbsp;</p><p>b</p>", "a\n\nb"),
        ("<div>a<div>b</div>c</div>", "a\n\nb\n\nc"),
        ("<ul><li>one<li>two</ul>three", "one\ntwo\n\nthree"),
        ("<dl><dt>Age<dd>41</dl>", "Age\n41"),
        ("<p>10&nbsp;km, <i>x</i> , <b>y </b> z</p>", "10\xa0km, x , y z"),
        ("<p>caf&eacute; &lt;b&gt; &#8220;x&#x201D;</p>", "café <b> “x”"),
        ("a<script>b()</script><style>c{}</style><!-- d -->e<template>f</template>", "ae"),
        ("<title>t</title><p>a</p><noscript>b</noscript>", "a"),
        ("<p>She said <q>never</q>.</p>", "She said “never”."),
        ("<p>Don<wbr>au&shy;dampf\u2028schiff</p>", "Donaudampf schiff"),
        ("<ruby>東<rp>(</rp><rt>とう</rt><rp>)</rp></ruby>京", "東京"),
        ("<pre>a\n  b  <b>c</b> d\n\n\ne</pre>f", "a\n  b  c d\n\ne\n\nf"),
        ("<pre>a\r\nb\rc</pre>", "a\nb\nc"),
        ("<form>a<button>Send</button><select><option>b</select></form>", "a"),
        ("<p>a\x01\x7fb&#0;c</p>", "ab\ufffdc"),
    ],
)
def test_blocks_lines_and_words(html: str, text: str) -> None:
    assert text_of_html(html) == text


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>x</p>",
        "<p style='color: red;Display : None'>x</p>",
        "<span style='visibility:hidden'>x</span>",
        "<div style='mso-hide:all'>x</div>",
        "<pre hidden>x</pre>",
        "<table><tr hidden><td>x</td></tr></table>",
        "<q hidden>x</q>",
    ],
)
def test_what_is_hidden_is_left_out_and_nothing_after_it(hidden: str) -> None:
    assert text_of_html(f"<p>a</p>{hidden}<p>b  b</p>") == "a\n\nb b"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<table><tr><th>Year<th>Dead</tr><tr><td>2024<td>3</tr></table>x", "Year | Dead\n2024 | 3\n\nx"),
        # a word processor puts paragraphs into cells
        ("<table><tr><td><p>a</p></td><td><p>b</p><p>c</p></td></tr></table>", "a | b\nc"),
        ("<table><tr><td></td><td>b</td><td> </td><td>c</td></tr><tr><td>d</td><td></td></tr></table>", "b | c\nd"),
        # an e-mail is arranged by tables
        ("<table><tr><td><p>a</p><p>b</p></td></tr><tr><td>c</td></tr></table>", "a\n\nb\n\nc"),
        ("<table><tr><td><table><tr><td>a<td>b</tr></table></td><td>c</td></tr></table>", "a | b\n\nc"),
        ("<table role=presentation><tr><td>a</td><td><p>b</p>c</td></tr></table>", "a\n\nb\n\nc"),
    ],
)
def test_tables(html: str, text: str) -> None:
    assert text_of_html(html) == text


def test_an_element_alone_without_its_tail() -> None:
    root = tree_of("<div><p id=a>one</p>two</div>")
    assert text_of_tree(root.find(".//p")) == "one"


def test_hidden_is_what_the_element_itself_says() -> None:
    root = tree_of("<p style='display:inline'>a</p><p HIDDEN>b</p>")
    assert [is_hidden(element) for element in root.iter("p")] == [False, True]


def test_bytes_are_decoded() -> None:
    assert text_of_html("<p>Grüße</p>".encode("utf-16")) == "Grüße"


@pytest.mark.parametrize(
    "html",
    ["<div>" * 100_000 + "x", "<b>" * 1_000_000, b"<p>x" * 25_000_000],
    ids=["deep", "deeper", "100 MB"],
)
def test_what_no_article_has_is_refused_at_once(html: str | bytes) -> None:
    started = time.process_time()
    with pytest.raises(UnreadableInput, match="limit"):
        text_of_html(html)
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    "html",
    ["<p>x" * 50_000, "<table><tr>" + "<td>x" * 50_000, "<table><tr><td>" * 120 + "<td>x" * 20_000, "<q>" * 400],
    ids=["paragraphs", "cells", "tables", "quotations"],
)
def test_much_takes_little_time(html: str) -> None:
    started = time.process_time()
    text_of_html(html)
    assert time.process_time() - started < 2


TAGS = ["p", "b", "td", "tr", "table", "q", "pre", "br", "li", "div hidden", "script", "svg", "svg:a", "!--", "?x"]
PIECE = st.one_of(st.text(max_size=8), st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]))


@given(st.lists(PIECE, max_size=30).map("".join))
def test_any_html_gives_text_that_is_tidy(html: str) -> None:
    text = text_of_html(html)
    assert text == text.strip()
    assert "\n\n\n" not in text
    text.encode("utf-8")


@given(st.binary(max_size=200))
def test_any_bytes_give_text_or_a_sentence(html: bytes) -> None:
    with suppress(UnreadableInput):
        assert isinstance(text_of_html(html), str)
