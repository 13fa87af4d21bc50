"""What is known of an article beside its text: title, source, times, and whether it may be used."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from uuid import UUID

from annotator.core.language import UNKNOWN
from annotator.core.languages import known_languages
from annotator.core.records import DocumentRecord, Status
from annotator.core.times import iso_time, time_refusal
from annotator.errors import InvalidDetails
from annotator.operations.documents import (
    LanguageCut,
    any_version,
    cut_for_language,
    put_language,
    read_document,
)
from annotator.store.columns import storable
from annotator.store.tables import Document
from annotator.store.workspace import Workspace

DETECT = ""
"""The language of `Details` that says: find it out."""

_ADDRESS = re.compile(r"https?://[^\s<>\"/]+(?:[/?#][^\s<>\"]*)?", re.IGNORECASE)
_LONGEST_ADDRESS = 2_000
_LINES = frozenset({"source_note"})  # what may have more than one
_LATER = frozenset({"published_at", "embargo_until", "status", "source_note"})  # NULL where there is nothing


@dataclass(frozen=True, slots=True)
class Details:
    """The details of an article that a person can change.

    `published` is as it was printed; `published_at` and `embargo_until` are ISO 8601 days or moments. `language` is a
    code, "unknown", or DETECT.
    """

    title: str
    outlet: str = ""
    byline: str = ""
    published: str = ""
    published_at: str = ""
    url: str = ""
    language: str = UNKNOWN
    embargo_until: str = ""
    status: Status = Status.USABLE
    source_note: str = ""


FIELDS = tuple(field.name for field in fields(Details))


def details_of(record: DocumentRecord) -> Details:
    """What is known of an article now."""
    return Details(**{name: getattr(record, name) for name in FIELDS})


def set_details(workspace: Workspace, document_id: UUID, details: Details, annotator_id: UUID) -> bool:
    """Give an article these details. True when something changed. Raises InvalidDetails, NotFound."""
    former = asdict(details_of(read_document(workspace, document_id)))
    changes = {name: value for name, value in asdict(details).items() if value != former[name]}
    return set_details_of_many(workspace, [document_id], changes, annotator_id) > 0


def set_details_of_many(
    workspace: Workspace, document_ids: Sequence[UUID], changes: Mapping[str, str], annotator_id: UUID
) -> int:
    """Give several articles the same of some details, as one step; gives how many articles were changed by it.

    `changes`: field of Details -> value. What is not named stays, whatever others write meanwhile. Older versions can
    be withheld, too, but keep their language. Raises InvalidDetails before anything is written, NotFound, Frozen.
    """
    checked = check_details(changes)
    language = checked.pop("language", None)
    cuts: dict[UUID, LanguageCut] = {}
    ids = list(dict.fromkeys(document_ids))
    if language is not None:
        cuts = {key: cut_for_language(workspace, key, language or None) for key in ids}
    changed = 0
    with workspace.edit("Change details", annotator_id) as session:
        for key in ids:
            document = any_version(session, key)
            differs = _put(document, checked)
            if key in cuts and not _is_so(document, cuts[key]):
                put_language(session, cuts[key])
                differs = True
            changed += differs
    return changed


def check_details(changes: Mapping[str, str]) -> dict[str, str]:
    """The changes as they are written. Raises InvalidDetails, with what to write instead, for what cannot be."""
    checked: dict[str, str] = {}
    for name, value in changes.items():
        if name not in FIELDS:
            raise InvalidDetails(f"Articles have no “{name}”; their details are {', '.join(FIELDS)}.")
        checked[name] = _checked(name, value)
    return checked


def _checked(name: str, value: str) -> str:
    words = storable(value.replace("\x00", " "))
    words = words.strip() if name in _LINES else " ".join(words.split())
    if name == "title" and not words:
        raise InvalidDetails("An article needs a title; write a few words of its beginning.")
    if name in ("published_at", "embargo_until") and words:
        iso = iso_time(words)
        if iso is None:
            raise InvalidDetails(time_refusal(words))
        return iso
    if name == "url" and words and (len(words) > _LONGEST_ADDRESS or not _ADDRESS.fullmatch(words)):
        raise InvalidDetails(f"“{words[:60]}” is no address of a page; one begins with https:// or http://.")
    if name == "status" and words not in set(Status):
        raise InvalidDetails(f"“{words[:60]}” is no status; there are {', '.join(Status)}.")
    if name == "language" and words not in (DETECT, UNKNOWN, *known_languages()):
        raise InvalidDetails(f"“{words[:60]}” is no language that the program knows; “annotator languages” lists them.")
    return words


def _put(document: Document, checked: Mapping[str, str]) -> bool:
    """Write what differs. True when something did."""
    differs = False
    for name, value in checked.items():
        kept: str | None = None if name in _LATER and value in ("", Status.USABLE.value) else str(value)
        if getattr(document, name) != kept:
            setattr(document, name, kept)
            differs = True
    return differs


def _is_so(document: Document, cut: LanguageCut) -> bool:
    """True when a document has this language, for the same reason, already."""
    return (document.language, document.language_by_hand) == (cut.guess.language, cut.by_hand) and (
        document.also_in or []
    ) == list(cut.guess.also_in)
