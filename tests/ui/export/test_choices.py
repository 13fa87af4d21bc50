"""The export's records."""

from pathlib import Path

import pytest

from annotator.ui.export.choices import FormatChoice, with_extension

_LINES = FormatChoice("jsonl", "JSON lines", (".jsonl", ".ndjson"))


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a", "a.jsonl"), ("a.JSONL", "a.JSONL"), ("a.ndjson", "a.ndjson"), ("v1.2", "v1.2.jsonl")],
)
def test_the_extension_is_added_where_it_is_missing(name: str, expected: str) -> None:
    assert with_extension(Path(name), _LINES) == Path(expected)


def test_a_format_without_extensions_leaves_the_name_alone() -> None:
    assert with_extension(Path("folder"), FormatChoice("x", "X", ())) == Path("folder")
