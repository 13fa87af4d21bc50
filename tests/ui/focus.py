"""Whether the keyboard's focus can be seen: what a window looks like with it on a widget and without."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QWidget

_AROUND = 3  # pixels that a frame may stand out


def focusable(window: QWidget) -> list[QWidget]:
    """The widgets that Tab can reach now."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusProxy() is None
        and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.window() is window
        and not isinstance(widget, QLabel)
    ]


def unseen(window: QWidget) -> list[str]:
    """The widgets that look the same with the focus and without it."""
    window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)  # as Qt notes when Tab is pressed
    return [_name(widget) for widget in focusable(window) if not _is_seen(window, widget)]


def _is_seen(window: QWidget, widget: QWidget) -> bool:
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    if widget.focusWidget() is None and QApplication.focusWidget() is not widget:
        return True  # it gives the keyboard to another at once
    with_it = _look(window, widget)
    widget.clearFocus()
    return with_it != _look(window, widget)


def _look(window: QWidget, widget: QWidget) -> QImage:
    QApplication.processEvents()
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()).adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
    return window.grab(place & window.rect()).toImage()


def _name(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()} “{widget.accessibleName() or widget.toolTip()}”"
