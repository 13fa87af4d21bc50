"""Rulings that have become cases of the guideline: numbered, with the sentence, the decision and the reason."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from annotator.core.case_words import sentences_around
from annotator.core.guideline_cases import CaseLine
from annotator.core.masking import Mask
from annotator.core.records import DocumentRecord
from annotator.core.rulings import RulingRecord, RulingVerdict, superseded
from annotator.core.spans import Span, trim
from annotator.core.submissions import SubmittedAnnotation, SubmittedReading
from annotator.store import queries, rulings
from annotator.store.submissions import all_submissions
from annotator.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class GuidelineCase:
    """One case: what was in dispute, and what holds.

    `labels` are those it is about. `sentence` is the text around the `place`; `held` says label and words of what
    holds, `rejected` of what does not. `annotation_id` is one of what was in dispute.
    """

    number: int
    title: str
    ruling_id: UUID
    document_id: UUID
    article: str
    language: str
    place: Span
    sentence: str
    verdict: RulingVerdict
    held: tuple[tuple[str, str], ...]
    rejected: tuple[tuple[str, str], ...]
    labels: frozenset[str]
    reason: str
    annotator: str
    at: datetime
    annotation_id: UUID

    def line(self, mask: Mask) -> CaseLine:
        """The case as a chapter of the guideline tells it, without the names of protected sources."""
        held = [(label, mask.text(words)) for label, words in self.held]
        told = mask.text(self.title), self.labels, mask.text(self.sentence), held, mask.text(self.reason)
        return CaseLine(self.number, *told)


def guideline_cases(workspace: Workspace, label: str = "") -> list[GuidelineCase]:
    """The cases of the guideline, or those about one label, by their numbers.

    A case whose ruling was replaced by a later one on the same dispute is not among them.
    """
    with workspace.reading() as connection:
        documents = rulings.documents_with_cases(connection)
        ruled = rulings.rulings_by_document(connection, documents)
        said: dict[UUID, list[SubmittedReading]] = {}
        for reading in all_submissions(connection, documents):
            said.setdefault(reading.document_id, []).append(reading)
        names = queries.annotator_names(connection)
        found: list[GuidelineCase] = []
        for record in queries.documents(connection, documents):
            gone = superseded(ruled[record.id])
            cases = [one for one in ruled[record.id] if one.case_number is not None and one.id not in gone]
            about = [(one, _said(said.get(record.id, ()), one)) for one in cases]
            found += [_case(one, record, there, names[one.annotator_id]) for one, there in about]
    return sorted((one for one in found if not label or label in one.labels), key=lambda one: one.number)


def _said(readings: Sequence[SubmittedReading], ruling: RulingRecord) -> list[SubmittedAnnotation]:
    """What a ruling is about, as it was handed in last before it."""
    found: dict[UUID, SubmittedAnnotation] = {}
    for reading in readings:
        for one in reading.annotations:
            if one.id in ruling.settles and (one.id not in found or reading.id < ruling.id):
                found[one.id] = one
    return sorted(found.values(), key=lambda one: (one.segments, one.id))


def _case(
    ruling: RulingRecord, record: DocumentRecord, said: Sequence[SubmittedAnnotation], annotator: str
) -> GuidelineCase:
    held = _told((one for one in said if one.id in ruling.keeps), record.text)
    if ruling.verdict is RulingVerdict.NEW:
        held = ((ruling.label, _words(record.text, ruling.segments)),)
    places = [*(segment for one in said for segment in one.segments), *ruling.segments]
    place = Span(min(start for start, _ in places), max(end for _, end in places))
    start, end = trim(record.text, sentences_around(record.sentences, place))
    rejected = _told((one for one in said if one.id not in ruling.keeps), record.text)
    return GuidelineCase(
        number=ruling.case_number or 0,
        title=ruling.case_title,
        ruling_id=ruling.id,
        document_id=record.id,
        article=record.title,
        language=record.language,
        place=place,
        sentence=record.text[start:end],
        verdict=ruling.verdict,
        held=held,
        rejected=tuple(one for one in rejected if one not in held),
        labels=frozenset({one.label for one in said} | ({ruling.label} if ruling.label else set())),
        reason=ruling.reason,
        annotator=annotator,
        at=ruling.at,
        annotation_id=min(ruling.keeps or ruling.settles),
    )


def _told(annotations: Iterable[SubmittedAnnotation], text: str) -> tuple[tuple[str, str], ...]:
    """Labels and words, each once."""
    return tuple(dict.fromkeys((one.label, _words(text, one.segments)) for one in annotations))


def _words(text: str, segments: Iterable[Span]) -> str:
    return " … ".join(text[start:end] for start, end in segments)
