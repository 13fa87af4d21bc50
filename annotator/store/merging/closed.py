"""A reading that one copy has handed in or approved while its annotator went on with it in the other: to be settled.

Nothing is lost: what was changed holds, what was handed in is kept. But nobody has looked at both together.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple
from uuid import UUID

from annotator.core.identity import reading_id
from annotator.core.merging import BY_EDIT, Difference, Flat, Stamp, Touched, together
from annotator.core.readings import CLOSED, CORRECTED, OPEN
from annotator.store.merging.plan import Plan
from annotator.store.replay import RowKey

_WORK = frozenset(("annotation", "mark", "relation"))
_STATE = together("reading", "state")


class _Copy(NamedTuple):
    touched: dict[RowKey, Touched]
    rows: dict[RowKey, Flat]


def doubt_closed_readings(plan: Plan) -> None:
    """List each reading that one copy has closed while its annotator went on with it in the other one."""
    plan.know({key for key in plan.ours if key[0] == "reading"})
    ours, theirs = _Copy(plan.ours, plan.our_rows), _Copy(plan.theirs, plan.their_rows)
    for here, there in ((ours, theirs), (theirs, ours)):
        closed = {
            key[1]: touched.cells["state"].stamp
            for key, touched in here.touched.items()
            if key[0] == "reading" and _is_closed(touched, plan.present(key)) and not _has_state(there, key)
        }
        if closed:
            plan.know({key for key in there.touched if key[0] in _WORK})
            for reading, stamp in _gone_on(there).items():
                if reading in closed:
                    _doubt(plan, ("reading", reading), closed[reading], stamp)


def _is_closed(touched: Touched, image: Mapping[str, Any] | None) -> bool:
    cell = touched.cells.get("state")
    return cell is not None and cell.rank == BY_EDIT and image is not None and image.get("state") in CLOSED


def _has_state(copy: _Copy, key: RowKey) -> bool:
    """True where this copy has had its say of the state, too: which of the two holds is listed by itself."""
    touched = copy.touched.get(key)
    return touched is not None and "state" in touched.cells


def _gone_on(copy: _Copy) -> dict[UUID, Stamp]:
    """The readings of which their annotators have changed something, and when last."""
    found: dict[UUID, Stamp] = {}
    for key, touched in copy.touched.items():
        image = copy.rows.get(key) or touched.left
        owner = image.get("annotator_id")
        if key[0] in _WORK and owner and image.get("origin") != CORRECTED:
            reading = reading_id(image["document_id"], owner)
            stamps = [stamp for stamp in _changes(touched, copy.rows.get(key)) if stamp.annotator_id == owner]
            for stamp in stamps:
                found[reading] = max(found.get(reading, stamp), stamp, key=lambda one: one.order)
    return found


def _changes(touched: Touched, image: Flat | None) -> Iterator[Stamp]:
    """When what is different by now was changed by a person."""
    if image is None:
        if touched.gone and touched.existed and touched.gone_by == BY_EDIT:
            yield touched.gone
        return
    for name, cell in touched.cells.items():
        if cell.rank == BY_EDIT and image.get(name) != cell.base:
            yield cell.stamp


def _doubt(plan: Plan, key: RowKey, closed: Stamp, changed: Stamp) -> None:
    image = plan.present(key) or {}
    kept = {name: image[name] for name in _STATE if name in image}
    plan.doubt(key, "closed", Difference(_STATE, kept, closed, kept | {"state": OPEN}, changed))
