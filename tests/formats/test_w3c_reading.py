"""Web Annotations as Recogito and Hypothesis write them, with a text and without one."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from annotator.core.exchange import ExchangedArticle, ExchangedLink
from annotator.core.spans import Span
from annotator.formats.w3c import WebAnnotations
from tests.formats.exchanged import TEXT
from tests.formats.foreign_lines import read, said

KIND = WebAnnotations()
PLACE = "https://example.org/artikel-1"
FIXTURE = (
    '{"@context":"http://www.w3.org/ns/anno.jsonld","id":"urn:uuid:44444444-4444-4444-8444-444444444444",'
    '"type":"Annotation","motivation":"tagging","creator":{"type":"Person","name":"editor1"},'
    '"created":"2026-01-01T00:00:00Z","body":[{"type":"TextualBody","purpose":"tagging","value":"denial"}],'
    '"target":{"source":"https://example.org/artikel-1","selector":[{"type":"TextPositionSelector","start":37,"end":55},'
    r'{"type":"TextQuoteSelector","exact":"Pedagang membantah","prefix":"turun.\" 😀 ","suffix":"."}]}}'
)
TEXT_ENTRY = {
    "id": "urn:uuid:44444444-4444-4444-8444-444444444440#text",
    "type": "Annotation",
    "motivation": "describing",
    "body": {"type": "TextualBody", "purpose": "describing", "value": TEXT},
    "target": {"id": PLACE, "type": "Text"},
}


def quote(exact: str, prefix: str = "", suffix: str = "") -> dict[str, Any]:
    return {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix}


def at(start: int, end: int) -> dict[str, Any]:
    return {"type": "TextPositionSelector", "start": start, "end": end}


def annotation(*selectors: dict[str, Any], id_: str = "#a", tag: str | None = "claim", **more: Any) -> dict[str, Any]:
    body = [{"type": "TextualBody", "purpose": "tagging", "value": tag}] if tag else []
    target = {"source": PLACE, "selector": list(selectors)}
    return {"id": id_, "type": "Annotation", "body": body, "target": target, **more}


def one_of(*entries: dict[str, Any]) -> tuple[ExchangedArticle, list[tuple[str, str]]]:
    (article,), unread = read(KIND, json.dumps(list(entries)))
    return article, unread


def test_the_golden_fixture() -> None:
    (article,), unread = read(KIND, FIXTURE)
    assert unread == []
    assert (article.key, article.url, article.text) == (PLACE, PLACE, "")
    (denial,) = article.annotations
    assert (denial.key, denial.label, denial.annotator) == ("44444444-4444-4444-8444-444444444444", "denial", "editor1")
    assert (denial.segments, denial.texts) == ((Span(37, 55),), ("Pedagang membantah",))
    assert denial.created_at == datetime(2026, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    "selectors",
    [
        (at(37, 55), quote("Pedagang membantah")),
        (quote("Pedagang membantah"), at(38, 56)),
        (at(1, 19), quote("Pedagang membantah", "😀 ")),
        (quote("Pedagang membantah"),),
        (at(37, 55),),
        ({"type": "FragmentSelector", "value": "char=37,55"},),
        ({"type": "RangeSelector", "startSelector": {}, "endSelector": {}}, quote("Pedagang membantah")),
    ],
)
def test_where_the_text_is_known_words_put_a_place_right(selectors: tuple[dict[str, Any], ...]) -> None:
    article, unread = one_of(TEXT_ENTRY, annotation(*selectors))
    assert unread == []
    assert (article.key, article.text) == ("44444444-4444-4444-8444-444444444440", TEXT)
    assert said(article) == [("claim", "Pedagang membantah")]


def test_surroundings_tell_which_of_the_same_words() -> None:
    entry = {**TEXT_ENTRY, "body": {"type": "TextualBody", "value": "beras naik, beras turun"}}
    article, unread = one_of(entry, annotation(quote("beras", "", " turun")), annotation(quote("beras"), id_="b"))
    assert article.annotations[0].segments == (Span(12, 17),)
    assert unread == [("entry 3", "Its words “beras” are in the text 2 times.")]


def test_what_recogito_writes() -> None:
    bodies = [
        {"type": "TextualBody", "value": "cek", "purpose": "commenting"},
        {"type": "TextualBody", "value": "claim", "purpose": "tagging"},
        {"type": "TextualBody", "value": "quote", "purpose": "tagging"},
        {
            "type": "SpecificResource",
            "purpose": "classifying",
            "source": {"id": "http://a.invalid/x", "label": "Topik"},
        },
    ]
    target = {"selector": [quote("Harga"), at(15, 20)]}
    first = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "Annotation",
        "id": "#a",
        "body": bodies,
        "target": target,
    }
    second = {**first, "id": "#b", "body": bodies[1:2]}
    link = {
        "type": "Annotation", "id": "#l", "motivation": "linking",
        "body": [{"type": "TextualBody", "value": "denies", "purpose": "tagging"}],
        "target": [{"id": "#b"}, {"id": "#a"}],
    }  # fmt: skip
    article, unread = one_of(first, second, link)
    assert unread == []
    assert article.key == "file"
    assert [(one.key, one.label, one.note) for one in article.annotations] == [
        ("#a", "claim", "cek"),
        ("#a (2)", "quote", "cek"),
        ("#a (3)", "Topik", "cek"),
        ("#b", "claim", ""),
    ]
    assert article.links == (ExchangedLink("denies", "#b", "#a", key="#l"),)


def test_what_hypothesis_exports() -> None:
    def row(id_: str, *selectors: dict[str, Any], **more: Any) -> dict[str, Any]:
        return {
            "id": id_, "user": "acct:ana@berita.invalid", "uri": PLACE, "created": "2026-01-01T00:00:00.000000+00:00",
            "document": {"title": ["Harga beras"]}, "target": [{"source": PLACE, "selector": list(selectors)}], **more,
        }  # fmt: skip

    rows = [
        row("a", at(37, 55), quote("Pedagang membantah"), tags=["denial"], text="cek"),
        row("b", quote("Harga"), tags=[], text=""),
        row("c", tags=["topic"], text="about the page"),
        row("d", quote("Harga"), tags=[], text="an answer", references=["a"]),
    ]
    (article,), unread = read(KIND, json.dumps({"total": 4, "rows": rows}))
    assert (article.title, article.url) == ("Harga beras", PLACE)
    assert [(one.label, one.note, one.annotator, one.texts) for one in article.annotations] == [
        ("denial", "cek", "ana@berita.invalid", ("Pedagang membantah",)),
        ("highlighting", "", "ana@berita.invalid", ("Harga",)),
    ]
    assert article.annotations[1].segments == (Span(0, 5),)
    assert unread == [
        ("entry 3", "It is about the whole page, and is not taken."),
        ("entry 4", "It is an answer to another annotation, and is not taken."),
    ]


def test_sources_that_follow_each_other_are_articles() -> None:
    other = {"source": "https://example.org/2", "selector": [quote("Kata")]}
    entries = [annotation(quote("a")), annotation(quote("b"), id_="b"), {**annotation(), "target": other}]
    articles, unread = read(KIND, json.dumps({"items": entries}))
    assert unread == []
    assert [(one.key, len(one.annotations)) for one in articles] == [(PLACE, 2), ("https://example.org/2", 1)]


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        ({"id": "x"}, "It is no annotation."),
        (annotation(at(9, 3)), "Its place 9–3 is not in the text."),
        (annotation(quote("Harga minyak")), "Its words “Harga minyak” are not in the text."),
        (annotation(), "It is about the whole page, and is not taken."),
        ({**annotation(), "motivation": "linking", "target": "#q", "body": "#z"}, "It links what is not here."),
        (
            {**annotation(at(0, 4)), "body": [{"type": "Video", "id": "http://a.invalid/v"}]},
            "What it says by “http://a.invalid/v” is not taken.",
        ),
    ],
)
def test_what_is_not_taken_is_named(entry: dict[str, Any], reason: str) -> None:
    article, unread = one_of(TEXT_ENTRY, entry)
    assert article.text == TEXT
    assert unread == [("entry 2", reason)]


def test_two_of_one_id_are_not_both_taken() -> None:
    article, unread = one_of(TEXT_ENTRY, annotation(at(0, 4)), annotation(at(5, 12)))
    assert said(article) == [("claim", "Kata")]
    assert unread == [("entry 3", "Another annotation has its id #a.")]
