"""What is said after an edit, and where sentences are."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from annotator.core.records import Doubt, DoubtKind, Quotations
from annotator.core.spans import Span
from annotator.ui.reader import accessibility
from annotator.ui.reader.reader import Reader
from tests.ui.reader.articles import annotation, document


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    words: list[str] = []

    def hear(widget: QWidget, announced: str) -> None:
        words.append(announced)

    monkeypatch.setattr(accessibility, "announce", hear)
    monkeypatch.setattr(accessibility, "is_heard", lambda: True)
    return words


def test_edits_of_the_focused_sentence_are_announced_with_the_coverage(reader: Reader, said: list[str]) -> None:
    reader.show_document(document("One stands. Two stands."))
    claim = annotation("claim", (0, 11))
    reader.put_annotations([claim])
    reader.put_annotations([claim])
    reader.drop_annotations([claim.id])
    reader.put_marks([Span(0, 11)])
    reader.put_marks([])
    assert said == [
        "Claim added. 1 of 2 read",
        "Claim removed. 0 of 2 read",
        "nothing here. 1 of 2 read",
        "unread again. 0 of 2 read",
    ]


def test_edits_elsewhere_interrupt_nobody(reader: Reader, said: list[str]) -> None:
    reader.show_document(document("One stands. Two stands."))
    reader.put_annotations([annotation("claim", (12, 23))])
    reader.put_marks([Span(12, 23)])
    assert said == []


def test_a_sentence_is_found_by_its_place_and_has_none_out_of_view(reader: Reader) -> None:
    reader.show_document(document("\n\n".join(f"Sentence {n} stands here." for n in range(200))))
    place = reader.speech.place(2)
    assert reader.speech.under(place.center()) == 2
    assert reader.speech.place(150).isEmpty()
    assert reader.speech.under(QPoint(-4000, -4000)) == -1
    assert reader.speech.count() == 200
    assert [reader.speech.is_selected(index) for index in (0, 1)] == [True, False]


def test_it_is_told_that_a_sentence_has_suspicious_marks(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[int] = []
    monkeypatch.setattr(accessibility, "tell_change", lambda _, index: told.append(index))
    reader.show_document(document("He said “no. Nobody came."), focus=0)
    reader.set_quotations(Quotations((), (Doubt(8, 9, DoubtKind.UNCLOSED),)))
    reader.set_quotations(Quotations((), ()))
    reader.focus_sentence(1)
    reader.set_quotations(Quotations((), ()))
    assert told == [0, 0]
