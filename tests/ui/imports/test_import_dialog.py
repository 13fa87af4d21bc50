"""The dialog in which a file of annotations is looked at."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.core.import_map import AS_NOTE
from annotator.ui.imports.import_choices import Asked
from annotator.ui.imports.import_dialog import ImportDialog
from tests.ui.focus import focusable
from tests.ui.imports.previews import LABELS, preview

FORMATS = [("doccano", "doccano"), ("w3c", "W3C Web Annotation")]


@pytest.fixture
def dialog(qtbot: QtBot) -> ImportDialog:
    made = ImportDialog(None, "a.json", FORMATS, ["Ana", "Ben"], "Ana")
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    made.choose_format("w3c")
    return made


def test_until_it_has_been_looked_at_nothing_can_be_imported(dialog: ImportDialog) -> None:
    assert not dialog.go.isEnabled()
    assert "Looking at the file" in dialog.outcome.text()
    assert ImportDialog(dialog, "a.json", FORMATS).format.currentText() == ""
    dialog.wait(3, 1200)
    assert "3 / 1,200" in dialog.outcome.text()


def test_it_shows_what_is_there_and_what_becomes_of_it(dialog: ImportDialog) -> None:
    dialog.show_preview(preview(), LABELS)
    assert dialog.found.text() == "5 annotations in 2 articles: 1 here already, 1 new."
    assert (dialog.go.text(), dialog.go.isEnabled()) == ("Import 3 annotations", True)
    assert dialog.samples.as_text().splitlines()[0] == "Beras\tHarga beras\tClaims → Claim"
    assert dialog.left_out.rowCount() == 2
    assert dialog.views.tabText(1) == "Left out (2)"
    dialog.views.setCurrentIndex(1)
    assert dialog.left_out.whole is not None
    assert dialog.left_out.whole.isVisible()
    assert dialog.left_out.whole.text().splitlines()[0] == dialog.left_out.as_text().split("\t")[0]
    assert [dialog.maps.tabText(at) for at in range(4)] == ["Labels (2)", "Attributes (2)", "Links (1)", "People (2)"]
    assert dialog.labels.boxes["Claims",].hasFocus()
    assert dialog.new_labels.isVisible()


def test_what_is_chosen_is_asked_for_in_a_moment(dialog: ImportDialog, qtbot: QtBot) -> None:
    dialog.show_preview(preview(), LABELS)
    dialog.maps.setCurrentIndex(1)
    box = dialog.attributes.boxes["odd",]
    box.setFocus()
    with qtbot.waitSignal(dialog.look_wanted) as asked:
        QTest.keyClick(box, Qt.Key.Key_Down)
        assert not dialog.go.isEnabled()
    (found,) = asked.args
    assert isinstance(found, Asked)
    assert (found.format_id, found.names.attributes["odd"]) == ("w3c", AS_NOTE)
    assert found.names.values == {"Certainty": {"Unsure": "unsure", "maybe": ""}}
    assert found.names.annotators == {"ana": "", "Cici": "Cici"}
    assert not found.new_labels
    assert not found.submit


def test_what_holds_of_the_whole_format_is_not_taken_for_what_is_left_out_of_the_file(dialog: ImportDialog) -> None:
    dialog.show_preview(preview(), LABELS)
    assert dialog.about.text() == "About this format:\n– Sentences are not in it."


def test_an_answer_leaves_the_boxes_as_they_are(dialog: ImportDialog) -> None:
    dialog.show_preview(preview(), LABELS)
    box = dialog.labels.boxes["Claims",]
    dialog.show_preview(preview(), LABELS)
    assert dialog.labels.boxes["Claims",] is box


def test_another_format_begins_anew(dialog: ImportDialog, qtbot: QtBot) -> None:
    dialog.show_preview(preview(), LABELS)
    with qtbot.waitSignal(dialog.look_wanted) as asked:
        dialog.format.setFocus()
        QTest.keyClick(dialog.format, Qt.Key.Key_Up)
    (found,) = asked.args
    assert (found.format_id, found.names.labels) == ("doccano", {})


def test_a_file_that_is_none_says_so(dialog: ImportDialog) -> None:
    dialog.show_preview(preview(), LABELS)
    dialog.show_refusal("It is no file of annotations.")
    assert dialog.found.text() == "It is no file of annotations."
    assert [dialog.maps.tabText(at) for at in range(4)] == ["Labels", "Attributes", "Links", "People"]
    assert (dialog.views.tabText(1), dialog.go.text()) == ("Left out", "Import")
    assert not any(part.isVisible() for part in (dialog.submit, dialog.about, dialog.new_labels))
    assert not dialog.go.isEnabled()
    assert dialog.samples.rowCount() == dialog.left_out.rowCount() == 0
    dialog.show_preview(preview(), LABELS)
    assert dialog.submit.isVisible()


def test_a_file_of_which_all_is_here_is_imported_again_and_a_project_restored(dialog: ImportDialog) -> None:
    found = preview()
    found.taken = 0
    dialog.show_preview(found, LABELS)
    assert (dialog.go.text(), dialog.go.isEnabled()) == ("Import again", True)
    found.is_own = True
    dialog.show_preview(found, LABELS)
    assert (dialog.go.text(), dialog.go.isEnabled()) == ("Import", True)
    found.known, found.is_own = 0, False
    dialog.show_preview(found, LABELS)
    assert (dialog.go.text(), dialog.go.isEnabled()) == ("Import", False)


def test_enter_imports_what_is_chosen(dialog: ImportDialog, qtbot: QtBot) -> None:
    dialog.show_preview(preview(), LABELS)
    dialog.submit.setChecked(True)
    with qtbot.waitSignal(dialog.look_wanted):
        dialog.new_labels.setChecked(True)
    dialog.show_preview(preview(), LABELS)
    with qtbot.waitSignal(dialog.chosen) as asked:
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert (asked.args[0].submit, asked.args[0].new_labels) == (True, True)
    assert not dialog.isVisible()


def test_it_can_be_loaded_as_articles_instead(dialog: ImportDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.load_wanted):
        dialog.load_instead.click()
    assert not dialog.isVisible()


def test_it_fits_a_small_screen_and_all_of_it_is_reached(dialog: ImportDialog) -> None:
    dialog.show_preview(preview(), LABELS)
    assert dialog.minimumSizeHint().width() <= 1000
    assert dialog.minimumSizeHint().height() <= 660
    nameless = [
        type(one).__name__
        for one in focusable(dialog)
        if not (one.accessibleName() or getattr(one, "text", lambda: "")() or one.objectName().startswith("qt_"))
    ]
    assert nameless in ([], ["QTabBar"], ["QTabBar", "QTabBar"])


def test_tab_goes_from_the_names_to_what_they_mean_and_on_to_the_rows(dialog: ImportDialog) -> None:
    dialog.show_preview(preview(), LABELS)
    parts: list[QWidget] = [dialog.format]
    while (after := parts[-1].nextInFocusChain()) and after is not parts[0]:
        parts.append(after)
    boxes = [parts.index(box) for box in dialog.labels.boxes.values()]
    assert parts.index(dialog.maps.tabBar()) < min(boxes) < max(boxes) < parts.index(dialog.samples)
