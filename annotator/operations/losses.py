"""What an export would lose, before anything is written; and the list of it that lies beside what was written."""

import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, BinaryIO

import orjson

from annotator import formats
from annotator.core.exchange import ExchangedArticle
from annotator.core.losses import Holds, Loss
from annotator.core.recipes import ExportRequest
from annotator.core.selection import Selection
from annotator.formats.base import WriteOptions
from annotator.formats.exchange import LOSSES, Exchange
from annotator.formats.sheet_format import SheetFormat
from annotator.operations.choosing import IsCancelled, Progressed
from annotator.operations.collecting import seldom_collecting
from annotator.operations.kept_parts import earlier_parts, parts_beside
from annotator.operations.outgoing import Outgoing, outgoing
from annotator.operations.proving import LossTaker
from annotator.store.workspace import Workspace

LOSSLESS, _TABLE = "jsonl", "csv"
"""Our own JSON Lines lose nothing at all; the table as text loses nothing of what any sheet has a cell for."""
_HELD_AGAINST_ALL = 100  # articles
_IN_MEMORY = 1 << 20  # bytes, after which the list goes to the disk


def _spool() -> IO[bytes]:
    return tempfile.SpooledTemporaryFile(_IN_MEMORY)


@dataclass(slots=True)
class LossList(LossTaker):
    """The losses of an export: counted by what they are, and kept on the disk, as they may be a million."""

    counts: Counter[str] = field(default_factory=Counter)
    _rows: IO[bytes] = field(default_factory=_spool)

    def take(self, loss: Loss) -> None:
        """Count one and write it down."""
        comma = b",\n" if self.counts else b""
        self.counts[loss.what] += 1
        self._rows.write(comma + orjson.dumps(loss.as_row()))

    def __len__(self) -> int:
        return self.counts.total()

    def __iter__(self) -> Iterator[Loss]:
        """Each of them, in the order in which they were found."""
        self._rows.seek(0)
        for line in self._rows:
            yield Loss(**orjson.loads(line.rstrip(b",\n")))

    def write(self, stream: BinaryIO) -> None:
        """Write {"lost": [{"article", "annotation", "what", "why"}]}."""
        stream.write(b'{"lost":[\n')
        self._rows.seek(0)
        for line in self._rows:
            stream.write(line)
        stream.write(b"\n]}\n")

    def close(self) -> None:
        """Let the disk have its room back."""
        self._rows.close()


@dataclass(frozen=True, slots=True)
class LossPreview:
    """What would be lost, and the nearest format that would lose nothing, "" where this one does not.

    The nearest is of the chosen one's kind, a table for a table, JSON Lines for JSON Lines, a folder of standoff for
    such a folder; our own JSON Lines where all of its kind lose something.
    `always` is what no export of this format holds, and what the selection leaves out, each as a plain sentence.
    """

    format_id: str
    lost: LossList
    nearest: str
    always: tuple[str, ...] = ()


def preview(
    workspace: Workspace,
    request: ExportRequest,
    progress: Progressed | None = None,
    cancelled: IsCancelled | None = None,
    target: Path | None = None,
) -> LossPreview:
    """Go through what a request sends out as an export to `target` would, and write nothing.

    Without a target, articles keep no earlier parts but those that the request names. Raises what an export raises.
    """
    known = earlier_parts(workspace, request, target) if target and not request.splits else None
    sent = outgoing(workspace, request, progress, cancelled, known, names_parts=False)
    sent.parts_path, sent.has_place = parts_beside(target) if target else None, target is not None
    return _preview(sent)


def preview_losses(
    workspace: Workspace,
    format_id: str,
    selection: Selection | None = None,
    options: WriteOptions | None = None,
    progress: Progressed | None = None,
    cancelled: IsCancelled | None = None,
) -> LossPreview:
    """The same for a format and a selection. Whoever asks closes the list."""
    writer = formats.exporter_by_id(format_id)
    return _preview(Outgoing(workspace, writer, selection, options, progress, cancelled))


def _preview(sent: Outgoing) -> LossPreview:
    with seldom_collecting():
        return _looked_through(sent)


def _looked_through(sent: Outgoing) -> LossPreview:
    lost, writer, options = LossList(), sent.writer, sent.options
    if not isinstance(writer, Exchange):
        for _ in sent.records(lost.take):
            continue
        nearest_sheet = _TABLE if isinstance(writer, SheetFormat) else LOSSLESS
        return LossPreview(writer.id, lost, nearest_sheet if lost else "", _always(sent))
    nearest = _Nearest(writer, options)
    for part in sent.parts():
        for loss in part.told_of(writer.fit(part.article, options)).lost:
            lost.take(loss)
        nearest.look(part.article)
    return LossPreview(writer.id, lost, nearest.id() if lost else "", _always(sent))


def _always(sent: Outgoing) -> tuple[str, ...]:
    return (*sent.left_out(), *sent.writer.losses)


def beside(target: Path) -> Path:
    """Where the list of what an export has lost lies."""
    return target.with_name(target.name + LOSSES)


class _Nearest:
    """Finds a format that would lose nothing of what is looked at: the first of the same kind, else our own.

    Those of its kind are held against the first articles, and of those that held them whole the first one against the
    rest: to fit each article into several formats would take longer than to write it.
    """

    def __init__(self, writer: Exchange, options: WriteOptions) -> None:
        self._others = [one for one in formats.exchanges() if one.id != writer.id and _is_of_a_kind(one, writer)]
        self._options = options
        self._looks = 0

    def look(self, article: ExchangedArticle) -> None:
        """Leave out the formats that would lose something of this article."""
        self._looks += 1
        if self._looks == _HELD_AGAINST_ALL:
            del self._others[1:]
        self._others = [one for one in self._others if _holds_all(one) or not one.fit(article, self._options).lost]

    def id(self) -> str:
        """The id of the format that is left."""
        return next((one.id for one in self._others), LOSSLESS)


def _is_of_a_kind(one: Exchange, other: Exchange) -> bool:
    """True for formats of one kind of file: of one ending, both a file or both a folder of such."""
    return one.is_folder == other.is_folder and not {*one.extensions}.isdisjoint(other.extensions)


def _holds_all(one: Exchange) -> bool:
    """True for a format of which it is known without looking that it loses nothing of any article."""
    return type(one).fit is Exchange.fit and one.holds == Holds.everything(one.holds.details)
