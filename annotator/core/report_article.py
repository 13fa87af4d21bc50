"""What a report tells of an article: where it comes from, its text with numbered passages, and lists of these."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any, NamedTuple
from uuid import UUID

from annotator.core.attributes import Defaults
from annotator.core.directions import set_apart
from annotator.core.language import language_name
from annotator.core.places import passage_in
from annotator.core.records import AnnotationRecord, DocumentRecord, RelationRecord
from annotator.core.replies import REPLY_STATUS
from annotator.core.report import Block, Fact, Facts, Heading, Paragraph, Part, Piece, Style, plain
from annotator.core.report_text import CAPTION, Passage, Places, leaves_furniture_out, marked_text
from annotator.core.report_words import ENGLISH, ReportWords, printed, printed_moment
from annotator.core.reviewing import Standing
from annotator.core.schema import Attribute, AttributeKind, Label, LabelSet
from annotator.core.spans import Span

_LONGEST_LINKED = 200


class Checked(NamedTuple):
    """What a reviewer said last of an annotation; `replacement_id` is what a correction put in its place."""

    standing: Standing
    reviewer: str
    at: datetime
    reason: str = ""
    replacement_id: UUID | None = None


class Elsewhere(NamedTuple):
    """An annotation of another article that a link leads to: its words, and that article's title."""

    passage: str
    article: str


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What a person wants in a report: the whole text, what is known of each passage, the annotators' notes."""

    with_text: bool = True
    with_attributes: bool = True
    with_notes: bool = True


@dataclass(frozen=True)
class Article:
    """An article as a report may tell of it: nothing in it that may not leave, protected names masked.

    `notices` say what is not in it. `checked` is by annotation, `elsewhere` by annotation of another article.
    `corrected_away` are the annotations in whose place a correction stands. `readers` are who has read it.
    """

    record: DocumentRecord
    checked: Mapping[UUID, Checked] = field(default_factory=dict)
    corrected_away: Set[UUID] = frozenset()
    elsewhere: Mapping[UUID, Elsewhere] = field(default_factory=dict)
    notices: tuple[str, ...] = ()
    readers: tuple[str, ...] = ()

    @cached_property
    def passages(self) -> tuple[AnnotationRecord, ...]:
        """What is listed, in the order of the text: the n-th has the number n."""
        kept = (one for one in self.record.annotations if one.id not in self.corrected_away)
        return tuple(sorted(kept, key=lambda one: (one.extent.start_char, -one.extent.end_char, one.id)))

    @cached_property
    def numbers(self) -> dict[UUID, int]:
        """The number of each passage."""
        return {one.id: number for number, one in enumerate(self.passages, 1)}

    @cached_property
    def places(self) -> Places:
        """Lines and paragraphs of the text."""
        return Places(self.record.text)

    @cached_property
    def corrections(self) -> dict[UUID, Checked]:
        """What put each correction in its place."""
        return {said.replacement_id: said for said in self.checked.values() if said.replacement_id}

    @property
    def title(self) -> str:
        """The article's title on one line."""
        return " ".join(self.record.title.split())


class ArticleReport:
    """Makes the parts of a report on articles."""

    def __init__(self, label_set: LabelSet, options: ReportOptions | None = None, words: ReportWords = ENGLISH) -> None:
        self._labels, self._options, self._words = label_set, options or ReportOptions(), words
        self._facts = PassageFacts(label_set, self._options, words)

    def part(self, article: Article) -> Part:
        """One article: its particulars, its text, its passages by label."""
        title = article.title or self._words.untitled
        blocks: list[Block] = [Heading(title, 1, article.record.language), particulars(article, self._words)]
        blocks += [plain(notice, Style.NOTICE) for notice in article.notices]
        if self._options.with_text:
            blocks += text_blocks(article, self._labels, self._words)
        blocks += self._lists(article)
        return Part(title, tuple(blocks))

    def _lists(self, article: Article) -> Iterator[Block]:
        if not article.passages:
            yield plain(self._words.nothing_tagged, Style.QUIET)
        if gone := len(article.corrected_away):
            words = self._words.corrected_away_one if gone == 1 else self._words.corrected_away.format(count=gone)
            yield plain(words, Style.NOTICE)
        for label in self._labels.labels:
            of_label = [one for one in article.passages if one.label == label.key]
            if of_label:
                yield Heading(self._words.listed.format(title=label.title, count=len(of_label)), 2)
            for one in of_label:
                yield from self._passage(article, label, one)

    def _passage(self, article: Article, label: Label, one: AnnotationRecord) -> Iterator[Block]:
        yield Heading(self._words.passage.format(number=article.numbers[one.id], label=label.title), 3)
        yield plain(passage_in(article.record.text, one), Style.PASSAGE, article.record.language)
        yield Facts(tuple(self._facts.of(article, one)))


class PassageFacts:
    """What is told of one passage, in the label set's own words."""

    def __init__(self, label_set: LabelSet, options: ReportOptions, words: ReportWords) -> None:
        self._labels, self._options, self._words = label_set, options, words
        self._defaults = Defaults(label_set)
        self._titles = {kind.key: kind.title for kind in label_set.relations}

    def of(self, article: Article, one: AnnotationRecord) -> Iterator[Fact]:
        """Source, place, attributes, links, note, who marked it, who reviewed it."""
        words = self._words
        yield from self.sources(article, one)
        yield Fact(words.place, place_words(article, one, words))
        yield from self.attributes(one)
        if links := self.links(article, one):
            yield Fact(words.links, "\n".join(links))
        if one.note and self._options.with_notes:
            yield Fact(words.note, one.note)
        yield Fact(words.annotator, words.marked_at.format(name=one.annotator, when=printed_moment(one.created_at)))
        yield Fact(words.reviewer, review_words(article, one, words))

    def sources(self, article: Article, one: AnnotationRecord) -> Iterator[Fact]:
        """Whom the passage names, one row an attribute that names sources."""
        names = {source.id: source.name for source in article.record.sources}
        for attribute in self._labels.attributes:
            if attribute.kind is AttributeKind.SOURCE:
                links = [link for link in article.record.relations if _leads(link, one, attribute)]
                if there := [set_apart(names[link.source_id]) for link in links if link.source_id in names]:
                    yield Fact(attribute.title, ", ".join(there))

    def attributes(self, one: AnnotationRecord) -> Iterator[Fact]:
        """What is said of it, and the reply status where one is asked for."""
        if not self._options.with_attributes:
            return
        complete = self._defaults.complete(one.label, one.attributes)
        for attribute in self._labels.attributes:
            if attribute.key in one.attributes:
                yield Fact(attribute.title, self.value(attribute, one.attributes[attribute.key]))
            elif attribute.key == REPLY_STATUS and attribute.key in complete:
                yield Fact(attribute.title, self.value(attribute, complete[attribute.key]))

    def value(self, attribute: Attribute, value: Any) -> str:
        """A value of an attribute as words."""
        if isinstance(value, bool):
            return self._words.yes if value else self._words.no
        if attribute.kind is AttributeKind.CHOICE:
            known = attribute.value(str(value))
            return known.title if known else str(value)
        return printed(str(value)) if attribute.kind is AttributeKind.DATE else str(value)

    def links(self, article: Article, one: AnnotationRecord) -> list[str]:
        """What it is linked to, in words."""
        found = []
        there = {annotation.id: annotation for annotation in article.passages}
        for link in article.record.relations:
            if link.from_id != one.id or link.to_id is None:
                continue
            kind = self._titles.get(link.kind, link.kind)
            if other := there.get(link.to_id):
                passage = shortened(passage_in(article.record.text, other))
                number = article.numbers[link.to_id]
                found.append(self._words.link_here.format(kind=kind, number=number, passage=set_apart(passage)))
            elif far := article.elsewhere.get(link.to_id):
                passage, title = set_apart(shortened(far.passage)), set_apart(far.article)
                found.append(self._words.link_there.format(kind=kind, passage=passage, article=title))
        return found


def particulars(article: Article, words: ReportWords) -> Facts:
    """Where an article comes from, and what proves that it is this one."""
    record = article.record
    published = printed(record.published_at) or record.published
    if record.published_at and record.published and record.published not in (record.published_at, published):
        published = words.published_as.format(when=published, printed=set_apart(record.published))
    rows = (
        Fact(words.outlet, record.outlet),
        Fact(words.byline, record.byline),
        Fact(words.published, published),
        Fact(words.retrieved, printed_moment(record.loaded_at)),
        Fact(words.address, record.url),
        Fact(words.file_name, record.file_name),
        Fact(words.language_name, language_name(record.language)),
        Fact(words.version, words.replaced if record.superseded_by else ""),
        Fact(words.text_hash, record.text_sha256),
        Fact(words.original_hash, record.original_sha256),
        Fact(words.read_by, ", ".join(map(set_apart, article.readers))),
    )
    return Facts(tuple(row for row in rows if row.words))


def text_blocks(article: Article, label_set: LabelSet, words: ReportWords) -> list[Block]:
    """The text with its passages numbered, and how to read it."""
    record = article.record
    numbered = [Passage(number, one.label, one.segments) for number, one in enumerate(article.passages, 1)]
    blocks: list[Block] = [Heading(words.full_text, 2)]
    if numbered:
        blocks.append(_legend(article, label_set, words))
    if leaves_furniture_out(record.text, numbered, record.furniture):
        blocks.append(plain(words.furniture_out, Style.QUIET))
    blocks += marked_text(record.text, numbered, record.furniture, record.language)
    return blocks


def _legend(article: Article, label_set: LabelSet, words: ReportWords) -> Paragraph:
    """What the numbers in a text are, and how each label looks in it."""
    used = {one.label for one in article.passages}
    pieces = [Piece(words.full_text_key)]
    for label in label_set.labels:
        if label.key in used:
            pieces += [Piece("  "), Piece(label.title, (label.key,))]
    return Paragraph(tuple(pieces), Style.QUIET)


def place_words(article: Article, one: AnnotationRecord, words: ReportWords) -> str:
    """Where a passage stands: headline or caption, paragraph, line, characters, as for a reader without the program."""
    places = article.places
    parts = [
        words.place_one.format(
            paragraph=places.paragraph(start), line=places.line(start), start=f"{start:,}", end=f"{end:,}"
        )
        for start, end in one.segments
    ]
    return "; ".join([*zone_words(article.record, one.extent, words), *parts])


def zone_words(record: DocumentRecord, extent: Span, words: ReportWords) -> list[str]:
    """“headline” or “caption” for what stands in one; nothing for the rest."""
    if any(piece.kind == CAPTION and Span(*piece[:2]).overlaps(extent) for piece in record.furniture):
        return [words.in_caption]
    title = record.title.strip()
    start = len(record.text) - len(record.text.lstrip())
    in_title = bool(title) and record.text.startswith(title, start) and extent.start_char < start + len(title)
    return [words.in_headline] if in_title else []


def review_words(article: Article, one: AnnotationRecord, words: ReportWords) -> str:
    """Who reviewed a passage, and what came of it."""
    if by := article.corrections.get(one.id):
        template = words.corrects_why if by.reason else words.corrects
        return template.format(name=set_apart(by.reviewer), when=printed_moment(by.at), reason=set_apart(by.reason))
    said = article.checked.get(one.id)
    if said is None or said.standing not in (Standing.APPROVED, Standing.RETURNED):
        return words.not_reviewed
    template = (
        words.approved if said.standing is Standing.APPROVED else words.returned_why if said.reason else words.returned
    )
    return template.format(name=set_apart(said.reviewer), when=printed_moment(said.at), reason=set_apart(said.reason))


def shortened(passage: str) -> str:
    """The start of a passage on one line, for a line that names it."""
    line = " ".join(passage.split())
    return line if len(line) <= _LONGEST_LINKED else line[: _LONGEST_LINKED - 1].rstrip() + "…"


def _leads(link: RelationRecord, one: AnnotationRecord, attribute: Attribute) -> bool:
    return link.from_id == one.id and link.kind == attribute.key
