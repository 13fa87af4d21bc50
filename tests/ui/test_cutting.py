"""Sentences are cut anew from the window: counted first, one step to take back, and the place is kept."""

from collections.abc import Callable, Sequence
from threading import Event
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from sqlalchemy import Connection

from annotator.operations import resplit, sentences
from annotator.operations.documents import document_row
from annotator.operations.projects import open_project
from annotator.operations.resplit import Resplit
from annotator.store.queries import CutText
from annotator.ui.banner import Kind
from annotator.ui.sentences.sentences_dialog import SentencesDialog
from tests.ui.stage import Stage

QUOTED = (
    "Wali Kota menyangkal kabar itu.\n\n“Kami tidak mundur. Kami akan datang. Tunggu saja,” ujar Wati kepada "
    "wartawan di balai kota. Dewan kota diam saja pada hari itu.\n"
)
SPLIT = {"id": "split"}


def with_the_dialog(stage: Stage, do: Callable[[SentencesDialog], None]) -> None:
    """Choose "Sentences…" in the menu, wait for the count, and do something with the dialog."""

    def when_counted() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, SentencesDialog) or stage.app.tasks.busy:
            QTimer.singleShot(20, when_counted)
            return
        do(dialog)

    QTimer.singleShot(0, when_counted)
    stage.window.actions_table["sentences"].trigger()
    stage.settle()


def press(*keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)


def focused_words(stage: Stage) -> str:
    start, end = stage.document.sentences[stage.window.reader.focused_sentence()]
    return str(stage.document.text[start:end].strip())


def test_a_choice_is_made_counted_and_taken_back(stage: Stage) -> None:
    stage.start().load(QUOTED)
    assert len(stage.document.sentences) == 3
    seen: list[str] = []

    def choose(dialog: SentencesDialog) -> None:
        seen.append(dialog.count.text())
        press(Qt.Key.Key_Tab, Qt.Key.Key_End)
        QTimer.singleShot(0, lambda: agree(dialog))

    def agree(dialog: SentencesDialog) -> None:
        if not dialog.cut.isEnabled():
            QTimer.singleShot(20, lambda: agree(dialog))
            return
        seen.append(dialog.count.text())
        press(Qt.Key.Key_Return)

    with_the_dialog(stage, choose)
    assert seen == ["No article would change.", "The article would change: 1 sentence becomes 3."]
    assert len(stage.document.sentences) == 5
    assert stage.window.strip.state == "The article changed: 1 sentence became 3."
    assert resplit.quote_policy(stage.session.workspace) == SPLIT
    press_undo(stage)
    assert len(stage.document.sentences) == 3
    assert resplit.quote_policy(stage.session.workspace) == {}


def press_undo(stage: Stage) -> None:
    stage.window.activateWindow()  # no window manager gives it back here
    stage.qtbot.waitUntil(stage.window.isActiveWindow)
    QTest.keyClick(stage.window.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    stage.settle()


def test_nothing_happens_when_the_person_thinks_better_of_it(stage: Stage) -> None:
    stage.start().load(QUOTED)

    def leave(_dialog: SentencesDialog) -> None:
        press(Qt.Key.Key_End, Qt.Key.Key_Escape)

    with_the_dialog(stage, leave)
    assert len(stage.document.sentences) == 3
    assert resplit.quote_policy(stage.session.workspace) == {}
    assert not stage.app.tasks.busy


def test_the_count_of_an_earlier_choice_is_not_shown(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.start().load(QUOTED)
    monkeypatch.setattr(SentencesDialog, "exec", lambda dialog: dialogs.append(dialog) or 0)
    dialogs: list[SentencesDialog] = []
    shown: list[Resplit] = []
    monkeypatch.setattr(SentencesDialog, "show_count", lambda _dialog, found: shown.append(found))
    stage.session.cutting.choose()
    stage.settle()
    assert len(dialogs) == 1
    assert shown == []


def test_of_two_choices_in_a_row_only_the_last_is_counted(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.start().load(QUOTED)
    told: list[object] = []
    monkeypatch.setattr(SentencesDialog, "show_count", lambda _dialog, found: told.append(found))
    monkeypatch.setattr(SentencesDialog, "show_failure", lambda _dialog, error: told.append(error))
    cut_texts, let_go = resplit.queries.cut_texts, Event()

    def slowly(connection: Connection, ids: Sequence[UUID]) -> list[CutText]:
        assert let_go.wait(5)
        return cut_texts(connection, ids)

    def choose_twice(dialog: SentencesDialog) -> int:
        dialog.show()
        for choice in ("split", "whole", "split"):  # the first is being counted, the second waits
            dialog.boxes["id"].setCurrentIndex(dialog.boxes["id"].findData(choice))
        let_go.set()
        stage.settle()
        return 0

    monkeypatch.setattr(resplit.queries, "cut_texts", slowly)
    monkeypatch.setattr(SentencesDialog, "exec", choose_twice)
    stage.session.cutting.choose()
    assert told == [Resplit(1, 1, before=1, after=3)]


def test_what_a_colleague_chooses_while_one_thinks_is_kept(stage: Stage) -> None:
    stage.start().load(QUOTED)
    colleague = open_project(stage.address, uuid4())

    def choose(dialog: SentencesDialog) -> None:
        resplit.resplit(colleague, stage.session.annotator_id, {"ar": "split"})
        press(Qt.Key.Key_Tab, Qt.Key.Key_End)
        QTimer.singleShot(0, lambda: agree(dialog))

    with_the_dialog(stage, choose)
    colleague.close()
    assert resplit.quote_policy(stage.session.workspace) == {"ar": "split", "id": "split"}
    press_undo(stage)
    assert resplit.quote_policy(stage.session.workspace) == {"ar": "split"}


def agree(dialog: SentencesDialog) -> None:
    """Press Enter once it is counted what would change."""
    if not dialog.cut.isEnabled():
        QTimer.singleShot(20, lambda: agree(dialog))
        return
    press(Qt.Key.Key_Return)


def test_the_place_in_the_text_is_kept(stage: Stage) -> None:
    stage.start().load(QUOTED)
    first = stage.document.id
    stage.load("Kedua. " + QUOTED)
    stage.session.reading.open_document(first)
    stage.session.cutting.cut(SPLIT)
    stage.settle()
    stage.window.reader.focus_sentence(3)
    assert focused_words(stage).startswith("Tunggu saja")
    stage.session.cutting.cut({"id": "usual"})
    stage.settle()
    assert "Tunggu saja" in focused_words(stage)
    assert len(stage.document.sentences) == 3
    press_undo(stage)
    assert focused_words(stage).startswith("Tunggu saja")  # two articles: no jump to what was taken back


def test_the_place_in_another_article_is_kept_too(stage: Stage) -> None:
    stage.start().load(QUOTED)
    first = stage.document.id
    stage.window.reader.focus_sentence(2)
    assert focused_words(stage).startswith("Dewan kota")
    stage.load("Kedua. " + QUOTED)
    stage.session.cutting.cut(SPLIT)
    stage.settle()
    stage.session.reading.open_document(first)
    assert focused_words(stage).startswith("Dewan kota")


def test_the_open_article_alone_and_its_corrections(stage: Stage) -> None:
    stage.start().load(QUOTED)
    here, workspace, who = stage.document.id, stage.session.workspace, stage.session.annotator_id
    sentences.split_sentence(workspace, here, QUOTED.index("menyangkal"), who)
    sentences.join_sentence(workspace, here, QUOTED.index("Kami"), who)
    stage.settle()
    stage.window.actions_table["cut_article"].trigger()
    stage.settle()
    assert stage.window.strip.state == "The article is cut as it was."
    assert len(stage.document.sentences) == 3
    stage.window.actions_table["forget_corrections"].trigger()
    stage.settle()
    assert "2 splits and joins by hand forgotten" in stage.window.strip.state
    assert [stage.document.text[a:b].split()[0] for a, b in stage.document.sentences] == ["Wali", "“Kami", "Dewan"]
    stage.window.actions_table["forget_corrections"].trigger()
    stage.settle()
    assert "Nothing was split or joined by hand" in stage.window.strip.state
    press_undo(stage)
    assert focused_words(stage) in ("Wali Kota", "menyangkal kabar itu.")
    assert len(stage.document.sentences) == 3


def test_what_was_stopped_can_go_on(stage: Stage) -> None:
    stage.start().load(QUOTED)
    stage.session.cutting._report(Resplit(64, 3, 14, 6, total=200, cancelled=True))
    notice = stage.window.banner.notice
    assert notice.text == "Stopped after 64 of 200 articles. 3 changed: 14 sentences became 6."
    (way,) = notice.ways
    with stage.session.workspace.edit("Older rules", stage.session.annotator_id) as session:
        row = document_row(session, stage.document.id)
        row.sentence_ends = [row.length]
    stage.settle()
    assert len(stage.document.sentences) == 1
    way.take()
    stage.settle()
    assert len(stage.document.sentences) == 3
    assert stage.window.banner.notice is None


def test_many_articles_show_how_far_it_is_and_can_be_stopped(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.start().load(QUOTED).load("Kedua. " + QUOTED)
    cut_texts, let_go = resplit.queries.cut_texts, Event()
    asked: list[Sequence[UUID]] = []

    def slowly(connection: Connection, ids: Sequence[UUID]) -> list[CutText]:
        asked.append(ids)
        assert len(asked) == 1 or let_go.wait(5)
        return cut_texts(connection, ids)

    monkeypatch.setattr("annotator.ui.cutting._FEW", 1)
    monkeypatch.setattr(resplit, "_BATCH", 1)
    monkeypatch.setattr(resplit.queries, "cut_texts", slowly)
    panel = stage.window.batch
    stage.session.cutting.cut(SPLIT)
    stage.qtbot.waitUntil(lambda: panel.words() == "1 of 2", timeout=5000)
    assert panel.isVisible()
    QTest.mouseClick(panel.findChild(QToolButton), Qt.MouseButton.LeftButton)
    let_go.set()
    stage.settle()
    assert not panel.isVisible()
    assert stage.window.banner.notice.text == "Stopped after 1 of 2 articles. 1 changed: 1 sentence became 3."
    stage.window.actions_table["undo"].trigger()
    stage.settle()
    assert stage.window.banner.notice is None  # it is no longer so
    assert len(stage.document.sentences) == 3


def test_all_is_cut_after_what_is_loading_and_one_article_beside_it(stage: Stage) -> None:
    stage.start().load(QUOTED)
    panel, loaded = stage.window.batch, Event()
    load = stage.app.tasks.make(lambda _progress, _cancelled: loaded.wait(5))
    panel.follow(load, "Loading articles")
    stage.app.tasks.start(load)
    stage.session.cutting.cut(SPLIT)
    assert panel.waiting() == "Waiting until it is done: Cutting sentences anew"
    stage.window.actions_table["cut_article"].trigger()
    stage.qtbot.waitUntil(lambda: stage.window.strip.state == "The article is cut as it was.", timeout=4000)
    assert panel.isVisible()
    assert len(stage.document.sentences) == 3
    loaded.set()
    stage.settle()
    assert len(stage.document.sentences) == 5
    assert not panel.isVisible()


def test_what_goes_wrong_is_said(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.start().load(QUOTED)
    workspace = stage.session.workspace

    real = resplit.queries.cut_texts

    def slow(*arguments: object) -> object:
        monkeypatch.undo()
        monkeypatch.setenv("ANNOTATOR_HOME", str(stage.folder / "home"))
        resplit.resplit(workspace, stage.session.annotator_id, {"id": "whole"})
        return real(*arguments)

    monkeypatch.setattr(resplit.queries, "cut_texts", slow)
    stage.session.cutting.cut(SPLIT)
    stage.settle()
    assert stage.window.banner.notice.kind is Kind.WARNING
    assert "once more" in stage.window.banner.notice.text


def test_a_colleague_s_choice_is_followed(stage: Stage) -> None:
    stage.start().load(QUOTED)
    colleague = open_project(stage.address, uuid4())
    resplit.resplit(colleague, stage.session.annotator_id, SPLIT)
    stage.session._feed.look()
    stage.settle()
    assert len(stage.document.sentences) == 5
    colleague.close()
