"""Readings to review, from a real project, for the tests of the page's parts."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from annotator.core.identity import new_id
from annotator.core.people import Person
from annotator.core.review_queue import SUBMITTED, QueueEntry
from annotator.operations.under_review import ReviewedReading, read_review
from tests.operations.review_desk import reviewable
from tests.store.desk import Desk

NOW = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path / "review.annotator")
    yield desk
    desk.workspace.close()


@pytest.fixture
def article(desk: Desk) -> UUID:
    """An article that Ana has handed in, with a claim, a denial and a quote."""
    return reviewable(desk)[0]


def reading(desk: Desk, article: UUID) -> ReviewedReading:
    """Ana's reading of it as it stands now."""
    return read_review(desk.workspace, article, desk.ana)


def entry(title: str = "The bridge", name: str = "Ana", **more: object) -> QueueEntry:
    """A line of the queue."""
    known = {"state": SUBMITTED, "since": NOW - timedelta(days=3), "labels": {"claim": 2}} | more
    return QueueEntry(new_id(), new_id(), name, title, "Harbour News", "en", **known)  # type: ignore[arg-type]


def person(one: QueueEntry) -> Person:
    """Whose reading a line is."""
    return Person(one.annotator_id, one.annotator, one.annotator[:2].upper())
