"""Findings as rows."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from annotator.ui.checks.check_model import CheckModel
from tests.ui.checks.findings import EACH, TEXT
from tests.ui.inspector.passages import newsroom


@pytest.fixture
def model() -> CheckModel:
    return CheckModel(EACH, TEXT, newsroom())


def test_it_is_a_model(model: CheckModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)


def test_rows_say_what_to_do_and_where(model: CheckModel) -> None:
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    assert [row.data() for row in rows] == ["Look at 0.", "Look at 1.", "Look at 2."]
    assert [row.data(CheckModel.SignRole) for row in rows] == ["!", "–", "?"]
    assert rows[0].data(CheckModel.PassageRole) == TEXT[:40].strip()
    assert rows[0].data(CheckModel.LabelRole).key == "claim"
    assert rows[0].data(CheckModel.FindingRole) is EACH[0]
    spoken = rows[0].data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"To be put right: Look at 0. Claim: {TEXT[:40].strip()}"
