"""Tips and descriptions say what is there."""

from annotator.core.quotation_check import WORDS
from annotator.core.records import Doubt, DoubtKind, Furniture, Quotations
from annotator.core.spans import Span
from annotator.ui.reader.hints import (
    added,
    describe_progress,
    describe_sentence,
    doubt_words,
    marked,
    not_article_text,
    removed,
    tool_tip,
)
from annotator.ui.reader.opened import OpenDocument
from annotator.ui.reader.quoted import Quoted
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


def test_a_sentence_is_described_with_state_or_labels_and_number() -> None:
    opened = OpenDocument(document("One. Two."), LIGHT)
    assert describe_sentence(opened, LABELS, 0) == "undecided. Sentence 1 of 2"
    opened.put([annotation("claim", (0, 4)), annotation("unknown", (0, 3))])
    assert describe_sentence(opened, LABELS, 0) == "Claim, unknown. Sentence 1 of 2"
    opened.set_marks([Span(5, 9)])
    assert describe_sentence(opened, LABELS, 1) == "nothing to tag. Sentence 2 of 2"
    assert describe_progress(opened.states.progress()) == "2 of 2 read"


def test_edits_are_put_in_words() -> None:
    assert added(annotation("claim", (0, 1)), LABELS) == "Claim added"
    assert removed(annotation("unknown", (0, 1)), LABELS) == "unknown removed"
    assert [marked(True), marked(False)] == ["nothing here", "unread again"]


def test_what_looks_wrong_about_a_mark_is_said_where_it_is() -> None:
    text = "One. He said “two and “three. Four."
    opened = OpenDocument(document(text), LIGHT)
    places = [text.index("“two"), text.index("“three")]
    doubts = tuple(Doubt(at, at + 1, DoubtKind.UNCLOSED) for at in places)
    opened.quoted = Quoted(Quotations((), doubts))
    words = doubt_words(DoubtKind.UNCLOSED)
    assert words == WORDS[DoubtKind.UNCLOSED]
    tips = [tool_tip(opened, LABELS, places[0] + step) for step in (-2, -1, 0, 1, 2)]
    assert tips == ["", words, words, words, ""]
    assert describe_sentence(opened, LABELS, 1) == f"undecided. Sentence 2 of 3. {words}"
    assert describe_sentence(opened, LABELS, 2) == "undecided. Sentence 3 of 3"
