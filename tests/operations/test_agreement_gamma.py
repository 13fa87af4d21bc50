"""gamma of a project, where its library is installed."""

import pytest

from annotator.core.agreement import gamma
from annotator.errors import Cancelled, NotFound
from annotator.operations.agreement import compare_readings
from annotator.operations.agreement_gamma import can_work_out_gamma, work_out_gamma
from tests.operations.agreeing import shared
from tests.store.desk import Desk


def test_without_the_library_it_says_what_to_install(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gamma, "is_there", lambda: False)
    assert not can_work_out_gamma()
    with pytest.raises(NotFound, match="extra “gamma”"):
        work_out_gamma(compare_readings(desk.workspace))


def test_units_go_to_the_library_and_the_work_can_be_stopped(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    shared(desk)
    given = []

    def library(articles: list[list[gamma.Unit]], step: gamma.Step) -> gamma.Gamma:
        given.extend(articles)
        step(1, 1)
        return gamma.Gamma(0.5, 0.6, 3)

    monkeypatch.setattr(gamma, "is_there", lambda: True)
    monkeypatch.setattr(gamma, "gamma", library)
    told = []
    found = work_out_gamma(compare_readings(desk.workspace), lambda done, total: told.append((done, total)))
    assert (found.gamma, told) == (0.5, [(1, 1)])
    assert [label for _, label, _ in given[0]] == ["quote", "denial", "quote"]
    with pytest.raises(Cancelled):
        work_out_gamma(compare_readings(desk.workspace), cancelled=lambda: True)
