"""Datasets and sheets out: written aside, read back and compared, and only then put in place."""

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO
from uuid import UUID

from annotator import formats
from annotator.core.recipes import ExportRequest
from annotator.core.selection import ALL, Selection, Unit
from annotator.errors import ExportFailed
from annotator.formats.base import WriteOptions, Writer
from annotator.formats.exchange import Exchange
from annotator.formats.jsonl import JsonLines
from annotator.operations.choosing import IsCancelled, Progressed, held_articles
from annotator.operations.collecting import seldom_collecting
from annotator.operations.dataset_facts import about_of
from annotator.operations.kept_parts import earlier_parts, parts_beside, parts_content
from annotator.operations.losses import LOSSLESS, LossList, beside
from annotator.operations.outgoing import Outgoing, outgoing
from annotator.operations.placing import (
    companion,
    fill_folder_stream,
    fill_stream,
    is_device,
    placing,
    write_file,
)
from annotator.operations.proving import write_articles, write_records
from annotator.operations.stages import Stages
from annotator.operations.whole_export import write_everything, write_lines
from annotator.store.workspace import Workspace

_DATASET, _ROWS = "dataset", "parquet"


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written. `losses` says what the format cannot hold; `path` is None for a stream.

    `held_back` counts the articles that were left out because they are withheld, cancelled or under an embargo,
    `older` those that a newer version has replaced: an export of everything holds an article once. `off_record` counts
    the annotations that never leave, as the label set's rules say, `one_sided` the articles without the others' work,
    because whoever exports reads them blind.
    `left_out` says what of the selection is not in it, and whose parts (train, dev, test) were kept; `losses` do, too.
    `lost` counts each single thing of this selection that the format could not hold, by what it is; `losses_path` is
    the list of them.
    """

    format_id: str
    documents: int
    annotations: int
    losses: tuple[str, ...]
    path: Path | None
    held_back: int = 0
    older: int = 0
    off_record: int = 0
    one_sided: int = 0
    left_out: tuple[str, ...] = ()
    lost: Mapping[str, int] = field(default_factory=dict)
    losses_path: Path | None = None


def export_dataset(
    workspace: Workspace,
    format_id: str,
    target: Path | BinaryIO,
    *,
    selection: Selection | None = None,
    document_ids: Sequence[UUID] | None = None,
    options: WriteOptions | None = None,
    with_held: bool = False,
    reading: str = ALL,
    strict: bool = False,
    progress: Progressed | None = None,
    cancelled: IsCancelled | None = None,
) -> ExportReport:
    """Write documents with their annotations to a file or stream; a format of many files to a folder, or to a .zip.

    `selection` says what goes out; without one, `document_ids`, `with_held` and `reading` do, as its fields of these
    names. What is withheld, cancelled or under an embargo that has not ended is left out unless it is wanted.
    Names of protected sources are blacked out, wherever they stand (core/masking.py).
    What was written is read back before it takes the target's name; when it does not hold exactly what the
    project does, or cannot be written, what was there before stays. What the format cannot hold is listed beside it;
    with `strict`, nothing is written where there is such a thing. Raises ExportFailed, Cancelled,
    NotFound for a document or format that is not there; BrokenPipeError when a stream's reader left.
    """
    asked = tuple(document_ids) if document_ids is not None else None
    selection = selection or Selection(documents=asked, with_held=with_held, reading=reading)
    writer = formats.exporter_by_id(format_id)
    stages = Stages(progress)
    sent = Outgoing(workspace, writer, selection, options, stages.written, cancelled)
    return _export(sent, target, stages, strict=strict)


def export(
    workspace: Workspace,
    request: ExportRequest,
    target: Path | BinaryIO,
    progress: Progressed | None = None,
    cancelled: IsCancelled | None = None,
    last: Path | None = None,
) -> ExportReport:
    """Write what a request asks for. Does and raises what `export_dataset` does.

    Articles keep the parts (train, dev, test) that they had in what it replaces, or in what the same recipe has written
    to `last` (kept_parts.py).
    """
    known = None
    if isinstance(target, Path) and not request.splits:
        known = earlier_parts(workspace, request, target, last)
    stages = Stages(progress)
    sent = outgoing(workspace, request, stages.written, cancelled, known)
    beside_it = _parts(sent, request, target)
    if sent.writer.id == _DATASET:
        about = about_of(workspace, request, cancelled)
        sent.options = replace(
            sent.options, about=replace(about, title=sent.chosen.title(), left_out=sent.chosen.all_left_out)
        )
    return _export(sent, target, stages, beside_it, strict=request.strict)


def _parts(sent: Outgoing, request: ExportRequest, target: Path | BinaryIO) -> Mapping[Path, bytes]:
    """The file of the parts that articles have, by its name, for an export of one part or of rows that name theirs."""
    if not (request.selection.split or sent.writer.id == _ROWS) or not isinstance(target, Path) or _is_stream(target):
        return {}
    sent.parts_path = parts_beside(target)
    held = () if request.selection.with_held else held_articles(sent.workspace)
    return {sent.parts_path: parts_content(request, sent.options.splits, sent.kept_parts, frozenset(held))}


def _is_stream(target: Path) -> bool:
    return is_device(target) and not target.is_dir()


def _export(
    sent: Outgoing,
    target: Path | BinaryIO,
    stages: Stages,
    beside_it: Mapping[Path, bytes] = MappingProxyType({}),
    *,
    strict: bool,
) -> ExportReport:
    if isinstance(target, Path):
        sent.options = replace(sent.options, ending=target.suffix.lower())
    with closing(LossList()) as lost, seldom_collecting():
        written = _Written(sent, lost, stages, strict=strict)
        listed = None
        if not isinstance(target, Path):
            _to_stream(written, target)
        elif _is_stream(target):
            write_file(sent.workspace, target, written.fill)
        else:
            listed = _to_path(written, target, beside_it)
        stages.ended()
        return _report(written, target, listed)


class _Written:
    """What fills files and folders; `annotations` counts what it has written."""

    def __init__(self, sent: Outgoing, lost: LossList, stages: Stages, *, strict: bool) -> None:
        self.sent, self.lost, self._stages, self._strict = sent, lost, stages, strict
        self.annotations = 0

    @property
    def is_folder(self) -> bool:
        """Whether the format writes a folder."""
        return isinstance(self.sent.writer, Exchange) and self.sent.writer.makes_folder(self.sent.options)

    def fill(self, stream: BinaryIO) -> None:
        """Fill a file. Raises ExportFailed."""
        sent, writer = self.sent, self.sent.writer
        if isinstance(writer, Exchange):
            self.fill_path(Path(stream.name))
            return
        if isinstance(writer, JsonLines) and sent.chosen.is_everything:
            self.annotations = write_everything(sent.chosen, stream, sent.options, self._compared)
        elif isinstance(writer, JsonLines):
            self.annotations = write_lines(sent.records(), stream, sent.options, self._compared)
        else:
            records = sent.records(self.lost.take)
            self.annotations = write_records(writer, records, stream, sent.options, self._compared)
        _refuse_losses(writer, self.lost, strict=self._strict)

    def fill_path(self, path: Path) -> None:
        """Fill a file or a folder with articles. Raises ExportFailed."""
        sent, writer = self.sent, self.sent.writer
        if isinstance(writer, Exchange):
            self.annotations = write_articles(writer, sent.articles(), path, sent.options, self.lost, self._compared)
        _refuse_losses(writer, self.lost, strict=self._strict)

    def _compared(self, done: int, of: int) -> None:
        self.sent.chosen.refuse_cancelled()
        self._stages.compared(done, of)


def _to_stream(written: _Written, target: BinaryIO) -> None:
    if isinstance(written.sent.writer, Exchange):
        fill_folder_stream(target, written.fill_path, is_folder=written.is_folder)
    else:
        fill_stream(target, written.fill)


def _to_path(written: _Written, target: Path, beside_it: Mapping[Path, bytes]) -> Path | None:
    """Fill a file or folder, with what lies beside it; gives where the list of losses lies, None for none."""
    sent, lost = written.sent, written.lost
    with placing(sent.workspace) as place:
        if written.is_folder:
            place.folder(target, written.fill_path)
        else:
            place.file(target, written.fill)
            if isinstance(sent.writer, Exchange):
                for ending, content in sent.writer.companions(sent.options).items():
                    place.file(companion(target, ending), partial(_put, content))
        for path, content in beside_it.items():
            place.file(path, partial(_put, content))
        listed = beside(target)
        if lost:
            place.file(listed, lost.write)
        else:
            place.no_file(listed)
    return listed if lost else None


def _put(content: bytes, stream: BinaryIO) -> None:
    stream.write(content)


def _report(written: _Written, target: Path | BinaryIO, listed: Path | None) -> ExportReport:
    sent, lost = written.sent, written.lost
    counts, left_out = sent.chosen.counts, sent.left_out()
    annotations = written.annotations
    if sent.selection.unit is not Unit.ARTICLE:  # which has those around a sentence several times
        annotations = counts.annotations - lost.counts["span"]
    kept_in = (counts.held_back, counts.older, counts.off_record, counts.one_sided)
    path = target if isinstance(target, Path) else None
    figures = (counts.documents, annotations, (*left_out, *sent.writer.losses), path)
    return ExportReport(sent.writer.id, *figures, *kept_in, left_out, dict(lost.counts), listed)


def _refuse_losses(writer: Writer | Exchange, lost: LossList, *, strict: bool) -> None:
    if not (strict and lost):
        return
    kinds = ", ".join(f"{number:,} × {what}" for what, number in lost.counts.most_common(4))
    raise ExportFailed(
        f"{writer.title} cannot hold everything that is chosen ({kinds}), so nothing was written. "
        f"Choose another format, such as {LOSSLESS}, or allow the losses."
    )
