"""The log tells where something went wrong and never quotes an article."""

import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.core.discretion import keep_quiet
from annotator.core.identity import new_id
from annotator.core.masking import Mask
from annotator.core.records import SourceRecord
from annotator.ui.log import catch_everything, start_log


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    hook = sys.excepthook
    handler = start_log(tmp_path / "log")
    assert handler
    yield tmp_path / "log" / "annotator.log"
    logging.getLogger("annotator").removeHandler(handler)
    handler.close()
    sys.excepthook = hook


def test_an_error_nobody_caught_is_told_and_logged_without_its_words(log: Path) -> None:
    told: list[Exception] = []
    catch_everything(told.append)
    try:
        raise ValueError("the secret sentence of an article")
    except ValueError as error:
        sys.excepthook(ValueError, error, error.__traceback__)
    written = log.read_text(encoding="utf-8")
    assert "ValueError" in written
    assert "test_log.py" in written
    assert "secret" not in written
    assert len(told) == 1


def test_a_protected_name_is_in_no_line(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    owner, source = logging.getLogger("owner"), SourceRecord(new_id(), "Tira Wulandani", protected=True)
    keep_quiet(owner, Mask([source]))
    catch_everything(lambda _error: None)
    logging.getLogger("annotator").warning("cannot read %s", "Tira Wulandani.txt")
    try:
        raise ValueError("no room for TIRA WULANDANI")
    except ValueError as error:
        sys.excepthook(ValueError, error, error.__traceback__)
    written = log.read_text(encoding="utf-8") + capsys.readouterr().err
    assert "cannot read ████ █████████.txt" in written
    assert "no room for ████ █████████" in written
    assert "wulandani" not in written.casefold()


def test_a_place_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert start_log(tmp_path / "file" / "log") is None
