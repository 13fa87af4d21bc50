"""How readings under review are shown at a prompt. Most of it is seen in the tests of the commands."""

from datetime import UTC, datetime

from annotator.cli.review_views import queue_line, queue_view
from annotator.core.identity import new_id
from annotator.core.review_queue import RETURNED, SUBMITTED, QueueEntry

SINCE = datetime(2026, 5, 4, 21, 35, tzinfo=UTC)


def entry(**more: object) -> QueueEntry:
    known = new_id(), new_id(), "Rina", "A\nhead", "Kompas", "id"
    return QueueEntry(*known, **({"state": SUBMITTED, "since": SINCE} | more))  # type: ignore[arg-type]


def test_a_line_says_only_what_there_is() -> None:
    line = queue_line(entry(labels={"claim": 1}))
    assert line.endswith("A head Kompas  (Rina, waits since 2026-05-04 21:35, 1 annotation)")
    line = queue_line(entry(state=RETURNED, unsure=2, flagged=1, judged=3, version=2))
    assert line.endswith("(Rina, returned, 0 annotations, 3 judged, 2 unsure, 1 flagged, version 2)")


def test_json_has_every_field() -> None:
    view = queue_view(entry(labels={"claim": 2}, reason="Why"))
    assert (view["annotations"], view["labels"], view["since"], view["reason"]) == (2, {"claim": 2}, SINCE, "Why")
