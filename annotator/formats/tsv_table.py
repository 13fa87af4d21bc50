"""The table of annotations with tabs between its cells, for programs that take every comma for the end of one."""

from annotator.formats.csv_table import CsvTable


class TsvTable(CsvTable):
    """One annotation a row; a cell that holds a tab or a line break stands in quotation marks."""

    id = "tsv"
    title = "Table (tabs)"
    extensions = (".tsv", ".tab")
    delimiters = "\t"
