"""The chart on the page, and as a picture: PNG for a report, SVG for whoever lays it out anew."""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QIODevice, QRect, QSaveFile, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui.statistics.chart import Chart, picture_height

_PICTURE_WIDTH = 900
_DENSITY = 2


class ChartView(QWidget):
    """Paints a chart as wide as there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart: Chart | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_chart(self, chart: Chart | None, spoken: str) -> None:
        """Show a chart; `spoken` is what it says, for who cannot see it."""
        self._chart = chart
        self.setAccessibleName(chart.heading if chart else "")
        self.setAccessibleDescription(spoken)
        self._fit()
        self.update()

    def save_png(self, path: str) -> bool:
        """Write the chart as a picture; False when that cannot be done."""
        size = self._picture_size()
        image = QImage(size * _DENSITY, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(_DENSITY)
        painter = QPainter(image)
        self._paint(painter, QSizeF(size))
        painter.end()
        return _keep(path, lambda file: image.save(file, "PNG"))  # type: ignore[call-overload]

    def save_svg(self, path: str) -> bool:
        """Write the chart as lines and letters; False when that cannot be done."""
        written, generator, size = QBuffer(), QSvgGenerator(), self._picture_size()
        generator.setOutputDevice(written)
        generator.setSize(size)
        generator.setViewBox(QRect(0, 0, size.width(), size.height()))
        generator.setTitle(self.accessibleName())
        painter = QPainter()
        if not painter.begin(generator):
            return False
        self._paint(painter, QSizeF(size))
        return painter.end() and _keep(path, lambda file: file.write(written.data()) == written.size())

    def sizeHint(self) -> QSize:
        return QSize(480, self._height(self.width()))

    def resizeEvent(self, _event: object) -> None:
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._chart:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            self._paint(painter, QSizeF(self.size()))
            painter.end()

    def _fit(self) -> None:
        height = self._height(self.width())
        if height != self.minimumHeight():
            self.setFixedHeight(height)

    def _height(self, width: int) -> int:
        return picture_height(self._chart, self.font(), width) if self._chart else 0

    def _picture_size(self) -> QSize:
        return QSize(_PICTURE_WIDTH, self._height(_PICTURE_WIDTH))

    def _paint(self, painter: QPainter, size: QSizeF) -> None:
        if self._chart:
            self._chart.paint(painter, size, self.font(), rtl=self.layoutDirection() == Qt.LayoutDirection.RightToLeft)


def _keep(path: str, write: Callable[[QSaveFile], bool]) -> bool:
    """Write a file whole or not at all: what was there before stays until all of the new one is on the disk."""
    file = QSaveFile(path)
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        return False
    if not write(file):
        file.cancelWriting()
    return file.commit()
