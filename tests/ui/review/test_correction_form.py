"""The form for a correction, by real keys."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.core.records import SourceRecord
from annotator.core.spans import Span
from annotator.operations import annotations
from annotator.operations.corrections import Correction
from annotator.ui.review.correction_form import CorrectionForm
from tests.operations.review_desk import take_up
from tests.store.desk import Desk
from tests.ui.review.readings import reading

CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def form(qtbot: QtBot, desk: Desk, article: UUID) -> CorrectionForm:
    take_up(desk, article)
    claim = reading(desk, article).annotations[0].annotation
    annotations.set_attributes(desk.workspace, [claim.id], {"accuses": "organisation"}, desk.ana)
    found = reading(desk, article)
    made = CorrectionForm()
    qtbot.addWidget(made)
    made.resize(340, 700)
    with qtbot.waitActive(made):
        made.show()
    made.set_labels(found.label_set, "light")
    made.begin(found.annotations[0].annotation, {}, "The mayor took the money.")
    return made


def test_it_begins_on_the_stretch_and_nothing_is_other(form: CorrectionForm) -> None:
    assert form.stretch.hasFocus()
    assert form.stretch.accessibleName() == "The mayor took the money."
    assert form.correction() == Correction()


def test_keys_move_the_ends(qtbot: QtBot, form: CorrectionForm) -> None:
    for modifiers, signal in ((CONTROL | SHIFT, form.end_moved), (CONTROL | SHIFT | ALT, form.start_moved)):
        for key, rightwards in ((Qt.Key.Key_Right, True), (Qt.Key.Key_Left, False)):
            with qtbot.waitSignal(signal) as told:
                QTest.keyClick(form.stretch, key, modifiers)
            assert told.args == [rightwards]
    form.set_stretch([Span(4, 9)], "mayor")
    assert form.correction() == Correction([Span(4, 9)]) or form.correction().segments == (Span(4, 9),)


def test_a_labels_key_gives_the_label_and_keeps_what_fits(qtbot: QtBot, form: CorrectionForm) -> None:
    vera = SourceRecord(form.draft.id if form.draft else UUID(int=1), "Vera Lund")
    form.take_sources("attributed_to", [vera])
    QTest.keyClick(form.stretch, Qt.Key.Key_3)
    wanted = form.correction()
    assert (wanted.label, dict(wanted.values)) == ("quote", {"accuses": None})
    assert wanted.sources == {"attributed_to": [vera.id]}
    assert form._labels["quote"].isChecked()
    with qtbot.waitSignal(form.saved) as told:
        QTest.keyClick(form.stretch, Qt.Key.Key_Return)
    assert told.args is not None
    assert told.args[0] == wanted


def test_fields_note_and_reason_are_handed_over_at_once(qtbot: QtBot, form: CorrectionForm) -> None:
    form.form.changed.emit((), {"certainty": "unsure"})
    form.form.changed.emit((), {"accuses": "nobody"})
    form.note.setText("Narrower.")
    form.reason.setFocus()
    QTest.keyClicks(form.reason, "Too long")
    with qtbot.waitSignal(form.saved) as told:
        QTest.keyClick(form.reason, Qt.Key.Key_Return)
    assert told.args is not None
    correction, reason = told.args
    assert (dict(correction.values), correction.note, reason) == (
        {"accuses": None, "certainty": "unsure"},
        "Narrower.",
        "Too long",
    )


def test_sources_are_asked_for_and_taken(qtbot: QtBot, form: CorrectionForm) -> None:
    with qtbot.waitSignal(form.sources_wanted) as told:
        form.form.sources_changed.emit((), "attributed_to", [UUID(int=3)])
    assert told.args == ["attributed_to", [UUID(int=3)]]
    with qtbot.waitSignal(form.source_wanted) as told:
        form.form.source_wanted.emit((), "attributed_to", "Vera")
    assert told.args == ["attributed_to", "Vera"]


def test_escape_leaves_and_control_enter_saves_from_anywhere(qtbot: QtBot, form: CorrectionForm) -> None:
    with qtbot.waitSignal(form.left):
        QTest.keyClick(form.stretch, Qt.Key.Key_Escape)
    form.note.setFocus()
    with qtbot.waitSignal(form.saved):
        QTest.keyClick(form.cancel, Qt.Key.Key_Return, CONTROL)
    form.end()
    assert form.draft is None
    with qtbot.assertNotEmitted(form.saved):
        QTest.keyClick(form.stretch, Qt.Key.Key_Return)
