"""What was found is tagged with the keyboard alone, as one step."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.core.found_places import Extent
from annotator.operations import documents
from annotator.ui import searching as searching_articles
from annotator.ui.finding.tag_dialog import TagDialog
from tests.ui.stage import Stage

RICE = "Rice prices\n\nRice prices rise again. The minister said rice is enough.\n"
FERRY = "New ferry\n\nThe ferry sails. The price of rice aboard stays.\n"
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def searching(stage: Stage) -> Stage:
    """Two articles, and a concordance of what was typed in them."""
    stage.start().load(RICE).load(FERRY)
    stage.session.searching.open()
    stage.window.search.as_lines.click()
    stage.settle()
    return stage


def look_for(stage: Stage, words: str) -> None:
    stage.window.search.field.setFocus()
    stage.window.search.field.selectAll()
    QTest.keyClicks(stage.window.search.field, words)
    stage.qtbot.wait(200)
    stage.settle()


def in_dialog(stage: Stage, do: Callable[[TagDialog], None]) -> None:
    """Press Ctrl+T, and do this in the dialog that comes."""
    done: list[bool] = []

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, TagDialog) and dialog.isActiveWindow():
            timer.stop()
            try:
                do(dialog)
            finally:
                done.append(True)
                if dialog.isVisible():
                    dialog.reject()  # it would wait for ever

    timer = QTimer()
    timer.setInterval(30)
    timer.timeout.connect(act)
    timer.start()
    QTest.keyClick(stage.window.focusWidget(), Qt.Key.Key_T, CONTROL)
    stage.qtbot.waitUntil(lambda: bool(done), timeout=5000)
    timer.stop()
    stage.settle()


def tagged(stage: Stage) -> list[tuple[str, str]]:
    workspace = stage.session.workspace
    records = [documents.read_document(workspace, one.id) for one in documents.list_documents(workspace)]
    return [
        (one.label, record.text[one.segments[0].start_char : one.segments[0].end_char])
        for record in records
        for one in record.annotations
    ]


def test_it_says_that_the_list_has_not_all_that_fits(searching: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching_articles, "_MOST_ARTICLES", 1)
    searching.window.search.as_hits.click()
    look_for(searching, "rice")
    told: list[bool] = []
    in_dialog(searching, lambda dialog: told.append(dialog._more))
    assert told == [True]
    searching.window.search.hits.found.pick([0], on=True)
    assert not searching.window.search.leaves_out()


def test_all_that_was_found_is_tagged_and_taken_back_as_one(searching: Stage) -> None:
    look_for(searching, "rice")

    def choose(dialog: TagDialog) -> None:
        assert dialog.tag_button.text() == "Tag 4 places"
        QTest.keyClick(dialog.list_view, Qt.Key.Key_2)
        QTest.keyClick(dialog.list_view, Qt.Key.Key_Space)
        QTest.keyClick(dialog.list_view, Qt.Key.Key_Return)

    in_dialog(searching, choose)
    assert tagged(searching) == [
        ("denial", "Rice prices"),
        ("denial", "Rice prices rise again."),
        ("denial", "The minister said rice is enough."),
    ]
    assert "Tagged 3 places in 1 article" in searching.window.strip.state
    assert searching.window.is_searching
    assert not searching.window.search.field.hasFocus()
    searching.session.undo()
    searching.settle()
    assert tagged(searching) == []


def test_what_is_picked_is_tagged_exactly(searching: Stage) -> None:
    look_for(searching, "rice")
    view = searching.window.search.lines
    view.enter()
    QTest.keyClick(view, Qt.Key.Key_Space)

    def choose(dialog: TagDialog) -> None:
        assert dialog.model.rowCount() == 1
        QTest.keyClick(dialog, Qt.Key.Key_E, Qt.KeyboardModifier.AltModifier)
        searching.qtbot.waitUntil(lambda: dialog.model.extent is Extent.EXACT)  # Qt shows the button pressed first
        QTest.keyClick(dialog.list_view, Qt.Key.Key_Return)

    in_dialog(searching, choose)
    assert tagged(searching) == [("claim", "rice")]
    assert view.found.picked() != view.found.everything()


def test_of_an_article_all_places_are_tagged(searching: Stage) -> None:
    searching.window.search.as_hits.click()
    look_for(searching, "rice")
    view = searching.window.search.hits
    view.enter()
    QTest.keyClick(view, Qt.Key.Key_Space)
    in_dialog(searching, lambda dialog: QTest.keyClick(dialog.list_view, Qt.Key.Key_Return))
    assert len(tagged(searching)) == 3


def test_who_thinks_better_of_it_tags_nothing(searching: Stage) -> None:
    look_for(searching, "rice")
    in_dialog(searching, lambda dialog: QTest.keyClick(dialog.list_view, Qt.Key.Key_Escape))
    assert tagged(searching) == []


def test_where_nothing_was_found_the_page_comes(stage: Stage) -> None:
    stage.start().load(RICE)
    QTest.keyClick(stage.window.reader, Qt.Key.Key_T, CONTROL)
    stage.settle()
    assert stage.window.is_searching
    assert stage.window.strip.state == "Look for something first; then it can be tagged."
    look_for(stage, "nobody")
    QTest.keyClick(stage.window.focusWidget(), Qt.Key.Key_T, CONTROL)
    assert stage.window.strip.state == "Nothing was found that could be tagged."


def labels(stage: Stage) -> list[tuple[str, ...]]:
    model = stage.window.search.lines.found
    return [model.index(row).data(model.LabelsRole) for row in range(model.rowCount())]


def test_the_lines_show_what_is_tagged_now(searching: Stage) -> None:
    look_for(searching, "rice")
    assert set(labels(searching)) == {()}
    in_dialog(searching, lambda dialog: QTest.keyClick(dialog.list_view, Qt.Key.Key_Return))
    searching.qtbot.waitUntil(lambda: all(labels(searching)))
    assert set(labels(searching)) == {("Claim",)}
    QTest.keyClick(searching.window.focusWidget(), Qt.Key.Key_Z, CONTROL)
    searching.qtbot.waitUntil(lambda: not any(labels(searching)))
