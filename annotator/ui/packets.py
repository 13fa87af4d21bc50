"""Articles given away in the window, and packets and other copies of the project brought home."""

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from annotator.errors import Cancelled, Locked
from annotator.operations import choosing, merging, packets, people, sources
from annotator.operations.merging import MergeReport
from annotator.operations.packets import PacketReport, PacketWish
from annotator.ui.lines import one_line
from annotator.ui.packet.choices import Gift, Offer, Which
from annotator.ui.packet.give_dialog import GiveDialog
from annotator.ui.packet.passphrase_dialog import PassphraseDialog
from annotator.ui.packet.told_dialog import ToldDialog
from annotator.ui.packet.words import brought_figures, brought_headline, forgotten_words, given_figures

if TYPE_CHECKING:
    from annotator.ui.session import Session


class Packets(QObject):
    """Makes packets, and takes in what came back."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session, self._window = session, session.window

    def choose_gift(self) -> None:
        """Ask what is to be given to whom, and make the packet."""
        self._window.inspector.commit_note()
        self._session.attempt(self._offer, self._ask_gift)

    def give(self, gift: Gift) -> None:
        """Make the packet in the background."""
        ids = self._ids(gift)
        workspace, annotator_id = self._session.workspace, self._session.annotator_id
        wish = PacketWish(
            document_ids=ids,
            recipient=gift.recipient,
            with_readings=gift.with_readings,
            with_contacts=gift.with_contacts,
            with_originals=gift.with_originals,
            with_protected=gift.with_protected,
            with_held=gift.with_held,
            passphrase=gift.passphrase,
        )
        task = self._session.tasks.make(
            lambda progress, cancelled: packets.make_packet(
                workspace, gift.target, wish, annotator_id, progress=progress, cancelled=cancelled
            )
        )
        self._window.batch.follow(task, self.tr("Making the packet"))
        task.finished.connect(self._tell_given)
        task.failed.connect(self._failed)
        self._session.tasks.start(task)

    def choose_arrival(self) -> None:
        """Ask for a packet or another copy of the project, and take in what it has."""
        self._window.inspector.commit_note()
        pattern = self.tr("Packets and projects (*.annotator);;All files (*)")
        title = self.tr("Bring a packet or another copy home")
        path = QFileDialog.getOpenFileName(self._window, title, str(self._folder()), pattern)[0]
        if path:
            self.bring(Path(path))

    def bring(self, path: Path, passphrase: str | None = None) -> None:
        """Take in what another copy has, in the background."""
        workspace, annotator_id = self._session.workspace, self._session.annotator_id
        task = self._session.tasks.make(
            lambda progress, cancelled: merging.merge(workspace, path, annotator_id, passphrase, progress, cancelled)
        )
        self._window.batch.follow(task, self.tr("Bringing “{name}” home").format(name=one_line(path.name)))
        task.finished.connect(lambda report: self._tell_brought(path, report))
        task.failed.connect(lambda error: self._not_brought(error, path, passphrase))
        self._session.tasks.start(task)

    # Giving

    def _offer(self) -> Offer:
        session, workspace = self._session, self._session.workspace
        everybody = people.people(workspace)
        asked = ((one.name, len(packets.articles_assigned_to(workspace, one.name))) for one in everybody)
        here = session.reading.document
        return Offer(
            total=session.listing.newest_count,
            open_title=here.title if here and here.superseded_by is None else "",
            listed=len(self._window.library.found_ids()),
            assigned=[(name, count) for name, count in asked if count],
            people=[one.name for one in everybody if one.id != session.annotator_id],
            held=len(choosing.held_articles(workspace)),
            protected=sum(source.protected for source in sources.all_sources(workspace)),
        )

    def _ask_gift(self, offer: Offer) -> None:
        if gift := GiveDialog.ask(self._window, offer, self._folder()):
            self.give(gift)

    def _ids(self, gift: Gift) -> list[UUID]:
        here = self._session.reading.document
        if gift.which is Which.OPEN and here:
            return [here.id]
        if gift.which is Which.LISTED:
            return self._window.library.found_ids()
        if gift.which is Which.ASSIGNED:
            return packets.articles_assigned_to(self._session.workspace, gift.of)
        return [one.id for one in self._session.listing.newest_first()]

    def _tell_given(self, report: PacketReport) -> None:
        headline = self.tr("“{name}” is ready for {recipient}.").format(
            name=one_line(report.path.name), recipient=one_line(report.recipient)
        )
        notices = [*report.notices, *([forgotten_words()] if report.locked else [])]
        ways = (self.tr("Show folder"),)
        if ToldDialog.tell(self._window, self.tr("Packet made"), headline, given_figures(report), notices, ways) == 0:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(report.path.parent)))

    # Bringing home

    def _tell_brought(self, path: Path, report: MergeReport) -> None:
        if report.cancelled:
            return
        ways = (self.tr("Show conflicts"),) if report.conflicts else ()
        figures = brought_figures(report)
        headline = brought_headline(path.name, report)
        if ToldDialog.tell(self._window, self.tr("Brought home"), headline, figures, report.notices, ways) == 0:
            self._session.conflicts.open()

    def _not_brought(self, error: Exception, path: Path, passphrase: str | None) -> None:
        if isinstance(error, Locked):
            told = str(error) if passphrase else ""
            if (typed := PassphraseDialog.ask(self._window, path.name, told)) is not None:
                self.bring(path, typed)
            return
        self._failed(error)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self._session.tell(error)

    def _folder(self) -> Path:
        """Where files are put and looked for at first: beside the project, at home for one on a server."""
        address = self._session.workspace.address
        return Path.home() if "://" in address else Path(address).absolute().parent
