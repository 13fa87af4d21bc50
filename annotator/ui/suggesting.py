"""Suggestions for the open article: worked out behind the window, shown, accepted and rejected by key."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.core.open_suggestions import parts, shifted, shown
from annotator.core.records import DocumentRecord, RejectedRecord
from annotator.core.spans import Span
from annotator.core.suggestion import Suggestion
from annotator.core.suggestion_policy import SuggestionPolicy
from annotator.errors import AnnotatorError, Cancelled
from annotator.operations import suggestions
from annotator.store.workspace import Change
from annotator.ui.reader.accessibility import announce
from annotator.ui.reader.suggestions_on_page import SuggestionsOnPage
from annotator.ui.suggestions.words import proposer_words, reason_words
from annotator.ui.tasks import Task

if TYPE_CHECKING:
    from annotator.ui.session import Session

# While more than this is worked out a key press would wait; of a longer text the part around the focus comes first.
_AT_ONCE = 40_000
_OFF = SuggestionPolicy(on=False)


class Suggesting(QObject):
    """Keeps the suggestions on the page those of the article that is open, and does what is decided on them."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self._session, self._window = session, session.window
        self._page, self._bar = SuggestionsOnPage(session.window.reader), session.window.suggestion_bar
        self._policy: SuggestionPolicy | None = None
        self._asked: tuple[object, ...] = ()  # what the suggestions that there are, or are made, depend on
        self._given: tuple[object, ...] = ()  # what those that are shown depend on beside
        self._made: list[Suggestion] = []
        self._parts: list[Span] = []  # of the article; those that are worked out are in `_done`
        self._done: set[int] = set()
        self._goes_on = False  # to the next one, as soon as it is known
        self._rejected: list[RejectedRecord] = []
        self._task: Task | None = None
        self._times_learned = 0

    @property
    def policy(self) -> SuggestionPolicy:
        """How the project uses suggestions; none where that cannot be read."""
        if self._policy is None:
            try:
                self._policy = suggestions.policy_of(self._session.workspace)
            except AnnotatorError:  # whatever it is, the next thing that a person asks for says so
                return _OFF
        return self._policy

    def follow(self) -> None:
        """Have the suggestions of the open article made, unless that is done already, and tell of the one in focus."""
        document = self._document()
        if document is None:
            self.close()
            return
        asked = self._window.reader.opened, document.language, self.policy, self._times_learned
        if asked != self._asked:
            self._stop()
            self._asked, self._given = asked, ()
            self._rejected = list(document.rejected)
            self._made, self._parts, self._done = [], parts(document.text, _AT_ONCE), set()
        if self._task is None:
            self._make(document, self._part_at(self._place()))
            self._show(document)
        self._tell()

    def close(self) -> None:
        """Suggest nothing any more."""
        self._stop()
        self._asked, self._given, self._made = (), (), []
        self._parts, self._done, self._goes_on = [], set(), False
        self._page.put(())
        self._bar.put_away()

    def take(self, change: Change) -> None:
        """Something has changed: what concerns suggestions is shown at once."""
        if "project" in change.tables:
            self._policy = None
            self._session.refresh_soon()
        document = self._document()
        if document and document.id in change.document_ids and "rejected_suggestion" in change.tables:
            former, self._rejected = self._rejected, suggestions.rejected_in(self._session.workspace, document.id)
            places = [one.segments[0].start_char for one in {*former} ^ {*self._rejected}]
            self._session.reading.touched_at = min(places, default=self._session.reading.touched_at)
            self._show(document)

    def accept(self) -> None:
        """Make an annotation of the suggestion in focus: on its words, or on those that are selected over it."""
        document, proposed = self._document(), self._proposed()
        if document is None or proposed is None:
            return
        reader, workspace, who = self._window.reader, self._session.workspace, self._session.annotator_id
        segments = reader.selected_segments() if reader.has_selection() else ()
        touching = any(one.overlaps(part) for one in segments for part in proposed.segments)
        chosen = segments if touching else None
        reader.reveal(proposed.segments[0])
        self._session.attempt(lambda: suggestions.accept(workspace, document.id, proposed, who, chosen))
        self._session.tagging.show_current()

    def reject(self) -> None:
        """Say that the suggestion in focus is wrong."""
        document, proposed = self._document(), self._proposed()
        if document is None or proposed is None:
            return
        workspace, who = self._session.workspace, self._session.annotator_id
        if self._session.attempt(lambda: suggestions.reject(workspace, document.id, proposed, who)):
            self._say(self.tr("Suggestion rejected"))
        self._session.refresh_soon()

    def next(self) -> None:
        """Go to the next suggestion and say what it is; say so when there is none."""
        self._session.refresh_now()
        document, before, focus = self._document(), self._page.current(), self._window.reader.focused_sentence()
        if document and self._look_further(document):
            self._say(self._none_words())
            return
        found = self._page.next()
        if found is None or found == before:
            self._say(self._none_words() if found is None else self.tr("No other suggestion in this article"))
            return
        if self._window.reader.focused_sentence() == focus:
            # A sentence that comes into focus is read out with what is suggested for it.
            announce(self._window.reader, f"{self._title(found)}. {self._reason(found)}")
        self._session.refresh_soon()

    def toggle(self) -> None:
        """Turn suggestions on or off, for everybody in the project."""
        wanted = replace(self.policy, on=not self.policy.on)
        words = self.tr("Suggestions are on in this project") if wanted.on else self.tr("Suggestions are off")
        if self._change(wanted):
            self._say(words)

    def choose(self) -> None:
        """Ask how suggestions are to be used in this project, and show what is known of them."""
        from annotator.ui.suggestions.asking import Asking  # seldom needed

        self._window.inspector.commit_note()
        wanted = Asking(self._session, self.policy).ask(self._learned)
        if wanted:
            self._change(wanted)

    @property
    def proposed_label(self) -> str:
        """The label of the suggestion in focus, "" where there is none."""
        found = self._page.current() if self._document() else None
        return found.label if found else ""

    def match(self, label: str, segments: tuple[Span, ...]) -> Suggestion | None:
        """The suggestion that is shown for just this label and stretch: who tags that accepts it."""
        return self._page.match(label, segments) if self._document() else None

    def origin(self, segments: Iterable[Span]) -> str:
        """The origin of what is tagged by hand on these stretches of the open article."""
        document = self._document()
        return suggestions.origin_here(self.policy, document, list(segments)) if document else suggestions.MANUAL

    def _learned(self) -> None:
        """What is learned is another thing than before: have the suggestions made anew."""
        self._times_learned += 1
        self._session.refresh_soon()

    def _document(self) -> DocumentRecord | None:
        """The open article, if anything is to be suggested in it: not in one that is handed in."""
        document = self._session.reading.document
        is_wanted = document and not document.superseded_by and self._session.writable and self.policy.on
        return document if is_wanted and not self._session.standing.is_closed else None

    def _proposed(self) -> Suggestion | None:
        """The suggestion in focus; where there is none that is said."""
        found = self._page.current()
        if found is None:
            self._say(self._none_words())
        return found

    @property
    def is_busy(self) -> bool:
        """True while suggestions are being worked out."""
        return self._task is not None

    def _part_at(self, position: int) -> int:
        """Which part of the article holds a position."""
        return max(0, bisect_right(self._parts, position, key=lambda part: part.start_char) - 1)

    def _place(self) -> int:
        """Where the focus is in the article."""
        opened, focus = self._window.reader.opened, self._window.reader.focused_sentence()
        return opened.selection.sentence_span(focus).start_char if opened and focus >= 0 else 0

    def _look_further(self, document: DocumentRecord) -> bool:
        """Work out a part between the focus and the next suggestion known, if there is one; True while it is done."""
        here, place, found = self._part_at(self._place()), self._place(), self._page.following()
        number = len(self._parts)
        between = number
        if found and (self._part_at(found.extent.start_char) != here or found.extent.start_char >= place):
            between = (self._part_at(found.extent.start_char) - here) % number
        missing = [part % number for part in range(here, here + between) if part % number not in self._done]
        if self._task is None and missing:
            self._make(document, missing[0])
        self._goes_on = self._task is not None
        return self._goes_on

    def _make(self, document: DocumentRecord, part: int) -> None:
        """Have a part of the article looked through, unless it has been."""
        if part in self._done or part >= len(self._parts):
            return
        workspace, policy, (start, end) = self._session.workspace, self.policy, self._parts[part]
        self._task = task = self._session.tasks.make(
            lambda _progress, _cancelled: [
                shifted(one, start)
                for one in suggestions.proposals(workspace, document.text[start:end], document.language, policy, None)
            ]
        )
        self._done.add(part)
        task.finished.connect(lambda found: self._end(task, found, None))
        task.failed.connect(lambda error: self._end(task, [], error))
        self._session.tasks.start(task, short=True)

    def _stop(self) -> None:
        """What is being made is of an article that was left, or of what is no longer so."""
        self._goes_on = False
        if self._task:
            self._task.cancel()
        self._task = None

    def _end(self, task: Task, found: list[Suggestion], error: Exception | None) -> None:
        document = self._document()
        if task is not self._task or document is None:
            return
        self._task, self._made = None, self._made + found
        if error and not isinstance(error, Cancelled):
            self._session.tell(error)
        self._show(document)
        self._tell()
        if self._goes_on:
            self._goes_on = False
            self.next()

    def _show(self, document: DocumentRecord) -> None:
        """Put on the page what may be shown of what was made."""
        given = self._asked, len(self._made), document.furniture, document.sentences, tuple(self._rejected)
        if given != self._given:
            self._given = given
            self._page.put(shown(self._made, document, self._rejected, self.policy))

    def _tell(self) -> None:
        """Say on the bar what is suggested for the sentence in focus."""
        opened = self._window.reader.opened
        is_all = self._task is None and len(self._done) == len(self._parts)
        is_linking = self._session.linking.start is not None  # its letters search, and mean no suggestion
        if opened is None or is_linking or (is_all and not opened.suggested.every):
            self._bar.put_away()
            return
        found = self._page.current()
        label = self._window.reader.labels.get(found.label) if found else None
        if found and label:
            self._bar.show_suggestion(label, self._window.theme.name, proposer_words(found), self._reason(found))
        else:
            words = self.tr("No suggestion for this sentence")
            self._bar.show_none(words, self._page.number_open() if is_all else None)

    def _none_words(self) -> str:
        if not self.policy.on:
            return self.tr("Suggestions are off in this project")
        if self._task:
            return self.tr("Suggestions are still being looked for")
        if not self._page.number_open():
            return self.tr("No suggestion is left in this article")
        return self.tr("No suggestion for this sentence")

    def _reason(self, found: Suggestion) -> str:
        document = self._session.reading.document
        return reason_words(found, document.text) if document else ""

    def _title(self, found: Suggestion) -> str:
        label = self._window.reader.labels.get(found.label)
        return self.tr("Suggested: {label}").format(label=label.title if label else found.label)

    def _say(self, words: str) -> None:
        self._window.strip.say_here(words)
        announce(self._window.reader, words)

    def _change(self, wanted: SuggestionPolicy) -> bool:
        workspace, who = self._session.workspace, self._session.annotator_id
        return self._session.attempt(lambda: suggestions.change_policy(workspace, wanted, who))
