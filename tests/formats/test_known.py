"""The list of formats is whole."""

import importlib
import inspect
import pkgutil

from annotator import formats
from annotator.formats.base import Reader, Writer
from annotator.formats.known import FORMATS


def test_every_format_that_there_is_is_named() -> None:
    there = {
        found
        for module in pkgutil.iter_modules(formats.__path__)
        for _, found in inspect.getmembers(importlib.import_module(f"annotator.formats.{module.name}"), inspect.isclass)
        if found.__module__ == f"annotator.formats.{module.name}"
        and module.name != "base"
        and hasattr(found, "id")
        and isinstance(found(), Reader | Writer)
    }
    assert there == {type(known) for known in FORMATS}


def test_no_format_is_named_twice() -> None:
    assert len({known.id for known in FORMATS}) == len(FORMATS)
