"""What every row is to be when two copies come together, and what people have to settle."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import Connection

from annotator.core.masking import BLOCK
from annotator.core.merging import Difference, Flat, Side, Stamp, Touched, merged
from annotator.store.merging.rows import images
from annotator.store.replay import RowKey

_CONFLICTS = UUID("1f0b3a7e-55ce-5c0c-8a4e-7b3f9c2d1e60")
_PROTECTED = frozenset(("name", "aliases", "note", "gender"))


@dataclass(slots=True)
class Plan:
    """Two copies, what each has done since, and what comes of it.

    `result` has a row's image where it is to be, or None where it is to go; rows that are not in it stay as they are
    here. `blank`: the other copy is a packet, in which not everything is, and some of it is masked.
    """

    here: Connection
    there: Connection
    ours: dict[RowKey, Touched]
    theirs: dict[RowKey, Touched]
    blank: bool = False
    our_rows: dict[RowKey, Flat] = field(default_factory=dict)
    their_rows: dict[RowKey, Flat] = field(default_factory=dict)
    result: dict[RowKey, Flat | None] = field(default_factory=dict)
    conflicts: dict[UUID, Flat] = field(default_factory=dict)
    notices: list[str] = field(default_factory=list)

    def know(self, keys: "set[RowKey] | dict[RowKey, Any]") -> None:
        """Read rows of both copies that have not been read yet."""
        self.our_rows |= images(self.here, [key for key in keys if key not in self.our_rows])
        self.their_rows |= images(self.there, [key for key in keys if key not in self.their_rows])

    def present(self, key: RowKey) -> Flat | None:
        """A row as it is to be; it must be known."""
        return self.result[key] if key in self.result else self.our_rows.get(key)

    def doubt(self, key: RowKey, kind: str, difference: Difference) -> None:
        """Note something that people have to settle."""
        image = self.present(key) or self.our_rows.get(key) or self.their_rows.get(key)
        row = conflict_row(key, kind, difference, image)
        self.conflicts[row["id"]] = row


def make_plan(plan: Plan) -> None:
    """Settle each row by itself that the other copy has touched."""
    plan.know(plan.theirs)
    for key, touched in plan.theirs.items():
        name = key[0]
        there = plan.their_rows.get(key)
        here = plan.our_rows.get(key)
        if plan.blank:
            there = _of_packet(name, here, there, touched)
            _doubt_masked(plan, key, here, plan.their_rows.get(key), touched)
        outcome = merged(name, Side(here, plan.ours.get(key)), Side(there, touched))
        if outcome.image != here:
            plan.result[key] = outcome.image
        for difference in outcome.differences:
            plan.doubt(key, "changed" if difference.names else "removed", difference)


def _of_packet(table: str, here: Flat | None, there: Flat | None, touched: Touched) -> Flat | None:
    """A row of a packet as it would be in a full copy: only what was changed there says something."""
    if here is None or there is None:
        return there
    written = {name for name, cell in touched.cells.items() if not _is_masked(cell.base, here.get(name))}
    if table == "project":
        written -= {"name"}
    if table == "source" and here.get("protected"):
        written -= _PROTECTED
    kept = {name: value for name, value in here.items() if name not in written}
    return kept | {name: there[name] for name in written if name in there}


def _is_masked(given: Any, here: Any) -> bool:
    """True for words that went into a packet with a name blacked out: who changed them there has not seen them all."""
    return isinstance(given, str) and BLOCK in given and given != here


def _doubt_masked(plan: Plan, key: RowKey, here: Flat | None, there: Flat | None, touched: Touched) -> None:
    """List what was changed in a packet of words with blacked-out names; what stands here stays."""
    if here is None or there is None:
        return
    for name, cell in touched.cells.items():
        said = there.get(name)
        if _is_masked(cell.base, here.get(name)) and said != cell.base and said != here.get(name):
            difference = Difference((name,), {name: here.get(name)}, None, {name: said}, cell.stamp)
            plan.doubt(key, "changed", difference)


def conflict_row(key: RowKey, kind: str, difference: Difference, image: Mapping[str, Any] | None) -> Flat:
    """The row of a conflict. Its key is the same in every copy, and whichever took in the other."""
    table, row_id = key
    document = row_id if table == "document" else (image or {}).get("document_id")
    field_name = difference.names[0] if difference.names else ""
    kept, other = _value(difference, kept=True), _value(difference, kept=False)
    said = ({name: one[name] for name in ("values", "row") if name in one} for one in (kept, other))
    both = sorted(json.dumps(one, sort_keys=True, ensure_ascii=False) for one in said)
    return {
        "id": uuid5(_CONFLICTS, "\n".join((table, row_id.hex, field_name, *both))),
        "kind": kind,
        "table_name": table,
        "row_id": row_id,
        "field": field_name,
        "kept": kept,
        "other": other,
        "settled": "",
    } | ({"document_id": document} if document else {})


def _value(difference: Difference, *, kept: bool) -> dict[str, Any]:
    values, stamp = (difference.kept, difference.kept_by) if kept else (difference.other, difference.other_by)
    if difference.names:
        found: dict[str, Any] = {"values": {name: plain((values or {}).get(name)) for name in difference.names}}
    else:
        found = {"row": None if values is None else {name: plain(value) for name, value in sorted(values.items())}}
    return found | _told(stamp)


def _told(stamp: Stamp | None) -> dict[str, Any]:
    by = stamp.annotator_id.hex if stamp and stamp.annotator_id else None
    return {"by": by, "at": stamp.at.isoformat() if stamp else None}


def plain(value: Any) -> Any:
    """A value as JSON can hold it."""
    if isinstance(value, UUID):
        return value.hex
    if isinstance(value, datetime):
        return value.isoformat()
    return value.hex() if isinstance(value, bytes) else value
