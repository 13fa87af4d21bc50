"""Files for readers of other tools' formats: their content in, what was read out."""

import json
import tempfile
from collections.abc import Iterator
from copy import copy
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from annotator.core.exchange import ExchangedArticle, unfaithful
from annotator.core.records import Unread
from annotator.errors import UnreadableInput
from annotator.formats.exchange import Exchange

GOLDEN = Path(__file__).parent.parent / "golden"
_ODD: tuple[Any, ...] = (
    None,
    True,
    -1,
    10**30,
    1.5,
    "",
    "x",
    [],
    {},
    [[]],
    [None],
    {"a": 1},
    ["x", "y", "z"],
    "\ud83d",
)


def as_file(content: str | bytes | list[dict[str, Any]], folder: Path) -> Path:
    """A file with this content; objects become lines of JSON."""
    path = folder / "file"
    if isinstance(content, list):
        content = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in content)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def read(
    kind: Exchange, content: str | bytes | list[dict[str, Any]]
) -> tuple[list[ExchangedArticle], list[tuple[str, str]]]:
    """The articles of a file, and the names and reasons of what was left out."""
    with tempfile.TemporaryDirectory() as folder:
        found = list(kind.read_articles(as_file(content, Path(folder))))
    articles = [one for one in found if isinstance(one, ExchangedArticle)]
    return articles, [(one.name, one.reason) for one in found if isinstance(one, Unread)]


def read_one(kind: Exchange, content: str | bytes | list[dict[str, Any]]) -> ExchangedArticle:
    """The one article of a file that can be taken whole."""
    articles, unread = read(kind, content)
    assert unread == []
    (article,) = articles
    assert unfaithful(article) is None
    return article


def endure(kind: Exchange, content: bytes) -> None:
    """Look into a file of whatever bytes, and at what comes: articles that hold together, and plain sentences."""
    with tempfile.TemporaryDirectory() as folder:
        kind.recognises_annotations(as_file(content, Path(folder)))
    try:
        articles, unread = read(kind, content)
    except UnreadableInput as error:
        articles, unread = [], [("file", str(error))]
    assert all(reason.endswith(".") and name for name, reason in unread)
    for article in articles:
        assert "\r" not in article.text
        article.text.encode()
        assert not article.text or unfaithful(article) is None
        keys = [one.key for one in article.annotations]
        assert len(set(keys)) == len(keys)
        assert all(link.from_key in keys and (link.to_article or link.to_key in keys) for link in article.links)


@st.composite
def confused(draw: st.DrawFn, content: bytes) -> bytes:
    """A line of JSON with one of its values, however deep, changed for one of another kind."""
    found = json.loads(content)
    where = draw(st.sampled_from(list(_places(found))))
    return json.dumps(_put(found, where, draw(st.sampled_from(_ODD)))).encode() + b"\n"


def _places(found: Any, here: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield here
    inside = found.items() if isinstance(found, dict) else enumerate(found) if isinstance(found, list) else ()
    for key, value in inside:
        yield from _places(value, (*here, key))


def _put(found: Any, where: tuple[Any, ...], value: Any) -> Any:
    if not where:
        return value
    changed = copy(found)
    changed[where[0]] = _put(found[where[0]], where[1:], value)
    return changed


def said(article: ExchangedArticle) -> list[tuple[str, str]]:
    """The labels of an article, each with its words."""
    return [
        (one.label, " … ".join(article.text[start:end] for start, end in one.segments)) for one in article.annotations
    ]
