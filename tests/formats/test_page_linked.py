"""What a page tells machines: found in any shape, whole or damaged."""

import json
import time

import pytest

from annotator.formats.page_linked import first_text, linked_article, linked_nodes, plain, resolved, texts
from annotator.formats.page_tree import tree_of

ARTICLE = {"@type": "NewsArticle", "headline": "Old pier to go"}


def nodes(*scripts: str) -> list:  # type: ignore[type-arg]
    return linked_nodes(tree_of("".join(f'<script type="application/ld+json">{text}</script>' for text in scripts)))


@pytest.mark.parametrize(
    "script",
    [
        json.dumps(ARTICLE),
        json.dumps([{"@type": "WebSite"}, ARTICLE]),
        json.dumps({"@graph": [{"@type": "Organization", "name": "x"}, ARTICLE]}),
        json.dumps({"@type": "WebPage", "mainEntity": ARTICLE}),
        json.dumps({**ARTICLE, "@type": ["Article", "BlogPosting"]}),
        "<!--\n" + json.dumps(ARTICLE) + "\n-->",
        "//<![CDATA[\n" + json.dumps(ARTICLE) + "\n//]]>",
        json.dumps(ARTICLE)[:-1] + ",}",
        json.dumps(ARTICLE) + ";",
        '{"@type": "Article", "headline": "Old pier\nto go"}',
    ],
)
def test_the_article_is_found(script: str) -> None:
    assert first_text(linked_article(nodes("{", "", script)).get("headline")) == "Old pier to go"


def test_the_one_with_a_headline_goes_before_others() -> None:
    other = {"@type": "Article", "datePublished": "2025-07-04"}
    assert linked_article(nodes(json.dumps(other), json.dumps(ARTICLE))) == ARTICLE
    assert linked_article(nodes(json.dumps(other))) == other
    assert linked_article(nodes("null", "7", "[[]]")) == {}


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("a", ["a"]),
        (["a", {"name": "b"}, {"name": ["c", 7]}, None, {"@value": "d"}, {}], ["a", "b", "c", "d"]),
        (None, []),
        (7, []),
        ("Caf&eacute; &amp;amp; <b>bar</b>\n x < y", ["Café &amp; bar x < y"]),
    ],
)
def test_texts_of_a_value(value: object, words: list[str]) -> None:
    assert texts(value) == words


def test_what_stands_in_lists_does_no_harm_there() -> None:
    page = json.dumps({**ARTICLE, "headline": "Old\ud800 \u202epi\u00ader\u0000\n\x85to go"})
    assert first_text(linked_article(nodes(page)).get("headline")) == "Old? pier to go"


def test_what_is_named_by_its_key() -> None:
    found = nodes(json.dumps([{"@id": "#a", "name": "Tove Marsh"}, {"@id": "#b"}]))
    assert [first_text(one) for one in resolved([{"@id": "#a"}, {"@id": "#b"}, "x"], found)] == ["Tove Marsh", "", "x"]


def test_much_of_it_takes_little_time() -> None:
    started = time.process_time()
    linked_article(nodes("[" * 300_000, json.dumps([ARTICLE] * 20_000), json.dumps({"a": [[]] * 50_000})))
    plain("<" * 100_000 + "&amp;" * 100_000)
    assert time.process_time() - started < 2
