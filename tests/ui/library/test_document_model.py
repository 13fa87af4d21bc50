"""The library's model: what it shows, and how sparingly it asks for progress."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from annotator.core.records import Progress
from annotator.ui.library.document_model import DocumentModel
from annotator.ui.library.document_order import Order
from tests.ui.library.shelf import shelf


class _Source:
    """Answers with 12 of 25, and remembers what it was asked."""

    def __init__(self) -> None:
        self.calls: list[list[UUID]] = []
        self.tagged = 12

    def __call__(self, ids: list[UUID]) -> dict[UUID, Progress]:
        self.calls.append(ids)
        return {document_id: Progress(25, self.tagged, 0) for document_id in ids}


def test_the_model_is_sound_through_every_change(qtbot: QtBot) -> None:
    model = DocumentModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    documents = shelf(20)
    model.set_documents(documents)
    model.set_filter("article 1")
    assert model.rowCount() == 11
    model.set_order(Order.TITLE)
    model.set_open(documents[1].id)
    model.set_filter("")
    model.set_documents(documents[:3])
    model.set_documents([])
    assert model.rowCount() == 0
    del tester


def test_progress_is_asked_for_once_and_together(qtbot: QtBot) -> None:
    model, source = DocumentModel(), _Source()
    documents = shelf(100)
    model.set_documents(documents)
    model.set_progress_source(source)
    for row in range(5):
        assert model.index(row).data(DocumentModel.ProgressRole) is None
    qtbot.waitUntil(lambda: bool(source.calls))
    assert model.index(2).data(DocumentModel.ProgressRole) == Progress(25, 12, 0)
    qtbot.wait(40)
    assert [set(call) for call in source.calls] == [{document.id for document in documents[:5]}]


def test_refreshed_progress_keeps_the_old_figure_until_the_new_one_is_there(qtbot: QtBot) -> None:
    model, source = DocumentModel(), _Source()
    documents = shelf(3)
    model.set_documents(documents)
    model.set_progress_source(source)
    index = model.index(1)
    index.data(DocumentModel.ProgressRole)
    qtbot.waitUntil(lambda: len(source.calls) == 1)
    source.tagged = 13
    with qtbot.waitSignal(model.dataChanged) as told:
        model.refresh_progress([documents[1].id])
    assert told.args is not None
    assert (told.args[0].row(), told.args[1].row()) == (1, 1)
    assert index.data(DocumentModel.ProgressRole).tagged == 12
    qtbot.waitUntil(lambda: len(source.calls) == 2)
    assert index.data(DocumentModel.ProgressRole).tagged == 13
    assert source.calls[1] == [documents[1].id]


def test_progress_is_known_still_after_the_list_was_loaded_anew(qtbot: QtBot) -> None:
    model, source = DocumentModel(), _Source()
    documents = shelf(3)
    model.set_documents(documents)
    model.set_progress_source(source)
    model.index(0).data(DocumentModel.ProgressRole)
    qtbot.waitUntil(lambda: len(source.calls) == 1)
    model.set_documents(shelf(1) + documents)
    row = model.row_of(documents[0].id)
    assert model.index(row).data(DocumentModel.ProgressRole) == Progress(25, 12, 0)


def test_a_row_is_told_in_words(qtbot: QtBot) -> None:
    model, source = DocumentModel(), _Source()
    documents = shelf(1, "Prices\n\u202erise")
    model.set_documents(documents)
    model.set_progress_source(source)
    model.set_open(documents[0].id)
    model.index(0).data(DocumentModel.ProgressRole)
    qtbot.waitUntil(lambda: bool(source.calls))
    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Prices rise, ")
    assert spoken.endswith("Harbour Gazette, 12 of 25 sentences read, open")
    assert model.index(0).data(Qt.ItemDataRole.ToolTipRole).startswith("Prices rise\n")
