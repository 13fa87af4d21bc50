from annotator.core.records import Furniture
from annotator.ui.reader.hints import describe_focus, not_article_text, tool_tip
from annotator.ui.reader.opened import OpenDocument
from annotator.ui.reader.typography import LIGHT
from tests.ui.reader.articles import annotation, document, newsroom

LABELS = {label.key: label for label in newsroom().labels}


def test_a_tip_names_label_annotator_note_and_hidden_characters() -> None:
    text = "Pay <b>\u202e now."
    record = document(text, annotations=[annotation("claim", (0, 8), note="a < b")], furniture=[Furniture(9, 12, "")])
    opened = OpenDocument(record, LIGHT)
    assert tool_tip(opened, LABELS, 0) == "<b>Claim</b> · Rina<br>a &lt; b"
    assert tool_tip(opened, LABELS, 7).endswith("U+202E RIGHT-TO-LEFT OVERRIDE")
    assert tool_tip(opened, LABELS, 10) == not_article_text()
    assert tool_tip(opened, LABELS, 8) == ""


def test_the_focus_is_described_with_number_state_labels_and_text() -> None:
    opened = OpenDocument(document("One. Two."), LIGHT)
    assert describe_focus(opened, LABELS) == "Sentence 1 of 2, undecided. One."
    opened.put([annotation("claim", (0, 4)), annotation("unknown", (0, 3))])
    assert describe_focus(opened, LABELS) == "Sentence 1 of 2, Claim, unknown. One."
    assert describe_focus(OpenDocument(document(""), LIGHT), LABELS) == ""
