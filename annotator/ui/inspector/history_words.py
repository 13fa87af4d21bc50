"""What happened to an annotation, in words: from the journal's before and after of its row and of what ties it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from annotator.core.schema import Attribute, AttributeKind, LabelSet

Image = Mapping[str, Any]

_EDGES = ("segments", "start_char", "end_char")


class HistoryLine(Protocol):
    """One entry of the journal about one row; an insert has no `before`, a removal no `after`."""

    @property
    def at(self) -> datetime: ...

    @property
    def annotator(self) -> str: ...

    @property
    def title(self) -> str: ...

    @property
    def table(self) -> str: ...

    @property
    def before(self) -> Image | None: ...

    @property
    def after(self) -> Image | None: ...


@dataclass(frozen=True, slots=True)
class Names:
    """Whose history it is, and how the sources and annotations that it is tied to are called."""

    annotation_id: UUID | None = None
    name_of: Callable[[UUID], str] = lambda _key: ""


def in_words(line: HistoryLine, label_set: LabelSet | None, names: Names | None = None) -> str:
    """One plain sentence, e.g. "Ana tagged this as Claim"."""
    before, after, who = line.before, line.after, line.annotator
    if before is None and after is None:
        return f"{who}: {line.title}"
    if line.table == "relation":
        return _tie(line, label_set, names or Names())
    if line.table == "contact":
        return _contact(line)
    if before is None:
        label = _title(after, label_set)
        return _tr("{who} tagged this as {label}").format(who=who, label=label)
    if after is None:
        return _tr("{who} removed it").format(who=who)
    changes = _changes(before, after, label_set)
    return f"{who} {_tr(', ').join(changes)}" if changes else f"{who}: {line.title}"


def _changes(before: Image, after: Image, label_set: LabelSet | None) -> list[str]:
    changes = []
    if before.get("label") != after.get("label"):
        old, new = _title(before, label_set), _title(after, label_set)
        changes.append(_tr("changed {old} to {new}").format(old=old, new=new))
    if (before.get("note") or "") != (after.get("note") or ""):
        changes.append(_note(before, after))
    if any(before.get(name) != after.get(name) for name in _EDGES):
        changes.append(_tr("moved its edges"))
    changes += _attributes(before.get("attributes") or {}, after.get("attributes") or {}, label_set)
    return changes


def _note(before: Image, after: Image) -> str:
    if not before.get("note"):
        return _tr("added a note")
    return _tr("changed the note") if after.get("note") else _tr("removed the note")


def _attributes(before: Image, after: Image, label_set: LabelSet | None) -> list[str]:
    """In the order of the label set; what has gone from it comes last, by its key."""
    known = {attribute.key: attribute for attribute in label_set.attributes} if label_set else {}
    changed = [key for key in {**before, **after} if before.get(key) != after.get(key)]
    order = [*known]
    changed.sort(key=lambda key: order.index(key) if key in known else len(order))
    return [_attribute(known.get(key), key, after.get(key)) for key in changed]


def _attribute(attribute: Attribute | None, key: str, value: Any) -> str:
    field = attribute.title if attribute else key
    back = value is None
    if back and attribute:
        value = attribute.default or None
    if value is None:
        return _tr("emptied “{field}”").format(field=field)
    words = _tr("set “{field}” back to “{value}”") if back else _tr("set “{field}” to “{value}”")
    return words.format(field=field, value=_value(attribute, value))


def _value(attribute: Attribute | None, value: Any) -> str:
    if attribute and attribute.kind is AttributeKind.YES_NO:
        return _tr("yes") if value in (True, "yes") else _tr("no")
    known = attribute.value(str(value)) if attribute else None
    return known.title if known else str(value)


def _tie(line: HistoryLine, label_set: LabelSet | None, names: Names) -> str:
    """A source that was named or is no longer, a link that was made or removed."""
    image = line.after or line.before or {}
    made, who, kind = line.after is not None, line.annotator, str(image.get("kind", ""))
    if line.before is not None and line.after is not None:
        return f"{who}: {line.title}"
    if source := image.get("source_id"):
        fields = {one.key: one.title for one in label_set.attributes} if label_set else {}
        words = _tr("{who} named {name} as “{field}”") if made else _tr("{who} took {name} out of “{field}”")
        return words.format(who=who, name=names.name_of(source) or _tr("a source"), field=fields.get(kind, kind))
    out = image.get("from_id") == names.annotation_id
    other = names.name_of(image["to_id"] if out else image["from_id"]) or _tr("another annotation")
    words = _tr("{who} linked it: {kind} {other}") if made else _tr("{who} removed the link: {kind} {other}")
    return words.format(who=who, kind=_relation(kind, label_set, out=out), other=other)


def _relation(key: str, label_set: LabelSet | None, *, out: bool) -> str:
    kind = next((one for one in label_set.relations if one.key == key), None) if label_set else None
    return (kind.title if out else kind.inverse) if kind else key


def _contact(line: HistoryLine) -> str:
    if line.before is None:
        words = _tr("{who} wrote a contact into the log")
    elif line.after is None:
        words = _tr("{who} removed a contact from the log")
    else:
        words = _tr("{who} changed a contact in the log")
    return words.format(who=line.annotator)


def _title(image: Image | None, label_set: LabelSet | None) -> str:
    key = str((image or {}).get("label", ""))
    titles = {label.key: label.title for label in label_set.labels} if label_set else {}
    return titles.get(key, key)


def _tr(words: str) -> str:
    return QCoreApplication.translate("History", words)
