"""An article is one typed row, and a row is that article again; rows of other tools are read, too."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle, ExchangedLink, slices, unfaithful
from annotator.core.losses import saying
from annotator.core.spans import Span
from annotator.formats.rows import COLUMNS, HOLDS, MEANING, Type, article_of, row_of, speakers_of
from annotator.operations.label_sets import shipped_label_set
from tests.formats.exchanged import articles, minister

# As formats.md has it: a row of another tool, with fewer columns than ours.
FOREIGN = (
    '{"id":"art-1#s1","text":"Kata Menteri: \\"Harga beras turun.\\" 😀 Pedagang membantah.","lang":"id","spans":'
    '[{"start":15,"end":32,"label":"claim","speaker":"Menteri"},{"start":37,"end":55,"label":"denial","speaker":'
    '"Pedagang"}],"relations":[{"head":1,"tail":0,"type":"denies"}],"annotator":"editor1"}'
)


def is_of(value: Any, kind: Type) -> bool:
    if isinstance(kind, tuple):
        return isinstance(value, list) and all(is_of(one, kind[0]) for one in value)
    if isinstance(kind, dict):
        return (
            isinstance(value, dict) and list(value) == list(kind) and all(is_of(value[key], kind[key]) for key in kind)
        )
    return type(value) is {"string": str, "int32": int}[kind]


@given(articles())
def test_every_column_is_there_and_of_its_type_and_nothing_is_lost(article: ExchangedArticle) -> None:
    row = row_of(article)
    assert is_of(row, COLUMNS)
    back = article_of(json.loads(json.dumps(row)), 1)
    assert saying(back, HOLDS) == saying(article, HOLDS)
    assert back.key == article.key
    assert unfaithful(back) is None
    assert [" ".join(slices(back, one)) for one in back.annotations] == [span["text"] for span in row["spans"]]


def test_the_first_article_counts_in_code_points() -> None:
    row = row_of(minister(), speakers_of(shipped_label_set("newsroom")))
    places = {span["label"]: (span["start"], span["end"], span["text"]) for span in row["spans"]}
    assert places == {
        "quote": (14, 34, '"Harga beras turun."'),
        "claim": (15, 32, "Harga beras turun"),
        "denial": (37, 55, "Pedagang membantah"),
    }
    assert [(one["head"], one["tail"], one["type"]) for one in row["relations"]] == [(2, 1, "denies")]
    assert [span["speaker"] for span in row["spans"]] == ["Menteri", "", ""]
    assert row["annotators"] == ["Ana"]
    assert row["spans"][1]["attributes"] == [{"key": "certainty", "value": "high", "kind": "text"}]
    assert row["spans"][0]["created_at"] == "2026-01-01T00:00:00+00:00"
    assert set(MEANING) <= set(COLUMNS)


@given(
    st.one_of(
        st.text(st.characters(codec="utf-8")), st.booleans(), st.integers(), st.floats(allow_nan=False),
        st.lists(st.text(st.characters(codec="utf-8"))), st.just({"a": [1, None]}),
    )
)  # fmt: skip
def test_any_value_of_an_attribute_comes_back(value: Any) -> None:
    one = ExchangedAnnotation("1", "claim", (Span(0, 4),), {"what": value})
    (back,) = article_of(row_of(ExchangedArticle("1", "Kata.", annotations=(one,))), 1).annotations
    assert back.attributes == {"what": value}
    assert type(back.attributes["what"]) is type(value)


def test_a_link_to_another_article_has_no_index() -> None:
    far = ExchangedLink("denies", minister().annotations[0].key, "elsewhere", "Ana", "k", "other-article")
    row = row_of(replace(minister(), links=(far,)))
    assert (row["relations"][0]["tail"], row["relations"][0]["to_article"]) == (-1, "other-article")
    assert article_of(row, 1).links == (far,)


def test_a_row_of_another_tool_is_read() -> None:
    article = article_of(json.loads(FOREIGN), 1)
    assert (article.key, article.language) == ("art-1#s1", "id")
    claim, denial = article.annotations
    assert [slices(article, one) for one in article.annotations] == [("Harga beras turun",), ("Pedagang membantah",)]
    assert (claim.attributes, denial.attributes) == ({"speaker": "Menteri"}, {"speaker": "Pedagang"})
    assert [(link.kind, link.from_key, link.to_key) for link in article.links] == [("denies", denial.key, claim.key)]


def test_what_tables_do_to_a_row_is_understood() -> None:
    """Columns in another order, more of them, None for nothing, moments as such, the language's other name."""
    moment = datetime(2026, 1, 1)  # noqa: DTZ001  # as a table gives it
    span = {"label": "claim", "end": 4, "start": 0, "created_at": moment, "text": "Kata", "score": 0.5, "note": None}
    row = {"language": "id", "spans": [span], "text": "Kata Menteri", "url": None, "sentences": [[0, 12]], "more": 1}
    article = article_of(row, 7)
    assert (article.key, article.language, article.url) == ("7", "id", "")
    assert article.sentences == (Span(0, 12),)
    (one,) = article.annotations
    assert (one.created_at, one.attributes, one.texts) == (moment.replace(tzinfo=UTC), {"score": 0.5}, ("Kata",))


def test_words_that_are_not_at_their_place_are_found() -> None:
    for change in ({"text": "Menteri"}, {"start": 1}, {"end": 4000}):
        row = json.loads(json.dumps(row_of(minister())))
        row["spans"][1] |= change
        row["spans"][1]["segments"] = []
        assert unfaithful(article_of(row, 1)) is not None
    row["spans"][1] |= {"segments": [{"start": 15, "end": 20}, {"start": 21, "end": 26}], "text": "Harga turun"}
    assert unfaithful(article_of(row, 1)) is not None


@pytest.mark.parametrize(
    "row",
    [
        [],
        None,
        "text",
        {},
        {"text": 7},
        {"text": ""},
        {"text": "a", "spans": {}},
        {"text": "a", "spans": [7]},
        {"text": "a", "spans": [{"start": 0, "end": 1}]},
        {"text": "a", "spans": [{"start": "0", "end": 1, "label": "x"}]},
        {"text": "a", "spans": [{"start": True, "end": 1, "label": "x"}]},
        {"text": "a", "spans": [{"start": 0, "end": 1, "label": "x", "created_at": "yesterday"}]},
        {"text": "a", "spans": [{"start": 0, "end": 1, "label": "x", "attributes": [{"key": "a", "kind": "?"}]}]},
        {"text": "a", "spans": [{"start": 0, "end": 1, "label": "x", "segments": [[1]]}]},
        {"text": "a", "spans": [], "relations": [{"head": 0, "tail": 0, "type": "x"}]},
        {"text": "a", "spans": [], "relations": [{"head": "0", "tail": 0, "type": "x"}]},
        {"text": "a", "spans": [], "title": ["b"]},
        {"text": "a", "label": [[0, 1, "claim"]]},
    ],
)
def test_what_is_no_row_is_told(row: Any) -> None:
    with pytest.raises((ValueError, TypeError, KeyError, AttributeError)):
        article_of(row, 1)


def test_spans_with_one_id_are_told_apart() -> None:
    span = {"id": "Q7", "start": 0, "end": 4, "label": "claim"}
    row = {"text": "Kata Menteri", "spans": [span, span | {"start": 5, "end": 12}]}
    relations = [{"head": 1, "tail": 0, "type": "denies"}]
    article = article_of({**row, "relations": relations}, 1)
    assert [one.key for one in article.annotations] == ["Q7", "Q7-2"]
    assert [(link.from_key, link.to_key) for link in article.links] == [("Q7-2", "Q7")]
