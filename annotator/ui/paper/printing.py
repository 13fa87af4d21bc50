"""A report as a PDF: set by Qt, so that every script is shaped and runs its own way."""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from html import escape
from typing import BinaryIO
from uuid import UUID

import pypdfium2
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QUuid
from PySide6.QtGui import QPdfWriter, QTextDocument

from annotator.core.report import Block, Report, words_of
from annotator.ui.paper.contents import front_with_contents
from annotator.ui.paper.copying import copying_notice, lost_passages, lost_scripts, texts_of
from annotator.ui.paper.faces import Letters
from annotator.ui.paper.finishing import finished
from annotator.ui.paper.pages import Pages, lay_out
from annotator.ui.paper.setting import Setting

_MOST_WAIT = 400
"""So many documents may wait: some 400 MB."""
_SHOWN = 12


class PaperReport:
    """Writes reports as PDF. One of it writes one report, since it remembers what it has set."""

    id = "pdf"
    title = "PDF"
    extension = ".pdf"

    def __init__(self) -> None:
        self._passages: list[str] = []
        self._pages = 0

    def write(self, report: Report, stream: BinaryIO) -> Sequence[str]:
        """Write a report. Returns sentences where typefaces of this system lack letters, and words cannot be copied."""
        letters, setting = Letters(), Setting(report.marks)
        printer = _Printer(report)
        try:
            for title, blocks in _parts(report):
                letters.take(words for block in blocks for words in words_of(block))
                document = setting.document(blocks)
                lay_out(document)
                printer.take(document, title)
            printer.draw_rest(setting)
        finally:
            content = printer.end()
        pages = printer.pages
        content = finished(content, pages.bookmarks, report, pages.lines)
        stream.write(content)
        self._passages, self._pages = setting.passages, pages.drawn
        return [*_notices(letters.missing), *_uncopied(content, pages, setting.passages, report)]

    def passages(self, stream: BinaryIO) -> Iterator[str]:
        """The words of every passage as they were set; the file must open, with all its pages.

        Where a reader of PDF takes other words out of the file, `write` has said so.
        """
        try:
            with pypdfium2.PdfDocument(stream.read()) as document:
                pages = len(document)
        except pypdfium2.PdfiumError as error:
            raise ValueError(f"the PDF does not open: {error}") from error
        if pages != self._pages:
            raise ValueError(f"the PDF has {pages} pages instead of {self._pages}")
        yield from self._passages


def _parts(report: Report) -> Iterator[tuple[str, Sequence[Block]]]:
    """Titles and blocks of what begins on a page of its own; a single part stands on that of the front."""
    if report.count == 1:
        yield "", [*report.front, *(block for part in report.parts for block in part.blocks)]
        return
    yield "", report.front
    for part in report.parts:
        yield part.title, part.blocks


class _Printer:
    """Draws documents as they come, the front first. The first ones wait, so that a report that ends with them has its
    contents at its head and says on each page of how many it is.
    """

    def __init__(self, report: Report) -> None:
        self._report = report
        self._content = QByteArray()
        self._buffer = QBuffer(self._content)
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(self._buffer)
        writer.setTitle(report.title)
        writer.setCreator("")
        writer.setDocumentId(_key(report))
        writer.setDocumentXmpMetadata(QByteArray(_about(report)))
        self.pages = Pages(writer, f"{report.title} · {report.made}")
        self._painter = self.pages.begin()
        self._waiting: list[QTextDocument] = []
        self._titles: list[str] = []

    def take(self, document: QTextDocument, title: str) -> None:
        """One more document, laid out."""
        self._waiting.append(document)
        self._titles.append(title)
        if self.pages.drawn or len(self._waiting) > _MOST_WAIT:
            self._draw()

    def draw_rest(self, setting: Setting) -> None:
        """Draw those that wait still; `setting` is what set them."""
        if not self.pages.drawn:
            lengths = [one.pageCount() for one in self._waiting[1:]]
            if len(lengths) > 1:
                self._waiting[0] = front_with_contents(setting, self._report, self._titles[1:], lengths)
            self.pages.count = sum(one.pageCount() for one in self._waiting)
        self._draw()

    def end(self) -> bytes:
        """The PDF of what was drawn. To be called whatever happens: Qt ends the process when a painter outlives its
        paper.
        """
        self._painter.end()
        self._buffer.close()
        return bytes(self._content.data())

    def _draw(self) -> None:
        for document in self._waiting:
            self._report.go_on()
            self.pages.draw(self._painter, document)
        self._waiting.clear()


def _key(report: Report) -> QUuid:
    """A key that is the same for reports of the same title and moment."""
    digest = sha256(f"{report.title}\n{report.made}".encode()).digest()
    return QUuid(str(UUID(bytes=digest[:16])))


def _about(report: Report) -> bytes:
    """What the file says of itself beside its title: nothing of when and by whom it was written."""
    return (
        "<?xpacket begin='\ufeff' id='W5M0MpCehiHzreSzNTczkc9d'?>"
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt>'
        f'<rdf:li xml:lang="x-default">{escape(report.title)}</rdf:li></rdf:Alt></dc:title></rdf:Description>'
        "</rdf:RDF></x:xmpmeta><?xpacket end='w'?>"
    ).encode()


def _uncopied(content: bytes, pages: Pages, passages: Sequence[str], report: Report) -> list[str]:
    """What to say where the words that can be copied from the PDF are not those of the report."""
    texts = texts_of(content, report.go_on)
    other = lost_passages(texts, passages, lambda page: (pages.head, pages.number_of(page + 1)))
    return copying_notice(lost_scripts(texts, pages.lines), other=other)


def _notices(missing: set[str]) -> list[str]:
    if not missing:
        return []
    shown = " ".join(sorted(missing)[:_SHOWN])
    more = " …" if len(missing) > _SHOWN else ""
    return [
        f"No typeface of this computer has {shown}{more}: in the PDF boxes stand for them. "
        "Install a typeface that has them, or choose another format."
    ]
