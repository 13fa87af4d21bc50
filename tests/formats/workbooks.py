"""Spreadsheets made by hand, small and as strange as a test wants them: XLSX, ODS and the old XLS."""

import io
import struct
import zipfile
from collections.abc import Callable, Mapping, Sequence
from xml.sax.saxutils import escape

from annotator.core.records import ArticleRecord, Unread
from annotator.errors import UnreadableInput

Cell = str | float
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def xlsx(sheets: Mapping[str, Sequence[Sequence[Cell]]], strings: Sequence[str] = (), **parts: str) -> bytes:
    """A workbook with these sheets; `parts` replace files, "/" written as "__"."""
    names = list(sheets)
    entries = "".join(
        f'<sheet name="{escape(name)}" sheetId="{at}" r:id="rId{at}"/>' for at, name in enumerate(names, 1)
    )
    relations = "".join(
        f'<Relationship Id="rId{at}" Type="{_RELATIONS}/worksheet" Target="worksheets/sheet{at}.xml"/>'
        for at in range(1, len(names) + 1)
    )
    files = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheets>{entries}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}'
        f'<Relationship Id="s" Type="{_RELATIONS}/sharedStrings" Target="sharedStrings.xml"/>'
        f'<Relationship Id="t" Type="{_RELATIONS}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22"/>'
        "</cellXfs></styleSheet>",
        "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}">'
        + "".join(f"<si><t>{escape(words)}</t></si>" for words in strings)
        + "</sst>",
    }
    for at, rows in enumerate(sheets.values(), 1):
        files[f"xl/worksheets/sheet{at}.xml"] = worksheet(
            "".join(_row(number, row) for number, row in enumerate(rows, 1))
        )
    return packed(files | {name.replace("__", "/"): part for name, part in parts.items()})


def worksheet(rows: str) -> str:
    """The XML of one sheet."""
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>'


def inline(place: str, words: str) -> str:
    """One cell with words in it: `place` is "B2"."""
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(words)}</t></is></c>'


def _row(number: int, cells: Sequence[Cell]) -> str:
    shown = "".join(_cell(f"{chr(65 + at)}{number}", cell) for at, cell in enumerate(cells))
    return f'<row r="{number}">{shown}</row>'


def _cell(place: str, cell: Cell) -> str:
    # Style 1 makes a date of a number.
    return inline(place, cell) if isinstance(cell, str) else f'<c r="{place}" s="1"><v>{cell}</v></c>'


def ods(rows: str, name: str = "Lembar1") -> bytes:
    """An OpenDocument spreadsheet with one sheet of these rows of XML."""
    spaces = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"' for short in ("office", "table", "text")
    )
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
            "content.xml": f"<office:document-content {spaces}><office:body><office:spreadsheet>"
            f'<table:table table:name="{name}">{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        }
    )


def ods_row(*cells: str, more: str = "", **attributes: int) -> str:
    """A row of words; `attributes` are those of the row, e.g. rows_repeated."""
    told = "".join(f' table:number-{name.replace("_", "-")}="{value}"' for name, value in attributes.items())
    shown = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{escape(cell)}</text:p></table:table-cell>'
        for cell in cells
    )
    return f"<table:table-row{told}>{shown}{more}</table:table-row>"


def outcome(read: Callable[[], Sequence[object]]) -> bool:
    """True when reading gave articles or what of them could not be read, or refused in one sentence."""
    words = "."
    found: Sequence[object] = ()
    try:
        found = read()
    except UnreadableInput as error:
        words = str(error)
    return words.endswith(".") and all(isinstance(one, ArticleRecord | Unread) for one in found)


def packed(files: Mapping[str, str]) -> bytes:
    """A ZIP of these files, the first of them first."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in files.items():
            stored = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name), part, compress_type=stored)
    return stream.getvalue()


def xls(rows: Sequence[Sequence[str]]) -> bytes:
    """A workbook as Excel wrote it until 2003: records of BIFF8 in an OLE file."""
    sheet = b"".join(
        _record(0x0204, struct.pack("<HHHHB", row, column, 0, len(words), 1) + words.encode("utf-16-le"))
        for row, cells in enumerate(rows)
        for column, words in enumerate(cells)
    )
    size = struct.pack("<IIHHH", 0, len(rows), 0, max(map(len, rows)), 0)
    worksheet_part = _record(0x0809, _begin(0x10)) + _record(0x0200, size) + sheet + _record(0x000A, b"")
    name = "Lembar1"
    bound = struct.pack("<BBBB", 0, 0, len(name), 0) + name.encode("latin-1")
    start = len(_record(0x0809, _begin(0x05))) + len(_record(0x0085, b"0000" + bound)) + len(_record(0x000A, b""))
    whole = _record(0x0809, _begin(0x05)) + _record(0x0085, struct.pack("<I", start) + bound) + _record(0x000A, b"")
    return _ole(whole + worksheet_part)


def _begin(kind: int) -> bytes:
    return struct.pack("<HHHHII", 0x0600, kind, 0x0DBB, 0x07CC, 0, 6)


def _record(kind: int, content: bytes) -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def _ole(stream: bytes) -> bytes:
    """An OLE file whose only stream is the workbook: header, table of sectors, folder, stream."""
    sectors = max(8, -(-len(stream) // 512))  # less than 4096 bytes would lie elsewhere
    end, free = 0xFFFFFFFE, 0xFFFFFFFF
    table = [0xFFFFFFFD, end, *range(3, 2 + sectors), end]
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIIII", 0, 1, 1, 0, 4096, end, 0, end, 0, 0) + struct.pack("<108I", *[free] * 108)
    folder = (
        _folder("Root Entry", 5, end, 0, child=1) + _folder("Workbook", 2, 2, sectors * 512) + 2 * _folder("", 0, 0, 0)
    )
    allocation = struct.pack("<128I", *(table + [free] * 128)[:128])
    return header + allocation + folder + stream.ljust(sectors * 512, b"\0")


def _folder(name: str, kind: int, start: int, size: int, child: int = 0xFFFFFFFF) -> bytes:
    letters = name.encode("utf-16-le")
    entry = letters.ljust(64, b"\0") + struct.pack("<HBB", len(letters) + 2 if name else 0, kind, 1)
    entry += struct.pack("<III", 0xFFFFFFFF, 0xFFFFFFFF, child) + bytes(16 + 4 + 16)
    return entry + struct.pack("<IQ", start, size)
