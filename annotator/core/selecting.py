"""A selection held against an article as it was read: which of its annotations and links go out."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from annotator.core.attributes import Defaults
from annotator.core.records import AnnotationRecord, DocumentRecord
from annotator.core.review_states import ReviewState
from annotator.core.schema import AttributeKind, LabelSet
from annotator.core.selection import Selection
from annotator.core.times import iso_time, time_refusal
from annotator.errors import InvalidDetails, NotFound

_DAY = len("2026-01-01")
_NAMED = 12  # how many of those there are a sentence names


class Selecting:
    """Takes what a selection wants of articles: by label, annotator, review state and attributes."""

    def __init__(self, selection: Selection, label_set: LabelSet) -> None:
        """Raises InvalidLabelSet and NotFound, naming those there are, for a label, attribute or value there is not."""
        self._labels = frozenset(label_set.label(key).key for key in selection.labels)
        self._annotators = frozenset(selection.annotators)
        self._states = frozenset(known("state", selection.states, [state.value for state in ReviewState]))
        self._wanted = _wanted(selection.attributes, label_set)
        self._sources = {one.key for one in label_set.attributes if one.kind is AttributeKind.SOURCE}
        self._defaults = Defaults(label_set)

    @property
    def narrows(self) -> bool:
        """True when there is an annotation that it might not take."""
        return bool(self._labels or self._annotators or self._states or self._wanted)

    def dropped(self, record: DocumentRecord) -> tuple[AnnotationRecord, ...]:
        """The annotations of an article that do not go out."""
        if not self.narrows:
            return ()
        names = _names_of_sources(record) if self._sources.intersection(self._wanted) else {}
        return tuple(one for one in record.annotations if not self._takes(one, names.get(one.id, {})))

    def _takes(self, one: AnnotationRecord, sources: dict[str, set[str]]) -> bool:
        if self._labels and one.label not in self._labels:
            return False
        if self._annotators and one.annotator not in self._annotators:
            return False
        if self._states and one.review_state not in self._states:
            return False
        if not self._wanted:
            return True
        said = self._defaults.complete(one.label, one.attributes)
        return all(
            bool(values & sources.get(key, set())) if key in self._sources else as_said(said.get(key)) in values
            for key, values in self._wanted.items()
        )


def without(
    record: DocumentRecord, gone: Collection[UUID], leads_out: Callable[[UUID], bool] = lambda _: True
) -> DocumentRecord:
    """The article without these annotations, and without what only they refer to.

    `leads_out` says of an annotation of another article, to which a link leads, whether it goes out.
    """
    if not gone and not any(one.to_id for one in record.relations):
        return record
    here = {one.id for one in record.annotations}

    def stays(end: UUID | None) -> bool:
        return end is None or (end not in gone if end in here else leads_out(end))

    kept = tuple(one for one in record.annotations if one.id not in gone)
    relations = tuple(one for one in record.relations if one.from_id not in gone and stays(one.to_id))
    if len(kept) == len(record.annotations) and len(relations) == len(record.relations):
        return record
    named = {one.source_id for one in relations}
    sources = tuple(source for source in record.sources if source.id in named)
    return replace(record, annotations=kept, relations=relations, sources=sources)


def as_said(value: Any) -> str | None:
    """A value of an attribute as a person writes it: yes or no, a number, a word; None where nothing is said."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return None if value is None else str(value)


def known(noun: str, wanted: Sequence[str], there: Sequence[str]) -> tuple[str, ...]:
    """What is wanted, written as it is there, whatever its case. Raises NotFound, naming what there is."""
    exact, folded = set(there), {one.casefold(): one for one in reversed(there)}
    for one in wanted:
        if one not in exact and one.casefold() not in folded:
            named = ", ".join(there[:_NAMED]) + (f" and {len(there) - _NAMED:,} more" if len(there) > _NAMED else "")
            raise NotFound(f"There is no {noun} “{one}” to choose by; there are {named or 'none'}.")
    return tuple(one if one in exact else folded[one.casefold()] for one in wanted)


def day_of(words: str) -> str:
    """The day of an ISO time, "" for none. Raises InvalidDetails for what is no time."""
    if not words:
        return ""
    time = iso_time(words)
    if time is None:
        raise InvalidDetails(time_refusal(words))
    return time[:_DAY]


def _wanted(pairs: Sequence[tuple[str, str]], label_set: LabelSet) -> dict[str, set[str]]:
    wanted: dict[str, set[str]] = {}
    for key, value in pairs:
        attribute = label_set.attribute(key)
        if attribute.kind is AttributeKind.CHOICE:
            (value,) = known(f"value of “{attribute.title}”", [value], [one.key for one in attribute.values])
        elif attribute.kind is AttributeKind.YES_NO:
            (value,) = known(f"value of “{attribute.title}”", [value], ["yes", "no"])
        wanted.setdefault(key, set()).add(value)
    return wanted


def _names_of_sources(record: DocumentRecord) -> dict[UUID, dict[str, set[str]]]:
    """Annotation -> attribute -> the names of the sources it names."""
    names = {source.id: source.name for source in record.sources}
    found: dict[UUID, dict[str, set[str]]] = {}
    for one in record.relations:
        if one.source_id in names:
            found.setdefault(one.from_id, {}).setdefault(one.kind, set()).add(names[one.source_id])
    return found
