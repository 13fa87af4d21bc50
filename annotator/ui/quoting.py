"""The check of the open article's quotation marks: made once it is on the screen, and gone through by key."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from annotator.core.quotation_check import check_quotations, has_single_marks
from annotator.core.records import DocumentRecord, Quotations
from annotator.errors import Cancelled
from annotator.ui.reader import accessibility
from annotator.ui.reader.hints import doubt_words
from annotator.ui.reader.opened import OpenDocument
from annotator.ui.tasks import Task

if TYPE_CHECKING:
    from annotator.ui.session import Session

_NOTHING: Final = Quotations((), ())
# What more letters than these take would be felt; it is worked out while the window goes on.
_AT_ONCE: Final = 60_000


class Quoting(QObject):
    """Shows which quotation marks look wrong, and leads from one to the next."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session, self._window = session, session.window
        # The article with all that the outcome depends on, as it was when the check was last asked for.
        self._checked: tuple[OpenDocument | None, DocumentRecord] | None = None
        self._found: Quotations | None = _NOTHING
        self._task: Task | None = None  # while the open article is being checked behind the window

    def follow(self) -> None:
        """Check the marks of the open article, unless that is done already."""
        document, reader = self._session.reading.document, self._window.reader
        if document is None or not self._window.choices.settings.check_quotations:
            if self._checked:
                self._checked = None
                self._stop()
                self._show(_NOTHING)
            return
        former = self._checked
        if former is None or former[0] is not reader.opened or not _is_alike(former[1], document):
            self._checked = reader.opened, document
            self._check(document)

    def next(self) -> None:
        """Go to the next suspicious mark and say what is wrong with it; say so when there is none."""
        self._session.refresh_now()
        reader = self._window.reader
        before = reader.focused_sentence()
        which = reader.focus_next_doubt()
        if which < 0 or self._found is None:
            self._window.strip.say_here(self._nothing_words())
            return
        doubts = self._found.doubts
        words = doubt_words(doubts[which].kind)
        self._window.strip.say_here(f"{which + 1}/{len(doubts)}  {words}")
        if reader.focused_sentence() == before:
            # A sentence that comes into focus is read out with what is wrong in it.
            accessibility.announce(reader, words)

    def _check(self, document: DocumentRecord) -> None:
        self._stop()
        if len(document.text) <= _AT_ONCE:
            self._show(check_quotations(document))
            return
        self._show(_NOTHING)
        self._found = None
        self._task = task = self._session.tasks.make(lambda _progress, _cancelled: check_quotations(document))
        task.finished.connect(lambda found: self._take(task, found))
        task.failed.connect(lambda error: self._fail(task, error))
        self._session.tasks.start(task, short=True)

    def _stop(self) -> None:
        """The check that is under way is of an article that was left, or of what is no longer so."""
        if self._task:
            self._task.cancel()
        self._task = None

    def _take(self, task: Task, found: Quotations) -> None:
        if task is self._task:
            self._task = None
            self._show(found)

    def _fail(self, task: Task, error: Exception) -> None:
        if task is self._task:
            self._task = None
            if not isinstance(error, Cancelled):
                self._session.tell(error)

    def _show(self, found: Quotations) -> None:
        self._found = found
        self._window.reader.set_quotations(found)
        self._window.doubts.show_count(len(found.doubts))

    def _nothing_words(self) -> str:
        if not self._window.choices.settings.check_quotations:
            return self.tr("The check of quotation marks is switched off in the preferences")
        if self._task:
            return self.tr("The quotation marks are still being checked")
        if self._found is None:
            return self.tr("The quotation marks of this article could not be checked")
        words, document = self.tr("No quotation mark looks wrong in this article"), self._session.reading.document
        if document and has_single_marks(document.text, self._found):
            words += " · " + self.tr("single marks are not checked")
        return words


def _is_alike(one: DocumentRecord, other: DocumentRecord) -> bool:
    """True when the check would find the same."""
    return (one.language, one.furniture) == (other.language, other.furniture)
