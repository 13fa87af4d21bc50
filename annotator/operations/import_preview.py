"""What an import would do, before anything is done: what is found, what its names mean, what would be left out."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

from annotator.core.exchange import ExchangedArticle
from annotator.core.import_map import ImportMap, not_in, proposed_map
from annotator.core.import_survey import Survey
from annotator.core.records import Unread
from annotator.errors import Cancelled, UnreadableInput
from annotator.formats.jsonl import JsonLines
from annotator.operations.import_counting import Counting
from annotator.operations.import_maps import remembered_map, unknown_labels, with_new_labels
from annotator.operations.import_matching import Here, Match, Matching
from annotator.operations.import_planning import Plan, Planner, name_of, words_of
from annotator.operations.import_reading import Given, opened
from annotator.operations.import_report import ImportReport, Losses, shortened
from annotator.operations.import_sharing import Sharing
from annotator.operations.label_sets import project_labels
from annotator.operations.resplit import quote_policy
from annotator.operations.restoring import is_restorable
from annotator.store import queries
from annotator.store.workspace import Workspace

AT_A_TIME = 50
"""Articles that are matched, and written, together at most."""
_WEIGHT = 500
"""How much one edit writes, in rows, unless one article has more: what a key press may have to wait for."""
_LETTERS_A_ROW = 500
_SAMPLES = 20
_UNREAD = 100
NO_TIMES = "When annotations were made elsewhere is not kept: they are made here now."

Progressed = Callable[[int, int], None]
IsCancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class SampleRow:
    """One of the first annotations of a file: what it says, and what becomes of it ("" for one that is taken)."""

    article: str
    words: str
    label: str
    ours: str
    annotator: str
    why: str

    def as_row(self) -> dict[str, str]:
        """The same for JSON."""
        names = ("article", "words", "label", "ours", "annotator", "why")
        return {name: getattr(self, name) for name in names}


@dataclass(slots=True)
class ImportPreview:
    """What is in a file and what would become of it.

    `articles` counts them by how they stand to those here. `names` is what names would mean, `plain` what they would if
    nobody had ever said so. `taken` annotations would
    be new, `known` are there already, `unsure` would be placed where the words are others. `losses` would be left out;
    `cannot_hold` is what no file of this format tells. `unread` could not be read. `is_own`: a file of ours, from which
    articles that are not here come back under their own keys, with all that was said of them. `not_there`: names that
    the file does not have, though it was said what they mean.
    """

    format_id: str
    format_title: str
    survey: Survey
    names: ImportMap
    plain: ImportMap = field(default_factory=ImportMap)
    articles: Counter[Here] = field(default_factory=Counter)
    taken: int = 0
    known: int = 0
    unsure: int = 0
    losses: Losses = field(default_factory=Losses)
    samples: list[SampleRow] = field(default_factory=list)
    unread: list[tuple[str, str]] = field(default_factory=list)
    cannot_hold: tuple[str, ...] = ()
    is_own: bool = False
    not_there: list[str] = field(default_factory=list)

    def count(self, report: ImportReport) -> None:
        """Take over how many annotations the import would report."""
        self.taken, self.known = report.annotations, report.known + report.changed
        self.unsure = report.unsure.counts.total()

    def as_dict(self) -> dict[str, Any]:
        """The same for JSON."""
        survey = self.survey
        return {
            "format": self.format_id,
            "articles": {here.value.replace(" ", "_"): self.articles[here] for here in Here},
            "annotations": survey.annotations,
            "links": survey.links,
            "labels": dict(survey.labels.most_common()),
            "attributes": {name: dict(survey.attributes[name].most_common()) for name in survey.attributes},
            "relations": dict(survey.relations.most_common()),
            "annotators": dict(survey.annotators.most_common()),
            "map": self.names.as_dict(),
            "taken": self.taken,
            "known": self.known,
            "unsure": self.unsure,
            "left_out": dict(self.losses.counts.most_common()),
            "named": [one.as_row() for one in self.losses.named],
            "samples": [one.as_row() for one in self.samples],
            "unread": [{"name": name, "why": why} for name, why in self.unread],
            "cannot_hold": list(self.cannot_hold),
            "is_own": self.is_own,
            "not_there": self.not_there,
        }


def preview_import(
    workspace: Workspace,
    path: Path,
    annotator_id: UUID,
    format_id: str | None = None,
    names: ImportMap | None = None,
    *,
    into: UUID | None = None,
    new_labels: bool = False,
    progress: Progressed | None = None,
    cancelled: IsCancelled | None = None,
) -> ImportPreview:
    """Look at a file without changing anything. `names` says what some names mean; the rest is proposed.

    `into` and `new_labels` as in operations/importing.
    Raises UnreadableInput, also where `into` is none of several, NotFound for a format that there is not, Cancelled.
    """
    with opened(path, format_id) as given:
        preview = survey_of(workspace, given, names, cancelled)
        label_set, policy = project_labels(workspace), quote_policy(workspace)
        meant = preview.names
        if new_labels:
            label_set, made = with_new_labels(label_set, unknown_labels(meant))
            meant = meant.with_changes(ImportMap(made))
        planner = Planner(label_set, meant, lambda: policy, to_write=False)
        matching = matching_for(workspace, given, into, preview.survey.articles)
        sharing = Sharing(label_set, meant, {}, ImportReport(losses=preview.losses), given.reader.id)
        sharing.lasting_keys = given.lasting_keys
        sharing.hidden = workspace.hidden() if workspace.viewer else frozenset()
        sharing.expect(preview.survey.far)
        done = 0
        with workspace.reading() as connection:
            sharing.meet(queries.annotator_names(connection), preview.survey.annotators, annotator_id)
            counting = Counting(sharing, connection)
            for part in in_parts(readable(given, [])):
                stop_when(cancelled)
                planned = [(match, planner.plan(match, preview.losses)) for match in matching.matches(connection, part)]
                counting.take([plan for _, plan in planned if plan])
                for match, plan in planned:
                    _show(preview, match, plan)
                done += len(part)
                if progress:
                    progress(done, preview.survey.articles)
            counting.finish()
        preview.count(sharing.report)
    return preview


def survey_of(
    workspace: Workspace, given: Given, names: ImportMap | None, cancelled: IsCancelled | None = None
) -> ImportPreview:
    """What is in a file, and what its names mean: as is said, else as is proposed."""
    survey, unread = Survey(), list[tuple[str, str]]()
    for number, article in enumerate(readable(given, unread)):
        survey.take(article)
        if number % AT_A_TIME == 0:
            stop_when(cancelled)
    with workspace.reading() as connection:
        people = list(queries.annotator_names(connection).values())
    label_set, remembered = project_labels(workspace), remembered_map(workspace, given.reader.id)
    proposed = proposed_map(label_set, survey, people, remembered).with_changes(names or ImportMap())
    preview = ImportPreview(given.reader.id, given.reader.title, survey, proposed)
    preview.plain = proposed_map(label_set, survey, people, ImportMap())
    preview.unread, preview.not_there = unread, not_in(survey, names or ImportMap())
    preview.is_own = isinstance(given.reader, JsonLines) and is_restorable(given.path)
    loses_times = survey.has_times and not preview.is_own
    preview.cannot_hold = (*given.losses, NO_TIMES) if loses_times else given.losses
    return preview


def matching_for(workspace: Workspace, given: Given, into: UUID | None, articles: int) -> Matching:
    """What matches the articles of a file. Raises UnreadableInput where `into` is none of several."""
    matching = Matching(given.reader.id, into, among_others=into is not None and articles > 1)
    if matching.among_others:
        with workspace.reading(whole=True) as connection:
            parts = in_parts(readable(given, []))
            if not any(match.document for part in parts for match in matching.matches(connection, part)):
                raise UnreadableInput(
                    f"None of the {articles:,} articles of the file is the one that was named, or a part of it; import "
                    "the file without naming one."
                )
    return matching


def readable(given: Given, unread: list[tuple[str, str]]) -> Iterator[ExchangedArticle]:
    """The articles of a file that can be read; the first of the others go to `unread`."""
    for found in given.articles():
        if not isinstance(found, Unread):
            yield found
        elif len(unread) < _UNREAD:
            unread.append((found.name, found.reason))


def in_parts(articles: Iterator[ExchangedArticle]) -> Iterator[list[ExchangedArticle]]:
    """The articles, as many at a time as are written while nobody notices."""
    part, weight = list[ExchangedArticle](), 0
    for article in articles:
        part.append(article)
        weight += 1 + len(article.annotations) + len(article.links) + len(article.text) // _LETTERS_A_ROW
        if len(part) >= AT_A_TIME or weight >= _WEIGHT:
            yield part
            part, weight = [], 0
    if part:
        yield part


def stop_when(cancelled: IsCancelled | None) -> None:
    """Raise Cancelled when the person has stopped it."""
    if cancelled and cancelled():
        raise Cancelled("Stopped; nothing was changed.")


def _show(preview: ImportPreview, match: Match, plan: Plan | None) -> None:
    """Count an article, and show what becomes of its annotations where they are among the first."""
    preview.articles[match.here] += 1
    if len(preview.samples) == _SAMPLES:
        return
    taken = {one.foreign.key: one for one in plan.annotations} if plan else {}
    title = plan.title if plan else name_of(match.article)
    lost = [(one.what, one.why) for one in preview.losses.named if one.article == title]
    for one in match.article.annotations:
        if len(preview.samples) == _SAMPLES:
            break
        words, planned = shortened(words_of(match.article, one)), taken.get(one.key)
        why = "" if planned else next((why for what, why in lost if what == words), "")
        ours = planned.label if planned else ""
        preview.samples.append(SampleRow(title, words, one.label, ours, one.annotator, why))
