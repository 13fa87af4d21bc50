"""What the keys do, shown while nothing is selected: made from the project's own labels."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from annotator.core.schema import LabelSet
from annotator.ui.inspector.flow_layout import FlowLayout
from annotator.ui.inspector.label_chip import LabelChip
from annotator.ui.quiet_label import QuietLabel


class KeyHints(QWidget):
    """A sentence, the labels with their keys, and the few other keys that tagging needs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QLabel(self.tr("Nothing is selected"), self)
        how = QuietLabel(self.tr("Go to a sentence with the arrow keys, then tag it:"), self)
        how.setWordWrap(True)
        self._chips = FlowLayout(spacing=12)
        self._more = QuietLabel("", self)
        self._more.setWordWrap(True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(title)
        whole.addWidget(how)
        whole.addLayout(self._chips)
        whole.addWidget(self._more)
        self.set_keys(
            [
                (self.tr("Enter"), self.tr("nothing to tag here, go on")),
                ("S", self.tr("name the source")),
                ("L", self.tr("link the tag to another one")),
                ("N", self.tr("write a note")),
                ("M", self.tr("choose several tags, to edit them together")),
                (self.tr("Del"), self.tr("remove the tag")),
            ]
        )

    def set_labels(self, label_set: LabelSet, theme_name: str) -> None:
        """The labels and the theme of their chips."""
        self._chips.clear()
        for label in label_set.main:
            self._chips.addWidget(LabelChip(label, theme_name, self, with_key=True))

    def set_keys(self, keys: Sequence[tuple[str, str]]) -> None:
        """The other keys, each with what it does."""
        self._more.setText("\n".join(f"{key} – {words}" for key, words in keys))
