"""The page of disputes follows what anybody does, and goes with the project."""

from annotator.core.identity import reading_id
from annotator.core.rulings import RulingVerdict
from annotator.operations.readings import put_reading
from annotator.operations.rulings import Choice, rule
from annotator.store.review_tables import Reading
from annotator.ui import ruling
from tests.ui.disputes.disputed_stage import disputed_here, page_of, press
from tests.ui.stage import Stage, close_during


def test_what_a_colleague_does_is_shown(stage: Stage) -> None:
    there = disputed_here(stage.start())
    page = page_of(stage)
    rule(
        there.workspace, there.article, there.ana["boundary"], Choice(RulingVerdict.BOTH), there.cleo, "Both read well"
    )
    stage.qtbot.waitUntil(lambda: page.count.text() == "4 open of 5 · 1 article", timeout=5000)
    stage.qtbot.waitUntil(lambda: "Both read" in page.card.ruled.text(), timeout=5000)
    assert page.dispute.id == there.ana["boundary"]  # what somebody looks at stays where it is
    there.change(there.ben["boundary"], "denies it", there.desk.ben)
    stage.qtbot.waitUntil(lambda: "before it changed" in page.card.former.text(), timeout=5000)
    there.open(there.desk.ben)
    stage.qtbot.waitUntil(lambda: page.empty.isVisible(), timeout=5000)
    assert page.dispute is None


def test_what_is_being_typed_stays_while_others_work(stage: Stage) -> None:
    there = disputed_here(stage.start())
    page = page_of(stage)
    press(stage, "1")
    press(stage, "Because")
    rule(there.workspace, there.article, there.ana["label"], Choice(RulingVerdict.BOTH), there.cleo)
    stage.qtbot.waitUntil(lambda: page.count.text() == "4 open of 5 · 1 article", timeout=5000)
    stage.settle()
    assert page.line.field.text() == "Because"
    assert stage.window.focusWidget() is page.line.field


def test_who_looks_reads_independently_no_more(stage: Stage) -> None:
    there = disputed_here(stage.start())
    page_of(stage)
    key = reading_id(there.article, stage.session.annotator_id)
    with there.workspace.edit("Look", None) as session:
        assert session.get_one(Reading, key).saw_others


def test_a_blind_reader_sees_nothing_of_it(stage: Stage) -> None:
    there = disputed_here(stage.start())
    page = page_of(stage)
    with there.workspace.edit("Assign", None, undoable=False) as session:
        put_reading(session, there.article, there.cleo).blind = True
    there.workspace.viewer = there.cleo
    stage.session.tell_anew()
    stage.settle()
    assert page.article is None
    assert page.model.lines == ()
    assert page.texts.pane.text == ""
    assert page.empty.isVisible()


def test_another_theme_and_zoom_are_followed(stage: Stage) -> None:
    disputed_here(stage.start())
    page = page_of(stage)
    dispute = page.dispute
    stage.window.choices.choose(theme="dark", zoom=120)
    assert (page.texts.pane.theme.name, page.texts.pane.zoom) == ("dark", 120)
    assert page.dispute == dispute


def test_a_ruling_that_cannot_be_made_is_told(stage: Stage) -> None:
    there = disputed_here(stage.start())
    page = page_of(stage)
    dispute = page.dispute
    page.answering.choose(RulingVerdict.BOTH)
    there.open(there.desk.ben)
    page.line.given.emit("")
    assert "nobody disputes that any more" in stage.window.banner.notice.text
    assert dispute.is_open


def test_the_page_goes_with_the_project(stage: Stage, monkeypatch: object) -> None:
    disputed_here(stage.start())
    page = page_of(stage)
    close_during(stage, monkeypatch, ruling, "all_disputes", stage.session.ruling.open)  # type: ignore[arg-type]
    assert page.article is None
    assert page.model.lines == ()
