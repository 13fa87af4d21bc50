"""Writes the golden files of the formats anew: python -m tests.formats.write_golden."""

from pathlib import Path

from annotator.formats.base import WriteOptions, Writer
from annotator.formats.csv_table import CsvTable
from annotator.formats.jsonl import JsonLines
from tests.formats.records import bare, framed, minister

GOLDEN = Path(__file__).parent.parent / "golden"
FILES: tuple[tuple[str, Writer, WriteOptions], ...] = (
    ("dataset.jsonl", JsonLines(), WriteOptions()),
    ("dataset_with_furniture.jsonl", JsonLines(), WriteOptions(with_furniture=True)),
    ("table.csv", CsvTable(), WriteOptions()),
)


def main() -> None:
    """Write every golden file."""
    for name, writer, options in FILES:
        with (GOLDEN / name).open("wb") as stream:
            writer.write([minister(), framed(), bare()], stream, options)


if __name__ == "__main__":
    main()
