"""A report as an OpenDocument text, with real headings, tables with header rows, and every script its own way."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO

from lxml import etree

from annotator.core.report import Report
from annotator.formats.reports.odt_body import Body
from annotator.formats.reports.odt_styles import manifest, meta, styles
from annotator.formats.reports.zipped import read_member, write_members

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_MIME = b"application/vnd.oasis.opendocument.text"


@dataclass(frozen=True, slots=True)
class OdtReport:
    """Writes reports for LibreOffice and what else reads OpenDocument."""

    id: str = "odt"
    title: str = "OpenDocument text"
    extension: str = ".odt"

    def write(self, report: Report, stream: BinaryIO) -> Sequence[str]:
        """Write a report. An OpenDocument text lacks nothing of it."""
        members = (
            ("mimetype", _MIME),
            ("content.xml", Body(report).content().encode()),
            ("styles.xml", styles(report).encode()),
            ("meta.xml", meta(report).encode()),
            ("META-INF/manifest.xml", manifest().encode()),
        )
        write_members(stream, members, stored="mimetype")
        return ()

    def passages(self, stream: BinaryIO) -> Iterator[str]:
        """The exact words of every passage in a file that `write` wrote."""
        parser = etree.XMLParser(resolve_entities=False, huge_tree=True, no_network=True)
        root = etree.fromstring(read_member(stream, "content.xml"), parser)
        named = {
            style.get(f"{_STYLE}name")
            for style in root.iter(f"{_STYLE}style")
            if style.get(f"{_STYLE}parent-style-name") == "Passage"
        }
        for paragraph in root.iter(f"{_TEXT}p"):
            if paragraph.get(f"{_TEXT}style-name") in named:
                yield "".join(_words(paragraph))


def _words(element: Any) -> Iterator[str]:
    if element.tag == f"{_TEXT}s":
        yield " " * int(element.get(f"{_TEXT}c", "1"))
    elif element.tag == f"{_TEXT}tab":
        yield "\t"
    elif element.tag == f"{_TEXT}line-break":
        yield "\n"
    yield element.text or ""
    for child in element:
        yield from _words(child)
        yield child.tail or ""
