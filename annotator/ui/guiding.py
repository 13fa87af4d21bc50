"""The guideline of the label in focus beside the text, and earlier cases with the same cue."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QTimer

from annotator.core.guideline import chapters, languages_of
from annotator.core.masking import Mask
from annotator.core.records import AnnotationRecord
from annotator.core.schema import LabelSet
from annotator.errors import Cancelled
from annotator.operations.cases import DecidedCase, earlier_cases
from annotator.operations.label_sets import project_guideline, project_labels
from annotator.operations.sources import mask_of
from annotator.store.workspace import Change
from annotator.ui.lines import locale, number
from annotator.ui.reader.accessibility import announce
from annotator.ui.tasks import IsCancelled, Progress, Task

if TYPE_CHECKING:
    from annotator.core.guideline_cases import CaseLine
    from annotator.operations.cases_of_guideline import GuidelineCase
    from annotator.ui.guideline.guideline_panel import GuidelinePanel
    from annotator.ui.session import Session

# An annotation that is only passed on the way to another is not looked up.
_STAYS_MILLISECONDS = 400
_NEW = timedelta(seconds=5)
_TELLING = 4.0  # see core/case_words: more than a verb of speech


class Guiding(QObject):
    """Opens and fills the panel; looks for cases behind the window, one passage at a time."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session, self._window = session, session.window
        self._panel: GuidelinePanel | None = None
        self._language = ""
        self._shown: tuple[UUID, str] | None = None  # the annotation that the panel is about, and its label
        self._task: Task | None = None
        self._version = 0
        self._ruled: dict[int, GuidelineCase] = {}
        self._lines: list[CaseLine] = []
        self._reading: Task | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_STAYS_MILLISECONDS)
        self._soon.timeout.connect(self._look)

    def open(self) -> None:
        """Show the guideline for the label of what is in focus, annotation or suggestion, and give it the keyboard."""
        panel = self._made()
        if not self._is_open:
            self._forget_cases()
            self._fill()
            self._window.beside.open()
            self._keep_in_view()
        self._shown = None
        self.follow()
        label = self._session.suggesting.proposed_label
        if label and self._window.reader.current_annotation() is None:
            panel.show_label(label)
        panel.begin()

    def leave(self) -> None:
        """Close it and read on."""
        self._stop()
        if self._is_open and self._panel:
            self._panel.hide()
            self._window.focus_reader()

    def follow(self) -> None:
        """Turn to the annotation that is in focus now; while the panel is closed, only look up one that is new."""
        current = self._window.reader.current_annotation()
        about = (current.id, current.label) if current else None
        if about == self._shown:
            return
        self._shown = about
        self._stop()
        if self._is_open and self._panel:
            self._panel.cases.clear()
            self._panel.show_version(self._version_words(current) if current else "")
        if current and self._is_open and self._panel:
            self._panel.show_label(current.label)
        if current and (self._is_open or datetime.now(UTC) - current.created_at < _NEW):
            self._soon.start()

    def take(self, change: Change) -> None:
        """A change of the label set or of the guideline is shown at once."""
        if self._is_open and not change.tables.isdisjoint({"project", "ruling"}):
            self._fill()
            self._shown = None

    def see_anew(self) -> None:
        """Somebody else looks now, who may see fewer cases."""
        self._forget_cases()
        if self._is_open:
            self._fill()
            self._shown = None

    def close(self) -> None:
        """The project is closed: the panel goes with it."""
        self._stop()
        self._forget_cases()
        if self._panel:
            self._panel.hide()
            self._panel.setParent(None)
            self._panel.deleteLater()
            self._panel = None

    @property
    def _is_open(self) -> bool:
        return self._panel is not None and not self._panel.isHidden()

    def _keep_in_view(self) -> None:
        """The sentence that the rule is looked up for is not to go behind the panel."""
        opened, focus = self._window.reader.opened, self._window.reader.focused_sentence()
        if opened and focus >= 0:
            self._window.reader.reveal(opened.selection.sentence_span(focus))

    def _made(self) -> "GuidelinePanel":
        if self._panel is None:
            from annotator.ui.guideline.guideline_panel import GuidelinePanel  # not before somebody looks

            panel = GuidelinePanel(self._window)
            panel.left.connect(self.leave)
            panel.language_chosen.connect(self._choose_language)
            panel.figure_typed.connect(self._choose_by_key)
            panel.cases.chosen.connect(self._open_case)
            panel.text.case_chosen.connect(self._open_ruled)
            self._window.beside.put(panel)
            self._panel = panel
        return self._panel

    def _fill(self) -> None:
        """Show the rules at once, and their cases as soon as they are read behind the window."""
        self._show_rules()
        self._read_cases()

    def _show_rules(self) -> None:
        from annotator.core.guideline_cases import CaseWords, with_cases  # not before somebody looks

        panel, labels = self._made(), project_labels(self._session.workspace)
        own = project_guideline(self._session.workspace)
        self._version = labels.version
        there = languages_of(labels, own)
        wanted = self._language or locale().name().split("_")[0]
        language = wanted if wanted in there else "en"
        words = CaseWords(self.tr("Cases"), self.tr("Case {number}"), self.tr("nothing holds"))
        titles = {label.key: label.title for label in labels.labels}
        whole = chapters(labels, own, language, self.tr("In general"))
        panel.set_chapters(with_cases(whole, self._lines, titles, words), there, language)

    def _read_cases(self) -> None:
        """Read the numbered cases anew; what is read already for an older state is dropped."""
        self._stop_reading()
        workspace = self._session.workspace

        def read(_progress: Progress, _cancelled: IsCancelled) -> "tuple[list[GuidelineCase], list[CaseLine]]":
            from annotator.operations.cases_of_guideline import guideline_cases  # with disputes and all

            mask, found = mask_of(workspace), guideline_cases(workspace)
            return found, [case.line(mask) for case in found]

        self._reading = task = self._session.tasks.make(read)
        task.finished.connect(lambda found: self._take_ruled(task, *found))
        task.failed.connect(lambda error: self._fail(task, error))
        self._session.tasks.start(task, short=True)

    def _take_ruled(self, task: Task, found: "list[GuidelineCase]", lines: "list[CaseLine]") -> None:
        if task is not self._reading:
            return
        self._reading, self._ruled = None, {case.number: case for case in found}
        if lines != self._lines:
            self._lines = lines
            self._show_rules()

    def _forget_cases(self) -> None:
        """Until they are read for whoever looks now, none are shown."""
        self._stop_reading()
        self._ruled, self._lines = {}, []

    def _stop_reading(self) -> None:
        if self._reading:
            self._reading.cancel()
        self._reading = None

    def _choose_language(self, language: str) -> None:
        self._language = language
        self._show_rules()

    def _choose_by_key(self, key: str) -> None:
        """A label's own key: the one to tag with shows its rule here."""
        for label in self._labels().offered:
            if label.shortcut == key:
                self._made().show_label(label.key)
                announce(self._made(), label.title)

    def _labels(self) -> LabelSet:
        return project_labels(self._session.workspace)

    def _version_words(self, record: AnnotationRecord) -> str:
        made, now = record.guideline_version, self._version
        if made is None:
            return self.tr("Made before versions of the guideline were kept; now {now}.").format(now=number(now))
        if made == now:
            return self.tr("Made under this version of the guideline, {now}.").format(now=number(now))
        words = self.tr("Made under version {made} of the guideline; now {now}.")
        return words.format(made=number(made), now=number(now))

    def _look(self) -> None:
        """Look for earlier cases of the passage in focus, behind the window."""
        current, workspace = self._window.reader.current_annotation(), self._session.workspace
        if current is None or self._shown != (current.id, current.label):
            return
        document_id, extent = current.document_id, current.extent

        def look(_progress: Progress, cancelled: IsCancelled) -> list[DecidedCase]:
            mask = mask_of(workspace)
            return [_masked(case, mask) for case in earlier_cases(workspace, document_id, extent, cancelled=cancelled)]

        task = self._session.tasks.make(look)
        self._task = task
        task.finished.connect(lambda found: self._take_cases(task, found))
        task.failed.connect(lambda error: self._fail(task, error))
        self._session.tasks.start(task, short=True)

    def _take_cases(self, task: Task, found: list[DecidedCase]) -> None:
        if task is not self._task or task.is_cancelled():
            return
        if self._is_open and self._panel:
            self._panel.cases.show_cases(found, self._labels(), self._window.theme.name)
            return
        # Of a word that only reports there are always cases; one that denies or hedges is worth a look.
        telling = [case for case in found if case.weight >= _TELLING]
        if telling:
            words = self.tr("“{words}” was decided earlier: {n} · G shows how")
            self._window.strip.say_here(words.format(words=telling[0].words[0], n=number(len(telling))))

    def _fail(self, task: Task, error: Exception) -> None:
        if task in (self._task, self._reading) and not isinstance(error, Cancelled):
            self._session.tell(error)

    def _open_case(self, document_id: UUID, annotation_id: UUID) -> None:
        """Show a case where it stands; the panel stays, so that the way back is short."""
        self._session.reading.open_document(document_id)
        self._session.tagging.reveal(annotation_id)

    def _open_ruled(self, number: int) -> None:
        """Show a numbered case where it stands."""
        if case := self._ruled.get(number):
            self._open_case(case.document_id, case.annotation_id)

    def _stop(self) -> None:
        self._soon.stop()
        if self._task:
            self._task.cancel()
        self._task = None


def _masked(case: DecidedCase, mask: Mask) -> DecidedCase:
    """A case as lists show it: without the names of protected sources."""
    record = replace(case.annotation, note=mask.text(case.annotation.note))
    return replace(case, annotation=record, sentence=mask.text(case.sentence), title=mask.text(case.title))
