"""Web pages as browsers save them become articles, whatever is around the text and whatever is wrong with the page."""

import json
import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.records import ArticleRecord
from annotator.errors import UnreadableInput
from annotator.formats.base import Reader, ReadOptions, Writer
from annotator.formats.web_page import WebPage, extract, read_page

PARAGRAPHS = [
    "The harbour council said on Monday that the old pier would be pulled down before the autumn storms set in.",
    "“Nobody was ever in danger,” said its engineer, Ruta Venn, who had called for the work two years before.",
    "The fishermen deny that they had been asked. They learnt of it, they say, from a notice on the gate.",
]
HEAD = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Old pier to go | The Quay Post</title>
<meta property="og:title" content="Old pier to go | The Quay Post">
<meta property="og:site_name" content="The Quay Post">
<meta property="og:description" content="After two years of warnings the council will act, its engineer says.">
<link rel="canonical" href="https://quaypost.example/news/old-pier">
"""
LINKED = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "Organization", "@id": "#us", "name": "The Quay Post"},
        {
            "@type": "NewsArticle",
            "headline": "Old pier to go",
            "datePublished": "2025-07-04T21:35:07.250+01:00",
            "author": [{"@type": "Person", "name": "Tove Marsh"}, {"@type": "Person", "name": "Idris Pell"}],
            "publisher": {"@id": "#us"},
        },
    ],
}
BODY = f"""<nav><a href=/>Home</a> <a href=/sport>Sport</a></nav>
<main><article><h1>Old pier to go</h1>
<p class=standfirst>After two years of warnings the council will act, its engineer says.</p>
<p class=byline>By Tove Marsh and Idris Pell</p><time datetime="2025-07-04T21:35:07+01:00">4 July 2025, 9.35 pm</time>
<figure><img src=a.jpg><figcaption>The pier last week. Photo: T. Marsh</figcaption></figure>
<div class="story"><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p>
<aside><h3>Read also</h3><a href=/x>Storm season begins early this year</a></aside>
<h2>On the gate</h2><p>{PARAGRAPHS[2]}</p>
<p><a href=/y>More about the harbour and its piers</a></p>
<div class="newsletter-box"><p>Get our letter from the quay each morning, free of charge.</p></div></div>
</article></main><footer><p>© The Quay Post. All rights reserved. No copying of any of this.</p></footer>"""
PAGE = f'{HEAD}<script type="application/ld+json">{json.dumps(LINKED)}</script></head><body>{BODY}</body></html>'


def read(page: str | bytes, name: str = "pier.html", url: str | None = None) -> ArticleRecord:
    content = page.encode() if isinstance(page, str) else page
    (record,) = WebPage().read(content, name, ReadOptions(url=url))
    assert isinstance(record, ArticleRecord)
    return record


def test_it_reads_and_does_not_write() -> None:
    assert isinstance(WebPage(), Reader)
    assert not isinstance(WebPage(), Writer)


def test_an_article_without_what_stands_around_it() -> None:
    standfirst = "After two years of warnings the council will act, its engineer says."
    body = [PARAGRAPHS[0], PARAGRAPHS[1], "On the gate", PARAGRAPHS[2]]
    assert read(PAGE).text.split("\n\n") == ["Old pier to go", standfirst, *body]


def test_what_is_known_about_it() -> None:
    record = read(PAGE)
    assert record.title == "Old pier to go"
    assert record.authors == ("Tove Marsh", "Idris Pell")
    assert record.byline == "Tove Marsh, Idris Pell"
    assert (record.outlet, record.language) == ("The Quay Post", "en")
    assert (record.published, record.published_at) == ("4 July 2025, 9.35 pm", "2025-07-04T21:35:07+01:00")
    assert record.url == "https://quaypost.example/news/old-pier"
    assert (record.original, record.encoding, record.format_id) == (PAGE.encode(), "", "html")


def test_extract_gives_the_body_alone() -> None:
    article = extract(PAGE.encode(), None)
    assert article.text.endswith(PARAGRAPHS[2])
    assert not article.text.startswith(article.title)
    assert article.published[:10] == "2025-07-04"


def test_a_paragraph_that_repeats_itself_stays() -> None:
    page = PAGE.replace(f"<p>{PARAGRAPHS[2]}</p>", f"<p>{PARAGRAPHS[2]}</p>" * 3)
    assert read(page).text.count(PARAGRAPHS[2]) == 3


def test_the_next_article_below_is_left_out() -> None:
    other = "".join(
        f"<p>Another story, part {part}: the baker on the corner closes after forty years.</p>" for part in "abc"
    )
    record = read(
        PAGE.replace("</main>", f"<article><h1>Baker closes</h1><div class=story>{other}</div></article></main>")
    )
    assert "baker" not in record.text
    assert PARAGRAPHS[2] in record.text


def test_a_paragraph_in_the_same_place_is_not_lost_among_boxes() -> None:
    box = "<div class=ad><p>Advertisement</p></div>"
    story = box.join(f"<p>{text}</p>" for text in PARAGRAPHS * 4)
    record = read(PAGE.replace(f"<p>{PARAGRAPHS[0]}</p>", story))
    assert record.text.count(PARAGRAPHS[0]) == 4
    assert "Advertisement" not in record.text


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_pages_in_other_encodings(codec: str) -> None:
    page = PAGE.replace('charset="utf-8"', f'charset="{"windows-1252" if codec == "cp1252" else "utf-8"}"')
    assert PARAGRAPHS[1] in read(page.encode(codec)).text


def test_a_page_without_paragraphs_of_its_own() -> None:
    words = "<br><br>".join(PARAGRAPHS)
    record = read(f"<html><body><div><b>Old pier to go</b></div><div>{words}</div></body></html>")
    assert all(text in record.text.split("\n\n") for text in PARAGRAPHS)


@pytest.mark.parametrize("piece", ["<p>The mayor denied it.</p>", "The mayor denied it.", "<td>The mayor denied it."])
def test_a_piece_of_html_is_read_as_it_stands(piece: str) -> None:
    record = read(piece)
    assert record.text == "The mayor denied it."
    assert record.title


@pytest.mark.parametrize(
    "page",
    [
        "",
        " ",
        "<html><head><title></title></head><body></body></html>",
        "<!doctype html><div id=root></div><script>start('a lot of text that is no article')</script>",
        "<p>&nbsp;</p><p>—</p>",
    ],
)
def test_a_page_without_an_article_says_so(page: str) -> None:
    with pytest.raises(UnreadableInput, match=r"^“pier.html” holds no article, .*paste it\.$"):
        read(page)


def test_the_address_comes_from_the_page_or_from_where_it_was_fetched() -> None:
    words = f"<html><body><p>{PARAGRAPHS[0]}</p></body></html>"
    assert read(words).url == ""
    assert read(words, url="https://quaypost.example/a").url == "https://quaypost.example/a"
    saved = "<!-- saved from url=(0030)https://quaypost.example/saved -->" + words
    assert read(saved).url == "https://quaypost.example/saved"
    assert read(saved).outlet == "quaypost.example"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "https://[", "data:,x", "https:// x"])
def test_an_address_that_is_none_of_the_web_is_left_out(address: str) -> None:
    assert read(f'<html><link rel=canonical href="{address}"><p>{PARAGRAPHS[0]}</p>').url == ""


@pytest.mark.parametrize(
    ("content", "page"),
    [
        (b"<!DOCTYPE html><p>x", True),
        (b"\xef\xbb\xbf\n<!-- saved from url=(0014)about:internet -->\n<HTML><p>x", True),
        (b"<?xml version='1.0' encoding='utf-8'?>\n<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML'><html>", True),
        (b"<!-- a -->\n<!-- b -->\n<html>", True),
        (b"<?xml version='1.0'?><rss><channel/></rss>", False),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'/>", False),
        (b"<?xml version='1.0'?><nitf><body/></nitf>", False),
        (b"<!-- <html> in a note that never ends", False),
        (b"The tag <html> begins a page.", False),
        (b"<htmlx>", False),
        (b"", False),
        (b"<!--" * 1000, False),
    ],
)
def test_what_begins_like_a_page_is_recognised(content: bytes, page: bool) -> None:
    assert WebPage().recognises(content) is page


SENTENCE = "The mayor denied the claim on Tuesday, and said that more would follow. "


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 100_000 + SENTENCE,
        "<p>" + SENTENCE * 150_000,
        "<p " + " ".join(f"a{number}=b" for number in range(50_000)) + ">x",
        "<b>x</b>" * 250_000,
    ],
    ids=["deep", "long", "attributes", "elements"],
)
def test_what_is_over_a_limit_is_refused_at_once(page: str) -> None:
    started = time.process_time()
    with pytest.raises(UnreadableInput, match="limit"):
        read(page)
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    "page",
    [
        ("<div>" * 450 + SENTENCE + "</div>" * 450) * 50,
        "<script type='application/ld+json'>" + "[" * 200_000 + "</script><p>" + SENTENCE,
        "<meta property='og:title' content='" + "a - " * 200_000 + "'><p>" + SENTENCE,
        "<i rel=author>" * 400 + "<i rel=author>x</i>" * 5_000 + SENTENCE,
        "<p>" + " " * 2_000_000 + SENTENCE,
        "".join(f"<article><h1>{number} {SENTENCE}</h1></article>" for number in range(1_000)),
        "<!-- x -->" * 100_000 + "<p>" + SENTENCE,
    ],
    ids=["deep", "linked", "joints", "authors", "spaces", "headlines", "comments"],
)
def test_a_page_made_to_keep_a_reader_busy_does_not(page: str) -> None:
    started = time.process_time()
    assert "mayor" in read(page).text
    assert time.process_time() - started < 4


LINKED_WRONGLY = [
    '{"@type":["NewsArticle",{}],"headline":[[{}],{"name":[1]}],"author":7}',
    '{"@type":"Article","articleBody":{"@value":["x"]},"datePublished":1e400}',
    '{"@type":"Article","author":{"@id":[]},"mainEntityOfPage":[],"inLanguage":{"name":null}}',
]
STRANGE = [
    "\0", "\ufeff", "<", ">", "</", "<p", "&#0;", "&#xd800;", "<![CDATA[", "]]>", "<?php", "<!DOCTYPE", "<plaintext>",
    "<table><td>", "</html>", "<html>", "<h1>", "<article>", "<noscript>", "<frameset>", "<svg><title>",
    '<meta name="date" content="99999999999999-99-99">', '<time datetime="0000-00-00">', "<a rel=author>",
    '<meta charset="utf-7">', '<html lang="ä">', '<link rel=canonical href="http://[::1">', "<base href=x>",
    *(f'<script type="application/ld+json">{wrong}</script>' for wrong in LINKED_WRONGLY),
]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(PAGE)), st.sampled_from(STRANGE)), max_size=8), st.integers(0, len(PAGE)))
def test_damaged_pages_give_an_article_or_a_sentence(pieces: list[tuple[int, str]], end: int) -> None:
    page = PAGE[:end]
    for place, strange in pieces:
        page = page[:place] + strange + page[place:]
    with suppress(UnreadableInput):
        record = read(page)
        assert record.text.strip()
        record.text.encode()
        assert len(record.title) <= 500


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.sampled_from([b"", b"<!doctype html><meta charset=shift_jis>", b"<html><body><p>"]))
def test_any_bytes_give_an_article_or_a_sentence(content: bytes, beginning: bytes) -> None:
    with suppress(UnreadableInput):
        read_page(beginning + content, "", ReadOptions())
