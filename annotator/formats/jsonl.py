"""JSON Lines: one article a line, everything about it in one object. The dataset to train on.

All offsets of a line count code points of its own `text`. Where page furniture was left out, `kept`
names the stretches of the frozen text that `text` consists of, and each span's `document_segments`
are its places in the frozen text (the one whose hash is `text_sha256`).

An export of everything adds to each line what makes the same project of it again: see jsonl_rows.py. What each key
means, resources/formats/annotator-jsonl-1.schema.json says.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import orjson

from annotator.core.attributes import Defaults
from annotator.core.dataset import cut_furniture, whole_text
from annotator.core.exchange import ExchangedArticle
from annotator.core.records import DocumentRecord, Unread
from annotator.formats import jsonl_reader
from annotator.formats.base import Passage, WriteOptions
from annotator.formats.jsonl_lines import line_of

BOM = b"\xef\xbb\xbf"
OPTIONS = orjson.OPT_APPEND_NEWLINE | orjson.OPT_UTC_Z


@dataclass(frozen=True, slots=True)
class JsonLines:
    """One article a line; read as annotations made elsewhere, too."""

    id: str = "jsonl"
    title: str = "The whole project (JSON Lines)"
    extensions: tuple[str, ...] = (".jsonl", ".ndjson")
    losses: tuple[str, ...] = (
        "The original bytes of an article are not in it; their SHA-256 is.",
        "Who changed what and when is not in it; the history stays in the project, with conflicts of merged copies.",
    )

    def heeds(self, options: WriteOptions) -> frozenset[str]:
        """As HeedsChoices says; parts of articles are written by row_lines.py."""
        return frozenset({"unit", "with_furniture", "bom", "lean"})

    def write(self, records: Iterable[DocumentRecord], stream: BinaryIO, options: WriteOptions) -> None:
        """Write one line an article; page furniture only when it is asked for or labelled."""
        if options.bom:
            stream.write(BOM)
        shown = whole_text if options.with_furniture else cut_furniture
        defaults = Defaults(options.label_set) if options.label_set else None
        for record in records:
            stream.write(orjson.dumps(line_of(record, shown(record), defaults), option=OPTIONS))

    def read_articles(self, path: Path) -> Iterator[ExchangedArticle | Unread]:
        """The articles of a file, and an Unread for each line that is none. Raises UnreadableInput."""
        return jsonl_reader.read_articles(path)

    def recognises_annotations(self, path: Path) -> bool:
        """True for a file that `write` wrote, by its first line."""
        return jsonl_reader.recognises(path)

    def passages(self, stream: BinaryIO) -> Iterator[Passage]:
        """Every span of every line, its texts cut from the line's text."""
        for number, line in enumerate(stream, 1):
            article = orjson.loads(line.removeprefix(BOM))
            text, document_id = article["text"], article["id"]
            for span in article["spans"]:
                texts = [text[start:end] for start, end in span["segments"]]
                if texts != span["texts"] or " ".join(texts) != span["text"]:
                    raise ValueError(f"line {number}: the text of {span['id']} is not what lies at its offsets")
                segments = tuple((start, end) for start, end in span["document_segments"])
                yield Passage(span["id"], document_id, span["label"], segments, tuple(texts))
