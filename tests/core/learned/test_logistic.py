"""The learner learns what there is to learn, and the same thing each time."""

from annotator.core.learned.features import SIZE
from annotator.core.learned.logistic import Row, learn

ROWS: list[Row] = [((at % 50, 100 + at % 3, 200 if at % 4 == 0 else 201), at % 4 == 0) for at in range(200)]


def test_what_always_goes_with_the_label_is_learned() -> None:
    model = learn(ROWS)
    assert model.score((200, 100)) > 0 > model.score((201, 100))
    assert len(model.weights) == SIZE


def test_the_same_rows_make_the_same_model() -> None:
    first, second = learn(ROWS), learn(ROWS)
    assert (first.weights, first.bias) == (second.weights, second.bias)


def test_of_many_rows_without_the_label_some_are_enough() -> None:
    rows: list[Row] = [((at % 5000 + 10,), False) for at in range(5000)] + [((7,), True)] * 100
    model = learn(rows)
    untouched = sum(model.weights[at] == 0 for at in range(10, 5010))
    assert 4000 < untouched < 5000
    assert model.score((7,)) > 0


def test_a_sentence_without_features_and_no_rows_at_all_are_no_trouble() -> None:
    assert learn([]).score(()) == 0
    assert learn([((), True), ((), False)]).score((3,)) == learn([((), True), ((), False)]).score(())
