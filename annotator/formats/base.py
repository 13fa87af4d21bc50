"""What a file format offers: one class a format, in a file of its own.

To add one, write a `Reader` or a `Writer` (or both in one class) and list one of it in
`annotator/formats/__init__.py`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO, NamedTuple, Protocol, runtime_checkable

from annotator.core.dataset_about import DatasetAbout
from annotator.core.losses import Flat, Loss
from annotator.core.records import ArticleRecord, DocumentRecord, Unread
from annotator.core.schema import LabelSet
from annotator.formats.limits import LIMITS, Limits

Read = Iterable[ArticleRecord | Unread]
"""What reading a file gives, one after the other: its articles, and what in it could not be read."""


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What is known of a file beside its bytes; each format heeds what it can.

    `url` is where it was fetched from. `encoding` overrides what would be found. `columns` says for a table which
    column gives what: field of ArticleRecord -> heading; `known_columns` the same for tables with certain headings
    (`columns.headings_key`). `depth` counts the archives around this file.
    """

    url: str | None = None
    encoding: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    known_columns: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    depth: int = 0
    limits: Limits = LIMITS


@dataclass(frozen=True, slots=True)
class WriteOptions:
    """What the person chose for an export; each format heeds what it can.

    `with_furniture` keeps the stretches that are not article text; `bom` puts a byte-order mark
    before UTF-8 text, which some spreadsheets need. `label_set` is the project's: it has the defaults of attributes
    that say nothing else. `flat` says which of overlapping annotations a format of one layer holds. `lean`:
    our own JSON Lines without what a project is made of again, which training needs not. `without_text`: places and
    hashes only. `partition_by` "language", "month": folders of Parquet files, the outer one first.
    `parquet`: the files of a dataset folder are Parquet. `splits` gives the part (train, dev, test) of an article by
    its key. `licence` and `about` are what a dataset's card tells; without `about` it tells less.
    `ending` is that of the file's name (".xlsx"), for formats that write several kinds of file; "" for the first of
    their `extensions`. `newsroom` is the project's title, in whose name drafts are written.
    """

    with_furniture: bool = False
    bom: bool = False
    label_set: LabelSet | None = None
    flat: Flat = Flat.OUTERMOST
    lean: bool = False
    without_text: bool = False
    partition_by: tuple[str, ...] = ()
    parquet: bool = False
    splits: Mapping[str, str] = field(default_factory=dict)
    licence: str = ""
    about: DatasetAbout | None = None
    ending: str = ""
    newsroom: str = ""


class Passage(NamedTuple):
    """One annotation as an export holds it: what has to come back unchanged when the file is read again.

    `segments` count code points of the document's frozen text; `texts` is the text of each.
    """

    id: str
    document_id: str
    label: str
    segments: tuple[tuple[int, int], ...]
    texts: tuple[str, ...]


class Format(Protocol):
    """A kind of file.

    Attributes:
        id: what the command line calls it, e.g. "jsonl".
        title: what a menu calls it.
        extensions: with their dot, lower case, the one that is written first: (".txt",).
        losses: what a file written in this format cannot hold, each as a plain sentence.

    """

    @property
    def id(self) -> str: ...

    @property
    def title(self) -> str: ...

    @property
    def extensions(self) -> tuple[str, ...]: ...

    @property
    def losses(self) -> tuple[str, ...]: ...


@runtime_checkable
class Reader(Format, Protocol):
    """A kind of file that articles come from."""

    def recognises(self, content: bytes) -> bool:
        """True when bytes are surely of this kind, whatever the file is called; quickly, from their beginning."""
        ...

    def read(self, content: bytes, name: str, options: ReadOptions) -> Read:
        """The articles in a file's bytes; `name` is the file's own, "" for none. Raises UnreadableInput.

        One that holds many gives them one by one, and an Unread for each that cannot be read.
        """
        ...


@runtime_checkable
class Writer(Format, Protocol):
    """A kind of file that annotated documents go to."""

    def write(self, records: Iterable[DocumentRecord], stream: BinaryIO, options: WriteOptions) -> None:
        """Write documents as they come, one after the other, never all in memory."""
        ...

    def passages(self, stream: BinaryIO) -> Iterator[Passage]:
        """Every annotation in a file that `write` wrote, in its order, with the texts the file gives it.

        Raises ValueError when the file does not hold together.
        """
        ...


@runtime_checkable
class HeedsChoices(Protocol):
    """A kind of file whose writer can do what a person chooses beside the articles; others heed nothing of it."""

    def heeds(self, options: WriteOptions) -> frozenset[str]:
        """What it heeds beside the rest of `options`: names of fields of WriteOptions, "unit" for parts of articles.

        "splits" stands for all that says in which part (train, dev, test) an article is.
        """
        ...


@runtime_checkable
class TellsLosses(Protocol):
    """A kind of file that documents go to, and that cannot hold all that is said of them."""

    def fitted(self, record: DocumentRecord, options: WriteOptions) -> DocumentRecord:
        """The document with those of its annotations alone that the file has: they come back as passages."""
        ...

    def lost(self, record: DocumentRecord, options: WriteOptions) -> Iterator[Loss]:
        """Each thing of a document that the file cannot hold; the keys are the ids of article and annotation."""
        ...


def passages_of(record: DocumentRecord) -> list[Passage]:
    """What an export has to hold of a document's annotations, in their order."""
    text, document_id = record.text, str(record.id)
    return [
        Passage(
            str(annotation.id),
            document_id,
            annotation.label,
            tuple((start, end) for start, end in annotation.segments),
            tuple([text[start:end] for start, end in annotation.segments]),
        )
        for annotation in record.annotations
    ]
