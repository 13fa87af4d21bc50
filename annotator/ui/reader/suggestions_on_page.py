"""The suggestions on the page: put there, gone to one after the other."""

from collections.abc import Iterable

from annotator.core.spans import Span
from annotator.core.suggestion import Suggestion
from annotator.ui.reader.reader import Reader
from annotator.ui.reader.suggested import Suggested


class SuggestionsOnPage:
    """What the window's other parts ask of the article about its suggestions."""

    def __init__(self, view: Reader) -> None:
        self._view = view

    def put(self, found: Iterable[Suggestion]) -> None:
        """Show these in the place of those that were shown."""
        opened = self._view.opened
        if opened is None:
            return
        before, current = opened.suggestions_in(self._view.focused_sentence()), opened.suggested.current
        opened.suggested = Suggested(found)
        opened.suggested.current = current if current in opened.suggested.every else None
        opened.flow.forget_decorations(Span(0, len(opened.text)))
        if opened.suggestions_in(self._view.focused_sentence()) != before:
            self._view.speech.suggested()
        self._view.viewport().update()

    def current(self) -> Suggestion | None:
        """The one that is meant now: on the focused sentence."""
        return self._view.opened.suggestion_in_focus() if self._view.opened else None

    def number_open(self) -> int:
        """How many there are to decide on."""
        return self._view.opened.suggested.number_open(self._view.opened.index) if self._view.opened else 0

    def match(self, label: str, segments: tuple[Span, ...]) -> Suggestion | None:
        """The one that is shown with just this label and stretch; none where such a label is already."""
        opened = self._view.opened
        found = opened.suggested.match(label, segments) if opened else None
        return found if opened and found in opened.suggested.on(segments[0], opened.index) else None

    def next(self) -> Suggestion | None:
        """Go to the next one, the first again after the last; None when there is none."""
        opened, focus = self._view.opened, self._view.focused_sentence()
        if opened is None:
            return None
        found = self.following()
        if found is None:
            return None
        opened.suggested.current = found
        # In a sentence that it runs over, rather than in another.
        if found not in opened.suggestions_in(focus):
            self._view.focus_sentence(self._view.sentence_at(found.extent.start_char))
        self._view.reveal(found.segments[0])
        self._view.viewport().update()
        return found

    def following(self) -> Suggestion | None:
        """Which one `next` would go to."""
        opened = self._view.opened
        if opened is None:
            return None
        here = opened.suggestion_in_focus() or self._start_of(self._view.focused_sentence())
        return opened.suggested.next(here, opened.index)

    def _start_of(self, index: int) -> int:
        opened = self._view.opened
        return opened.selection.sentence_span(index).start_char if opened and index >= 0 else 0
