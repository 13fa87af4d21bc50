"""What can be said about a stretch of text: the labels of a label set, read from data.

A label's `key` is what the database and every export hold; it never changes. Its title, colours,
pattern and shortcut are presentation and may.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from annotator.errors import InvalidLabelSet

_KEY = re.compile(r"[a-z][a-z0-9_]{0,39}")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


class Pattern(StrEnum):
    """How a label is underlined, so that colour is never the only sign."""

    SOLID = "solid"
    DASHED = "dashed"
    DOTTED = "dotted"
    WAVY = "wavy"
    DOUBLE = "double"


@dataclass(frozen=True, slots=True)
class LabelColours:
    """One ink (underline, chip) a theme, as `#rrggbb`; the tint behind text is derived from it."""

    light: str
    dark: str
    contrast: str


@dataclass(frozen=True, slots=True)
class Label:
    """One label of a label set."""

    key: str
    title: str
    shortcut: str
    colours: LabelColours
    pattern: Pattern
    description: str


@dataclass(frozen=True, slots=True)
class LabelSet:
    """A named, versioned list of labels, in menu order."""

    id: str
    title: str
    version: int
    labels: tuple[Label, ...]

    def label(self, key: str) -> Label:
        """The label with this key. Raises InvalidLabelSet, naming those there are."""
        for label in self.labels:
            if label.key == key:
                return label
        known = ", ".join(label.key for label in self.labels)
        raise InvalidLabelSet(f"There is no label “{key}” in this project; it has {known}.")


def read_label_set(data: dict[str, Any]) -> LabelSet:
    """A label set from its parsed TOML or JSON (resources/label_sets/<id>/label_set.toml).

    Raises InvalidLabelSet with what is wrong and where.
    """
    try:
        labels = tuple(_read_label(entry) for entry in data["labels"])
        label_set = LabelSet(str(data["id"]), str(data["title"]), int(data["version"]), labels)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise InvalidLabelSet(f"The label set cannot be read: {error!s} is missing or wrong.") from error
    for field in ("key", "shortcut"):
        values = [getattr(label, field) for label in labels]
        if len(set(values)) < len(values):
            raise InvalidLabelSet(f"Two labels of “{label_set.title}” have the same {field}.")
    if not labels:
        raise InvalidLabelSet(f"The label set “{label_set.title}” has no labels.")
    return label_set


def write_label_set(label_set: LabelSet) -> dict[str, Any]:
    """The plain data that `read_label_set` reads back to an equal label set."""
    return {
        "id": label_set.id,
        "title": label_set.title,
        "version": label_set.version,
        "labels": [
            {
                "key": label.key,
                "title": label.title,
                "shortcut": label.shortcut,
                "pattern": label.pattern.value,
                "description": label.description,
                "colours": {
                    "light": label.colours.light,
                    "dark": label.colours.dark,
                    "contrast": label.colours.contrast,
                },
            }
            for label in label_set.labels
        ],
    }


def _read_label(entry: dict[str, Any]) -> Label:
    key = str(entry["key"])
    if not _KEY.fullmatch(key):
        raise InvalidLabelSet(f"“{key}” cannot be a label's key: lower-case letters, digits and _ only.")
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
    )
