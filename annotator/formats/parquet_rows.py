"""Rows to Parquet files and back, a group of rows at a time, so that memory stays flat however many there are.

pyarrow is as large as half the rest of the program and not shipped with it: it is looked for when it is needed.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

from annotator.errors import AnnotatorError, UnreadableInput
from annotator.formats.rows import COLUMNS, Type

MAGIC = b"PAR1"
GROUP_WEIGHT = 8_000_000
"""What rows may weigh that are written at once: letters, and for each span as much as it takes in memory."""
_SPAN_WEIGHT = 800
_ROWS_AT_A_TIME = 64
_LARGEST_GROUP = 1 << 31  # bytes, unpacked; ours have a hundredth of that
_MISSING = (
    "Parquet needs the package “pyarrow”, which is not here; install it with “pip install 'annotator[parquet]'”, or "
    "choose another format."
)


def weight_of(row: dict[str, Any]) -> int:
    """About how many bytes a row takes in memory."""
    return (
        len(row["text"]) + _SPAN_WEIGHT * (1 + len(row["spans"]) + len(row["relations"])) + 64 * len(row["sentences"])
    )


class ParquetFile:
    """A file that rows are added to; to be used in a `with`, at the end of which it is whole."""

    def __init__(self, path: Path) -> None:
        self._rows: list[dict[str, Any]] = []
        self._weight = 0
        self._schema = _schema()
        self._writer = _parquet(AnnotatorError).ParquetWriter(path, self._schema, compression="zstd")

    def __enter__(self) -> "ParquetFile":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._write_out()
        self._writer.close()
        _let_go(_arrow(AnnotatorError))

    def add(self, row: dict[str, Any]) -> None:
        """Add a row; it is written with others."""
        self._rows.append(row)
        self._weight += weight_of(row)
        if self._weight >= GROUP_WEIGHT:
            self._write_out()

    def _write_out(self) -> None:
        if self._rows:
            self._writer.write_table(_arrow(AnnotatorError).Table.from_pylist(self._rows, schema=self._schema))
        self._rows, self._weight = [], 0


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a file, one after the other. Raises UnreadableInput."""
    arrow, parquet = _arrow(UnreadableInput), _parquet(UnreadableInput)
    mishaps = (arrow.ArrowException, OSError, ValueError)
    try:
        with parquet.ParquetFile(path) as file:
            _refuse_others(path, file)
            for group in range(file.metadata.num_row_groups):  # asked for all at once, it holds what it has passed
                for batch in file.iter_batches(_ROWS_AT_A_TIME, row_groups=[group], use_threads=False):
                    yield from batch.to_pylist()
        _let_go(arrow)
    except mishaps as error:
        raise UnreadableInput(
            f"“{path.name}” cannot be read as Parquet: it is another file, or damaged or cut off; export it again."
        ) from error


def is_of_ours(path: Path, columns: Sequence[str] = ("text", "spans")) -> bool:
    """True for a Parquet file with these columns, as its last bytes tell."""
    try:
        with path.open("rb") as stream:
            if stream.read(4) != MAGIC:
                return False
            stream.seek(-8, 2)
            length = int.from_bytes(stream.read(4), "little")
            stream.seek(-8 - length, 2)
            names = stream.read(length)
    except (OSError, ValueError):
        return False
    return all(name.encode() in names for name in columns)


def _refuse_others(path: Path, file: Any) -> None:
    there = set(file.schema_arrow.names)
    if missing := [name for name in ("text", "spans") if name not in there]:
        raise UnreadableInput(f"“{path.name}” has no column “{missing[0]}”, so it holds no annotated articles.")
    groups = (file.metadata.row_group(at).total_byte_size for at in range(file.metadata.num_row_groups))
    if any(size > _LARGEST_GROUP for size in groups):
        raise UnreadableInput(
            f"“{path.name}” unpacks to more than can be read at once; write it in smaller row groups."
        )


def _schema() -> Any:
    arrow = _arrow(AnnotatorError)
    return arrow.schema([(name, _type(arrow, kind)) for name, kind in COLUMNS.items()])


def _type(arrow: Any, kind: Type) -> Any:
    if isinstance(kind, tuple):
        return arrow.list_(_type(arrow, kind[0]))
    if isinstance(kind, dict):
        return arrow.struct([(name, _type(arrow, one)) for name, one in kind.items()])
    return getattr(arrow, kind)()


def _let_go(arrow: Any) -> None:
    """Give the system back what the library keeps for later."""
    arrow.default_memory_pool().release_unused()


def _arrow(refusal: type[AnnotatorError]) -> Any:
    try:
        import pyarrow  # a third of a second, and not everybody has it
    except ImportError as error:
        raise refusal(_MISSING) from error
    return pyarrow


def _parquet(refusal: type[AnnotatorError]) -> Any:
    _arrow(refusal)
    from pyarrow import parquet  # with it

    return parquet


def files_below(folder: Path) -> Iterable[Path]:
    """All Parquet files of a folder and those in it, in the order of their names."""
    return sorted(path for path in folder.rglob("*.parquet") if path.is_file())
