"""The open document tells what each change touched."""

from annotator.core.records import Doubt, DoubtKind, Furniture, Quotation, Quotations
from annotator.core.spans import Span
from annotator.ui.reader.opened import OpenDocument
from annotator.ui.reader.quoted import Quoted
from annotator.ui.reader.typography import LIGHT
from tests.ui.reader.articles import ENGLISH, annotation, document, place


def test_the_annotation_added_last_is_current_where_it_is_in_focus() -> None:
    first, second = annotation("claim", (0, 6)), annotation("quote", (0, 11))
    opened = OpenDocument(document(annotations=[first]), LIGHT)
    assert opened.current() == first
    assert opened.put([second]) == [Span(0, 11)]
    assert opened.current() == second
    opened.prefer(first.id)
    assert opened.current() == first
    assert opened.cycle(1) == second
    opened.selection.go_to(3)
    assert opened.current() is None
    assert not opened.says_other(first)
    assert opened.drop([first.id, first.id]) == [first]
    assert opened.says_other(first)


def test_furniture_is_greyed_and_hidden_characters_stand_out() -> None:
    text = "One \u202e two.\nmore"
    record = document(text, furniture=[Furniture(*place(text, "two."), ""), Furniture(*place(text, "more"), "")])
    opened = OpenDocument(record, LIGHT)
    assert opened.furniture == [Span(6, len(text))]
    ranges = [(start, end) for start, end, _ in opened.formats(opened.flow.blocks[0])]
    assert ranges == [(6, 10), (4, 5)]


def test_changes_tell_which_stretches_they_touched() -> None:
    opened = OpenDocument(document(marks=[Span(0, 11)]), LIGHT)
    assert opened.set_marks([Span(0, 11), Span(*place(ENGLISH, "Critics"))]) == [Span(*place(ENGLISH, "Critics"))]
    opened.set_sentences([Span(0, 40), Span(40, len(ENGLISH))])
    assert len(opened.states.codes) == 2


def test_a_sentence_knows_its_suspicious_marks_and_the_quotation_that_runs_through_it() -> None:
    text = "One “two. Three. Four” five. Six “seven."
    opened = OpenDocument(document(text), LIGHT)
    assert (opened.doubts_in(0), opened.quotation_in_focus()) == ((), None)
    long, lone = Quotation((Span(*place(text, "“two. Three. Four”")),), "“", "”", 0), text.rindex("“")
    opened.quoted = Quoted(Quotations((long,), (Doubt(lone, lone + 1, DoubtKind.UNCLOSED),)))
    assert [len(opened.doubts_in(index)) for index in (-1, 0, 3)] == [0, 0, 1]
    opened.selection.go_to(1)
    assert opened.quotation_in_focus() == long.segments[0]
    opened.selection.go_to(3)
    assert opened.quotation_in_focus() is None
