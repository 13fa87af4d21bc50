"""Values of attributes that come back from another tool as codings of their own, beside that of their label."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from annotator.core.exchange import ExchangedAnnotation
from annotator.formats.refi_codes import joined_values

_Where = tuple[object, str]


def with_values(
    annotations: Iterable[ExchangedAnnotation], values: Mapping[str, tuple[str, str]]
) -> tuple[list[ExchangedAnnotation], dict[str, str]]:
    """The annotations, with values in the one that is about the same stretch and by the same person.

    `values` leads from a label to the attribute and the value that it tells. Where there is none such or several, or
    the note is another, a value stays an annotation. Also given is in which annotation the key of each value is now.
    """
    labels: dict[_Where, list[ExchangedAnnotation]] = {}
    told: list[ExchangedAnnotation] = []
    for one in annotations:
        if one.label in values:
            told.append(one)
        else:
            labels.setdefault(_where(one), []).append(one)
    said: dict[str, dict[str, list[str]]] = {}
    found, into = [], {}
    for one in told:
        near = labels.get(_where(one), [])
        if len(near) == 1 and one.note in ("", near[0].note):
            attribute, value = values[one.label]
            said.setdefault(near[0].key, {}).setdefault(attribute, []).append(value)
            into[one.key] = near[0].key
        else:
            found.append(one)
    for one in (one for near in labels.values() for one in near):
        found.append(replace(one, attributes={**one.attributes, **joined_values(said.get(one.key, {}))}))
    return found, into


def _where(one: ExchangedAnnotation) -> _Where:
    return one.segments, one.annotator
