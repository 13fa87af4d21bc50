"""Label sets as plain data: from the TOML of resources/label_sets and the JSON of projects, and back.

    [[labels]]      key, title, shortcut, pattern, description, colours; helper, link
    [[attributes]]  key, title, kind; labels, values, default, first, many, shown_when, guess, description
    [[relations]]   key, title, inverse, from, to; most, symmetric, description
    [[rules]]       key, severity, message; labels, when, needs, at_most, check

What is not given is left out when it is written, so that a set written by an older version reads as it was.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import MISSING, fields
from typing import Any, TypeVar

from annotator.core.schema import (
    Attribute,
    AttributeKind,
    Condition,
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

_KEY = re.compile(r"[a-z][a-z0-9_]{0,39}")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_YES_NO = ("yes", "no")
_LONGEST = 1_000_000_000  # characters that a rule may allow; more than any article has
GUESSES = ("", "marks")
CHECKS = ("", "marks", "balanced_marks", "outside_furniture", "linked_claims")
"""What a rule can have checked, see validation.py."""

_Part = TypeVar("_Part", Label, Value, Attribute, RelationKind, Rule)


def read_label_set(data: Mapping[str, Any]) -> LabelSet:
    """A label set from its parsed TOML or JSON.

    Raises InvalidLabelSet with what is wrong and where.
    """
    try:
        label_set = LabelSet(
            str(data["id"]),
            str(data["title"]),
            int(data["version"]),
            tuple(_each(_label, data["labels"])),
            tuple(_each(_attribute, data.get("attributes", ()))),
            tuple(_each(_relation, data.get("relations", ()))),
            tuple(_each(_rule, data.get("rules", ()))),
        )
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise InvalidLabelSet(f"The label set cannot be read: {error!s} is missing or wrong.") from error
    check_label_set(label_set)
    return label_set


def write_label_set(label_set: LabelSet) -> dict[str, Any]:
    """The plain data that `read_label_set` reads back to an equal label set."""
    whole: dict[str, Any] = {"id": label_set.id, "title": label_set.title, "version": label_set.version}
    whole["labels"] = [_plain(label) for label in label_set.labels]
    for name in ("attributes", "relations", "rules"):
        if parts := getattr(label_set, name):
            whole[name] = [_plain(part) for part in parts]
    return whole


def check_label_set(label_set: LabelSet) -> None:
    """Raise InvalidLabelSet for the first thing in a label set that does not fit the rest of it."""
    if not label_set.offered:
        raise InvalidLabelSet(f"The label set “{label_set.title}” has no labels.")
    _check_keys(label_set)
    _check_shortcuts(label_set)
    labels = {label.key for label in label_set.labels}
    relations = {relation.key for relation in label_set.relations}
    attributes = {attribute.key: attribute for attribute in label_set.attributes}
    for label in label_set.labels:
        if label.link and label.link not in relations:
            raise InvalidLabelSet(f"The label “{label.key}” calls for the link “{label.link}”, which there is not.")
    for attribute in label_set.attributes:
        _check_attribute(attribute)
        _check_labels(attribute.labels, labels, f"The attribute “{attribute.key}”")
        _check_condition(attribute.shown_when, attributes, f"The attribute “{attribute.key}”")
    for relation in label_set.relations:
        _check_labels([*relation.from_labels, *relation.to_labels], labels, f"The relation “{relation.key}”")
    for rule in label_set.rules:
        _check_labels(rule.labels, labels, f"The rule “{rule.key}”")
        if rule.at_most is not None and not 0 <= rule.at_most <= _LONGEST:
            raise InvalidLabelSet(f"The rule “{rule.key}” allows a length that no text has; it is 0 to {_LONGEST:,}.")
        _check_condition(rule.when, attributes, f"The rule “{rule.key}”")
        known = {"note", *relations, *attributes}
        if unknown := [need for need in rule.needs if need not in known]:
            raise InvalidLabelSet(f"The rule “{rule.key}” needs “{unknown[0]}”, which there is not.")
        if rule.check not in CHECKS:
            raise InvalidLabelSet(f"The rule “{rule.key}” has the check “{rule.check}”, which there is not.")


def _check_keys(label_set: LabelSet) -> None:
    said = [attribute.key for attribute in label_set.attributes] + [kind.key for kind in label_set.relations]
    for noun, keys in (
        ("label", [label.key for label in label_set.labels]),
        ("attribute or relation", said),
        ("rule", [rule.key for rule in label_set.rules]),
    ):
        for key in keys:
            check_key(key, noun)
        if len(set(keys)) < len(keys):
            twice = next(key for key in keys if keys.count(key) > 1)
            raise InvalidLabelSet(f"The key “{twice}” is used twice for a {noun} of “{label_set.title}”.")


def check_key(key: str, noun: str) -> None:
    """Raise InvalidLabelSet for what cannot be a key."""
    if not _KEY.fullmatch(key):
        raise InvalidLabelSet(f"“{key}” cannot be the key of a {noun}: lower-case letters, digits and _ only.")


def _check_shortcuts(label_set: LabelSet) -> None:
    shortcuts = [label.shortcut for label in label_set.offered if label.shortcut]
    if len(set(shortcuts)) < len(shortcuts):
        raise InvalidLabelSet(f"Two labels of “{label_set.title}” have the same shortcut.")


def _check_attribute(attribute: Attribute) -> None:
    keys = [value.key for value in attribute.values]
    what = f"The attribute “{attribute.key}”"
    if attribute.kind is AttributeKind.CHOICE and not keys:
        raise InvalidLabelSet(f"{what} is a choice, but has no values.")
    if len(set(keys)) < len(keys):
        raise InvalidLabelSet(f"{what} has two values with the same key.")
    for key in keys:
        check_key(key, "value")
    allowed = keys if attribute.kind is AttributeKind.CHOICE else _YES_NO
    closed = attribute.kind in (AttributeKind.CHOICE, AttributeKind.YES_NO)
    if attribute.default and closed and attribute.default not in allowed:
        raise InvalidLabelSet(f"{what} has the default “{attribute.default}”, which is none of its values.")
    if attribute.guess not in GUESSES:
        raise InvalidLabelSet(f"{what} has the guess “{attribute.guess}”, which there is not.")


def _check_labels(used: Iterable[str], labels: set[str], what: str) -> None:
    if unknown := [key for key in used if key not in labels]:
        raise InvalidLabelSet(f"{what} names the label “{unknown[0]}”, which there is not.")


def _check_condition(condition: Condition, attributes: Mapping[str, Attribute], what: str) -> None:
    for key, values in condition:
        attribute = attributes.get(key)
        if attribute is None:
            raise InvalidLabelSet(f"{what} depends on the attribute “{key}”, which there is not.")
        known = {value.key for value in attribute.values} | set(_YES_NO)
        if attribute.kind is AttributeKind.CHOICE and (unknown := [value for value in values if value not in known]):
            raise InvalidLabelSet(f"{what} depends on “{key}” being “{unknown[0]}”, which is none of its values.")


def _each(read: Callable[[Mapping[str, Any]], _Part], entries: Iterable[Mapping[str, Any]]) -> list[_Part]:
    return [read(entry) for entry in entries]


def _label(entry: Mapping[str, Any]) -> Label:
    key = str(entry["key"])
    colours = LabelColours(**{theme: str(value) for theme, value in entry["colours"].items()})
    for colour in (colours.light, colours.dark, colours.contrast):
        if not _COLOUR.fullmatch(colour):
            raise InvalidLabelSet(f"The label “{key}” has the colour “{colour}”; it must look like #1a2b3c.")
    return Label(
        key=key,
        title=str(entry["title"]),
        shortcut=str(entry["shortcut"]),
        colours=colours,
        pattern=Pattern(entry["pattern"]),
        description=str(entry["description"]),
        helper=bool(entry.get("helper", False)),
        link=str(entry.get("link", "")),
        retired=bool(entry.get("retired", False)),
    )


def _attribute(entry: Mapping[str, Any]) -> Attribute:
    return Attribute(
        key=str(entry["key"]),
        title=str(entry["title"]),
        kind=AttributeKind(entry["kind"]),
        labels=_words(entry.get("labels", ())),
        values=tuple(_value(value) for value in entry.get("values", ())),
        default=str(entry.get("default", "")),
        first=bool(entry.get("first", False)),
        many=bool(entry.get("many", False)),
        shown_when=_condition(entry.get("shown_when", {})),
        guess=str(entry.get("guess", "")),
        description=str(entry.get("description", "")),
        retired=bool(entry.get("retired", False)),
    )


def _value(entry: Mapping[str, Any]) -> Value:
    description, retired = str(entry.get("description", "")), bool(entry.get("retired", False))
    return Value(str(entry["key"]), str(entry["title"]), description, retired)


def _relation(entry: Mapping[str, Any]) -> RelationKind:
    return RelationKind(
        key=str(entry["key"]),
        title=str(entry["title"]),
        inverse=str(entry["inverse"]),
        from_labels=_words(entry["from"]),
        to_labels=_words(entry["to"]),
        most=int(entry["most"]) if "most" in entry else None,
        symmetric=bool(entry.get("symmetric", False)),
        description=str(entry.get("description", "")),
        retired=bool(entry.get("retired", False)),
    )


def _rule(entry: Mapping[str, Any]) -> Rule:
    return Rule(
        key=str(entry["key"]),
        severity=Severity(entry["severity"]),
        message=str(entry["message"]),
        labels=_words(entry.get("labels", ())),
        when=_condition(entry.get("when", {})),
        needs=_words(entry.get("needs", ())),
        at_most=int(entry["at_most"]) if "at_most" in entry else None,
        check=str(entry.get("check", "")),
    )


def _words(values: Sequence[Any]) -> tuple[str, ...]:
    if isinstance(values, str):
        raise TypeError(f"“{values}” instead of a list")
    return tuple(str(value) for value in values)


def _condition(entry: Mapping[str, Sequence[Any]]) -> Condition:
    return tuple((str(key), _words(values)) for key, values in entry.items())


_NAMES = {"from_labels": "from", "to_labels": "to"}


def _plain(part: Any) -> dict[str, Any]:
    """A part as plain data, without what is as it would be anyway."""
    found: dict[str, Any] = {}
    for field in fields(part):
        value = getattr(part, field.name)
        if field.default is not MISSING and value == field.default:
            continue
        name = _NAMES.get(field.name, field.name)
        if field.name in ("shown_when", "when"):
            value = {key: list(values) for key, values in value}
        elif field.name == "values":
            value = [_plain(one) for one in value]
        elif isinstance(value, LabelColours):
            value = {"light": value.light, "dark": value.dark, "contrast": value.contrast}
        elif isinstance(value, tuple):
            value = list(value)
        elif isinstance(value, Pattern | AttributeKind | Severity):
            value = value.value
        found[name] = value
    return found
