"""Sources: who is quoted, claims or denies; entities of the project that all articles share."""

from collections.abc import Callable, Iterable, Sequence
from threading import Lock
from typing import Any, TypeVar
from uuid import UUID
from weakref import WeakKeyDictionary

from annotator.core.masking import Mask
from annotator.core.records import SourceRecord
from annotator.core.schema import LabelSet
from annotator.core.source_search import FoundSource, SourceIndex
from annotator.core.sources import Naming, Role, SourceKind, check_source_values
from annotator.errors import AnnotatorError, NotFound
from annotator.operations import protection
from annotator.operations.documents import key_range, only_one
from annotator.store import queries, relations, source_reads
from annotator.store.columns import storable
from annotator.store.tables import Source
from annotator.store.workspace import Change, Workspace

_Answer = TypeVar("_Answer")

_LONGEST_NAME = 300
_SHOWING = frozenset({"reading", "relation", "document"})
"""Changes of these may show or hide a source to somebody who reads blind (store/blindness.py)."""
_DETAILS = frozenset({"name", "aliases", "kind", "naming", "role", "gender", "protected", "note"})


def add_source(
    workspace: Workspace,
    name: str,
    annotator_id: UUID,
    *,
    aliases: Sequence[str] = (),
    kind: str = SourceKind.UNKNOWN,
    naming: str = Naming.NAMED,
    role: str = Role.UNKNOWN,
    protected: bool = False,
    note: str = "",
) -> SourceRecord:
    """A new source. Raises AnnotatorError for a name that is none, or for a value that there is not."""
    with workspace.edit("New source", annotator_id) as session:
        row = Source(name=clean_name(name))
        _write(row, {"aliases": aliases, "kind": kind, "naming": naming, "role": role})
        row.protected, row.note = protected, storable(note).rstrip()
        session.add(row)
    return relations.source_record(row)


def read_sources(workspace: Workspace, ids: Sequence[UUID] | None = None) -> list[SourceRecord]:
    """The sources with these keys that there are (None: all), in the order in which they were made."""
    with workspace.reading() as connection:
        return relations.sources(connection, ids)


def all_sources(workspace: Workspace) -> list[SourceRecord]:
    """Every source in the order in which they were made; from memory, as one needs them at every key."""
    return _ask(workspace, lambda index: index.sources())


def find_sources(workspace: Workspace, typed: str, limit: int | None = 20) -> list[FoundSource]:
    """The sources that fit what is typed so far, the best first (core/source_search.py); nothing typed: the newest.

    A protected one is found by its name, too; show it under `mask_of(workspace).name(source)`.
    """
    return _ask(workspace, lambda index: index.find(typed, limit))


def note_changes(workspace: Workspace) -> None:
    """From now on note which sources change, for `find_sources`; before anybody else is told, who may ask at once."""
    _indexes[workspace] = _Known(workspace)


def find_source(workspace: Workspace, given: str) -> SourceRecord:
    """The source with this name, alias, or name under the mask (whatever its case), or whose id alone begins so.

    Raises NotFound when there is none, or more than one.
    """
    there, wanted, mask = all_sources(workspace), " ".join(given.split()).casefold(), mask_of(workspace)
    named = [source for source in there if source.name.casefold() == wanted] or [
        source for source in there if wanted in {alias.casefold() for alias in (*source.aliases, mask.name(source))}
    ]
    if len(named) > 1:
        raise NotFound(f"More than one source is called “{given}”; give the id of one.")
    if named:
        return named[0]
    first, last = key_range(given, "source")
    found = only_one([source.id for source in there if first <= source.id <= last], given, "source")
    return next(source for source in there if source.id == found)


def counts_by_label(workspace: Workspace) -> dict[UUID, dict[str, int]]:
    """How many annotations of each label are each source's words, in the newest versions of articles."""
    with workspace.reading() as connection:
        return source_reads.counts_by_label(connection, speaking_kinds(workspace.label_set(connection)))


def speaking_kinds(label_set: LabelSet) -> frozenset[str]:
    """The attributes that say whose words an annotation is, not, say, to whom they were said."""
    first = (label_set.source_of(label.key) for label in label_set.labels)
    return frozenset(attribute.key for attribute in first if attribute)


def mask_of(workspace: Workspace) -> Mask:
    """What hides the names of protected sources from whoever is outside the newsroom."""
    return protection.mask_of(workspace)


def remove_sources(workspace: Workspace, source_ids: Iterable[UUID], annotator_id: UUID) -> None:
    """Take away sources that nothing names. Raises NotFound, and AnnotatorError for one that is named."""
    ids = list(dict.fromkeys(source_ids))
    title = "Remove source" if len(ids) == 1 else f"Remove {len(ids)} sources"
    with workspace.edit(title, annotator_id) as session:
        for start in range(0, len(ids), queries.BATCH):
            named = source_reads.times_named(session.connection(), ids[start : start + queries.BATCH])
            if named:
                with workspace.reading() as seen:  # what is hidden from who looks is not counted for them
                    number = source_reads.times_named(seen, list(named)[:1]).get(next(iter(named)), 0)
                words = "once" if number < 2 else f"{number:,} times"
                raise AnnotatorError(f"This source is named {words}; merge it with another one instead.")
        for source_id in ids:
            row = session.get(Source, source_id)
            if row is None:
                raise NotFound("This source is no longer in the project.")
            session.delete(row)


def set_source_details(workspace: Workspace, source_id: UUID, annotator_id: UUID, **details: Any) -> SourceRecord:
    """Change what is known of a source, everywhere at once: name, aliases, kind, naming, role, gender, protected, note.

    Raises NotFound, and AnnotatorError as `add_source` does.
    """
    if unknown := details.keys() - _DETAILS:
        raise AnnotatorError(f"A source has no “{min(unknown)}”; it has {', '.join(sorted(_DETAILS))}.")
    with workspace.edit("Change source", annotator_id) as session:
        row = session.get(Source, source_id)
        if row is None:
            raise NotFound("This source is no longer in the project.")
        _write(row, details)
    return relations.source_record(row)


def clean_name(name: str) -> str:
    """A name as it is kept: one line, without white space around it. Raises AnnotatorError when nothing is left."""
    cleaned = " ".join(storable(name).split())
    if not cleaned:
        raise AnnotatorError("A source needs a name; for somebody unnamed write what the article calls them.")
    if len(cleaned) > _LONGEST_NAME:
        raise AnnotatorError(f"A source’s name can be at most {_LONGEST_NAME} characters long.")
    return cleaned


def _write(row: Source, details: dict[str, Any]) -> None:
    """Put checked details into a row."""
    if "name" in details:
        row.name = clean_name(details["name"])
    if "aliases" in details:
        names = dict.fromkeys(clean_name(alias) for alias in details["aliases"] if alias.strip())
        row.aliases = list(names) or None
    if "name" in details or "aliases" in details:
        row.aliases = [alias for alias in row.aliases or () if alias != row.name] or None
    for field in ("kind", "naming", "role"):
        if field in details:
            setattr(row, field, str(details[field]))
    check_source_values(row.kind, row.naming, row.role)
    if "gender" in details:
        row.gender = storable(str(details["gender"] or "")).strip() or None
    if "protected" in details:
        row.protected = bool(details["protected"])
    if "note" in details:
        row.note = storable(str(details["note"])).rstrip()


class _Known:
    """The index of one open project; what an edit has touched is read again when somebody looks for it."""

    def __init__(self, workspace: Workspace) -> None:
        self._index: SourceIndex | None = None
        self._read_for: UUID | None = None
        self._hidden: frozenset[UUID] = frozenset()
        self._in_doubt = False
        self._stale: set[UUID] = set()
        self._lock, self._stale_lock = Lock(), Lock()
        workspace.subscribe(self._follow)

    def asked(self, workspace: Workspace, question: Callable[[SourceIndex], _Answer]) -> _Answer:
        """The answer of the index as things are now; one thread asks at a time."""
        with self._lock:
            if self._index is None or self._shows_others(workspace):
                self._read_for, self._hidden = workspace.viewer, workspace.hidden()
                self._take_stale()
                self._index = SourceIndex(read_sources(workspace))
            stale = self._take_stale()
            try:
                self._renew(self._index, workspace, stale)
            except AnnotatorError:
                self._add_stale(stale)
                raise
            return question(self._index)

    def _shows_others(self, workspace: Workspace) -> bool:
        """True when other sources may be seen now than when all were read (store/blindness.py)."""
        if self._read_for != workspace.viewer:
            return True
        in_doubt, self._in_doubt = self._in_doubt, False
        return in_doubt and (bool(self._hidden) or bool(workspace.hidden()))

    def _renew(self, index: SourceIndex, workspace: Workspace, stale: list[UUID]) -> None:
        for start in range(0, len(stale), queries.BATCH):
            part = stale[start : start + queries.BATCH]
            there = {source.id: source for source in read_sources(workspace, part)}
            for source_id in part:
                if source_id in there:
                    index.put(there[source_id])
                else:
                    index.drop(source_id)

    def _take_stale(self) -> list[UUID]:
        with self._stale_lock:
            stale, self._stale = list(self._stale), set()
        return stale

    def _add_stale(self, ids: Iterable[UUID]) -> None:
        with self._stale_lock:
            self._stale.update(ids)

    def _follow(self, change: Change) -> None:
        if not change.tables.isdisjoint(_SHOWING):
            self._in_doubt = True
        self._add_stale(row_id for table, row_id in change.rows if table == "source")


_indexes: WeakKeyDictionary[Workspace, _Known] = WeakKeyDictionary()


def _ask(workspace: Workspace, question: Callable[[SourceIndex], _Answer]) -> _Answer:
    if workspace not in _indexes:
        note_changes(workspace)
    return _indexes[workspace].asked(workspace, question)
