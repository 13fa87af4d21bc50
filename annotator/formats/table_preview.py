"""The beginning of a table, whatever kind of file it is in, for a person to say which column gives what."""

from pathlib import PurePath

from annotator.errors import UnreadableInput
from annotator.formats.article_table import preview_of
from annotator.formats.base import ReadOptions
from annotator.formats.columns import TablePreview
from annotator.formats.csv_articles import CsvArticles, csv_sheet
from annotator.formats.json_articles import JsonArticles, json_sheet
from annotator.formats.spreadsheet import Spreadsheet, spreadsheet_sheets

TABLES = frozenset(kind.id for kind in (CsvArticles(), JsonArticles(), Spreadsheet()))
"""The formats whose articles are rows, by id."""


def preview_table(content: bytes, name: str, options: ReadOptions | None = None) -> TablePreview:
    """The first rows of a table of articles, and which columns are guessed. Raises UnreadableInput."""
    options = options or ReadOptions()
    ending = PurePath(name).suffix.lower()
    if Spreadsheet().recognises(content) or ending in Spreadsheet().extensions:
        sheets = spreadsheet_sheets(content, name, options)
        names = tuple(sheet.name for sheet in sheets)
        previews = [preview_of(sheet, names) for sheet in sheets]
        return next((one for one in previews if "text" in one.guess), previews[0])
    if JsonArticles().recognises(content) or ending in JsonArticles().extensions:
        return preview_of(json_sheet(content, name, options))
    if ending in CsvArticles().extensions:
        return preview_of(csv_sheet(content, name, options))
    raise UnreadableInput(f"“{name}” is no table; those end in .csv, .tsv, .xlsx, .xls, .ods, .json or .jsonl.")
