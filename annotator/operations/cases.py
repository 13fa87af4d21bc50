"""Cases decided earlier: annotations of other articles whose sentence has the same cue as this one.

What a colleague has done with the same article, or a copy of it, is not shown: two readings of an article are worth
something only while neither knows the other.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from uuid import UUID

from sqlalchemy import Connection

from annotator.core.case_words import CaseWords, case_words, search_words, sentences_around
from annotator.core.records import AnnotationRecord, DocumentRecord
from annotator.core.search_filters import Filters
from annotator.core.search_query import Part, Query
from annotator.core.search_terms import terms
from annotator.core.spans import Span, trim
from annotator.errors import Cancelled
from annotator.operations.documents import read_document
from annotator.store import queries, search_candidates
from annotator.store.workspace import Workspace

MOST_CASES = 5

IsCancelled = Callable[[], bool]

# Articles that are looked at: those with notes reach further back, since a note tells why.
_WITH_NOTES, _WITHOUT, _CANDIDATES = 150, 150, 3000
_LEAST_SHARED = 2  # words, where no cue is among them: one is chance


@dataclass(frozen=True, slots=True)
class DecidedCase:
    """An annotation, the sentence it is on, the article, and which words make it a case for this passage."""

    annotation: AnnotationRecord
    sentence: str
    title: str
    words: tuple[str, ...]
    weight: float

    @property
    def is_borderline(self) -> bool:
        """True when whoever decided said why, or was not sure."""
        return bool(self.annotation.note) or self.annotation.attributes.get("certainty") == "unsure"


def earlier_cases(
    workspace: Workspace, document_id: UUID, extent: Span, limit: int = MOST_CASES, cancelled: IsCancelled | None = None
) -> list[DecidedCase]:
    """How passages like this stretch of an article were decided elsewhere in the project, the most helpful first.

    Those with a note, or decided as unsure, come first; then those that have most in common with it; then the newest.
    Raises NotFound, Cancelled.
    """
    document = read_document(workspace, document_id)
    around = sentences_around(document.sentences, extent)
    wanted = case_words(document.text, around, document.language)
    found: dict[tuple[str, str], DecidedCase] = {}
    with workspace.reading() as connection:
        labels = frozenset(label.key for label in workspace.label_set(connection).labels)
        ids = _articles(connection, document, wanted, labels, cancelled)
        for other in queries.documents(connection, ids):
            _stop_when(cancelled)
            if (other.copy_group or other.id) == (document.copy_group or document.id):
                continue
            for case in _cases(other, wanted):
                # Copies say the same; one of them is enough.
                found.setdefault((case.annotation.label, case.sentence), case)
    return sorted(found.values(), key=_rank)[:limit]


def _rank(case: DecidedCase) -> tuple[bool, float, float]:
    return not case.is_borderline, -case.weight, -case.annotation.created_at.timestamp()


def _articles(
    connection: Connection,
    document: DocumentRecord,
    wanted: CaseWords,
    labels: frozenset[str],
    cancelled: IsCancelled | None,
) -> list[UUID]:
    """Articles that may have such a passage, the newest first: some with notes, some without."""
    parts = [Part(word, tuple(terms(word))) for word in search_words(wanted)]
    query = Query((tuple(part for part in parts if part.terms),))
    if not query.wanted[0]:
        return []
    filters = Filters(labels=labels, languages=frozenset({document.language}))
    noted: list[UUID] = []
    plain: list[UUID] = []
    candidates = search_candidates.in_text(connection, query, filters, folded=True)
    for candidate in islice(candidates, _CANDIDATES):
        _stop_when(cancelled)
        there, most = (noted, _WITH_NOTES) if candidate.has_notes else (plain, _WITHOUT)
        if len(there) < most and candidate.id != document.id:
            there.append(candidate.id)
        if len(noted) >= _WITH_NOTES and len(plain) >= _WITHOUT:
            break
    return [*noted, *plain]


def _cases(document: DocumentRecord, wanted: CaseWords) -> Iterator[DecidedCase]:
    known: dict[Span, CaseWords] = {}
    words = search_words(wanted)
    for annotation in document.annotations:
        around = sentences_around(document.sentences, annotation.extent)
        if around not in known:
            passage = document.text[slice(*around)].lower()
            if not any(word in passage for word in words):
                continue  # most have none: to look closer at each takes ten times as long
            known[around] = case_words(document.text, around, document.language)
        shared = wanted.shared(known[around])
        if len(shared) >= (1 if wanted.cues else _LEAST_SHARED):
            sentence = document.text[slice(*trim(document.text, around))]
            yield DecidedCase(annotation, sentence, document.title, tuple(shared), sum(shared.values()))


def _stop_when(cancelled: IsCancelled | None) -> None:
    if cancelled and cancelled():
        raise Cancelled("The search for earlier cases was stopped.")
