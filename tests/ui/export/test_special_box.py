"""What some formats ask for besides, and others do not."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from annotator.core.losses import Flat
from annotator.core.recipes import ExportRequest
from annotator.core.selection import Selection
from annotator.ui.export.choices import FormatChoice
from annotator.ui.export.special_box import SpecialBox

REQUESTS = {
    "conll2003": ExportRequest("conll2003", flat=Flat.INNERMOST),
    "iob2": ExportRequest("iob2", flat=Flat.LAYERS),
    "jsonl": ExportRequest("jsonl", lean=True, bom=True),
    "csv": ExportRequest("csv", bom=True),
    "parquet": ExportRequest("parquet", partition_by=("month", "language"), without_text=True),
    "dataset": ExportRequest("dataset", without_text=True, licence="CC-BY-4.0", seed=7, shares=(70, 10, 20)),
    "brat": ExportRequest("brat", Selection(split="dev"), seed=3, splits="/old/dataset"),
    "docbin": ExportRequest("docbin", seed=-3, shares=(800, 100, 100)),
}


@pytest.fixture
def box(qtbot: QtBot) -> SpecialBox:
    widget = SpecialBox()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def _choice(format_id: str) -> FormatChoice:
    heeds = {
        "conll2003": {"flat"},
        "iob2": {"flat"},
        "jsonl": {"lean", "bom"},
        "csv": {"bom"},
        "parquet": {"partition_by", "without_text"},
        "dataset": {"parquet", "without_text", "licence"},
    }
    return FormatChoice(format_id, format_id, (".x",), heeds=frozenset(heeds.get(format_id, ())))


@pytest.mark.parametrize("format_id", REQUESTS)
def test_a_request_comes_back_for_its_format_and_leaves_nothing_for_others(box: SpecialBox, format_id: str) -> None:
    wanted = REQUESTS[format_id]
    box.fit(_choice(format_id))
    box.set_request(wanted)
    assert box.add_to(ExportRequest(format_id)) == wanted
    other = "w3c"
    box.set_request(ExportRequest(other))
    box.fit(_choice(other))
    assert box.add_to(ExportRequest(other)) == ExportRequest(other)


def test_how_articles_are_dealt_out_is_asked_where_it_matters(box: SpecialBox, qtbot: QtBot) -> None:
    box.fit(_choice("brat"))
    assert not box.seed.isVisible()
    with qtbot.waitSignal(box.changed):
        box.part.setCurrentIndex(box.part.findData("train"))
    assert box.seed.isVisible()
    box.part.setCurrentIndex(0)
    assert not box.seed.isVisible()
    box.fit(_choice("dataset"))
    assert box.seed.isVisible()
    assert not box.part.isVisible()


def test_without_the_text_there_is_no_parquet_and_it_is_said_why(box: SpecialBox) -> None:
    box.fit(_choice("dataset"))
    QTest.keyClick(box.parquet, Qt.Key.Key_Space)
    assert box.add_to(ExportRequest("dataset")) == ExportRequest("dataset", parquet=True)
    assert not box.no_parquet.isVisible()
    QTest.keyClick(box.places_only, Qt.Key.Key_Space)
    assert box.add_to(ExportRequest("dataset")) == ExportRequest("dataset", without_text=True)
    assert (box.parquet.isEnabled(), box.no_parquet.isVisible()) == (False, True)
    box.fit(_choice("parquet"))
    assert not box.no_parquet.isVisible()
    box.fit(_choice("dataset"))
    box.set_request(ExportRequest("dataset", parquet=True))
    assert box.add_to(ExportRequest("dataset")) == ExportRequest("dataset", parquet=True)
    box.set_request(ExportRequest("dataset", parquet=True, without_text=True))
    assert box.add_to(ExportRequest("dataset")) == ExportRequest("dataset", without_text=True)


def test_an_earlier_dataset_says_the_parts(box: SpecialBox, monkeypatch: pytest.MonkeyPatch) -> None:
    box.fit(_choice("dataset"))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_given: "/data/old")
    QTest.keyClick(box.find_earlier, Qt.Key.Key_Space)
    assert box.add_to(ExportRequest("dataset")).splits == "/data/old"
    box.earlier.setText(" ~/old ")
    assert box.add_to(ExportRequest("dataset")).splits == str(Path.home() / "old")
    box.earlier.clear()
    assert box.add_to(ExportRequest("dataset")).splits == ""
