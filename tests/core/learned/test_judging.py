"""Learned suggestions are judged by articles that they were not learned from, and held against cues."""

import random

import pytest

from annotator.core.learned import judging
from annotator.core.learned.decisions import Decision
from annotator.core.learned.judging import Judgement, Score, judge
from annotator.core.suggestion import Suggestion
from annotator.errors import Cancelled
from tests.core.learned.project import article, decided


def nothing() -> None:
    """Nobody watches."""


def test_a_score_counts() -> None:
    score = Score(right=6, proposed=8, wanted=12)
    assert (score.precision, score.recall, score.f1) == (0.75, 0.5, 0.6)
    assert Score(0, 0, 0).f1 == 0


def test_what_can_be_learned_is_found_in_articles_not_seen() -> None:
    judgement = judge(decided(12), "claim", "", nothing).judgement
    assert (judgement.articles, judgement.sentences, judgement.learned.wanted) == (12, 144, 48)
    assert judgement.learned.f1 > 0.95
    assert judgement.cues.f1 == 0
    assert judgement.is_learned_better


def test_what_means_nothing_is_not_proposed() -> None:
    dice = random.Random(1)
    scattered = [one._replace(has=frozenset({"claim"} if dice.random() < 0.3 else ())) for one in decided(12)]
    judgement = judge(scattered, "claim", "", nothing).judgement
    assert judgement.learned.proposed < 10
    assert not judgement.learned.f1 > 0.3


def test_what_only_one_article_has_is_not_learned_by_heart() -> None:
    """Each article’s claims have a word of their own; by sentences instead of articles they would look learnable."""
    own = []
    for number in range(1, 13):
        for at, one in enumerate(decided(1, first=number)):
            features = (number if at % 2 else number + 100, 5000 + at)
            has = frozenset({"claim"} if (at + number) % 2 else ())
            own.append(one._replace(look=one.look._replace(features=features), has=has))
    assert judge(own, "claim", "", nothing).judgement.learned.f1 < 0.5


def test_copies_are_judged_together(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[set[object]] = []
    decisions = [one._replace(group=article(1 + at % 3).id) for at, one in enumerate(decided(6))]
    keys = {one.look.features: one.group for one in decisions}
    learn = judging.learn
    monkeypatch.setattr(judging, "learn", lambda rows: (seen.append({keys[row[0]] for row in rows}), learn(rows))[1])
    judge(decisions, "claim", "", nothing)
    assert len(seen) == 3


def cued(decisions: list[Decision], right: int, wrong: int) -> list[Decision]:
    """The decisions as if cues had proposed so many sentences rightly and wrongly."""
    budget = {True: right, False: wrong}
    found = []
    for one in decisions:
        is_claim = "claim" in one.has
        budget[is_claim] -= 1
        proposed = frozenset({"claim"} if budget[is_claim] >= 0 else ())
        found.append(one._replace(look=one.look._replace(cued=proposed)))
    return found


def test_cues_are_counted_on_the_same_sentences_and_win_where_they_are_as_good() -> None:
    judgement = judge(cued(decided(12), 48, 0), "claim", "", nothing).judgement
    assert judgement.cues == Score(48, 48, 48)
    assert not judgement.is_learned_better
    judgement = judge(cued(decided(12), 30, 20), "claim", "", nothing).judgement
    assert judgement.cues == Score(30, 50, 48)
    assert judgement.is_learned_better


def test_under_thirty_nothing_is_believed() -> None:
    assert Judgement("claim", "", 9, 90, Score(29, 29, 29), Score(0, 0, 29)).is_too_few
    assert not Judgement("claim", "", 9, 90, Score(29, 29, 29), Score(0, 0, 29)).is_learned_better
    assert Judgement("claim", "", 9, 90, Score(30, 30, 30), Score(0, 0, 30)).is_learned_better


def test_it_can_be_stopped_after_each_fold() -> None:
    calls = []

    def stop() -> None:
        calls.append(1)
        if len(calls) == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        judge(decided(6), "claim", "", stop)
    assert len(calls) == 2


def test_cues_see_the_label_they_propose() -> None:
    suggestions = [Suggestion("claim", (article(1).sentences[0],), "cues", "")]
    judgement = judge(decided(1, cues=suggestions) + decided(3, first=2), "claim", "", nothing).judgement
    assert judgement.cues.proposed == 1
