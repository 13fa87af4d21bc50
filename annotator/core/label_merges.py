"""Two labels, attributes or values of a label set become one: what the set is then, and what cannot be one.

The merges say what the set is; that of one that is merged already is itself. The refusals are asked before, once. What
annotations mean by saying nothing goes over, too: `unsaid` tells whose default has to be written out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from annotator.core.attributes import value_of
from annotator.core.label_changes import change, key_from, retire, retire_value, taken_keys
from annotator.core.replies import ACCUSES, REPLY_STATUS, STATUSES
from annotator.core.schema import Attribute, Condition, LabelSet, Rule, Severity, holds
from annotator.errors import InvalidLabelSet


@dataclass(frozen=True, slots=True)
class Unsaid:
    """What annotations mean that say nothing of a field which is merged away, and did not have the other one.

    Those are meant with one of `labels`, made while the field was asked: until `version` of the label set.
    """

    field: Attribute
    value: Any
    labels: frozenset[str]
    version: int
    after: LabelSet

    def is_meant(self, label: str, version: int | None, attributes: Mapping[str, Any]) -> bool:
        """True for an annotation that was asked for the field and whose saying nothing meant `value`."""
        there = {one.key: one for one in self.after.attributes}
        return (
            label in self.labels
            and (version is None or version <= self.version)
            and self.field.key not in attributes
            and holds(self.field.shown_when, lambda key: value_of(there[key], attributes))
        )


def unsaid(before: LabelSet, after: LabelSet, key: str, into: str) -> Unsaid | None:
    """Whose saying nothing of `key` has to be written out now that `into` has taken its place; None: nobody's.

    `before` is the set in which the field was still asked, `after` one in which the two are merged.
    """
    there = {one.key: one for one in before.attributes}
    old, new = after.attribute(key), after.attribute(into)
    meant = value_of(old, {})
    had = _labels_of(before, there[into]) if into in there else set()
    labels = frozenset(_labels_of(after, old)) - had
    if key not in there or meant in (None, value_of(new, {})) or not labels:
        return None
    return Unsaid(old, meant, labels, before.version, after)


def merge_labels(label_set: LabelSet, key: str, into: str) -> LabelSet:
    """The set in which a label is retired for another, which gets its attributes, its links and its rules."""
    _refuse_itself(key, into)
    for one in (key, into):
        label_set.label(one)
    attributes = [replace(one, labels=_joined(one.labels, key, into)) for one in label_set.attributes]
    relations = [
        replace(one, from_labels=_joined(one.from_labels, key, into), to_labels=_joined(one.to_labels, key, into))
        for one in label_set.relations
    ]
    rules = [replace(one, labels=_joined(one.labels, key, into)) for one in label_set.rules]
    made = replace(label_set, attributes=tuple(attributes), relations=tuple(relations), rules=tuple(rules))
    return retire(made, "labels", key)


def merge_attributes(label_set: LabelSet, key: str, into: str) -> LabelSet:
    """The set in which an attribute is retired for another of its kind, which gets its labels, values and conditions.

    What holds annotations back does so by either of the two: in older versions of articles the old one stays.
    """
    _refuse_itself(key, into)
    old, new = label_set.attribute(key), label_set.attribute(into)
    if old.kind is not new.kind:
        raise InvalidLabelSet(f"“{old.title}” and “{new.title}” hold different things; they cannot be one.")
    known = {value.key for value in new.values}
    values = (*new.values, *(value for value in old.values if value.key not in known))
    many = old.many or new.many
    made = change(label_set, "attributes", into, values=values, labels=_labels_of_both(label_set, old, new), many=many)
    return retire(_asking(made, key, into), "attributes", key)


def refuse_unlike(label_set: LabelSet, key: str, into: str) -> None:
    """Raise InvalidLabelSet where an attribute would mean something else for being merged into another.

    Annotations that say nothing must mean what they meant, what is said must still be asked for, and the right of reply
    goes by the keys of its own fields.
    """
    old, new = label_set.attribute(key), label_set.attribute(into)
    if new.retired:
        raise InvalidLabelSet(f"“{new.title}” is retired in this project; choose another or bring it back.")
    if key in (ACCUSES, REPLY_STATUS):
        raise InvalidLabelSet(
            f"The right of reply goes by “{old.title}”; merge “{new.title}” into it instead, and rename it."
        )
    if _sorted(old.shown_when) != _sorted(new.shown_when):
        raise InvalidLabelSet(
            f"“{old.title}” and “{new.title}” are asked under different conditions; give both the same one first."
        )
    says = value_of(new, {})
    if value_of(old, {}) is None and says is not None and _labels_of(label_set, old) - _labels_of(label_set, new):
        raise InvalidLabelSet(
            f"“{new.title}” says something by itself and “{old.title}” does not, so annotations would come to say what "
            f"nobody meant; merge “{new.title}” into “{old.title}” instead."
        )


def _sorted(condition: Condition) -> list[tuple[str, list[str]]]:
    return sorted((key, sorted(values)) for key, values in condition)


def _labels_of(label_set: LabelSet, attribute: Attribute) -> set[str]:
    """The labels whose annotations have an attribute."""
    return {label.key for label in label_set.labels if attribute.is_of(label)}


def _labels_of_both(label_set: LabelSet, old: Attribute, new: Attribute) -> tuple[str, ...]:
    """The labels of two attributes; none, which means all but marks, where that says it."""
    if old.labels and new.labels:
        return tuple(dict.fromkeys((*new.labels, *old.labels)))
    every = [label.key for label in label_set.labels if not label.helper]
    marks = [key for key in (*new.labels, *old.labels) if key not in every]
    return tuple(dict.fromkeys((*every, *marks))) if marks else ()


def _asking(label_set: LabelSet, key: str, into: str) -> LabelSet:
    """The set in which conditions and rules ask an attribute for what they asked another one."""

    def rewritten(condition: Condition) -> Condition:
        found: dict[str, tuple[str, ...]] = {}
        for one, values in condition:
            asked = into if one == key else one
            found[asked] = tuple(dict.fromkeys((*found.get(asked, ()), *values)))
        return tuple(found.items())

    def shown_when(one: Attribute) -> Condition:
        return tuple((asked, values) for asked, values in rewritten(one.shown_when) if asked != one.key)

    rules: list[Rule] = []
    for rule in label_set.rules:
        needs = tuple(dict.fromkeys(into if need == key else need for need in rule.needs))
        moved = replace(rule, when=rewritten(rule.when), needs=needs)
        if rule.severity is not Severity.HOLD or moved == rule:
            rules.append(moved)
            continue
        rules.append(rule)
        if all(replace(moved, key=one.key) != one for one in label_set.rules):
            rules.append(replace(moved, key=key_from(rule.key, taken_keys(label_set, "rules"), "rule")))
    attributes = tuple(replace(one, shown_when=shown_when(one)) for one in label_set.attributes)
    return replace(label_set, attributes=attributes, rules=tuple(rules))


def merge_values(label_set: LabelSet, attribute_key: str, key: str, into: str) -> LabelSet:
    """The set in which a value of an attribute is retired for another, also in what depends on it."""
    _refuse_itself(key, into)
    attribute = label_set.attribute(attribute_key)
    for one in (key, into):
        if attribute.value(one) is None:
            raise InvalidLabelSet(f"“{attribute.title}” has no value “{one}”.")

    def rewritten(condition: Condition) -> Condition:
        return tuple((one, _joined(values, key, into) if one == attribute_key else values) for one, values in condition)

    attributes = tuple(replace(one, shown_when=rewritten(one.shown_when)) for one in label_set.attributes)
    rules = tuple(replace(one, when=rewritten(one.when)) for one in label_set.rules)
    return retire_value(replace(label_set, attributes=attributes, rules=rules), attribute_key, key)


def refuse_value(label_set: LabelSet, attribute_key: str, key: str, into: str) -> None:
    """Raise InvalidLabelSet where a value cannot become another: one that nobody offers, or that others go by."""
    attribute = label_set.attribute(attribute_key)
    if any(value.retired for value in attribute.values if value.key == into):
        raise InvalidLabelSet(f"The value “{into}” of “{attribute.title}” is retired; choose another or bring it back.")
    if attribute_key == REPLY_STATUS and key in STATUSES and into not in STATUSES:
        raise InvalidLabelSet(f"The right of reply goes by “{key}”; merge “{into}” into it instead, and rename it.")
    if attribute.default == key:
        raise InvalidLabelSet(f"“{key}” is what “{attribute.title}” says by itself; choose another such value first.")


def _joined(keys: Sequence[str], key: str, into: str) -> tuple[str, ...]:
    """The keys with `into` beside `key` where it is there: old annotations still have the old one."""
    return tuple(keys) if key not in keys or into in keys else (*keys, into)


def _refuse_itself(key: str, into: str) -> None:
    if key == into:
        raise InvalidLabelSet("That is one and the same; choose another to merge it with.")
