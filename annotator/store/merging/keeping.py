"""No row without what it refers to: what one copy has removed stays where the other one needs it.

A link is nothing by itself: where an annotation that it ties has been removed, it goes, and is listed.
"""

from collections.abc import Iterator
from uuid import UUID

from annotator.core.merging import Difference, Flat, Side, Stamp, Touched, removal
from annotator.store.changes import table_class
from annotator.store.merging.plan import Plan
from annotator.store.merging.rows import parents, rows_where
from annotator.store.replay import RowKey
from annotator.store.tables import table_of

_PARENTS = parents()
CHILDREN: dict[str, list[tuple[str, str]]] = {}
for _child, _columns in _PARENTS.items():
    for _column, _parent in _columns:
        CHILDREN.setdefault(_parent, []).append((_child, _column))


def keep_what_is_needed(plan: Plan) -> None:
    """Bring back what rows that stay refer to, and let links go that lead nowhere, until all fits."""
    for row in list(plan.conflicts.values()):
        if row["kind"] == "removed" and row["table_name"] == "document":
            _bring_back_with(plan, row["row_id"], keep_listed=row["id"])
    while True:
        missing = {*_needed_by_new(plan), *_needed_here(plan)}
        if not missing:
            return
        for child, parent in sorted(missing, key=_turn):
            if plan.present(parent) is not None or plan.present(child) is None:
                continue
            if child[0] == "relation" and parent[0] == "annotation":
                _let_go(plan, child, parent)
            else:
                _bring_back(plan, child, parent)


def _turn(missing: tuple[RowKey, RowKey]) -> tuple[int, str]:
    """First what brings annotations back, then the links that find none, then the sources of those that are left."""
    child, parent = missing
    if child[0] == "relation":
        return {"annotation": 1, "source": 2}.get(parent[0], 0), str(missing)
    return 0, str(missing)


def _needed_by_new(plan: Plan) -> Iterator[tuple[RowKey, RowKey]]:
    """Rows that come or change, with what they refer to and is not there."""
    wanted: dict[RowKey, list[RowKey]] = {}
    for key, image in plan.result.items():
        for parent in _parents_of(key[0], image) if image is not None else ():
            wanted.setdefault(parent, []).append(key)
    plan.know({parent for parent in wanted if parent not in plan.result})
    for parent, children in wanted.items():
        if plan.present(parent) is None:
            yield from ((child, parent) for child in children)


def _parents_of(table: str, image: Flat) -> Iterator[RowKey]:
    return ((parent, image[column]) for column, parent in _PARENTS[table] if image.get(column) is not None)


def _needed_here(plan: Plan) -> Iterator[tuple[RowKey, RowKey]]:
    """Rows that are here and stay, with what they refer to and is to go."""
    going = {key for key, image in plan.result.items() if image is None and key in plan.our_rows}
    for table in {name for name, _ in going}:
        ids = {row_id for name, row_id in going if name == table}
        for child, column in CHILDREN.get(table, ()):
            columns = table_of(table_class(child)).c
            for image in rows_where(plan.here, child, columns[column], ids):
                key = child, image["id"]
                plan.our_rows.setdefault(key, image)
                staying = plan.present(key)
                if staying is not None and staying.get(column) in ids:
                    yield key, (table, staying[column])


def _let_go(plan: Plan, child: RowKey, parent: RowKey) -> None:
    gone = _gone(plan, parent)
    plan.doubt(child, "tie", Difference((), None, gone.gone if gone else None, plan.present(child), _last(plan, child)))
    plan.result[child] = None


def _bring_back(plan: Plan, child: RowKey, parent: RowKey) -> None:
    gone = _gone(plan, parent)
    image = _as_it_is(plan, parent)
    if image is None:  # neither copy has it any more: what refers to it cannot stay either
        _let_go(plan, child, parent)
        return
    _stay(plan, parent, image)
    if parent[0] == "document":
        _bring_back_with(plan, parent[1])
    if gone:
        plan.doubt(parent, "removed", removal(Side(image, None), gone))


def _bring_back_with(plan: Plan, article: UUID, keep_listed: UUID | None = None) -> None:
    """All that went with an article comes back with it."""
    for touched_there in (plan.theirs, plan.ours):
        keys = {key for key, touched in touched_there.items() if touched.article == article and touched.gone}
        plan.know(keys)
        for key in keys:
            image = _as_it_is(plan, key)
            if image is not None:
                _stay(plan, key, image)
    of_it = [row for row in plan.conflicts.values() if row["kind"] == "removed" and row.get("document_id") == article]
    for row in of_it:
        touched = _gone(plan, (row["table_name"], row["row_id"]))
        if touched and touched.article == article and row["id"] != keep_listed:
            del plan.conflicts[row["id"]]


def _stay(plan: Plan, key: RowKey, image: Flat) -> None:
    if plan.our_rows.get(key) == image:
        plan.result.pop(key, None)
    else:
        plan.result[key] = image


def _as_it_is(plan: Plan, key: RowKey) -> Flat | None:
    """A removed row as the copy has it that did not remove it."""
    if key in plan.our_rows:
        return plan.our_rows[key]
    ours = plan.ours.get(key)
    if plan.blank and ours is not None and ours.gone:
        theirs, there = plan.theirs.get(key), plan.their_rows.get(key, {})
        written = theirs.cells if theirs else {}
        return ours.left | {name: there[name] for name in written if name in there}
    return plan.their_rows.get(key)


def _gone(plan: Plan, key: RowKey) -> Touched | None:
    """What was done to a row by the copy that removed it."""
    return next((one for one in (plan.ours.get(key), plan.theirs.get(key)) if one and one.gone), None)


def _last(plan: Plan, key: RowKey) -> Stamp | None:
    """The last change of a row in either copy."""
    both = (touched for touched in (plan.ours.get(key), plan.theirs.get(key)) if touched)
    stamps = (cell.stamp for touched in both for cell in touched.cells.values())
    return max(stamps, key=lambda stamp: stamp.order, default=None)
