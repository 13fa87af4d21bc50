"""Our own JSON Lines: written, read back line by line, and held against what was meant."""

from array import array
from collections.abc import Iterable, Iterator
from typing import BinaryIO

import orjson

from annotator.core.attributes import Defaults
from annotator.core.dataset import cut_furniture, whole_text
from annotator.core.records import DocumentRecord
from annotator.errors import ExportFailed
from annotator.formats.base import WriteOptions
from annotator.formats.jsonl import BOM, OPTIONS
from annotator.formats.jsonl_lines import line_of
from annotator.formats.jsonl_proof import proof_of, proof_of_record
from annotator.formats.jsonl_rows import CUT, frozen_text
from annotator.operations.choosing import Chosen
from annotator.operations.proving import Compared
from annotator.operations.whole_lines import Line, WholeLines

_MISREAD = "The export did not read back as it was written ({}); no file was left."


def write_everything(chosen: Chosen, stream: BinaryIO, options: WriteOptions, compared: Compared) -> int:
    """Write a line an article with all that restores the project, and compare. Gives the number of annotations.

    Of each line the spans with all that is said of them, links and details are compared with those of the project, the
    bytes with those that were meant, and where the rows are beside them, the frozen text that the line makes with its
    hash. Raises ExportFailed, Cancelled, NotFound.
    """
    return _write(WholeLines(chosen, options).lines(), stream, options, compared)


def write_lines(records: Iterable[DocumentRecord], stream: BinaryIO, options: WriteOptions, compared: Compared) -> int:
    """Write a line for each of these documents alone, and compare as `write_everything` does."""
    defaults = Defaults(options.label_set) if options.label_set else None
    return _write((_line(record, options, defaults) for record in records), stream, options, compared)


def _line(record: DocumentRecord, options: WriteOptions, defaults: Defaults | None) -> Line:
    shown = whole_text(record) if options.with_furniture else cut_furniture(record)
    return Line(line_of(record, shown, defaults), proof_of_record(record, defaults), len(record.annotations))


def _write(lines: Iterable[Line], stream: BinaryIO, options: WriteOptions, compared: Compared) -> int:
    proofs = array("q")
    annotations = 0
    if options.bom:
        stream.write(BOM)
    for line in lines:
        content = orjson.dumps(line.fields, option=OPTIONS)
        stream.write(content)
        proofs.append(hash((line.proof, content)))
        annotations += line.annotations
    stream.flush()
    stream.seek(0)
    _compare(stream, proofs, compared)
    return annotations


def _compare(stream: BinaryIO, proofs: "array[int]", compared: Compared) -> None:
    found = 0
    try:
        for proof in _proofs_in(stream):
            if found == len(proofs) or proof != proofs[found]:
                raise ValueError(f"line {found + 1} came back changed")
            found += 1
            compared(found, len(proofs))
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise ExportFailed(_MISREAD.format(error)) from error
    if found != len(proofs):
        raise ExportFailed(
            f"The export did not read back whole ({len(proofs) - found} articles lack); no file was left."
        )


def _proofs_in(stream: BinaryIO) -> Iterator[int]:
    for number, line in enumerate(stream, 1):
        content = line.removeprefix(BOM)
        said = orjson.loads(content)
        if CUT in said:
            frozen_text(said)
        yield hash((proof_of(said, number), content))
