"""A table of comma-separated values: one annotation a row, to work from in a spreadsheet, and back again."""

from collections.abc import Iterable, Iterator

from annotator.core.attributes import Defaults
from annotator.core.records import DocumentRecord
from annotator.formats.base import WriteOptions
from annotator.formats.sheet_format import SheetFormat
from annotator.formats.sheet_reading import SheetKind
from annotator.formats.sheet_rows import COLUMNS, annotation_rows


class CsvTable(SheetFormat):
    """One annotation a row. Offsets count code points of the article's frozen text."""

    id = "csv"
    title = "Table (CSV)"
    extensions: tuple[str, ...] = (".csv",)
    losses: tuple[str, ...] = (
        "Articles without annotations are not in it.",
        "The text of an article is not in it, only the sentences with annotations.",
        "Sentences and which of them were read, and page furniture, are not in it.",
        "The original bytes of an article are not in it.",
        "Which articles are copies of each other, and which annotation came from which, are not in it.",
        "Who changed what and when is not in it; the history stays in the project.",
    )
    kind = SheetKind(
        columns=COLUMNS,
        known_by=frozenset({"article_id", "label", "segments"}),
        key="annotation_id",
        words="text",
    )
    delimiters = ",;|"

    def rows(self, records: Iterable[DocumentRecord], options: WriteOptions) -> Iterator[tuple[str, ...]]:
        """All that is said of each annotation."""
        defaults = Defaults(options.label_set) if options.label_set else None
        for record in records:
            yield from annotation_rows(self.fitted(record, options), options.label_set, defaults)
