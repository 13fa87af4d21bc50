"""What goes to a format's writer when something is exported: articles of a selection, as that format can hold them."""

from collections.abc import Callable, Generator, Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from annotator import formats
from annotator.core.exchange import exchanged
from annotator.core.losses import Fitted, Loss
from annotator.core.recipes import ExportRequest
from annotator.core.records import DocumentRecord
from annotator.core.selection import Selection, Unit
from annotator.core.units import Part, parts
from annotator.errors import ExportFailed
from annotator.formats.base import TellsLosses, WriteOptions, Writer
from annotator.formats.exchange import Exchange
from annotator.formats.jsonl import JsonLines
from annotator.formats.row_lines import RowLines
from annotator.operations.choosing import Chosen, IsCancelled, Progressed
from annotator.operations.datasets import parts_in, splits_of
from annotator.operations.heeding import heeded_by, heeding, options_of
from annotator.operations.kept_parts import KeptParts
from annotator.operations.label_set_files import discreet_label_set
from annotator.operations.nothing_out import why_nothing
from annotator.store.workspace import Workspace

_PARTS_MAY_MOVE = (
    "Which part an article is in follows from the labels as they are now; those given later may move it to another "
    "one, unless an earlier dataset (--splits) says in which part it was."
)
_PARTS_HERE = (
    "Parts (train, dev, test) were dealt out anew to tell this; an export keeps those of an earlier one that lies "
    "where it goes, or beside that."
)
_PARTS_ARE_KEPT = "{} says in which part (train, dev, test) each article is; the next export to this place keeps it."
NO_ROWS = "It is a part of the project, or its lean form, so that the project cannot be made of it again."


def _nothing(_: Loss) -> None:
    """Take no notice."""


class Outgoing:
    """An export on its way: what is taken from `records` or `articles` goes to `writer`, with `options`.

    Both read the project while they are taken; whoever stops early closes them. `kept_parts` are the parts (train, dev,
    test) that articles keep, `parts_path` is where those that they have now will lie. `has_place` is False while nobody
    has said where it goes, so that nothing is known of what lies there.
    """

    def __init__(
        self,
        workspace: Workspace,
        writer: Writer | Exchange,
        selection: Selection | None = None,
        options: WriteOptions | None = None,
        progress: Progressed | None = None,
        cancelled: IsCancelled | None = None,
    ) -> None:
        """Raises NotFound for what is named and not there, ExportFailed where the format has no such units."""
        self.workspace, self.selection = workspace, selection or Selection()
        self.writer = _for_unit(writer, self.selection.unit)
        options = options or WriteOptions()
        splits = {UUID(key): part for key, part in options.splits.items()}
        self.chosen = Chosen(workspace, self.selection, progress, cancelled, splits)
        self.options = replace(
            options,
            label_set=discreet_label_set(workspace).label_set,
            newsroom=options.newsroom or self.chosen.title(),
        )
        self.kept_parts: KeptParts | None = None
        self.parts_path: Path | None = None
        self.has_place = True
        self._parts_given = 0

    def left_out(self) -> tuple[str, ...]:
        """What of the selection is not in those that have been taken, and what is to be known of it, in sentences."""
        told = list(self.chosen.left_out())
        told += self._of_parts()
        told += [f"Nothing is in it: {why}."] if (why := self.nothing()) else []
        if isinstance(self.writer, JsonLines) and (self.options.lean or not self.chosen.is_everything):
            told.append(NO_ROWS)
        return tuple(told)

    def _of_parts(self) -> Iterator[str]:
        """Where the parts are from that articles have, and what will become of them."""
        dealt = self.options.splits
        if self.kept_parts and dealt:
            yield self.kept_parts.told(dealt, len(dealt))
        elif self.selection.split and not self.has_place:
            yield _PARTS_HERE
        elif self.selection.split:
            yield _PARTS_ARE_KEPT.format(self.parts_path.name) if self.parts_path else _PARTS_MAY_MOVE

    def nothing(self) -> str:
        """Why nothing has gone out, once all has been taken; "" where something has, or the project is empty.

        Nothing is told where labels alone are wanted.
        """
        gone = self._parts_given if isinstance(self.writer, Exchange) else self.chosen.counts.documents
        return "" if gone or not getattr(self.writer, "holds_articles", True) else why_nothing(self.chosen)

    def records(self, take: Callable[[Loss], None] = _nothing) -> Generator[DocumentRecord, None, None]:
        """What a Writer is given; `take` gets what it cannot hold of each.

        What has no place of its own may still be told beside something else, so each document goes there whole.
        """
        teller = self.writer if isinstance(self.writer, TellsLosses) else None
        for record in self.chosen.records():
            for loss in teller.lost(record, self.options) if teller else ():
                take(loss)
            yield record

    def articles(self) -> Generator[Fitted, None, None]:
        """What an Exchange writes, and what it cannot hold of each."""
        if not isinstance(self.writer, Exchange):
            raise TypeError(f"{self.writer.id} takes records")
        for part in self.parts():
            yield part.told_of(self.writer.fit(part.article, self.options))

    def parts(self) -> Generator[Part, None, None]:
        """The articles, or the parts of them that are asked for, with all that is said of them."""
        wanted, splits = self.selection, self.options.splits
        for record in self.chosen.records():
            article = exchanged(record, self.chosen.home_of, with_furniture=self.options.with_furniture)
            if splits:
                article = replace(article, split=splits.get(article.key, ""))
            for part in parts(article, wanted.unit, wanted.context, negatives=wanted.negatives):
                self._parts_given += 1
                yield part


def outgoing(
    workspace: Workspace,
    request: ExportRequest,
    progress: Progressed | None = None,
    cancelled: IsCancelled | None = None,
    known: KeptParts | None = None,
    *,
    names_parts: bool = True,
) -> Outgoing:
    """What a request sends out. Raises NotFound for what it names that is not there, a format included; ExportFailed
    where texts are to stay at home and the format would take them out, or has no such units; UnreadableInput where an
    earlier dataset is named that is none.

    `known` are the parts (train, dev, test) that articles have in an earlier export; they keep these. Without
    `names_parts` nobody looks at the part of an article, so that they are dealt out only where one part is asked for.
    """
    writer = formats.exporter_by_id(request.format_id)
    options = options_of(request)
    if request.without_text and "without_text" not in heeded_by(writer, options):
        others = " or ".join(heeding("without_text"))
        raise ExportFailed(f"{writer.title} holds whole texts; without them write {others}.")
    known = KeptParts(parts_in(Path(request.splits)), Path(request.splits)) if request.splits else known
    holds_parts = isinstance(writer, Exchange) and "split" in writer.holds.details
    if request.selection.split or (names_parts and holds_parts):
        splits = splits_of(workspace, request.shares, request.seed, known.parts if known else None)
        options = replace(options, splits={str(key): part for key, part in splits.items()})
    sent = Outgoing(workspace, writer, request.selection, options, progress, cancelled)
    sent.kept_parts = known
    return sent


def _for_unit(writer: Writer | Exchange, unit: Unit) -> Writer | Exchange:
    """What writes such parts of articles. Raises ExportFailed where the format holds articles only."""
    if unit is Unit.ARTICLE or isinstance(writer, Exchange):
        return writer
    if writer.id == RowLines.id:
        return RowLines()
    raise ExportFailed(f"{writer.title} holds no parts of articles; these formats do: {', '.join(heeding('unit'))}.")
