"""The article that would teach the program most: looked for behind the window, opened where it is least sure."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from annotator.core.learned.ranking import Ranked
from annotator.core.spans import Span
from annotator.errors import Cancelled
from annotator.ui.reader.accessibility import announce
from annotator.ui.tasks import IsCancelled, Task
from annotator.ui.tasks import Progress as Progressed

if TYPE_CHECKING:
    from annotator.ui.session import Session

_LOOKED_THROUGH = 120  # of the newest articles: some seconds


class Teaching(QObject):
    """Leads to what is worth deciding next."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session, self._window = session, session.window
        self._task: Task | None = None

    def next(self) -> None:
        """Open the article from which most would be learned, at the sentence that is most in doubt."""
        if self._task:
            self._say(self.tr("The most useful article is being looked for"))
            return
        here = self._session.reading.document
        self._task = task = self._session.tasks.make(self._look)
        task.finished.connect(lambda found: self._open(found, here.id if here else None))
        task.failed.connect(self._fail)
        self._say(self.tr("The most useful article is being looked for"))
        self._session.tasks.start(task, short=True)

    def _look(self, progress: Progressed, cancelled: IsCancelled) -> list[Ranked] | None:
        """The articles, the most useful first; None where nothing has been learned."""
        from annotator.operations import learning  # many lists of words and a model, which no start waits for

        workspace = self._session.workspace
        learned = learning.learned_before(workspace)
        if not learned.models:
            return None
        return learning.most_useful(workspace, learned, progress, cancelled, _LOOKED_THROUGH)

    def _open(self, found: list[Ranked] | None, here: UUID | None) -> None:
        is_stopped, self._task = self._task is None or self._task.is_cancelled(), None
        if is_stopped:
            return
        if found is None:
            self._say(self.tr("Nothing has been learned yet: Edit, Suggestions… learns from what is decided"))
            return
        others = [one for one in found if one.document_id != here]
        if not others:
            self._say(self.tr("No other article has undecided sentences"))
            return
        self._session.reading.open_document(others[0].document_id)
        reader, (in_doubt, _) = self._window.reader, (*others[0].sentences, (Span(0, 0), 0.0))[0]
        reader.focus_sentence(reader.sentence_at(in_doubt.start_char))
        self._say(self.tr("The program is least sure about this sentence"))

    def _fail(self, error: Exception) -> None:
        self._task = None
        if not isinstance(error, Cancelled):
            self._session.tell(error)

    def _say(self, words: str) -> None:
        self._window.strip.say_here(words)
        announce(self._window.reader, words)
