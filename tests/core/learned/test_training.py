"""Models are made for the labels and languages that have enough decisions."""

import pytest

from annotator.core.learned.training import ALL, train
from annotator.errors import Cancelled
from tests.core.learned.project import LABELS, decided


def test_a_label_that_was_never_given_has_no_model() -> None:
    learned = train(decided(4), LABELS)
    assert {*learned.models} == {("claim", ALL)}
    assert learned.languages == {"en": 48}
    assert [one.label for one in learned.judgements] == ["claim"]
    assert train([], LABELS).models == {}
    assert train(decided(1), LABELS).models == {}  # nothing to judge it by


def test_a_language_with_enough_has_its_own_model_and_the_others_fall_back() -> None:
    english, french = decided(9), decided(2, language="fr", first=20)
    learned = train([*english, *french], LABELS)
    assert {*learned.models} == {("claim", ALL), ("claim", "en")}
    assert learned.model("claim", "en") is learned.models["claim", "en"]
    assert learned.model("claim", "fr") is learned.models["claim", ALL]
    assert learned.model("claim", "ja") is learned.models["claim", ALL]
    assert learned.model("quote", "en") is None


def test_chances_mean_something() -> None:
    decisions = decided(10)
    model = train(decisions, LABELS).models["claim", ALL]
    for one in decided(2, first=30):
        assert (model.chance(one.look.features) >= model.threshold) == ("claim" in one.has)
        assert 0 <= model.chance(one.look.features) <= 1


def test_a_rejection_counts_for_its_label_only() -> None:
    refused = [one._replace(has=frozenset(), lacks=frozenset({"claim"})) for one in decided(3, first=40)]
    learned = train([*decided(5), *refused], LABELS)
    assert learned.models["claim", ALL].judgement.sentences == 8 * 12


def test_progress_is_told_and_it_can_be_stopped() -> None:
    told: list[tuple[int, int]] = []
    train(decided(6), LABELS, lambda done, total: told.append((done, total)))
    assert told[-1] == (6, 6)
    with pytest.raises(Cancelled):
        train(decided(6), LABELS, cancelled=lambda: True)
