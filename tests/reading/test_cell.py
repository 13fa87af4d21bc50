"""A process answers what it is asked, and its end is noticed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.formats.limits import LIMITS
from annotator.reading import cell as cell_module
from annotator.reading.cell import Cell
from annotator.reading.messages import Article, Failed, Finished, Job, Ready


@pytest.fixture
def cell() -> Iterator[Cell]:
    made = Cell(LIMITS)
    yield made
    made.end()


def test_it_answers_one_job_after_the_other(cell: Cell, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Harga naik.")
    cell.ask(7, Job(str(path)))
    cell.ask(8, Job(str(path)))
    assert list(cell.asked) == [7, 8]
    assert cell.hear() == Ready()
    assert cell.started
    assert isinstance(cell.hear(), Article)
    assert cell.hear() == Finished()
    assert list(cell.asked) == [8]
    assert isinstance(cell.hear(), Article)
    assert cell.hear() == Finished()
    assert not cell.asked


def test_a_process_that_was_killed_is_noticed(cell: Cell) -> None:
    cell._process.kill()
    cell._process.join()
    with pytest.raises((EOFError, OSError)):
        cell.hear()
    with pytest.raises(OSError):
        cell.ask(1, Job("a.txt"))
    assert not cell.asked


def test_no_more_is_asked_than_surely_fits_between(cell: Cell) -> None:
    assert cell.ask(1, Job("a" * 3_000))
    assert not cell.ask(2, Job("a" * 3_000))
    assert list(cell.asked) == [1]
    cell.hear()
    assert isinstance(cell.hear(), Failed)
    assert cell.hear() == Finished()
    assert cell.ask(2, Job("a" * 3_000_000))
    assert not cell.ask(3, Job("a"))


def test_a_process_does_not_start_twice(cell: Cell, monkeypatch: pytest.MonkeyPatch) -> None:
    cell.hear()
    cell.ask(1, Job("a"))
    monkeypatch.setattr(cell_module, "unpacked_answer", lambda _message: Ready())
    with pytest.raises(ValueError, match="twice"):
        cell.hear()
