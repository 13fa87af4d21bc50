"""The project's label set: edited in a dialog, applied as a new version, followed at once by all that shows labels."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from annotator.core.label_set_file import ENDING
from annotator.core.schema import Label, LabelSet
from annotator.errors import AnnotatorError, Cancelled
from annotator.operations import label_merging, label_set_files, label_sets
from annotator.operations.label_merging import Merge, Merged
from annotator.operations.label_usage import label_usage
from annotator.store.workspace import Change
from annotator.ui.command import title_of
from annotator.ui.commands import all_commands, label_command
from annotator.ui.keys import conflicts, keys_of
from annotator.ui.lines import number
from annotator.ui.tasks import Task

if TYPE_CHECKING:
    from annotator.ui.label_sets.label_set_dialog import LabelSetDialog
    from annotator.ui.session import Session


class Labelling(QObject):
    """Shows the dialog; counts what is in use behind the window; does what was asked."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session, self._window = session, session.window
        self._shown: LabelSet | None = None
        self._dialog: LabelSetDialog | None = None
        self._counting: Task | None = None

    def edit(self) -> None:
        """Open the label set to be looked at and changed."""
        from annotator.ui.label_sets.label_set_dialog import LabelSetDialog  # large, and seldom needed

        self._window.inspector.commit_note()
        workspace = self._session.workspace
        present, own = label_sets.project_labels(workspace), label_sets.project_guideline(workspace)
        dialog = LabelSetDialog(self._window, present, own, self._window.theme, self._clashes)
        dialog.apply_requested.connect(lambda: self._apply(dialog))
        dialog.other_requested.connect(lambda name: self._other(dialog, name))
        self._dialog = dialog
        self._count(dialog)
        try:
            dialog.exec()
        finally:
            self._dialog = None
            self._stop_counting()
            dialog.deleteLater()

    def take(self, change: Change) -> None:
        """The window follows a new label set, whoever has made it."""
        if "project" not in change.tables:
            return
        try:
            there = label_sets.project_labels(self._session.workspace)
        except AnnotatorError as error:
            self._session.tell(error)
            return
        if there != self._shown:
            self._shown = there
            self._window.set_labels(there)
            self._session.refresh_facts()

    def close(self) -> None:
        """The project is closed: what was being changed goes with it."""
        self._stop_counting()
        if self._dialog:
            self._dialog.done(0)

    def _apply(self, dialog: "LabelSetDialog") -> None:
        draft, who = dialog.draft, self._session.annotator_id
        own = {language: dict(texts) for language, texts in draft.own.items()}
        try:
            label_sets.change_label_set(self._session.workspace, draft.label_set, who, own)
        except AnnotatorError as error:
            dialog.say(str(error))  # it stays open, with all that was typed
            return
        dialog.accept()
        self._window.strip.set_state(self.tr("Label set changed · saved"))
        for merge in draft.merges:
            self._merge(merge)

    def _merge(self, merge: Merge) -> None:
        """Change the annotations, behind the window, however many they are."""
        workspace, who = self._session.workspace, self._session.annotator_id
        task = self._session.tasks.make(
            lambda progress, cancelled: label_merging.merge(workspace, merge, who, progress, cancelled)
        )
        self._window.batch.follow(task, self.tr("Merging annotations"), long=False)
        task.finished.connect(self._tell_merged)
        task.failed.connect(self._fail)
        self._session.tasks.start(task)

    def _tell_merged(self, report: Merged) -> None:
        words = self.tr("{n} annotations changed · Ctrl+Z gives them back what they had")
        if report.changed == 1:
            words = self.tr("1 annotation changed · Ctrl+Z gives it back what it had")
        if report.cancelled:
            words = self.tr("Stopped after {n} annotations; merge again for the rest")
        self._window.strip.set_state(words.format(n=number(report.changed)))
        self._session.refresh_soon()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self._session.tell(error)

    def _other(self, dialog: "LabelSetDialog", name: str) -> None:
        """Another set into the draft: one that ships, one from a file, an older version; or the present one out."""
        from annotator.ui.label_sets.versions_dialog import VersionsDialog  # seldom needed

        try:
            if name == "export":
                self._export(dialog)
            elif name == "versions":
                if kept := VersionsDialog.ask(dialog, label_sets.kept_versions(self._session.workspace)):
                    dialog.draft.replace(kept.label_set, kept.guideline)
            elif name == "import":
                self._import(dialog)
            else:
                dialog.draft.replace(label_sets.shipped_label_set(name), {})
        except AnnotatorError as error:
            dialog.say(str(error))

    def _import(self, dialog: "LabelSetDialog") -> None:
        pattern = self.tr("Label sets and code books (*{ending} *.qdc)").format(ending=ENDING)
        path = QFileDialog.getOpenFileName(dialog, self.tr("Import a label set"), str(Path.home()), pattern)[0]
        if path:
            found = label_set_files.read_label_set_file(Path(path))
            dialog.draft.replace(found.label_set, found.guideline)

    def _export(self, dialog: "LabelSetDialog") -> None:
        """What is in the project: the draft is nobody's yet."""
        place = str(Path.home() / f"{dialog.draft.present.id}{ENDING}")
        pattern = self.tr("Label sets (*{ending})").format(ending=ENDING)
        path = QFileDialog.getSaveFileName(dialog, self.tr("Export the label set"), place, pattern)[0]
        if path:
            target = Path(path if path.endswith(".json") else path + ENDING)
            label_set_files.export_label_set(self._session.workspace, target)
            dialog.say(
                self.tr("Written as it is in the project, without what is not applied: {path}").format(path=target)
            )

    def _count(self, dialog: "LabelSetDialog") -> None:
        workspace = self._session.workspace
        task = self._session.tasks.make(lambda _progress, cancelled: label_usage(workspace, cancelled))
        self._counting = task
        task.finished.connect(lambda usage: dialog.set_usage(usage) if self._counting is task else None)
        task.failed.connect(self._fail)
        self._session.tasks.start(task, short=True)

    def _stop_counting(self) -> None:
        if self._counting:
            self._counting.cancel()
        self._counting = None

    def _clashes(self, label_set: LabelSet, label: Label) -> list[str]:
        """The titles of the other commands that have a label's key."""
        chosen, mine = self._window.choices.settings.keys, label_command(label, as_wished=True)
        commands = [mine if command.id == mine.id else command for command in all_commands(label_set)]
        found = conflicts(commands, chosen)
        ids = {other for key in keys_of(mine, chosen) for other in found.get(key, ()) if other != mine.id}
        return [title_of(command) for command in commands if command.id in ids]
