"""Articles as JSON: lists, objects around lists, lines, and what a hostile one comes to."""

import io
import json
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.records import ArticleRecord, Unread
from annotator.errors import UnreadableInput
from annotator.formats.base import Reader, ReadOptions, WriteOptions
from annotator.formats.json_articles import JsonArticles
from annotator.formats.jsonl import JsonLines
from annotator.formats.limits import Limits
from tests.formats.records import framed, minister
from tests.formats.workbooks import outcome

ONE = {"title": "Satu", "text": "Beras mahal.", "publishedAt": "2025-07-04T10:00:00Z", "id": 7}
TWO = {"title": "Dua", "text": "Harga naik.", "author": "Ana"}


def read(content: Any, name: str = "t.json", **options: Any) -> list[ArticleRecord | Unread]:
    raw = content if isinstance(content, bytes) else json.dumps(content).encode()
    return list(JsonArticles().read(raw, name, ReadOptions(**options)))


def titles(found: list[ArticleRecord | Unread]) -> list[str]:
    return [one.title for one in found if isinstance(one, ArticleRecord)]


def lines(*entries: Any) -> bytes:
    return b"".join(json.dumps(entry).encode() + b"\n" for entry in entries)


def test_it_is_a_reader_and_recognises_lines_of_json_alone() -> None:
    assert isinstance(JsonArticles(), Reader)
    recognises = JsonArticles().recognises
    assert recognises(lines(ONE, TWO))
    assert recognises(b"\xef\xbb\xbf" + lines(ONE, TWO))
    for other in (lines(ONE), json.dumps([ONE, TWO]).encode(), b'{"a": \n{"b": 1}', b"{\n}", b"", b"Judul\nIsi"):
        assert not recognises(other)


@pytest.mark.parametrize(
    "content",
    [
        [ONE, TWO],
        {"articles": [ONE, TWO]},
        {"status": "ok", "tags": [{"a": 1}], "response": {"docs": [ONE, TWO], "n": 2}},
        lines(ONE, TWO),
        b"\n" + lines(ONE).replace(b"\n", b"\r\n\r\n") + lines(TWO).strip(),
    ],
    ids=["list", "object", "deeper", "lines", "loose lines"],
)
def test_every_shape_is_found(content: Any) -> None:
    name = "t.jsonl" if isinstance(content, bytes) else "t.json"
    found = read(content, name)
    assert titles(found) == ["Satu", "Dua"]
    assert isinstance(found[0], ArticleRecord)
    assert found[0].published_at == "2025-07-04T10:00:00+00:00"
    assert json.loads(found[0].original) == ONE
    assert isinstance(found[1], ArticleRecord)
    assert found[1].byline == "Ana"


def test_one_article_alone_though_it_holds_a_list() -> None:
    long = "Wali kota membantah. " * 20
    entry = {"title": "Satu", "text": long, "pictures": [{"src": "a"}, {"src": "b"}]}
    assert titles(read(entry)) == ["Satu"]
    assert titles(read(ONE)) == ["Satu"]


def test_objects_in_objects_and_lists_of_words_are_columns() -> None:
    entry = {
        "title": {"rendered": "Satu &#8217;s"},
        "content": {"rendered": "<p>Beras.</p><p>Mahal.</p>"},
        "authors": [{"name": "Ana"}, {"name": "Budi"}],
        "numbers": [1, 2],
    }
    (found,) = read([entry])
    assert isinstance(found, ArticleRecord)
    assert found.text == "Satu ’s\n\nBeras.\n\nMahal."
    assert found.authors == ("Ana", "Budi")


def test_a_dataset_of_this_program_comes_back_as_its_articles() -> None:
    stream = io.BytesIO()
    JsonLines().write([minister(), framed()], stream, WriteOptions(with_furniture=True))
    found = read(stream.getvalue(), "dataset.jsonl")
    assert [one.text for one in found if isinstance(one, ArticleRecord)] == [minister().text, framed().text]
    assert titles(found) == ["Kata Menteri", "-Harga Naik"]
    first = found[0]
    assert isinstance(first, ArticleRecord)
    second = found[1]
    assert isinstance(second, ArticleRecord)
    assert (second.published, second.published_at) == ("2026-01-01", "2026-01-01T08:00:00+07:00")
    assert (second.status, second.embargo_until, second.source_note) == ("withheld", "2026-01-02", "=Dari surel")
    assert (first.outlet, first.byline, first.published, first.language) == ("Kantor Berita", "Ana", "2026-01-01", "id")
    count = len(minister().annotations)
    assert count
    left = f"Of “Kata Menteri” the text and the details are loaded; its annotations ({count}) stay in the dataset."
    assert first.notices == (left,)


def test_what_stays_behind_is_said_only_of_what_has_it() -> None:
    bare = {"title": "A", "text": "Satu.", "text_sha256": "0", "spans": []}
    for entry in (bare, bare | {"spans": "x"}, {"title": "A", "text": "Satu.", "spans": [1]}):
        (found,) = read(entry)
        assert isinstance(found, ArticleRecord)
        assert found.notices == ()


def test_a_line_that_is_none_costs_only_itself() -> None:
    found = read(lines(ONE) + b"{broken\n" + b"[1]\n" + lines(TWO), "t.jsonl")
    assert titles(found) == ["Satu", "Dua"]
    assert [one.name for one in found if isinstance(one, Unread)] == ["line 2", "line 3"]
    found = read(b"{broken\n" + lines(ONE), "t.jsonl")
    assert titles(found) == ["Satu"]


def test_encodings() -> None:
    raw = json.dumps([{"title": "Été", "text": "Où ?"}], ensure_ascii=False)
    for codec in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"):
        assert titles(read(raw.encode(codec))) == ["Été"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"  ", "is empty"),
        (b"[1, 2, ", "not whole JSON"),
        (b"NaN", "not whole JSON"),
        (b"[1, 2]", "holds no articles"),
        (b'"text"', "holds no articles"),
        (b"[]", "holds no articles"),
        (b"[" * 100_000, "not whole JSON"),
        (b'{"a":' * 100_000, "not whole JSON"),
        (json.dumps([{"a": "x"}]).encode(), "choose which column"),
    ],
)
def test_what_holds_no_article_is_refused(content: bytes, words: str) -> None:
    with pytest.raises(UnreadableInput, match=words):
        read(content)


def test_limits_are_named() -> None:
    with pytest.raises(UnreadableInput, match=r"the limit for a table is 0\.0 MB"):
        read([ONE], limits=Limits(container_bytes=10))
    many = {"text": "x", **{f"k{n}": "v" for n in range(2_000)}}
    with pytest.raises(UnreadableInput, match="2,001 columns; the limit is 1,000"):
        read([many])


def test_what_is_nested_too_deep_costs_one_row() -> None:
    deep: Any = "x"
    for _ in range(600):
        deep = {"a": deep}
    found = read([ONE, {"text": "Teks.", "deep": deep}])
    assert titles(found) == ["Satu"]
    assert found[1] == Unread("article 2", "It is nested too deep to be kept; the limit is 250 levels.")


def test_many_small_lines_cost_linear_time() -> None:
    begun = time.monotonic()
    with pytest.raises(UnreadableInput, match="holds no articles"):
        read(b"[1]\n" * 300_000, "t.jsonl")
    found = read(lines(ONE) + b"[1]\n" * 300_000, "t.jsonl")
    assert found[-1] == Unread("other rows", "299,800 more rows could not be read; look at the table itself.")
    assert time.monotonic() - begun < 5


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=12,
)


@given(st.lists(st.dictionaries(st.sampled_from(["title", "text", "author", "url", "x"]), VALUES), max_size=4) | VALUES)
def test_any_json_gives_articles_or_a_sentence(content: Any) -> None:
    assert outcome(lambda: read(content))


@given(st.binary(max_size=200))
def test_no_bytes_upset_it(content: bytes) -> None:
    JsonArticles().recognises(content)
    for name in ("t.json", "t.jsonl"):
        assert outcome(lambda name=name: read(content, name))  # type: ignore[misc]
        assert outcome(lambda name=name: read(b"[" + content, name))  # type: ignore[misc]
