"""The values of attributes: checked against the label set, and kept only where they say something."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from annotator.core.schema import Attribute, AttributeKind, LabelSet, holds
from annotator.errors import InvalidLabelSet

_YES_NO = {"yes": True, "no": False, True: True, False: False}
_LONGEST_TEXT = 10_000
_GREATEST = 2**53  # up to here every whole number is kept as it is written, in all that reads it


def checked_value(attribute: Attribute, value: Any) -> Any:
    """A value as it is kept: None for one that is the default or empty, a yes/no as bool, a date as ISO 8601.

    Raises InvalidLabelSet, naming what there is, for a value that the attribute cannot have.
    """
    if value is None or value == "":
        return None
    found = _CHECKS[attribute.kind](attribute, value)
    default = _YES_NO[attribute.default or "no"] if attribute.kind is AttributeKind.YES_NO else attribute.default
    return None if found == default or found == "" else found


def changed(
    label_set: LabelSet, label: str, present: Mapping[str, Any] | None, changes: Mapping[str, Any]
) -> dict[str, Any] | None:
    """The attributes of an annotation with these changes; a value None takes one away. None when nothing is left.

    Raises InvalidLabelSet for an attribute that annotations with this label do not have, and for a retired value that
    is not there yet.
    """
    there = {attribute.key: attribute for attribute in label_set.attributes_of(label)}
    found = dict(present or {})
    for key, value in changes.items():
        if value is None:
            found.pop(key, None)
            continue
        if key not in there:
            known = ", ".join(there) or "none"
            raise InvalidLabelSet(f"There is no attribute “{key}” for “{label}” in this project; it has {known}.")
        kept = checked_value(there[key], value)
        if kept is None:
            found.pop(key, None)
        elif kept != found.get(key):
            _refuse_retired(there[key], kept)
            found[key] = kept
    return found or None


def _refuse_retired(attribute: Attribute, value: Any) -> None:
    one = attribute.value(value) if attribute.kind is AttributeKind.CHOICE else None
    if one and one.retired:
        raise InvalidLabelSet(f"“{one.title}” of “{attribute.title}” is retired in this project; choose another.")


def value_of(attribute: Attribute, attributes: Mapping[str, Any]) -> Any:
    """What an annotation says of an attribute, or its default: None where there is neither."""
    if attribute.key in attributes:
        return attributes[attribute.key]
    if attribute.kind is AttributeKind.YES_NO:
        return _YES_NO[attribute.default or "no"]
    return attribute.default or None


class Defaults:
    """All that is said of annotations: what they say themselves, and the defaults of what applies to them besides.

    Made once for many annotations; each label's defaults are worked out when it first comes.
    """

    def __init__(self, label_set: LabelSet) -> None:
        self._label_set = label_set
        self._there = {one.key: one for one in label_set.attributes}
        self._known = frozenset(label.key for label in label_set.labels)
        self._of_label: dict[str, tuple[dict[str, Any], tuple[Attribute, ...]]] = {}

    def complete(self, label: str, attributes: Mapping[str, Any]) -> dict[str, Any]:
        """The attributes of an annotation with this label, those included that have their default."""
        always, sometimes = self._of_label.get(label) or self._work_out(label)
        said = {**always, **attributes}
        for one in sometimes:
            if one.key not in attributes and holds(one.shown_when, lambda key: value_of(self._there[key], attributes)):
                said[one.key] = value_of(one, attributes)
        return said

    def _work_out(self, label: str) -> tuple[dict[str, Any], tuple[Attribute, ...]]:
        of_label = self._label_set.attributes_of(label) if label in self._known else ()
        closed = [one for one in of_label if one.kind is not AttributeKind.SOURCE and value_of(one, {}) is not None]
        always = {one.key: value_of(one, {}) for one in closed if not one.shown_when}
        self._of_label[label] = always, tuple(one for one in closed if one.shown_when)
        return self._of_label[label]


def _choice(attribute: Attribute, value: Any) -> str:
    if attribute.value(str(value)) is None:
        known = ", ".join(one.key for one in attribute.values if not one.retired)
        raise InvalidLabelSet(f"“{attribute.title}” has no value “{value}”; it has {known}.")
    return str(value)


def _yes_no(attribute: Attribute, value: Any) -> bool:
    if isinstance(value, bool | str) and value in _YES_NO:
        return _YES_NO[value]
    raise InvalidLabelSet(f"“{attribute.title}” is yes or no, not “{value}”.")


def _text(attribute: Attribute, value: Any) -> str:
    if len(str(value)) > _LONGEST_TEXT:
        raise InvalidLabelSet(f"“{attribute.title}” can be at most {_LONGEST_TEXT:,} characters long.")
    return str(value).replace("\x00", "").encode("utf-8", "replace").decode().strip()  # as store can hold it


def _number(attribute: Attribute, value: Any) -> int | float:
    if isinstance(value, int | float) and not isinstance(value, bool):
        number: int | float = value
    else:
        number = _parsed(attribute, str(value))
    if isinstance(number, float) and not (abs(number) < float("inf")):
        raise InvalidLabelSet(f"“{attribute.title}” is a number, not “{value}”.")
    if abs(number) > _GREATEST:
        raise InvalidLabelSet(f"“{attribute.title}” can be {_GREATEST:,} at most.")
    return int(number) if isinstance(number, float) and number.is_integer() else number


def _parsed(attribute: Attribute, written: str) -> float:
    try:
        return float(written.strip())
    except ValueError as error:
        raise InvalidLabelSet(f"“{attribute.title}” is a number, not “{written}”.") from error


def _date(attribute: Attribute, value: Any) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat()
    try:
        datetime.fromisoformat(str(value))
    except ValueError as error:
        raise InvalidLabelSet(f"“{attribute.title}” is a date such as 2025-07-04, not “{value}”.") from error
    return str(value)


def _source(attribute: Attribute, _value: Any) -> Any:
    raise InvalidLabelSet(f"“{attribute.title}” names a source; link the source instead of writing a value.")


_CHECKS = {
    AttributeKind.CHOICE: _choice,
    AttributeKind.YES_NO: _yes_no,
    AttributeKind.TEXT: _text,
    AttributeKind.NUMBER: _number,
    AttributeKind.DATE: _date,
    AttributeKind.SOURCE: _source,
}
