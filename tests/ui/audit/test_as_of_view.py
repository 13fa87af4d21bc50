"""The slider over an article's moments."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.core.people import Person
from annotator.operations import annotations, documents
from annotator.operations.label_sets import project_labels
from annotator.operations.timeline import read_timeline
from annotator.ui.audit.as_of_view import AsOfView
from annotator.ui.theme import read_theme
from tests.store.desk import Desk


@pytest.fixture
def desk(project_path: object) -> object:
    made = Desk(project_path)  # type: ignore[arg-type]
    yield made
    made.workspace.close()


def test_it_goes_back_and_forth(qtbot: object, desk: Desk) -> None:
    article = desk.load("Prices rise. The mayor denied it.")
    first = desk.tag(article, 0, 6)
    second = desk.tag(article, 13, 22, "denial", desk.ben)
    annotations.remove_annotations(desk.workspace, [first.id], desk.ana)
    view = AsOfView()
    qtbot.addWidget(view)  # type: ignore[attr-defined]
    labels = {label.key: label for label in project_labels(desk.workspace).labels}
    ben = Person(desk.ben, "Ben", "B")
    timeline = read_timeline(desk.workspace, article)
    view.show_timeline(
        documents.read_document(desk.workspace, article), timeline, labels, {"Ben": ben}, read_theme("dark")
    )
    assert [span.id for span in view.pane.spans] == [second.id]
    assert "Remove tag" in view._says.text()
    moved: list[int] = []
    view.moved.connect(moved.append)
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert {span.id: span.mark for span in view.pane.spans} == {first.id: "", second.id: "B"}
    assert moved == [timeline.moments[1].number]
    view.go_to_entry(timeline.moments[0].number)
    assert [span.id for span in view.pane.spans] == [first.id]
    view.go_to_entry(0)
    assert (view.index, view.pane.spans) == (-1, ())
    assert len(moved) == 1  # who says where to go is not told
