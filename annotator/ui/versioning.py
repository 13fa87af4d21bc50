"""Corrected versions of the open article: asked for, decided on, loaded; and the way to the older ones."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from annotator.errors import AnnotatorError, Cancelled
from annotator.operations import documents, versions
from annotator.operations.label_sets import project_labels
from annotator.operations.versions import VersionPlan
from annotator.ui.banner import Kind, Notice, Way
from annotator.ui.lines import one_line
from annotator.ui.reader.accessibility import announce

if TYPE_CHECKING:
    from annotator.ui.session import Session

_TOPIC = "version"


class Versioning(QObject):
    """Reads the corrected article off the window's thread, then asks, then loads it."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session = session
        self._shown: object = None

    def choose(self) -> None:
        """Ask for the file with the corrected version of the open article, and load it."""
        here = self._session.reading.document
        if here is None:
            return
        from annotator.ui.loading import file_patterns  # with all that reads files, which no start waits for

        words = self.tr("Load a corrected version")
        path = QFileDialog.getOpenFileName(self._session.window, words, str(Path.home()), file_patterns())[0]
        if path:
            self.load(path, here.id)

    def load(self, path: str, document_id: UUID) -> None:
        """Load the article in a file as the corrected version of this one, after asking what is to be asked."""
        self._session.window.inspector.commit_note()
        workspace = self._session.workspace
        self._session.window.strip.set_state(self.tr("The corrected version is being read …"))

        def planned(_progress: object, _cancelled: object) -> VersionPlan:
            return versions.plan_version(workspace, document_id, versions.read_article(workspace, path))

        self._start(planned)

    def _start(self, planned: Callable[[object, object], VersionPlan], instead_of: UUID | None = None) -> None:
        task = self._session.tasks.make(planned)
        # A project that is being closed waits for what runs; nobody is asked anything then.
        task.finished.connect(lambda plan: None if task.is_cancelled() else self._ask(plan, instead_of))
        task.failed.connect(self._failed)
        self._session.tasks.start(task, short=True)

    def offer(self, document_id: UUID) -> None:
        """Where an article that has just been loaded may be the corrected version of another, offer to make it that."""
        try:
            found = versions.likely_older(self._session.workspace, document_id)
        except AnnotatorError:  # whatever it is, the next thing that a person asks for says so
            return
        if not found:
            self._session.window.banner.clear(_TOPIC)
            return
        older = found[0].id
        words = self.tr("This may be a corrected version of “{title}”, which is in the project already.")
        way = Way(self.tr("Load as its new version…"), lambda: self._load_again(document_id, older))
        self._session.window.banner.say(
            Notice(_TOPIC, words.format(title=one_line(found[0].title, 80)), Kind.INFO, (way,))
        )

    def _load_again(self, loaded: UUID, older: UUID) -> None:
        """Read once more what was loaded as an article by itself, to load it as a version instead."""
        self._session.window.inspector.commit_note()
        workspace = self._session.workspace

        def planned(_progress: object, _cancelled: object) -> VersionPlan:
            name = documents.read_document(workspace, loaded).file_name or "article.txt"
            article = versions.read_article(workspace, name, documents.read_original(workspace, loaded))
            return versions.plan_version(workspace, older, article)

        self._start(planned, instead_of=loaded)

    def follow(self) -> None:
        """Let the button over the text tell of the versions of the open article."""
        here = self._session.reading.document
        key = (here.id, here.superseded_by, self._session.document_count) if here else None
        if key == self._shown:
            return
        self._shown = key
        self._session.window.inspector.set_changeable(here is None or here.superseded_by is None)
        try:
            found = versions.versions_of(self._session.workspace, here.id) if here else []
        except AnnotatorError:  # it has just gone; what is open then is told in its turn
            found = []
        self._session.window.document_bar.versions.show_versions(found, here.id if here else None)

    def open_version(self, document_id: object) -> None:
        """Open another version."""
        if isinstance(document_id, UUID):
            self._session.reading.open_document(document_id)

    def _ask(self, plan: VersionPlan, instead_of: UUID | None) -> None:
        from annotator.ui.versions.version_dialog import VersionDialog  # seldom needed, and not at the start

        window = self._session.window
        window.strip.set_state(self.tr("saved"))
        if plan.same_text:
            words = self.tr("The text in this file is the same as that of the article: there is nothing to correct.")
            window.banner.say(Notice(_TOPIC, words, Kind.INFO))
            return
        window.banner.clear(_TOPIC)
        labels = {label.key: label for label in project_labels(self._session.workspace).labels}
        decisions = VersionDialog.ask(window, plan, labels, window.theme.name)
        if decisions is None:
            return
        workspace, who = self._session.workspace, self._session.annotator_id
        self._session.attempt(lambda: versions.load_version(workspace, plan, decisions, who, instead_of), self._show)

    def _show(self, document_id: UUID) -> None:
        self._session.show_loaded(document_id)
        words = self.tr("Loaded as the new version · saved")
        self._session.window.strip.set_state(words)
        announce(self._session.window.reader, words)

    def _failed(self, error: Exception) -> None:
        self._session.window.strip.set_state(self.tr("not loaded"))
        if not isinstance(error, Cancelled):
            self._session.tell(error)
