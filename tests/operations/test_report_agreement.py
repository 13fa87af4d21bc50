"""The agreement report: every figure with its n, what was left out, and the method."""

import pytest

from annotator.core.report import Kind
from annotator.errors import ExportFailed
from tests.operations.disputed_desk import Disputed
from tests.operations.report_desk import front, lines, parts
from tests.store.desk import Desk


def test_without_two_readers_it_says_so(desk: Desk) -> None:
    assert parts(desk, Kind.AGREEMENT) == []
    assert "No article has been read by two annotators independently." in front(desk, Kind.AGREEMENT)


def test_figures_have_their_n_and_few_are_marked(desk: Desk) -> None:
    there = Disputed(desk)
    there.change(there.ana["agreed"], "The mayor took", desk.ana)
    (part,) = parts(desk, Kind.AGREEMENT)
    told = lines(part)
    assert "Ana, Ben; articles read by two or more of them: 1." in told
    assert "Left out because they were handed in again later: 1." in told
    assert "Label | n | percent | kappa | Fleiss’ kappa | alpha" in told
    claims = [line for line in told if line.startswith("Claim | ")]
    assert [line.split(" | ")[1] for line in claims] == ["6", "6"]
    assert all("*" in line for line in claims)
    assert all(line.split(" | ")[2].endswith("%*") for line in claims[:1])
    assert "Source | 2 | 0.000*" in told
    assert any(line.startswith("Voice | ") and "%*" in line for line in told)
    assert any("fewer than 10 articles are too narrow" in line for line in told)
    assert any("Krippendorff" in line for line in told)
    assert "How the figures are worked out" in told


def test_single_articles_cannot_be_asked_for(desk: Desk) -> None:
    with pytest.raises(ExportFailed, match="without naming any"):
        parts(desk, Kind.AGREEMENT, [desk.load()])
