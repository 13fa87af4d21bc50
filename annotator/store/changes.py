"""What one edit did to which row, and how that is written down in a few bytes.

An *image* is a row's columns as plain values (UUIDs and times as bytes and integers); columns
that are None are left out of a whole image. A change has the image *before* and *after*: an insert
has no before, a delete no after, an update has only the columns that differ in both.
"""

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

import msgpack
from sqlmodel import SQLModel

from annotator.store.columns import Key, UtcTime, from_micros, to_micros
from annotator.store.tables import FACTS, table_of

Image = dict[str, Any]

_TABLES: dict[str, type[SQLModel]] = {str(table.__tablename__): table for table in FACTS}
_RANK = {name: rank for rank, name in enumerate(_TABLES)}

# The words that most changes consist of, most frequent last (RFC 1951 reaches the end of a preset
# dictionary with the shortest codes). Never edit a line: add a new dictionary with a new number.
_DICTIONARIES = {
    1: b"created_atlabel_setprojectnamesentence_breakpositionjoinedoutletbylinepublishedurllanguage_by_hand"
    b"language_confidencelanguagefile_nameencodingutf-8loaded_atlengthoriginal_sha256text_sha256titlesentence_ends"
    b"repeated_titletime_stampfurnituredocumentmarksegmentsdenialclaim\xa6origin\xa6manual\xa4note\xa0\xa5label\xa5quote"
    b"\xa8end_char\xcd\xaastart_char\xcd\xacannotator_id\xc4\x10\xabdocument_id\xc4\x10\x91\x94\xaaannotation\xc4\x10",
    2: b"label_set_versionguidelinesuggestionsrejected_suggestionsuggestersuggested_byacceptededitedunaidedcontact"
    b"channeldeadlineanswered_atpersonanswerprotectedaliasesnamingnamedrolepersonorganisationunknownkindsource"
    b"created_atlabel_setprojectnamesentence_breakpositionjoinedoutletbylinepublishedurllanguage_by_hand"
    b"language_confidencelanguagefile_nameencodingutf-8loaded_atlengthoriginal_sha256text_sha256titlesentence_ends"
    b"repeated_titletime_stampfurnituredocumentmarksegmentsindirectdirectquote_typeattributes\xa4kind\xa7from_id\xc4\x10"
    b"denies\xa5to_id\xc4\x10attributed_to\xa9source_id\xc4\x10\xa8relation\xc4\x10denialclaim\xb1guideline_version\x02"
    b"\xa6origin\xa6manual\xa4note\xa0\xa5label\xa5quote"
    b"\xa8end_char\xcd\xaastart_char\xcd\xacannotator_id\xc4\x10\xabdocument_id\xc4\x10\x91\x94\xaaannotation\xc4\x10",
    3: b"merge_conflicttable_namerow_idsettled_bykeptotherself_checkanswered_atagainfirstcolorinitialsroleannotator"
    b"case_titlecase_numberbothneithernewkeepssettlesrulingresolvedmentionsthread_idwordscommentreplacement_idreason"
    b"returnedcorrectedapprovedverdictlinksannotationscontentindependentnumbersubmissionreviewer_idsubmission_id"
    b"submitted_atassigned_atassigned_bysaw_othersblindversionopenstatesubmittedreading"
    b"label_set_versionguidelinesuggestionsrejected_suggestionsuggestersuggested_byacceptededitedunaidedcontact"
    b"channeldeadlineanswered_atpersonanswerprotectedaliasesnamingnamedrolepersonorganisationunknownkindsource"
    b"created_atlabel_setprojectnamesentence_breakpositionjoinedoutletbylinepublishedurllanguage_by_hand"
    b"language_confidencelanguagefile_nameencodingutf-8loaded_atlengthoriginal_sha256text_sha256titlesentence_ends"
    b"repeated_titletime_stampfurnituredocumentmarksegmentsindirectdirectquote_typeattributes\xa4kind\xa7from_id\xc4\x10"
    b"denies\xa5to_id\xc4\x10attributed_to\xa9source_id\xc4\x10\xa8relation\xc4\x10denialclaim\xb1guideline_version\x02"
    b"\xa6origin\xa6manual\xa4note\xa0\xa5label\xa5quote"
    b"\xa8end_char\xcd\xaastart_char\xcd\xacannotator_id\xc4\x10\xabdocument_id\xc4\x10\x91\x94\xaaannotation\xc4\x10",
}
_CURRENT = 3


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row's change. Values are those of the table's columns: UUID, datetime, str, int, list, ..."""

    table: str
    id: UUID
    before: Image | None
    after: Image | None

    def inverse(self) -> "RowChange":
        """The change that takes this one back."""
        return RowChange(self.table, self.id, self.after, self.before)


def table_class(name: str) -> type[SQLModel]:
    """The table that the journal calls `name`."""
    return _TABLES[name]


def rank(name: str) -> int:
    """Parents have a lower rank than their children."""
    return _RANK[name]


@cache
def columns(name: str) -> tuple[str, ...]:
    """The column names of a table, in order."""
    return tuple(column.name for column in table_of(_TABLES[name]).columns)


@cache
def _typed(name: str) -> tuple[frozenset[str], frozenset[str]]:
    """Which columns of a table are keys, and which are times."""
    found = table_of(_TABLES[name]).columns
    keys = frozenset(column.name for column in found if isinstance(column.type, Key))
    return keys, frozenset(column.name for column in found if isinstance(column.type, UtcTime))


def image_of(row: SQLModel) -> Image:
    """All columns of a row that are not None."""
    values = row.__dict__
    return {name: value for name in columns(str(row.__tablename__)) if (value := values.get(name)) is not None}


def pack(changes: Iterable[RowChange], document_id: UUID | None, annotator_id: UUID | None) -> bytes:
    """The bytes a journal entry keeps: a dictionary's number, then deflated MessagePack.

    The content is a list of `[table, key, before, after]`. A key inside a whole image is not repeated,
    nor are those of the document and the annotator, which the entry names beside.
    """
    plain = [
        [change.table, change.id.bytes, _plain(change.table, change.before), _plain(change.table, change.after)]
        for change in changes
    ]
    words = _words(_CURRENT, document_id, annotator_id)
    packer = zlib.compressobj(6, zlib.DEFLATED, -15, 8, zlib.Z_DEFAULT_STRATEGY, words)
    return bytes((_CURRENT,)) + packer.compress(msgpack.packb(plain)) + packer.flush()


def _words(number: int, document_id: UUID | None, annotator_id: UUID | None) -> bytes:
    """The preset dictionary, ended by the keys that the entry has in other columns, as an image spells them."""
    document = b"\xabdocument_id\xc4\x10" + document_id.bytes if document_id else b""
    annotator = b"\xacannotator_id\xc4\x10" + annotator_id.bytes if annotator_id else b""
    return _DICTIONARIES[number] + document + annotator


def unpack(packed: bytes, document_id: UUID | None, annotator_id: UUID | None) -> list[RowChange]:
    """What `pack` wrote with the same keys. Raises ValueError when the bytes are not that."""
    try:
        unpacker = zlib.decompressobj(-15, _words(packed[0], document_id, annotator_id))
        plain = msgpack.unpackb(unpacker.decompress(packed[1:]))
        return [_change(*entry) for entry in plain]
    except (IndexError, KeyError, TypeError, zlib.error, msgpack.UnpackException) as error:
        raise ValueError("the changes of a journal entry cannot be read") from error


def _change(table: str, key: bytes, before: Image | None, after: Image | None) -> RowChange:
    row_id = UUID(bytes=key)
    whole = before is None or after is None
    return RowChange(
        table, row_id, _typed_image(table, row_id, before, whole), _typed_image(table, row_id, after, whole)
    )


def _plain(table: str, image: Image | None) -> Image | None:
    if image is None:
        return None
    keys, times = _typed(table)
    plain: Image = {}
    for name, value in image.items():
        if name == "id":
            continue
        if value is not None and name in keys:
            value = value.bytes
        elif value is not None and name in times:
            value = to_micros(value)
        plain[name] = value
    return plain


def _typed_image(table: str, row_id: UUID, plain: Image | None, whole: bool) -> Image | None:
    if plain is None:
        return None
    keys, times = _typed(table)
    image: Image = {"id": row_id} if whole else {}
    for name, value in plain.items():
        image[name] = value
        if isinstance(value, bytes) and name in keys:
            image[name] = UUID(bytes=value)
        elif isinstance(value, int) and name in times:
            image[name] = from_micros(value)
    return image
