"""A label set with its guideline as one file, to be handed from a newsroom to another: JSON that a person can read.

What is read is as strict as what is written: a file that says something the program does not know is refused, with
where and what, rather than half understood.
"""

import json
from typing import Any, NamedTuple

from annotator.core.guideline import check_guideline
from annotator.core.schema import LabelSet
from annotator.core.schema_file import read_label_set, write_label_set
from annotator.errors import InvalidLabelSet

ENDING = ".labelset.json"
LARGEST_FILE = 4_000_000
"""Bytes; the shipped sets have some 20,000."""

_KIND, _FORMAT = "annotator label set", 1
_MOST_PARTS = 500


class LabelSetFile(NamedTuple):
    """What such a file holds: a label set, and a newsroom's own guideline by language."""

    label_set: LabelSet
    guideline: dict[str, dict[str, str]]


def dump_label_set(label_set: LabelSet, guideline: dict[str, dict[str, str]]) -> bytes:
    """The file's bytes; the same for the same set, so that versions can be compared line by line."""
    whole: dict[str, Any] = {"kind": _KIND, "format": _FORMAT, "label_set": write_label_set(label_set)}
    if guideline:
        whole["guideline"] = guideline
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()


def load_label_set(content: bytes) -> LabelSetFile:
    """What a file holds. Raises InvalidLabelSet for anything that `dump_label_set` would not have written."""
    if len(content) > LARGEST_FILE:
        raise InvalidLabelSet(f"The file has {len(content):,} bytes; a label set has at most {LARGEST_FILE:,}.")
    try:
        whole = json.loads(content.decode("utf-8-sig"), parse_constant=_refuse_constant, object_pairs_hook=_said_once)
        json.dumps(whole, ensure_ascii=False).encode()  # half a surrogate is no letter, and cannot be kept
    except (ValueError, RecursionError) as error:
        raise InvalidLabelSet("The file is no label set: it cannot be read as JSON.") from error
    if not isinstance(whole, dict) or whole.get("kind") != _KIND:
        raise InvalidLabelSet("The file is no label set: it was not written by “Export label set”.")
    if unknown := whole.keys() - {"kind", "format", "label_set", "guideline"}:
        raise InvalidLabelSet(f"The program does not know “{min(unknown)[:40]}” in the file.")
    if whole.get("format") != _FORMAT or whole["format"] is True:
        raise InvalidLabelSet("The label set was written by a newer version of the program; install that one first.")
    data = whole.get("label_set")
    if not isinstance(data, dict):
        raise InvalidLabelSet("The file is no label set: there is none in it.")
    label_set = read_label_set(data)
    _refuse_unknown(data, label_set)
    return LabelSetFile(label_set, check_guideline(whole.get("guideline", {})))


def _refuse_unknown(data: dict[str, Any], label_set: LabelSet) -> None:
    """Raise InvalidLabelSet where something in the file means nothing to this program, or there is too much of it."""
    understood = write_label_set(label_set)
    _compare(data, understood, "the label set")
    for name in ("labels", "attributes", "relations", "rules"):
        if len(understood.get(name, ())) > _MOST_PARTS:
            raise InvalidLabelSet(f"The label set has more than {_MOST_PARTS} {name}.")


def _compare(given: Any, understood: Any, where: str) -> None:
    if isinstance(given, dict) and isinstance(understood, dict):
        for key, value in given.items():
            if key in understood:
                _compare(value, understood[key], f"“{key}” in {where}")
            elif value not in (False, "", None, [], {}):  # what is as it would be anyway is not written
                raise InvalidLabelSet(f"The program does not know “{str(key)[:40]}” in {where}.")
    elif isinstance(given, list) and isinstance(understood, list) and len(given) == len(understood):
        for number, (one, other) in enumerate(zip(given, understood, strict=True), 1):
            name = one.get("key", number) if isinstance(one, dict) else number
            _compare(one, other, f"“{str(name)[:40]}” in {where}")
    elif type(given) is not type(understood) or given != understood:
        raise InvalidLabelSet(f"The program does not understand {where}.")


def _said_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(dict(pairs)) < len(pairs):
        raise ValueError("the same key twice")
    return dict(pairs)


def _refuse_constant(name: str) -> None:
    raise ValueError(name)
