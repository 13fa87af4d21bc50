"""Prodigy's lines: written byte for byte, with tokens that are the text, and a line for each annotator."""

import json
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle
from annotator.core.spans import Span
from annotator.formats.base import WriteOptions
from annotator.formats.prodigy import Prodigy
from tests.formats.exchanged import TEXT, articles, key, minister
from tests.formats.foreign_lines import GOLDEN, as_file, confused, endure, read
from tests.formats.mutations import mutated
from tests.formats.write_golden import write_exchange


def lines(article: ExchangedArticle, folder: Path) -> list[dict[str, Any]]:
    Prodigy().write_articles([Prodigy().fit(article, WriteOptions()).article], folder / "out", WriteOptions())
    return [json.loads(line) for line in (folder / "out").read_bytes().splitlines()]


def test_the_golden_file(tmp_path: Path) -> None:
    write_exchange(Prodigy(), tmp_path / "out")
    assert (tmp_path / "out").read_bytes() == (GOLDEN / "prodigy.jsonl").read_bytes()


def test_tokens_of_the_golden_article(tmp_path: Path) -> None:
    (line,) = lines(minister(), tmp_path)
    places = [(one["label"], one["token_start"], one["token_end"]) for one in line["spans"]]
    assert places == [("quote", 3, 8), ("claim", 4, 6), ("denial", 10, 11)]
    (relation,) = line["relations"]
    assert (relation["head"], relation["child"]) == (11, 6)
    assert (relation["head_span"]["start"], relation["child_span"]["end"]) == (37, 32)
    assert line["_view_id"] == "relations"


@settings(max_examples=30, deadline=None)
@given(articles())
def test_tokens_are_the_text_and_spans_are_tokens(article: ExchangedArticle) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for line in lines(article, Path(folder)):
            tokens = line["tokens"]
            assert "".join(one["text"] + " " * one["ws"] for one in tokens) == line["text"]
            assert [one["id"] for one in tokens] == list(range(len(tokens)))
            for one in tokens:
                assert line["text"][one["start"] : one["end"]] == one["text"]
            for span in line["spans"]:
                assert tokens[span["token_start"]]["start"] == span["start"]
                assert tokens[span["token_end"]]["end"] == span["end"]


def test_each_annotator_has_a_line_and_the_lines_are_one_article(tmp_path: Path) -> None:
    quote, claim, denial = minister().annotations
    article = replace(minister(), annotations=(quote, claim, replace(denial, annotator="Ben")))
    fitted = Prodigy().fit(article, WriteOptions())
    assert [(one.annotation, one.what) for one in fitted.lost] == [(key(3), "link denies")]
    assert [line["_annotator_id"] for line in lines(article, tmp_path)] == ["Ana", "Ben"]
    (back,), unread = read(Prodigy(), (tmp_path / "out").read_bytes())
    assert unread == []
    assert [(one.key, one.annotator) for one in back.annotations] == [(key(1), "Ana"), (key(2), "Ana"), (key(3), "Ben")]


def test_a_stretch_of_white_space_has_tokens_too(tmp_path: Path) -> None:
    spaced = ExchangedAnnotation("s", "claim", (Span(4, 6),))
    (line,) = lines(ExchangedArticle("a", "Kata  \n ya", annotations=(spaced,)), tmp_path)
    assert [one["text"] for one in line["tokens"]] == ["Kata", " \n ", "ya"]
    assert 0 <= line["spans"][0]["token_start"] <= line["spans"][0]["token_end"] < 3


@pytest.mark.parametrize(
    ("line", "is_its"),
    [
        ({"text": TEXT, "spans": [], "answer": "accept"}, True),
        ({"text": TEXT, "tokens": [{"text": "Kata", "start": 0, "end": 4, "id": 0}], "spans": []}, True),
        ({"text": TEXT, "_input_hash": 1, "_task_hash": 2}, True),
        ({"text": TEXT, "spans": []}, False),
        ({"text": TEXT, "tokens": ["Kata"], "spans": []}, False),
        ({"text": TEXT, "answer": "accept"}, False),
    ],
)
def test_what_only_it_puts_into_a_line_tells_it(line: dict[str, Any], is_its: bool, tmp_path: Path) -> None:
    assert Prodigy().recognises_annotations(as_file([line], tmp_path)) == is_its


@settings(max_examples=60, deadline=None)
@given(st.one_of([change((GOLDEN / "prodigy.jsonl").read_bytes()) for change in (mutated, confused)]))
def test_whatever_a_file_is_reading_it_ends_well(content: bytes) -> None:
    endure(Prodigy(), content)
