"""What goes out of a project: the articles and annotations of a selection, as they may leave the newsroom."""

from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import Connection

from annotator.core.pseudonyms import Pseudonyms
from annotator.core.records import DocumentRecord
from annotator.core.release import Release, hold_of
from annotator.core.schema import AttributeKind, LabelSet
from annotator.core.selecting import Selecting, day_of, known, without
from annotator.core.selection import Selection
from annotator.core.sources import SourceKind
from annotator.core.splits import PARTS
from annotator.errors import Cancelled, NotFound
from annotator.operations.exported_readings import ReadingChoice
from annotator.operations.label_sets import project_labels
from annotator.operations.people import people
from annotator.operations.protection import mask_in
from annotator.operations.review_states import reviewed
from annotator.store import queries, selections
from annotator.store.blindness import hidden_on
from annotator.store.selections import Kept
from annotator.store.workspace import Workspace

Progressed = Callable[[int, int], None]
IsCancelled = Callable[[], bool]

_REMEMBERED = 500  # articles of which is remembered what goes out, where links of others lead to them
_NAMELESS = (SourceKind.PERSON.value, SourceKind.UNKNOWN.value)  # one of whom nothing is known may be a person


@dataclass(slots=True)
class Counts:
    """What of a selection went out, and what did not, as ExportReport says it.

    `passed` counts all articles that were looked at, `empty` those without an annotation, where these are not wanted,
    `links` the links that are left out because their other end is.
    """

    documents: int = 0
    annotations: int = 0
    held_back: int = 0
    older: int = 0
    off_record: int = 0
    one_sided: int = 0
    passed: int = 0
    empty: int = 0
    links: int = 0


class Chosen:
    """The documents of a selection, each as it may leave; `counts` grow while they are taken."""

    def __init__(
        self,
        workspace: Workspace,
        selection: Selection,
        progress: Progressed | None = None,
        cancelled: IsCancelled | None = None,
        splits: Mapping[UUID, str] | None = None,
    ) -> None:
        """`splits` are needed where the selection names one. Raises NotFound and others for what is not there."""
        self.counts = Counts()
        self.label_set: LabelSet = project_labels(workspace)
        self.workspace = workspace
        self.selection = _as_it_is_there(workspace, selection)
        self._progress, self._cancelled, self._splits = progress, cancelled, splits or {}
        self._whose = ReadingChoice(workspace, selection.reading)
        self._selecting = Selecting(self.selection, self.label_set)
        self._release, self._now = Release(self.label_set), datetime.now(UTC)
        self._connection: Connection | None = None
        self._ids: Sequence[UUID] = ()
        self._there: frozenset[UUID] = frozenset()
        self._names: Pseudonyms | None = None
        self._going: dict[UUID, frozenset[UUID]] = {}
        self._hides_names = False

    @property
    def is_everything(self) -> bool:
        """True where nothing narrows what goes out, nor changes how it is told; what must not leave stays anyway."""
        wanted = self.selection
        return wanted == Selection(with_held=wanted.with_held, with_off_record=wanted.with_off_record)

    @property
    def unread(self) -> int:
        """How many articles are no part of the gold reading, as nobody has submitted a reading of them."""
        return self._whose.unread

    def left_out(self) -> tuple[str, ...]:
        """What of the chosen reading is not in those that have been taken, each as a plain sentence."""
        told = list(self._whose.losses())
        if self.counts.empty:
            are = "article is" if self.counts.empty == 1 else "articles are"
            told.append(f"{self.counts.empty:,} {are} left out, as nothing is labelled there.")
        if self.counts.links:
            are = "link is" if self.counts.links == 1 else "links are"
            told.append(f"{self.counts.links:,} {are} left out, as the other end is not in the export.")
        if self.selection.pseudonyms:
            told.append("Persons are called by numbers, in the texts as well, and bylines are left out.")
        if self._hides_names:
            told.append("Names of protected sources are blacked out, and numbers stand for these sources.")
        return tuple(map(self._names.note, told)) if self._names else tuple(told)

    def all_left_out(self) -> tuple[str, ...]:
        """The same, and what was held back, each as a plain sentence, for whoever gets the file."""
        counts, told = self.counts, list(self.left_out())
        if counts.held_back:
            are = "article is" if counts.held_back == 1 else "articles are"
            told.append(f"{counts.held_back:,} {are} withheld, cancelled or under an embargo and left out.")
        if counts.off_record:
            are = "annotation is" if counts.off_record == 1 else "annotations are"
            told.append(f"{counts.off_record:,} {are} off the record or under embargo, left out and blacked out.")
        if counts.older:
            are = "older version of an article is" if counts.older == 1 else "older versions of articles are"
            told.append(f"{counts.older:,} {are} left out.")
        if counts.one_sided:
            are = "article is" if counts.one_sided == 1 else "articles are"
            told.append(f"{counts.one_sided:,} {are} without the work of other readers.")
        return tuple(told)

    def title(self) -> str:
        """What the project is called outside."""
        with self.workspace.reading() as connection:
            title = mask_in(self.workspace, connection).text(queries.project_name(connection) or "")
            return self._pseudonyms_in(connection).title(title) if self.selection.pseudonyms else title

    def home_of(self, annotation_id: UUID) -> UUID | None:
        """The article of an annotation, while documents are being taken."""
        return queries.document_of_annotation(self._connection, annotation_id) if self._connection else None

    def records(self) -> Generator[DocumentRecord, None, None]:
        """The documents as they may leave, one consistent state of them. Raises Cancelled, NotFound."""
        with self.taking() as (_, ids):
            yield from self.as_they_leave(ids)

    @contextmanager
    def taking(self) -> Iterator[tuple[Connection, Sequence[UUID]]]:
        """The connection that articles are read on, and those that are asked for, all of which are to be counted."""
        with self.workspace.reading() as connection:
            self._connection = connection
            self._ids = self._ids_in(connection)
            self._going.clear()
            self._names = self._pseudonyms_in(connection) if self.selection.pseudonyms else None
            try:
                yield connection, self._ids
            finally:
                self._connection = None
        if self.counts.passed < len(self._ids):
            raise NotFound("An article to export is no longer in the project.")

    def as_they_leave(self, ids: Sequence[UUID]) -> Iterator[DocumentRecord]:
        """Some of the documents that are being taken, as they may leave; each is counted."""
        if self._connection is None:
            raise RuntimeError("nothing is being taken")
        for record in self._read(self._connection, ids, self._whose):
            yield from self._as_it_leaves(record, self._names)

    def count(self, annotations: int, *, held: bool = False) -> None:
        """Count a document that needed nothing special on its way out, or that is held back. Raises Cancelled."""
        self.refuse_cancelled()
        self.counts.passed += 1
        if held:
            self.counts.held_back += 1
        else:
            self.counts.documents += 1
            self.counts.annotations += annotations
        self._tell()

    def _as_it_leaves(self, record: DocumentRecord, names: Pseudonyms | None) -> Iterator[DocumentRecord]:
        """The document, or nothing where it does not leave."""
        self.refuse_cancelled()
        counts = self.counts
        counts.passed += 1
        if self._is_held(record):
            counts.held_back += 1
        else:
            narrowed, released = self._let_out(record, self._whose)
            counts.off_record += len(narrowed.annotations) - len(released.annotations)
            released = without(released, (), self._goes_out)
            if released.annotations or self.selection.negatives:
                counts.documents += 1
                counts.annotations += len(released.annotations)
                counts.links += _links_cut(record, released)
                yield names.document(released) if names else released
            else:
                counts.empty += 1
        self._tell()

    def refuse_cancelled(self) -> None:
        """Raises Cancelled once the export is to stop."""
        if self._cancelled and self._cancelled():
            raise Cancelled("The export was stopped; no file was written.")

    def _tell(self) -> None:
        if self._progress:
            self._progress(self.counts.passed, len(self._ids))

    def _is_held(self, record: DocumentRecord) -> bool:
        return not self.selection.with_held and hold_of(record, self._now) is not None

    def _let_out(self, record: DocumentRecord, whose: ReadingChoice) -> tuple[DocumentRecord, DocumentRecord]:
        """What is wanted of a document, and what of that may leave."""
        dropped = self._selecting.dropped(record)
        wanted = without(record, {one.id for one in dropped}) if dropped else record
        if self.selection.with_off_record:
            return wanted, wanted
        return wanted, self._release.let_out(wanted, (*whose.beside, *dropped))

    def _read(self, connection: Connection, ids: Sequence[UUID], whose: ReadingChoice) -> Iterator[DocumentRecord]:
        """The documents that are asked for, with protected names hidden."""
        mask = mask_in(self.workspace, connection)
        self._hides_names = bool(mask)
        label_set, there = self.workspace.label_set(connection), queries.documents(connection, ids)
        records = reviewed(connection, label_set, there, newest=whose.is_everybodys)
        for record in whose.of(connection, records):
            yield mask.document(record)

    def _goes_out(self, annotation_id: UUID) -> bool:
        """Whether an annotation of another article, to which a link leads, is in the export."""
        home = self.home_of(annotation_id)
        if home is None or self._connection is None or home not in self._there:
            return False
        if home not in self._going:
            if len(self._going) >= _REMEMBERED:
                self._going.clear()
            whose = ReadingChoice(self.workspace, self.selection.reading)
            there = (one for one in self._read(self._connection, [home], whose) if not self._is_held(one))
            going = (one.id for record in there for one in self._let_out(record, whose)[1].annotations)
            self._going[home] = frozenset(going)
        return annotation_id in self._going[home]

    def _ids_in(self, connection: Connection) -> list[UUID]:
        wanted = self.selection
        kept = Kept(wanted.languages, wanted.outlets, wanted.since, wanted.until)
        if wanted.documents is None:
            ids = selections.newest_ids(connection, kept)
            self.counts.older = selections.number_of_older_versions(connection, kept)
        else:
            ids = selections.narrowed_ids(connection, list(dict.fromkeys(wanted.documents)), kept)
        if wanted.split:
            ids = [key for key in ids if self._splits.get(key) == wanted.split]
        self.counts.one_sided = len(hidden_on(connection).intersection(ids))
        ids = self._whose.ids_of(connection, ids)
        self._there = frozenset(ids)
        return ids

    def _pseudonyms_in(self, connection: Connection) -> Pseudonyms:
        sources = selections.sources_of_kinds(connection, _NAMELESS)
        closed = {one.key for one in self.label_set.attributes if one.kind is not AttributeKind.TEXT}
        return Pseudonyms(sources, selections.annotators_by_key(connection), closed)


def held_articles(workspace: Workspace) -> list[UUID]:
    """The articles that an export leaves out at this moment."""
    with workspace.reading() as connection:
        return [summary.id for summary in queries.documents_to_hold(connection) if hold_of(summary)]


def _links_cut(before: DocumentRecord, after: DocumentRecord) -> int:
    """How many links of what goes out are left out, as what they lead to does not."""
    going = {one.id for one in after.annotations}
    there = sum(1 for one in before.relations if one.to_id and one.from_id in going)
    return there - sum(1 for one in after.relations if one.to_id) if there else 0


def _as_it_is_there(workspace: Workspace, wanted: Selection) -> Selection:
    """The selection in the project's own words. Raises NotFound, naming what there is, InvalidDetails for no date."""
    languages, outlets = wanted.languages, wanted.outlets
    with workspace.reading() as connection:
        if languages:
            languages = known("language", languages, sorted(queries.language_counts(connection)))
        if outlets:
            outlets = known("outlet", outlets, selections.outlets(connection))
    annotators = wanted.annotators
    if annotators:
        annotators = known("annotator", annotators, [one.name for one in people(workspace)])
    if wanted.split:
        known("part", [wanted.split], PARTS)
    since, until = day_of(wanted.since), day_of(wanted.until)
    return replace(wanted, languages=languages, outlets=outlets, annotators=annotators, since=since, until=until)
