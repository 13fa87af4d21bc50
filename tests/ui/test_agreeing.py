"""Agreement in the window: a key opens it, a figure leads to its places and these to the text."""

import csv
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from annotator.core.agreement import gamma
from annotator.core.spans import Span
from annotator.operations import agreement_gamma, annotations
from annotator.operations.annotators import find_or_add_annotator
from annotator.operations.readings import put_reading, put_submission, reading_of
from annotator.ui import agreeing
from tests.ui.stage import ARTICLE, Stage

QUOTE = (ARTICLE.index("“I was"), ARTICLE.index("” she") + 1)


def read_by_two(stage: Stage, key: UUID) -> None:
    """Ana and Ben have handed an article in; who sits here has not."""
    workspace = stage.session.workspace
    for name, label in (("Ana", "quote"), ("Ben", "claim")):
        who = find_or_add_annotator(workspace, name)
        annotations.add_annotation(workspace, key, [Span(*QUOTE)], label, who)
        with workspace.edit("Hand in", who, undoable=False) as session:
            put_submission(session, key, who)


def open_page(stage: Stage) -> object:
    stage.start().load()
    read_by_two(stage, stage.document.id)
    QTest.keyClick(stage.window, Qt.Key.Key_F12)
    stage.settle()
    return stage.session.agreeing._page


def choose(stage: Stage, page: object, row: int, column: int) -> None:
    page.table.setCurrentIndex(page.figures.index(row, column))
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    stage.settle()


def test_the_key_opens_figures_and_these_lead_to_the_text(stage: Stage) -> None:
    page = open_page(stage)
    assert stage.window.pages.name == "agreement"
    assert page.says.text() == "1 article, 4 sentences, read by Ana, Ben."
    choose(stage, page, 0, 1)
    assert page.places.model.rowCount() == 1
    assert "Ana: Quote" in page.places.model.index(0).data(page.places.model.AnswersRole)
    QTest.keyClick(page.places.list, Qt.Key.Key_Return)
    stage.settle()
    assert stage.window.pages.is_home
    assert stage.window.reader.focused_sentence() == stage.window.reader.sentence_at(QUOTE[0])


def test_without_anything_handed_in_it_says_what_to_do(stage: Stage) -> None:
    stage.start().load()
    QTest.keyClick(stage.window, Qt.Key.Key_F12)
    stage.settle()
    page = stage.session.agreeing._page
    assert "Assign one to a second annotator" in page.nothing.text()
    assert page.figures.rowCount() == 0


def test_choices_are_followed(stage: Stage) -> None:
    page = open_page(stage)
    page.choices.labels.menu().actions()[0].trigger()
    stage.settle()
    assert [row.title for row in page.figures.grid.rows] == ["All labels", "Claim"]


def test_who_sees_the_places_of_an_article_at_work_reads_it_independently_no_more(stage: Stage) -> None:
    stage.start().load()
    key = stage.document.id
    stage.load("Another article, which is open. It is short.")
    read_by_two(stage, key)
    workspace, me = stage.session.workspace, stage.session.annotator_id
    with workspace.edit("Assign", me, undoable=False) as session:
        put_reading(session, key, me)
    QTest.keyClick(stage.window, Qt.Key.Key_F12)
    stage.settle()
    assert not reading_of(workspace, key, me).saw_others, "figures show nobody's work"
    choose(stage, stage.session.agreeing._page, 0, 1)
    assert reading_of(workspace, key, me).saw_others


def test_all_columns_have_room_in_a_small_window(stage: Stage) -> None:
    page = open_page(stage)
    stage.window.resize(1024, 700)
    stage.settle()
    assert stage.window.width() == 1024
    assert page.table.horizontalScrollBar().maximum() == 0


def test_figures_are_saved_where_one_says(stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = open_page(stage)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "figures"), ""))
    QTest.mouseClick(page.csv, Qt.MouseButton.LeftButton)
    with (tmp_path / "figures.csv").open(encoding="utf-8-sig") as file:
        assert next(csv.DictReader(file))["measure"] == "percent"
    QTest.mouseClick(page.json, Qt.MouseButton.LeftButton)
    assert '"annotators"' in (tmp_path / "figures.json").read_text(encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "figures"), ""))
    QTest.mouseClick(page.json, Qt.MouseButton.LeftButton)
    assert "could not be written" in stage.window.banner.notice.text


def test_gamma_says_what_to_install_or_is_worked_out(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    page = open_page(stage)
    monkeypatch.setattr(gamma, "is_there", lambda: False)
    QTest.mouseClick(page.gamma, Qt.MouseButton.LeftButton)
    assert "extra “gamma”" in stage.window.banner.notice.text
    monkeypatch.setattr(gamma, "is_there", lambda: True)
    monkeypatch.setattr(agreement_gamma.library, "gamma", lambda _articles, _step: gamma.Gamma(0.5, 0.25, 2))
    QTest.mouseClick(page.gamma, Qt.MouseButton.LeftButton)
    stage.settle()
    assert page.says.text().startswith("gamma 0.50, gamma-cat 0.25")


def test_another_project_begins_anew(stage: Stage) -> None:
    page = open_page(stage)
    stage.session.close()
    assert page.figures.rowCount() == 0


def test_what_is_handed_in_meanwhile_is_compared(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(agreeing, "_AGAIN_AFTER_MILLISECONDS", 10)
    stage.start().load()
    QTest.keyClick(stage.window, Qt.Key.Key_F12)
    stage.settle()
    page = stage.session.agreeing._page
    assert page.figures.rowCount() == 0
    read_by_two(stage, stage.document.id)
    stage.qtbot.waitUntil(lambda: page.figures.rowCount() == 4, timeout=10_000)
