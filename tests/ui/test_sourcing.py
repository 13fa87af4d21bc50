"""Sources in the window: a page by key, changes on the disk at once, and no protected name for who looks over."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.core.spans import Span
from annotator.operations import annotations, relations, source_statements, sources
from annotator.operations.details import set_details_of_many
from annotator.ui.sources.merge_dialog import MergeDialog
from annotator.ui.sources.source_model import SourceModel
from tests.ui.stage import Stage, close_during

NAME = "Tira Wulandani"
TEXT = f"{NAME} left.\n\n“I was there,” {NAME} said. Nothing else is known.\n"


@pytest.fixture
def project(stage: Stage) -> Stage:
    """A project whose one article names a source twice, and an idle source."""
    stage.start().load(TEXT)
    workspace, who, article = stage.session.workspace, stage.session.annotator_id, stage.document.id
    source = sources.add_source(workspace, NAME, who, kind="person", aliases=["Kenari"])
    sources.add_source(workspace, "Bela", who)
    for start, end, label in ((0, 20, "claim"), (23, 36, "quote")):
        made = annotations.add_annotation(workspace, article, [Span(start, end)], label, who)
        relations.set_sources(workspace, [made.id], "attributed_to", [source.id], who)
    set_details_of_many(workspace, [article], {"title": f"{NAME} speaks", "published_at": "2025-07-04"}, who)
    stage.settle()
    return stage


def page_of(stage: Stage) -> Any:
    stage.window.actions_table["sources"].trigger()
    rest(stage)
    return stage.session.sourcing._page


def rest(stage: Stage) -> None:
    stage.qtbot.wait(150)  # the ring has to rest on a source before all it has said is read
    stage.settle()


def listed(page: Any) -> list[str]:
    return [page.sources.index(at).data() for at in range(page.sources.rowCount())]


def names(stage: Stage) -> list[str]:
    return [source.name for source in sources.read_sources(stage.session.workspace)]


def protect(stage: Stage) -> None:
    known = sources.find_source(stage.session.workspace, NAME)
    sources.set_source_details(stage.session.workspace, known.id, stage.session.annotator_id, protected=True)
    stage.settle()


def test_a_new_source_and_a_new_name_are_taken_back_from_the_field_one_is_in(project: Stage) -> None:
    page = page_of(project)
    QTest.keyClicks(page.field, "Zoe")
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    rest(project)
    assert names(project)[-1] == "Zoe"
    assert page.details.name.hasFocus()
    QTest.keyClicks(page.details.name, "Zora")  # over the old name, which is marked
    QTest.keyClick(page.details.name, Qt.Key.Key_Return)
    rest(project)
    assert names(project)[-1] == "Zora"
    for wanted in ("Zoe", "Bela"):
        QTest.keyClick(page.details.name, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        rest(project)
        assert names(project)[-1] == wanted


def test_a_key_opens_the_page_and_enter_leads_to_the_place(project: Stage) -> None:
    QTest.keyClick(
        project.window.focusWidget(),
        Qt.Key.Key_S,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    rest(project)
    page = project.session.sourcing._page
    assert project.window.pages.name == "sources"
    assert listed(page) == ["Bela", NAME]
    QTest.keyClicks(page.field, "wul")
    rest(project)
    assert (listed(page), page.details.name.text()) == ([NAME], NAME)
    assert [page.statements.index(at).data() for at in range(2)] == [f"{NAME} left.", f"“I was there,” {NAME} said."]
    assert page.timeline.isHidden()  # one month is no line
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    QTest.keyClick(page.said, Qt.Key.Key_Down)
    QTest.keyClick(page.said, Qt.Key.Key_Return)
    project.settle()
    assert project.window.pages.is_home
    assert project.window.reader.current_annotation().label == "quote"


def test_escape_leads_back_to_the_text(project: Stage) -> None:
    page = page_of(project)
    QTest.keyClick(page.field, Qt.Key.Key_Escape)
    assert project.window.pages.is_home


def test_details_are_on_the_disk_at_once_and_undone_by_key(project: Stage) -> None:
    page = page_of(project)
    page.edit_name()
    QTest.keyClicks(page.details.name, "Cora")
    QTest.keyClick(page.details.name, Qt.Key.Key_Return)
    assert "Cora" in names(project)
    assert listed(page) == ["Cora", NAME]
    page.details.name.clear()
    QTest.keyClick(page.details.name, Qt.Key.Key_Return)
    assert "needs a name" in project.window.banner.notice.text
    assert page.details.name.text() == "Cora"
    project.session.undo()
    project.settle()
    assert listed(page) == ["Bela", NAME]


def test_a_new_source_is_made_and_named(project: Stage) -> None:
    page = page_of(project)
    QTest.keyClicks(page.field, "Dana")
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    assert "Dana" in names(project)
    assert page.details.name.hasFocus()
    assert (page.details.name.selectedText(), page.field.text()) == ("Dana", "")
    rest(project)
    assert page.details.name.text() == "Dana"
    QTest.mouseClick(page.new, Qt.MouseButton.LeftButton)
    assert "New source" in names(project)


def test_two_become_one(project: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    page, workspace = page_of(project), project.session.workspace
    idle, busy = (sources.find_source(workspace, name).id for name in ("Bela", NAME))
    monkeypatch.setattr(MergeDialog, "ask", lambda _parent, kept, find, _like: find("kenari")[0].source.id)
    project.session.sourcing._choose(idle)
    QTest.mouseClick(page.merge, Qt.MouseButton.LeftButton)
    rest(project)
    assert listed(page) == ["Bela"]
    assert page.details.aliases.text() == f"{NAME}; Kenari"
    assert page.statements.rowCount() == 2
    assert page.list.hasFocus()
    assert busy not in {source.id for source in sources.read_sources(workspace)}


def test_only_what_nothing_names_can_go(project: Stage) -> None:
    page, workspace = page_of(project), project.session.workspace
    project.session.sourcing._choose(sources.find_source(workspace, NAME).id)
    QTest.mouseClick(page.remove, Qt.MouseButton.LeftButton)
    assert "named 2 times" in project.window.banner.notice.text
    project.session.sourcing._choose(sources.find_source(workspace, "Bela").id)
    QTest.mouseClick(page.remove, Qt.MouseButton.LeftButton)
    assert names(project) == [NAME]
    rest(project)
    assert page.shown == page.sources.index(0).data(SourceModel.RowRole).source.id


def test_protected_names_are_hidden_until_they_are_asked_for(project: Stage) -> None:
    protect(project)
    page = page_of(project)
    assert listed(page) == ["Bela", "Protected source 1"]
    QTest.keyClicks(page.field, "kenari")
    rest(project)
    shown = [index.data(role) for index in (page.sources.index(0), page.statements.index(0)) for role in (0, 3, 11)]
    shown += [page.details.name.text(), page.details.aliases.text(), page.statements.index(1).data()]
    assert "wulandani" not in str(shown).casefold()
    assert "kenari" not in str(shown).casefold()
    page.reveal.click()
    rest(project)
    assert (listed(page), page.details.name.text()) == ([NAME], NAME)
    assert page.statements.index(0).data() == f"{NAME} left."
    project.window.leave_page()
    assert listed(page_of(project)) == ["Protected source 1"]


def test_the_window_is_not_called_after_a_protected_source(project: Stage) -> None:
    assert NAME in project.window.windowTitle()
    protect(project)
    assert project.window.windowTitle().startswith("████ █████████ speaks")
    project.session.reading.open_document(project.document.id)
    assert NAME not in project.window.windowTitle()
    project.again()
    assert NAME not in project.window.windowTitle()
    project.session.undo()
    project.settle()
    assert project.window.windowTitle().startswith(NAME)


def test_what_a_colleague_does_is_seen(project: Stage) -> None:
    page = page_of(project)
    sources.add_source(project.session.workspace, "Ada", project.session.annotator_id)
    rest(project)
    assert listed(page)[0] == "Ada"
    project.session.sourcing.show(sources.find_source(project.session.workspace, NAME).id)
    rest(project)
    assert page.details.name.text() == NAME


def test_what_is_half_typed_is_kept_when_the_project_is_closed(project: Stage) -> None:
    page = page_of(project)
    page.edit_name()
    QTest.keyClicks(page.details.name, "Cora")
    project.session.close()
    assert page.sources.rowCount() == 0
    project.again()
    assert "Cora" in names(project)


def test_a_project_closed_meanwhile_is_no_mishap(project: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    page_of(project)
    key = sources.find_source(project.session.workspace, NAME).id
    close_during(
        project, monkeypatch, source_statements, "statements_of", lambda: project.session.sourcing._choose(key)
    )
