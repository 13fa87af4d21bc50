"""The label set, when both copies have changed it: one goes on, with what the other one had kept, retired.

All versions of both stay. Two of the same number cannot: the later one, and what was made under it, gets the next.
"""

import json
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import select

from annotator.core.label_changes import take_over
from annotator.core.merging import BY_EDIT, Flat, Touched
from annotator.core.schema_file import read_label_set, write_label_set
from annotator.errors import InvalidLabelSet
from annotator.store.merging.plan import Plan
from annotator.store.merging.uniques import change, coming, rows_with
from annotator.store.replay import RowKey
from annotator.store.tables import LabelSetVersion, table_of

_JOINED = UUID("3c6d2b51-7a0e-5b39-8f55-0f6b7f2f4ad3")
_TOLD = (
    "Both copies have changed the label set: version {version} goes on from the later one, and keeps the labels of the "
    "other one as retired ones. All versions are kept."
)

_Data = dict[str, Any]


@dataclass(slots=True)
class _Moved:
    """The new numbers of versions, by the old ones, of what each copy has made."""

    ours: dict[int, int] = field(default_factory=dict)
    theirs: dict[int, int] = field(default_factory=dict)


def settle_label_set(plan: Plan) -> None:
    """Give every version a number of its own, and the project the set that goes on."""
    moved = _number(plan) if coming(plan, "label_set_version") else _Moved()
    _follow(plan, plan.ours, moved.ours)
    _follow(plan, plan.theirs, moved.theirs)
    for key in {key for touched in (plan.ours, plan.theirs) for key in touched if key[0] == "project"}:
        _go_on(plan, key, moved)


def _all_versions(plan: Plan) -> dict[UUID, Flat]:
    column = table_of(LabelSetVersion).c.id
    known = set(plan.here.execute(select(column)).scalars())
    return rows_with(plan, "label_set_version", column, known | coming(plan, "label_set_version").keys())


def _number(plan: Plan) -> _Moved:
    versions, moved = _all_versions(plan), _Moved()
    newest = max(image["version"] for image in versions.values())
    by_number: dict[int, list[UUID]] = {}
    for key in sorted(versions, key=lambda key: (_is_made_since(plan, key), key)):
        by_number.setdefault(versions[key]["version"], []).append(key)
    for number, keys in sorted(by_number.items()):
        for key in keys[1:]:
            if _says_the_same(versions[key], versions[keys[0]]):
                plan.result["label_set_version", key] = None
                continue
            newest += 1
            label_set = {**versions[key]["label_set"], "version": newest}
            change(plan, ("label_set_version", key), version=newest, label_set=label_set)
            side = moved.theirs if ("label_set_version", key) in plan.theirs else moved.ours
            side[number] = newest
    return moved


def _is_made_since(plan: Plan, version: UUID) -> bool:
    key = "label_set_version", version
    return key in plan.ours or key in plan.theirs


def _says_the_same(one: Flat, other: Flat) -> bool:
    return bool(one["label_set"] == other["label_set"] and one.get("guideline") == other.get("guideline"))


def _follow(plan: Plan, touched: dict[RowKey, Touched], moved: dict[int, int]) -> None:
    """What one copy has made under a version has that version's new number."""
    if not moved:
        return
    made = {
        key
        for key, one in touched.items()
        if key[0] == "annotation" and "guideline_version" in one.cells and not one.gone
    }
    plan.know(made)
    for key in made:
        image = plan.present(key)
        if image is not None and image.get("guideline_version") in moved:
            change(plan, key, guideline_version=moved[image["guideline_version"]])


def _go_on(plan: Plan, key: RowKey, moved: _Moved) -> None:
    """Let the project have the label set of the copy that has changed it, or both put together."""
    plan.know({key})
    here = _renumbered(plan.our_rows[key]["label_set"], moved.ours)
    there = _renumbered(plan.their_rows[key]["label_set"], moved.theirs)
    ours, theirs = plan.ours.get(key), plan.theirs.get(key)
    mine = ours.cells.get("label_set") if ours else None
    other = theirs.cells.get("label_set") if theirs else None
    if other is None or (mine and mine.rank > other.rank) or (mine and here == there):
        change(plan, key, label_set=here)
    elif mine is None or mine.rank < other.rank:
        change(plan, key, label_set=there)
    elif mine.rank < BY_EDIT:
        change(plan, key, label_set=max(here, there, key=lambda one: (one["version"], _written(one))))
    else:
        later, earlier = (there, here) if other.stamp.order > mine.stamp.order else (here, there)
        _join(plan, key, later, earlier)


def _renumbered(label_set: _Data, moved: dict[int, int]) -> _Data:
    return {**label_set, "version": moved.get(label_set["version"], label_set["version"])}


def _join(plan: Plan, project: RowKey, later: _Data, earlier: _Data) -> None:
    versions = _all_versions(plan)
    number = max(later["version"], earlier["version"], *(image["version"] for image in versions.values())) + 1
    wanted = read_label_set(later)
    try:
        joined = take_over(read_label_set(earlier), wanted)
    except InvalidLabelSet:  # one key means two things in them: the later one alone goes on
        joined = wanted
    label_set = write_label_set(replace(joined, version=number))
    change(plan, project, label_set=label_set)
    row: Flat = {"id": uuid5(_JOINED, project[1].hex + _written(label_set)), "version": number, "label_set": label_set}
    guideline = _guideline(plan.present(project) or {})
    plan.result["label_set_version", row["id"]] = row | ({"guideline": guideline} if guideline else {})
    plan.notices.append(_TOLD.format(version=number))


def _written(label_set: _Data) -> str:
    return json.dumps(label_set, sort_keys=True)


def _guideline(project: Flat) -> _Data:
    """The guideline of the project as it is to be."""
    prefix = "guideline."
    return {name.removeprefix(prefix): value for name, value in project.items() if name.startswith(prefix)}
