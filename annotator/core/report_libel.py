"""What a lawyer is told of an article: each claim that accuses somebody, on which evidence, and what came of the
right of reply; headline and captions with it, and every passage that carries a legal flag.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from annotator.core.attributes import Defaults
from annotator.core.directions import set_apart
from annotator.core.places import passage_in, place_in
from annotator.core.records import AnnotationRecord, ContactRecord
from annotator.core.replies import ACCUSES, REPLY_STATUS, ReplyClaim, is_late
from annotator.core.report import Block, Fact, Facts, Heading, Part, Style, Table, plain
from annotator.core.report_article import (
    Article,
    PassageFacts,
    ReportOptions,
    particulars,
    place_words,
    review_words,
    shortened,
    text_blocks,
)
from annotator.core.report_text import CAPTION
from annotator.core.report_words import ENGLISH, ReportWords, printed, printed_moment
from annotator.core.schema import Attribute, LabelSet

_LEGAL_FLAG, _VOICE, _OUTLET = "legal_flag", "voice", "outlet"


@dataclass(frozen=True, slots=True)
class ReportedAnswer:
    """What answers a claim, as it may leave: the relation's title, the words, who says them."""

    kind: str
    passage: str
    speakers: tuple[str, ...] = ()
    of_same: bool = False


@dataclass(frozen=True, slots=True)
class ReportedClaim:
    """A claim that accuses somebody, as it may leave. `named` are the known sources that its sentence names."""

    claim: ReplyClaim
    speakers: tuple[str, ...] = ()
    answers: tuple[ReportedAnswer, ...] = ()
    contacts: tuple[ContactRecord, ...] = ()
    named: tuple[str, ...] = ()


class LibelReport:
    """Makes the parts of a libel packet. What is late is so at the moment `now`."""

    def __init__(
        self, label_set: LabelSet, now: datetime, options: ReportOptions | None = None, words: ReportWords = ENGLISH
    ) -> None:
        self._labels, self._now, self._words = label_set, now, words
        self._options = options or ReportOptions()
        self._facts = PassageFacts(label_set, self._options, words)
        self._defaults = Defaults(label_set)
        self._attributes: Mapping[str, Attribute] = {one.key: one for one in label_set.attributes}

    def part(self, article: Article, claims: Sequence[ReportedClaim]) -> Part:
        """One article with the claims in it that accuse somebody."""
        title = article.title or self._words.untitled
        blocks: list[Block] = [Heading(title, 1, article.record.language), particulars(article, self._words)]
        blocks += [plain(notice, Style.NOTICE) for notice in article.notices]
        blocks += self._headline(article)
        there = {claim.claim.annotation.id: claim for claim in claims}
        for one in article.passages:
            if one.id in there:
                blocks += self._claim(article, one, there[one.id])
        blocks += self._flagged(article, set(there))
        if self._options.with_text:
            blocks += text_blocks(article, self._labels, self._words)
        return Part(title, tuple(blocks))

    def is_flagged(self, one: AnnotationRecord) -> bool:
        """True for a passage that a lawyer should look at."""
        flag = self._attributes.get(_LEGAL_FLAG)
        return flag is not None and one.attributes.get(_LEGAL_FLAG, flag.default) != flag.default

    def _headline(self, article: Article) -> Iterator[Block]:
        words, record = self._words, article.record
        captions = [piece for piece in record.furniture if piece.kind == CAPTION]
        rows = [Fact(words.headline, article.title, record.language)] if article.title else []
        rows += [Fact(words.caption, record.text[one.start_char : one.end_char], record.language) for one in captions]
        if rows:
            yield Heading(words.captions, 2)
            yield Facts(tuple(rows))

    def _claim(self, article: Article, one: AnnotationRecord, told: ReportedClaim) -> Iterator[Block]:
        language = article.record.language
        yield Heading(self._words.claim.format(number=article.numbers[one.id]), 2)
        yield plain(passage_in(article.record.text, one), Style.PASSAGE, language)
        yield Facts(tuple(self._claim_facts(article, one, told)))
        yield from self._log(told.contacts)

    def _claim_facts(self, article: Article, one: AnnotationRecord, told: ReportedClaim) -> Iterator[Fact]:
        words, record, claim = self._words, article.record, told.claim
        sentence = place_in(record.text, record.sentences, one).sentence_text
        if sentence.strip() != passage_in(record.text, one).strip():
            yield Fact(words.sentence, sentence, record.language)
        yield Fact(words.accused, self._accused(claim, told.named))
        yield Fact(words.says_who, self._says_who(one, told.speakers))
        yield Fact(words.place, place_words(article, one, words))
        yield Fact(words.standing_name, dict(words.standing)[claim.standing])
        if REPLY_STATUS in self._attributes:
            yield Fact(words.reply, self._facts.value(self._attributes[REPLY_STATUS], claim.status))
        if claim.deadline:
            when = printed(claim.deadline)
            yield Fact(words.deadline, words.overdue.format(when=when) if claim.is_overdue(self._now) else when)
        yield Fact(words.answers, "\n".join(map(self._answer, told.answers)) or words.no_answer)
        shown = {ACCUSES, REPLY_STATUS}
        yield from (fact for key, fact in self._said(one) if key not in shown)
        yield Fact(words.evidence, "\n".join(self._evidence(article, one)) or words.no_evidence)
        yield Fact(words.annotator, words.marked_at.format(name=one.annotator, when=printed_moment(one.created_at)))
        yield Fact(words.reviewer, review_words(article, one, words))

    def _said(self, one: AnnotationRecord) -> Iterator[tuple[str, Fact]]:
        if not self._options.with_attributes:
            return
        for key, value in one.attributes.items():
            if key in self._attributes:
                yield key, Fact(self._attributes[key].title, self._facts.value(self._attributes[key], value))

    def _accused(self, claim: ReplyClaim, named: Sequence[str]) -> str:
        accused = self._attributes.get(ACCUSES)
        kind = self._facts.value(accused, claim.accuses) if accused else claim.accuses
        hint = self._words.accused_hint.format(names=", ".join(map(set_apart, named)))
        return f"{kind}\n{hint}" if named else kind

    def _says_who(self, one: AnnotationRecord, speakers: Sequence[str]) -> str:
        if speakers:
            return ", ".join(map(set_apart, speakers))
        own = self._defaults.complete(one.label, one.attributes).get(_VOICE) == _OUTLET
        return self._words.own_words if own else self._words.no_source

    def _answer(self, answer: ReportedAnswer) -> str:
        words = self._words.answer_by if answer.speakers else self._words.answer_of
        names = ", ".join(map(set_apart, answer.speakers))
        told = words.format(kind=answer.kind, passage=set_apart(shortened(answer.passage)), names=names)
        return self._words.of_same.format(answer=told) if answer.of_same else told

    def _evidence(self, article: Article, one: AnnotationRecord) -> Iterator[str]:
        if one.note and self._options.with_notes:
            yield one.note
        yield from self._facts.links(article, one)

    def _log(self, contacts: Sequence[ContactRecord]) -> Iterator[Block]:
        words = self._words
        if not contacts:
            yield plain(words.no_contact, Style.QUIET)
            return
        heads = (words.asked_when, words.asked_whom, words.asked_how, words.asked_until, words.asked_answer)
        yield Table(words.contacts, heads, tuple(map(self._contact, contacts)))

    def _contact(self, contact: ContactRecord) -> tuple[str, ...]:
        until = printed(contact.deadline)
        if is_late(contact, self._now):
            until = self._words.overdue.format(when=until)
        answer = (printed(contact.answered_at), contact.answer, contact.note if self._options.with_notes else "")
        return printed(contact.at), contact.person, contact.channel, until, "\n".join(filter(None, answer))

    def _flagged(self, article: Article, claims: set[UUID]) -> Iterator[Block]:
        flagged = [one for one in article.passages if one.id not in claims and self.is_flagged(one)]
        if flagged:
            yield Heading(self._words.flagged, 2)
        for one in flagged:
            label = self._labels.label(one.label)
            yield Heading(self._words.passage.format(number=article.numbers[one.id], label=label.title), 3)
            yield plain(passage_in(article.record.text, one), Style.PASSAGE, article.record.language)
            yield Facts(tuple(self._facts.of(article, one)))
