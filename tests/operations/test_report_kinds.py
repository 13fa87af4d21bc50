"""What each kind of report is made of."""

from datetime import UTC, datetime

import pytest

from annotator.core.report import Kind
from annotator.core.report_article import ReportOptions
from annotator.core.report_words import ENGLISH
from annotator.operations.report_kinds import KINDS
from annotator.operations.report_reader import Reader
from tests.store.desk import Desk


def test_every_kind_has_its_maker() -> None:
    assert set(KINDS) == set(Kind)


@pytest.mark.parametrize("kind", list(KINDS))
def test_an_empty_project_has_a_report_with_a_sentence(desk: Desk, kind: Kind) -> None:
    with desk.workspace.reading() as connection:
        reader = Reader(desk.workspace, connection, ENGLISH, datetime.now(UTC), ReportOptions())
        made = KINDS[kind](reader, None)
        assert (list(made.parts), made.count) == ([], 0)
        assert made.nothing
        assert len(reader.marks) == 6
