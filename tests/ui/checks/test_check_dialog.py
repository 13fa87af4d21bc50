"""The list of what is to be put right leads to each place."""

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.operations import documents
from annotator.operations.checking import ArticleCheck
from annotator.ui.checks.check_dialog import CheckDialog
from tests.store.desk import Desk
from tests.ui.checks.findings import EACH
from tests.ui.inspector.passages import newsroom


@pytest.fixture
def found(tmp_path: Path) -> ArticleCheck:
    desk = Desk(tmp_path / "p.annotator")
    record = documents.read_document(desk.workspace, desk.load())
    desk.workspace.close()
    return ArticleCheck(record, tuple(EACH), 2)


@pytest.fixture
def dialog(qtbot: QtBot, found: ArticleCheck) -> CheckDialog:
    dialog = CheckDialog(None, found, newsroom(), "light")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    return dialog


def test_the_keyboard_is_in_the_list_and_enter_leads_to_the_place(dialog: CheckDialog, qtbot: QtBot) -> None:
    assert dialog.list_view.hasFocus()
    told: list[tuple[UUID, str]] = []
    dialog.place_chosen.connect(lambda key, field: told.append((key, field)))
    qtbot.keyClick(dialog.list_view, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.list_view, Qt.Key.Key_Return)
    assert told == [(EACH[1].annotation.id, "attributed_to")]
    assert not dialog.isVisible()


def test_escape_leads_nowhere(dialog: CheckDialog, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(dialog.place_chosen):
        qtbot.keyClick(dialog.list_view, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_it_says_what_was_found_and_fits_a_small_screen(dialog: CheckDialog) -> None:
    assert dialog.summary.text().endswith("2 sentences are undecided.")
    assert dialog.width() <= 1024
    assert dialog.height() <= 700
