"""What stands in an OpenDocument report: its blocks, and the styles that they need beside the named ones."""

import re
from html import escape
from typing import NamedTuple

from annotator.core.directions import is_right_to_left
from annotator.core.report import Block, Fact, Facts, Heading, Mark, Paragraph, Piece, Report, Style, Table
from annotator.core.schema import Pattern
from annotator.formats.reports.odt_styles import HEAD, NAMESPACES
from annotator.formats.reports.scripts import FACES, languages_of

_STYLES = {
    Style.PLAIN: "Standard",
    Style.QUIET: "Quiet",
    Style.TEXT: "Article_20_Text",
    Style.CAPTION: "Picture_20_Caption",
    Style.PASSAGE: "Passage",
    Style.NOTICE: "Notice",
}
_UNDERLINES = {
    Pattern.SOLID: "solid",
    Pattern.DASHED: "dash",
    Pattern.DOTTED: "dotted",
    Pattern.WAVY: "wave",
    Pattern.DOUBLE: "solid",
}
_WHITE = re.compile("  +|^ | $|[\n\t]")


class _Paragraph(NamedTuple):
    """What a paragraph has beside its named style."""

    style: str
    right_to_left: bool
    language: str
    new_page: bool
    end: bool


class Body:
    """Writes the blocks of a report."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._marks = {mark.key: (f"M{number}", mark) for number, mark in enumerate(report.marks)}
        self._names: dict[_Paragraph, str] = {}
        self._new_page = False
        self._tables = 0

    def content(self) -> str:
        """The member content.xml."""
        blocks = [self._block(block) for block in self._report.front]
        for part in self._report.parts:
            self._new_page = self._report.count > 1
            blocks += [self._block(block) for block in part.blocks]
        styles = "".join(_paragraph_style(name, look) for look, name in self._names.items())
        marks = "".join(_mark_styles(name, mark) for name, mark in self._marks.values())
        return (
            f'{HEAD}<office:document-content {NAMESPACES} office:version="1.3">\n<office:automatic-styles>\n'
            f"{_FIXED}{styles}{marks}</office:automatic-styles>\n<office:body>\n<office:text>\n"
            f"{''.join(blocks)}</office:text>\n</office:body>\n</office:document-content>\n"
        )

    def _block(self, block: Block) -> str:
        if isinstance(block, Heading):
            style = self._style(f"Heading_20_{block.level}", block.words, block.language)
            head = f'<text:h text:style-name="{style}" text:outline-level="{block.level}">'
            return f"{head}{_words(block.words)}</text:h>\n"
        if isinstance(block, Paragraph):
            style = self._style(_STYLES[block.style], block.text, block.language)
            return f'<text:p text:style-name="{style}">{"".join(map(self._piece, block.pieces))}</text:p>\n'
        return self._facts(block) if isinstance(block, Facts) else self._table(block)

    def _piece(self, piece: Piece) -> str:
        words = _words(piece.text)
        found = self._marks.get(piece.marks[-1]) if piece.marks else None
        if piece.number:
            return f'<text:span text:style-name="{f"{found[0]}N" if found else "Number"}">{words}</text:span>'
        if found:
            return f'<text:span text:style-name="{found[0]}">{words}</text:span>'
        return f'<text:span text:style-name="Bold">{words}</text:span>' if piece.bold else words

    def _facts(self, block: Facts) -> str:
        rows = "".join(
            "<table:table-row>"
            + self._cell(Fact("", fact.name), "Cell_20_Heading")
            + self._cell(fact, "Cell")
            + "</table:table-row>\n"
            for fact in block.rows
        )
        columns = '<table:table-column table:style-name="Names"/><table:table-column table:style-name="Words"/>'
        return self._in_table(columns, rows) if rows else ""

    def _table(self, block: Table) -> str:
        heads = "".join(self._cell(Fact("", words), "Cell_20_Heading") for words in block.headings)
        first = len(block.headings) if block.figures_from is None else block.figures_from
        rows = "".join(
            "<table:table-row>"
            + "".join(self._cell(Fact("", words), "Cell", end=column >= first) for column, words in enumerate(cells))
            + "</table:table-row>\n"
            for cells in block.rows
        )
        columns = f'<table:table-column table:number-columns-repeated="{len(block.headings)}"/>'
        head = f"<table:table-header-rows><table:table-row>{heads}</table:table-row></table:table-header-rows>\n"
        caption = self._block(Heading(block.caption, 3)) if block.caption else ""
        return caption + self._in_table(columns, head + rows)

    def _in_table(self, columns: str, rows: str) -> str:
        self._tables += 1
        name = f"Table{self._tables}"
        space = '<text:p text:style-name="Standard"/>\n'
        return f'<table:table table:name="{name}" table:style-name="Whole">{columns}\n{rows}</table:table>\n{space}'

    def _cell(self, fact: Fact, style: str, *, end: bool = False) -> str:
        # A name that runs the other way begins where the others do; words of an article keep their own edge.
        turned = is_right_to_left(fact.words) and not fact.language
        name = self._style(style, fact.words, fact.language, end=end or turned)
        words = f'<text:p text:style-name="{name}">{_words(fact.words)}</text:p>'
        return f'<table:table-cell table:style-name="Ruled" office:value-type="string">{words}</table:table-cell>'

    def _style(self, style: str, words: str, language: str, *, end: bool = False) -> str:
        look = _Paragraph(style, is_right_to_left(words), language, self._new_page, end)
        self._new_page = False
        return self._names.setdefault(look, f"P{len(self._names) + 1}")


_FIXED = (
    '<style:style style:name="Whole" style:family="table"><style:table-properties style:width="16.6cm" '
    'table:align="margins"/></style:style>\n'
    '<style:style style:name="Names" style:family="table-column"><style:table-column-properties '
    'style:column-width="3.9cm"/></style:style>\n'
    '<style:style style:name="Words" style:family="table-column"><style:table-column-properties '
    'style:column-width="12.7cm"/></style:style>\n'
    '<style:style style:name="Ruled" style:family="table-cell"><style:table-cell-properties fo:padding="0.08cm" '
    'fo:border="none" fo:border-bottom="0.02cm solid #d9d9d9"/></style:style>\n'
    '<style:style style:name="Bold" style:family="text"><style:text-properties fo:font-weight="bold" '
    'style:font-weight-asian="bold" style:font-weight-complex="bold"/></style:style>\n'
    '<style:style style:name="Number" style:family="text"><style:text-properties fo:font-weight="bold" '
    'style:text-position="super 65%"/></style:style>\n'
)


def _paragraph_style(name: str, look: _Paragraph) -> str:
    paragraph = f' style:writing-mode="{"rl-tb" if look.right_to_left else "lr-tb"}"'
    if look.right_to_left or look.end:
        paragraph += ' fo:text-align="end"' if look.end else ' fo:text-align="start"'
    if look.new_page:
        paragraph += ' fo:break-before="page"'
    words = _language(look.language) if look.language else ""
    return (
        f'<style:style style:name="{name}" style:family="paragraph" style:parent-style-name="{look.style}">'
        f"<style:paragraph-properties{paragraph}/>{words}</style:style>\n"
    )


def _language(code: str) -> str:
    known, face = languages_of(code), FACES.get(code.split("-")[0], "")
    groups = (("fo:", "", known.western), ("style:", "-asian", known.east_asian), ("style:", "-complex", known.complex))
    told = ""
    for prefix, group, tag in groups:
        language, _, country = tag.partition("-")
        if language:
            told += (
                f' {prefix}language{group}="{escape(language)}" {prefix}country{group}="{escape(country or "none")}"'
            )
        if language and face and group:
            told += f' style:font-family{group}="{face}"'
    return f"<style:text-properties{told}/>" if told else ""


def _mark_styles(name: str, mark: Mark) -> str:
    double = ' style:text-underline-type="double"' if mark.pattern is Pattern.DOUBLE else ""
    return (
        f'<style:style style:name="{name}" style:family="text"><style:text-properties '
        f'fo:background-color="{mark.tint}" style:text-underline-style="{_UNDERLINES[mark.pattern]}"{double} '
        f'style:text-underline-width="auto" style:text-underline-color="{mark.ink}"/></style:style>\n'
        f'<style:style style:name="{name}N" style:family="text"><style:text-properties fo:font-weight="bold" '
        f'fo:color="{mark.ink}" style:text-position="super 65%"/></style:style>\n'
    )


def _words(words: str) -> str:
    """Words whose white space comes back as it was: a reader takes several spaces for one."""
    at, parts = 0, []
    for found in _WHITE.finditer(words):
        parts.append(escape(words[at : found.start()], quote=False))
        parts.append(_white(found[0]))
        at = found.end()
    return "".join(parts) + escape(words[at:], quote=False)


def _white(found: str) -> str:
    if found == "\n":
        return "<text:line-break/>"
    return "<text:tab/>" if found == "\t" else f'<text:s text:c="{len(found)}"/>'
