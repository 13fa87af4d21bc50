"""How far annotators agree: worked out from what they first handed in, each without a look at the other's work.

The figures are read once (`compare_readings`) and asked afterwards: for everybody or for two, with intervals, with the
places behind each. What somebody reads blind takes no part in what is shown to them.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import cached_property
from uuid import UUID

from annotator.core.agreement.attributes import (
    AttributeFigures,
    Values,
    attribute_figures,
    compared_attributes,
    values_given,
)
from annotator.core.agreement.compared import Compared, LeftOut, compare
from annotator.core.agreement.counting import EVERYBODY, OVERALL, Counts, Group, Met, count, match, total
from annotator.core.agreement.figures import Totals
from annotator.core.agreement.links import LinkFigures, Ties, link_figures, ties
from annotator.core.agreement.measures import Figure, Interval, Measure
from annotator.core.agreement.resampling import DRAWS, intervals
from annotator.core.identity import born_at
from annotator.core.schema import Attribute, LabelSet
from annotator.core.submissions import SubmittedReading
from annotator.errors import Cancelled, InvalidLabelSet, NotFound
from annotator.operations.agreement_drafts import drafts
from annotator.store import compared_texts, queries, submissions
from annotator.store.blindness import hidden_documents
from annotator.store.workspace import Workspace

MOST_PAIRS = 15
Progressed = Callable[[int, int], None]
IsCancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Question:
    """Whose agreement on what: empty fields leave nothing out.

    `since` and `until` are days (both included, UTC) on which a reading was handed in. `drafts`: readings that are not
    handed in count, too, as they are now.
    """

    annotators: tuple[UUID, ...] = ()
    labels: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    drafts: bool = False

    @property
    def is_narrow(self) -> bool:
        """True when only some of what was handed in is asked for."""
        return bool(self.annotators or self.languages or self.since or self.until)


@dataclass
class Comparison:
    """The readings that answer a question, and all that follows from them. Figures are worked out once."""

    question: Question
    label_set: LabelSet
    names: dict[UUID, str]
    labels: tuple[str, ...]
    articles: Sequence[Compared]
    met: Sequence[Met]
    counted: Sequence[Counts]
    left_out: LeftOut
    hidden: int = 0
    intervals: dict[tuple[str, Group, Measure], Interval | None] = field(default_factory=dict)

    @cached_property
    def totals(self) -> Totals:
        """The sums over all articles."""
        return Totals.of(total(self.counted), self.labels)

    @cached_property
    def annotators(self) -> list[UUID]:
        """Everybody who takes part, by name."""
        there = {reader for article in self.articles for reader in article.readers}
        return sorted(there, key=lambda key: (self.names.get(key, ""), key))

    @cached_property
    def pairs(self) -> list[Group]:
        """Each two who have an article in common, by name."""
        return sorted(self.totals.groups, key=lambda group: [self.annotators.index(person) for person in group])

    def figures(self, scope: str = OVERALL, group: Group = EVERYBODY) -> dict[Measure, Figure]:
        """Every measure of a label, or of all labels together, with its interval where that is worked out."""
        found = self.totals.figures(scope, group)
        return {
            measure: replace(one, interval=self.intervals.get((scope, group, measure)))
            for measure, one in found.items()
        }

    @cached_property
    def compared_attributes(self) -> list[Attribute]:
        """The attributes of the labels that are compared."""
        return compared_attributes(self.label_set, [one for one in self.labels if self.is_in_label_set(one)])

    @cached_property
    def attributes(self) -> list[AttributeFigures]:
        """Agreement on attributes, of matched annotations; those left out that nobody could say anything of."""
        there = self.compared_attributes
        given = values_given(self.articles, self.met, there, self.values)
        figures = [attribute_figures(attribute, given[attribute.key]) for attribute in there]
        return [one for one in figures if one.n]

    @cached_property
    def values(self) -> Values:
        """What is said of annotations, defaults included."""
        return Values(self.label_set)

    @cached_property
    def ties(self) -> dict[Group, Ties]:
        """The links that can be compared."""
        return ties(self.articles, self.met, [kind.key for kind in self.label_set.relations if kind.symmetric])

    @cached_property
    def links(self) -> list[LinkFigures]:
        """Agreement on links of matched annotations."""
        return link_figures(self.ties)

    def prepare(self) -> None:
        """Work all figures out now, so that asking for them costs nothing where that would be felt."""
        _ = self.totals, self.annotators, self.pairs, self.attributes, self.links

    def is_in_label_set(self, label: str) -> bool:
        """False for a label that annotations have and the label set does not know any more."""
        return any(one.key == label for one in self.label_set.labels)


def compare_readings(
    workspace: Workspace,
    question: Question | None = None,
    progress: Progressed | None = None,
    cancelled: IsCancelled | None = None,
) -> Comparison:
    """Read what is compared, and sum it up. Raises InvalidLabelSet for a label that is not counted, and Cancelled."""
    asked = question or Question()
    with workspace.reading() as connection:
        label_set = workspace.label_set(connection)
        names = queries.annotator_names(connection)
        first, doubled = _one_each(submissions.first_submissions(connection))
        if asked.drafts:
            first += list(drafts(connection, first))
        there = {key for code in asked.languages or (None,) for key in queries.document_ids(connection, code)}
        first = [one for one in first if one.document_id in there and _is_asked(one, asked)]
        independent = [one for one in first if one.independent]
        shared = _read_by_two(independent)
        known = dict(compared_texts.texts(connection, shared))
        later = compared_texts.number_of_later_submissions(connection, shared)
        hidden = len(hidden_documents(connection, workspace.viewer))
    labels = _labels(label_set, asked.labels, independent)
    articles = compare(independent, known, labels)
    numbers = {label: at for at, label in enumerate(labels)}
    met: list[Met] = []
    counted: list[Counts] = []
    for done, article in enumerate(articles, 1):
        if cancelled and cancelled():
            raise Cancelled("Comparing was stopped.")
        met.append(match(article))
        counted.append(count(article, numbers, met[-1]))
        if progress:
            progress(done, len(articles))
    alone = len(independent) - sum(len(article.readers) for article in articles)
    left_out = LeftOut(len(first) - len(independent), later + sum(one in known for one in doubled), alone)
    return Comparison(asked, label_set, names, labels, articles, met, counted, left_out, hidden)


def find_annotators(workspace: Workspace, names: Iterable[str]) -> tuple[UUID, ...]:
    """The annotators of these names. Raises NotFound, naming who there is."""
    with workspace.reading() as connection:
        known = {name: key for key, name in queries.annotator_names(connection).items()}
    found = []
    for name in names:
        if name not in known:
            there = ", ".join(f"“{one}”" for one in sorted(known)) or "nobody yet"
            raise NotFound(f"There is no annotator “{name}” in this project; it has {there}.")
        found.append(known[name])
    if len(set(found)) == 1:
        raise NotFound("Agreement takes two annotators at least; name another one.")
    return tuple(dict.fromkeys(found))


def work_out_intervals(
    comparison: Comparison,
    progress: Progressed | None = None,
    cancelled: IsCancelled | None = None,
    draws: int = DRAWS,
) -> dict[tuple[str, Group, Measure], Interval | None]:
    """Where each figure would lie with other articles like these; the same for the same readings. Raises Cancelled.

    Of more pairs than MOST_PAIRS only the figures of everybody have intervals, so that nobody waits for a minute.
    """
    scopes = (*comparison.labels, OVERALL)
    pairs = comparison.pairs if len(comparison.pairs) <= MOST_PAIRS else []
    wanted = [(scope, group) for scope in scopes for group in (EVERYBODY, *pairs)]

    def values(counts: Counts) -> list[float | None]:
        totals = Totals.of(counts, comparison.labels)
        return [value for scope, group in wanted for value in totals.values(scope, group).values()]

    def step(done: int, of: int) -> None:
        if cancelled and cancelled():
            raise Cancelled("Drawing articles was stopped.")
        if progress:
            progress(done, of)

    keys = [(scope, group, measure) for scope, group in wanted for measure in Measure]
    return dict(zip(keys, intervals(comparison.counted, values, draws, step), strict=True))


def _one_each(readings: Iterable[SubmittedReading]) -> tuple[list[SubmittedReading], list[UUID]]:
    """The earliest reading of each article by each annotator, and the articles of the others.

    Where two copies of a project went on separately, somebody may have handed an article in first in both.
    """
    found: dict[tuple[UUID, UUID], SubmittedReading] = {}
    doubled = []
    for one in sorted(readings, key=lambda reading: reading.id):
        if found.setdefault((one.document_id, one.annotator_id), one) is not one:
            doubled.append(one.document_id)
    return list(found.values()), doubled


def _is_asked(reading: SubmittedReading, asked: Question) -> bool:
    if asked.annotators and reading.annotator_id not in asked.annotators:
        return False
    if asked.since is None and asked.until is None:
        return True
    day = _born(reading.id).date()
    return (asked.since or day) <= day <= (asked.until or day)


def _born(key: UUID) -> datetime:
    return born_at(key).astimezone(UTC)


def _read_by_two(readings: Iterable[SubmittedReading]) -> list[UUID]:
    readers: dict[UUID, int] = {}
    for one in readings:
        readers[one.document_id] = readers.get(one.document_id, 0) + 1
    return [key for key, number in readers.items() if number > 1]


def _labels(label_set: LabelSet, wanted: Sequence[str], readings: Iterable[SubmittedReading]) -> tuple[str, ...]:
    """The labels to compare: those of the label set that are no helpers, then others that are in use."""
    helpers = {label.key for label in label_set.labels if label.helper}
    for one in helpers.intersection(wanted):
        title = label_set.label(one).title
        raise InvalidLabelSet(f"“{title}” is a helper mark, and these are not counted in agreement.")
    used = {annotation.label for reading in readings for annotation in reading.annotations} - helpers
    if wanted:
        return tuple(one if one in used else label_set.label(one).key for one in dict.fromkeys(wanted))
    main = [label.key for label in label_set.main]
    retired = [label.key for label in label_set.labels if label.key in used and label.key not in main]
    return (*main, *retired, *sorted(used - {label.key for label in label_set.labels}))
