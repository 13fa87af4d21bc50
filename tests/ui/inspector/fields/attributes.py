"""Made-up attributes and a finder of sources, for the tests of fields."""

from collections.abc import Sequence
from typing import Any

from pytestqt.qtbot import QtBot

from annotator.core.identity import new_id
from annotator.core.records import SourceRecord
from annotator.core.schema import Attribute, AttributeKind, Value
from annotator.ui.inspector.fields.field import Field
from annotator.ui.inspector.fields.source_choices import SourceChoice


def attribute(kind: AttributeKind, **more: Any) -> Attribute:
    """An attribute of this kind."""
    return Attribute("key", "Title", kind, description="What it is.", **more)


VALUES = (Value("one", "one"), Value("other", "the other"), Value("old", "an old one", retired=True))
ALI, SARI, SITI = (SourceRecord(new_id(), name) for name in ("Ali", "Sari", "Siti"))


class Finder:
    """Finds by the beginning; proposes what it is told to."""

    def __init__(self) -> None:
        self.proposals: list[SourceChoice] = []

    def found(self, typed: str) -> Sequence[SourceChoice]:
        there = [one for one in (ALI, SARI, SITI) if one.name.lower().startswith(typed.lower())]
        return [SourceChoice(one.id, one.name) for one in there]

    def proposed(self, kind: str) -> Sequence[SourceChoice]:
        return self.proposals

    def name_of(self, source: SourceRecord) -> str:
        return source.name


def shown(qtbot: QtBot, field: Field) -> Field:
    """The field in a window of its own, with the keyboard."""
    qtbot.addWidget(field)
    field.resize(260, 300)
    field.show()
    field.activateWindow()
    qtbot.waitExposed(field)
    field.editor.setFocus()
    return field


def changes(field: Field) -> list[Any]:
    """What the field tells from now on."""
    told: list[Any] = []
    field.changed.connect(told.append)
    return told
