"""The rules of a label set held against an annotation: what is to be put right, and what to look at again."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from annotator.core.attributes import value_of
from annotator.core.guesses import INDIRECT, quotations_near, said_by_marks
from annotator.core.records import AnnotationRecord, DocumentRecord, RelationRecord
from annotator.core.schema import Attribute, AttributeKind, Condition, LabelSet, Rule, Severity, holds
from annotator.core.spans import encloses

NOTE = "note"
_CONTAINS = "contains"  # the relation that a claim in a quote is linked by
_RANK = {Severity.HARD: 0, Severity.HOLD: 1, Severity.SOFT: 2}


@dataclass(frozen=True, slots=True)
class Problem:
    """A broken rule.

    `field` is the key of the attribute or relation to look at first, "note", or "" for the passage.
    """

    rule: str
    severity: Severity
    message: str
    field: str


def problems(label_set: LabelSet, record: AnnotationRecord, document: DocumentRecord) -> list[Problem]:
    """What an annotation of this document does not keep to; what is hard first."""
    case = _Case(label_set, record, document)
    broken = [
        rule for rule in label_set.rules if (not rule.labels or record.label in rule.labels) and case.breaks(rule)
    ]
    found = [Problem(rule.key, rule.severity, rule.message, case.field_of(rule)) for rule in broken]
    return sorted(found, key=lambda problem: _RANK[problem.severity])


def shown_attributes(label_set: LabelSet, label: str, attributes: Mapping[str, Any]) -> tuple[Attribute, ...]:
    """The attributes that are asked of an annotation with these values, in order."""

    def said(key: str) -> Any:
        return value_of(label_set.attribute(key), attributes)

    return tuple(one for one in label_set.attributes_of(label) if holds(one.shown_when, said))


class _Case:
    """One annotation with all that rules ask about."""

    def __init__(self, label_set: LabelSet, record: AnnotationRecord, document: DocumentRecord) -> None:
        self._label_set, self._record, self._document = label_set, record, document
        self._checks: dict[str, Callable[[], bool]] = {
            "marks": self._lacks_marks,
            "balanced_marks": self._has_lonely_mark,
            "outside_furniture": self._is_on_furniture,
            "linked_claims": self._is_unlinked_inside,
        }

    def breaks(self, rule: Rule) -> bool:
        """True when the annotation does not keep to the rule."""
        if not holds(rule.when, self._value):
            return False
        if not (rule.needs or rule.at_most or rule.check):
            return bool(rule.when)
        if rule.needs and not any(self._is_filled(need) for need in rule.needs):
            return True
        if rule.at_most and sum(end - start for start, end in self._record.segments) > rule.at_most:
            return True
        return bool(rule.check) and self._checks[rule.check]()

    def field_of(self, rule: Rule) -> str:
        """Where the rule is put right: what it needs and is asked for, else what it is about."""
        shown = {one.key for one in self._shown()} | {one.key for one in self._relations()} | {NOTE}
        needed = [need for need in rule.needs if need in shown]
        about = [key for key, _ in _last_first(rule.when) if key in shown]
        return [*needed, *about, ""][0]

    def _value(self, key: str) -> Any:
        return value_of(self._label_set.attribute(key), self._record.attributes)

    def _shown(self) -> tuple[Attribute, ...]:
        return shown_attributes(self._label_set, self._record.label, self._record.attributes)

    def _relations(self) -> Iterable[Any]:
        return self._label_set.relations_from(self._record.label)

    def _is_filled(self, need: str) -> bool:
        if need == NOTE:
            return bool(self._record.note.strip())
        attribute = next((one for one in self._label_set.attributes if one.key == need), None)
        if attribute and attribute.kind is not AttributeKind.SOURCE:
            # What is not asked (any more) says nothing.
            return attribute in self._shown() and self._value(need) not in (None, "")
        return any(self._leads(one) for one in self._document.relations if one.kind == need)

    def _leads(self, link: RelationRecord) -> bool:
        """True for a relation that goes out from the annotation; a symmetric one does so from both ends."""
        if link.from_id == self._record.id:
            return True
        kinds = [kind for kind in self._label_set.relations if kind.key == link.kind and kind.symmetric]
        return bool(kinds) and link.to_id == self._record.id

    def _lacks_marks(self) -> bool:
        return said_by_marks(self._document.text, self._record.segments, self._document.language) == INDIRECT

    def _has_lonely_mark(self) -> bool:
        """True when one mark of a pair is in the annotation and the other is not, or a mark in it has no pair."""
        near = quotations_near(self._document.text, self._record.segments, self._document.language)
        if any(self._holds(doubt.start_char) for doubt in near.doubts if doubt.kind in ("unclosed", "unopened")):
            return True
        pairs = ((one.segments[0].start_char, one.segments[-1].end_char - 1) for one in near.quotations if one.closer)
        return any(self._holds(opener) != self._holds(closer) for opener, closer in pairs)

    def _holds(self, position: int) -> bool:
        return any(start <= position < end for start, end in self._record.segments)

    def _is_on_furniture(self) -> bool:
        text = self._document.text
        for piece in self._document.furniture:
            for start, end in self._record.segments:
                common = text[max(start, piece.start_char) : max(0, min(end, piece.end_char))]
                if common.strip():
                    return True
        return False

    def _is_unlinked_inside(self) -> bool:
        """True when the annotation stands in another one of the same person that could contain it, but does not."""
        kind = next((one for one in self._label_set.relations if one.key == _CONTAINS and not one.retired), None)
        if kind is None or self._record.label not in kind.to_labels:
            return False
        links = {link.from_id for link in self._document.relations if link.kind == _CONTAINS and self._is_end(link)}
        start, end = self._record.extent
        around = (  # most of a long article's annotations are elsewhere: the cheapest look comes first
            one
            for one in self._document.annotations
            if one.segments[0].start_char <= start and one.segments[-1].end_char >= end and one.id != self._record.id
        )
        return any(
            one.label in kind.from_labels
            and one.annotator == self._record.annotator
            and one.id not in links
            and encloses(one.segments, self._record.segments)
            for one in around
        )

    def _is_end(self, link: RelationRecord) -> bool:
        return link.to_id == self._record.id


def _last_first(condition: Condition) -> Iterable[tuple[str, tuple[str, ...]]]:
    return reversed(condition)
