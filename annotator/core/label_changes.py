"""Changes of a label set, each from a set to a new one: add, reword, reorder, retire and bring back, take over.

None of them takes anything out that may be in use; `check_label_set` has the last word on what they make. The kinds of
parts: labels, attributes, relations, rules.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from annotator.core.schema import (
    Attribute,
    AttributeKind,
    Label,
    LabelColours,
    LabelSet,
    Pattern,
    RelationKind,
    Rule,
    Severity,
    Value,
)
from annotator.errors import InvalidLabelSet

KINDS = ("labels", "attributes", "relations", "rules")
"""The kinds of parts that a label set has, by the name of its field."""

Part = Label | Attribute | RelationKind | Rule

_LONGEST_KEY = 40
_NEW_COLOURS = (
    LabelColours("#5a4a9c", "#b7a8ff", "#c9b8ff"),
    LabelColours("#2f6b3a", "#8fd19a", "#9df0a8"),
    LabelColours("#00696b", "#6fd3d0", "#7ff5f0"),
    LabelColours("#8f2d6b", "#f29ad0", "#ff9ee0"),
)


def key_from(title: str, taken: Iterable[str], noun: str = "label") -> str:
    """A key made from a title that is not taken yet: “Second-hand claim” becomes second_hand_claim.

    A title without Latin letters gives the noun with a number.
    """
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")
    stem = (stem if re.match(r"[a-z]", stem) else f"{noun}_{stem}".rstrip("_"))[: _LONGEST_KEY - 4].rstrip("_")
    used = set(taken)
    numbered = (f"{stem}_{number}" for number in range(2, len(used) + 3))
    return stem if stem not in used and stem != noun else next(key for key in numbered if key not in used)


def taken_keys(label_set: LabelSet, kind: str) -> set[str]:
    """The keys that a new part of this kind cannot have; attributes and relations share theirs."""
    kinds = ("attributes", "relations") if kind in ("attributes", "relations") else (kind,)
    return {part.key for one in kinds for part in parts(label_set, one)}


def parts(label_set: LabelSet, kind: str) -> tuple[Part, ...]:
    """The parts of one of KINDS, in order."""
    found: tuple[Part, ...] = getattr(label_set, kind)
    return found


def part(label_set: LabelSet, kind: str, key: str) -> Part:
    """The part with this key. Raises InvalidLabelSet."""
    for one in parts(label_set, kind):
        if one.key == key:
            return one
    raise InvalidLabelSet(f"There is no “{key}” among the {kind} of “{label_set.title}”.")


def add_label(label_set: LabelSet, title: str) -> tuple[LabelSet, Label]:
    """One more label, with a key, colours, a pattern and a shortcut that no other has, as far as there are any."""
    there = label_set.labels
    patterns = {label.pattern for label in label_set.offered}
    shortcuts = {label.shortcut for label in label_set.offered}
    colours = {label.colours for label in there}
    made = Label(
        key=key_from(title, taken_keys(label_set, "labels")),
        title=title,
        shortcut=next((key for key in "123456789" if key not in shortcuts), ""),
        colours=next((one for one in _NEW_COLOURS if one not in colours), _NEW_COLOURS[0]),
        pattern=next((one for one in Pattern if one not in patterns), Pattern.SOLID),
        description="",
    )
    # Before the retired and the helpers: the new one is for use.
    at = next((index for index, label in enumerate(there) if label.helper or label.retired), len(there))
    return replace(label_set, labels=(*there[:at], made, *there[at:])), made


def add_attribute(
    label_set: LabelSet, title: str, kind: AttributeKind, labels: Sequence[str] = (), values: Sequence[str] = ()
) -> tuple[LabelSet, Attribute]:
    """One more attribute, of these labels (none: of all that are no helpers); a choice has values by their titles."""
    made = Attribute(key_from(title, taken_keys(label_set, "attributes"), "field"), title, kind, tuple(labels))
    for value in values:
        made = add_value(made, value)
    return replace(label_set, attributes=(*label_set.attributes, made)), made


def add_value(attribute: Attribute, title: str) -> Attribute:
    """The attribute with one more closed value."""
    key = key_from(title, {value.key for value in attribute.values}, "value")
    return replace(attribute, values=(*attribute.values, Value(key, title)))


def add_relation(
    label_set: LabelSet, title: str, from_labels: Sequence[str], to_labels: Sequence[str]
) -> tuple[LabelSet, RelationKind]:
    """One more kind of relation between annotations with these labels."""
    key = key_from(title, taken_keys(label_set, "relations"), "link")
    made = RelationKind(key, title, title, tuple(from_labels), tuple(to_labels))
    return replace(label_set, relations=(*label_set.relations, made)), made


def add_rule(label_set: LabelSet, rule: Rule) -> LabelSet:
    """One more rule; its key is made from its message."""
    made = replace(rule, key=key_from(rule.message, taken_keys(label_set, "rules"), "rule"))
    return replace(label_set, rules=(*label_set.rules, made))


def name_new(label_set: LabelSet, kind: str, key: str, title: str) -> tuple[LabelSet, str]:
    """A part that nothing refers to yet under another title, with a key made from it; the set, and that key."""
    nouns = {"attributes": "field", "relations": "link"}
    named = key_from(title, taken_keys(label_set, kind) - {key}, nouns.get(kind, "label"))
    new = replace(part(label_set, kind, key), key=named, title=title)  # type: ignore[arg-type]  # rules have none
    return _with(label_set, kind, [new if one.key == key else one for one in parts(label_set, kind)]), named


def rename_set(label_set: LabelSet, title: str) -> LabelSet:
    """The set under another title; its id, by which the guideline that ships is found, stays."""
    return replace(label_set, title=title or label_set.title)


def change(label_set: LabelSet, kind: str, key: str, /, **details: Any) -> LabelSet:
    """The set with details of one part changed; its key never does. Raises InvalidLabelSet for a part unknown."""
    changed = replace(part(label_set, kind, key), **{**details, "key": key})
    return _with(label_set, kind, [changed if one.key == key else one for one in parts(label_set, kind)])


def move(label_set: LabelSet, kind: str, key: str, by: int) -> LabelSet:
    """The set with one part so many places further down (negative: up); at an end it stays there."""
    there = list(parts(label_set, kind))
    at = there.index(part(label_set, kind, key))
    there.insert(max(0, min(len(there) - 1, at + by)), there.pop(at))
    return _with(label_set, kind, there)


def retire(label_set: LabelSet, kind: str, key: str) -> LabelSet:
    """The set in which a label, attribute or relation is offered no more; a rule, which nothing refers to, goes."""
    if kind == "rules":
        part(label_set, kind, key)
        return _with(label_set, kind, [rule for rule in label_set.rules if rule.key != key])
    return change(label_set, kind, key, retired=True)


def bring_back(label_set: LabelSet, kind: str, key: str) -> LabelSet:
    """The set in which what was retired is offered again; a label without its shortcut where another has it now."""
    found = change(label_set, kind, key, retired=False)
    if kind == "labels":
        mine = label_set.label(key).shortcut
        if any(label.shortcut == mine for label in label_set.offered if label.key != key):
            found = change(found, kind, key, shortcut="")
    return found


def retire_value(label_set: LabelSet, attribute_key: str, value_key: str, *, retired: bool = True) -> LabelSet:
    """The set in which a value of an attribute is offered no more, or again."""
    values = tuple(
        replace(value, retired=retired) if value.key == value_key else value
        for value in label_set.attribute(attribute_key).values
    )
    return change(label_set, "attributes", attribute_key, values=values)


def take_over(present: LabelSet, wanted: LabelSet) -> LabelSet:
    """Another set, with all of the present one that it does not have kept as retired, so that no annotation is lost.

    It has the present version, so that it can be put in its place. Attributes that both have keep the present
    default, which is what annotations mean that say nothing. Rules that hold annotations back stay. Raises
    InvalidLabelSet where the two give one key to different things.
    """
    relations = _kept(present.relations, wanted.relations)
    attributes = _kept(present.attributes, wanted.attributes)
    before = {one.key: one for one in present.attributes}
    links = {relation.key for relation in relations}
    for one in attributes:
        if one.key in links or before.get(one.key, one).kind is not one.kind:
            raise InvalidLabelSet(
                f"“{one.title}” is something else in “{wanted.title}” than in “{present.title}”; "
                "one key cannot mean both."
            )
    return replace(
        wanted,
        version=present.version,
        labels=_kept(present.labels, wanted.labels),
        attributes=tuple(_completed(one, before[one.key]) if one.key in before else one for one in attributes),
        relations=relations,
        rules=(*wanted.rules, *_holding(present, wanted)),
    )


def _holding(present: LabelSet, wanted: LabelSet) -> tuple[Rule, ...]:
    """The rules by which annotations never leave, as far as the other set has none of the same key."""
    keys = {rule.key for rule in wanted.rules}
    return tuple(rule for rule in present.rules if rule.severity is Severity.HOLD and rule.key not in keys)


def refuse_losses(present: LabelSet, wanted: LabelSet) -> None:
    """Raise InvalidLabelSet where annotations made under `present` would lose something, or mean something else.

    Labels, attributes, values and relations stay (retired), and so do the kind and the default of an attribute:
    annotations that say nothing mean the default.
    """
    for noun, before, after in (
        ("label", present.labels, wanted.labels),
        ("attribute", present.attributes, wanted.attributes),
        ("relation", present.relations, wanted.relations),
    ):
        _refuse_gone(noun, before, after)
    after_all = {one.key: one for one in wanted.attributes}
    for old in present.attributes:
        new = after_all[old.key]
        _refuse_gone(f"value of “{old.title}”", old.values, new.values)
        if new.kind is not old.kind:
            raise InvalidLabelSet(f"What “{old.title}” holds cannot change; add another field and retire this one.")
        if new.default != old.default:
            raise InvalidLabelSet(
                f"What “{old.title}” says by itself cannot change: annotations that say nothing mean it. "
                "Add another field and retire this one."
            )


def _refuse_gone(noun: str, before: Sequence[Any], after: Sequence[Any]) -> None:
    kept = {one.key for one in after}
    if gone := [one.title for one in before if one.key not in kept]:
        raise InvalidLabelSet(f"The {noun} “{gone[0]}” may be in use: retire it instead of taking it out.")


def _completed(attribute: Attribute, before: Attribute) -> Attribute:
    """An attribute of another set that the present one has, too: with its values and its default."""
    return replace(attribute, values=_kept(before.values, attribute.values), default=before.default)


def _kept(present: Sequence[Any], wanted: Sequence[Any]) -> tuple[Any, ...]:
    """What is wanted, and then as retired what there is besides."""
    keys = {one.key for one in wanted}
    return (*wanted, *(replace(one, retired=True) for one in present if one.key not in keys))


def _with(label_set: LabelSet, kind: str, changed: Iterable[Part]) -> LabelSet:
    found: dict[str, Any] = {kind: tuple(changed)}
    return replace(label_set, **found)
