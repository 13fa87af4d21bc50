"""The right of reply over the whole project: every claim that accuses somebody, with what answers it and the log."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from sqlalchemy import Connection

from annotator.core.attributes import Defaults
from annotator.core.masking import Mask
from annotator.core.places import Place
from annotator.core.records import AnnotationRecord, ContactRecord, DocumentSummary, RelationRecord
from annotator.core.release import Release, hold_of
from annotator.core.replies import (
    NOBODY,
    NOT_SOUGHT,
    REPLY_STATUS,
    Answer,
    ReplyClaim,
    Scope,
    by_urgency,
    same_claims,
    scope_of,
)
from annotator.core.schema import LabelSet
from annotator.errors import Cancelled, NotFound
from annotator.operations.label_sets import project_labels
from annotator.operations.placing import write_file
from annotator.operations.reply_sheet import ENGLISH, SheetWords, as_csv, as_html
from annotator.operations.sources import mask_of
from annotator.store import linkable, queries, relations, reply_rows
from annotator.store.workspace import Workspace

IsCancelled = Callable[[], bool]

FORMATS = {"html": "HTML", "csv": "CSV"}
"""What a sheet of replies can be written as: its ending and its name."""


@dataclass(frozen=True, slots=True)
class Replies:
    """What the right of reply is about, and the claims, the most urgent first. `scope` None: the label set has none."""

    scope: Scope | None
    claims: tuple[ReplyClaim, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetReport:
    """How a sheet was written: how many claims are in it, and how many were held back with their article."""

    claims: int
    held_back: int


def read_replies(workspace: Workspace, cancelled: IsCancelled | None = None) -> Replies:
    """Every claim of an article's newest version that accuses somebody. Protected sources go by their mask's name.

    Raises Cancelled.
    """
    mask = mask_of(workspace)
    with workspace.reading() as connection:
        label_set = workspace.label_set(connection)
        scope = scope_of(label_set)
        if scope is None:
            return Replies(None)
        claims = _Claims(connection, label_set, scope, mask, cancelled or (lambda: False)).read()
    if scope.accuses.retired and not claims:
        return Replies(None)
    return Replies(scope, tuple(by_urgency(claims, datetime.now(UTC))))


def releasable(workspace: Workspace, claims: Iterable[ReplyClaim]) -> list[ReplyClaim]:
    """What of these claims may leave the newsroom, protected names blacked out.

    Left out are claims of articles that are held back, and annotations that a rule says never leave.
    """
    claims, now = list(claims), datetime.now(UTC)
    held = _held(workspace, claims)
    mask = mask_of(workspace).everywhere()  # of single sentences: who is called by the surname in them is hidden, too

    def leaves(annotation: AnnotationRecord, article: DocumentSummary) -> bool:
        return not hold_of(article, now) and annotation.id not in held

    return [_masked(one, mask, leaves) for one in claims if leaves(one.annotation, one.article)]


def _held(workspace: Workspace, claims: Sequence[ReplyClaim]) -> set[UUID]:
    """The annotations of all articles that claims and their answers stand in that never leave."""
    release = Release(project_labels(workspace))
    there = {one.annotation.document_id for one in claims}
    there |= {answer.annotation.document_id for one in claims for answer in one.answers}
    with workspace.reading() as connection:
        return {
            key for record in queries.documents(connection, list(there)) for key in release.held_in(record.annotations)
        }


def export_replies(
    workspace: Workspace,
    claims: Sequence[ReplyClaim],
    target: Path,
    format_id: str = "",
    words: SheetWords = ENGLISH,
) -> SheetReport:
    """Write claims as a sheet, HTML or CSV, by the target's ending unless a format is named.

    What may not leave stays out, protected names are blacked out. The file takes its place when it is whole. Raises
    NotFound for a format that there is not, ExportFailed.
    """
    wanted = format_id or target.suffix.lower().lstrip(".") or "html"
    if wanted not in FORMATS:
        raise NotFound(f"Replies are not written as “{wanted}”; there are {', '.join(FORMATS)}.")
    sheet = sheet_of(workspace, claims, wanted, words)
    save_sheet(workspace, target, sheet.content)
    return sheet.report


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's bytes, and what is in it."""

    content: bytes
    report: SheetReport


def sheet_of(workspace: Workspace, claims: Sequence[ReplyClaim], format_id: str, words: SheetWords = ENGLISH) -> Sheet:
    """Claims as the bytes of a sheet, as `export_replies` writes them."""
    label_set = project_labels(workspace)
    going = releasable(workspace, claims)
    make = as_csv if format_id == "csv" else as_html
    content = make(going, label_set, words, datetime.now(UTC))
    return Sheet(content.encode(), SheetReport(len(going), len(claims) - len(going)))


def save_sheet(workspace: Workspace, target: Path, content: bytes) -> None:
    """Write a sheet that is made already; it takes the target's place when it is whole. Raises ExportFailed."""

    def fill(stream: BinaryIO) -> None:
        stream.write(content)

    write_file(workspace, target, fill)


class _Claims:
    """Reads all claims that accuse, in as few queries as there are kinds of rows."""

    def __init__(
        self, connection: Connection, label_set: LabelSet, scope: Scope, mask: Mask, cancelled: IsCancelled
    ) -> None:
        self._connection, self._label_set, self._scope = connection, label_set, scope
        self._mask, self._cancelled = mask, cancelled
        self._defaults = Defaults(label_set)
        self._names = queries.annotator_names(connection)
        self._places: dict[UUID, Place] = {}
        self._articles: dict[UUID, DocumentSummary] = {}
        self._speakers: dict[UUID, tuple[str, ...]] = {}

    def read(self) -> list[ReplyClaim]:
        found = self._accusing()
        links = self._links()
        groups = same_claims(links, self._scope.same)
        answering = self._answering(found, links, groups)
        self._step()
        wanted = list(dict.fromkeys(link.from_id for some in answering.values() for link in some))
        answers = {one.id: one for one in reply_rows.annotations_called(self._connection, wanted)}
        everything = list(({one.id: one for one in found} | answers).values())
        self._look_up(everything)
        log = self._log()
        return [self._claim(one, answering[one.id], answers, log.get(one.id, ())) for one in found]

    def _accusing(self) -> list[AnnotationRecord]:
        accuses = self._scope.accuses
        said = accuses.key if accuses.retired or accuses.default in ("", NOBODY) else None
        there = reply_rows.annotations_saying(self._connection, said, self._scope.labels, self._names)
        return [one for one in there if self._said(one).get(accuses.key, NOBODY) != NOBODY]

    def _said(self, annotation: AnnotationRecord) -> Mapping[str, object]:
        return self._defaults.complete(annotation.label, annotation.attributes)

    def _links(self) -> list[RelationRecord]:
        kinds = (*self._scope.answering, *self._scope.same)
        return reply_rows.links_of_kinds(self._connection, kinds, self._names) if kinds else []

    def _answering(
        self, claims: Sequence[AnnotationRecord], links: Sequence[RelationRecord], groups: Mapping[UUID, set[UUID]]
    ) -> dict[UUID, list[RelationRecord]]:
        """The links that answer each claim or one that is the same, its own first."""
        by_end: dict[UUID, list[RelationRecord]] = defaultdict(list)
        for link in links:
            if link.kind in self._scope.answering and link.to_id:
                by_end[link.to_id].append(link)
        found: dict[UUID, list[RelationRecord]] = {}
        for claim in claims:
            others = sorted(groups.get(claim.id, set()) - {claim.id})
            found[claim.id] = list(chain.from_iterable(by_end.get(key, ()) for key in (claim.id, *others)))
        return found

    def _look_up(self, annotations: Sequence[AnnotationRecord]) -> None:
        self._places = linkable.places_of(self._connection, annotations)
        self._step()
        keys = list(dict.fromkeys(one.document_id for one in annotations))
        self._articles = reply_rows.articles_called(self._connection, keys)
        ids = [one.id for one in annotations]
        named = reply_rows.sources_named(self._connection, ids, self._scope.sources)
        sources = {one.id: self._mask.name(one) for one in relations.sources(self._connection)} if named else {}
        self._speakers = {key: tuple(sources[one] for one in some if one in sources) for key, some in named.items()}
        self._step()

    def _log(self) -> dict[UUID, list[ContactRecord]]:
        found: dict[UUID, list[ContactRecord]] = defaultdict(list)
        for contact in relations.contacts(self._connection, self._names):
            found[contact.annotation_id].append(contact)
        return found

    def _claim(
        self,
        claim: AnnotationRecord,
        links: Sequence[RelationRecord],
        answers: Mapping[UUID, AnnotationRecord],
        log: Sequence[ContactRecord],
    ) -> ReplyClaim:
        said = self._said(claim)
        status = str(said.get(REPLY_STATUS) or NOT_SOUGHT) if self._scope.has_status else NOT_SOUGHT
        given = {link.from_id: link for link in reversed(links) if self._answers_now(answers.get(link.from_id))}
        return ReplyClaim(
            claim,
            self._articles[claim.document_id],
            self._places[claim.id],
            str(said[self._scope.accuses.key]),
            status,
            self._speakers.get(claim.id, ()),
            tuple(self._answer(link, claim, answers[link.from_id]) for link in reversed(given.values())),
            tuple(sorted(log, key=lambda one: (one.at, one.id))),
        )

    def _answers_now(self, answer: AnnotationRecord | None) -> bool:
        """What stood in an older version only answers nothing; what was carried over answers by itself."""
        return answer is not None and self._articles[answer.document_id].superseded_by is None

    def _answer(self, link: RelationRecord, claim: AnnotationRecord, answer: AnnotationRecord) -> Answer:
        return Answer(
            answer,
            self._articles[answer.document_id],
            self._places[answer.id],
            self._label_set.relation(link.kind).title,
            self._speakers.get(answer.id, ()),
            through_same=link.to_id != claim.id,
            kind=link.kind,
        )

    def _step(self) -> None:
        if self._cancelled():
            raise Cancelled("The claims were not read to the end.")


def _masked(claim: ReplyClaim, mask: Mask, leaves: Callable[[AnnotationRecord, DocumentSummary], bool]) -> ReplyClaim:
    hidden = mask.text
    answers = [one for one in claim.answers if leaves(one.annotation, one.article)]
    return replace(
        claim,
        annotation=mask.annotation(claim.annotation),
        article=_masked_article(claim.article, mask),
        place=_masked_place(claim.place, mask),
        speakers=tuple(map(hidden, claim.speakers)),
        answers=tuple(
            replace(
                one,
                annotation=mask.annotation(one.annotation),
                article=_masked_article(one.article, mask),
                place=_masked_place(one.place, mask),
                speakers=tuple(map(hidden, one.speakers)),
            )
            for one in answers
        ),
        contacts=tuple(
            replace(
                one,
                person=hidden(one.person),
                channel=hidden(one.channel),
                answer=hidden(one.answer),
                note=hidden(one.note),
            )
            for one in claim.contacts
        ),
    )


def _masked_place(place: Place, mask: Mask) -> Place:
    return place._replace(passage=mask.text(place.passage), sentence_text=mask.text(place.sentence_text))


def _masked_article(article: DocumentSummary, mask: Mask) -> DocumentSummary:
    return replace(article, title=mask.text(article.title), outlet=mask.text(article.outlet))
