"""Two copies of a project were changed since they were one: what each row is to be when they come together.

Row by row and column by column, and the same whichever copy takes in the other. What only one copy has changed is
taken; what both have changed differently is a difference for people to settle, and the later change holds meanwhile.
What an earlier coming together has written counts less than what a person has done.

A *flat* image names each key of a column whose keys are choices of their own by itself, as `attributes.modality`.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final, NamedTuple
from uuid import UUID

Flat = dict[str, Any]
"""A row's columns that are not None, flat."""

BY_KEY: Final[Mapping[str, frozenset[str]]] = {
    "annotation": frozenset(("attributes",)),
    "project": frozenset(("quotes", "guideline", "suggestions", "review")),
}
"""Columns whose keys are choices of their own."""

_LISTED: Final = ("kind", "kept", "other")

TOGETHER: Final[Mapping[str, tuple[tuple[str, ...], ...]]] = {
    "annotation": (("start_char", "end_char", "segments"),),
    "document": (
        ("published", "published_at"),
        ("language", "language_by_hand", "language_confidence", "also_in"),
    ),
    "reading": (("state", "reason", "submission_id", "reviewer_id", "version"), ("assigned_by", "assigned_at")),
    "ruling": (("verdict", "settles", "keeps", "label", "start_char", "end_char", "segments", "attributes"),),
    "merge_conflict": (("settled", "settled_by"), _LISTED),
}
"""Columns that say one thing only together: half of one copy and half of the other would say what nobody said."""

_QUIET: Final[Mapping[str, frozenset[str]]] = {
    "document": frozenset(("sentence_ends", "copy_group")),
    "merge_conflict": frozenset(("kind", "kept", "other", "settled", "settled_by")),
    "reading": frozenset(("submitted_at", "saw_others", "blind")),
    "project": frozenset(("packet", "label_set")),
}
"""Columns about which nobody has to decide: they are worked out, or a rule of their own settles them."""

BY_EDIT: Final = 2
BY_MERGE: Final = 1
"""How much a change counts: what a person did, and what an earlier merge wrote."""


class _Absent:
    """Stands for the value in a row that was not there."""


ABSENT: Final = _Absent()


class Stamp(NamedTuple):
    """When a change was made, by whom, and where in the journal: the later of two is the same in every copy."""

    at: datetime
    chain: UUID
    sequence: int
    annotator_id: UUID | None = None

    @property
    def order(self) -> tuple[datetime, UUID, int]:
        """What the later of two is found by."""
        return self.at, self.chain, self.sequence


class Cell(NamedTuple):
    """What has happened to one column: its value before, when it was changed last, and how much that counts."""

    base: Any
    stamp: Stamp
    rank: int


@dataclass(slots=True)
class Touched:
    """What one copy has done to a row since both copies knew the same.

    `existed`: it was there before. `gone` and `gone_by` say when it went, and how much that counts, for one that is
    not there any more; `left` is what it was then, `article` the article that went with it in one edit.
    """

    existed: bool
    cells: dict[str, Cell] = field(default_factory=dict)
    gone: Stamp | None = None
    gone_by: int = 0
    left: Flat = field(default_factory=dict)
    article: UUID | None = None

    def note(self, before: Flat | None, after: Flat | None, stamp: Stamp, rank: int) -> None:
        """Take in one change, in the order of the copy's journal; an update has only what differs."""
        if after is None:
            self.gone, self.gone_by, self.left = stamp, rank, before or {}
            return
        if before is None:
            known = self.left if self.gone else None
            for name in {**self.left, **after}:
                self._put(name, ABSENT if known is None else known.get(name), stamp, rank)
            self.gone, self.gone_by, self.article = None, 0, None
            return
        for name in {**before, **after}:
            if before.get(name) != after.get(name):
                self._put(name, before.get(name), stamp, rank)

    def _put(self, name: str, base: Any, stamp: Stamp, rank: int) -> None:
        known = self.cells.get(name)
        if known is None or rank > known.rank:
            self.cells[name] = Cell(base, stamp, rank)
        elif rank == known.rank:
            self.cells[name] = Cell(known.base, max(known.stamp, stamp, key=_order), rank)


class Side(NamedTuple):
    """A row in one copy: what it is there, None for gone or never there, and what has been done to it."""

    image: Flat | None
    touched: Touched | None


class Difference(NamedTuple):
    """What the two copies say differently. Names and values are those of flat images; None for the row as a whole."""

    names: tuple[str, ...]
    kept: Flat | None
    kept_by: Stamp | None
    other: Flat | None
    other_by: Stamp | None


@dataclass(slots=True)
class Outcome:
    """What a row is to be, None for gone, and what people have to settle about it."""

    image: Flat | None
    differences: list[Difference] = field(default_factory=list)


def flat(table: str, image: Mapping[str, Any] | None) -> Flat:
    """An image, whole or of what differs, with the keys that are choices of their own by themselves."""
    columns = BY_KEY.get(table, frozenset())
    found: Flat = {}
    for name, value in (image or {}).items():
        if name in columns:
            found |= {f"{name}.{key}": one for key, one in (value or {}).items()}
        else:
            found[name] = value
    return found


def whole(table: str, flattened: Flat) -> dict[str, Any]:
    """The image that a flat one is of, without what is None."""
    columns = BY_KEY.get(table, frozenset())
    found: dict[str, Any] = {}
    for name, value in flattened.items():
        column, _, key = name.partition(".")
        if value is None:
            continue
        if column in columns and key:
            found.setdefault(column, {})[key] = value
        else:
            found[name] = value
    return found


def together(table: str, name: str) -> tuple[str, ...]:
    """The columns that say one thing together with this one, it among them."""
    return next((group for group in TOGETHER.get(table, ()) if name in group), (name,))


def merged(table: str, ours: Side, theirs: Side) -> Outcome:
    """What a row is to be of which at least one copy has changed something."""
    if ours.image is not None and theirs.image is not None:
        return _both(table, ours, theirs)
    if ours.image is None and theirs.image is None:
        return Outcome(None)
    there, away = (ours, theirs) if theirs.image is None else (theirs, ours)
    return _one(table, there, away)


def _one(table: str, there: Side, away: Side) -> Outcome:
    """One copy has the row, the other one has not."""
    gone = away.touched
    if gone is None or gone.gone is None or (gone.gone_by == BY_EDIT and not gone.existed):
        return Outcome(there.image)
    if not _is_changed(table, there):
        return Outcome(None)
    if gone.gone_by < BY_EDIT:
        return Outcome(there.image)
    return Outcome(there.image, [removal(there, gone)])


def removal(there: Side, gone: Touched) -> Difference:
    """One copy has removed a row, which stays because the other one needs it."""
    cells = there.touched.cells.values() if there.touched else ()
    return Difference((), there.image, _latest(cell.stamp for cell in cells), None, gone.gone)


def _is_changed(table: str, side: Side) -> bool:
    """True when a person has changed something of a row, and it is not as it was again."""
    if side.touched is None or side.image is None:
        return False
    quiet = _QUIET.get(table, frozenset())
    cells = side.touched.cells.items()
    return any(cell.rank == BY_EDIT and side.image.get(name) != cell.base for name, cell in cells if name not in quiet)


def _both(table: str, ours: Side, theirs: Side) -> Outcome:
    assert ours.image is not None
    assert theirs.image is not None
    found = Outcome(dict(ours.image))
    names = {*(ours.touched.cells if ours.touched else ()), *(theirs.touched.cells if theirs.touched else ())}
    done: set[str] = set()
    for name in sorted(names):
        if name not in done:
            group = together(table, name)
            done.update(group)
            _settle(table, found, group, ours, theirs)
    return found


def _settle(table: str, found: Outcome, group: Sequence[str], ours: Side, theirs: Side) -> None:
    """Choose for columns that go together, and say what is in doubt."""
    here, there = _values(ours, group), _values(theirs, group)
    if here == there or found.image is None:
        return
    if (table, group) == ("merge_conflict", _LISTED):
        held = max(here, there, key=_listing)
        found.image |= held
        return
    special = _SPECIAL.get((table, group[0]))
    if special and _rank(ours, group) and _rank(theirs, group):
        found.image[group[0]] = special(here.get(group[0]), there.get(group[0]))
        return
    taken, doubtful = _choice(group, ours, theirs)
    if taken:
        for name in group:
            found.image.pop(name, None)
        found.image |= there
    if doubtful and not _QUIET.get(table, frozenset()).issuperset(group):
        mine, other = (theirs, ours) if taken else (ours, theirs)
        found.differences.append(
            Difference(
                tuple(group), _values(mine, group), _last(mine, group), _values(other, group), _last(other, group)
            )
        )


def _listing(listed: Flat) -> tuple[str, str]:
    """Which of two copies' words for one conflict holds: what they say decides, the later change first.

    Each merge that takes such words in stamps them anew, so that by their stamps copies would swap them for ever.
    """
    kept = listed.get("kept")
    at = kept.get("at") if isinstance(kept, dict) else None
    return str(at or ""), json.dumps(listed, sort_keys=True)


def _choice(group: Sequence[str], ours: Side, theirs: Side) -> tuple[bool, bool]:
    """Whether theirs is taken, and whether that is in doubt."""
    our_rank, their_rank = _rank(ours, group), _rank(theirs, group)
    if our_rank != their_rank:
        return their_rank > our_rank, False
    if our_rank == BY_EDIT and _has_base(group, ours, theirs):
        if _is_as_it_was(group, ours):
            return True, False
        if _is_as_it_was(group, theirs):
            return False, False
    mine, other = _last(ours, group), _last(theirs, group)
    return bool(mine and other and other.order > mine.order), our_rank == BY_EDIT


def _has_base(group: Sequence[str], ours: Side, theirs: Side) -> bool:
    """True when both copies agree on what was there before they went apart."""
    mine, other = _cells(ours, group), _cells(theirs, group)
    shared = mine.keys() & other.keys()
    return all(mine[name].base == other[name].base is not ABSENT for name in shared)


def _is_as_it_was(group: Sequence[str], side: Side) -> bool:
    cells = _cells(side, group).items()
    return side.image is not None and all(side.image.get(name) == cell.base for name, cell in cells)


def _cells(side: Side, group: Sequence[str]) -> dict[str, Cell]:
    cells = side.touched.cells if side.touched else {}
    return {name: cells[name] for name in group if name in cells}


def _rank(side: Side, group: Sequence[str]) -> int:
    return max((cell.rank for cell in _cells(side, group).values()), default=0)


def _last(side: Side, group: Sequence[str]) -> Stamp | None:
    rank = _rank(side, group)
    return _latest(cell.stamp for cell in _cells(side, group).values() if cell.rank == rank)


def _latest(stamps: Iterable[Stamp]) -> Stamp | None:
    return max(stamps, key=_order, default=None)


def _order(stamp: Stamp) -> tuple[datetime, UUID, int]:
    return stamp.order


def _values(side: Side, group: Sequence[str]) -> Flat:
    image = side.image or {}
    return {name: image[name] for name in group if image.get(name) is not None}


def _earlier(one: datetime | None, other: datetime | None) -> datetime | None:
    known = [moment for moment in (one, other) if moment is not None]
    return min(known, default=None)


def _either(one: bool | None, other: bool | None) -> bool:
    return bool(one or other)


_SPECIAL: Final[Mapping[tuple[str, str], Any]] = {
    ("reading", "submitted_at"): _earlier,
    ("reading", "saw_others"): _either,
    ("reading", "blind"): _either,
}
"""Columns with a rule of their own: the first submission is the earlier one; what was seen in one copy was seen."""


def numbered_names(names: Mapping[UUID, str]) -> Iterator[tuple[UUID, str]]:
    """New names for people of whom two have the same one: who came first keeps it, the others get a number."""
    taken = set(names.values())
    seen: set[str] = set()
    for key in sorted(names):
        name = names[key]
        if name in seen:
            number = 2
            while f"{name} ({number})" in taken:
                number += 1
            name = f"{name} ({number})"
            taken.add(name)
            yield key, name
        seen.add(name)
