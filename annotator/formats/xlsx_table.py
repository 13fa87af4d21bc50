"""The table of annotations as a workbook, laid out to be read."""

from annotator.formats.csv_table import CsvTable


class XlsxTable(CsvTable):
    """One annotation a row; a passage that no cell can hold is left out and named."""

    id = "xlsx"
    title = "Table (Excel)"
    extensions = (".xlsx",)
    losses = (*CsvTable.losses, "A passage of more than 32,767 characters is left out; other cells are cut there.")
    delimiters = ""
