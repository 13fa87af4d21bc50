"""What would become of each article of a file, worked out before anything is written; a preview shows the same."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any
from uuid import UUID

from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle
from annotator.core.foreign_values import ForeignValues
from annotator.core.identity import new_id
from annotator.core.import_map import LEFT_OUT, ImportMap
from annotator.core.quote_policy import QuotePolicy
from annotator.core.records import ArticleRecord
from annotator.core.schema import LabelSet
from annotator.core.spans import Span
from annotator.core.times import iso_time
from annotator.formats.plain_text import title_of
from annotator.operations.import_matching import Here, Match
from annotator.operations.import_report import Losses, shortened
from annotator.reading.preparing import Prepared, prepare

NO_TEXT = "annotation of an article that is not in the project, and whose text the file does not have"
NOT_NAMED = "annotation of an article of the file that is not the one named"


@dataclass(frozen=True, slots=True)
class PlannedAnnotation:
    """An annotation as it is to be here. `sure` as core/foreign_places.Placed has it."""

    foreign: ExchangedAnnotation
    label: str
    segments: tuple[Span, ...]
    attributes: Mapping[str, Any]
    sources: Mapping[str, Sequence[str]]
    note: str
    sure: bool = True


@dataclass(slots=True)
class Plan:
    """What becomes of one article: `prepared` is one that is new, None where `document_id` is here already."""

    match: Match
    document_id: UUID
    prepared: Prepared | None = None
    annotations: list[PlannedAnnotation] = field(default_factory=list)
    marks: list[Span] = field(default_factory=list)

    @property
    def article(self) -> ExchangedArticle:
        """The article as the file tells it."""
        return self.match.article

    @property
    def text(self) -> str:
        """The text here."""
        return self.match.places.text

    @property
    def title(self) -> str:
        """How a report calls the article."""
        return self.match.document.title if self.match.document else name_of(self.article)


class Planner:
    """Plans article after article by one map."""

    def __init__(
        self, label_set: LabelSet, names: ImportMap, policy: Callable[[], QuotePolicy], *, to_write: bool = True
    ) -> None:
        """`to_write`: new articles are prepared for the project, which takes time."""
        self._names, self._policy, self._to_write = names, policy, to_write
        self._labels = {one.key for one in label_set.offered}
        self._values = ForeignValues(label_set, names)

    def plan(self, match: Match, losses: Losses) -> Plan | None:
        """What becomes of one article; None for one that is neither here nor has a text, or that is not wanted."""
        article = match.article
        if match.here in (Here.UNKNOWN, Here.NOT_NAMED):
            why = NO_TEXT if match.here is Here.UNKNOWN else NOT_NAMED
            for one in article.annotations:
                losses.add(name_of(article), words_of(article, one) or one.label, why)
            return None
        plan = Plan(match, match.document.id if match.document else new_id())
        if match.document is None and self._to_write:
            plan.prepared = prepare(_record(article), self._policy(), detect_language=not article.language)
        for one in article.annotations:
            planned = self._annotation(plan, one, losses)
            if planned:
                plan.annotations.append(planned)
        plan.marks = [here for mark in article.marks if (here := match.places.mark(mark))]
        return plan

    def _annotation(self, plan: Plan, one: ExchangedAnnotation, losses: Losses) -> PlannedAnnotation | None:
        label = self._names.labels.get(one.label, LEFT_OUT)
        if label not in self._labels:
            losses.add(
                plan.title, words_of(plan.article, one), f"label “{one.label}”, which the label set does not have"
            )
            return None
        placed = plan.match.places.place(one)
        if not placed.segments:
            losses.add(plan.title, words_of(plan.article, one), placed.why)
            return None
        said = self._values.translate(label, one.attributes)
        for what, why in said.left_out:
            losses.add(plan.title, what, why)
        notes = [one.note, *said.notes]
        if not placed.sure:
            notes.append(f"In the file: “{shortened(words_of(plan.article, one))}”")
        note = "\n".join(words for words in notes if words)
        return PlannedAnnotation(one, label, placed.segments, said.attributes, said.sources, note, placed.sure)


def words_of(article: ExchangedArticle, one: ExchangedAnnotation) -> str:
    """The words of an annotation, as the file tells them."""
    return " … ".join(one.texts or [article.text[start:end] for start, end in one.segments if 0 <= start < end])


def name_of(article: ExchangedArticle) -> str:
    """How an article of a file is called."""
    return article.title or article.file_name or title_of(article.text, "") or article.key


def _record(article: ExchangedArticle) -> ArticleRecord:
    return ArticleRecord(
        title=" ".join(article.title.split()) or title_of(article.text, article.file_name),
        text=article.text,
        original=article.text.encode("utf-8", "replace"),
        encoding="utf-8",
        file_name=PurePath(article.file_name).name,
        outlet=article.outlet,
        byline=article.byline,
        published=article.published,
        url=article.url,
        published_at=iso_time(article.published_at) or "",
        language=article.language,
    )
