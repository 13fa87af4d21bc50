"""Articles from addresses: asked for, agreed to, fetched in the background; a feed is shown to choose from."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from annotator.errors import AnnotatorError, Cancelled
from annotator.operations import addresses
from annotator.operations.addresses import AddressReport, FeedOffer
from annotator.ui.addresses.address_dialog import AddressDialog
from annotator.ui.addresses.contact_dialog import ContactDialog
from annotator.ui.addresses.contact_words import contact_words
from annotator.ui.addresses.feed_dialog import FeedDialog
from annotator.ui.lines import number

if TYPE_CHECKING:
    from annotator.ui.session import Session

# Kept with the window, which is there from the program's start to its end, whatever project is open.
_AGREED = "may_contact"


class Fetching(QObject):
    """Speaks to the network when it is asked to, and has asked back before the first time."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session = session

    def choose(self, text: str = "") -> None:
        """Ask for addresses and load them; what stands in the field at first is `text`, else the clipboard's."""
        if not text:
            held = QGuiApplication.clipboard().text()
            text = held if addresses.are_addresses(held) else ""
        choices = self._session.window.choices
        choice = AddressDialog.ask(self._session.window, text.strip(), choices.settings.allowed_hosts)
        if choice:
            choices.choose(allowed_hosts=choice.allowed_hosts)
            self._agree()  # the dialog has said whom it contacts
            self.load([addresses.check_address(url) for url in choice.urls])

    def offer(self, text: str) -> bool:
        """Offer to load a text that is nothing but addresses; False for any other."""
        if not addresses.are_addresses(text):
            return False
        # Not at once: the browser that an address was dragged from waits until the drop is done.
        QTimer.singleShot(0, self, lambda: self.choose(text))
        return True

    def load(self, urls: Sequence[str]) -> None:
        """Load what is at these addresses, once it is agreed."""
        if not urls or not self._may_contact(urls):
            return
        session = self._session
        workspace, who = session.workspace, session.annotator_id
        try:
            rules = addresses.rules_for(session.window.choices.settings.allowed_hosts)
        except AnnotatorError as error:
            session.tell(error)
            return
        task = session.tasks.make(
            lambda progress, cancelled: addresses.load_addresses(
                workspace, urls, who, rules, progress, cancelled, offer_feeds=True
            )
        )
        words = self._words(urls)
        session.window.strip.set_state(words)
        waited = session.window.batch.follow(task, words)
        task.finished.connect(lambda told: self._report(told, waited))
        task.failed.connect(self._failed)
        session.tasks.start(task)

    def _may_contact(self, urls: Sequence[str]) -> bool:
        window = self._session.window
        words = contact_words(addresses.contacts(urls), len(urls))
        if not window.property(_AGREED) and words:
            if not ContactDialog.ask(window, words):
                return False
            self._agree()
        return True

    def _agree(self) -> None:
        self._session.window.setProperty(_AGREED, True)

    def _words(self, urls: Sequence[str]) -> str:
        """What is going on, as the strip and the bar say it."""
        hosts = addresses.contacts(urls).hosts
        if len(hosts) > 1:
            return self.tr("Loading from {n} hosts").format(n=number(len(hosts)))
        return self.tr("Loading from {host}").format(host="".join(hosts)) if hosts else self.tr("Loading")

    def _report(self, told: AddressReport, waited: bool) -> None:
        self._session.window.strip.set_state(self.tr("saved") if told.report.loaded else "")
        for offer in told.feeds:
            self._show_feed(offer)
        report = told.report
        if report.loaded or report.failed or report.duplicates or report.cancelled:
            self._session.loading.report(report, waited)

    def _show_feed(self, offer: FeedOffer) -> None:
        dialog = FeedDialog(self._session.window, offer)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.pages_chosen.connect(self.load)
        dialog.texts_chosen.connect(partial(self._load_texts, offer))
        self.destroyed.connect(dialog.close)  # with the project
        dialog.show()

    def _load_texts(self, offer: FeedOffer) -> None:
        workspace, who = self._session.workspace, self._session.annotator_id
        task = self._session.tasks.make(
            lambda _progress, _cancelled: addresses.load_texts_of_feed(workspace, offer, who)
        )
        self._session.loading.follow(task, self._session.window.batch.follow(task, self.tr("Loading articles")))

    def _failed(self, error: Exception) -> None:
        self._session.window.strip.set_state("")
        if not isinstance(error, Cancelled):
            self._session.tell(error)
