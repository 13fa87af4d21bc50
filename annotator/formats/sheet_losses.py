"""What a sheet cannot hold of a document, each thing by itself."""

from collections.abc import Container, Iterator, Mapping

from annotator.core.losses import Loss
from annotator.core.records import AnnotationRecord, DocumentRecord
from annotator.formats.sheet_cells import passage_words
from annotator.formats.sheet_workbook import LONGEST_CELL, fits

_LIMIT = f"A cell of a workbook holds {LONGEST_CELL:,} characters"


def too_long(record: DocumentRecord, annotation: AnnotationRecord) -> bool:
    """True when no cell of a workbook can hold an annotation's text as it is."""
    return not fits(passage_words(record.text, annotation))


def passages_too_long(record: DocumentRecord) -> Iterator[Loss]:
    """The annotations whose text no cell of a workbook can hold: left out, as half a passage would be another one."""
    for one in record.annotations:
        if too_long(record, one):
            why = f"{_LIMIT} and none that XML has no place for; a text file (.csv, .tsv) holds this passage."
            yield Loss(str(record.id), str(one.id), "span", why)


def cut_cells(row: Mapping[str, str], key: str) -> Iterator[Loss]:
    """The cells of a row that a workbook holds the beginning of only; `key` is the column of the annotation's key."""
    for column, cell in row.items():
        if not fits(cell):
            what = column if column == "note" else f"column {column}"
            yield Loss(row["article_id"], row[key], what, f"{_LIMIT}; what is behind that is left out.")


def beside_label(
    record: DocumentRecord, label: str, attributes: Container[str], sources: Container[str], sheet: str
) -> Iterator[Loss]:
    """What is not in a sheet of one label: other annotations, other attributes, and links.

    `attributes` are those that have a column, `sources` those of them that hold names; `sheet` is what the sentences
    call the sheet.
    """
    article = str(record.id)
    names = {one.id: one.label for one in record.annotations}
    for one in record.annotations:
        if one.label != label:
            why = f"{sheet} has rows for “{label}” only; this is a “{one.label}”."
            yield Loss(article, str(one.id), "span", why)
            continue
        for key in one.attributes:
            if key not in attributes:
                yield Loss(article, str(one.id), f"attribute {key}", f"{sheet} has no column for it.")
    for link in record.relations:
        if link.source_id is None:
            why = f"{sheet} holds no links; where it has a column for the other end, that has its words."
            yield Loss(article, str(link.from_id), f"link {link.kind}", why)
        elif names.get(link.from_id) == label and link.kind not in sources:
            yield Loss(article, str(link.from_id), f"attribute {link.kind}", f"{sheet} has no column for it.")
