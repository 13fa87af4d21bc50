"""Versions that a set has had."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from annotator.core import label_changes
from annotator.operations.label_sets import KeptVersion
from annotator.ui.label_sets.versions_dialog import VersionsDialog
from tests.ui.label_sets.sets import NEWSROOM

OLD = KeptVersion(NEWSROOM)
NEW = KeptVersion(
    replace(label_changes.retire(NEWSROOM, "labels", "denial"), version=3),
    at=datetime(2026, 5, 4, tzinfo=UTC),
    annotator="Ana",
)


def test_versions_are_told_apart_and_only_older_ones_come_back(qtbot: QtBot) -> None:
    dialog = VersionsDialog(None, [NEW, OLD])
    qtbot.addWidget(dialog)
    assert dialog.list.item(0).text().startswith("Version 3 · Newsroom · Ana, ")
    assert dialog.list.item(1).text() == "Version 2 · Newsroom"
    assert "Against version 2:\nLabel “Denial” retired" in dialog.about.toPlainText()
    assert not dialog.back.isEnabled()
    dialog.list.setCurrentRow(1)
    assert dialog.back.isEnabled()
    assert dialog.about.toPlainText().startswith("Labels: Claim, Denial, Quote")
    assert dialog.chosen() == OLD


def test_none_is_brought_back_when_it_is_closed(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    monkeypatch.setattr(VersionsDialog, "exec", lambda _self: QDialog.DialogCode.Rejected)
    assert VersionsDialog.ask(None, [NEW, OLD]) is None
