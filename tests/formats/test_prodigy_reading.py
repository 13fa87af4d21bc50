"""Prodigy's lines as the tool and scripts write them, and what of them is named because it is not taken."""

from typing import Any

import pytest

from annotator.core.exchange import ExchangedLink
from annotator.formats.prodigy import Prodigy
from tests.formats.exchanged import TEXT
from tests.formats.foreign_lines import read, read_one, said

FIXTURE = (
    r'{"text":"Kata Menteri: \"Harga beras turun.\" 😀 Pedagang membantah.",'
    r'"spans":[{"start":15,"end":32,"token_start":4,"token_end":6,"label":"claim"},'
    r'{"start":37,"end":55,"token_start":10,"token_end":11,"label":"denial"}],'
    r'"relations":[{"head":11,"child":6,"label":"denies",'
    r'"head_span":{"start":37,"end":55,"token_start":10,"token_end":11,"label":"denial"},'
    r'"child_span":{"start":15,"end":32,"token_start":4,"token_end":6,"label":"claim"}}],'
    r'"answer":"accept","_view_id":"relations"}'
)
CLAIM = {"start": 15, "end": 32, "token_start": 4, "token_end": 6, "label": "claim"}
DENIAL = {"start": 37, "end": 55, "token_start": 10, "token_end": 11, "label": "denial"}


def line(*spans: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"text": TEXT, "spans": list(spans), "_input_hash": -5, "_task_hash": 6, "answer": "accept", **more}


def test_the_golden_fixture() -> None:
    article = read_one(Prodigy(), FIXTURE)
    assert article.text == TEXT
    assert said(article) == [("claim", "Harga beras turun"), ("denial", "Pedagang membantah")]
    assert article.links == (ExchangedLink("denies", "1.1", "1.0"),)


def test_sessions_that_follow_each_other_are_one_article() -> None:
    sessions = [line(CLAIM, _session_id="news-ana"), line(DENIAL, _annotator_id="news-ben", _session_id="x")]
    article = read_one(Prodigy(), sessions)
    assert article.key == "-5"
    assert [one.annotator for one in article.annotations] == ["news-ana", "news-ben"]
    other = {**line(CLAIM), "text": TEXT + " Lagi.", "_input_hash": 9}
    articles, _ = read(Prodigy(), [*sessions, other, line(DENIAL)])
    assert [one.key for one in articles] == ["-5", "9", "-5"]


@pytest.mark.parametrize("answer", ["reject", "ignore"])
def test_what_was_not_accepted_is_named_and_is_no_label(answer: str) -> None:
    (article,), unread = read(Prodigy(), [line(CLAIM, answer=answer)])
    assert article.annotations == ()
    assert [(name, reason.endswith("; what it says is not taken.")) for name, reason in unread] == [("line 1", True)]


def test_a_relation_without_its_spans_is_told_by_tokens() -> None:
    for head, child in ((11, 6), (10, 4)):
        relations = [{"head": head, "child": child, "label": "denies"}]
        assert read_one(Prodigy(), [line(CLAIM, DENIAL, relations=relations)]).links == (
            ExchangedLink("denies", "1.1", "1.0"),
        )


def test_a_span_may_have_tokens_only() -> None:
    tokens = [{"text": "Kata", "start": 0, "end": 4, "id": 0}, {"text": "Menteri", "start": 5, "end": 12, "id": 1}]
    span = {"token_start": 1, "token_end": 1, "label": "source"}
    assert said(read_one(Prodigy(), [line(span, tokens=tokens)])) == [("source", "Menteri")]


@pytest.mark.parametrize(
    ("fields", "name", "reason"),
    [
        ({"label": "POSITIVE"}, "line 1", "What it says of the whole text is not taken."),
        ({"spans": [{"start": 0, "end": 99, "label": "a"}]}, "line 1, span 1", "Its place 0–99 is not in the text."),
        ({"spans": [{"start": 0, "end": 4}]}, "line 1, span 1", "It has no label."),
        ({"spans": [{"token_start": 0, "token_end": 0, "label": "a"}]}, "line 1, span 1", "It says nowhere"),
        ({"relations": [{"head": 0, "child": 1, "label": "nsubj"}]}, "line 1, relation 1", "It links what is no span"),
    ],
)
def test_what_is_not_taken_is_named(fields: dict[str, Any], name: str, reason: str) -> None:
    (article,), unread = read(Prodigy(), [line(**fields)])
    assert article.text == TEXT
    assert [(where, why.startswith(reason)) for where, why in unread] == [(name, True)]


def test_a_line_without_text_is_named() -> None:
    articles, unread = read(Prodigy(), [line(CLAIM), {"image": "a.png", "answer": "accept"}])
    assert len(articles) == 1
    assert unread == [("line 2", "It has no text.")]
