"""Claims on paper: the page of the export, set for a printer or into a PDF."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import QFont, QPagedPaintDevice, QPageLayout, QPageSize, QPdfWriter, QTextDocument

_MARGIN_MILLIMETRES = 0.0  # beside the 20 that a document leaves free by itself
_POINTS = 10.5


def pdf_of(html: str, title: str) -> bytes:
    """A page of HTML as a PDF, A4."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    edge = _MARGIN_MILLIMETRES
    writer.setPageMargins(QMarginsF(edge, edge, edge, edge), QPageLayout.Unit.Millimeter)
    print_on(writer, html)
    buffer.close()
    return bytes(content.data())


def print_on(device: QPagedPaintDevice, html: str) -> None:
    """Print a page of HTML on paper or into a file; nothing that it may name is fetched."""
    document = QTextDocument()
    document.setDefaultFont(QFont("serif", -1))
    font = document.defaultFont()
    font.setPointSizeF(_POINTS)
    document.setDefaultFont(font)
    document.setHtml(html)
    document.print_(device)
