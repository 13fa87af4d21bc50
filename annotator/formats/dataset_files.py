"""The files of rows in a dataset's folder: one for each part, as JSON Lines or Parquet."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Protocol

import orjson

from annotator.core.damage import DAMAGE, reason_of
from annotator.core.exchange import ExchangedArticle
from annotator.core.records import Unread
from annotator.core.splits import PARTS
from annotator.formats.json_entries import bounded_lines
from annotator.formats.parquet import articles_of
from annotator.formats.parquet_rows import ParquetFile, is_of_ours, read_rows
from annotator.formats.rows import article_of

DATA = "data"
JSONL, PARQUET = ".jsonl", ".parquet"
_PARTS_ON_DISK, _PART_ON_DISK = "dataset_dict.json", "state.json"
_WORDS_WITH_TAGS = ("tokens", "ner_tags")
_OF_OTHERS = ("answer", "_input_hash", "_task_hash")
"""What Prodigy writes beside spans of the same shape."""
_LONGEST_LINE = 16_000_000  # bytes of a first line that is looked at to know a file


class _Rows(Protocol):
    def add(self, row: dict[str, Any]) -> None: ...


class _Lines:
    """A file of JSON Lines that rows are added to."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def add(self, row: dict[str, Any]) -> None:
        self._stream.write(orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE))


class PartFiles:
    """A file for each part, made when its first row comes; to be used in a `with`."""

    def __init__(self, folder: Path, *, parquet: bool) -> None:
        self._folder, self._parquet = folder, parquet
        self._stack = ExitStack()
        self._files: dict[str, _Rows] = {}

    def __enter__(self) -> "PartFiles":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.__exit__(kind, error, trace)

    def add(self, part: str, row: dict[str, Any]) -> None:
        """Add a row to its part."""
        if part not in self._files:
            self._files[part] = self._open(part)
        self._files[part].add(row)

    def names(self) -> list[tuple[str, str]]:
        """Part and path, in the folder, of each file there is."""
        ending = PARQUET if self._parquet else JSONL
        return [(part, f"{DATA}/{part}{ending}") for part in sorted(self._files, key=_order)]

    def _open(self, part: str) -> _Rows:
        (self._folder / DATA).mkdir(exist_ok=True)
        if self._parquet:
            return self._stack.enter_context(ParquetFile(self._folder / DATA / f"{part}{PARQUET}"))
        stream = (self._folder / DATA / f"{part}{JSONL}").open("wb")
        return _Lines(self._stack.enter_context(stream))


def data_files(folder: Path) -> list[Path]:
    """The files of rows in a folder of this or another tool, train first: those in “data”, else those at its root."""
    return _files_in(folder / DATA) or _files_in(folder)


def _files_in(folder: Path) -> list[Path]:
    found = [path for path in folder.glob("*") if path.suffix in (JSONL, PARQUET) and path.is_file()]
    return sorted(found, key=lambda path: (_order(path.stem.partition("-")[0]), path.stem))


def read_file(path: Path) -> Iterator[ExchangedArticle | Unread]:
    """The articles of one file of rows, and an Unread for each row that is none. Raises UnreadableInput."""
    if path.suffix == PARQUET:
        yield from articles_of(path.name, read_rows(path))
        return
    with path.open("rb") as stream:
        for number, line in enumerate(bounded_lines(stream), 1):
            words = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
            if words.strip():
                yield _article(path.name, words, number)


def holds_rows(path: Path, *, in_folder: bool = False) -> bool:
    """True when a file's first row has a text with spans, in columns as ours are.

    By itself it must have a language, as lines of other tools have texts with spans; in a dataset's folder it need not.
    Where nothing but the folder tells, it must have spans, and nothing that only another tool writes beside them.
    """
    if path.suffix == PARQUET:
        return is_of_ours(path)
    try:
        row = _first_row(path)
        is_known = "lang" in row or (in_folder and (path.parent.name == DATA or _is_bare(row)))
        return is_known and article_of(row, 1) is not None
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return False


def refusal_of(path: Path) -> str:
    """Why a dataset's folder or file of a kind that is not read here is none for us, in a sentence; "" for others."""
    if path.is_dir() and _is_on_disk(path):
        return (
            f"“{path.name}” is a dataset as “save_to_disk” leaves it, in Arrow files, which are not read here; write "
            "it with “to_parquet” or “to_json” and import that."
        )
    files = data_files(path)[:1] if path.is_dir() else [path]
    if any(map(_has_words_with_tags, files)):
        return (
            f"“{path.name}” has words with tags (“tokens” and “ner_tags”) and no texts with places; write it as CoNLL "
            "and import that."
        )
    return ""


def _is_on_disk(folder: Path) -> bool:
    is_part = (folder / _PART_ON_DISK).is_file() and any(folder.glob("*.arrow"))
    return is_part or (folder / _PARTS_ON_DISK).is_file()


def _has_words_with_tags(path: Path) -> bool:
    if path.suffix == PARQUET:
        return is_of_ours(path, _WORDS_WITH_TAGS) and not is_of_ours(path)
    try:
        row = _first_row(path)
        return all(isinstance(row.get(name), list) for name in _WORDS_WITH_TAGS) and "spans" not in row
    except (OSError, ValueError, TypeError):
        return False


def _first_row(path: Path) -> dict[str, Any]:
    with path.open("rb") as stream:
        row = orjson.loads(stream.readline(_LONGEST_LINE).removeprefix(b"\xef\xbb\xbf"))
    if not isinstance(row, dict):
        raise TypeError
    return row


def _is_bare(row: dict[str, Any]) -> bool:
    return "spans" in row and not any(name in row for name in _OF_OTHERS)


def _article(name: str, line: bytes, number: int) -> ExchangedArticle | Unread:
    try:
        return article_of(orjson.loads(line), number)
    except DAMAGE as error:
        return Unread(f"{name}, line {number}", f"It is no row of a dataset ({reason_of(error)}).")


def _order(part: str) -> tuple[int, str]:
    return (PARTS.index(part) if part in PARTS else len(PARTS), part)
