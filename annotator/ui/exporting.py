"""A dataset out of the project: asked for, looked at, written in the background, told how it went."""

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QInputDialog

from annotator import formats
from annotator.core.losses import Loss
from annotator.core.recipes import ExportRequest, Recipe
from annotator.errors import AnnotatorError, Cancelled
from annotator.formats.base import WriteOptions, Writer
from annotator.formats.exchange import Exchange
from annotator.operations import choosing, export_sample, exports, losses, recipes, sources
from annotator.operations.exports import ExportReport
from annotator.operations.heeding import heeded_by
from annotator.operations.lost_words import words_of
from annotator.operations.people import people
from annotator.operations.search_choices import search_choices
from annotator.store.workspace import Workspace
from annotator.ui.banner import Kind, Notice, Way
from annotator.ui.export.choices import FormatChoice, Offered
from annotator.ui.export.export_dialog import ExportDialog
from annotator.ui.export.export_words import report_words, sample_words
from annotator.ui.export.losses_view import MOST_ROWS
from annotator.ui.lines import one_line
from annotator.ui.looking import Looking
from annotator.ui.tasks import Task

if TYPE_CHECKING:
    from annotator.ui.session import Session

_TOPIC = "export"
_LONGEST_PATH = 120


@dataclass(frozen=True, slots=True)
class _Counted:
    """What is lost: how often by what it is, the first with their words, and the format that would lose nothing.

    `always` is what is to be known besides, in sentences.
    """

    counts: dict[str, int]
    first: tuple[Loss, ...]
    words: dict[str, str]
    nearest: str
    always: tuple[str, ...]


class Exporting(QObject):
    """Exports what the person chose in the dialog, or has kept as a recipe."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session = session
        self.looking: Looking[ExportDialog] = Looking(session.tasks)
        self._opening: Task | None = None

    def choose(self) -> None:
        """Ask what to export, and export it."""
        self._when_formats_are_known(self._open)

    def _when_formats_are_known(self, then: Callable[[], None]) -> None:
        """The first time all formats are imported, which takes a moment: beside the window's thread."""
        if self._opening is not None:
            return
        if formats.exporters.cache_info().currsize:
            then()
        else:
            self._opening = task = self._session.tasks.make(lambda _progress, _cancelled: formats.exporters())
            task.finished.connect(lambda _known: None if task.is_cancelled() else then())
            task.failed.connect(self._failed)
            for ended in (task.finished, task.failed):
                ended.connect(self._end_opening)
            self._session.tasks.start(task, short=True)

    def _end_opening(self, _outcome: object) -> None:
        self._opening = None

    def _open(self) -> None:
        session = self._session
        session.window.inspector.commit_note()
        dialog = ExportDialog(session.window, _formats(), self._offered())
        dialog.look_wanted.connect(self._begin_looks)
        dialog.chosen.connect(self._export_chosen)
        dialog.keeping.connect(self._keep)
        dialog.forgetting.connect(self._forget)
        self.looking.open(dialog)
        self._show_recipes()

    def again(self) -> None:
        """Export once more what a recipe asks for, to where it went last; among several, ask which."""
        kept = recipes.recipes(self._session.workspace)
        if not kept:
            words = self.tr("No export has been kept yet. Choose one under Export and press “Keep as recipe…”.")
            self._session.window.banner.say(Notice(_TOPIC, words, Kind.INFO))
        elif recipe := kept[0] if len(kept) == 1 else self._one_of(kept):
            self._run(recipe)

    def export(self, request: ExportRequest, target: Path, last: Path | None = None) -> None:
        """Write what is asked for, in the background; `last` is where the same recipe was written the last time."""
        workspace = self._session.workspace
        task = self._session.tasks.make(
            lambda progress, cancelled: exports.export(workspace, request, target, progress, cancelled, last)
        )
        self._session.window.batch.follow(task, self.tr("Writing the export"))
        task.finished.connect(self._report)
        task.failed.connect(self._failed)
        self._session.tasks.start(task)

    def _one_of(self, kept: Sequence[Recipe]) -> Recipe | None:
        title, words, names = self.tr("Export again"), self.tr("Which recipe?"), [one.name for one in kept]
        name, wanted = QInputDialog.getItem(self._session.window, title, words, names, 0, False)
        return next((one for one in kept if wanted and one.name == name), None)

    def _run(self, recipe: Recipe) -> None:
        if recipe.target:
            self.export(recipe.request, Path(recipe.target))
        else:
            self._when_formats_are_known(lambda: self._open_with(recipe))

    def _open_with(self, recipe: Recipe) -> None:
        self._open()
        if dialog := self.looking.dialog:
            dialog.show_request(recipe.request)
            self._show_recipes(recipe.name)

    def close(self) -> None:
        """Put the dialog away with the project."""
        self.looking.close()

    def _offered(self) -> Offered:
        session = self._session
        here, choices = session.reading.document, search_choices(session.workspace)
        return Offered(
            label_set=choices.label_set,
            all=session.listing.newest_count,
            open_id=here.id if here else None,
            open_title=here.title if here else "",
            listed=tuple(session.window.library.found_ids()),
            held=len(choosing.held_articles(session.workspace)),
            protected=sum(source.protected for source in sources.all_sources(session.workspace)),
            people=tuple(person.name for person in people(session.workspace)),
            languages=choices.languages,
            outlets=choices.outlets,
            project="" if "://" in session.workspace.address else session.workspace.address,
        )

    def _begin_looks(self, request: ExportRequest) -> None:
        """Write the first rows and count the losses behind the window; those for an older choice are dropped."""
        looking, workspace = self.looking, self._session.workspace
        looking.stop()
        if dialog := looking.dialog:
            target = dialog.chosen_target() if request.selection.split else None
            looking.look(
                lambda _progress, cancelled: export_sample.sample(workspace, request, cancelled=cancelled),
                lambda found: dialog.sample.show_sample(found.words, sample_words(found)),
                lambda error: dialog.sample.show_refusal(self._why(error)),
            )
            looking.look(
                lambda progress, cancelled: _count(
                    workspace, losses.preview(workspace, request, progress, cancelled, target)
                ),
                lambda found: _show(dialog, found),
                lambda error: dialog.losses.show_refusal(self._why(error)),
                dialog.losses.wait,
            )

    def _why(self, error: Exception) -> str:
        """Why there is nothing to look at; what nobody expected is told above the text, as everywhere."""
        if isinstance(error, AnnotatorError):
            return str(error)
        if isinstance(error, OSError) and error.filename and not str(error.filename).startswith(tempfile.gettempdir()):
            words = self.tr("“{name}” cannot be read ({why}). Choose another file.")
            return words.format(name=one_line(str(error.filename), _LONGEST_PATH), why=error.strerror)
        if isinstance(error, OSError):
            words = self.tr("There is no room to write the first rows in “{folder}” ({why}). Free some space there.")
            return words.format(folder=tempfile.gettempdir(), why=error.strerror or error)
        self._session.tell(error)
        return self.tr("There is nothing to look at.")

    def _show_recipes(self, current: str = "") -> None:
        if dialog := self.looking.dialog:
            dialog.show_recipes(recipes.recipes(self._session.workspace), current)

    def _keep(self, recipe: Recipe) -> None:
        self._session.attempt(lambda: recipes.keep_recipe(self._session.workspace, recipe, self._session.annotator_id))
        self._show_recipes(recipe.name)

    def _export_chosen(self, request: ExportRequest, target: Path) -> None:
        """A recipe that is exported as it is knows from then on where to."""
        kept = self.looking.dialog.recipes.recipe() if self.looking.dialog else None
        last = Path(kept.target) if kept and kept.target else None
        if kept and kept.request == request and kept.target != str(target) and self._session.writable:
            self._keep(Recipe(kept.name, request, str(target)))
        self.export(request, target, last)

    def _forget(self, name: str) -> None:
        self._session.attempt(lambda: recipes.forget_recipe(self._session.workspace, name, self._session.annotator_id))
        self._show_recipes()

    def _report(self, report: ExportReport) -> None:
        ways = (Way(self.tr("Show folder"), lambda: self._show_folder(report)),) if report.path else ()
        tone = Kind.WARNING if report.lost else Kind.INFO
        self._session.window.banner.say(Notice(_TOPIC, report_words(report), tone, ways))

    def _show_folder(self, report: ExportReport) -> None:
        if report.path:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(report.path.parent)))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self._session.tell(error)


def _formats() -> list[FormatChoice]:
    return [_choice(one) for one in formats.exporters()]


def _choice(one: Writer | Exchange) -> FormatChoice:
    is_folder = isinstance(one, Exchange) and one.is_folder
    heeds = heeded_by(one, WriteOptions())
    return FormatChoice(one.id, one.title, one.extensions, one.losses, is_folder=is_folder, heeds=heeds)


def _show(dialog: ExportDialog, found: _Counted) -> None:
    dialog.show_losses(found.counts, found.first, found.words, found.nearest)
    dialog.losses.show_always(found.always)


def _count(workspace: Workspace, preview: losses.LossPreview) -> _Counted:
    try:
        first = tuple(islice(preview.lost, MOST_ROWS))
        return _Counted(dict(preview.lost.counts), first, words_of(workspace, first), preview.nearest, preview.always)
    finally:
        preview.lost.close()
