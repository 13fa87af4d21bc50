"""What is left to do on a PDF of Qt's: bookmarks, words, its language, and no trace of when it was written.

All that is longer than before is appended as an update of the file (ISO 32000-1, 7.5.6).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from annotator.core.report import Report
from annotator.ui.paper.pages import Bookmark
from annotator.ui.paper.wording import Line, with_plain_letters, worded

_DATE = re.compile(rb"\(D:\d{14}Z?[^)]*\)")
_MOMENT = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?: (\d\d):(\d\d))?")
_TRAILER = re.compile(rb"trailer\n<<\n/Size (\d+)\s*\n/Info (\d+) 0 R\n/Root (\d+) 0 R\n(/ID \[[^\]]*\]\n)?>>")
_START = re.compile(rb"startxref\n(\d+)")
_DEEPEST = 2


@dataclass
class _Entry:
    """A bookmark on its way into the file: its object's number, those of its neighbours, what lies under it."""

    bookmark: Bookmark
    number: int
    under: list["_Entry"] = field(default_factory=list)


def finished(
    content: bytes, bookmarks: Sequence[Bookmark], report: Report, lines: Sequence[Sequence[Line]] = ()
) -> bytes:
    """The PDF with bookmarks that lead to headings, and words beside `lines`, those of each page.

    It is as it was where it is not built as expected.
    """
    dated = with_plain_letters(_DATE.sub(lambda found: _same_length(found[0], report.made), content))
    trailer, start = _TRAILER.search(dated, dated.rfind(b"trailer")), _START.search(dated, dated.rfind(b"startxref"))
    pages = _page_numbers(dated)
    if not (trailer and start) or any(one.page >= len(pages) for one in bookmarks):
        return dated
    size, root = int(trailer[1]), int(trailer[3])
    catalog = re.search(rb"\n%d 0 obj\n<<(.*?)>>\nendobj" % root, dated, re.DOTALL)
    if catalog is None:
        return dated
    objects = {root: _catalog(catalog[1], report.language, size)}
    objects |= _outline([one for one in bookmarks if one.level <= _DEEPEST], pages, size)
    objects |= worded(dated, pages, lines)
    return dated + _update(objects, len(dated), trailer, int(start[1]))


def _same_length(date: bytes, made: str) -> bytes:
    """The moment that the report tells of in place of the one of writing, as long as that."""
    found = _MOMENT.search(made)
    digits = "".join(part or "00" for part in found.groups()) + "00" if found else "19800101000000"
    return f"(D:{digits}Z".encode().ljust(len(date) - 1)[: len(date) - 1] + b")"


def _page_numbers(content: bytes) -> list[int]:
    """The numbers of the objects that are pages, in order."""
    kids = re.search(rb"/Type /Pages\s*\n/Kids\s*\n?\[(.*?)\]", content, re.DOTALL)
    return [int(number) for number in re.findall(rb"(\d+) 0 R", kids[1])] if kids else []


def _catalog(entries: bytes, language: str, outline: int) -> bytes:
    more = f"/Outlines {outline} 0 R\n/Lang ({language})\n/ViewerPreferences << /DisplayDocTitle true >>\n"
    return b"<<" + entries + more.encode() + b">>"


def _outline(bookmarks: Sequence[Bookmark], pages: Sequence[int], first: int) -> dict[int, bytes]:
    """The objects of an outline whose own number is `first`."""
    tops: list[_Entry] = []
    for number, one in enumerate(bookmarks, first + 1):
        entry = _Entry(one, number)
        (tops[-1].under if one.level > 1 and tops else tops).append(entry)
    ends = f"/First {tops[0].number} 0 R /Last {tops[-1].number} 0 R " if tops else ""
    objects = {first: f"<< /Type /Outlines {ends}/Count {len(tops)} >>".encode()}
    objects |= _siblings(tops, first, pages)
    return objects


def _siblings(entries: Sequence[_Entry], parent: int, pages: Sequence[int]) -> dict[int, bytes]:
    found: dict[int, bytes] = {}
    for at, entry in enumerate(entries):
        one = entry.bookmark
        parts = [f"/Title <{one.words.encode('utf-16-be', 'replace').hex()}>".replace("<", "<feff", 1)]
        parts.append(f"/Parent {parent} 0 R /Dest [{pages[one.page]} 0 R /XYZ null {842 * (1 - one.down):.0f} null]")
        parts += [f"/Prev {entries[at - 1].number} 0 R"] if at else []
        parts += [f"/Next {entries[at + 1].number} 0 R"] if at + 1 < len(entries) else []
        if entry.under:
            ends = (entry.under[0].number, entry.under[-1].number)
            parts.append(f"/First {ends[0]} 0 R /Last {ends[1]} 0 R /Count -{len(entry.under)}")
        found[entry.number] = f"<< {' '.join(parts)} >>".encode()
        found |= _siblings(entry.under, entry.number, pages)
    return found


def _update(objects: dict[int, bytes], at: int, trailer: re.Match[bytes], before: int) -> bytes:
    """Objects with the table of where they lie, to stand behind a file that is `at` bytes long."""
    written, places = b"", dict[int, int]()
    for number in sorted(objects):
        places[number] = at + len(written)
        written += b"%d 0 obj\n%s\nendobj\n" % (number, objects[number])
    table = b"xref\n" + b"".join(b"%d 1\n%010d 00000 n \n" % (number, places[number]) for number in sorted(places))
    size = max(int(trailer[1]), max(objects) + 1)
    head = b"trailer\n<<\n/Size %d\n/Info %s 0 R\n/Root %s 0 R\n" % (size, trailer[2], trailer[3])
    tail = b"/Prev %d\n>>\nstartxref\n%d\n%%%%EOF\n" % (before, at + len(written))
    return written + table + head + (trailer[4] or b"") + tail
