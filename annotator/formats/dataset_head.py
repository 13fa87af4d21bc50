"""The head of a dataset's README, as the library “datasets” reads it: the files of each part, and each column's type.

The types are told because a library that has to guess them from the rows takes an empty list, or a word that looks like
a date, for something else in each file.
"""

import json
import re
from collections.abc import Iterator, Sequence

from annotator.core.dataset_tally import DatasetTally
from annotator.formats.rows import COLUMNS, MEANING, Type

_LICENCE_ID = re.compile(r"[a-z0-9][a-z0-9.-]*")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-zA-Z0-9]+)*")
_SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"))
_LARGEST = "1M<n<10M"


def head(tally: DatasetTally, title: str, licence: str, files: Sequence[tuple[str, str]]) -> str:
    """YAML between two lines of dashes; `files` are pairs of part and path."""
    return "\n".join(["---", *_lines(tally, title, licence, files), "---", ""])


def columns() -> list[tuple[str, str, str]]:
    """Name, type and meaning of each column, as words."""
    return [(name, type_words(kind), MEANING.get(name, "")) for name, kind in COLUMNS.items()]


def type_words(kind: Type) -> str:
    """A column's type for people."""
    if isinstance(kind, tuple):
        return f"list of {type_words(kind[0])}"
    if isinstance(kind, dict):
        return "{" + ", ".join(kind) + "}"
    return kind


def _lines(tally: DatasetTally, title: str, licence: str, files: Sequence[tuple[str, str]]) -> Iterator[str]:
    languages = sorted({code for _, code in tally.languages if _LANGUAGE.fullmatch(code)})
    if languages:
        yield f"language: {json.dumps(languages)}"  # quoted: the code of Norwegian means “no” in YAML
    yield from _licence(licence)
    if title:
        yield f"pretty_name: {json.dumps(title, ensure_ascii=False)}"
    yield 'task_categories: ["token-classification"]'
    rows = tally.rows.total()
    yield f"size_categories: [{json.dumps(next((name for most, name in _SIZES if rows < most), _LARGEST))}]"
    if files:
        yield "configs:"
        yield "- config_name: default"
        yield "  data_files:"
        for part, path in files:
            yield f"  - split: {json.dumps(part)}"
            yield f"    path: {json.dumps(path)}"
    yield "dataset_info:"
    yield "  features:"
    for name, kind in COLUMNS.items():
        yield from _feature(name, kind, "  ")


def _licence(licence: str) -> Iterator[str]:
    known = licence.strip().lower()
    if not known:
        yield "license: unknown"
    elif _LICENCE_ID.fullmatch(known):
        yield f"license: {json.dumps(known)}"
    else:
        yield "license: other"
        yield f"license_name: {json.dumps(' '.join(licence.split()), ensure_ascii=False)}"


def _feature(name: str, kind: Type, indent: str) -> Iterator[str]:
    yield f"{indent}- name: {name}"
    yield from _kind(kind, indent + "  ")


def _kind(kind: Type, indent: str) -> Iterator[str]:
    if isinstance(kind, str):
        yield f"{indent}dtype: {kind}"
        return
    inner = kind[0] if isinstance(kind, tuple) else kind
    word = "list" if isinstance(kind, tuple) else "struct"
    if isinstance(inner, str):
        yield f"{indent}{word}: {inner}"
    elif isinstance(inner, dict):
        yield f"{indent}{word}:"
        for name, one in inner.items():
            yield from _feature(name, one, indent)
