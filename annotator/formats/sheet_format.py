"""What all sheets of annotations do: rows to a text file or a workbook, back for the proof, and in as annotations."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from annotator.core.exchange import ExchangedArticle
from annotator.core.losses import Loss
from annotator.core.records import DocumentRecord, Unread
from annotator.formats.base import Passage, WriteOptions
from annotator.formats.sheet_cells import segments_in, texts_in
from annotator.formats.sheet_losses import cut_cells, passages_too_long, too_long
from annotator.formats.sheet_reading import SheetKind, is_sheet, read_sheet
from annotator.formats.sheet_text import read_text, write_text
from annotator.formats.sheet_workbook import read_workbook, write_workbook

WORKBOOK = ".xlsx"
_PACKED = b"PK"


class SheetFormat(ABC):
    """One annotation a row. A class has id, title, extensions, losses and kind besides, and gives the rows.

    Offsets count code points of the article's frozen text, and every word of it in a sheet is cut from that.
    """

    id: str
    title: str
    extensions: tuple[str, ...]
    losses: tuple[str, ...]
    kind: SheetKind
    sheet_name = "Annotations"
    delimiters = ",;|\t"
    """What cells of a text file may be apart by; the first is written."""

    @abstractmethod
    def rows(self, records: Iterable[DocumentRecord], options: WriteOptions) -> Iterator[tuple[str, ...]]:
        """A row for each annotation that `fitted` leaves of the documents; it has as many cells as the kind columns."""

    def write(self, records: Iterable[DocumentRecord], stream: BinaryIO, options: WriteOptions) -> None:
        """Write a row of headings, then one row an annotation."""
        rows = self.rows(records, options)
        if self._ending(options) == WORKBOOK:
            write_workbook(self.sheet_name, self.kind.columns, rows, stream)
        else:
            write_text(self.kind.columns, rows, stream, self.delimiters[0], bom=options.bom)

    def heeds(self, options: WriteOptions) -> frozenset[str]:
        """As HeedsChoices says: a workbook has no byte-order mark."""
        return frozenset() if self._ending(options) == WORKBOOK else frozenset({"bom"})

    def passages(self, stream: BinaryIO) -> Iterator[Passage]:
        """Every row's annotation. Raises ValueError when its text has another length than its segments."""
        is_workbook = stream.read(len(_PACKED)) == _PACKED
        stream.seek(0)
        columns = self.kind.columns
        rows = read_workbook(columns, stream) if is_workbook else read_text(columns, stream, self.delimiters[0])
        return (_passage(row, self.kind) for row in rows)

    def fitted(self, record: DocumentRecord, options: WriteOptions) -> DocumentRecord:
        """The document with those annotations alone that the sheet has; half a passage would be another one."""
        label, is_workbook = self.kind.label, self._ending(options) == WORKBOOK
        there = tuple(
            one
            for one in record.annotations
            if (not label or one.label == label) and not (is_workbook and too_long(record, one))
        )
        return record if len(there) == len(record.annotations) else replace(record, annotations=there)

    def lost(self, record: DocumentRecord, options: WriteOptions) -> Iterator[Loss]:
        """Each thing that the sheet cannot hold."""
        if self._ending(options) == WORKBOOK:
            yield from self._too_long(record, options)

    def recognises_annotations(self, path: Path) -> bool:
        """Its headings are this sheet's, in whatever order."""
        return is_sheet(path, self.kind, self._takes)

    def read_articles(self, path: Path) -> Iterator[ExchangedArticle | Unread]:
        """The articles of a sheet, in the order of their first rows; their texts are not in it."""
        return read_sheet(path, self.kind)

    def _takes(self, delimiter: str) -> bool:
        """True for a file whose cells are apart by this; "" stands for a workbook."""
        return delimiter in self.delimiters if delimiter else WORKBOOK in self.extensions

    def _ending(self, options: WriteOptions) -> str:
        return options.ending if options.ending in self.extensions else self.extensions[0]

    def _too_long(self, record: DocumentRecord, options: WriteOptions) -> Iterator[Loss]:
        """What is longer than a cell of a workbook: a passage is left out with its row, other cells are cut."""
        yield from passages_too_long(record)
        for row in self.rows([record], options):
            yield from cut_cells(dict(zip(self.kind.columns, row, strict=True)), self.kind.key)


def _passage(row: dict[str, str], kind: SheetKind) -> Passage:
    """An annotation from its cells; its stretches are as long as they say and a space apart."""
    key, segments = row[kind.key], segments_in(row["segments"])
    texts = texts_in(row[kind.words], segments)
    ends = (str(segments[0].start_char), str(segments[-1].end_char))
    if texts is None or (row.get("start", ends[0]), row.get("end", ends[1])) != ends:
        raise ValueError(f"the text of {key} is not as long as its segments")
    places = tuple((start, end) for start, end in segments)
    return Passage(key, row["article_id"], kind.label or row["label"], places, texts)
