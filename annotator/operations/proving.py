"""Written files held against what was to be written: read again by the format's own reader, every stretch compared."""

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from annotator.core.exchange import ExchangedArticle, slices, unfaithful
from annotator.core.losses import Fitted, Loss, saying
from annotator.core.records import DocumentRecord, Unread
from annotator.errors import AnnotatorError, Cancelled, ExportFailed
from annotator.formats.base import TellsLosses, WriteOptions, Writer, passages_of
from annotator.formats.exchange import Exchange

_READ_BACK = "The export did not read back as it was written ({}); no file was left."
_NOW_AND_THEN = 1024


@dataclass(slots=True)
class Proof:
    """What went into a file, in its order, as digests; and how many annotations that were."""

    digests: "array[int]" = field(default_factory=lambda: array("q"))
    annotations: int = 0


Compared = Callable[[int, int], None]
"""Told now and then how much of how much has been read back; raises what it likes."""


def _go_on(_done: int, _of: int) -> None:
    """Nobody looks on."""


def write_records(
    writer: Writer,
    records: Iterable[DocumentRecord],
    stream: BinaryIO,
    options: WriteOptions,
    compared: Compared = _go_on,
) -> int:
    """Write documents, read them back and compare. Gives the number of annotations. Raises ExportFailed."""
    proof = Proof()
    teller = writer if isinstance(writer, TellsLosses) else None

    def counted() -> Iterator[DocumentRecord]:
        for record in records:
            passages = passages_of(teller.fitted(record, options) if teller else record)
            proof.annotations += len(passages)
            proof.digests.extend(map(hash, passages))
            yield record

    writer.write(counted(), stream, options)
    _compare_passages(writer, stream, proof, compared)
    return proof.annotations


def write_articles(
    format_: Exchange,
    articles: Iterable[Fitted],
    path: Path,
    options: WriteOptions,
    lost: "LossTaker",
    compared: Compared = _go_on,
) -> int:
    """Write articles as the format holds them, read them back and compare; what is lost goes to `lost`.

    Gives the number of annotations written. Raises ExportFailed, naming article and annotation; else as write_records.
    """
    proof = Proof()

    def counted() -> Iterator[ExchangedArticle]:
        for fitted in articles:
            for loss in fitted.lost:
                lost.take(loss)
            _refuse_unwritable(fitted.article)
            proof.annotations += len(fitted.article.annotations)
            proof.digests.append(_digest(fitted.article, format_))
            yield fitted.article

    format_.write_articles(counted(), path, options)
    _compare_articles(format_, path, proof, compared)
    return proof.annotations


class LossTaker:
    """Takes each thing that is lost, as it is found."""

    def take(self, loss: Loss) -> None:
        """Take one."""


def _compare_passages(writer: Writer, stream: BinaryIO, proof: Proof, compared: Compared) -> None:
    stream.flush()
    stream.seek(0)
    found = 0
    try:
        for passage in writer.passages(stream):
            if found == len(proof.digests) or hash(passage) != proof.digests[found]:
                raise ValueError(f"annotation {passage.id} of article {passage.document_id} came back changed")
            found += 1
            if found % _NOW_AND_THEN == 0:
                compared(found, len(proof.digests))
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise ExportFailed(_READ_BACK.format(error)) from error
    if found != len(proof.digests):
        lacking = len(proof.digests) - found
        raise ExportFailed(f"The export did not read back whole ({lacking} annotations lack); no file was left.")


def _compare_articles(format_: Exchange, path: Path, proof: Proof, compared: Compared) -> None:
    found = 0
    written = proof.digests if format_.keeps_order else array("q", sorted(proof.digests))
    read = array("q")
    try:
        for article in format_.read_articles(path):
            compared(found, len(proof.digests))
            if isinstance(article, Unread):
                raise ValueError(f"{article.name}: {article.reason}")
            _refuse_unfaithful(article, "came back with")
            read.append(_digest(article, format_))
            at = found if format_.keeps_order else bisect_left(written, read[-1])
            if found == len(written) or at == len(written) or written[at] != read[-1]:
                raise ValueError(f"article {found + 1} ({article.title or article.key}) came back changed")
            found += 1
    except Cancelled:
        raise
    except (ValueError, KeyError, TypeError, IndexError, AnnotatorError) as error:
        raise ExportFailed(_READ_BACK.format(str(error).rstrip("."))) from error
    if found != len(proof.digests):
        lacking = len(proof.digests) - found
        raise ExportFailed(f"The export did not read back whole ({lacking} articles lack); no file was left.")
    if not format_.keeps_order and array("q", sorted(read)) != written:
        raise ExportFailed(_READ_BACK.format("an article came back twice, and another one not at all"))


def _digest(article: ExchangedArticle, format_: Exchange) -> int:
    """All that an article says, and every slice of its text that bears a label."""
    cut = sorted(slices(article, one) for one in article.annotations)
    return hash((repr(saying(article, format_.holds)), tuple(cut)))


def _refuse_unwritable(article: ExchangedArticle) -> None:
    try:
        _refuse_unfaithful(article, "cannot be written: it has")
    except ValueError as error:
        raise ExportFailed(f"{error}; no file was left.") from error


def _refuse_unfaithful(article: ExchangedArticle, words: str) -> None:
    wrong = unfaithful(article)
    if wrong:
        start, end = wrong.extent
        name = article.title or article.key
        raise ValueError(f"“{name}” {words} other text at {start}–{end} than annotation {wrong.key} says")
