"""Sentences about an import."""

from annotator.operations.import_report import ImportReport
from annotator.ui.imports.import_words import button_words, found_words, outcome_words, report_words, sentence
from tests.ui.imports.previews import preview


def test_what_is_found_is_told() -> None:
    assert found_words(preview()) == "5 annotations in 2 articles: 1 here already, 1 new."
    assert outcome_words(preview()) == (
        "1 annotation is here already. 1 gets its place where the words are others here; look at it "
        "afterwards. 2 things are left out."
    )
    own = preview()
    own.is_own = True
    assert outcome_words(own).startswith("This is a project of Annotator")
    none = preview()
    none.taken = none.known = 0
    assert "Say what the labels mean here" in outcome_words(none)
    again = preview()
    again.taken, again.known = 0, 4
    assert "4 annotations are here already." in outcome_words(again)
    assert outcome_words(again).endswith("importing it again doubles nothing.")
    assert button_words(0) == "Import again"
    assert sentence("label “x” is unknown") == "Label “x” is unknown"
    assert sentence("") == ""
    assert (button_words(1), button_words(1200)) == ("Import 1 annotation", "Import 1,200 annotations")


def test_what_came_is_told() -> None:
    report = ImportReport(annotations=2, loaded=1, known=3, undoable=True)
    assert report_words(report) == (
        "2 annotations were imported. 1 article is new. 3 were here already. Undo takes all of it back."
    )
    report = ImportReport(cancelled=True, unread=[("line 1", "broken")])
    report.unsure.add("a", "b", "c")
    assert report_words(report) == (
        "No annotation was imported. 1 thing was left out. Look at 1 whose words are others here. It was stopped "
        "before the end; the same import goes on where it stopped."
    )
