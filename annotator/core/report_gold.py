"""What a report tells of the gold reading of an article: each passage that holds, and how it got there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from annotator.core.gold import GoldSpan, How
from annotator.core.places import passage_in
from annotator.core.records import AnnotationRecord
from annotator.core.report import Block, Fact, Facts, Heading, Part, Style, plain
from annotator.core.report_article import Article, PassageFacts, ReportOptions, particulars, place_words, text_blocks
from annotator.core.report_words import ENGLISH, ReportWords
from annotator.core.schema import LabelSet


@dataclass(frozen=True)
class GoldArticle:
    """An article whose passages are those of its gold reading. `spans` are by the key of the passage.

    `names` are those of everybody, by key. `disputed` and `returned` count what is no part of it.
    """

    article: Article
    spans: Mapping[UUID, GoldSpan]
    names: Mapping[UUID, str]
    disputed: int = 0
    returned: int = 0


class GoldReport:
    """Makes the parts of a report on gold readings."""

    def __init__(self, label_set: LabelSet, options: ReportOptions | None = None, words: ReportWords = ENGLISH) -> None:
        self._labels, self._options, self._words = label_set, options or ReportOptions(), words
        self._facts = PassageFacts(label_set, self._options, words)

    def part(self, gold: GoldArticle) -> Part:
        """One article."""
        article = gold.article
        title = article.title or self._words.untitled
        blocks: list[Block] = [Heading(title, 1, article.record.language), particulars(article, self._words)]
        blocks += [plain(notice, Style.NOTICE) for notice in (*article.notices, *self._missing(gold))]
        if self._options.with_text:
            blocks += text_blocks(article, self._labels, self._words)
        if not article.passages:
            blocks.append(plain(self._words.gold_empty, Style.QUIET))
        for one in article.passages:
            blocks += self._passage(gold, one)
        return Part(title, tuple(blocks))

    def _missing(self, gold: GoldArticle) -> Iterator[str]:
        words = self._words
        if gold.disputed:
            yield words.gold_disputed_one if gold.disputed == 1 else words.gold_disputed.format(count=gold.disputed)
        if gold.returned:
            yield words.gold_returned_one if gold.returned == 1 else words.gold_returned.format(count=gold.returned)

    def _passage(self, gold: GoldArticle, one: AnnotationRecord) -> Iterator[Block]:
        article, words = gold.article, self._words
        title = next((label.title for label in self._labels.labels if label.key == one.label), one.label)
        yield Heading(words.passage.format(number=article.numbers[one.id], label=title), 3)
        yield plain(passage_in(article.record.text, one), Style.PASSAGE, article.record.language)
        facts = [*self._facts.sources(article, one), Fact(words.place, place_words(article, one, words))]
        facts += self._facts.attributes(one)
        if links := self._facts.links(article, one):
            facts.append(Fact(words.links, "\n".join(links)))
        if one.note and self._options.with_notes:
            facts.append(Fact(words.note, one.note))
        facts.append(Fact(words.gold_how, how_words(gold.spans[one.id], gold.names, words)))
        yield Facts(tuple(facts))


def how_words(span: GoldSpan, names: Mapping[UUID, str], words: ReportWords) -> str:
    """How a passage got into the gold reading."""
    readers = ", ".join(names.get(key, "") for key in span.annotator_ids)
    decided = names.get(span.decided_by, "") if span.decided_by else ""
    told = dict(words.gold_ways)[span.how].format(readers=readers, name=decided)
    if span.reason:
        told = f"{told}: {span.reason}"
    if span.case_number and span.how is How.RULED:
        told = f"{told} ({words.case} {span.case_number})"
    return told
