"""A report as one HTML file: nothing is loaded from anywhere, no script runs, and it prints as it stands.

Direction and language are written on every block; tables and headings are those that a screen reader knows.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import BinaryIO

from lxml import html as lxml_html

from annotator.core.directions import is_right_to_left
from annotator.core.report import Block, Facts, Heading, Paragraph, Part, Piece, Report, Style, Table
from annotator.formats.reports.page_style import style_sheet


@dataclass(frozen=True, slots=True)
class HtmlReport:
    """Writes reports as HTML."""

    id: str = "html"
    title: str = "Web page"
    extension: str = ".html"

    def write(self, report: Report, stream: BinaryIO) -> Sequence[str]:
        """Write a report; its parts are taken one by one. A page lacks nothing."""
        page = _Page(report)
        titles, bodies = [], []
        for number, part in enumerate(report.parts, 1):
            titles.append(part.title)
            bodies.append(page.part(number, part))
        for piece in (page.head(), page.front(titles), *bodies, "</main>\n</body>\n</html>\n"):
            stream.write(piece.encode())
        return ()

    def passages(self, stream: BinaryIO) -> Iterator[str]:
        """The exact words of every passage in a file that `write` wrote."""
        parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True)
        for found in lxml_html.parse(stream, parser).iterfind(".//p[@class='passage']"):
            yield str(found.text_content())


class _Page:
    """Turns the records of a report into HTML."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._classes = {mark.key: f"m{number}" for number, mark in enumerate(report.marks)}
        self._titles = {mark.key: mark.title for mark in report.marks}

    def head(self) -> str:
        report = self._report
        style = style_sheet({self._classes[mark.key]: mark for mark in report.marks})
        return (
            f'<!DOCTYPE html>\n<html lang="{escape(report.language)}">\n<head>\n<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{escape(report.title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<main>\n"
        )

    def front(self, titles: Sequence[str]) -> str:
        blocks = "".join(map(self._block, self._report.front))
        if len(titles) < 2:
            return blocks
        links = "".join(
            f'<li{_direction(title)}><a href="#part-{number}">{escape(title)}</a></li>\n'
            for number, title in enumerate(titles, 1)
        )
        words = escape(self._report.contents[0])
        return f'{blocks}<nav aria-label="{words}"><h2>{words}</h2><ol>\n{links}</ol></nav>\n'

    def part(self, number: int, part: Part) -> str:
        blocks = "".join(map(self._block, part.blocks))
        return f'<section id="part-{number}" aria-label="{escape(part.title)}">\n{blocks}</section>\n'

    def _block(self, block: Block) -> str:
        if isinstance(block, Heading):
            attributes = _direction(block.words) + _language(block.language)
            return f"<h{block.level}{attributes}>{escape(block.words)}</h{block.level}>\n"
        if isinstance(block, Paragraph):
            return self._paragraph(block)
        return _facts(block) if isinstance(block, Facts) else _table(block)

    def _paragraph(self, block: Paragraph) -> str:
        name = "" if block.style is Style.PLAIN else f' class="{block.style}"'
        inside = "".join(map(self._piece, block.pieces))
        return f"<p{name}{_direction(block.text)}{_language(block.language)}>{inside}</p>\n"

    def _piece(self, piece: Piece) -> str:
        words = escape(piece.text, quote=False)
        if piece.number:
            name = self._classes.get(piece.marks[0], "") if piece.marks else ""
            title = escape(self._titles.get(piece.marks[0], "")) if piece.marks else ""
            return f'<span class="number {name}" title="{title}">{words}</span>'
        for key in reversed(piece.marks):
            if key in self._classes:
                words = f'<span class="mark {self._classes[key]}">{words}</span>'
        return f"<b>{words}</b>" if piece.bold else words


def _facts(block: Facts) -> str:
    rows = "".join(
        f'<tr><th scope="row">{escape(row.name)}</th><td{_direction(row.words)}{_language(row.language)}>'
        f"{escape(row.words, quote=False)}</td></tr>\n"
        for row in block.rows
    )
    return f'<table class="facts"><tbody>\n{rows}</tbody></table>\n' if rows else ""


def _table(block: Table) -> str:
    first = len(block.headings) if block.figures_from is None else block.figures_from

    def name(column: int) -> str:
        return ' class="figure"' if column >= first else ""

    headings = "".join(
        f'<th scope="col"{name(column)}>{escape(words)}</th>' for column, words in enumerate(block.headings)
    )
    rows = "".join(
        "<tr>"
        + "".join(
            f'<th scope="row"{_direction(words)}>{escape(words, quote=False)}</th>'
            if column == 0
            else f"<td{name(column)}{_direction(words)}>{escape(words, quote=False)}</td>"
            for column, words in enumerate(cells)
        )
        + "</tr>\n"
        for cells in block.rows
    )
    caption = f"<caption>{escape(block.caption)}</caption>\n" if block.caption else ""
    return f"<table>{caption}<thead><tr>{headings}</tr></thead>\n<tbody>\n{rows}</tbody></table>\n"


def _direction(words: str) -> str:
    return ' dir="rtl"' if is_right_to_left(words) else ' dir="ltr"'


def _language(language: str) -> str:
    return f' lang="{escape(language)}"' if language else ""
