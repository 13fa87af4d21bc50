"""Two people on one project, doing anything in any order: what every such test has in common."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from annotator.errors import AnnotatorError
from annotator.operations import documents, history
from tests.store.desk import Desk

PLACES = st.integers(0, 45)
LABELS = st.sampled_from(("claim", "denial", "quote"))
WHO = st.sampled_from(("ana", "ben"))


class TwoPeople(RuleBasedStateMachine):
    """They undo, redo, remove articles and open the project again; what else they do says the class made from it.

    `refusals` are the errors that a verb may raise; after one of them nothing may have changed.
    """

    refusals: tuple[type[AnnotatorError], ...] = (AnnotatorError,)

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.desk = Desk(Path(self.folder.name) / "p.annotator")

    def teardown(self) -> None:
        self.desk.workspace.close()
        self.folder.cleanup()

    def _try(self, verb: Callable[..., Any], *arguments: Any, **more: Any) -> Any:
        """Do it; when it is refused, nothing may have changed."""
        before = self.desk.rows(), self.desk.entries()
        try:
            return verb(self.desk.workspace, *arguments, **more)
        except self.refusals:
            assert (self.desk.rows(), self.desk.entries()) == before
            return None

    def _who(self, name: str) -> UUID:
        key: UUID = getattr(self.desk, name)
        return key

    def _pick(self, table: str, place: int) -> UUID:
        """One of the rows there are; where there is none, a key that leads nowhere."""
        rows = self.desk.rows()[table]
        return UUID(str(rows[place % len(rows)]["id"])) if rows else UUID(int=place)

    def there_is_an_article(self) -> bool:
        return bool(self.desk.rows()["document"])

    @rule(place=PLACES, who=WHO)
    def remove_article(self, place: int, who: str) -> None:
        if self.there_is_an_article():
            self._try(documents.remove_document, self._pick("document", place), self._who(who))

    @rule(who=WHO, verb=st.sampled_from((history.undo, history.redo)), times=st.integers(1, 4))
    def take_back(self, who: str, verb: Callable[..., Any], times: int) -> None:
        for _ in range(times):
            self._try(verb, self._who(who))

    @rule()
    def reopen(self) -> None:
        self.desk.reopen()

    @rule(who=WHO)
    def all_the_way_back_and_forth(self, who: str) -> None:
        """Undo as far as it goes, redo as far as it goes: the same rows."""
        before, by, steps = self.desk.rows(), self._who(who), 0
        while history.redo_title(self.desk.workspace, by) is not None and self._try(history.redo, by):
            before = self.desk.rows()
        while self._try(history.undo, by) is not None:
            steps += 1
        for _ in range(steps):
            history.redo(self.desk.workspace, by)
        assert self.desk.rows() == before

    @invariant()
    def the_journal_tells_what_the_rows_say(self) -> None:
        assert self.desk.problems() == []


def run_any_work(machine: type[RuleBasedStateMachine], few: int) -> None:
    """Run `few` stories, always the same; as many others as ANNOTATOR_EXAMPLES says, where that is set."""
    examples = int(os.environ.get("ANNOTATOR_EXAMPLES", few))
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=examples, stateful_step_count=25, deadline=None, derandomize=examples == few, database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip
