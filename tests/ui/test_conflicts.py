"""Conflicts of two copies, settled in the window."""

import shutil
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.operations import annotations, merging, projects
from annotator.ui.packet.told_dialog import ToldDialog
from tests.ui.stage import Stage


@pytest.fixture
def parted(stage: Stage, tmp_path: Path) -> Stage:
    """One note, written differently in two copies; the other copy has come home."""
    stage.start().load()
    stage.session.tagging.tag("claim")
    stage.settle()
    made = stage.window.reader.annotations()[0].id
    workspace, ana = stage.session.workspace, stage.session.annotator_id
    annotations.set_note(workspace, made, "first", ana)
    workspace._database.engine.dispose()
    copy = tmp_path / "copy.annotator"
    shutil.copy(stage.address, copy)
    annotations.set_note(workspace, made, "here", ana)
    other = projects.open_project(copy, uuid4())
    annotations.set_note(other, made, "there", ana)
    other.close()
    merging.merge(workspace, copy, ana)
    stage.settle()
    return stage


def note(stage: Stage) -> str:
    stage.settle()
    return str(stage.window.reader.annotations()[0].note)


def test_a_conflict_is_shown_and_settled_by_a_key(parted: Stage) -> None:
    assert note(parted) == "there", "the later change holds"
    parted.window.actions_table.call("conflicts")
    page = parted.session.conflicts._page
    assert len(page.cards) == 1
    assert "here" in page.cards[0].accessibleDescription()
    QTest.keyClick(page, Qt.Key.Key_2)
    parted.settle()
    parted.qtbot.waitUntil(lambda: not page.cards, timeout=2000)
    assert note(parted) == "here"


def test_undo_brings_it_back(parted: Stage) -> None:
    parted.window.actions_table.call("conflicts")
    page = parted.session.conflicts._page
    QTest.keyClick(page, Qt.Key.Key_2)
    parted.qtbot.waitUntil(lambda: not page.cards, timeout=2000)
    parted.session.undo()
    parted.qtbot.waitUntil(lambda: len(page.cards) == 1, timeout=2000)
    assert note(parted) == "there"


def test_the_article_is_opened_from_it(parted: Stage) -> None:
    here = parted.document.id
    parted.load("Another article. Nothing else.")
    parted.window.actions_table.call("conflicts")
    QTest.keyClick(parted.session.conflicts._page, Qt.Key.Key_Return)
    parted.settle()
    assert parted.document.id == here
    assert parted.window.pages.is_home


def test_the_page_goes_with_the_project(parted: Stage) -> None:
    parted.window.actions_table.call("conflicts")
    page = parted.session.conflicts._page
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert parted.window.pages.is_home
    parted.close()
    assert page.cards == []


def test_the_way_there_from_what_came_home(stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.start().load()
    stage.session.tagging.tag("claim")
    stage.settle()
    made, ana = stage.window.reader.annotations()[0].id, stage.session.annotator_id
    stage.session.workspace._database.engine.dispose()
    copy = tmp_path / "copy.annotator"
    shutil.copy(stage.address, copy)
    annotations.set_note(stage.session.workspace, made, "here", ana)
    other = projects.open_project(copy, uuid4())
    annotations.set_note(other, made, "there", ana)
    other.close()
    offered: list[object] = []

    def tell(*given: object) -> int:
        offered.append(given[-1])
        return 0

    monkeypatch.setattr(ToldDialog, "tell", tell)
    stage.session.packets.bring(copy)
    stage.settle()
    assert offered == [("Show conflicts",)]
    assert stage.window.pages.name == "conflicts"
    assert len(stage.session.conflicts._page.cards) == 1
