"""Our own lines read as annotations made elsewhere; what is no such line is told by its number."""

import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator import formats
from annotator.core.exchange import ExchangedArticle, exchanged
from annotator.core.records import DocumentRecord, RelationRecord, SourceRecord, Unread
from annotator.core.spans import Span
from annotator.errors import UnreadableInput
from annotator.formats import jsonl_reader
from annotator.formats.base import WriteOptions
from annotator.formats.jsonl import JsonLines
from annotator.formats.jsonl_reader import read_articles, recognises
from tests.formats.records import bare, framed, minister
from tests.formats.strange import documents

ANYTHING = "something in it is not what it should be"


def put(path: Path, *records: DocumentRecord, options: WriteOptions | None = None) -> Path:
    with path.open("wb") as stream:
        JsonLines().write(records, stream, options or WriteOptions())
    return path


def linked() -> tuple[DocumentRecord, DocumentRecord]:
    """The minister's article with a source, a link within and one to the other article."""
    record, other = minister(), framed()
    quote, claim, denial = record.annotations
    source = SourceRecord(UUID(int=9), "Menteri")
    links = [
        RelationRecord(UUID(int=1), record.id, "attributed_to", quote.id, None, source.id, "Ana"),
        RelationRecord(UUID(int=2), record.id, "denies", denial.id, claim.id, None, "Ana"),
        RelationRecord(UUID(int=3), record.id, "same_as", claim.id, other.annotations[0].id, None, "Ana"),
        RelationRecord(UUID(int=4), record.id, "same_as", claim.id, UUID(int=77), None, "Ana"),
    ]
    return replace(record, relations=tuple(links), sources=(source,)), other


def article(path: Path) -> ExchangedArticle:
    (found,) = read_articles(path)
    assert isinstance(found, ExchangedArticle)
    return found


def test_what_is_written_is_what_goes_to_other_formats(tmp_path: Path) -> None:
    found = article(put(tmp_path / "a.jsonl", framed()))
    meant = exchanged(framed())
    assert found.kept == meant.kept
    assert replace(found, sentences=(), marks=()) == replace(meant, sentences=(), marks=())
    assert found.sentences == tuple(place for place in meant.sentences if place[0] < place[1])
    assert [found.text[start:end] for start, end in found.marks] == ["Pasar sepi."]
    assert found.annotations[0].texts == ("“Kami rugi,”", "“setiap hari.”")


def test_links_lead_where_they_led(tmp_path: Path) -> None:
    record, other = linked()
    first, second = read_articles(put(tmp_path / "a.jsonl", record, other))
    assert isinstance(first, ExchangedArticle)
    assert isinstance(second, ExchangedArticle)
    assert first.annotations[0].attributes == {"attributed_to": ["Menteri"]}
    assert [(one.kind, one.to_article) for one in first.links] == [("denies", ""), ("same_as", str(other.id))]


def test_it_is_recognised_by_its_first_line(tmp_path: Path) -> None:
    path = put(tmp_path / "strange.name", minister())
    assert next(one.id for one in formats.annotation_readers() if one.recognises_annotations(path)) == "jsonl"
    long = replace(minister(), text="Kata. " * 40_000)
    assert recognises(put(tmp_path / "long", replace(long, annotations=(), sentences=[Span(0, len(long.text))])))
    assert recognises(put(tmp_path / "bom", minister(), options=WriteOptions(bom=True)))
    for number, content in enumerate((b"", b"{}", b'{"text":"a","label":[]}\n', b"\xff\xfe", b"[" * 70_000)):
        other = tmp_path / f"{number}.jsonl"
        other.write_bytes(content)
        assert not recognises(other)
    assert not recognises(tmp_path)


def test_as_older_versions_wrote_it(tmp_path: Path) -> None:
    """Without a schema, with other keys in another order, with CRLF and empty lines."""
    path = put(tmp_path / "a.jsonl", minister())
    line = json.loads(path.read_bytes())
    del line["schema"]
    line = {"new": [1], **dict(sorted(line.items()))}
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(line).encode() + b"\r\n\r\n")
    assert recognises(path)
    assert len(article(path).annotations) == 3


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        ({"text": 5}, "its text is no text"),
        ({"spans": None}, ANYTHING),
        ({"spans": [{"id": "x"}]}, "label is missing"),
        ({"spans": [{"id": "x", "label": "claim", "segments": [[1, "2"]]}]}, "a place in it is no number"),
        ({"spans": [{"id": "x", "label": "claim", "segments": [[1]]}]}, ANYTHING),
        ({"spans": [{"id": "x", "label": "claim", "segments": [[1, 2]], "created_at": "soon"}]}, ANYTHING),
        ({"sentences": [7]}, ANYTHING),
        ({"relations": [{"source": []}]}, ANYTHING),
        ({"kept": 3}, ANYTHING),
    ],
)
def test_a_line_that_is_none_is_told_by_its_number(tmp_path: Path, damage: dict[str, Any], reason: str) -> None:
    path = put(tmp_path / "a.jsonl", minister(), bare())
    first, second = path.read_bytes().splitlines()
    path.write_bytes(first + b"\n" + json.dumps(json.loads(second) | damage).encode() + b"\nno json\n")
    found = list(read_articles(path))
    assert isinstance(found[0], ExchangedArticle)
    unread = [one for one in found[1:] if isinstance(one, Unread)]
    assert [one.name for one in unread] == ["line 2", "line 3"]
    said = "It is no line of this program’s JSON Lines"
    assert [one.reason for one in unread] == [f"{said} ({reason}).", f"{said} (it is no JSON)."]


def test_a_file_that_cannot_be_opened_is_said(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="cannot be read"):
        list(read_articles(tmp_path / "none.jsonl"))


@given(documents())
def test_any_article_comes_back(record: DocumentRecord) -> None:
    stream = io.BytesIO()
    JsonLines().write([record], stream, WriteOptions())
    meant = exchanged(record)
    path = _Written(stream.getvalue())
    (found,) = read_articles(path)  # type: ignore[arg-type]
    assert isinstance(found, ExchangedArticle)
    assert (found.text, found.annotations, found.title) == (meant.text, meant.annotations, meant.title)


@given(st.binary(max_size=60) | st.recursive(st.none() | st.integers() | st.text(max_size=3), lambda inner: st.lists(
    inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "text", "spans", "relations", "sources", "kept"]),
    inner, max_size=4)).map(lambda value: json.dumps(value).encode()))  # fmt: skip
def test_whatever_a_file_holds_nothing_else_is_raised(content: bytes) -> None:
    for one in read_articles(_Written(content)):  # type: ignore[arg-type]
        assert isinstance(one, Unread | ExchangedArticle)


class _Written:
    """A file that is only in memory."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    def open(self, _mode: str) -> io.BytesIO:
        """Its bytes."""
        return io.BytesIO(self._content)


def test_a_line_without_end_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl_reader, "_LONGEST_LINE", 100_000)
    (tmp_path / "a.jsonl").write_bytes(b'{"a":1}\n{"a":"' + b"x" * 300_000 + b'"}\n{"a":2}')
    assert list(jsonl_reader.lines_of(tmp_path / "a.jsonl")) == [(1, {"a": 1}), (2, None), (3, {"a": 2})]
