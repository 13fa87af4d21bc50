"""The frame of a Word report: its styles, page, head and foot, and what the file says of itself."""

from datetime import UTC, datetime
from typing import Any

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from annotator.core.report import Report
from annotator.formats.reports.scripts import languages_of

_FACE, _COMPLEX_FACE = "Georgia", "Times New Roman"
_HEADINGS = {1: 18, 2: 13.5, 3: 11}
_LONG_AGO = datetime(1980, 1, 1, tzinfo=UTC)
# Name, size, ink, italic, left indent in cm.
_STYLES = (
    ("Article Text", 11, "1A1A1A", False, 0.0),
    ("Picture Caption", 10, "1A1A1A", True, 0.6),
    ("Passage", 11.5, "1A1A1A", False, 0.6),
    ("Quiet", 9, "595959", False, 0.0),
    ("Notice", 9.5, "1A1A1A", False, 0.0),
    ("Cell", 9.5, "1A1A1A", False, 0.0),
    ("Cell Heading", 9.5, "595959", False, 0.0),
)


def framed(report: Report) -> Document:
    """A Word document for the report, with nothing in its body yet."""
    document = docx.Document()
    _dress(document, report.language)
    _page(document, report)
    _properties(document, report)
    body = document.element.body
    section = body.sectPr
    for element in list(body):
        if element is not section:
            body.remove(element)
    return document


def _dress(document: Document, language: str) -> None:
    normal: Any = document.styles["Normal"]
    _set_face(normal)
    normal.font.size = Pt(10.5)
    normal.paragraph_format.space_after = Pt(4)
    western = languages_of(language).western or "en-US"
    normal.element.get_or_add_rPr().append(_element("w:lang", val=western, eastAsia="zh-CN", bidi="ar-SA"))
    for level, size in _HEADINGS.items():
        style: Any = document.styles[f"Heading {level}"]
        _set_face(style)
        style.font.size, style.font.bold = Pt(size), True
        style.font.color.rgb = RGBColor(0x1A, 0x1A, 0x1A)
        style.paragraph_format.space_before = Pt(14 if level < 3 else 10)
        style.paragraph_format.space_after = Pt(4)
        style.paragraph_format.keep_with_next = True
    for name, points, ink, italic, indent in _STYLES:
        _add_style(document, name, points, ink, italic=italic, indent=indent)
    _edge(document.styles["Passage"], "8A8A8A", "left")
    for side in ("top", "left", "bottom", "right"):
        _edge(document.styles["Notice"], "B58900", side)
    cell: Any = document.styles["Cell Heading"]
    cell.font.bold = True


def _add_style(document: Document, name: str, points: float, ink: str, *, italic: bool, indent: float) -> None:
    style: Any = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    style.font.size, style.font.italic = Pt(points), italic or None
    style.font.color.rgb = RGBColor.from_string(ink)
    style.paragraph_format.space_after = Pt(1 if name.startswith("Cell") else 6)
    style.paragraph_format.space_before = Pt(1 if name.startswith("Cell") else 0)
    if indent:
        # “start”, so that it is the right edge of what runs right to left.
        style.element.get_or_add_pPr().append(_element("w:ind", start=str(int(Cm(indent).twips)), left="0"))


def _set_face(style: Any) -> None:
    """One face for each kind of script; without the theme's, which would win over them."""
    style.font.name = _FACE
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for name, face in (("ascii", _FACE), ("hAnsi", _FACE), ("cs", _COMPLEX_FACE), ("eastAsia", "SimSun")):
        fonts.set(qn(f"w:{name}"), face)


def _edge(style: Any, ink: str, side: str) -> None:
    properties = style.element.get_or_add_pPr()
    edges = properties.find(qn("w:pBdr"))
    if edges is None:
        edges = OxmlElement("w:pBdr")
        properties.insert_element_before(
            edges, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:kinsoku", "w:bidi", "w:spacing", "w:ind", "w:jc"
        )
    edges.append(_element(f"w:{side}", val="single", sz="18" if side == "left" else "6", space="6", color=ink))


def _page(document: Document, report: Report) -> None:
    section: Any = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin = section.bottom_margin = Cm(2.2)
    head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
    for paragraph in (head, foot):
        paragraph.style = document.styles["Quiet"]
    head.add_run(f"{report.title} · {report.made}")
    _field(foot, "PAGE")
    foot.add_run(" / ")
    _field(foot, "NUMPAGES")


def _field(paragraph: Any, name: str) -> None:
    """A number that the word processor works out."""
    field = _element("w:fldSimple", instr=name)
    run, words = OxmlElement("w:r"), OxmlElement("w:t")
    words.text = "1"
    run.append(words)
    field.append(run)
    paragraph._p.append(field)


def _properties(document: Document, report: Report) -> None:
    told = document.core_properties
    told.title, told.subject, told.language = report.title, report.made, report.language
    told.author = told.last_modified_by = told.comments = told.keywords = ""
    # The same report gives the same file: the moment it tells of stands in it, not that of writing.
    told.created = told.modified = _LONG_AGO
    told.revision = 1


def _element(name: str, **attributes: str) -> Any:
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element
