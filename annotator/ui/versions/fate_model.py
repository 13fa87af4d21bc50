"""What becomes of the annotations of an article in its corrected version, as a list to decide on."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from annotator.core.anchoring import Fate
from annotator.core.schema import Label
from annotator.core.spans import Span
from annotator.operations.versions import Carried, VersionPlan
from annotator.ui.copies.application_model import ApplicationModel
from annotator.ui.versions.words import change_words, fate_words, stretch_words

Index = QModelIndex | QPersistentModelIndex
Segments = tuple[Span, ...]


class FateModel(QAbstractTableModel):
    """One row an annotation; first those that a person has to decide on, then the moved, then the kept.

    `decisions` hold what was decided: where an annotation goes, nowhere when it is left behind. It is drawn as the
    list of applications to copies is, whose roles it has.

    Signals:
        decided: something else is decided.
    """

    CarriedRole = ApplicationModel.ApplicationRole
    SignRole = ApplicationModel.AboutRole + 1  # the sign before a row

    decided = Signal()

    def __init__(self, plan: VersionPlan, labels: Mapping[str, Label], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.plan, self._labels = plan, labels
        self.rows = sorted(plan.carried, key=_rank)
        self.decisions: dict[UUID, Segments] = {}

    def undecided(self) -> list[int]:
        """The rows that a person has to decide on yet."""
        return [row for row, one in enumerate(self.rows) if self._is_open(one)]

    def segments(self, row: int) -> Segments:
        """Where an annotation goes in the new text, as decided or as proposed."""
        one = self.rows[row]
        return self.decisions.get(one.annotation.id, one.anchored.segments)

    def decide(self, rows: Sequence[int], segments: Segments | None) -> None:
        """Let these annotations go there; () leaves them behind, None lets each go where it is proposed to."""
        for row in rows:
            one = self.rows[row]
            self.decisions[one.annotation.id] = one.anchored.segments if segments is None else segments
        if rows:
            self.dataChanged.emit(self.index(min(rows), 0), self.index(max(rows), 0))
            self.decided.emit()

    def rows_of(self, fate: Fate) -> list[int]:
        """The undecided rows with this fate; reworded are all those that have a place."""
        gone = fate is Fate.GONE
        return [row for row in self.undecided() if (self.rows[row].anchored.fate is Fate.GONE) == gone]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        one = self.rows[index.row()]
        if role == self.CarriedRole:
            return one
        if role == ApplicationModel.LabelRole:
            return self._labels.get(one.annotation.label)
        if role == ApplicationModel.ContextRole:
            return self._words(index.row())
        if role in (ApplicationModel.AboutRole, Qt.ItemDataRole.ToolTipRole):
            return self._about(one)
        if role == self.SignRole:
            return "?" if self._is_open(one) else "✓" if self.segments(index.row()) else "–"
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(index.row())
        return None

    def _is_open(self, one: Carried) -> bool:
        return one.anchored.needs_a_look and one.annotation.id not in self.decisions

    def _words(self, row: int) -> tuple[str, str, str]:
        """Nothing, the words of an annotation in the new text, and what is other in them than in the old one."""
        old = stretch_words(self.plan.document.text, self.rows[row].annotation.segments)
        new = stretch_words(self.plan.article.record.text, self.segments(row))
        return ("", old, "") if new in ("", old) else ("", new, f"\u2003{change_words(old, new)}\u2003")

    def _about(self, one: Carried) -> str:
        parts = [fate_words(one.anchored), self._decision_words(one), one.annotation.annotator]
        return " · ".join(part for part in parts if part)

    def _decision_words(self, one: Carried) -> str:
        chosen = self.decisions.get(one.annotation.id)
        if chosen is None:
            return self.tr("not decided yet") if one.anchored.needs_a_look else ""
        if not chosen:
            return self.tr("is left behind")
        return self.tr("goes there") if chosen == one.anchored.segments else self.tr("goes where you selected")

    def _spoken(self, row: int) -> str:
        one = self.rows[row]
        label = self._labels.get(one.annotation.label)
        _, words, change = map(str.strip, self._words(row))
        parts = (label.title if label else one.annotation.label, f"“{words}”", change, self._about(one))
        return ", ".join(part for part in parts if part)


def _rank(one: Carried) -> tuple[bool, bool, bool, Span]:
    anchored = one.anchored
    calm = not anchored.context_changed
    return not anchored.needs_a_look, calm, anchored.fate is not Fate.MOVED, one.annotation.extent
