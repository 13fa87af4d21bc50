"""What a changed label set changes, part by part, so that it can be said in words before it is done."""

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from enum import StrEnum
from typing import NamedTuple

from annotator.core.label_changes import KINDS, Part, parts
from annotator.core.schema import Attribute, LabelSet


class Change(StrEnum):
    """What happens to a part of a label set."""

    ADDED = "added"
    RENAMED = "renamed"
    RETIRED = "retired"
    BROUGHT_BACK = "brought_back"
    REMOVED = "removed"
    CHANGED = "changed"
    REORDERED = "reordered"


class Difference(NamedTuple):
    """One thing that changes. `kind` is one of KINDS, "values" for a value (then `of` is its attribute), or "set".

    `before` and `after` are titles, "" where there is none; for what is reordered there is one for all, without a key.
    """

    change: Change
    kind: str
    key: str
    before: str
    after: str
    of: str = ""


def differences(before: LabelSet, after: LabelSet) -> list[Difference]:
    """All that changes, labels first; nothing for two sets that differ in nothing but their version."""
    found = []
    if (before.id, before.title) != (after.id, after.title):
        found.append(Difference(Change.RENAMED, "set", after.id, before.title, after.title))
    for kind in KINDS:
        found += _between(kind, parts(before, kind), parts(after, kind))
        if kind == "attributes":
            found += _values(before, after)
    return found


def title_of(part: object) -> str:
    """The words that a person knows a part by: a rule by its message."""
    return str(getattr(part, "title", "") or getattr(part, "message", ""))


def _between(kind: str, before: Sequence[Part], after: Sequence[Part], of: str = "") -> Iterator[Difference]:
    old, new = {part.key: part for part in before}, {part.key: part for part in after}
    for key, part in new.items():
        if key not in old:
            # What another set brings along as retired is no news to anybody.
            if not getattr(part, "retired", False):
                yield Difference(Change.ADDED, kind, key, "", title_of(part), of)
        elif part != old[key]:
            yield from _of_part(kind, old[key], part, of)
    for key, part in old.items():
        if key not in new:
            yield Difference(Change.REMOVED, kind, key, title_of(part), "", of)
    kept = [key for key in old if key in new]
    if kept != [key for key in new if key in old]:
        yield Difference(Change.REORDERED, kind, "", "", "", of)


def _of_part(kind: str, old: Part, new: Part, of: str) -> Iterator[Difference]:
    titles = title_of(old), title_of(new)
    if titles[0] != titles[1]:
        yield Difference(Change.RENAMED, kind, new.key, *titles, of)
    was, is_now = getattr(old, "retired", False), getattr(new, "retired", False)
    if was != is_now:
        yield Difference(Change.RETIRED if is_now else Change.BROUGHT_BACK, kind, new.key, *titles, of)
    if _without_these(old) != _without_these(new):
        yield Difference(Change.CHANGED, kind, new.key, *titles, of)


def _without_these(part: Part) -> Part:
    """A part without what is told in words of its own."""
    names = {field.name for field in fields(part)}
    plain = {"title": "", "message": "", "retired": False, "values": ()}
    told = {name: value for name, value in plain.items() if name in names}
    return replace(part, **told)  # type: ignore[arg-type]  # only what it has


def _values(before: LabelSet, after: LabelSet) -> Iterator[Difference]:
    old = {attribute.key: attribute for attribute in before.attributes}
    for attribute in after.attributes:
        if attribute.key in old:
            yield from _values_of(old[attribute.key], attribute)


def _values_of(old: Attribute, new: Attribute) -> Iterator[Difference]:
    yield from _between("values", old.values, new.values, new.title)  # type: ignore[arg-type]  # they have key and title
