"""The little that records work out."""

from dataclasses import FrozenInstanceError
from datetime import UTC, datetime

import pytest

from annotator.core.identity import new_id
from annotator.core.records import AnnotationRecord, Progress
from annotator.core.spans import Span


def test_an_extent_goes_from_the_first_segment_to_the_last() -> None:
    record = AnnotationRecord(
        new_id(), new_id(), "claim", (Span(3, 5), Span(9, 12)), "Ana", "", "manual", datetime.now(UTC)
    )
    assert record.extent == Span(3, 12)
    with pytest.raises(FrozenInstanceError):
        record.note = "x"  # type: ignore[misc]


def test_what_is_decided_is_tagged_or_nothing() -> None:
    assert Progress(sentences=9, tagged=2, nothing=3).decided == 5
