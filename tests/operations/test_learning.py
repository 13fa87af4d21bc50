"""A project's decisions teach what to suggest; what was learned is kept beside the settings."""

from pathlib import Path

import pytest

from annotator.core.learned.training import ALL
from annotator.core.spans import Span
from annotator.errors import AnnotatorError, Cancelled
from annotator.operations import annotations, assignments, documents, learning
from annotator.store.tables import RejectedSuggestion
from tests.core.learned.project import sentence
from tests.store.desk import Desk


def work(desk: Desk, articles: int, first: int = 1) -> None:
    """Load articles and decide on all their sentences: those that blame the ferry are denials."""
    for number in range(first, first + articles):
        key = desk.load(" ".join(sentence(number, at) for at in range(12)))
        documents.set_language(desk.workspace, key, "en", desk.ana)
        sentences = documents.read_document(desk.workspace, key).sentences
        for start, end in sentences[::3]:
            desk.tag(key, start, end - 1, "denial")
        annotations.mark_nothing(desk.workspace, key, sentences, desk.ana)
    part(desk)


def part(desk: Desk) -> None:
    """Let what looks alike be no copies of each other."""
    with desk.behind() as connection:
        connection.exec_driver_sql("UPDATE document SET copy_group = NULL")


def fresh(desk: Desk, number: int = 50) -> str:
    return " ".join(sentence(number, at) for at in range(12))


def test_nothing_is_learned_before_it_is_asked_for(desk: Desk) -> None:
    assert learning.learned_before(desk.workspace).models == {}
    assert not learning.is_up_to_date(desk.workspace)
    assert learning.learn(desk.workspace).models == {}
    assert learning.suggester_of(desk.workspace).suggest("Rina denied it.", "en")[0].suggester == "cues"


def test_what_was_decided_is_learned_and_kept(desk: Desk, settings_home: Path) -> None:
    work(desk, 8)
    desk.load("An article that nobody has read teaches nothing.")
    learned = learning.learn(desk.workspace)
    (judgement,) = learned.judgements
    assert (judgement.label, judgement.language) == ("denial", ALL)
    assert (judgement.articles, judgement.sentences, judgement.learned.wanted) == (8, 96, 32)
    assert judgement.is_learned_better
    assert learning.is_up_to_date(desk.workspace)
    (kept,) = (settings_home / "learned").iterdir()
    assert kept.stat().st_mode & 0o077 == 0
    desk.reopen()
    assert learning.learned_before(desk.workspace).judgements == [judgement]
    found = learning.suggester_of(desk.workspace).suggest(fresh(desk), "en")
    assert [one.suggester for one in found if one.label == "denial"] == ["learned"] * 4


def test_a_blind_reader_gets_nothing_that_was_learned(desk: Desk) -> None:
    work(desk, 8)
    learning.learn(desk.workspace)
    text = fresh(desk)
    assert {one.suggester for one in learning.suggester_of(desk.workspace).suggest(text, "en")} != {"cues"}
    assignments.assign(desk.workspace, [(desk.load("Another one.\n"), desk.ben)], desk.ana)
    desk.workspace.viewer = desk.ben
    assert {one.suggester for one in learning.suggester_of(desk.workspace).suggest(text, "en")} <= {"cues"}


def test_further_work_makes_what_was_learned_old_but_not_useless(desk: Desk) -> None:
    work(desk, 3)
    before = learning.learn(desk.workspace).judgements
    work(desk, 1, first=9)
    assert not learning.is_up_to_date(desk.workspace)
    assert learning.learned_before(desk.workspace).judgements == before
    assert learning.learn(desk.workspace).judgements[0].articles == 4


def test_articles_that_were_replaced_teach_nothing_more(desk: Desk) -> None:
    work(desk, 3)
    newest = "(SELECT max(id) FROM document)"
    with desk.behind() as connection:
        connection.exec_driver_sql(f"UPDATE document SET superseded_by = {newest} WHERE id < {newest}")
    assert learning.learn(desk.workspace).models == {}  # one article is left, and nothing to judge it by


def test_rejected_suggestions_are_decisions(desk: Desk) -> None:
    work(desk, 4)
    keys = [desk.load(sentence(number, 1)) for number in (60, 61, 62)]
    part(desk)
    with desk.workspace.edit("Reject suggestion", desk.ana) as session:
        for key in keys:
            session.add(
                RejectedSuggestion(
                    document_id=key, annotator_id=desk.ana, label="denial", start_char=0, end_char=9, suggester="cues"
                )
            )
    (judgement,) = learning.learn(desk.workspace).judgements
    assert (judgement.articles, judgement.sentences) == (7, 51)


def test_it_can_be_followed_and_stopped(desk: Desk) -> None:
    work(desk, 4)
    told: list[int] = []
    learning.learn(desk.workspace, lambda done, total: told.append(1000 * done // total))
    assert told == sorted(told)
    assert told[-1] == 1000
    kept = learning.learned_before(desk.workspace)
    for moment in (1, 6):
        calls = iter([False] * moment + [True] * 99)
        with pytest.raises(Cancelled):
            learning.learn(desk.workspace, cancelled=lambda calls=calls: next(calls))  # type: ignore[misc]
    assert learning.learned_before(desk.workspace) is kept


def test_what_is_kept_and_damaged_is_as_if_it_were_not_there(desk: Desk, settings_home: Path) -> None:
    work(desk, 3)
    learning.learn(desk.workspace)
    (kept,) = (settings_home / "learned").iterdir()
    kept.write_bytes(kept.read_bytes()[:100])
    assert learning.learned_before(desk.workspace).models == {}
    assert not learning.is_up_to_date(desk.workspace)


def test_where_it_cannot_be_kept_it_says_so(desk: Desk, settings_home: Path) -> None:
    settings_home.mkdir(exist_ok=True)
    (settings_home / "learned").write_text("no folder", encoding="utf-8")
    with pytest.raises(AnnotatorError, match="What was learned cannot be kept in"):
        learning.learn(desk.workspace)
    assert learning.learned_before(desk.workspace).models == {}


def test_the_articles_that_would_teach_most_come_first(desk: Desk) -> None:
    work(desk, 8)
    learned = learning.learn(desk.workspace)
    like = desk.load(fresh(desk))
    unlike = desk.load("The leaky ferry walked to the market in the evening, and allegedly had tea. " * 12)
    for key in (like, unlike):
        documents.set_language(desk.workspace, key, "en", desk.ana)
    told: list[tuple[int, int]] = []
    found = learning.most_useful(desk.workspace, learned, lambda done, total: told.append((done, total)))
    assert {one.document_id for one in found} == {like, unlike}  # the others are decided
    assert told[-1] == (10, 10)
    assert [one.document_id for one in found] == [unlike, like]
    assert found[0].usefulness > found[1].usefulness
    assert learning.most_useful(desk.workspace, learned, cancelled=lambda: True) == []
    assert len(learning.most_useful(desk.workspace, learned, limit=1)) == 1
    assert all(isinstance(place, Span) for one in found for place, _ in one.sentences)
