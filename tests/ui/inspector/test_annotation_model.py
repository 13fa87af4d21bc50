"""The article's annotations as a model."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from annotator.core.spans import Span
from annotator.ui.inspector.annotation_model import AnnotationModel
from tests.ui.inspector.passages import newsroom, tagged


def _texts(model: AnnotationModel) -> list[str]:
    return [model.index(row).data() for row in range(model.rowCount())]


def test_the_model_is_sound_through_every_change(qtbot: QtBot) -> None:
    model = AnnotationModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_labels(newsroom(), "dark")
    first, second, third = tagged(100), tagged(0), tagged(50, "quote")
    model.set_annotations([(first, "c"), (second, "a")])
    model.put(third, "b")
    assert _texts(model) == ["a", "b", "c"]
    model.set_open(third.id)
    assert model.index(1).data(AnnotationModel.OpenRole) is True
    model.put(replace(third, label="denial"), "b")
    assert dict(+model.counts) == {"claim": 2, "denial": 1}
    model.put(replace(second, segments=(Span(200, 210),)), "z")
    assert _texts(model) == ["b", "c", "z"]
    model.drop(first.id)
    model.drop(first.id)
    assert _texts(model) == ["b", "z"]
    assert dict(+model.counts) == {"claim": 1, "denial": 1}
    model.set_annotations([])
    assert model.rowCount() == 0
    del tester


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(1, 3)), max_size=12), st.data())
def test_single_changes_end_where_loading_all_would(places: list[tuple[int, int]], data: st.DataObject) -> None:
    records = [tagged(start, length=length) for start, length in places]
    model, whole = AnnotationModel(), AnnotationModel()
    for record in records:
        model.put(record, str(record.id))
    dropped = data.draw(st.sets(st.sampled_from(records)) if records else st.just(set()))
    for record in dropped:
        model.drop(record.id)
    kept = [record for record in records if record not in dropped]
    whole.set_annotations([(record, str(record.id)) for record in kept])
    assert _texts(model) == _texts(whole)
    assert +model.counts == +whole.counts
    assert all(_texts(model)[model.row_of(record.id)] == str(record.id) for record in kept)


def test_a_row_is_told_in_words(qtbot: QtBot) -> None:
    model = AnnotationModel()
    model.set_labels(newsroom(), "light")
    model.set_annotations([(tagged(label="denial"), "He\ndenied it.")])
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Denial: He denied it."


def test_a_label_that_is_gone_from_the_set_is_named_by_its_key(qtbot: QtBot) -> None:
    model = AnnotationModel()
    model.set_annotations([(tagged(label="rumour"), "They say.")])
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "rumour: They say."
