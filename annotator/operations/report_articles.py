"""Articles as a report may tell of them: what must not leave is out, blacked out or under a mask, and it is said so."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import Connection

from annotator.core.masking import BLOCK, Mask
from annotator.core.places import passage_in
from annotator.core.readings import CORRECTED
from annotator.core.records import DocumentRecord, DocumentSummary
from annotator.core.release import Hold, Release, hold_of
from annotator.core.report import Block, Heading, Style, plain
from annotator.core.report_article import Article, Checked, Elsewhere
from annotator.core.report_words import ReportWords
from annotator.core.reviewing import Judged, outcome
from annotator.errors import NotFound
from annotator.operations.protection import mask_in
from annotator.store import queries, report_reads, reviews
from annotator.store.workspace import Workspace

_LONGEST_CACHE = 2_000


@dataclass(frozen=True, slots=True)
class Asked:
    """Which articles a report is to be about, in order, and how many are held back for which reason.

    `unmarked` counts those left out because nobody has tagged anything in them.
    """

    ids: tuple[UUID, ...]
    held: Mapping[Hold, int]
    unmarked: int = 0

    def notices(self, words: ReportWords) -> list[Block]:
        """What is said at the head of the report."""
        lines = [
            one if self.held[hold] == 1 else several.format(count=self.held[hold])
            for hold, one, several in words.held
            if self.held.get(hold)
        ]
        if self.unmarked:
            lines.append(words.unmarked_one if self.unmarked == 1 else words.unmarked.format(count=self.unmarked))
        return [Heading(words.not_in_it, 2), *(plain(line, Style.NOTICE) for line in lines)] if lines else []


class Articles:
    """Reads articles of one state of a project for a report in some words.

    `seen` gathers those that were told of in which somebody other than the viewer has tagged something.
    """

    def __init__(
        self,
        workspace: Workspace,
        connection: Connection,
        words: ReportWords,
        *,
        with_held: bool = False,
    ) -> None:
        self._connection, self._words, self._with_held = connection, words, with_held
        self.label_set = workspace.label_set(connection)
        self.mask: Mask = mask_in(workspace, connection)
        self.hidden = self.mask.everywhere().text  # for single sentences, which know no article as a whole
        self.names = queries.annotator_names(connection)
        self._release = Release(self.label_set)
        self._helpers = frozenset(label.key for label in self.label_set.labels if label.helper)
        self._viewer = self.names.get(workspace.viewer, "") if workspace.viewer else ""
        self.seen: set[UUID] = set()
        self._far: dict[UUID, Elsewhere | None] = {}

    def asked_for(self, ids: Sequence[UUID] | None) -> Asked:
        """The articles to report on, without those that are held back; None: the newest versions of all in which
        something is tagged.

        Raises NotFound for one that is not there.
        """
        wanted = self.newest() if ids is None else list(dict.fromkeys(ids))
        tagged = set(wanted) if ids is not None else report_reads.documents_with_annotations(self._connection)
        unmarked = sum(key not in tagged for key in wanted)
        wanted = [key for key in wanted if key in tagged]
        there = {one.id: one for one in self._summaries(wanted)}
        if len(there) < len(wanted):
            raise NotFound("An article to report on is no longer in the project.")
        held: dict[Hold, int] = {}
        kept = []
        for key in wanted:
            if (hold := self.hold_of(there[key])) is None:
                kept.append(key)
            else:
                held[hold] = held.get(hold, 0) + 1
        return Asked(tuple(kept), held, unmarked)

    def newest(self) -> list[UUID]:
        """The newest versions of all articles, in the order of loading."""
        return queries.newest_ids(self._connection)

    def hold_of(self, article: DocumentSummary | DocumentRecord) -> Hold | None:
        """Why an article is left out, None where it is not."""
        return None if self._with_held else hold_of(article)

    def read(self, ids: Sequence[UUID]) -> Iterator[Article]:
        """These articles, one after the other, ready to be told of."""
        judged = reviews.judged_by_document(self._connection, ids)
        for record in queries.documents(self._connection, ids):
            yield self.article(record, judged.get(record.id, {}))

    def article(self, record: DocumentRecord, judged: Mapping[UUID, Judged]) -> Article:
        """One article without what must not leave."""
        if any(one.annotator != self._viewer for one in record.annotations):
            self.seen.add(record.id)
        clean, notices = self.clean(record)
        clean = replace(clean, annotations=tuple(one for one in clean.annotations if one.label not in self._helpers))
        there = {one.id for one in clean.annotations}
        far = [link.to_id for link in clean.relations if link.to_id and link.to_id not in there]
        checked = {key: said for key, one in judged.items() if (said := self._checked(one))}
        readers = sorted({one.annotator for one in clean.annotations if one.origin != CORRECTED})
        away = outcome(judged).left_out & there
        return Article(clean, checked, away, self.elsewhere(far, record.id), tuple(notices), tuple(readers))

    def clean(self, record: DocumentRecord) -> tuple[DocumentRecord, list[str]]:
        """A document as it may leave, and what is to be said of what is not in it."""
        words, notices = self._words, []
        masked = self.mask.document(record)
        held = self._release.held_in(record.annotations)
        if held:
            count = len(held)
            notices.append(words.off_record_one if count == 1 else words.off_record.format(count=count))
        if BLOCK in masked.text and masked.text != record.text:
            notices.append(words.masked)
        clean = self._release.let_out(masked) if held else masked
        if clean.text_sha256 != record.text_sha256:
            notices.append(words.masked_hashes)
        return clean, notices

    def _checked(self, judged: Judged) -> Checked | None:
        """What a reviewer said of an annotation, as it may leave."""
        said = judged.verdict
        if said is None:
            return None
        reviewer, reason = self.hidden(said.reviewer), self.hidden(said.reason)
        return Checked(judged.standing, reviewer, said.at, reason, said.replacement_id)

    def _summaries(self, ids: Sequence[UUID]) -> Iterator[DocumentSummary]:
        for start in range(0, len(ids), queries.BATCH):
            yield from queries.document_summaries(self._connection, ids[start : start + queries.BATCH])

    def elsewhere(self, ids: Sequence[UUID], here: UUID) -> dict[UUID, Elsewhere]:
        """The words of annotations of articles other than `here` that may leave."""
        wanted = [key for key in ids if key not in self._far]
        if wanted:
            if len(self._far) > _LONGEST_CACHE:
                self._far.clear()
            self._far.update(dict.fromkeys(wanted))
            there = {one.document_id for one in queries.annotations(self._connection, wanted)} - {here}
            for record in queries.documents(self._connection, sorted(there)):
                if self.hold_of(record) is None:
                    self._note(self.clean(record)[0], set(wanted))
        return {key: found for key in ids if (found := self._far.get(key))}

    def _note(self, record: DocumentRecord, wanted: set[UUID]) -> None:
        for one in record.annotations:
            if one.id in wanted:
                self._far[one.id] = Elsewhere(passage_in(record.text, one), " ".join(record.title.split()))
