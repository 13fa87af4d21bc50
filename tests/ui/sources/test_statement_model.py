"""Statements as a list: their sentences are fetched as they are looked at."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from annotator.core.source_statements import Statement
from annotator.core.spans import Span
from annotator.ui.sources.statement_model import Sentence, StatementModel
from tests.ui.sources.rows import LABELS, statement


def test_sentences_are_fetched_a_screenful_at_a_time(qapp: object) -> None:
    asked: list[int] = []

    def sentences(wanted: Sequence[Statement]) -> dict[UUID, Sentence]:
        asked.append(len(wanted))
        return {one.annotation_id: (f"On\n{one.day}.", (Span(0, 2),)) for one in wanted}

    model = StatementModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.labels, model.kinds = LABELS, {"addressed_to": "Said to"}
    model.set_sentence_source(sentences)
    many = [statement(f"20{at // 12:02}-{at % 12 + 1:02}-01") for at in range(600)]
    assert model.show(many)
    first = len(asked)
    assert model.data(model.index(500)) == "On 2041-09-01."
    assert model.data(model.index(505)) == "On 2042-02-01."
    assert len(asked) == first + 1
    assert asked[-1] <= 40
    assert not model.show(list(many))  # they are there already
    assert model.data(model.index(500)) == "On 2041-09-01."
    assert len(asked) == first + 2


def test_what_is_said_of_a_statement(qapp: object) -> None:
    model = StatementModel()
    model.labels, model.kinds = LABELS, {"addressed_to": "Said to"}
    model.show([statement(), statement("", "gone", "addressed_to")])
    assert model.about(statement()) == "Claim · 2025-07-04 · Daily · A title"
    spoken = [model.data(model.index(at), Qt.ItemDataRole.AccessibleTextRole) for at in (0, 1)]
    assert spoken == ["Claim · 2025-07-04 · Daily · A title. ", "gone · Said to · Daily · A title. "]
    assert model.data(model.index(0), StatementModel.SentenceRole) == ("", ())
    model.set_sentence_source(lambda wanted: {})
    model.forget_sentences()
    assert model.data(model.index(0)) == ""
