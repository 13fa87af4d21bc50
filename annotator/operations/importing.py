"""Annotations made elsewhere, in: from whatever format knows them, by one annotator or by many.

The file is read twice: first for the names in it, which mean what a person says or what is proposed, then part by part
to be written. What is there already is not taken twice: not the article, not the annotation, not the link.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from annotator.core.exchange import ExchangedArticle
from annotator.core.import_map import AS_NOTE, ImportMap
from annotator.operations.import_maps import add_labels, remember_map, unknown_labels
from annotator.operations.import_matching import Matching
from annotator.operations.import_planning import Planner
from annotator.operations.import_preview import (
    ImportPreview,
    IsCancelled,
    Progressed,
    in_parts,
    matching_for,
    readable,
    survey_of,
)
from annotator.operations.import_reading import Given, opened
from annotator.operations.import_report import ImportReport
from annotator.operations.import_sharing import Sharing
from annotator.operations.import_writing import hand_in, write_far_links, write_plans
from annotator.operations.label_sets import project_labels
from annotator.operations.resplit import quote_policy
from annotator.store import queries
from annotator.store.recorder import RecordedSession
from annotator.store.workspace import Step, Workspace

_TITLE = "Import annotations"
_LINKS, _READINGS = 100, 10
"""How many links between articles one edit writes at most, and how many readings it hands in."""
_SECONDS_FOR_OTHERS = 0.002  # as in loading: whoever waits for a turn would lose it to the next edit else


def import_annotations(
    workspace: Workspace,
    path: Path,
    annotator_id: UUID,
    names: ImportMap | None = None,
    *,
    name: str = "",
    format_id: str | None = None,
    into: UUID | None = None,
    submit: bool = False,
    new_labels: bool = False,
    progress: Progressed | None = None,
    cancelled: IsCancelled | None = None,
) -> ImportReport:
    """Take in the annotations of a file, a folder or a ZIP, and the articles that are not here yet.

    `names` says what foreign names mean; the rest is proposed, and all of it remembered for the next file of this
    format, once something comes; where nothing is new, nothing is written. `into`: the article that the file's is,
    whatever that is called; of several only what is it, or a part of it, is taken. With `submit`, each reading is
    handed in. `new_labels`: labels that are unknown here become labels of the project. `annotator_id` is whose
    annotations are that name nobody; when all are theirs and none is handed in, one undo takes the import back. They
    need not be here: under their `name` they come with what they bring.

    Raises UnreadableInput, also where `into` is none of several, NotFound for a format that there is not,
    InvalidLabelSet for a label of `names` that there is not, and Cancelled before anything is written; stopped later,
    what came stays and the report says so.
    """
    with opened(path, format_id) as given:
        found = survey_of(workspace, given, names, cancelled)
        matching = matching_for(workspace, given, into, found.survey.articles)
        meant = found.names
        made = add_labels(workspace, unknown_labels(meant), annotator_id) if new_labels else {}
        meant = meant.with_changes(ImportMap(made))
        _refuse_unknown(workspace, meant)
        taking = _Taking(workspace, given, annotator_id, found, meant, submit=submit, name=name)
        if made:
            taking.arrive()
        report = taking.run(matching, progress, cancelled)
        if made or taking.has_written:
            remember_map(workspace, given.reader.id, meant.without_unknown(found.plain), taking.annotator_id)
        return report


def _refuse_unknown(workspace: Workspace, names: ImportMap) -> None:
    """Raise InvalidLabelSet for a name that is said to mean what the label set does not have."""
    label_set = project_labels(workspace)
    for ours in filter(None, names.labels.values()):
        label_set.offered_label(ours)
    for ours in filter(None, names.relations.values()):
        label_set.relation(ours)
    for ours in filter(None, names.attributes.values()):
        if ours != AS_NOTE:
            label_set.attribute(ours)


class _Taking:
    """One import, part by part; each part is one edit of one step.

    Attributes:
        has_written: True when something came.

    """

    has_written = False

    def __init__(
        self,
        workspace: Workspace,
        given: Given,
        annotator_id: UUID,
        found: ImportPreview,
        names: ImportMap,
        *,
        submit: bool,
        name: str,
    ) -> None:
        self._workspace, self._given = workspace, given
        self._survey, self._step = found.survey, Step()
        self._report = ImportReport(format_id=given.reader.id, unread=found.unread, not_there=found.not_there)
        self._label_set = project_labels(workspace)
        self._sharing = Sharing(
            self._label_set,
            names,
            {},
            self._report,
            given.reader.id,
            lasting_keys=given.lasting_keys,
            submit=submit,
            hidden=workspace.hidden() if workspace.viewer else frozenset(),
        )
        self._sharing.expect(found.survey.far)
        with workspace.reading(whole=True) as connection:
            self._sharing.meet(queries.annotator_names(connection), found.survey.annotators, annotator_id, name)
        self._report.undoable = not submit and set(self._sharing.people.values()) == {annotator_id}
        policy = quote_policy(workspace)
        self._planner = Planner(self._label_set, names, lambda: policy)

    @property
    def annotator_id(self) -> UUID:
        """Who imports."""
        return self._sharing.who("")

    def arrive(self) -> None:
        """Add who imports to the project, unless they are here; by itself, so that no undo takes them away."""
        if self.annotator_id not in self._sharing.newcomers:
            return
        with self._workspace.edit("New annotator", None, undoable=False) as session:
            self._sharing.everybody(queries.annotator_names(session.connection()))
            self._sharing.admit(session, self.annotator_id)

    def run(self, matching: Matching, progress: Progressed | None, cancelled: IsCancelled | None) -> ImportReport:
        """Read, plan and write, and report."""
        articles, done = set[UUID](), 0
        for part in in_parts(readable(self._given, [])):
            if cancelled and cancelled():
                self._report.cancelled = True
                break
            articles |= self._take(part, matching)
            done += len(part)
            if progress:
                progress(done, self._survey.articles)
        self._report.articles = len(articles)
        self._report.people = self._names()
        self._finish()
        return self._report

    def _take(self, part: list[ExchangedArticle], matching: Matching) -> set[UUID]:
        with self._workspace.reading(whole=True) as connection:
            matches = matching.matches(connection, part)
        planned = (self._planner.plan(match, self._report.losses) for match in matches)
        plans = [plan for plan in planned if plan]
        with self._edit() as session:
            return write_plans(self._sharing, session, plans)

    def _finish(self) -> None:
        """What waits for all articles: links between them, and handing in; in edits as short as the others."""
        far_links, readings = self._sharing.far_links, list(self._sharing.to_submit)
        for start in range(0, len(far_links), _LINKS):
            with self._edit() as session:
                write_far_links(self._sharing, session, far_links[start : start + _LINKS])
            time.sleep(_SECONDS_FOR_OTHERS)
        for start in range(0, len(readings), _READINGS):
            with self._edit() as session:
                hand_in(session, readings[start : start + _READINGS])
            time.sleep(_SECONDS_FOR_OTHERS)

    def _names(self) -> list[str]:
        """The names of those whose annotations the file's are, without any of whom nothing came."""
        with self._workspace.reading(whole=True) as connection:
            names = queries.annotator_names(connection)
        told = (self._sharing.who(foreign) for foreign in self._survey.annotators if foreign)
        return list(dict.fromkeys(names[who] for who in told if who in names))

    @contextmanager
    def _edit(self) -> Iterator[RecordedSession]:
        undoable = self._report.undoable
        if undoable:
            self.arrive()
        step = self._step if undoable else None
        with self._workspace.edit(_TITLE, self.annotator_id, step=step, undoable=undoable) as session:
            yield session
            session.flush()
            if session.has_changes:
                self._sharing.admit(session, self.annotator_id)
                self.has_written = True
