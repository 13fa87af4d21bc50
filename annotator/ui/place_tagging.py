"""What was found is tagged: looked at behind the window, chosen in a dialog, tagged as one step."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject

from annotator.core.schema import LabelSet
from annotator.core.search_results import Hit, Line
from annotator.core.sought import Sought
from annotator.core.spans import Span
from annotator.errors import Cancelled
from annotator.operations import bulk_tagging, finding
from annotator.operations.bulk_tagging import BulkTagged
from annotator.operations.label_sets import project_labels
from annotator.store.workspace import Workspace
from annotator.ui.banner import Kind, Notice
from annotator.ui.finding.words import left_words, tagged_words
from annotator.ui.reader.accessibility import announce
from annotator.ui.tasks import IsCancelled, Progress, Task

if TYPE_CHECKING:
    from annotator.ui.finding.tag_dialog import Found, TagChoice
    from annotator.ui.session import Session

_TOPIC = "tagged places"


class PlaceTagging(QObject):
    """Tags what is picked on the page of search, or all that it shows."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session, self._page = session, session.window.search

    def tag(self) -> None:
        """Ask how what was found is to be tagged, then do it; where nothing was found yet, go to the page of search."""
        from annotator.ui.finding.tag_dialog import Found  # a dialog that is seldom needed

        if not self._session.window.is_searching:
            self._session.searching.open()
        picked = self._page.picked()
        if not picked:
            nothing = self.tr("Nothing was found that could be tagged.")
            first = self.tr("Look for something first; then it can be tagged.")
            self._say(first if self._page.ask().is_empty else nothing)
            return
        workspace, who, sought = self._session.workspace, self._session.annotator_id, self._page.ask().sought
        others = self._page.leaves_out()

        def look(progress: Progress, cancelled: IsCancelled) -> tuple["Found", LabelSet]:
            places, more = _places(workspace, picked, sought, cancelled)
            found = bulk_tagging.look_at_places(workspace, places, who, progress, cancelled)
            return Found(found, more or others), project_labels(workspace)

        self._start(look, lambda looked: self._ask(*looked), short=True)

    def _ask(self, found: "Found", label_set: LabelSet) -> None:
        from annotator.ui.finding.tag_dialog import TagDialog  # seldom needed

        window = self._session.window
        if not found.places or not label_set.offered:
            self._say(self.tr("There is nothing in the texts that could be tagged."))
            return
        choice = TagDialog.ask(window, found, label_set, window.choices.settings.keys, window.theme.name)
        if choice and choice.places:
            self._tag(choice)

    def _tag(self, choice: "TagChoice") -> None:
        workspace, who = self._session.workspace, self._session.annotator_id
        task = self._start(
            lambda progress, cancelled: bulk_tagging.tag_places(
                workspace, choice.places, choice.label, who, choice.attributes, progress, cancelled
            ),
            self._report,
            short=False,
        )
        self._session.window.batch.follow(task, self.tr("Tagging what was found"))

    def _report(self, report: BulkTagged) -> None:
        self._say(tagged_words(report))
        banner = self._session.window.banner
        if left := left_words(report):
            banner.say(Notice(_TOPIC, left, Kind.WARNING))
        else:
            banner.clear(_TOPIC)
        self._page.current_list().found.pick(range(self._page.current_list().found.rowCount()), on=False)
        if self._page.field.hasFocus():
            self._page.current_list().setFocus()  # in the field Ctrl+Z would take letters back, not the tags

    def _say(self, words: str) -> None:
        self._session.window.strip.set_state(words)
        announce(self._page, words)

    def _start(self, work: Callable[[Any, Any], Any], then: Callable[[Any], None], *, short: bool) -> Task:
        task = self._session.tasks.make(work)
        # A project that is being closed waits for what runs; nobody is asked anything then.
        task.finished.connect(lambda outcome: None if short and task.is_cancelled() else then(outcome))
        task.failed.connect(lambda error: None if isinstance(error, Cancelled) else self._session.tell(error))
        self._session.tasks.start(task, short=short)
        return task


def _places(
    workspace: Workspace, picked: Sequence[Hit | Line], sought: Sought, cancelled: IsCancelled
) -> tuple[list[tuple[UUID, Span]], bool]:
    """The places of what is picked: of an article all of them; and whether there are more than can be taken."""
    lines = [one for one in picked if isinstance(one, Line)]
    more = False
    if articles := {one.document.id for one in picked if isinstance(one, Hit)}:
        found = finding.find_lines(workspace, sought, within=articles, cancelled=cancelled)
        order = {one.document.id: row for row, one in enumerate(picked) if isinstance(one, Hit)}
        lines, more = sorted(found.lines, key=lambda line: order[line.document_id]), found.more
    return [(line.document_id, line.context.span) for line in lines], more
