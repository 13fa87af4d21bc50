"""Agreement of a thousand articles by three annotators: all figures but gamma, beside reading and decoding the rows."""

import random
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

from annotator.core.identity import new_id
from annotator.operations import agreement, annotators
from annotator.operations.agreement import Comparison
from annotator.store import compared_texts
from annotator.store.review_tables import Submission
from annotator.store.submissions import first_submissions
from annotator.store.workspace import Workspace
from tests.benchmarks import workload
from tests.benchmarks.measure import Result, seconds

_ARTICLES, _SPANS, _AT_A_TIME = 1000, 15, 50
_PEOPLE = ("Ana", "Ben", "Eva")
_GOAL = 3.0  # seconds
_LENGTH = 4000  # characters in which spans begin


def run(folder: Path) -> Iterator[Result]:
    """Figures, and the intervals that the window works out behind them."""
    texts = [workload.article(number) for number in range(_ARTICLES)]
    workspace, _, documents = workload.project(folder / "agreement.annotator", texts)
    people = [annotators.find_or_add_annotator(workspace, name) for name in _PEOPLE]
    for start in range(0, len(documents), _AT_A_TIME):
        _hand_in(workspace, documents[start : start + _AT_A_TIME], people)
    floor = min(seconds(lambda: _read(workspace, documents)) for _ in range(3))
    found: list[Comparison] = []
    ours = min(seconds(lambda: found.append(_all_figures(workspace))) for _ in range(3))
    intervals = seconds(lambda: agreement.work_out_intervals(found[-1]))
    workspace.close()
    yield Result("agreement of 1,000 articles x 3 annotators x 15 spans", ours, floor, "s", None)
    yield Result("the same, against the goal", ours, _GOAL, "s", 1.0)
    yield Result("intervals by 1,000 draws, against the figures", intervals, ours, "s", None)


def _read(workspace: Workspace, documents: list[UUID]) -> int:
    with workspace.reading() as connection:
        readings = list(first_submissions(connection))
        return len(readings) + len(dict(compared_texts.texts(connection, documents)))


def _all_figures(workspace: Workspace) -> Comparison:
    found = agreement.compare_readings(workspace)
    found.prepare()
    for scope in (*found.labels, ""):
        for group in ((), *found.pairs):
            found.figures(scope, group)
    return found


def _hand_in(workspace: Workspace, documents: list[UUID], people: list[UUID]) -> None:
    with workspace.edit("Hand in", people[0], undoable=False) as session:
        for document_id in documents:
            chance = random.Random(document_id.int)
            spans = [(chance.choice(workload.LABELS), chance.randrange(_LENGTH)) for _ in range(_SPANS)]
            for person in people:
                said = [_span(chance, label, start) for label, start in spans]
                row = Submission(
                    document_id=document_id,
                    annotator_id=person,
                    number=1,
                    independent=True,
                    content={"annotations": said, "links": []},
                )
                session.add(row)


def _span(chance: random.Random, label: str, start: int) -> dict[str, object]:
    """A span as everybody finds it, more or less."""
    end = start + 40 + chance.choice((0, 0, 0, 7))
    attributes = {"certainty": chance.choice(("sure", "unsure"))}
    return {"id": new_id().hex, "label": label, "segments": [[start, end]], "attributes": attributes}
