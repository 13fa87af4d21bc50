"""How the page of disputes is laid out: articles, texts, and the dispute in focus beside the text or below it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.disputes.answer_line import AnswerLine
from annotator.ui.disputes.article_list import ArticleList, ArticleModel
from annotator.ui.disputes.dispute_card import DisputeCard
from annotator.ui.disputes.filter_bar import DisputeFilterBar
from annotator.ui.disputes.texts import DisputedTexts
from annotator.ui.page_head import BackButton, Heading
from annotator.ui.quiet_label import QuietLabel

_SIDE = 16
_WIDE = 860  # pixels from which a dispute is shown beside the text, not below it
_WIDE_SIZES, _HIGH_SIZES = (0.64, 0.36), (0.52, 0.48)
_LIST, _LIST_SHARE = 180, 0.2  # of the articles: pixels at most, share of the width


class DisputesFrame(QWidget):
    """The widgets of the page; what they do is the page's own affair."""

    fills = True
    """The list of articles stands where the library does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("disputes_page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = ArticleModel(self)
        self.list_view, self.texts = ArticleList(self.model, self), DisputedTexts(self)
        self.card, self.line, self.steps = DisputeCard(self), AnswerLine(self), QuietLabel("", self)
        self.filters, self.side_by_side = DisputeFilterBar(self), QToolButton(self)
        self.back = BackButton(self)
        self.count, self.empty = QuietLabel("", self), QLabel(self)
        self.beside = QWidget(self)
        self._parts, self._whole = (
            QSplitter(Qt.Orientation.Horizontal, self),
            QSplitter(Qt.Orientation.Horizontal, self),
        )
        self._was_laid_out = False
        self._dress()
        self._lay_out()

    def show_empty(self, words: str) -> None:
        """Say why there is nothing, in place of everything; "" where there is something."""
        self.empty.setText(words)
        self.empty.setVisible(bool(words))
        self._whole.setVisible(not words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = event.size().width()
        beside = Qt.Orientation.Horizontal if width >= _WIDE else Qt.Orientation.Vertical
        if self._parts.orientation() is not beside or not self._was_laid_out:
            self._was_laid_out = True
            self._parts.setOrientation(beside)
            sizes = _WIDE_SIZES if beside is Qt.Orientation.Horizontal else _HIGH_SIZES
            self._parts.setSizes([round(1000 * part) for part in sizes])
            of_list = min(_LIST, round(width * _LIST_SHARE))
            self._whole.setSizes([of_list, max(1, width - of_list)])

    def _dress(self) -> None:
        self.side_by_side.setText(self.tr("Side by side (V)"))
        self.side_by_side.setCheckable(True)
        self.side_by_side.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.side_by_side.setToolTip(self.tr("The readings side by side, or merged in one text"))
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.empty.setContentsMargins(40, 60, 40, 40)
        self.steps.setWordWrap(True)
        self.empty.hide()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(_SIDE, 12, _SIDE, 8)
        top.setSpacing(12)
        top.addWidget(Heading(self.tr("Disputes"), self))
        top.addWidget(self.filters, 1)
        top.addWidget(self.count)
        top.addWidget(self.side_by_side)
        top.addWidget(self.back)
        self._fill_parts()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(self.empty, 1)
        whole.addWidget(self._whole, 1)

    def _fill_parts(self) -> None:
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self.card)
        for ground in (area.viewport(), self.card):
            ground.setAutoFillBackground(False)  # it lies on the page's own paper
        asked = QWidget(self.beside)
        lines = QVBoxLayout(asked)
        lines.setContentsMargins(_SIDE, 4, _SIDE, 12)
        lines.addWidget(self.steps)
        lines.addWidget(self.line)
        inside = QVBoxLayout(self.beside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(area, 1)
        inside.addWidget(asked)
        for part, stretch in ((self.texts, 3), (self.beside, 2)):
            part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
            self._parts.addWidget(part)
            self._parts.setStretchFactor(self._parts.count() - 1, stretch)
        self.texts.setMinimumSize(240, 120)
        self.beside.setMinimumSize(240, 160)
        for splitter in (self._parts, self._whole):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(1)
        self.list_view.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.list_view.setMinimumSize(120, 80)
        self._whole.addWidget(self.list_view)
        self._whole.addWidget(self._parts)
        self._whole.setStretchFactor(1, 1)
