"""What foreign names mean here: labels, attributes and their values, links, people; proposed, and kept as data.

A name that means nothing here stands for itself in no list: what it names is left out, and said.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from annotator.core.import_survey import Survey
from annotator.core.schema import Attribute, AttributeKind, LabelSet

LEFT_OUT = ""
"""What a foreign label, attribute or link means that is not taken. Of an annotator: the one who imports."""
AS_NOTE = "+note"
"""What an attribute means whose value is to stand in the annotation's note."""

_CALLED_ALSO = {
    "claim": ("assertion", "allegation"),
    "denial": ("denies", "deny", "rebuttal", "refutation"),
    "quote": ("quotation", "citation"),
    "denies": ("denial", "deny"),
    "attributed_to": ("source", "speaker", "attribution"),
}
"""What other tools' label sets call what ours has; proposed where nothing is called so itself."""
_BEFORE = "/#:"  # end the address of a vocabulary before a name
_OUTSIDE = re.compile(r"[\W_]+")
_YES_NO = {"yes": "yes", "true": "yes", "1": "yes", "no": "no", "false": "no", "0": "no"}


@dataclass(frozen=True, slots=True)
class ImportMap:
    """Foreign name -> ours, the keys of the label set, LEFT_OUT or AS_NOTE; `annotators`: the name of a person here.

    `values` by the foreign name of their attribute: foreign value -> ours.
    """

    labels: Mapping[str, str] = field(default_factory=dict)
    attributes: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    relations: Mapping[str, str] = field(default_factory=dict)
    annotators: Mapping[str, str] = field(default_factory=dict)

    def with_changes(self, other: "ImportMap") -> "ImportMap":
        """What another map says where it says something, else what this one says."""
        values = {name: dict(known) for name, known in self.values.items()}
        for name, chosen in other.values.items():
            values[name] = {**values.get(name, {}), **chosen}
        return ImportMap(
            {**self.labels, **other.labels},
            {**self.attributes, **other.attributes},
            values,
            {**self.relations, **other.relations},
            {**self.annotators, **other.annotators},
        )

    def without_unknown(self, proposed: "ImportMap") -> "ImportMap":
        """The map without the names that are left out only because nothing here is called so: there may be, later."""

        def chosen(mine: Mapping[str, str], theirs: Mapping[str, str]) -> dict[str, str]:
            return {name: ours for name, ours in mine.items() if ours != LEFT_OUT or theirs.get(name, LEFT_OUT) != ours}

        values = {name: chosen(known, proposed.values.get(name, {})) for name, known in self.values.items()}
        return ImportMap(
            chosen(self.labels, proposed.labels),
            chosen(self.attributes, proposed.attributes),
            {name: known for name, known in values.items() if known},
            chosen(self.relations, proposed.relations),
            chosen(self.annotators, proposed.annotators),
        )

    def as_dict(self) -> dict[str, Any]:
        """The same for JSON."""
        found = {one.name: dict(getattr(self, one.name)) for one in fields(self)}
        found["values"] = {name: dict(known) for name, known in self.values.items()}
        return found


def import_map_from(kept: Any) -> ImportMap:
    """The map that `as_dict` has given; what is no map of words in it is passed over."""
    said = kept if isinstance(kept, Mapping) else {}
    values = said.get("values")
    by_name = values if isinstance(values, Mapping) else {}
    plain = {one.name: _words(said.get(one.name)) for one in fields(ImportMap) if one.name != "values"}
    return ImportMap(values={str(name): _words(known) for name, known in by_name.items()}, **plain)


def proposed_map(label_set: LabelSet, survey: Survey, people: Iterable[str], remembered: ImportMap) -> ImportMap:
    """What each name of a file probably means: what it meant the last time, else what is called the same here."""
    labels = {one.key: one.title for one in label_set.offered}
    known = [one for one in label_set.attributes if not one.retired]
    attributes = {one.key: one.title for one in known}
    relations = {one.key: one.title for one in label_set.relations if not one.retired}
    names = {name: name for name in people}
    found = ImportMap(
        labels={name: _meant(remembered.labels, name, labels) for name in survey.labels},
        attributes={name: _meant(remembered.attributes, name, attributes, AS_NOTE) for name in survey.attributes},
        relations={name: _meant(remembered.relations, name, relations) for name in survey.relations},
        annotators={name: _person(name, remembered, names) for name in survey.annotators if name},
    )
    by_key = {one.key: one for one in known}
    values = {
        name: _values(by_key[ours], survey.values(name), remembered.values.get(name, {}))
        for name, ours in found.attributes.items()
        if ours in by_key
    }
    return ImportMap(found.labels, found.attributes, values, found.relations, found.annotators)


def not_in(survey: Survey, said: ImportMap) -> list[str]:
    """The names that somebody says something of and that a file does not have, each as it is to be told."""
    lists: tuple[tuple[str, Iterable[str], Iterable[str]], ...] = (
        ("label", said.labels, survey.labels),
        ("attribute", {**said.attributes, **said.values}, survey.attributes),
        ("relation", said.relations, survey.relations),
        ("annotator", said.annotators, survey.annotators),
    )
    found = [f"{kind} “{name}”" for kind, names, there in lists for name in names if name not in there]
    for name, values in said.values.items():
        there = survey.values(name)  # () also where there are too many to know them all
        found += [f"value “{value}” of “{name}”" for value in values if there and value not in there]
    return found


def value_like(attribute: Attribute, foreign: str) -> str:
    """The value of an attribute that is called so, by its key or its title; "" where there is none."""
    if attribute.kind is AttributeKind.YES_NO:
        return _YES_NO.get(foreign.strip().casefold(), "")
    return _like(foreign, {one.key: one.title for one in attribute.values if not one.retired})


def _values(attribute: Attribute, foreign: Iterable[str], remembered: Mapping[str, str]) -> dict[str, str]:
    """What the closed values of an attribute mean; of an attribute with any words there is nothing to choose."""
    if attribute.kind is not AttributeKind.CHOICE:
        return {}
    there = {one.key: one.title for one in attribute.values if not one.retired}
    return {value: _meant(remembered, value, there) for value in foreign}


def _meant(remembered: Mapping[str, str], name: str, there: Mapping[str, str], *further: str) -> str:
    """What a name meant the last time, where that is still there; else what is called the same."""
    ours = remembered.get(name)
    return ours if ours is not None and (ours in there or ours in (LEFT_OUT, *further)) else _like(name, there)


def _person(name: str, remembered: ImportMap, people: Mapping[str, str]) -> str:
    if name in remembered.annotators:
        return remembered.annotators[name]
    return _like(name, people) or name


def _like(foreign: str, there: Mapping[str, str]) -> str:
    """The key of what is called so: exactly, else without regard to case, marks, spaces and a last s; else also so."""
    if foreign in there:
        return foreign
    wanted = _plain(foreign)
    spellings = [one for one in (wanted, wanted.removesuffix("s")) if one]
    for plain in spellings:
        for key, title in there.items():
            if plain in (_plain(key), _plain(title)):
                return key
    return next((key for key in there for plain in spellings if plain in _CALLED_ALSO.get(key, ())), LEFT_OUT)


def _plain(name: str) -> str:
    start = max(map(name.rfind, _BEFORE)) + 1
    return _OUTSIDE.sub("", name[start:] or name).casefold()


def _words(given: Any) -> dict[str, str]:
    if not isinstance(given, Mapping):
        return {}
    return {str(name): ours for name, ours in given.items() if isinstance(ours, str)}
