"""A day, or a moment, as ISO 8601 has them."""

from datetime import datetime
from typing import Any

from annotator.ui.inspector.fields.line_field import LineField


class DateField(LineField):
    """2025-07-04, or 2025-07-04T21:35."""

    def understood(self, words: str) -> str:
        """The day as it is kept. Raises ValueError."""
        datetime.fromisoformat(words)
        return words

    def refusal(self, words: str) -> str:
        """What to say of words that are no day."""
        return self.tr("“{words}” is no day such as 2025-07-04; it is not saved.").format(words=words)

    def set_value(self, value: Any) -> None:
        super().set_value(value)
        if not self._line.placeholderText():
            self._line.setPlaceholderText(self.tr("YYYY-MM-DD"))
