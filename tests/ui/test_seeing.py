"""What a blind reader sees in the window: nothing of the others' work before it is handed in, then all of it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.core.spans import Span
from annotator.operations import annotations, annotators, assignments, documents, relations, sources
from annotator.operations.readings import reading_of, submit
from tests.ui.stage import Stage


def begin(stage: Stage) -> None:
    """An article that Ben has worked on, and that is given to oneself blind."""
    stage.start().load()
    session = stage.session
    ben = annotators.find_or_add_annotator(session.workspace, "Ben")
    record = annotations.add_annotation(session.workspace, stage.document.id, [Span(0, 15)], "claim", ben)
    annotations.set_note(session.workspace, record.id, "zanzibar", ben)
    stage.settle()


def blind(stage: Stage) -> None:
    session = stage.session
    assignments.assign(session.workspace, [(stage.document.id, session.annotator_id)], session.annotator_id)
    stage.settle()


def test_what_others_did_goes_and_comes_back(stage: Stage) -> None:
    begin(stage)
    assert stage.labels_here() == ["claim"]
    blind(stage)
    assert stage.labels_here() == []
    assert stage.window.inspector.article.model.rowCount() == 0
    QTest.keyClick(stage.window.reader, Qt.Key.Key_3)
    stage.settle()
    assert stage.labels_here() == ["quote"]
    submit(stage.session.workspace, stage.document.id, stage.session.annotator_id, despite=True)
    stage.settle()
    assert sorted(stage.labels_here()) == ["claim", "quote"]
    assert stage.window.inspector.article.model.rowCount() == 2


def test_it_is_in_no_count_of_the_window(stage: Stage) -> None:
    begin(stage)
    assert stage.window.reader.progress().tagged == 1
    blind(stage)
    assert stage.window.reader.progress().tagged == 0
    (progress,) = documents.progress_of(stage.session.workspace, [stage.document.id]).values()
    assert progress.decided == 0


def test_somebody_else_at_this_computer_sees_it(stage: Stage) -> None:
    begin(stage)
    blind(stage)
    ben = annotators.find_annotator(stage.session.workspace, "Ben")
    stage.session.identifying.become(ben)
    stage.settle()
    assert stage.labels_here() == ["claim"]


def test_that_others_work_was_seen_is_noted_once(stage: Stage) -> None:
    begin(stage)
    workspace, who = stage.session.workspace, stage.session.annotator_id
    assert reading_of(workspace, stage.document.id, who).saw_others
    assert not submit(workspace, stage.document.id, who, despite=True).independent


def test_nothing_is_noted_of_who_works_alone(stage: Stage) -> None:
    stage.start().load()
    QTest.keyClick(stage.window.reader, Qt.Key.Key_1)
    stage.settle()
    workspace, who = stage.session.workspace, stage.session.annotator_id
    assert not reading_of(workspace, stage.document.id, who).saw_others
    assert submit(workspace, stage.document.id, who, despite=True).independent


def test_a_blind_reading_that_is_handed_in_is_independent(stage: Stage) -> None:
    stage.start().load()
    blind(stage)
    session = stage.session
    ben = annotators.find_or_add_annotator(session.workspace, "Ben")
    annotations.add_annotation(session.workspace, stage.document.id, [Span(0, 15)], "claim", ben)
    stage.settle()
    assert stage.labels_here() == []
    assert submit(session.workspace, stage.document.id, session.annotator_id, despite=True).independent


def test_no_page_tells_of_it(stage: Stage) -> None:
    begin(stage)
    session = stage.session
    source = sources.add_source(session.workspace, "Wulandari", session.annotator_id)
    ben = annotators.find_annotator(session.workspace, "Ben")
    assert ben
    (record,) = stage.window.reader.annotations()
    relations.set_sources(session.workspace, [record.id], "attributed_to", [source.id], ben)
    assert found_in_search(stage, "zanzibar") == 1
    assert "Wulandari" in palette_rows(stage, "wulan")
    assert counted(stage) > 0
    blind(stage)
    assert found_in_search(stage, "zanzibar") == 0
    assert palette_rows(stage, "wulan") == []
    assert counted(stage) == 0


def found_in_search(stage: Stage, words: str) -> int:
    stage.window.actions_table["search"].trigger()
    stage.settle()
    page = stage.window.search
    page.field.selectAll()
    QTest.keyClicks(page.field, words)
    stage.qtbot.wait(200)
    stage.settle()
    number = page.current_list().found.rowCount()
    page.field.selectAll()
    QTest.keyClick(page.field, Qt.Key.Key_Delete)
    stage.window.leave_page()
    return int(number)


def palette_rows(stage: Stage, words: str) -> list[str]:
    QTest.keyClick(stage.window.focusWidget(), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = stage.session.palette_finding._palette
    stage.qtbot.waitUntil(palette.isActiveWindow)
    stage.settle()
    QTest.keyClicks(palette.field, words)
    stage.settle()
    rows = [palette.entries.index(row, 0).data() for row in range(palette.entries.rowCount())]
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    stage.qtbot.waitUntil(stage.window.isActiveWindow)
    return rows


def counted(stage: Stage) -> int:
    stage.window.actions_table["statistics"].trigger()
    stage.settle()
    page = stage.session.counting._page
    number = page.figures.rowCount()
    stage.window.leave_page()
    return int(number)


def test_marks_of_others_are_seen_too(stage: Stage) -> None:
    stage.start().load()
    session = stage.session
    ben = annotators.find_or_add_annotator(session.workspace, "Ben")
    stage.settle()
    assert not reading_of(session.workspace, stage.document.id, session.annotator_id).saw_others
    annotations.mark_nothing(session.workspace, stage.document.id, [stage.document.sentences[0]], ben)
    stage.settle()
    assert reading_of(session.workspace, stage.document.id, session.annotator_id).saw_others
