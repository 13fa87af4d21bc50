"""What happened to an annotation, in words: from the journal's before and after of its row."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication

from annotator.core.schema import LabelSet

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
    def before(self) -> Image | None: ...

    @property
    def after(self) -> Image | None: ...


def in_words(line: HistoryLine, label_set: LabelSet | None) -> str:
    """One plain sentence, e.g. "Ana tagged this as Claim"."""
    before, after, who = line.before, line.after, line.annotator
    if before is None and after is None:
        return f"{who}: {line.title}"
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
    return changes


def _note(before: Image, after: Image) -> str:
    if not before.get("note"):
        return _tr("added a note")
    return _tr("changed the note") if after.get("note") else _tr("removed the note")


def _title(image: Image | None, label_set: LabelSet | None) -> str:
    key = str((image or {}).get("label", ""))
    titles = {label.key: label.title for label in label_set.labels} if label_set else {}
    return titles.get(key, key)


def _tr(words: str) -> str:
    return QCoreApplication.translate("History", words)
