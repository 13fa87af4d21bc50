"""A field for a day as people write it: 2025-07-04, or only 2025-07, or only 2025."""

import re
from calendar import monthrange
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from annotator.ui.quiet_label import small

_DAY = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?")


def understood(text: str, *, last: bool) -> date | None:
    """The first day, or the last, of a year, a month or a day; None when it is neither of them."""
    match = _DAY.fullmatch(text.strip())
    if not match:
        return None
    year, month, day = (int(piece) if piece else None for piece in match.groups())
    try:
        month = month or (12 if last else 1)
        day = day or (monthrange(year or 1, month)[1] if last else 1)
        return date(year or 0, month, day)
    except ValueError:
        return None


class DayField(QLineEdit):
    """A day, or none. `last`: of a month or a year that is typed the last day is meant.

    Signals:
        changed: it is another day now, or none.
    """

    changed = Signal()

    def __init__(self, *, last: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._last = last
        self._told: date | None = None
        self.setFont(small(self.font()))
        self.setPlaceholderText(self.tr("YYYY-MM-DD"))
        self.setToolTip(self.tr("A year, a month or a day: 2025, 2025-07 or 2025-07-04"))
        self.setFixedWidth(self.fontMetrics().horizontalAdvance("YYYY-MM-DD") + 30)
        self.textChanged.connect(self._tell)

    def day(self) -> date | None:
        """The day that is meant; None while none is typed."""
        return understood(self.text(), last=self._last)

    @property
    def is_understood(self) -> bool:
        """False when something is typed that is no day."""
        return not self.text().strip() or self.day() is not None

    def _tell(self) -> None:
        self.setAccessibleDescription("" if self.is_understood else self.toolTip())
        if self.day() != self._told:
            self._told = self.day()
            self.changed.emit()
