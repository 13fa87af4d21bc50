"""What stands in a Word report: its blocks as WordprocessingML."""

from typing import Any

from docx.oxml.ns import nsmap
from lxml import etree

from annotator.core.directions import is_right_to_left
from annotator.core.report import Block, Fact, Facts, Heading, Paragraph, Piece, Report, Style, Table
from annotator.core.schema import Pattern
from annotator.formats.reports.scripts import FACES, languages_of, runs_of

_W = f"{{{nsmap['w']}}}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_STYLES = {
    Style.PLAIN: "",
    Style.QUIET: "Quiet",
    Style.TEXT: "ArticleText",
    Style.CAPTION: "PictureCaption",
    Style.PASSAGE: "Passage",
    Style.NOTICE: "Notice",
}
_UNDERLINES = {
    Pattern.SOLID: "single",
    Pattern.DASHED: "dash",
    Pattern.DOTTED: "dotted",
    Pattern.WAVY: "wave",
    Pattern.DOUBLE: "double",
}
_PAGE_TWIPS, _NAME_TWIPS = 9400, 2200


class Body:
    """Writes the blocks of a report before the end of a document's body."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._marks = {mark.key: mark for mark in report.marks}
        self._new_page = False

    def fill(self, section: Any) -> None:
        """Put all blocks before the section's properties, which end the body."""
        holder = etree.Element(f"{_W}body", nsmap={"w": nsmap["w"]})
        for block in self._report.front:
            self._block(holder, block)
        for part in self._report.parts:
            self._new_page = True
            for block in part.blocks:
                self._block(holder, block)
        for element in list(holder):
            section.addprevious(element)

    def _block(self, parent: Any, block: Block) -> None:
        if isinstance(block, Heading):
            self._words(parent, block.words, f"Heading{block.level}", block.language)
        elif isinstance(block, Paragraph):
            paragraph = self._paragraph(parent, _STYLES[block.style], is_right_to_left(block.text))
            for piece in block.pieces:
                self._piece(paragraph, piece, is_right_to_left(block.text), block.language)
        elif isinstance(block, Facts):
            self._facts(parent, block)
        else:
            self._table(parent, block)

    def _facts(self, parent: Any, block: Facts) -> None:
        table = _new_table(parent, [_NAME_TWIPS, _PAGE_TWIPS - _NAME_TWIPS], header=False)
        for fact in block.rows:
            row = _sub(table, "tr")
            self._cell(row, _NAME_TWIPS, Fact("", fact.name), "CellHeading")
            self._cell(row, _PAGE_TWIPS - _NAME_TWIPS, fact, "Cell")
        _sub(_sub(parent, "p"), "pPr")  # two tables that touch would become one

    def _table(self, parent: Any, block: Table) -> None:
        if block.caption:
            self._words(parent, block.caption, "Heading3", "")
        width = _PAGE_TWIPS // max(1, len(block.headings))
        table = _new_table(parent, [width] * len(block.headings), header=True)
        for number, cells in enumerate((block.headings, *block.rows)):
            row = _sub(table, "tr")
            if number == 0:
                properties = _sub(row, "trPr")
                _sub(properties, "cantSplit")
                _sub(properties, "tblHeader")
            for column, words in enumerate(cells):
                is_figure = block.figures_from is not None and column >= block.figures_from
                self._cell(row, width, Fact("", words), "Cell" if number else "CellHeading", end=is_figure)
        _sub(_sub(parent, "p"), "pPr")

    def _cell(self, row: Any, width: int, fact: Fact, style: str, *, end: bool = False) -> None:
        cell = _sub(row, "tc")
        _sub(_sub(cell, "tcPr"), "tcW", w=str(width), type="dxa")
        self._words(cell, fact.words, style, fact.language, end=end)

    def _words(self, parent: Any, words: str, style: str, language: str, *, end: bool = False) -> None:
        right = is_right_to_left(words)
        self._piece(self._paragraph(parent, style, right, end=end), Piece(words), right, language)

    def _paragraph(self, parent: Any, style: str, right_to_left: bool, *, end: bool = False) -> Any:
        paragraph = _sub(parent, "p")
        properties = _sub(paragraph, "pPr")
        if style:
            _sub(properties, "pStyle", val=style)
        if self._new_page:
            _sub(properties, "pageBreakBefore")
            self._new_page = False
        if right_to_left:
            _sub(properties, "bidi")
        if end:
            _sub(properties, "jc", val="end")
        return paragraph

    def _piece(self, paragraph: Any, piece: Piece, right_to_left: bool, language: str) -> None:
        for words, right in runs_of(piece.text, right_to_left=right_to_left):
            run = _sub(paragraph, "r")
            self._look(_sub(run, "rPr"), piece, right, language)
            _put_words(run, words)

    def _look(self, look: Any, piece: Piece, right: bool, language: str) -> None:
        """How a run looks, in the order that the format asks for."""
        mark = self._marks.get(piece.marks[-1]) if piece.marks else None
        plain = language.split("-")[0]
        known = languages_of(language) if language else None
        if known and plain in FACES:
            script = {"eastAsia": FACES[plain], "hint": "eastAsia"} if known.east_asian else {"cs": FACES[plain]}
            _sub(look, "rFonts", **script)
        if piece.bold or piece.number:
            _sub(look, "b")
            _sub(look, "bCs")
        if mark and piece.number:
            _sub(look, "color", val=mark.ink.lstrip("#"))
        if mark and not piece.number:
            _sub(look, "u", val=_UNDERLINES[mark.pattern], color=mark.ink.lstrip("#"))
            _sub(look, "shd", val="clear", color="auto", fill=mark.tint.lstrip("#"))
        if piece.number:
            _sub(look, "vertAlign", val="superscript")
        if right:
            _sub(look, "rtl")
        if known:
            told = {"val": known.western, "eastAsia": known.east_asian, "bidi": known.complex}
            _sub(look, "lang", **{name: tag for name, tag in told.items() if tag})


def _new_table(parent: Any, widths: list[int], *, header: bool) -> Any:
    table = _sub(parent, "tbl")
    properties = _sub(table, "tblPr")
    _sub(properties, "tblW", w="5000", type="pct")
    edges = _sub(properties, "tblBorders")
    _sub(edges, "insideH", val="single", sz="4", space="0", color="D9D9D9")
    _sub(properties, "tblLayout", type="fixed")
    _sub(properties, "tblLook", firstRow=str(int(header)), firstColumn="1", noHBand="1", noVBand="1")
    grid = _sub(table, "tblGrid")
    for width in widths:
        _sub(grid, "gridCol", w=str(width))
    return table


def _put_words(run: Any, words: str) -> None:
    """Words with their line breaks and tabs, which are elements of their own."""
    for number, line in enumerate(words.split("\n")):
        if number:
            _sub(run, "br")
        for place, stretch in enumerate(line.split("\t")):
            if place:
                _sub(run, "tab")
            if stretch:
                element = _sub(run, "t")
                element.text = stretch
                element.set(_SPACE, "preserve")


def _sub(parent: Any, name: str, **attributes: str) -> Any:
    return etree.SubElement(parent, _W + name, {_W + key: value for key, value in attributes.items()})
