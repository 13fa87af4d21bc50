"""Articles are ranked by how much reading them would teach."""

from dataclasses import replace

from annotator.core.learned.ranking import ranked
from annotator.core.learned.training import Learned, train
from tests.core.learned.project import LABELS, annotation, article, decided

LEARNED = train(decided(12), LABELS)
MIXED = "The leaky ferry walked to the market in the evening, and allegedly had tea."


def test_what_is_unlike_anything_decided_comes_before_what_is_like_it() -> None:
    known, new = ranked(article(70), LEARNED, ["claim"], ()), ranked(article(71, MIXED * 6), LEARNED, ["claim"], ())
    assert known
    assert new
    assert new.usefulness > known.usefulness
    assert known.undecided == 12
    assert len(known.sentences) == 5
    assert [doubt for _, doubt in known.sentences] == sorted((doubt for _, doubt in known.sentences), reverse=True)


def test_only_undecided_sentences_count() -> None:
    record = article(70)
    read = replace(record, marks=tuple(record.sentences[1:]))
    rank = ranked(read, LEARNED, LABELS, ())
    assert rank
    assert rank.undecided == 1
    assert rank.sentences[0][0].start_char == 0
    tagged = replace(read, annotations=(annotation(record, "quote", record.sentences[0]),))
    assert ranked(tagged, LEARNED, LABELS, ()) is None
    helped = replace(read, annotations=(annotation(record, "cue", record.sentences[0]),))
    assert ranked(helped, LEARNED, LABELS, ())


def test_before_anything_is_learned_all_is_as_useful() -> None:
    first, second = (ranked(article(number), Learned({}, {}), LABELS, ()) for number in (1, 2))
    assert first
    assert second
    assert first.usefulness == second.usefulness == 1
