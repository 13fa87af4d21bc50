"""A dataset out of the project: asked for, written in the background, told how it went."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from annotator import formats
from annotator.errors import Cancelled
from annotator.formats.base import WriteOptions
from annotator.operations import exports, sources
from annotator.operations.exports import ExportReport
from annotator.operations.people import people
from annotator.ui.banner import Kind, Notice, Way
from annotator.ui.export.choices import ExportChoice, FormatChoice
from annotator.ui.export.export_dialog import ExportDialog
from annotator.ui.lines import number

if TYPE_CHECKING:
    from annotator.ui.session import Session

_TOPIC = "export"


class Exporting(QObject):
    """Exports what the person chose in the dialog."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session = session

    def choose(self) -> None:
        """Ask what to export, and export it."""
        self._session.window.inspector.commit_note()
        offered = [FormatChoice(one.id, one.title, one.extensions, one.losses) for one in formats.writers()]
        here = self._session.reading.document
        count, title = self._session.listing.newest_count, here.title if here else ""
        held = len(exports.held_articles(self._session.workspace))
        protected = sum(source.protected for source in sources.all_sources(self._session.workspace))
        names = [person.name for person in people(self._session.workspace)]
        if choice := ExportDialog.ask(self._session.window, offered, count, title, held, protected, names):
            self.export(choice)

    def export(self, choice: ExportChoice) -> None:
        """Write what was chosen, in the background."""
        workspace, here = self._session.workspace, self._session.reading.document
        ids: list[UUID] | None = [here.id] if choice.current_only and here else None
        options = WriteOptions(with_furniture=choice.include_furniture, bom=choice.byte_order_mark)
        task = self._session.tasks.make(
            lambda progress, cancelled: exports.export_dataset(
                workspace,
                choice.format_id,
                choice.target,
                document_ids=ids,
                options=options,
                with_held=choice.with_held,
                reading=choice.reading,
                progress=progress,
                cancelled=cancelled,
            )
        )
        self._session.window.batch.follow(task, self.tr("Writing the export"))
        task.finished.connect(self._report)
        task.failed.connect(self._failed)
        self._session.tasks.start(task)

    def _report(self, report: ExportReport) -> None:
        annotations = self.tr("1 annotation") if report.annotations == 1 else self.tr("{count} annotations")
        documents = self.tr("1 article") if report.documents == 1 else self.tr("{count} articles")
        text = self.tr("Exported {annotations} of {documents} to “{name}”, read back and compared.").format(
            annotations=annotations.format(count=number(report.annotations)),
            documents=documents.format(count=number(report.documents)),
            name=report.path.name if report.path else "",
        )
        if report.held_back:
            text += " " + self._held_words(report.held_back)
        if report.off_record:
            text += " " + self._off_record_words(report.off_record)
        if report.one_sided:
            text += " " + self._one_sided_words(report.one_sided)
        if report.older:
            text += " " + self._older_words(report.older)
        if report.left_out:
            text += " " + " ".join(report.left_out)
        ways = (Way(self.tr("Show folder"), lambda: self._show_folder(report)),) if report.path else ()
        self._session.window.banner.say(Notice(_TOPIC, text, Kind.INFO, ways))

    def _off_record_words(self, count: int) -> str:
        if count == 1:
            return self.tr("One annotation is off the record or under embargo and was left out.")
        return self.tr("{count} annotations are off the record or under embargo and were left out.").format(
            count=number(count)
        )

    def _held_words(self, count: int) -> str:
        if count == 1:
            return self.tr("1 article is withheld, cancelled or under embargo and was left out.")
        words = self.tr("{count} articles are withheld, cancelled or under embargo and were left out.")
        return words.format(count=number(count))

    def _one_sided_words(self, count: int) -> str:
        if count == 1:
            return self.tr("1 article is in it without the others’ work, as you have still to hand in your own.")
        words = self.tr("{count} articles are in it without the others’ work, as you have still to hand in your own.")
        return words.format(count=number(count))

    def _older_words(self, count: int) -> str:
        if count == 1:
            return self.tr("1 older version was left out; the newest is in it.")
        return self.tr("{count} older versions were left out; the newest are in it.").format(count=number(count))

    def _show_folder(self, report: ExportReport) -> None:
        if report.path:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(report.path.parent)))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self._session.tell(error)
