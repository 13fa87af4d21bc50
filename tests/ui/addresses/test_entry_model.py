"""Entries of a feed as rows: what they say, and which are chosen."""

from uuid import uuid4

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from annotator.operations.addresses import Offered
from annotator.ui.addresses.entry_model import EntryModel

ENTRIES = (
    Offered("The bridge\n\u202eis closed", "https://a.test/1", "Fri, 4 Jul", "2025-07-04T21:35:00+07:00", None),
    Offered("Known", "https://a.test/2", "yesterday", "", uuid4()),
    Offered("", "https://a.test/3", "", "", None),
    Offered("Without", "", "", "", None),
    Offered("Twice", "https://a.test/1", "", "", None),
)


def words(model: EntryModel) -> list[str]:
    rows = [model.index(row, 0).data() for row in range(model.rowCount())]
    return [row.replace("\u2068", "").replace("\u2069", "") for row in rows]


def test_rows(qtbot: QtBot) -> None:
    model = EntryModel(ENTRIES)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert words(model) == [
        "The bridge is closed · 2025-07-04",
        "Known · yesterday · in the project already",
        "https://a.test/3",
        "Without · has no address of its own",
        "Twice",
    ]
    assert model.data(QModelIndex()) is None


def test_choosing(qtbot: QtBot) -> None:
    model = EntryModel(ENTRIES)
    with qtbot.waitSignal(model.choice_changed):
        model.toggle(model.index(1, 0))
    model.toggle(model.index(3, 0))
    assert model.urls() == ("https://a.test/2",)
    spoken = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in (0, 1)]
    assert [one.partition(",")[0] for one in spoken] == ["not chosen", "chosen"]
    assert model.index(1, 0).data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Checked
    model.choose_new()
    assert model.urls() == ("https://a.test/1", "https://a.test/3")
    model.toggle(model.index(0, 0))
    model.toggle(model.index(4, 0))
    assert model.urls() == ("https://a.test/3",)
    model.choose_none()
    assert model.urls() == ()
