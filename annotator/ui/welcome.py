"""What stands in the middle while there is nothing to read: how to get something."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.ui.quiet_label import QuietLabel


def dropped_paths(mime: QMimeData) -> list[str]:
    """The local files of a drop."""
    return [url.toLocalFile() for url in mime.urls() if url.isLocalFile()]


class Welcome(QWidget):
    """The empty page: drop, paste, choose, or take the samples.

    Signals:
        command_requested: the id of a command (commands.py).
        files_dropped: paths. text_dropped: the text of an article.
    """

    command_requested = Signal(str)
    files_dropped = Signal(list)
    text_dropped = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("No article is open"))
        self._title = QLabel(self)
        font = self._title.font()
        font.setPointSizeF(font.pointSizeF() * 1.7)
        font.setWeight(font.Weight.DemiBold)
        self._title.setFont(font)
        self._words = QuietLabel("", self)
        for label in (self._title, self._words):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._lay_out()
        self.show_opening()

    def show_opening(self) -> None:
        """The project is being opened."""
        self._say("", self.tr("Opening the project…"), ())

    def show_empty(self) -> None:
        """The project has no articles."""
        self._say(
            self.tr("Nothing to read yet"),
            self.tr("Drop files or a folder here, paste an article (Ctrl+V), or begin with the sample articles."),
            (
                ("load", self.tr("Load articles…")),
                ("paste", self.tr("Paste an article")),
                ("samples", self.tr("Load the samples")),
            ),
        )

    def show_unchosen(self) -> None:
        """There are articles, and none is open."""
        self._say(
            self.tr("Choose an article"),
            self.tr("Articles are in the library on the left; Alt+Down opens the next one."),
            (),
        )

    def show_closed(self) -> None:
        """No project could be opened; the banner says why."""
        self._say(
            self.tr("No project is open"),
            self.tr("Open another project, or make a new one."),
            (("open_project", self.tr("Open project…")), ("new_project", self.tr("New project…"))),
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_paths(event.mimeData()) or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if paths := dropped_paths(event.mimeData()):
            self.files_dropped.emit(paths)
        elif event.mimeData().hasText():
            self.text_dropped.emit(event.mimeData().text())
        event.acceptProposedAction()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.addStretch(1)
        line.addLayout(self._buttons)
        line.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setSpacing(14)
        whole.addStretch(2)
        whole.addWidget(self._title)
        whole.addWidget(self._words)
        whole.addSpacing(6)
        whole.addLayout(line)
        whole.addStretch(3)

    def _say(self, title: str, words: str, buttons: tuple[tuple[str, str], ...]) -> None:
        self._title.setText(title)
        self._words.setText(words)
        while entry := self._buttons.takeAt(0):
            if old := entry.widget():
                old.hide()
                old.deleteLater()
        for place, (command, caption) in enumerate(buttons):
            button = QPushButton(caption, self)
            button.setProperty("leading", place == 0)
            button.clicked.connect(lambda _checked=False, command=command: self.command_requested.emit(command))
            self._buttons.addWidget(button)
