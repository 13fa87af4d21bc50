"""From one article to the one that would teach most."""

from uuid import UUID

import pytest

from annotator.core.learned.ranking import Ranked
from annotator.core.learned.training import Learned
from annotator.core.spans import Span
from annotator.errors import ProjectError
from annotator.operations import learning
from tests.ui.stage import Stage

NEXT = "most_useful"
SOMETHING = Learned({("quote", ""): None}, {"id": 40})  # type: ignore[dict-item]


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> list[Ranked]:
    """What is found to be most useful; filled by the test."""
    ranks: list[Ranked] = []
    monkeypatch.setattr(learning, "learned_before", lambda _workspace: SOMETHING)
    monkeypatch.setattr(learning, "most_useful", lambda *_: ranks)
    return ranks


def rank(key: UUID, at: int) -> Ranked:
    return Ranked(key, "", 3, 0.5, ((Span(at, at + 4), 0.9),))


def test_it_is_opened_where_the_program_is_least_sure(stage: Stage, found: list[Ranked]) -> None:
    stage.start().load("First. The second sentence. The third one.")
    first = stage.document.id
    stage.load("Another article. It is short.")
    found += [rank(stage.document.id, 0), rank(first, 10)]
    stage.window.actions_table.call(NEXT)
    stage.settle()
    assert stage.document.id == first
    assert stage.window.reader.focused_sentence() == 1
    assert stage.window.strip.state == "The program is least sure about this sentence"


def test_where_all_is_decided_one_stays(stage: Stage, found: list[Ranked]) -> None:
    stage.start().load()
    here = stage.document.id
    found.append(rank(here, 0))
    stage.window.actions_table.call(NEXT)
    stage.settle()
    assert stage.document.id == here
    assert stage.window.strip.state == "No other article has undecided sentences"


def test_before_anything_is_learned_it_says_how_to(stage: Stage) -> None:
    stage.start().load()
    stage.window.actions_table.call(NEXT)
    stage.settle()
    assert "Nothing has been learned yet" in stage.window.strip.state


def test_what_goes_wrong_is_told(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> Learned:
        raise ProjectError("The disk is full.")

    monkeypatch.setattr(learning, "learned_before", fail)
    stage.start().load()
    stage.window.actions_table.call(NEXT)
    stage.settle()
    assert stage.window.banner.notice.text == "The disk is full."
