"""What there is in a project, counted: by label, source, language, outlet, month, person; how far, and how long."""

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from annotator.core.figures import MINUTES, Figures, Row, Subject, by_duration, figures, median, reading_seconds
from annotator.core.records import AnnotationRecord, DocumentRecord, SentenceState
from annotator.core.schema import LabelSet
from annotator.core.spans import trim
from annotator.errors import Cancelled
from annotator.operations.documents import states_of
from annotator.operations.review_states import replaced_everywhere
from annotator.operations.sources import mask_of
from annotator.store import queries, relations, statistics
from annotator.store.workspace import Workspace

Progressed = Callable[[int, int], None]
IsCancelled = Callable[[], bool]

COUNT = "count"
"""The one column of tables that have no labels or states to tell apart."""
STATES = (SentenceState.TAGGED, SentenceState.NOTHING, SentenceState.UNDECIDED)
_BY_KEY = frozenset({Subject.SOURCES, Subject.ANNOTATORS})


@dataclass(frozen=True, slots=True)
class CountedPassage:
    """One annotation that a number counts: where it is, and its words."""

    annotation: AnnotationRecord
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many articles are read to the end, begun, and not begun."""

    done: int
    begun: int
    unread: int


@dataclass(frozen=True, slots=True)
class ReadingTime:
    """Seconds that articles took, as far as the times of decisions tell; None where there are no decisions."""

    articles: int
    median: float | None
    total: float


def project_figures(
    workspace: Workspace,
    subject: Subject,
    progress: Progressed | None = None,
    cancelled: IsCancelled | None = None,
) -> Figures:
    """The table of one subject. Annotations are counted by label, save where `COUNT` or `STATES` are the columns.

    What a reviewer has corrected does not count, what stands in its place does. Raises Cancelled.
    """
    if subject is Subject.COVERAGE:
        return coverage(workspace, progress, cancelled)[0]
    if subject is Subject.TIME:
        return reading_time(workspace)[0]
    with workspace.reading() as connection:
        label_set = workspace.label_set(connection)
        if subject is Subject.SOURCES:
            found = statistics.counts_by_source(connection, replaced_everywhere(connection))
        else:
            found = statistics.counts_by(connection, subject, replaced_everywhere(connection))
        titles = {str(key): name for key, name in queries.annotator_names(connection).items()}
        sources = relations.sources(connection) if subject is Subject.SOURCES else []
    counts = {(str(key), label): number for (key, label), number in found.items()}
    if subject is Subject.LABELS:
        names = {label.key: label.title for label in label_set.labels}
        return figures(subject, (COUNT,), {(key, COUNT): number for (key, _), number in counts.items()}, names)
    mask = mask_of(workspace)
    if subject in (Subject.OUTLETS, Subject.ANNOTATORS):
        titles = {key: mask.text(titles.get(key, key)) for key, _ in counts}
    titles |= {str(source.id): mask.name(source) for source in sources}
    return figures(subject, _columns(label_set, counts), counts, titles, in_order=subject is Subject.MONTHS)


def coverage(
    workspace: Workspace, progress: Progressed | None = None, cancelled: IsCancelled | None = None
) -> tuple[Figures, Coverage]:
    """Sentences by language and state, and articles by how far they are read. Reads all texts. Raises Cancelled."""
    counts: Counter[tuple[str, str]] = Counter()
    articles: Counter[str] = Counter()
    with workspace.reading() as connection:
        ids = queries.newest_ids(connection)
        for done, record in enumerate(queries.documents(connection, ids), 1):
            if cancelled and cancelled():
                raise Cancelled("Counting was stopped.")
            states = Counter(states_of(record))
            counts.update({(record.language, state.value): states[state] for state in STATES})
            articles[_how_far(states)] += 1
            if progress:
                progress(done, len(ids))
    table = figures(Subject.COVERAGE, tuple(state.value for state in STATES), counts, {})
    return table, Coverage(articles["done"], articles["begun"], articles["unread"])


def reading_time(workspace: Workspace) -> tuple[Figures, ReadingTime]:
    """How many articles took how long, from the times of the journal (core/figures.py says how)."""
    with workspace.reading() as connection:
        decisions = statistics.decision_times(connection)
        seconds = reading_seconds((str(who), str(what), at.timestamp()) for who, what, at in decisions)
        there = {str(key) for key in queries.newest_ids(connection)}
    times = [taken for article, taken in seconds.items() if article in there]
    rows = [
        Row(str(minutes), "", (number,)) for minutes, number in zip((*MINUTES, "more"), by_duration(times), strict=True)
    ]
    table = Figures(Subject.TIME, (COUNT,), tuple(rows) if times else ())
    return table, ReadingTime(len(times), median(times), sum(times))


def passages_counted(
    workspace: Workspace, subject: Subject, key: str, label: str = "", limit: int = 2000
) -> list[CountedPassage]:
    """The annotations that a row (and with `label` one of its numbers) counts, in the order in which they were made.

    Nothing for subjects that count no annotations.
    """
    if subject in (Subject.COVERAGE, Subject.TIME):
        return []
    wanted = UUID(key) if subject in _BY_KEY else key
    with workspace.reading() as connection:
        ids = statistics.annotation_ids(connection, subject, wanted, label, limit, replaced_everywhere(connection))
        records: dict[UUID, AnnotationRecord] = {}
        for start in range(0, len(ids), queries.BATCH):
            part = ids[start : start + queries.BATCH]
            records |= {record.id: record for record in queries.annotations(connection, part)}
        found = [records[key] for key in ids if key in records]
        by_document: dict[UUID, list[AnnotationRecord]] = defaultdict(list)
        for record in found:
            by_document[record.document_id].append(record)
        told: dict[UUID, CountedPassage] = {}
        for document in queries.documents(connection, list(by_document)):
            told |= {one.id: _passage(document, one) for one in by_document[document.id]}
    return [told[record.id] for record in found if record.id in told]


def _passage(document: DocumentRecord, annotation: AnnotationRecord) -> CountedPassage:
    words = " … ".join(document.text[slice(*trim(document.text, segment))] for segment in annotation.segments)
    return CountedPassage(annotation, document.title, words)


def _columns(label_set: LabelSet, counts: dict[tuple[str, str], int]) -> list[str]:
    """The labels that are counted: all main ones, then whatever else is in use."""
    main = [label.key for label in label_set.main]
    others = [label.key for label in label_set.labels if label.key not in main]
    used = {label for _, label in counts}
    return [*main, *(key for key in others if key in used), *sorted(used - {label.key for label in label_set.labels})]


def _how_far(states: Counter[SentenceState]) -> str:
    decided = states[SentenceState.TAGGED] + states[SentenceState.NOTHING]
    if not states[SentenceState.UNDECIDED]:
        return "done"
    return "begun" if decided else "unread"
