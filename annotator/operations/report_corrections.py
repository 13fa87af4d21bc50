"""The correction report: verdicts that corrected or returned, rulings, readings taken up again, newer versions."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from uuid import UUID

from annotator.core.directions import set_apart
from annotator.core.places import passage_in
from annotator.core.records import AnnotationRecord, DocumentRecord
from annotator.core.report import Fact, Part
from annotator.core.report_article import Article, PassageFacts
from annotator.core.report_corrections import Correction, CorrectionReport, Passage, text_changes
from annotator.core.reviewing import Decision, VerdictRecord
from annotator.core.rulings import RulingRecord
from annotator.core.spans import Span
from annotator.operations.report_reader import Made, Reader
from annotator.store import journal, queries, report_reads, reviews, rulings, versions

_SUPERSEDES = "supersedes"


def corrections_report(reader: Reader, ids: Sequence[UUID] | None) -> Made:
    """The articles in which something was corrected."""
    corrected = report_reads.documents_corrected(reader.connection)
    wanted = reader.articles.newest() if ids is None else ids
    asked = reader.articles.asked_for([key for key in wanted if key in corrected])
    kind = CorrectionReport(reader.words)
    return Made(
        _parts(reader, kind, asked.ids),
        len(asked.ids),
        sum(asked.held.values()),
        tuple(asked.notices(reader.words)),
        reader.words.no_corrections,
    )


def _parts(reader: Reader, kind: CorrectionReport, ids: Sequence[UUID]) -> Iterator[Part]:
    for article in reader.articles.read(ids):
        yield kind.part(article, _Corrections(reader, article).all())


@dataclass(frozen=True)
class _Corrections:
    """Reads what was corrected in one article."""

    reader: Reader
    article: Article

    def all(self) -> list[Correction]:
        key = self.article.record.id
        said = reviews.verdicts_by_document(self.reader.connection, [key]).get(key, [])
        replaced = {one.replacement_id for one in said}
        ruled = rulings.rulings_by_document(self.reader.connection, [key]).get(key, [])
        return [
            *(self._verdict(one) for one in said if one.decision is not Decision.APPROVED),
            *map(self._ruling, ruled),
            *self._superseded(replaced),
            *self._reopened(),
            *self._versions(),
        ]

    @cached_property
    def _there(self) -> Mapping[UUID, AnnotationRecord]:
        return {one.id: one for one in self.article.record.annotations}

    def _verdict(self, one: VerdictRecord) -> Correction:
        words, hidden = self.reader.words, self.reader.articles.hidden
        who, why = hidden(one.reviewer), hidden(one.reason)
        passage = (self._passage(one.annotation_id),)
        if one.decision is Decision.RETURNED:
            return Correction(words.correction_return, one.at, who, why, about=passage)
        now = (self._passage(one.replacement_id),) if one.replacement_id else ()
        return Correction(words.correction_passage, one.at, who, why, was=passage, now=now)

    def _ruling(self, one: RulingRecord) -> Correction:
        words, articles = self.reader.words, self.reader.articles
        facts = [Fact(words.ruling, dict(words.ruled)[one.verdict])]
        if one.case_number:
            facts.append(Fact(words.case, f"{one.case_number}. {articles.hidden(one.case_title)}"))
        now = [self._passage(key) for key in sorted(one.keeps)]
        if one.segments and self._may_show(one.segments):
            now.append(Passage(self._title(one.label), _words_at(self.article.record, one.segments)))
        was = tuple(self._passage(key) for key in sorted(one.settles - one.keeps))
        who = articles.hidden(articles.names.get(one.annotator_id, ""))
        reason = articles.hidden(one.reason)
        return Correction(words.correction_ruling, one.at, who, reason, tuple(facts), was=was, now=tuple(now))

    def _may_show(self, segments: Sequence[Span]) -> bool:
        return segments[-1].end_char <= len(self.article.record.text)

    def _superseded(self, replaced: set[UUID | None]) -> Iterator[Correction]:
        """Links by which a person said that a passage stands in the place of another one."""
        for link in self.article.record.relations:
            if link.kind == _SUPERSEDES and link.from_id not in replaced and link.to_id:
                made = self._there.get(link.from_id)
                if made is not None:
                    was, now = (self._passage(link.to_id),), (self._passage(link.from_id),)
                    what = self.reader.words.correction_superseded
                    yield Correction(what, made.created_at, link.annotator, was=was, now=now)

    def _reopened(self) -> Iterator[Correction]:
        """The times at which a reading that had been approved was taken up again, as the journal tells."""
        names, hidden = self.reader.articles.names, self.reader.articles.hidden
        for entry in journal.entries_of_document(self.reader.connection, self.article.record.id):
            for change in entry.changes:
                after, before = change.after or {}, change.before or {}
                if change.table == "reading" and after.get("version", 1) > before.get("version", 1):
                    who = hidden(names.get(entry.annotator_id, "")) if entry.annotator_id else ""
                    reason = hidden(after.get("reason", ""))
                    yield Correction(self.reader.words.correction_reopened, entry.at, who, reason)

    def _versions(self) -> Iterator[Correction]:
        """Each version after the first, held against the one before it."""
        connection, articles, words = self.reader.connection, self.reader.articles, self.reader.words
        keys = versions.version_keys(connection, self.article.record.id)
        keys = keys[: keys.index(self.article.record.id) + 1]
        if len(keys) < 2:
            return
        records = [record for record in queries.documents(connection, keys) if articles.hold_of(record) is None]
        clean = [articles.clean(record)[0] for record in records]
        for old, new in pairwise(clean):
            facts = []
            if old.title != new.title:
                facts = [Fact(words.title_was, old.title, old.language), Fact(words.title_now, new.title, new.language)]
            who = report_reads.who_loaded(connection, new.id)
            name = articles.hidden(articles.names.get(who, "")) if who else ""
            yield Correction(
                words.correction_version,
                new.loaded_at,
                name,
                "",
                tuple(facts),
                changes=text_changes(old.text, new.text),
            )

    def _passage(self, key: UUID) -> Passage:
        """An annotation as it may leave; without words where it is gone, or must not."""
        one = self._there.get(key)
        if one is None:
            far = self.reader.articles.elsewhere([key], self.article.record.id).get(key)
            return Passage("", far.passage if far else "")
        facts = PassageFacts(self.reader.articles.label_set, self.reader.options, self.reader.words)
        told = (*facts.sources(self.article, one), *facts.attributes(one))
        who = Fact(self.reader.words.annotator, set_apart(one.annotator))
        return Passage(self._title(one.label), passage_in(self.article.record.text, one), (*told, who))

    def _title(self, key: str) -> str:
        return next((label.title for label in self.reader.articles.label_set.labels if label.key == key), key)


def _words_at(record: DocumentRecord, segments: Sequence[Span]) -> str:
    return " … ".join(record.text[start:end] for start, end in segments)
