"""The articles in Label Studio's tasks, as the tool itself and its users' scripts write them.

Read besides what this program writes: the older name of annotations, pages of HTML whose places count the text without
its marks, and the short export with the results beside the data. What models predicted, drafts, skipped tasks and what
is said of a whole article are named and left out.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle, ExchangedLink
from annotator.core.records import Unread
from annotator.errors import UnreadableInput
from annotator.formats.foreign_details import DETAILS, details_in
from annotator.formats.foreign_text import ForeignText, main_text
from annotator.formats.json_entries import Entry
from annotator.formats.label_studio_config import NOTE, attribute_of
from annotator.formats.label_studio_page import PageText

_BY_PEOPLE = ("annotations", "completions")  # the second is the older name
_BY_MODELS = "predictions"
RESULTS = (*_BY_PEOPLE, _BY_MODELS)
"""The lists of a task that have results."""
_LABELS = ("labels", "hypertextlabels")
_UNNAMED_LINK = "related"
_OF_SHORT_EXPORT = frozenset({"id", "annotator", "annotation_id", "created_at", "updated_at", "lead_time", *DETAILS})
"""What stands in each entry of the short export, or is known of an article."""


def articles_of(entry: Entry) -> Iterator[ExchangedArticle | Unread]:
    """The article of a task, and an Unread for each thing in it that cannot be taken."""
    name, said = f"task {entry.number}", entry.fields
    task = _flat_as_task(said) if is_flat(said) else said
    data = task.get("data")
    fields: dict[str, Any] = data if isinstance(data, dict) else {}
    foreign = main_text(fields)
    if foreign is None:
        yield Unread(name, "It has no text.")
        return
    try:
        text = PageText(foreign) if _is_page(task) else ForeignText(foreign)
    except UnreadableInput as error:
        yield Unread(name, str(error))
        return
    reading = _Task(name, text)
    for list_name in _BY_PEOPLE:
        for number, one in enumerate(_entries(task, list_name), 1):
            reading.add(one, f"{list_name.removesuffix('s')} {number}")
    if proposed := _proposed(task):
        reading.leave(_BY_MODELS, f"What a model suggested is nobody’s reading, and is not taken; it has {proposed:,}.")
    if drafts := task.get("drafts"):
        reading.leave("drafts", f"Drafts are not taken; it has {len(drafts) if isinstance(drafts, list) else 1}.")
    if task is not said and (others := _unplaced(said, foreign)):
        why = f"It does not say which labels {others} are about; none of it is taken, unless you export all as JSON."
        reading.leave("short export", why)
    yield from reading.unread
    key = fields.get("id") or task.get("id") or entry.number
    annotations, links = tuple(reading.annotations.values()), tuple(reading.links)
    yield ExchangedArticle(str(key), text.text, annotations=annotations, links=links, **details_in(fields))


def is_flat(said: Mapping[str, Any]) -> bool:
    """True for an entry of the short export: labels stand beside the text, under the name of their control."""
    return "data" not in said and main_text(said) is not None and any(map(_is_flat_result, said.values()))


def _is_flat_result(value: Any) -> bool:
    first = value[0] if isinstance(value, list) and value else None
    return isinstance(first, dict) and "start" in first and any(isinstance(first.get(one), list) for one in _LABELS)


def _flat_as_task(said: Mapping[str, Any]) -> dict[str, Any]:
    results = [
        {"type": kind, "from_name": control, "value": value}
        for control, listed in said.items()
        if _is_flat_result(listed)
        for value in listed
        if isinstance(value, dict)
        for kind in _LABELS
        if kind in value
    ]
    by = {"completed_by": said["annotator"]} if said.get("annotator") else {}
    return {"id": said.get("id"), "data": dict(said), "annotations": [{**by, "result": results}]}


def _unplaced(said: Mapping[str, Any], text: str) -> str:
    """The names of what an entry of the short export says besides labels, in quotes."""
    known = (name in _OF_SHORT_EXPORT or value == text or _is_flat_result(value) for name, value in said.items())
    return ", ".join(f"“{name}”" for name, is_known in zip(said, known, strict=True) if not is_known)


def _is_page(task: Mapping[str, Any]) -> bool:
    """True when the places of a task are those of a page: paths in it, beside which offsets in its text may stand."""
    results = (one for name in RESULTS for entry in _entries(task, name) for one in _results(entry))
    return any("globalOffsets" in _value(one) or "startOffset" in _value(one) for one in results)


def _proposed(task: Mapping[str, Any]) -> int:
    """How many annotations models have suggested."""
    results = (one for entry in _entries(task, _BY_MODELS) for one in _results(entry))
    return sum(one.get("type") in _LABELS for one in results)


def _entries(task: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    listed = task.get(name)
    return [one if isinstance(one, dict) else {} for one in listed] if isinstance(listed, list) else []


def _results(entry: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    listed = entry.get("result")
    yield from (one for one in (listed if isinstance(listed, list) else ()) if isinstance(one, dict))


def _value(result: Mapping[str, Any]) -> dict[str, Any]:
    value = result.get("value")
    return value if isinstance(value, dict) else {}


@dataclass(slots=True)
class _Task:
    """A task that is being read."""

    name: str
    text: ForeignText | PageText
    annotations: dict[str, ExchangedAnnotation] = field(default_factory=dict)
    links: list[ExchangedLink] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)

    def leave(self, what: str, why: str) -> None:
        """Name something that is not taken."""
        self.unread.append(Unread(f"{self.name}, {what}", why))

    def add(self, entry: Mapping[str, Any], what: str) -> None:
        """Take what one annotator says."""
        if entry.get("was_cancelled") or entry.get("skipped"):
            self.leave(what, "It was skipped in Label Studio; what it says is not taken.")
            return
        annotator = _annotator(entry)
        results = list(_results(entry))
        keys: dict[str, list[str]] = {}
        for at, one in enumerate(results):
            kind = one.get("type")
            if kind in _LABELS:
                self._add_region(one, keys, annotator, f"{what}, result {at + 1}", what)
        for at, one in enumerate(results):
            if one.get("type") == "relation":
                self._add_link(one, keys, f"{what}, result {at + 1}")
            elif one.get("type") not in _LABELS:
                self._add_attribute(one, keys, f"{what}, result {at + 1}")

    def _add_region(
        self, result: Mapping[str, Any], keys: dict[str, list[str]], annotator: str, what: str, entry: str
    ) -> None:
        value = _value(result)
        found = value.get(str(result.get("type")))
        labels = [str(one) for one in found] if isinstance(found, list) else []
        if not labels:
            self.leave(what, "It has no label.")
            return
        offsets = value.get("globalOffsets")
        place = offsets if isinstance(offsets, dict) else value
        words = value.get("text")
        try:
            span = self.text.place(place.get("start"), place.get("end"), words if isinstance(words, str) else "")
        except ValueError as error:
            self.leave(what, str(error))
            return
        given = str(result.get("id") or f"{entry}.{len(self.annotations) + 1}")
        meta = result.get("meta")
        said = meta if isinstance(meta, dict) else {}
        note = "\n".join(map(str, said["text"])) if isinstance(said.get("text"), list) else ""
        for label in labels:
            key = self._free(given, entry)
            by = str(said.get("annotator") or annotator)
            self.annotations[key] = ExchangedAnnotation(key, label, (span,), {}, note, by)
            keys.setdefault(given, []).append(key)

    def _free(self, given: str, entry: str) -> str:
        """A key that no other annotation has: several annotators who began with one prediction have its ids."""
        if given not in self.annotations:
            return given
        names = (f"{given} ({entry}{f', {at}' if at else ''})" for at in range(len(self.annotations) + 1))
        return next(name for name in names if name not in self.annotations)

    def _add_attribute(self, result: Mapping[str, Any], keys: Mapping[str, list[str]], what: str) -> None:
        control, kind = str(result.get("from_name")), str(result.get("type"))
        said = _said(_value(result).get("text" if kind == "textarea" else kind))
        regions = keys.get(str(result.get("id")), ())
        if not regions or said is None:
            about = "is about the whole article" if not regions else "says nothing that is known here"
            self.leave(what, f"“{control}” {about}, and is not taken.")
        for key in regions if said is not None else ():
            one = self.annotations[key]
            if control == NOTE and kind == "textarea":
                words = "\n".join(said) if isinstance(said, list) else str(said)
                self.annotations[key] = replace(one, note=f"{one.note}\n{words}" if one.note else words)
            else:
                name = attribute_of(control)
                self.annotations[key] = replace(one, attributes={**one.attributes, name: said})

    def _add_link(self, result: Mapping[str, Any], keys: Mapping[str, list[str]], what: str) -> None:
        starts, ends = (keys.get(str(result.get(name))) for name in ("from_id", "to_id"))
        if not starts or not ends:
            self.leave(what, "It links what is not here.")
            return
        if result.get("direction") == "left":
            starts, ends = ends, starts
        labels = result.get("labels")
        for kind in labels if isinstance(labels, list) and labels else [_UNNAMED_LINK]:
            self.links.append(ExchangedLink(str(kind), starts[0], ends[0]))


def _annotator(entry: Mapping[str, Any]) -> str:
    """Who has made an entry: an address, a name or a number."""
    by = entry.get("completed_by") or ""
    if not isinstance(by, dict):
        return str(by)
    name = " ".join(str(by[part]) for part in ("first_name", "last_name") if by.get(part))
    return str(by.get("email") or name or by.get("username") or by.get("id") or "")


def _said(value: Any) -> Any:
    """A value of an attribute: one alone by itself, of a path what it leads through; None where nothing is said."""
    if isinstance(value, list):
        found = [" > ".join(map(str, one)) if isinstance(one, list) else str(one) for one in value]
        return found[0] if len(found) == 1 else found or None
    return value if isinstance(value, str | int | float) else None
