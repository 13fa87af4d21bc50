"""A label set while somebody is changing it: nothing of it is in the project until it is applied."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from annotator.core import guideline
from annotator.core.label_changes import refuse_losses, take_over
from annotator.core.label_differences import Difference, differences
from annotator.core.schema import LabelSet
from annotator.core.schema_file import check_label_set
from annotator.errors import InvalidLabelSet
from annotator.operations.label_merging import Merge, merged_set

Own = Mapping[str, Mapping[str, str]]


class _State(NamedTuple):
    label_set: LabelSet
    own: Own
    merges: tuple[Merge, ...]


class Draft(QObject):
    """The set as it would be, the newsroom's own guideline, and which annotations would be changed with it.

    Signals:
        changed: something is otherwise than it was.
    """

    changed = Signal()

    def __init__(self, present: LabelSet, own: Own, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.present, self._present_own = present, own
        self._states = [_State(present, own, ())]
        self._about = ""

    @property
    def label_set(self) -> LabelSet:
        """The set as it would be."""
        return self._states[-1].label_set

    @property
    def own(self) -> Own:
        """The newsroom's own guideline as it would be."""
        return self._states[-1].own

    @property
    def merges(self) -> tuple[Merge, ...]:
        """What becomes one, annotations included, in the order in which it was asked for."""
        return self._states[-1].merges

    @property
    def can_undo(self) -> bool:
        """True when there is a change to be taken back."""
        return len(self._states) > 1

    @property
    def differs(self) -> bool:
        """True when there is something to apply."""
        return bool(self.differences()) or self.own != self._present_own or bool(self.merges)

    @property
    def guideline_differs(self) -> bool:
        """True when the newsroom's own guideline would change."""
        return self.own != self._present_own

    def differences(self) -> list[Difference]:
        """What would change of the set."""
        return differences(self.present, self.label_set)

    def problem(self) -> str:
        """Why the set cannot be applied as it is, "" when it can."""
        try:
            check_label_set(self.label_set)
            refuse_losses(self.present, self.label_set)
        except InvalidLabelSet as error:
            return str(error)
        return ""

    def is_new(self, kind: str, key: str) -> bool:
        """True for a part that the project does not have yet, of which nothing can be in use."""
        return all(part.key != key for part in getattr(self.present, kind))

    def change(self, made: Callable[[LabelSet], LabelSet], about: str = "") -> None:
        """Make a change of the set. Raises InvalidLabelSet where it cannot be made; then nothing has changed.

        What is changed letter by letter is `about` the same thing, and taken back as one.
        """
        self._push(_State(made(self.label_set), self.own, self.merges), about)

    def rewrite(self, key: str, language: str, text: str) -> None:
        """Write what the guideline says of a label. Raises InvalidLabelSet for a text that is too long."""
        own = guideline.rewritten(self.label_set, self.own, key, language, text)
        self._push(_State(self.label_set, own, self.merges), f"guideline {key} {language}")

    def merge(self, merge: Merge) -> None:
        """Let one become another. Raises InvalidLabelSet where the two do not go together."""
        self._push(_State(merged_set(self.label_set, merge), self.own, (*self.merges, merge)))

    def replace(self, wanted: LabelSet, own: Own) -> None:
        """Another set in the place of the project's; what it has besides is kept. Raises InvalidLabelSet."""
        self._push(_State(take_over(self.present, wanted), own, ()))

    def undo(self) -> None:
        """Take the last change back."""
        if self.can_undo:
            self._states.pop()
            self._about = ""
            self.changed.emit()

    def _push(self, state: _State, about: str = "") -> None:
        if state == self._states[-1]:
            return
        if about and about == self._about and self.can_undo:
            self._states.pop()
        self._about = about
        if not self._states or state != self._states[-1]:
            self._states.append(state)
        self.changed.emit()
