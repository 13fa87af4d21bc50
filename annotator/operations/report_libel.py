"""The libel packet: claims that accuse somebody, read with what answers them and who was asked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from annotator.core.places import passage_in, place_in
from annotator.core.records import AnnotationRecord, ContactRecord, SourceRecord
from annotator.core.replies import Answer, ReplyClaim
from annotator.core.report import Part
from annotator.core.report_article import Article
from annotator.core.report_libel import LibelReport, ReportedAnswer, ReportedClaim
from annotator.core.search_terms import terms
from annotator.operations.replies import read_replies
from annotator.operations.report_reader import Made, Reader
from annotator.store import relations, report_reads


def libel_report(reader: Reader, ids: Sequence[UUID] | None) -> Made:
    """The articles with a claim that accuses somebody, or with a passage that carries a legal flag."""
    found = read_replies(reader.workspace)
    kind = LibelReport(reader.articles.label_set, reader.now, reader.options, reader.words)
    claims: dict[UUID, list[ReplyClaim]] = {}
    for claim in found.claims:
        claims.setdefault(claim.annotation.document_id, []).append(claim)
    asked = reader.articles.asked_for(_concerned(reader, kind, claims, ids))
    packet = _Packet(reader, kind, claims)
    return Made(
        (packet.part(article) for article in reader.articles.read(asked.ids)),
        len(asked.ids),
        sum(asked.held.values()),
        tuple(asked.notices(reader.words)),
        reader.words.no_accusation,
    )


def _concerned(
    reader: Reader, kind: LibelReport, claims: Mapping[UUID, object], ids: Sequence[UUID] | None
) -> list[UUID]:
    """Which of the articles that are asked for have something for a lawyer."""
    flagged = {
        one.document_id
        for one in report_reads.annotations_that_say(reader.connection, "legal_flag")
        if kind.is_flagged(one)
    }
    wanted = reader.articles.newest() if ids is None else ids
    return [key for key in wanted if key in claims or key in flagged]


class _Packet:
    """Makes what may leave of claims, article by article."""

    def __init__(self, reader: Reader, kind: LibelReport, claims: Mapping[UUID, Sequence[ReplyClaim]]) -> None:
        self._articles, self._kind, self._claims = reader.articles, kind, claims
        self._mask = self._articles.mask.everywhere()
        self._sources = relations.sources(reader.connection)
        self._named = [(one, _names_of(one)) for one in self._sources]

    def part(self, article: Article) -> Part:
        """One article."""
        here = (one for one in self._claims.get(article.record.id, ()) if one.annotation.id in article.numbers)
        return self._kind.part(article, [self._claim(article, one) for one in here])

    def _claim(self, article: Article, claim: ReplyClaim) -> ReportedClaim:
        hidden = self._mask.text
        (own,) = (one for one in article.passages if one.id == claim.annotation.id)
        return ReportedClaim(
            claim,
            tuple(map(hidden, claim.speakers)),
            tuple(self._answers(article, claim.answers)),
            tuple(map(self._contact, claim.contacts)),
            tuple(self._named_in(article, own, claim)),
        )

    def _answers(self, article: Article, answers: Sequence[Answer]) -> Iterator[ReportedAnswer]:
        """The answers that may leave, with their words as they may."""
        far = self._articles.elsewhere([one.annotation.id for one in answers], article.record.id)
        here = {one.id: one for one in article.passages}
        for one in answers:
            key = one.annotation.id
            speakers = tuple(map(self._mask.text, one.speakers))
            if key in here:
                words = passage_in(article.record.text, here[key])
                yield ReportedAnswer(one.title, words, speakers, one.through_same)
            elif key in far:
                yield ReportedAnswer(one.title, far[key].passage, speakers, one.through_same)

    def _contact(self, contact: ContactRecord) -> ContactRecord:
        hidden = self._mask.text
        return replace(
            contact,
            person=hidden(contact.person),
            channel=hidden(contact.channel),
            answer=hidden(contact.answer),
            note=hidden(contact.note),
        )

    def _named_in(self, article: Article, own: AnnotationRecord, claim: ReplyClaim) -> Iterator[str]:
        """The sources that the claim's sentence names, those who say it apart."""
        sentence = place_in(article.record.text, article.record.sentences, own).sentence_text
        words = f" {' '.join(terms(sentence))} "
        for source, names in self._named:
            name = self._mask.name(source)
            if not source.protected and name not in claim.speakers and any(f" {one} " in words for one in names):
                yield name


def _names_of(source: SourceRecord) -> tuple[str, ...]:
    return tuple(filter(None, (" ".join(terms(name)) for name in (source.name, *source.aliases))))
