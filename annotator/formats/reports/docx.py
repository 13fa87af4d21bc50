"""A report as a Word file, with real headings, tables with header rows, and every script running its own way."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO
from zipfile import ZipFile

from lxml import etree

from annotator.core.report import Report
from annotator.formats.reports.zipped import read_member, write_members

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
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
            write_members(stream, [(name, archive.read(name)) for name in archive.namelist()])
        return ()

    def passages(self, stream: BinaryIO) -> Iterator[str]:
        """The exact words of every passage in a file that `write` wrote."""
        parser = etree.XMLParser(resolve_entities=False, huge_tree=True, no_network=True)
        body = etree.fromstring(read_member(stream, "word/document.xml"), parser)
        for style in body.iter(f"{_W}pStyle"):
            if style.get(f"{_W}val") == "Passage":
                yield "".join(_words(style.getparent().getparent()))


def _words(paragraph: Any) -> Iterator[str]:
    for element in paragraph.iter():
        if element.tag == f"{_W}t":
            yield element.text or ""
        elif element.tag in _WHITE:
            yield _WHITE[element.tag]
