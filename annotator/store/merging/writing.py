"""What was planned is written: texts, then rows, parents before children, each noted for the journal."""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Connection, TypeDecorator, insert, select
from sqlmodel import SQLModel

from annotator.core.merging import Flat, whole
from annotator.errors import NotMergeable
from annotator.store import queries
from annotator.store.changes import Image, columns, rank, table_class
from annotator.store.columns import Bytes, Key, UtcTime
from annotator.store.merging.plan import Plan
from annotator.store.merging.rows import in_parts
from annotator.store.recorder import RecordedSession
from annotator.store.replay import RowKey
from annotator.store.tables import Original, Text, table_of

_original, _text = table_of(Original), table_of(Text)
_EARLY = frozenset(("annotator", "label_set_version"))
"""Tables in which a value may be there only once, and to which nothing that comes has to be there first."""
_BATCH = 50
_PLAIN: dict[type, type] = {Key: UUID, UtcTime: datetime, Bytes: bytes}
_UNLIKE = (
    "The other copy holds something that this program does not write. Nothing was changed; ask for the file again."
)

LookedAt = Callable[[], object]


def write(session: RecordedSession, plan: Plan, looked_at: LookedAt | None = None) -> None:
    """Make the rows here what the plan says. Texts and originals that are not here come along."""
    coming, changing, going = _sorted(plan)
    connection = session.connection()
    refuse_unlike(coming, changing)
    _bring_texts(connection, plan.there, coming.get("document", []))
    _delete(session, going, ("sentence_break", "label_set_version"))
    _change(session, [pair for pair in changing if pair[0][0] in _EARLY], looked_at)
    for name in sorted(coming, key=rank):
        _add(session, name, coming[name])
    _change(session, [pair for pair in changing if pair[0][0] not in _EARLY], looked_at)
    _delete(session, going, sorted(going, key=rank, reverse=True))
    _note_decisions(session, plan)


def _note_decisions(session: RecordedSession, plan: Plan) -> None:
    """Note what of the other copy is left out here, and what is kept here that the other one has removed."""
    recorder = session.info["recorder"]
    for key, touched in plan.theirs.items():
        here, there, result = plan.our_rows.get(key), plan.their_rows.get(key), plan.present(key)
        if here is None and there is not None and result is None:
            recorder.decided(key[0], whole(key[0], there), stays=False)
        elif here is not None and result == here and touched.gone and there is None:
            recorder.decided(key[0], whole(key[0], here), stays=True)


def _sorted(plan: Plan) -> tuple[dict[str, list[Image]], list[tuple[RowKey, Flat, Flat]], dict[str, list[Image]]]:
    coming: dict[str, list[Image]] = {}
    changing: list[tuple[RowKey, Flat, Flat]] = []
    going: dict[str, list[Image]] = {}
    for key, image in plan.result.items():
        here = plan.our_rows.get(key)
        if image is None and here is not None:
            going.setdefault(key[0], []).append(whole(key[0], here))
        elif image is not None and here is None:
            coming.setdefault(key[0], []).append(whole(key[0], image))
        elif image is not None and here is not None and image != here:
            changing.append((key, here, image))
    return coming, changing, going


def refuse_unlike(coming: dict[str, list[Image]], changing: list[tuple[RowKey, Flat, Flat]]) -> None:
    """Raise NotMergeable for values that no program of this kind writes: SQLite itself would take anything."""
    for name, rows in coming.items():
        kinds = _kinds(name)
        for row in rows:
            if not row.keys() <= kinds.keys() or any(
                not _is_like(row.get(column), kind, nullable=nullable) for column, (kind, nullable) in kinds.items()
            ):
                raise NotMergeable(_UNLIKE)
    for (name, _), _, wanted in changing:
        kinds = _kinds(name)
        if any(not _is_like(value, kinds[column][0], nullable=True) for column, value in whole(name, wanted).items()):
            raise NotMergeable(_UNLIKE)


@cache
def _kinds(name: str) -> dict[str, tuple[type, bool]]:
    """The Python type of each column of a table, and whether it may be None; `object` for JSON."""
    found: dict[str, tuple[type, bool]] = {}
    for column in table_of(table_class(name)).columns:
        of = column.type
        plain = of.impl_instance if isinstance(of, TypeDecorator) else of
        kind = object if isinstance(of, JSON) else _PLAIN.get(type(of)) or plain.python_type
        found[column.name] = kind, bool(column.nullable)
    return found


def _is_like(value: Any, kind: type, *, nullable: bool) -> bool:
    if value is None:
        return nullable
    if kind in (int, float) and isinstance(value, bool):
        return False
    return isinstance(value, (int, float)) if kind is float else isinstance(value, kind)


def _add(session: RecordedSession, name: str, rows: list[Image]) -> None:
    names = columns(name)
    for part in in_parts(sorted(rows, key=lambda row: str(row["id"]))):
        session.add_rows(table_class(name), [{column: row.get(column) for column in names} for row in part])


def _change(session: RecordedSession, pairs: Iterable[tuple[RowKey, Flat, Flat]], looked_at: LookedAt | None) -> None:
    for (name, _), here, wanted in pairs:
        before, after = whole(name, here), whole(name, wanted)
        differing = sorted(column for column in {*before, *after} if before.get(column) != after.get(column))
        if differing:
            table = table_class(name)
            session.change_row(table, before, _only(before, differing), _only(after, differing))
        if looked_at:
            looked_at()


def _only(image: Image, names: Iterable[str]) -> Image:
    return {name: image.get(name) for name in names}


def _delete(session: RecordedSession, going: dict[str, list[Image]], names: Iterable[str]) -> None:
    for name in list(names):
        table: type[SQLModel] = table_class(name)
        session.delete_rows(table, going.pop(name, []))


def _readable(row: dict[str, Any]) -> dict[str, Any]:
    try:
        row["content"].decode()
    except UnicodeDecodeError as error:
        raise NotMergeable(_UNLIKE) from error
    return row


def _bring_texts(here: Connection, there: Connection, documents: list[Image]) -> None:
    """The texts and originals of articles that come, as far as they are not here; the audit has checked them."""
    texts = {document["text_sha256"] for document in documents}
    originals = {document["original_sha256"] for document in documents}
    missing = sorted(originals - queries.known_originals(here, originals))
    found: list[dict[str, Any]] = []
    for part in in_parts(missing):
        rows = there.execute(select(_original).where(_original.c.sha256.in_(part))).mappings()
        found += [dict(row) for row in rows]
    texts |= {row["text_sha256"] for row in found}
    for wanted in in_parts(sorted(texts - queries.known_texts(here, texts))):
        for start in range(0, len(wanted), _BATCH):
            part = wanted[start : start + _BATCH]
            rows = there.execute(select(_text).where(_text.c.sha256.in_(part))).mappings()
            here.execute(insert(_text), [_readable(dict(row)) for row in rows])
    for rows_part in in_parts(found):
        here.execute(insert(_original), list(rows_part))
