"""What is said of all places at once is asked for the label that is chosen."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from annotator import resources
from annotator.core.schema import Attribute, AttributeKind, LabelSet, Value
from annotator.core.schema_file import read_label_set
from annotator.ui.finding.attribute_row import AttributeRow

NEWSROOM = read_label_set(resources.read_toml("label_sets", "newsroom", "label_set.toml"))


def choice(key: str, **more: object) -> Attribute:
    values = (Value("yes", "yes"), Value("no", "no"))
    return Attribute(key, key, AttributeKind.CHOICE, ("claim",), values, **more)  # type: ignore[arg-type]


def label_set() -> LabelSet:
    attributes = (
        choice("sure", first=True),
        choice("why", first=True, shown_when=(("sure", ("no",)),)),
        choice("later"),
        choice("marks", first=True, guess="marks"),
    )
    return replace(NEWSROOM, attributes=attributes)


def test_what_comes_first_is_asked_when_it_matters(qtbot: QtBot) -> None:
    row = AttributeRow(label_set())
    qtbot.addWidget(row)
    row.set_label("claim")
    row.show()
    sure, why = row.fields()
    assert [field.attribute.key for field in (sure, why)] == ["sure", "why"]
    assert not why.isVisible()
    sure.changed.emit("no")
    assert why.isVisible()
    why.changed.emit("yes")
    assert row.values() == {"sure": "no", "why": "yes"}
    sure.changed.emit("yes")
    assert row.values() == {"sure": "yes"}
    row.set_label("denial")
    assert row.values() == {}
    assert row.fields() == []
    assert row.isHidden()
