"""What somebody did, in words: a heading for each entry of the trail, and a sentence for each row that it changed."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from annotator.core.readings import OPEN, State, state_of
from annotator.core.schema import LabelSet
from annotator.operations.trail import TrailChange, TrailEntry
from annotator.ui.inspector.history_words import Names, in_words
from annotator.ui.lines import one_line
from annotator.ui.people.state_words import state_words

Image = Mapping[str, Any]

_IN_HISTORY = frozenset(("annotation", "relation", "contact"))
_SILENT = frozenset(
    (
        "id",
        "document_id",
        "annotator_id",
        "sentence_ends",
        "start_char",
        "end_char",
        "content",
        "submission_id",
        "label_set",
    )
)
_SHOWN = 80


@dataclass(frozen=True, slots=True)
class _Line:
    """A change as the words of an annotation's history want it."""

    at: datetime
    annotator: str
    title: str
    table: str
    before: Image | None
    after: Image | None


def heading(entry: TrailEntry) -> str:
    """What was done, e.g. "Tag claim", "taken back: Tag claim"."""
    patterns = {
        "undo": _tr("taken back: {title}"),
        "redo": _tr("done again: {title}"),
        "merge": _tr("another copy taken in: {title}"),
    }
    return patterns.get(entry.kind, "{title}").format(title=one_line(entry.title))


def change_words(
    entry: TrailEntry, change: TrailChange, label_set: LabelSet | None, name_of: Callable[[UUID], str]
) -> str:
    """One plain sentence on what was done to one row."""
    if change.table in _IN_HISTORY:
        line = _Line(entry.at, entry.annotator, entry.title, change.table, change.before, change.after)
        return in_words(line, label_set, Names(_about(change), name_of))
    noun = _nouns().get(change.table, change.table.replace("_", " "))
    if change.before is None:
        return _tr("{noun} made{what}").format(noun=noun, what=_told(change.after or {}, name_of))
    if change.after is None:
        return _tr("{noun} removed{what}").format(noun=noun, what=_told(change.before, name_of))
    differences = ", ".join(_differences(change.before, change.after, name_of))
    return f"{noun}: {differences}" if differences else _tr("{noun} changed").format(noun=noun)


def _about(change: TrailChange) -> UUID | None:
    """The annotation that a link is told of: the one that it goes out from."""
    image = change.after or change.before or {}
    found: UUID | None = change.row_id if change.table == "annotation" else image.get("from_id")
    return found


def _told(image: Image, name_of: Callable[[UUID], str]) -> str:
    """The words of a row that was made or removed, after a colon."""
    said = [words for name, value in image.items() if name not in _SILENT and (words := _fact(name, value, name_of))]
    return f": {', '.join(said)}" if said else ""


def _fact(name: str, value: Any, name_of: Callable[[UUID], str]) -> str:
    """A value that says what it is: “yes” and a figure are told with their name."""
    if value is True:
        return _field(name)
    words = _value(_told_state(name, value), name_of)
    return f"{_field(name)} {words}" if isinstance(value, int) and words else words


def _differences(before: Image, after: Image, name_of: Callable[[UUID], str]) -> Iterator[str]:
    for name in after:
        if name in _SILENT:
            continue
        old, new = (_value(_told_state(name, image.get(name)), name_of) or _tr("nothing") for image in (before, after))
        yield _tr("{field} {old} → {new}").format(field=_field(name), old=old, new=new)


def _told_state(name: str, value: Any) -> Any:
    """How far a reading is, as the window says it everywhere."""
    if name != "state" or value not in (OPEN, *State):
        return value
    words = state_words(state_of(value, has_work=True))
    return words[:1].lower() + words[1:]


def _field(name: str) -> str:
    return name.removesuffix("_id").replace("_", " ")


def _value(value: Any, name_of: Callable[[UUID], str]) -> str:
    if value is None or value == "" or value is False:
        return ""
    if value is True:
        return _tr("yes")
    if isinstance(value, UUID):
        return name_of(value)
    if isinstance(value, bytes):
        return ""
    if isinstance(value, list | dict):
        return _tr("{count} entries").format(count=len(value))
    return one_line(str(value), _SHOWN)


def _nouns() -> dict[str, str]:
    return {
        "project": _tr("The project"),
        "annotator": _tr("A person"),
        "document": _tr("The article"),
        "sentence_break": _tr("The end of a sentence"),
        "mark": _tr("“Nothing here”"),
        "label_set_version": _tr("The label set"),
        "source": _tr("A source"),
        "rejected_suggestion": _tr("A rejected suggestion"),
        "reading": _tr("The reading"),
        "submission": _tr("A submission"),
        "verdict": _tr("A verdict"),
        "comment": _tr("A comment"),
        "ruling": _tr("A ruling"),
        "self_check": _tr("A self-check"),
        "merge_conflict": _tr("A conflict of two copies"),
    }


def _tr(words: str) -> str:
    return QCoreApplication.translate("Audit", words)
