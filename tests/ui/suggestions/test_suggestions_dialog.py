"""What is asked of suggestions, and what the dialog answers."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.core.suggestion_influence import Reading, measure
from annotator.core.suggestion_policy import CUES, LEARNED, SuggestionPolicy
from annotator.errors import ProjectError
from annotator.ui.suggestions.suggestions_dialog import SuggestionsDialog
from tests.core.test_suggestion_influence import readings
from tests.ui.reader.articles import newsroom

POLICY = SuggestionPolicy(hidden_share=0.1, since="2025-07-04T12:00:00+00:00", seed="seed")


@pytest.fixture
def dialog(qtbot: QtBot) -> SuggestionsDialog:
    made = SuggestionsDialog(None, POLICY, newsroom().main, "light")
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_is_left_as_it_was_is_the_same_policy(dialog: SuggestionsDialog) -> None:
    assert dialog.policy() == POLICY


def test_all_is_chosen_by_key(dialog: SuggestionsDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(dialog.on.hasFocus)
    QTest.keyClick(dialog.made_by, Qt.Key.Key_Down)
    QTest.keyClick(dialog.boxes["claim"], Qt.Key.Key_Space)
    QTest.keyClick(dialog.hidden, Qt.Key.Key_Up)
    assert dialog.policy() == replace(POLICY, suggesters=(LEARNED, CUES), labels=("denial", "quote"), hidden_share=0.11)
    QTest.keyClick(dialog.on, Qt.Key.Key_Space)
    assert not dialog.policy().on
    assert not dialog.hidden.isEnabled()


def test_no_label_at_all_is_off(dialog: SuggestionsDialog) -> None:
    for box in dialog.boxes.values():
        box.setChecked(False)
    assert dialog.policy() == replace(POLICY, on=False)


def test_the_measure_is_shown_with_its_bounds(dialog: SuggestionsDialog) -> None:
    made: list[Reading] = readings(20, 5, 0.5, 0.25)
    dialog.show_influence(measure(made, {"quote": {"accepted": 40}}, ["claim", "quote"]))
    claim, quote = dialog.table.words()
    assert claim[0] == "Claim"
    assert quote[1].endswith("n = 100")
    assert quote[3].startswith("+")
    assert quote[4] == "40 (100 %)"
    assert "20 articles" in dialog.ground.text()
    assert "seconds" in dialog.time.text()


def test_that_it_cannot_be_counted_is_said(dialog: SuggestionsDialog) -> None:
    dialog.show_failure(ProjectError("The disk is full."))
    assert dialog.ground.text() == "The disk is full."
    dialog.show_failure(RuntimeError("?"))
    assert "log" in dialog.ground.text()


def test_it_fits_on_a_small_screen_and_everything_has_a_name(dialog: SuggestionsDialog) -> None:
    dialog.show_influence(measure(readings(20, 5, 0.5, 0.25), {}, ["claim", "denial", "quote"]))
    assert dialog.sizeHint().width() <= 1024
    assert dialog.sizeHint().height() <= 660
    assert dialog.table.accessibleName()
    assert dialog.learned.table.accessibleName()


def test_many_labels_with_long_titles_are_all_legible(qtbot: QtBot) -> None:
    main = newsroom().main
    titles = [f"Statement number {n} by an official spokesperson" for n in range(12)]
    labels = [replace(main[n % 3], key=f"label_{n}", title=title) for n, title in enumerate(titles)]
    dialog = SuggestionsDialog(None, POLICY, labels, "light")
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    for box in dialog.boxes.values():
        assert box.width() >= box.sizeHint().width()
        assert box.geometry().bottom() <= dialog.boxes["label_0"].parentWidget().height()
    dialog.show_influence(measure(readings(20, 5, 0.5, 0.25), {}, ["label_0", "label_1", "label_2"]))
    assert dialog.table.geometry().bottom() < dialog.time.geometry().top()
    assert dialog.height() <= 660
