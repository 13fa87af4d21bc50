"""A report as a Word file, with real headings, tables with header rows, and every script running its own way."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO
from zipfile import ZipFile

from lxml import etree

from annotator.core.report import Report
from annotator.formats.reports.docx_body import Body
from annotator.formats.reports.zipped import read_member, write_members

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BODY = "word/document.xml"
_WHITE = {f"{_W}br": "\n", f"{_W}tab": "\t", f"{_W}cr": "\n"}


@dataclass(frozen=True, slots=True)
class DocxReport:
    """Writes reports for Word and what reads its files."""

    id: str = "docx"
    title: str = "Word"
    extension: str = ".docx"

    def write(self, report: Report, stream: BinaryIO) -> Sequence[str]:
        """Write a report. Word's file lacks nothing of it."""
        from annotator.formats.reports.docx_frame import framed  # slow to load, and seldom needed

        packed = io.BytesIO()
        framed(report).save(packed)
        with ZipFile(packed) as archive:
            write_members(stream, ((name, _filled(name, archive.read(name), report)) for name in archive.namelist()))
        return ()

    def passages(self, stream: BinaryIO) -> Iterator[str]:
        """The exact words of every passage in a file that `write` wrote."""
        content = io.BytesIO(read_member(stream, _BODY))
        try:
            for _, paragraph in etree.iterparse(content, tag=f"{_W}p", resolve_entities=False, huge_tree=True):
                style = paragraph.find(f"{_W}pPr/{_W}pStyle")
                if style is not None and style.get(f"{_W}val") == "Passage":
                    yield "".join(_words(paragraph))
                paragraph.clear(keep_tail=True)
        except etree.XMLSyntaxError as error:
            raise ValueError(f"its text is damaged: {error}") from error


def _filled(name: str, content: bytes, report: Report) -> bytes:
    """A member of the file; that of the text with the report's blocks at the head of its body."""
    if name != _BODY:
        return content
    head, begin, tail = content.partition(b"<w:body>")
    return b"".join((head, begin, *(block.encode() for block in Body(report).blocks()), tail))


def _words(paragraph: Any) -> Iterator[str]:
    for element in paragraph.iter():
        if element.tag == f"{_W}t":
            yield element.text or ""
        elif element.tag in _WHITE:
            yield _WHITE[element.tag]
