"""Feeds: what brings its text becomes an article, what does not is named with its address; nothing is fetched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.records import ArticleRecord, Unread
from annotator.errors import UnreadableInput
from annotator.formats.base import ReadOptions
from annotator.formats.feed import Feed, entries
from tests.formats.mutations import mutated

BODY = "<p>The mayor of Sandhaven denied the charge.</p><p>“I was never there,” she said.</p>"
RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Sandhaven Post</title><link>https://post.example/</link><language>en-gb</language>
<item><title>Mayor &amp;amp; council</title><link>/news/1</link><dc:creator>Ada Brook</dc:creator>
<pubDate>Fri, 04 Jul 2025 21:35:00 +0700</pubDate>
<description>A teaser.</description>
<content:encoded><![CDATA[{BODY}<script>alert(1)</script>]]></content:encoded></item>
<item><title>Only a headline</title><link>https://post.example/news/2</link></item>
<item><title>Short</title><link>https://post.example/news/3</link>
<description>The harbour opens again.</description></item>
</channel></rss>""".encode()
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Hafenblatt</title>
<entry><title>Der Rat</title><id>urn:1</id><link href="https://hafen.example/a"/>
<updated>2025-07-04T08:00:00Z</updated>
<author><name>Jo Keil</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
<p>Er bestritt es.</p><p>Mehr nicht.</p></div></content></entry>
</feed>"""
OPTIONS = ReadOptions(url="https://post.example/feed")


def read(content: bytes, options: ReadOptions = OPTIONS) -> list[ArticleRecord | Unread]:
    return list(Feed().read(content, "feed.xml", options))


def test_an_entry_with_its_text_is_an_article() -> None:
    article = read(RSS)[0]
    assert isinstance(article, ArticleRecord)
    assert article.text == (
        "Mayor & council\n\nThe mayor of Sandhaven denied the charge.\n\n“I was never there,” she said."
    )
    assert (article.title, article.outlet, article.byline) == ("Mayor & council", "Sandhaven Post", "Ada Brook")
    assert (article.url, article.language) == ("https://post.example/news/1", "en")
    assert article.published == "Fri, 04 Jul 2025 21:35:00 +0700"
    assert article.published_at == "2025-07-04T21:35:00+07:00"
    assert article.notices == ()


def test_its_original_is_the_entrys_own_bytes() -> None:
    article = read(RSS)[0]
    assert isinstance(article, ArticleRecord)
    assert article.original.startswith(b"<item><title>Mayor")
    assert article.original.endswith(b"</item>")
    assert article.original in RSS


def test_a_headline_alone_is_named_with_its_address() -> None:
    assert read(RSS)[1] == Unread(
        "https://post.example/news/2", "It has only a headline here; load it from its address."
    )


def test_a_summary_alone_is_said_to_be_one() -> None:
    article = read(RSS)[2]
    assert isinstance(article, ArticleRecord)
    assert article.text == "Short\n\nThe harbour opens again."
    assert "beginning of this article" in article.notices[0]


def test_atom_too() -> None:
    (article,) = read(ATOM)
    assert isinstance(article, ArticleRecord)
    assert article.text == "Der Rat\n\nEr bestritt es.\n\nMehr nicht."
    assert (article.outlet, article.authors, article.language) == ("Hafenblatt", ("Jo Keil",), "de")
    assert article.published_at == "2025-07-04T08:00:00+00:00"
    assert article.url == "https://hafen.example/a"


def test_what_a_feed_offers_can_be_listed_first() -> None:
    first, second, third = entries(RSS, "https://post.example/feed")
    assert (first.title, first.url, first.full) == ("Mayor & council", "https://post.example/news/1", True)
    assert first.published_at == "2025-07-04T21:35:00+07:00"
    assert (second.url, second.summary_length, second.full) == ("https://post.example/news/2", 0, False)
    assert (third.summary_length, third.full) == (24, False)


def test_addresses_of_other_kinds_are_none() -> None:
    feed = RSS.replace(b"https://post.example/news/2", b"file:///etc/passwd").replace(b"/news/1<", b"javascript:x()<")
    assert [entry.url for entry in entries(feed, None)][:2] == ["", ""]


def test_an_address_is_never_opened() -> None:
    with pytest.raises(UnreadableInput, match="no feed"):
        entries(b"http://127.0.0.1:9/feed.xml", None)
    with pytest.raises(UnreadableInput, match="no feed"):
        entries(__file__.encode(), None)


def test_a_feed_that_is_not_well_formed_is_read_all_the_same() -> None:
    broken = RSS.replace(b"<description>A teaser.</description>", b"<description>A & <b> teaser</description>")
    articles = [article for article in read(broken) if isinstance(article, ArticleRecord)]
    assert any("The mayor of Sandhaven denied" in article.text for article in articles)
    assert len({article.original for article in articles}) == len(articles)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'<!DOCTYPE rss [<!ENTITY a "b">]>' + RSS, "declares entities"),
        (b"<rss version='2.0'><channel><title>x</title></channel></rss>", "without entries"),
        (b" " * 10_000_001, "limit for a feed is 10 MB"),
        (RSS.replace(b"<item>", b"<item>" + b"<category>a</category>" * 20_001, 1), "20,000 categories"),
        (RSS + b"<" * 200_000, "200,000 tags"),
        (RSS.replace(b"<item>", b"<item/>" * 20_001, 1), "20,000 entries"),
        (b"", "no feed"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(content: bytes, said: str) -> None:
    with pytest.raises(UnreadableInput, match=said):
        read(content)


def test_one_entry_over_a_limit_leaves_the_others() -> None:
    deep = RSS.replace(BODY.encode(), b"<div>" * 5_000)
    first, _, third = read(deep)
    assert isinstance(first, Unread)
    assert "deep" in first.reason
    assert isinstance(third, ArticleRecord)


def test_feeds_are_recognised_by_their_root() -> None:
    assert Feed().recognises(RSS)
    assert Feed().recognises(b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- <html> -->\n" + ATOM)
    assert not Feed().recognises(b"<feed><title>something of one's own</title></feed>")
    assert not Feed().recognises(b"<html><body><rss/></body></html>")
    assert not Feed().recognises(b"rss is a format")


@given(mutated(RSS, ATOM))
def test_whatever_comes_it_is_read_or_refused(content: bytes) -> None:
    try:
        found = read(content)
    except UnreadableInput:
        return
    assert all(isinstance(one, Unread) or one.text.strip() for one in found)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    try:
        entries(b"<rss version='2.0'><channel><item><title>x</title>" + content, None)
    except UnreadableInput:
        return
