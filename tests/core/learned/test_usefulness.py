"""What to read next is where the program is least sure."""

from annotator.core.learned.features import look_at
from annotator.core.learned.training import Learned, train
from annotator.core.learned.usefulness import doubt, usefulness
from tests.core.learned.project import LABELS, article, decided, sentence

LEARNED = train(decided(12), LABELS)


def doubt_of(text: str, learned: Learned = LEARNED, labels: tuple[str, ...] = ("claim",)) -> float:
    record = article(text=text)
    return max(doubt(learned, look, "en", labels) for look in look_at(text, "en", record.sentences, []))


def test_what_is_like_what_was_decided_is_less_doubtful_than_what_is_half_like_it() -> None:
    mixed = "The leaky ferry walked to the market in the evening, and allegedly had tea."
    assert doubt_of(sentence(60, 0)) < doubt_of(mixed)
    assert doubt_of(sentence(60, 1)) < doubt_of(mixed)


def test_labels_that_were_never_given_say_nothing_and_where_none_was_all_is_doubtful() -> None:
    assert doubt_of(sentence(60, 0), labels=("claim", "denial")) == doubt_of(sentence(60, 0)) < 1
    assert doubt_of(sentence(60, 0), labels=("denial",)) == 1
    assert doubt_of(sentence(60, 0), Learned({}, {})) == 1


def test_a_long_article_is_not_more_useful_for_being_long() -> None:
    assert usefulness([0.5] * 5) == usefulness([0.5] * 500) == 0.5
    assert usefulness([0.9, 0.1]) == 0.2
    assert usefulness([]) == 0
