"""What a screen reader is told about the reader.

The focused sentence is the widget's description and value, and is spoken when the focus moves.
"""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, words: str) -> None:
    """Describe a widget by these words and have them spoken now. Costs nothing where nobody listens."""
    widget.setAccessibleDescription(words)
    if not (words and QAccessible.isActive()):
        return
    QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.DescriptionChanged))
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
