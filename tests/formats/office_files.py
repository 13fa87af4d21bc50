"""Office files made by hand, so that a test decides every byte of them."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Line(NamedTuple):
    """Words at a place on a page of a PDF: points from its lower left corner."""

    x: float
    y: float
    text: str
    size: float = 11


def zipped(files: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP of these files, in their order."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def pdf_of(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """A PDF of these objects, numbered from 1; the first is its catalogue."""
    content, places = b"%PDF-1.7\n", []
    for number, content_of in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, content_of)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    table += b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, trailer, len(content))
    return content + table + end


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """An object of a PDF that holds bytes."""
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), entries, content)


def drawn(text: str) -> bytes:
    """Words as a page's content writes them."""
    return text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def pdf(pages: Sequence[Sequence[Line]], info: Mapping[str, str] | None = None, pictures: Sequence[int] = ()) -> bytes:
    """A PDF with these words on its pages, drawn in their order; `pictures` are numbers of pages that one covers."""
    kids = b" ".join(b"%d 0 R" % (6 + 2 * number) for number in range(len(pages)))
    told = "".join(f"/{key}({value})" for key, value in (info or {}).items())
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(pages)),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        stream(b"\x00", b"/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray"),
        b"<<%s>>" % told.encode("cp1252"),
    ]
    for number, lines in enumerate(pages, 1):
        words = [b"BT /F1 %g Tf %g %g Td (%s) Tj ET\n" % (size, x, y, drawn(text)) for x, y, text, size in lines]
        picture = b"q 595 0 0 842 0 0 cm /P1 Do Q\n" if number in pictures else b""
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
            b"/Resources<</Font<</F1 3 0 R>>/XObject<</P1 4 0 R>>>>>>" % (6 + 2 * number - 1)
        )
        objects.append(stream(picture + b"".join(words)))
    return pdf_of(objects, b"/Info 5 0 R")


def written(lines: Sequence[str], x: float = 50, y: float = 750, size: float = 11, step: float = 14) -> list[Line]:
    """Lines under each other."""
    return [Line(x, y - step * number, text, size) for number, text in enumerate(lines)]


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def relationships(*targets: tuple[str, str, bool]) -> str:
    """A .rels part: (kind, target, whether it lies elsewhere) each."""
    elsewhere = ' TargetMode="External"'
    found = "".join(
        f'<Relationship Id="rId{number}" Type="{RELATIONS}/{kind}" Target="{target}"{elsewhere * outside}/>'
        for number, (kind, target, outside) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{found}</Relationships>'


def docx(body: str, further: Mapping[str, str | bytes] | None = None, doctype: str = "") -> bytes:
    """A Word file whose body is this XML; `further` parts are added to it, or stand for its own."""
    types = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override '
        'PartName="/word/document.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    )
    document = (
        f'<?xml version="1.0" encoding="UTF-8"?>{doctype}<w:document xmlns:w="{WORD}" xmlns:r="{RELATIONS}">'
        f"<w:body>{body}</w:body></w:document>"
    )
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": types,
        "_rels/.rels": relationships(("officeDocument", "word/document.xml", False)),
        "word/document.xml": document,
    }
    return zipped(parts | dict(further or {}))


def word_paragraph(text: str, style: str = "") -> str:
    """A paragraph of a Word file."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_NAMESPACES = " ".join(
    [f'xmlns:{name}="{_ODF}:{name}:1.0"' for name in ("office", "text", "table", "meta", "manifest")]
    + [f'xmlns:draw="{_ODF}:drawing:1.0"', 'xmlns:dc="http://purl.org/dc/elements/1.1/"']
)
ODT_MIME = "application/vnd.oasis.opendocument.text"


def odt(body: str, meta: str = "", further: Mapping[str, str | bytes] | None = None) -> bytes:
    """An OpenDocument text whose body is this XML."""
    parts: dict[str, str | bytes] = {
        "content.xml": f"<office:document-content {_NAMESPACES}><office:body><office:text>{body}</office:text>"
        "</office:body></office:document-content>",
        "meta.xml": f"<office:document-meta {_NAMESPACES}><office:meta>{meta}</office:meta></office:document-meta>",
        "META-INF/manifest.xml": f"<manifest:manifest {_NAMESPACES}/>",
    }
    return _typed(ODT_MIME, parts | dict(further or {}))


def flat_odt(body: str) -> bytes:
    """The same in one file of XML."""
    return (
        f'<?xml version="1.0"?><office:document {_NAMESPACES} office:mimetype="{ODT_MIME}"><office:meta/><office:body>'
        f"<office:text>{body}</office:text></office:body></office:document>"
    ).encode()


def epub(
    chapters: Mapping[str, str | bytes], metadata: str = "", further: Mapping[str, str | bytes] | None = None
) -> bytes:
    """A book of these pages, in their order."""
    items = "".join(
        f'<item id="c{number}" href="{name}" media-type="application/xhtml+xml"/>'
        for number, name in enumerate(chapters)
    )
    spine = "".join(f'<itemref idref="c{number}"/>' for number in range(len(chapters)))
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/">{metadata}</metadata>'
        f"<manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
        '<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
    )
    parts = {"META-INF/container.xml": container, "OEBPS/book.opf": package}
    pages = {f"OEBPS/{name}": page for name, page in chapters.items()}
    return _typed("application/epub+zip", parts | pages | dict(further or {}))


def _typed(mime: str, parts: Mapping[str, str | bytes]) -> bytes:
    """A ZIP that begins with what it is, unpacked."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", mime, zipfile.ZIP_STORED)
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()
