"""Every limit is in one place, and said to be what it is."""

import ast
import importlib
import re
from dataclasses import fields
from pathlib import Path

import pytest

from annotator.formats import limits
from annotator.formats.limits import LIMITS, Limits, megabytes

READERS = sorted(Path(limits.__file__).parent.glob("*.py"))


def test_every_limit_is_more_than_nothing_and_told_of() -> None:
    told = re.findall(r"`(\w+)…?`", Limits.__doc__ or "")
    for field in fields(Limits):
        assert getattr(LIMITS, field.name) > 0
        assert any(field.name == name or (name.endswith("_") and field.name.startswith(name)) for name in told)


def names_in_refusals(path: Path) -> set[str]:
    """Numbers of the module itself that a sentence of refusal names."""
    module = importlib.import_module(f"annotator.formats.{path.stem}")
    calls = [
        node
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("UnreadableInput", "Unread")
    ]
    values = [value.value for call in calls for value in ast.walk(call) if isinstance(value, ast.FormattedValue)]
    numbers = [value.args[0] if isinstance(value, ast.Call) and value.args else value for value in values]
    names = {value.id for value in numbers if isinstance(value, ast.Name) and value.id.isupper()}
    return {name for name in names if not isinstance(getattr(module, name), str)}


@pytest.mark.parametrize("path", READERS, ids=lambda path: path.stem)
def test_no_reader_refuses_by_a_limit_of_its_own(path: Path) -> None:
    assert names_in_refusals(path) == set()


@pytest.mark.parametrize(
    ("size", "said"),
    [(1, "0.0 MB"), (60_000, "0.1 MB"), (10_000_001, "10 MB"), (9_900_000, "9.9 MB"), (1_234_000_000, "1,234 MB")],
)
def test_sizes_are_said_in_megabytes(size: int, said: str) -> None:
    assert megabytes(size) == said


def test_what_holds_many_may_be_larger_than_one() -> None:
    assert LIMITS.page_bytes <= LIMITS.article_bytes <= LIMITS.container_bytes <= LIMITS.unpacked_bytes
