"""A quiet button over the text of an article with several versions: which one this is, and the way to the others."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QToolButton, QWidget

from annotator.core.records import DocumentSummary
from annotator.ui.lines import local_time, number, one_line
from annotator.ui.steady_menu import SteadyMenu


class VersionButton(QToolButton):
    """Opens a list of the versions; not seen where an article has one only.

    Signals:
        version_chosen: the key of the version that is to be opened.
    """

    version_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("versions")
        self.setAutoRaise(True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = SteadyMenu(self)
        self.setMenu(self._menu)
        self.hide()

    def show_versions(self, versions: Sequence[DocumentSummary], here: UUID | None) -> None:
        """Show which of these versions, the oldest first, is open."""
        self._menu.clear()
        at = next((index for index, one in enumerate(versions) if one.id == here), None)
        self.setVisible(at is not None and len(versions) > 1)
        if at is None or len(versions) < 2:
            return
        for index, one in reversed(list(enumerate(versions))):
            action = self._menu.addAction(self._title(one, index, len(versions)))
            action.setCheckable(True)
            action.setChecked(index == at)
            action.triggered.connect(lambda _on, key=one.id: self.version_chosen.emit(key))
        self.setText(self._words(versions, at))
        self.setAccessibleName(self.text())
        tip = self._explanation(is_older=at < len(versions) - 1)
        self.setToolTip(tip)
        self.setAccessibleDescription(tip)
        # What cannot be changed must be seen to be so.
        font = self.font()
        font.setBold(at < len(versions) - 1)
        self.setFont(font)

    def _words(self, versions: Sequence[DocumentSummary], at: int) -> str:
        if at == len(versions) - 1:
            return self.tr("Version {n} of {total}").format(n=number(at + 1), total=number(len(versions)))
        replaced = local_time(versions[at + 1].loaded_at)
        return self.tr("Older version, replaced on {date}").format(date=replaced)

    def _title(self, version: DocumentSummary, index: int, total: int) -> str:
        words = self.tr("Version {n}, newest") if index == total - 1 else self.tr("Version {n}")
        parts = (words.format(n=number(index + 1)), local_time(version.loaded_at), one_line(version.title, 60))
        return " · ".join(parts).replace("&", "&&")

    def _explanation(self, *, is_older: bool) -> str:
        if is_older:
            return self.tr("This version stays as it was, with its annotations. Open the newest to work on.")
        return self.tr("The article was corrected; the older versions stay as they were.")
