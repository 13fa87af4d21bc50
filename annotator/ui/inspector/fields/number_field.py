"""A number, with the decimal point or comma of the person's own language."""

from PySide6.QtCore import QLocale

from annotator.ui.inspector.fields.line_field import LineField


class NumberField(LineField):
    """Any number that can be kept."""

    def understood(self, words: str) -> int | float:
        """The number; whole ones as such. Raises ValueError."""
        number, fits = QLocale().toDouble(words)
        if not fits:
            number = float(words)
        if number - number != 0:  # neither infinite nor no number
            raise ValueError(words)
        return int(number) if number.is_integer() else number

    def refusal(self, words: str) -> str:
        """What to say of words that are no number."""
        return self.tr("“{words}” is no number; it is not saved.").format(words=words)
