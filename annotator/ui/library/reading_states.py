"""How far one is with the articles of the library, and the filter by it."""

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from uuid import UUID

from annotator.core.readings import ReadingRecord, State
from annotator.core.records import DocumentSummary

StateSource = Callable[[Sequence[UUID] | None], dict[UUID, ReadingRecord]]
"""Keys of articles in, None for all; one's own readings of those out. What is missing is unread."""


class StateFilter(StrEnum):
    """Which articles are shown."""

    ALL = "all"
    ASSIGNED = "assigned"
    UNREAD = "unread"
    IN_PROGRESS = "in_progress"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"


class ReadingStates:
    """What is known of one's readings: those of rows in view, and all of them while a filter asks for that."""

    def __init__(self) -> None:
        self._source: StateSource | None = None
        self._known: dict[UUID, ReadingRecord] = {}
        self._wanted = StateFilter.ALL

    @property
    def wanted(self) -> StateFilter:
        """The filter of now."""
        return self._wanted

    def of(self, document_id: UUID) -> ReadingRecord | None:
        """One's reading of an article, as far as is known."""
        return self._known.get(document_id)

    def set_source(self, source: StateSource | None) -> None:
        """Where readings come from; those of the former one are forgotten."""
        self._source = source
        self._known = {}

    def fetch(self, document_ids: Sequence[UUID] | None) -> bool:
        """Ask for the readings of these articles again, None for all. True when one has another state than before."""
        if self._source is None:
            return False
        found = self._source(document_ids)
        if document_ids is None:
            changed, self._known = found != self._known, found
            return changed
        before = {key: self._known.pop(key) for key in document_ids if key in self._known}
        self._known |= found
        return {key: one.state for key, one in before.items()} != {key: one.state for key, one in found.items()}

    def choose(self, wanted: StateFilter) -> None:
        """Let only such articles through from now on."""
        self._wanted = wanted
        if wanted is not StateFilter.ALL:
            self.fetch(None)

    def let_through(self, documents: Iterable[DocumentSummary]) -> list[DocumentSummary]:
        """The articles that the filter is for."""
        return [document for document in documents if self._fits(document)]

    def _fits(self, document: DocumentSummary) -> bool:
        found = self._known.get(document.id)
        if self._wanted is StateFilter.ASSIGNED:
            return found is not None and found.is_assigned
        state = found.state if found else State.UNREAD
        return state.value == self._wanted.value
