"""The form of a kind of link."""

from typing import Any

from pytestqt.qtbot import QtBot

from annotator.ui.label_sets.relation_form import RelationForm
from tests.ui.label_sets.sets import NEWSROOM


def test_a_link_is_shown_and_what_is_changed_is_told(qtbot: QtBot) -> None:
    form, told = RelationForm(), list[dict[str, Any]]()
    qtbot.addWidget(form)
    form.edited.connect(told.append)
    form.show_part(NEWSROOM, NEWSROOM.relation("cued_by"), is_new=False)
    assert (form.title.text(), form.inverse.text(), form.most.value()) == ("cued by", "cue of", 1)
    assert form.from_labels.keys() == ("claim", "denial", "quote")
    assert told == []
    form.from_labels.tick("claim", on=False)
    form.most.setValue(0)
    form.symmetric.click()
    assert told == [{"from_labels": ("denial", "quote")}, {"most": None}, {"symmetric": True}]
