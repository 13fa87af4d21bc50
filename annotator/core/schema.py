"""What can be said about a stretch of text: a label set's labels, attributes, relations and rules.

All of it is data (schema_file.py reads and writes it). A `key` is what the database and every export
hold; it never changes. Titles, colours, patterns, shortcuts and the order are presentation and may. What
is `retired` stays readable where it was used, and is offered no more.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol, TypeVar

from annotator.errors import InvalidLabelSet

Condition = tuple[tuple[str, tuple[str, ...]], ...]
"""Attributes and the values that each must have one of; empty: always."""


class Pattern(StrEnum):
    """How a label is underlined, so that colour is never the only sign."""

    SOLID = "solid"
    DASHED = "dashed"
    DOTTED = "dotted"
    WAVY = "wavy"
    DOUBLE = "double"


class AttributeKind(StrEnum):
    """What an attribute holds. A source is an entity of the project; what refers to it is a relation."""

    CHOICE = "choice"
    YES_NO = "yes_no"
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    SOURCE = "source"


class Severity(StrEnum):
    """What a broken rule means: finish it before it is handed in, look again, or never let it out."""

    HARD = "hard"
    SOFT = "soft"
    HOLD = "hold"


@dataclass(frozen=True, slots=True)
class LabelColours:
    """One ink (underline, chip) a theme, as `#rrggbb`; the tint behind text is derived from it."""

    light: str
    dark: str
    contrast: str


@dataclass(frozen=True, slots=True)
class Label:
    """One label of a label set.

    `helper`: a mark beside the labels proper (a cue's words), never counted in agreement.
    `link` is the key of the relation that it calls for.
    """

    key: str
    title: str
    shortcut: str
    colours: LabelColours
    pattern: Pattern
    description: str
    helper: bool = False
    link: str = ""
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Value:
    """One of the closed values of an attribute."""

    key: str
    title: str
    description: str = ""
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Attribute:
    """Something to be said about annotations with one of `labels` (none: with every label that is no helper).

    `first`: shown at once, not folded away. `default` counts where nothing is said; a yes/no has "yes" or "no".
    `shown_when`: asked only of annotations whose other attributes are so. `many`: several sources.
    `guess` "marks": the quotation marks around the stretch propose the value (direct, indirect, mixed).
    """

    key: str
    title: str
    kind: AttributeKind
    labels: tuple[str, ...] = ()
    values: tuple[Value, ...] = ()
    default: str = ""
    first: bool = False
    many: bool = False
    shown_when: Condition = ()
    guess: str = ""
    description: str = ""
    retired: bool = False

    def value(self, key: str) -> Value | None:
        """The closed value with this key, retired ones too."""
        return next((value for value in self.values if value.key == key), None)

    def is_of(self, label: Label) -> bool:
        """True when annotations with this label have it, or had it before it was retired."""
        return label.key in self.labels or not (self.labels or label.helper)


@dataclass(frozen=True, slots=True)
class RelationKind:
    """A directed link from an annotation to another. `most` is how many one annotation may have, None: any number.

    `inverse` is the title as seen from the other end. A symmetric one means the same both ways.
    """

    key: str
    title: str
    inverse: str
    from_labels: tuple[str, ...]
    to_labels: tuple[str, ...]
    most: int | None = None
    symmetric: bool = False
    description: str = ""
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """What must hold for annotations with one of `labels` (none: all) whose attributes are as in `when`.

    Broken when none of `needs` (attributes, relations) is filled, when the passage is longer than `at_most` characters,
    or when `check`, one of those in validation.py, finds fault. With none of the three, `when` alone breaks it.
    """

    key: str
    severity: Severity
    message: str
    labels: tuple[str, ...] = ()
    when: Condition = ()
    needs: tuple[str, ...] = ()
    at_most: int | None = None
    check: str = ""


class _Keyed(Protocol):
    @property
    def key(self) -> str: ...


_Found = TypeVar("_Found", bound=_Keyed)


@dataclass(frozen=True, slots=True)
class LabelSet:
    """A named, versioned set of labels and of what can be said with them, each in the order of menus."""

    id: str
    title: str
    version: int
    labels: tuple[Label, ...]
    attributes: tuple[Attribute, ...] = ()
    relations: tuple[RelationKind, ...] = ()
    rules: tuple[Rule, ...] = ()

    @property
    def offered(self) -> tuple[Label, ...]:
        """The labels that can be put on text: all that are not retired."""
        return tuple(label for label in self.labels if not label.retired)

    @property
    def main(self) -> tuple[Label, ...]:
        """The labels that can be put on text and are no helpers."""
        return tuple(label for label in self.offered if not label.helper)

    def label(self, key: str) -> Label:
        """The label with this key, a retired one too. Raises InvalidLabelSet, naming those there are."""
        return _find(self.labels, key, "label", lambda label: not label.retired)

    def offered_label(self, key: str) -> Label:
        """The label with this key, to be put on text. Raises InvalidLabelSet, also for a retired one."""
        label = self.label(key)
        if label.retired:
            raise InvalidLabelSet(f"The label “{label.title}” is retired in this project; choose another.")
        return label

    def attribute(self, key: str) -> Attribute:
        """The attribute with this key, a retired one too. Raises InvalidLabelSet."""
        return _find(self.attributes, key, "attribute", lambda attribute: not attribute.retired)

    def relation(self, key: str) -> RelationKind:
        """The kind of relation with this key, a retired one too. Raises InvalidLabelSet."""
        return _find(self.relations, key, "relation", lambda relation: not relation.retired)

    def attributes_of(self, label_key: str) -> tuple[Attribute, ...]:
        """What can be said about annotations with this label, in order, without what is retired."""
        helper = any(label.key == label_key and label.helper for label in self.labels)
        return tuple(
            attribute
            for attribute in self.attributes
            if not attribute.retired and (label_key in attribute.labels or not (attribute.labels or helper))
        )

    def source_of(self, label_key: str) -> Attribute | None:
        """The first attribute that names a source of annotations with this label."""
        kinds = (attribute for attribute in self.attributes_of(label_key) if attribute.kind is AttributeKind.SOURCE)
        return next(kinds, None)

    def link_of(self, label_key: str) -> RelationKind | None:
        """The relation that this label calls for."""
        link = next((label.link for label in self.labels if label.key == label_key), "")
        return next((kind for kind in self.relations if kind.key == link and not kind.retired), None)

    def relations_from(self, label_key: str) -> tuple[RelationKind, ...]:
        """The kinds of relation that an annotation with this label can have."""
        return tuple(kind for kind in self.relations if not kind.retired and label_key in kind.from_labels)


def holds(condition: Condition, value_of: Callable[[str], Any]) -> bool:
    """True when every attribute has one of its values; `value_of` gives an attribute's, or its default."""
    return all(_said(value_of(key)) in values for key, values in condition)


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _find(there: Iterable[_Found], key: str, noun: str, is_offered: Callable[[_Found], bool]) -> _Found:
    found = tuple(there)
    for one in found:
        if one.key == key:
            return one
    known = ", ".join(one.key for one in found if is_offered(one)) or "none"
    raise InvalidLabelSet(f"There is no {noun} “{key}” in this project; it has {known}.")
