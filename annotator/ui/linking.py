"""What to link is chosen: offered one after the other, by key or click, in this article or another."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from annotator.core.linking import Way, candidates, ways_of
from annotator.core.records import AnnotationRecord, RelationRecord
from annotator.errors import Cancelled, InvalidLabelSet
from annotator.operations import links, relations
from annotator.operations.annotators import name_of
from annotator.operations.label_sets import project_labels
from annotator.operations.links import FoundAnnotation
from annotator.operations.relations import refuse_unfit
from annotator.store.workspace import Change
from annotator.ui.lines import number
from annotator.ui.links.link_keys import LinkKeys
from annotator.ui.links.rows import Row
from annotator.ui.links.shown_links import ShownLinks
from annotator.ui.reader.accessibility import announce
from annotator.ui.reader.ties import Tie
from annotator.ui.tasks import Task

if TYPE_CHECKING:
    from annotator.ui.session import Session

_MOST_FOUND = 50
_SHOWN = 300


class Linking(QObject):
    """Offers what can be linked to the annotation in focus, and shows what is linked.

    `start` is the annotation that a link is being made for, None while none is; `shown` are the links there are.
    """

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session, window = session, session.window
        self._reader, self._bar = window.reader, window.link_bar
        self.start: AnnotationRecord | None = None
        self._ways: tuple[Way, ...] = ()
        self._way = self._at = 0
        self._relations: list[RelationRecord] = []
        self._offered: list[AnnotationRecord] = []
        self._task: Task | None = None
        self.shown = ShownLinks(session)
        self._keys = LinkKeys(self._reader, self)
        bar, keys = self._bar, self._keys
        self._connections = [
            keys.moved.connect(self._move),
            keys.jumped.connect(self._jump),
            keys.taken.connect(self._take_offered),
            keys.way_wanted.connect(self._other_way),
            keys.search_wanted.connect(self._search),
            keys.pointed.connect(self._point),
            keys.left.connect(self.leave),
            bar.taken.connect(self._take_offered),
            bar.way_wanted.connect(lambda: self._other_way(1)),
            bar.search_wanted.connect(lambda: self._search("")),
            bar.asked.connect(self._look),
            bar.found_chosen.connect(self._take_found),
            bar.search_left.connect(self._leave_search),
            bar.left.connect(self.leave),
            self._reader.focus_changed.connect(lambda _index: self.leave()),
        ]

    def begin(self) -> None:
        """Offer what the annotation in focus can be linked to; where nothing can be, say why."""
        current = self._reader.current_annotation()
        if current is None:
            self.shown.say(self.tr("A link begins at a tag: tag the sentence first."))
            return
        ways = ways_of(project_labels(self._session.workspace), current.label)
        own = current.annotator == self._who
        ways = tuple(way for way in ways if own or way.inward or way.kind.symmetric)
        if not ways:
            words = self.tr("The label set links nothing with this label.")
            if not own:
                words = self.tr("This annotation is {name}’s; only {name} can link it.").format(name=current.annotator)
            self.shown.say(words)
            return
        self.start, self._ways, self._way = current, ways, 0
        self._relations = relations.read_relations(self._session.workspace, [current.id])
        self._bar.model.theme_name = self._session.window.theme.name
        self._keys.own_keys = self._session.window.actions_table["link"].shortcuts()
        self._keys.turn(True)
        self._session.suggesting.follow()
        self._offer_way()

    def leave(self) -> None:
        """No link after all, or it is made."""
        if self.start is None:
            return
        start, self.start = self.start, None
        searched = self._bar.is_searching
        self._stop()
        self._keys.turn(False)
        self._bar.end_search()
        self._bar.hide()
        self._session.refresh_soon()
        self._reader.ties.offer(None, None)
        self._reader.reveal(start.extent)
        if searched:
            self._session.window.return_focus()

    def take(self, change: Change) -> None:
        """Something has been changed: what is shown of links may be other than it was."""
        if change.tables & {"relation", "annotation", "document"}:
            self.shown.forget()
            if self.start and self._reader.annotation(self.start.id) is None:
                self.leave()

    def unlink(self) -> None:
        """Take a link of the annotation in focus away."""
        self.shown.unlink()

    def follow_to(self, document_id: UUID, annotation_id: UUID) -> None:
        """Show an annotation, in whichever article it is."""
        self.shown.follow_to(document_id, annotation_id)

    def follow(self) -> None:
        """Let the page and the inspector show the links of the annotation that is meant now."""
        self.shown.follow()

    def close(self) -> None:
        """Let go of the window."""
        self.leave()
        for connection in self._connections:
            QObject.disconnect(connection)
        self._connections.clear()
        self.shown.close()

    def _offer_way(self) -> None:
        """Offer what can be linked in the present way; where the rules forbid it, say so at once."""
        start, way = self.start, self._ways[self._way]
        if start is None:
            return
        who = self._who
        forbidden = self._forbidden(start, way)
        fitting = [] if forbidden else candidates(way, start, self._reader.annotations(), self._relations, who)
        self._offered, self._at = fitting, 0
        self._bar.show_way(way.title, not forbidden, len(self._ways) > 1)
        if fitting:
            self._show_offered()
            return
        self._reader.ties.offer(None, None)
        words = forbidden or self._none_words(start, way)
        self._bar.show_offer(None, words)
        self.shown.say(f"{way.title}: {words}")

    def _forbidden(self, start: AnnotationRecord, way: Way) -> str:
        """Why there can be no further link of this kind, in words; "" when there can."""
        if way.inward:
            return ""
        there = [one for one in self._relations if one.kind == way.kind.key and one.from_id == start.id]
        label_set = project_labels(self._session.workspace)
        try:
            refuse_unfit(label_set, way.kind.key, start.label, way.kind.to_labels[0], len(there))
        except InvalidLabelSet as error:
            return str(error)
        return ""

    def _none_words(self, start: AnnotationRecord, way: Way) -> str:
        """Why nothing here is offered: there is none, or what there is has the link already or is a colleague’s."""
        words = self.tr("There is no {label} in this article to link; type to look in others.")
        if any(one.label in way.others and one.id != start.id for one in self._reader.annotations()):
            words = self.tr("There is no further {label} here that you can link; type to look in other articles.")
        return words.format(label=self._label_words(way))

    def _label_words(self, way: Way) -> str:
        """“claim”, “claim or denial”, “claim, denial or quote”."""
        labels = project_labels(self._session.workspace)
        titles = [labels.label(key).title.lower() for key in way.others]
        return self.tr(" or ").join(part for part in (", ".join(titles[:-1]), *titles[-1:]) if part)

    def _show_offered(self) -> None:
        start, way, other = self.start, self._ways[self._way], self._offered[self._at]
        if start is None:
            return
        self._reader.ties.offer(start.id, Tie(way.title, way.inward, other))
        self._reader.reveal(other.extent)
        row = self.shown.rows.of_here(other)
        which = self.tr("{which} of {count}").format(which=number(self._at + 1), count=number(len(self._offered)))
        title = row.label.title if row.label else other.label
        self._bar.show_offer(row, " · ".join((title, row.beside, which)))
        announce(self._reader, f"{way.title}: {row.spoken}. {which}")

    def _move(self, by: int) -> None:
        if self._offered:
            self._at = min(max(self._at + by, 0), len(self._offered) - 1)
            self._show_offered()

    def _jump(self, to: int) -> None:
        if self._offered:
            self._at = to % len(self._offered)
            self._show_offered()

    def _other_way(self, by: int) -> None:
        self._way = (self._way + by) % len(self._ways)
        self._offer_way()

    def _point(self, position: int) -> None:
        """Link what was clicked; say why when it cannot be."""
        opened = self._reader.opened
        there = opened.annotations_at(position) if opened and position >= 0 else []
        offered = {one.id for one in self._offered}
        fitting = [one for one in there if one.id in offered]
        if fitting:
            self._link(fitting[0].id)
            return
        words = self.tr("Click on a {label}, or press Esc.").format(label=self._label_words(self._ways[self._way]))
        self.shown.say(words)

    def _take_offered(self) -> None:
        if self._offered:
            self._link(self._offered[self._at].id)

    def _take_found(self, row: Row) -> None:
        self._link(row.annotation_id)

    def _link(self, other: UUID) -> None:
        start, way = self.start, self._ways[self._way]
        if start is None:
            return
        ends = (other, start.id) if way.inward else (start.id, other)
        if way.kind.symmetric and start.annotator != self._who:
            ends = (other, start.id)
        workspace, who = self._session.workspace, self._session.annotator_id
        if self.shown.change(lambda: relations.link(workspace, ends[0], way.kind.key, ends[1], who)):
            self.leave()
            self.shown.tell_done(self.tr("Linked: {link} · saved").format(link=way.title))

    def _search(self, typed: str) -> None:
        if self.start and not (self._forbidden(self.start, self._ways[self._way])):
            self._bar.begin_search(typed)

    def _leave_search(self) -> None:
        self._stop()
        self._bar.end_search()
        self._reader.setFocus()
        self._offer_way()

    def _look(self, typed: str) -> None:
        """Look for what was typed, behind the window."""
        self._stop()
        here, way = self._session.reading.document, self._ways[self._way]
        if self.start is None or here is None:
            return
        workspace, labels = self._session.workspace, way.others
        by = self._who if way.inward else ""
        self._task = task = self._session.tasks.make(
            lambda _progress, cancelled: links.find_annotations(
                workspace, typed, labels, beside=here.id, by=by, limit=_MOST_FOUND, cancelled=cancelled
            )
        )
        task.finished.connect(lambda found: self._show_found(task, found))
        task.failed.connect(self._failed)
        self._session.tasks.start(task, short=True)

    def _show_found(self, task: Task, found: list[FoundAnnotation]) -> None:
        if task is not self._task or self.start is None:
            return
        self._task = None
        linked = {one.to_id for one in self._relations} | {one.from_id for one in self._relations}
        rows = [self.shown.rows.of_found(one) for one in found if one.annotation.id not in linked]
        empty = self.tr("No {label} of another article has these words.")
        self._bar.show_found(rows, empty.format(label=self._label_words(self._ways[self._way])))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self._session.tell(error)

    def _stop(self) -> None:
        if self._task:
            self._task.cancel()
        self._task = None

    @property
    def _who(self) -> str:
        """The name under which one works here."""
        return name_of(self._session.workspace, self._session.annotator_id)
