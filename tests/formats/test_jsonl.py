"""A line of the dataset says everything, and every text lies at its offsets."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from annotator.core.records import DocumentRecord
from annotator.formats.base import WriteOptions, Writer, passages_of
from annotator.formats.jsonl import JsonLines
from tests.formats.records import bare, framed, minister
from tests.formats.strange import documents

GOLDEN = Path(__file__).parent.parent / "golden"


def written(*records: DocumentRecord, options: WriteOptions | None = None) -> bytes:
    stream = io.BytesIO()
    JsonLines().write(records, stream, options or WriteOptions())
    return stream.getvalue()


def lines(content: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in content.decode("utf-8-sig").split("\n") if line]


def test_it_is_a_writer_and_says_what_it_loses() -> None:
    assert isinstance(JsonLines(), Writer)
    assert all(loss.endswith(".") for loss in JsonLines().losses)


@pytest.mark.parametrize(
    ("name", "options"),
    [("dataset.jsonl", WriteOptions()), ("dataset_with_furniture.jsonl", WriteOptions(with_furniture=True))],
)
def test_the_golden_file(name: str, options: WriteOptions) -> None:
    assert written(minister(), framed(), bare(), options=options) == (GOLDEN / name).read_bytes()


def test_the_details_of_the_article_are_in_it() -> None:
    (line,) = lines(written(framed()))
    assert (line["published"], line["published_at"]) == ("2026-01-01", "2026-01-01T08:00:00+07:00")
    assert (line["status"], line["embargo_until"]) == ("withheld", "2026-01-02")
    assert (line["source_note"], line["format"], line["byline"]) == ("=Dari surel", "html", "Ana")


def test_offsets_count_code_points_after_an_emoji() -> None:
    (line,) = lines(written(minister()))
    assert [(span["start"], span["end"]) for span in line["spans"]] == [(14, 34), (15, 32), (37, 55)]
    assert line["spans"][2]["text"] == "Pedagang membantah"
    assert len(line["text"]) == 56


def test_furniture_is_left_out_and_can_be_traced() -> None:
    record = framed()
    (line,) = lines(written(record))
    assert line["text"] == "Harga Naik\n“Kami rugi,” kata Siti, “setiap hari.”\nPasar sepi."
    assert line["text"] == "".join(record.text[start:end] for start, end in line["kept"])
    assert line["furniture"] == []
    assert [line["text"][s["start"] : s["end"]] for s in line["sentences"]] == line["text"].split("\n")
    assert [(s["index"], s["state"]) for s in line["sentences"]] == [(1, "undecided"), (2, "tagged"), (3, "nothing")]
    (span,) = line["spans"]
    assert span["texts"] == ["“Kami rugi,”", "“setiap hari.”"]
    assert span["text"] == "“Kami rugi,” “setiap hari.”"
    assert [record.text[start:end] for start, end in span["document_segments"]] == span["texts"]


def test_furniture_is_kept_and_named_when_asked_for() -> None:
    record = framed()
    (line,) = lines(written(record, options=WriteOptions(with_furniture=True)))
    assert line["text"] == record.text
    assert line["kept"] == [[0, len(record.text)]]
    assert [line["text"][f["start"] : f["end"]] for f in line["furniture"]] == [
        "10 hours ago 4",
        "(I-3)",
        "Read Entire Article",
    ]
    assert [s["state"] for s in line["sentences"]] == ["furniture", "undecided", "tagged", "nothing", "furniture"]
    assert line["spans"][0]["segments"] == line["spans"][0]["document_segments"]


def test_a_byte_order_mark_is_written_once_when_asked_for() -> None:
    content = written(minister(), bare(), options=WriteOptions(bom=True))
    assert content.count(b"\xef\xbb\xbf") == 1
    assert content.startswith(b"\xef\xbb\xbf{")
    assert len(list(JsonLines().passages(io.BytesIO(content)))) == 3


@given(documents())
def test_what_is_written_is_read_back(record: DocumentRecord) -> None:
    for options in (WriteOptions(), WriteOptions(with_furniture=True, bom=True)):
        content = written(record, bare(), options=options)
        assert list(JsonLines().passages(io.BytesIO(content))) == passages_of(record)
        first = lines(content.split(b"\n")[0])[0]
        assert first["title"] == record.title
        assert all(first["text"][s["start"] : s["end"]].strip() for s in first["sentences"])


@pytest.mark.parametrize(
    ("before", "after"),
    [(b'"segments":[[15,32]]', b'"segments":[[15,31]]'), (b'"texts":["Harga beras', b'"texts":["harga beras')],
)
def test_a_text_that_does_not_lie_at_its_offsets_is_noticed(before: bytes, after: bytes) -> None:
    content = written(minister())
    assert before in content
    with pytest.raises(ValueError, match="not what lies at its offsets"):
        list(JsonLines().passages(io.BytesIO(content.replace(before, after))))


def test_a_line_that_is_cut_is_noticed() -> None:
    with pytest.raises(ValueError):
        list(JsonLines().passages(io.BytesIO(written(minister())[:-20])))
