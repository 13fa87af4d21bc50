"""What rows and columns are called."""

import pytest

from annotator.core.figures import MINUTES, Figures, Row, Subject
from annotator.core.records import SentenceState
from annotator.operations.statistics import COUNT
from annotator.ui.statistics.words import chart_title, column_titles, minutes_words, row_title, subject_title
from tests.ui.inspector.passages import newsroom


@pytest.mark.parametrize("subject", list(Subject))
def test_every_subject_has_words(subject: Subject) -> None:
    assert subject_title(subject)
    assert chart_title(subject)
    row = Row(str(MINUTES[0]) if subject is Subject.TIME else "", "", (1,))
    assert row_title(subject, row)


@pytest.mark.parametrize(
    ("subject", "key", "title", "words"),
    [
        (Subject.MONTHS, "2026-02", "2026-02", "February 2026"),
        (Subject.MONTHS, "autumn", "autumn", "autumn"),
        (Subject.LANGUAGES, "id", "id", "Bahasa Indonesia"),
        (Subject.SOURCES, "x", "Rina\nWati", "Rina Wati"),
        (Subject.OUTLETS, "", "all others", "all others"),
        (Subject.TIME, "more", "", "over 40 min"),
        (Subject.TIME, "5", "", "2 to 5 min"),
    ],
)
def test_a_row_is_called_what_a_person_calls_it(subject: Subject, key: str, title: str, words: str) -> None:
    assert row_title(subject, Row(key, title, (1,))) == words


def test_columns_are_called_by_label_or_state() -> None:
    labels = {label.key: label for label in newsroom().labels}
    assert column_titles(Figures(Subject.OUTLETS, ("claim", "gone"), ()), labels) == ["Claim", "gone"]
    states = (SentenceState.NOTHING.value,)
    assert column_titles(Figures(Subject.COVERAGE, states, ()), labels) == ["nothing to tag"]
    assert column_titles(Figures(Subject.TIME, (COUNT,), ()), labels) == ["articles"]


@pytest.mark.parametrize(("seconds", "words"), [(0, "0 s"), (59, "59 s"), (90, "1.5 min"), (7200, "2.0 h")])
def test_times_are_as_exact_as_they_can_be_meant(seconds: float, words: str) -> None:
    assert minutes_words(seconds) == words
