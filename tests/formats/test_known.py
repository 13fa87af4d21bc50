"""The list of formats is whole."""

import importlib
import inspect
import pkgutil

from annotator import formats
from annotator.formats.base import Reader, Writer
from annotator.formats.exchange import Exchange
from annotator.formats.known import FORMATS
from annotator.formats.row_lines import RowLines


def test_every_format_that_there_is_is_named() -> None:
    there = {
        found
        for module in pkgutil.iter_modules(formats.__path__)
        for _, found in inspect.getmembers(importlib.import_module(f"annotator.formats.{module.name}"), inspect.isclass)
        if found.__module__ == f"annotator.formats.{module.name}"
        and module.name not in ("base", "exchange")
        and hasattr(found, "id")
        and isinstance(found(), Reader | Writer | Exchange)
    }
    assert there - {RowLines} == {type(known) for known in FORMATS}  # that one stands in for jsonl where it cannot


def test_no_format_is_named_twice() -> None:
    assert len({known.id for known in FORMATS}) == len(FORMATS)
