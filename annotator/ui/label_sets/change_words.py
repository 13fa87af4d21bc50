"""What a changed label set changes, in words for the window: “Label “Rumour” retired, 12 annotations keep it”."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from annotator.core.label_differences import Change, Difference
from annotator.core.schema import LabelSet
from annotator.errors import InvalidLabelSet
from annotator.operations.label_merging import Merge, merged_set, unsaid_of
from annotator.operations.label_usage import Usage
from annotator.ui.lines import number

_LONGEST = 60


def change_lines(found: Sequence[Difference], merges: Sequence[Merge], labels: LabelSet, usage: Usage) -> list[str]:
    """One line for each thing that changes; many of one kind share a line. `usage` are the counts known so far."""
    lines = [_merge_words(merge, labels, usage) for merge in merges]
    merged = {(merge.kind, merge.key) for merge in merges if not merge.attribute}
    lines += [_words(one, usage) for one in found if (one.kind, one.key) not in merged and one.change in _SINGLY]
    for change in (Change.ADDED, Change.CHANGED):
        for kind in ("labels", "attributes", "values", "relations", "rules"):
            lines += _together(change, kind, [one for one in found if (one.change, one.kind) == (change, kind)])
    return lines


def merge_count(merge: Merge, usage: Usage) -> int:
    """How many annotations a merge would change."""
    if merge.attribute:
        return usage.values[merge.attribute, merge.key]
    if merge.kind == "labels":
        return usage.labels[merge.key] - usage.frozen[merge.key]
    return usage.attributes[merge.key]


def merge_outlook(merge: Merge, labels: LabelSet, usage: Usage) -> str:
    """What a merge would do to annotations, or why the two cannot be one."""
    try:
        merged_set(labels, merge)
    except InvalidLabelSet as error:
        return str(error)
    words = _tr("{annotations} will change.").format(annotations=annotations_words(merge_count(merge, usage)))
    unsaid = unsaid_of(labels, merge)
    if unsaid is None:
        return words
    value = unsaid.field.value(str(unsaid.value))
    meant = value.title if value else {True: _tr("yes"), False: _tr("no")}.get(unsaid.value, str(unsaid.value))
    more = _tr("Those that say nothing of it get “{value}”, which is what they mean so far.")
    return f"{words} {more.format(value=_short(meant))}"


def annotations_words(count: int) -> str:
    """“1 annotation”, “12 annotations”."""
    return _tr("1 annotation") if count == 1 else _tr("{n} annotations").format(n=number(count))


_SINGLY = (Change.RENAMED, Change.RETIRED, Change.BROUGHT_BACK, Change.REMOVED, Change.REORDERED)


def _together(change: Change, kind: str, found: Sequence[Difference]) -> list[str]:
    if not found:
        return []
    titles = ", ".join(f"“{_short(one.after)}”" for one in found[:6]) + (" …" if len(found) > 6 else "")
    words = _tr("{kind} new: {titles}") if change is Change.ADDED else _tr("{kind} changed: {titles}")
    return [words.format(kind=_kind(kind, len(found)), titles=titles)]


def _words(one: Difference, usage: Usage) -> str:
    kind, before, after = _kind(one.kind, 1), _short(one.before), _short(one.after)
    if one.change is Change.RENAMED:
        return _tr("{kind} “{before}” is called “{after}”").format(kind=kind, before=before, after=after)
    if one.change is Change.RETIRED:
        return _tr("{kind} “{before}” retired").format(kind=kind, before=before) + _kept_words(one, usage)
    if one.change is Change.BROUGHT_BACK:
        return _tr("{kind} “{after}” is offered again").format(kind=kind, after=after)
    if one.change is Change.REMOVED:
        return _tr("{kind} “{before}” taken out").format(kind=kind, before=before)
    return _tr("{kind} in another order").format(kind=_kind(one.kind, 2))


def _kept_words(one: Difference, usage: Usage) -> str:
    counts = {"labels": usage.labels, "attributes": usage.attributes, "relations": usage.relations}.get(one.kind)
    count = counts[one.key] if counts is not None else 0
    if not count:
        return ""
    words = _tr(", {annotations} keeps it") if count == 1 else _tr(", {annotations} keep it")
    return words.format(annotations=annotations_words(count))


def _merge_words(merge: Merge, labels: LabelSet, usage: Usage) -> str:
    titles = _titles(merge, labels)
    words = _tr("“{key}” becomes “{into}”: {annotations}")
    count = annotations_words(merge_count(merge, usage))
    return words.format(
        key=titles.get(merge.key, merge.key), into=titles.get(merge.into, merge.into), annotations=count
    )


def _titles(merge: Merge, labels: LabelSet) -> dict[str, str]:
    if merge.attribute:
        return {value.key: value.title for value in labels.attribute(merge.attribute).values}
    return {part.key: part.title for part in getattr(labels, merge.kind)}


def _kind(kind: str, count: int) -> str:
    one = {
        "set": _tr("The label set"),
        "labels": _tr("Label"),
        "attributes": _tr("Field"),
        "values": _tr("Value"),
        "relations": _tr("Link"),
        "rules": _tr("Rule"),
    }
    many = {
        "labels": _tr("Labels"),
        "attributes": _tr("Fields"),
        "values": _tr("Values"),
        "relations": _tr("Links"),
        "rules": _tr("Rules"),
    }
    return one[kind] if count == 1 else many.get(kind, one[kind])


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"


def _tr(words: str) -> str:
    return QCoreApplication.translate("LabelSetChanges", words)
