"""A sheet of quotes for the desk: what was said, who said it, in which article, and nothing else."""

from collections.abc import Iterable, Iterator

from annotator.core.losses import Loss
from annotator.core.records import AnnotationRecord, DocumentRecord
from annotator.formats.base import WriteOptions
from annotator.formats.sheet_cells import passage_words
from annotator.formats.sheet_desk import PLACE, SOURCE, WHERE, WHO, Told, source_of
from annotator.formats.sheet_format import SheetFormat
from annotator.formats.sheet_losses import beside_label
from annotator.formats.sheet_reading import SheetKind
from annotator.formats.table_depth import joined

_LABEL, _CUE, _SAID_TO = "quote", "cued_by", "addressed_to"
_VALUES = {"type": "quote_type", "not_said": "negated_report", "record": "record_status", "wording": "wording_check"}
"""Column -> attribute. A quote that an article says was not said must never look like one that was."""
_COLUMNS = (
    *("quote", "said_by", "role", "cue", "type", "not_said", "said_to", "record", "wording"),
    *("sentence", *WHERE, *WHO, "quote_id", *PLACE),
)


class QuoteSheet(SheetFormat):
    """One quote a row, as a text file or a workbook."""

    id = "quotes"
    title = "Quote sheet (CSV, Excel)"
    extensions = (".csv", ".xlsx")
    losses = (
        "Only quotes are in it; other labels, notes, links and most attributes are not.",
        "Articles without quotes, and the texts of articles, are not in it.",
    )
    sheet_name = "Quotes"
    kind = SheetKind(
        columns=_COLUMNS,
        known_by=frozenset({"quote", "article_id", "segments"}),
        key="quote_id",
        words="quote",
        label=_LABEL,
        attributes=_VALUES,
        sources={"said_by": SOURCE, "said_to": _SAID_TO},
    )

    def lost(self, record: DocumentRecord, options: WriteOptions) -> Iterator[Loss]:
        """Every other label, what is said of quotes beyond the columns, notes and links."""
        sources = {source_of(options.label_set, _LABEL), _SAID_TO}
        yield from beside_label(record, _LABEL, frozenset(_VALUES.values()), sources, self.title)
        for one in record.annotations:
            if one.label == _LABEL and one.note:
                yield Loss(str(record.id), str(one.id), "note", f"{self.title} has no column for notes.")
        yield from super().lost(record, options)

    def rows(self, records: Iterable[DocumentRecord], options: WriteOptions) -> Iterator[tuple[str, ...]]:
        """The quotes of each article, in its order."""
        source = source_of(options.label_set, _LABEL)
        for record in records:
            told = Told.of(record, options)
            for quote in self.fitted(record, options).annotations:
                cells = _cells(told, quote, source)
                yield tuple(cells.get(column, "") for column in _COLUMNS)


def _cells(told: Told, quote: AnnotationRecord, source: str) -> dict[str, str]:
    """A quote's cells by heading."""
    text, values = told.record.text, told.values(quote)
    return {
        "quote": passage_words(text, quote),
        "said_by": told.names(quote, source),
        "role": told.roles(quote, source),
        "cue": joined(passage_words(text, cue) for cue in told.linked(quote, _CUE)),
        "said_to": told.names(quote, _SAID_TO),
        "quote_id": str(quote.id),
        **{column: values.get(key, "") for column, key in _VALUES.items()},
        **told.article_cells(),
        **told.place_cells(quote),
    }
