"""What can be said of one annotation, or of several at once."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QComboBox, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from annotator.core.schema import Attribute, AttributeKind, Severity
from annotator.core.validation import Problem
from annotator.ui.inspector.described import Described
from annotator.ui.inspector.form import AttributeForm
from annotator.ui.inspector.form_page import FormPage
from tests.ui.inspector.fields.attributes import ALI, SARI, Finder
from tests.ui.inspector.passages import described, newsroom

Told = list[tuple[tuple[UUID, ...], dict[str, Any]]]


@pytest.fixture
def form(qtbot: QtBot) -> AttributeForm:
    form = AttributeForm()
    qtbot.addWidget(form)
    form.set_source_finder(Finder())
    form.set_labels(newsroom())
    form.resize(300, 600)
    form.show()
    form.activateWindow()
    return form


def page(form: AttributeForm) -> FormPage:
    assert form.page is not None
    return form.page


def combo(form: AttributeForm, key: str) -> QComboBox:
    return page(form).fields[key].findChildren(QComboBox)[0]


def changes(form: AttributeForm) -> Told:
    told: Told = []
    form.changed.connect(lambda ids, change: told.append((ids, change)))
    return told


def test_fields_show_what_is_said_and_what_is_the_default(form: AttributeForm) -> None:
    form.show_described([described(claim_kind="quantity")])
    assert combo(form, "claim_kind").currentText() == "quantity"
    assert combo(form, "voice").currentText() == "reported"
    assert page(form).fields["accuses"].isVisible()
    assert "quote_type" not in page(form).fields


def test_a_change_is_told_at_once_with_whose_it_is(form: AttributeForm, qtbot: QtBot) -> None:
    shown = described()
    form.show_described([shown])
    told = changes(form)
    qtbot.keyClick(page(form).fields["claim_kind"].editor, Qt.Key.Key_Q)
    assert told == [((shown.record.id,), {"claim_kind": "quantity"})]


def test_what_does_not_apply_is_not_asked(form: AttributeForm) -> None:
    shown = described()
    form.show_described([shown])
    assert not page(form).fields["reply_status"].isVisible()
    assert not form.focus_field("reply_status")
    form.show_described([replace(shown, record=replace(shown.record, attributes={"accuses": "organisation"}))])
    assert page(form).fields["reply_status"].isVisible()


def test_several_show_what_they_share_and_differ_in(form: AttributeForm, qtbot: QtBot) -> None:
    one, other = described(0, voice="outlet", claim_kind="quantity"), described(50, voice="outlet")
    form.show_described([one, other])
    assert combo(form, "voice").currentText() == "the article’s own"
    assert combo(form, "claim_kind").currentIndex() == -1
    told = changes(form)
    qtbot.keyClick(combo(form, "claim_kind"), Qt.Key.Key_C)
    assert told == [((one.record.id, other.record.id), {"claim_kind": "cause_effect"})]


def test_of_different_labels_the_common_fields_are_shown(form: AttributeForm) -> None:
    form.show_described([described(0, "claim"), described(50, "denial")])
    assert {*page(form).fields} == {"attributed_to", "legal_flag", "certainty"}


def test_sources_are_told_by_attribute(form: AttributeForm, qtbot: QtBot) -> None:
    shown = replace(described(0, "quote"), sources={"attributed_to": (ALI,)})
    form.show_described([shown])
    assert page(form).fields["attributed_to"].editor.property("text") == "Ali"
    told: list[tuple[object, str, list[UUID]]] = []
    form.sources_changed.connect(lambda *given: told.append(given))
    assert form.focus_field("attributed_to")
    qtbot.keyClicks(page(form).fields["attributed_to"].editor, "sari")
    qtbot.keyClick(page(form).fields["attributed_to"].editor, Qt.Key.Key_Return)
    assert told == [((shown.record.id,), "attributed_to", [SARI.id])]


def test_typed_words_belong_to_whom_they_were_typed_for(form: AttributeForm, qtbot: QtBot) -> None:
    first, second = described(0, "denial", target_in_text="absent"), described(50, "denial", target_in_text="absent")
    form.show_described([first])
    told = changes(form)
    assert form.focus_field("denied_text")
    qtbot.keyClicks(page(form).fields["denied_text"].editor, "He took it")
    assert not form.is_saved
    form.show_described([second])
    assert told == [((first.record.id,), {"denied_text": "He took it"})]
    assert page(form).fields["denied_text"].findChildren(QPlainTextEdit)[0].toPlainText() == ""
    form.keep_draft((first.record.id,), {"denied_text": "He took it"})
    assert not form.is_saved
    form.show_described([first])
    assert page(form).fields["denied_text"].findChildren(QPlainTextEdit)[0].toPlainText() == "He took it"


def test_words_typed_for_several_go_to_all_of_them(form: AttributeForm, qtbot: QtBot) -> None:
    both = [described(start, "denial", target_in_text="absent") for start in (0, 50)]
    form.show_described(both)
    told = changes(form)
    form.focus_field("denied_text")
    qtbot.keyClicks(page(form).fields["denied_text"].editor, "x")
    form.show_described(())
    assert told == [(tuple(one.record.id for one in both), {"denied_text": "x"})]


def test_problems_stand_beside_their_field(form: AttributeForm) -> None:
    problem = Problem("rule", Severity.SOFT, "Name the source.", "attributed_to")
    form.show_described([replace(described(), problems=(problem,))])
    assert page(form).fields["attributed_to"].problem == "Name the source."
    assert page(form).fields["voice"].problem == ""


def test_unfolding_is_remembered_for_other_labels_and_done_for_a_field_that_is_needed(form: AttributeForm) -> None:
    form.show_described([described()])
    assert not page(form).fields["polarity"].isVisible()
    assert form.focus_field("polarity")
    assert page(form).fields["polarity"].isVisible()
    form.show_described([described(0, "quote")])
    assert page(form).fields["medium"].isVisible()
    page(form).fold.click()
    assert not page(form).fields["medium"].isVisible()


def test_nothing_can_be_changed_in_an_older_version(form: AttributeForm) -> None:
    form.set_changeable(False)
    form.show_described([described()])
    form.set_changeable(False)
    assert not any(field.editor.isEnabled() for key, field in page(form).fields.items())


def test_another_label_set_makes_other_fields_and_the_same_one_keeps_them(form: AttributeForm) -> None:
    form.show_described([described()])
    before = page(form)
    form.set_labels(newsroom())
    assert page(form) is before
    form.set_labels(replace(newsroom(), attributes=newsroom().attributes[:3]))
    assert [*page(form).fields] == ["attributed_to", "voice"]


def test_no_label_set_no_fields(qtbot: QtBot) -> None:
    form = AttributeForm()
    qtbot.addWidget(form)
    form.show_described([Described(described().record)])
    assert form.page is not None
    assert form.page.is_empty


def test_who_listens_hears_name_value_and_what_is_wrong(form: AttributeForm) -> None:
    problem = Problem("rule", Severity.SOFT, "Name the source.", "attributed_to")
    form.show_described([replace(described(voice="outlet"), problems=(problem,))])
    voice = QAccessible.queryAccessibleInterface(page(form).fields["voice"].editor)
    assert voice.role() is QAccessible.Role.ComboBox
    # On Linux a list's name is its value, and what it is called is told by the label it belongs to.
    assert voice.text(QAccessible.Text.Value) == "the article’s own"
    called = {label.buddy(): label.text().replace("&", "") for label in page(form).findChildren(QLabel)}
    assert {called[field.editor] for field in page(form).shown_fields()} >= {"Voice", "Source", "Accuses"}
    source = QAccessible.queryAccessibleInterface(page(form).fields["attributed_to"].editor)
    assert source.role() is QAccessible.Role.EditableText
    assert source.text(QAccessible.Text.Name) == "Source"
    assert source.text(QAccessible.Text.Description).startswith("Name the source. Who says so")
    fold = QAccessible.queryAccessibleInterface(page(form).fold)
    assert (fold.text(QAccessible.Text.Name), fold.text(QAccessible.Text.Description)) == ("More fields", "folded")


def test_what_is_no_number_is_not_shown_for_another_annotation(form: AttributeForm, qtbot: QtBot) -> None:
    count = Attribute("count", "Count", AttributeKind.NUMBER, first=True)
    form.set_labels(replace(newsroom(), attributes=(count,)))
    form.show_described([described()])
    told = changes(form)
    qtbot.keyClicks(page(form).fields["count"].editor, "many")
    form.show_described([described(50)])
    assert page(form).fields["count"].editor.property("text") == ""
    assert page(form).fields["count"].problem == ""
    assert told == []
