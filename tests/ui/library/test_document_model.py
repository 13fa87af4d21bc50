"""The library's model: what it shows, and how sparingly it asks for progress."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from annotator.core.records import Progress
from annotator.ui.library.document_model import DocumentModel
from annotator.ui.library.document_order import Order
from tests.ui.library.shelf import shelf, with_copies


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


def test_folds_stay_sound_while_they_are_opened_and_filtered(qtbot: QtBot) -> None:
    model = DocumentModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    documents = with_copies(20)
    model.set_documents(documents)
    assert (model.rowCount(), model.total, model.found) == (17, 20, 20)
    assert model.set_expanded(documents[0].id, expanded=True)
    assert [model.index(row).data() for row in range(4)] == ["Article 0", "Article 5", "Article 9", "Article 12"]
    assert model.row_of(documents[9].id) == 2
    assert not model.set_expanded(documents[1].id, expanded=True)
    model.set_filter("article 9")
    assert (model.rowCount(), model.found) == (5, 2)  # what was unfolded stays so; the other is “Article 19”
    model.set_filter("")
    model.set_documents(documents)
    assert model.rowCount() == 20
    model.set_expanded(documents[0].id, expanded=False)
    model.set_order(Order.TITLE)
    assert model.rowCount() == 17
    assert model.row_of(documents[9].id) == -1
    model.reveal(documents[9].id)
    assert model.row_of(documents[9].id) >= 0
    model.reveal(None)
    del tester


def test_a_fold_says_what_is_in_it(qtbot: QtBot) -> None:
    model = DocumentModel()
    documents = with_copies(20)
    model.set_documents(documents)
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert "2 copies, 1 older version, folded" in model.index(0).data(spoken)
    model.set_expanded(documents[0].id, expanded=True)
    assert "2 copies, 1 older version, shown below" in model.index(0).data(spoken)
    assert [model.index(row).data(DocumentModel.FoldWordsRole) for row in range(1, 4)] == [
        "copy",
        "copy",
        "older version",
    ]
    assert model.index(2).data(DocumentModel.BelowRole).head is documents[0]
    assert model.index(4).data(DocumentModel.BelowRole) is None
    assert model.index(4).data(DocumentModel.FoldWordsRole) == ""
