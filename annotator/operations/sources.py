"""Sources: who is quoted, claims or denies; entities of the project that all articles share."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from annotator.core.records import SourceRecord
from annotator.core.sources import Naming, Role, SourceKind, check_source_values
from annotator.errors import AnnotatorError, NotFound
from annotator.store import relations
from annotator.store.columns import storable
from annotator.store.tables import Source
from annotator.store.workspace import Workspace

_LONGEST_NAME = 300
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
        row.aliases = [alias for alias in names if alias != row.name] or None
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
