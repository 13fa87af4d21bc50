"""What is kept beside a document: plain words, numbers and lists, that come back as they were."""

from typing import Any

import msgpack
import pytest
from hypothesis import given

from annotator.core.exchange import ExchangedArticle
from annotator.formats.docbin_extras import article_from, extras_of
from tests.formats.exchanged import articles, minister


def spans_of(article: ExchangedArticle) -> list[tuple[str, Any]]:
    return [(one.label, segment) for one in article.annotations for segment in one.segments]


@given(articles())
def test_all_comes_back(article: ExchangedArticle) -> None:
    packed = msgpack.unpackb(msgpack.packb(extras_of(article)))
    assert article_from(packed, article.text, spans_of(article)) == article


@pytest.mark.parametrize(
    "change",
    [
        {"key": 7},
        {"annotations": [{"key": "a", "spans": [99]}]},
        {"annotations": [{"key": "a", "spans": []}]},
        {"annotations": [{"key": "a", "spans": [-1]}]},
        {"annotations": None},
        {"annotations": [{"key": "a", "spans": [0]}, {"key": "a", "spans": [1]}]},
        {"links": [{"kind": 1}]},
        {"sentences": [[1]]},
        {"annotations": [{"key": "a", "spans": [0], "created_at": "soon"}]},
    ],
)
def test_what_is_no_such_thing(change: dict[str, Any]) -> None:
    with pytest.raises((ValueError, KeyError, TypeError, IndexError)):
        article_from({**extras_of(minister()), **change}, minister().text, spans_of(minister()))
