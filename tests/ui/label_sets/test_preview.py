"""How a set would look."""

from pytestqt.qtbot import QtBot

from annotator.core import label_changes
from annotator.ui.label_sets.preview import Preview
from annotator.ui.theme import read_theme
from tests.ui.label_sets.sets import NEWSROOM, PLAIN


def shown(qtbot: QtBot) -> Preview:
    preview = Preview(read_theme("light"))
    qtbot.addWidget(preview)
    preview.resize(320, 500)
    preview.show()
    return preview


def test_every_label_lies_on_the_sample(qtbot: QtBot) -> None:
    preview = shown(qtbot)
    preview.show_set(NEWSROOM, "denial")
    assert {one.label for one in preview.text.annotations()} >= {label.key for label in NEWSROOM.main}
    assert preview.words.text() == "What is asked of “Denial”:"
    page = preview.form.page
    assert page is not None
    assert "denial_form" in page.fields


def test_it_follows_a_change(qtbot: QtBot) -> None:
    preview = shown(qtbot)
    preview.show_set(NEWSROOM, "claim")
    preview.show_set(label_changes.retire(NEWSROOM, "labels", "claim"), "claim")
    assert "claim" not in {one.label for one in preview.text.annotations()}
    preview.show_set(PLAIN, "quote")
    assert preview.words.text() == ""
