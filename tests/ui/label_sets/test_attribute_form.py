"""The form of a field."""

from typing import Any

from pytestqt.qtbot import QtBot

from annotator.core.schema import AttributeKind
from annotator.ui.label_sets.attribute_form import AttributeForm
from tests.ui.label_sets.sets import NEWSROOM


def shown(qtbot: QtBot, key: str, *, is_new: bool = False) -> tuple[AttributeForm, list[dict[str, Any]]]:
    form, told = AttributeForm(), list[dict[str, Any]]()
    qtbot.addWidget(form)
    form.edited.connect(told.append)
    form.show_part(NEWSROOM, NEWSROOM.attribute(key), is_new=is_new)
    return form, told


def test_what_annotations_rely_on_cannot_be_changed(qtbot: QtBot) -> None:
    form, told = shown(qtbot, "medium")
    assert not form.kind.isEnabled()
    assert not form.default.isEnabled()
    assert form.default.currentText() == "unknown"
    assert told == []
    form, _told = shown(qtbot, "medium", is_new=True)
    assert form.kind.isEnabled()
    assert form.default.isEnabled()


def test_only_what_belongs_to_its_kind_is_asked(qtbot: QtBot) -> None:
    for key, rows in (
        ("medium", (True, True, False)),
        ("denied_text", (False,) * 3),
        ("addressed_to", (False, False, True)),
    ):
        form, _told = shown(qtbot, key)
        assert tuple(form.form.isRowVisible(field) for field in (form.values, form.default, form.many)) == rows
    form, _told = shown(qtbot, "negated_report")
    assert [form.default.itemText(row) for row in range(form.default.count())] == ["no", "yes"]


def test_each_field_tells_what_it_changes(qtbot: QtBot) -> None:
    form, told = shown(qtbot, "medium", is_new=True)
    form.kind.setCurrentIndex(form.kind.findData("text"))
    form.kind.activated.emit(form.kind.currentIndex())
    form.labels.tick("denial", on=True)
    form.first.click()
    form.shown_when.parts[0].box.setCurrentIndex(form.shown_when.parts[0].box.findData("quote_type"))
    form.shown_when.parts[0].box.activated.emit(0)
    form.shown_when.parts[0].values.tick("direct", on=True)
    assert told[0] == {"kind": AttributeKind.TEXT, "default": "", "many": False, "guess": ""}
    assert told[1:3] == [{"labels": ("denial", "quote")}, {"first": True}]
    assert told[-1] == {"shown_when": (("quote_type", ("direct",)),)}
