"""PDF with a text layer: its words in the order in which they are read, as paragraphs.

Hyphens at the ends of lines are taken out of broken words. Running heads and page numbers stay in the text, after the
paragraph that runs over them, and are marked as furniture. A scan is said to be one.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from annotator.core.records import ArticleRecord, Furniture
from annotator.errors import UnreadableInput
from annotator.formats import pdf_furniture
from annotator.formats.base import Read, ReadOptions
from annotator.formats.office_details import iso_of_pdf_date, made_on, real_authors, real_title, stands_in
from annotator.formats.pdf_columns import blocks
from annotator.formats.pdf_lines import Paragraph, Words, joined, paragraphs, run_on
from annotator.formats.pdf_page import Page, read_page
from annotator.formats.plain_text import title_of
from annotator.formats.refusals import refuse_larger

_HEAD = 1024  # some programs write something before the mark
_BETWEEN = "\n\n"
_LOOKED_BACK = 8  # paragraphs and furniture that may stand between the halves of one paragraph
_TITLE_WITHIN = 8  # paragraphs of the first page
_TITLE_TALLER = 1.15
_LONGEST_TITLE = 200
_BEGINNING = 5_000


@dataclass(frozen=True, slots=True)
class Pdf:
    """One article a file; read only."""

    id: str = "pdf"
    title: str = "PDF"
    extensions: tuple[str, ...] = (".pdf",)
    losses: tuple[str, ...] = ()

    def recognises(self, content: bytes) -> bool:
        """By its mark."""
        return content.startswith(b"%PDF-")

    def read(self, content: bytes, name: str, options: ReadOptions) -> Read:
        """The article in a PDF. Raises UnreadableInput for a scan, and what is damaged, protected or too large."""
        what = f"“{name}”" if name else "This PDF"
        refuse_larger(content, options.limits, what)
        document = _opened(content, what)
        try:
            return [_article(document, content, name, what, options)]
        finally:
            document.close()


@dataclass(slots=True)
class _Document:
    """What has been read of the pages."""

    pages: list[Page] = field(default_factory=list)
    scanned: list[int] = field(default_factory=list)
    unread: list[int] = field(default_factory=list)


@dataclass(slots=True)
class _Part:
    """A paragraph, or a line of furniture and what kind."""

    paragraph: Paragraph
    kind: str = ""


def _opened(content: bytes, what: str) -> Any:
    import pypdfium2  # started late: only PDFs need it

    if b"%PDF-" not in content[:_HEAD]:
        raise UnreadableInput(f"{what} is not a PDF, whatever its name says; find out what it is and rename it.")
    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", 0) in (pypdfium2.raw.FPDF_ERR_PASSWORD, pypdfium2.raw.FPDF_ERR_SECURITY):
            raise UnreadableInput(
                f"{what} is protected by a password; open it with the password, save it without one and load that."
            ) from error
        raise UnreadableInput(f"{what} is damaged and cannot be opened; get a fresh copy of it.") from error


def _article(document: Any, content: bytes, name: str, what: str, options: ReadOptions) -> ArticleRecord:
    count, most = len(document), options.limits.parts
    if count > most:
        raise UnreadableInput(f"{what} has {count:,} pages; the limit is {most:,}, so split it first.")
    read = _read_pages(document, count)
    _refuse_without_text(read, what)
    parts = _parts(read.pages)
    text, furniture = _text(parts, Words(piece.text for page in read.pages for piece in page.upright))
    if not any(map(str.isalnum, text)):
        raise _no_text(what)
    details = document.get_metadata_dict()
    authors = real_authors(details.get("Author"))
    return ArticleRecord(
        title=_title(details.get("Title"), parts, text, name),
        text=text,
        original=content,
        encoding="",
        file_name=name,
        byline=", ".join(authors),
        authors=authors,
        source_note=made_on(iso_of_pdf_date(details.get("CreationDate"))),
        format_id="pdf",
        furniture=furniture,
        notices=tuple(_notices(read)),
    )


def _read_pages(document: Any, count: int) -> _Document:
    import pypdfium2  # as above

    read = _Document()
    for number in range(count):
        try:
            page = document[number]
            try:
                found = read_page(page)
            finally:
                page.close()
        except pypdfium2.PdfiumError:
            read.unread.append(number + 1)
            continue
        read.pages.append(found)
        if found.scanned:
            read.scanned.append(number + 1)
    return read


def _refuse_without_text(read: _Document, what: str) -> None:
    if not read.pages:
        raise UnreadableInput(f"{what} is damaged: none of its pages can be read; get a fresh copy of it.")
    letters = sum(page.letters for page in read.pages)
    unscanned = sum(page.letters for page in read.pages if not page.scanned)
    if read.scanned and not unscanned:
        raise UnreadableInput(f"{what} is a scan: pictures of pages without text; run OCR and load that.")
    if not letters:
        raise _no_text(what)
    if 2 * sum(page.unknown for page in read.pages) > letters:
        raise UnreadableInput(
            f"{what} does not say which letters its shapes are; run OCR, or save it again in the program it comes from."
        )


def _no_text(what: str) -> UnreadableInput:
    return UnreadableInput(f"{what} holds no text; if you can see some, it is drawn: run OCR and load that.")


def _parts(pages: list[Page]) -> list[_Part]:
    """The paragraphs of all pages, those that run over a page's end in one, and the furniture between them."""
    parts: list[_Part] = []
    for page, kinds in zip(pages, pdf_furniture.find([page.upright for page in pages]), strict=True):
        body = [piece for place, piece in enumerate(page.upright) if place not in kinds]
        middle = sum((piece.top for piece in body), 0.0) / len(body) if body else 0.0
        framing = [(page.upright[place], kinds[place]) for place in sorted(kinds)]
        above = [(piece, kind) for piece, kind in framing if piece.top < middle]
        parts += [_Part(Paragraph([piece.text], 0, False, False), kind) for piece, kind in above]
        for block in blocks(body):
            _add(parts, paragraphs(block))
        parts += [_Part(Paragraph([piece.text], piece.height, False, False)) for piece in page.turned]
        below = [(piece, kind) for piece, kind in framing if piece.top >= middle]
        parts += [_Part(Paragraph([piece.text], 0, False, False), kind) for piece, kind in below]
    return parts


def _add(parts: list[_Part], found: list[Paragraph]) -> None:
    """The paragraphs of a column; its first may go on with one that has begun before."""
    if not found:
        return
    first = found[0]
    for part in reversed(parts[-_LOOKED_BACK:]):
        if part.kind or part.paragraph.height < 0.95 * first.height:  # notes at a page's foot are set smaller
            continue
        if run_on(part.paragraph, first):
            part.paragraph = part.paragraph._replace(lines=part.paragraph.lines + first.lines, full=first.full)
            found = found[1:]
        break
    parts += [_Part(paragraph) for paragraph in found]


def _text(parts: list[_Part], words: Words) -> tuple[str, tuple[Furniture, ...]]:
    """The whole text, and where furniture stands in it."""
    texts, furniture, start = [], [], 0
    for part in parts:
        text = joined(part.paragraph, words)
        if not text:
            continue
        if part.kind:
            furniture.append(Furniture(start, start + len(text), part.kind))
        texts.append(text)
        start += len(text) + len(_BETWEEN)
    return _BETWEEN.join(texts), tuple(furniture)


def _title(claimed: str | None, parts: list[_Part], text: str, name: str) -> str:
    """What the file says if its text says it too, else the largest heading, else what the file or its text say."""
    body = [part.paragraph for part in parts if not part.kind]
    beginning = text[:_BEGINNING]
    real = real_title(claimed, beginning, name)
    if real and stands_in(real, beginning):
        return real
    heights = sorted(paragraph.height for paragraph in body for _ in paragraph.lines)
    usual = heights[len(heights) // 2] if heights else 0.0
    largest = max(body[:_TITLE_WITHIN], key=lambda paragraph: paragraph.height, default=None)
    if largest is not None and largest.height >= _TITLE_TALLER * usual:
        heading = " ".join(" ".join(largest.lines).split())
        if sum(map(str.isalpha, heading)) > 3 and len(heading) <= _LONGEST_TITLE:
            return title_of(heading, name)
    return real or title_of("\n".join(joined(paragraph, Words([])) for paragraph in body[:_TITLE_WITHIN]), name)


def _notices(read: _Document) -> Iterator[str]:
    if read.scanned:
        yield f"{_named(read.scanned)} of this PDF: pictures without text, which were left out; run OCR to have them."
    if read.unread:
        yield f"{_named(read.unread)} of this PDF: damaged, so left out; get a fresh copy of the file."


def _named(numbers: list[int]) -> str:
    """“Pages 3, 5–7”: page numbers, runs of them put together."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    names = [str(first) if first == last else f"{first}–{last}" for first, last in runs]
    return f"Page{'s' if len(numbers) > 1 else ''} {', '.join(names)}"
