"""Plain text files: the article as it is, in whatever encoding it was saved."""

import re
from dataclasses import dataclass, replace
from pathlib import PurePath

from annotator.core.clean import find_furniture
from annotator.core.records import ArticleRecord
from annotator.core.spans import is_boundary
from annotator.errors import UnreadableInput
from annotator.formats.base import Read, ReadOptions
from annotator.formats.decoding import decode, is_binary
from annotator.formats.limits import LIMITS

LIMIT_BYTES = LIMITS.article_bytes
_TITLE_LENGTH = 200
# Of a paragraph that stands where a headline would, a title has so many characters.
_BEGINNING = 80
_PARAGRAPH_END = re.compile(r"[.!?…。！？।؟۔][\"'’”»」』)]*$")
_HEAD = 500  # a title is looked for in so many characters
# A title stands in lists, where control characters and overrides of direction would do harm.
_CONTROLS = re.compile("[\0-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_SOMETHING = re.compile(r"[^\s\0\ufeff\ufffd]")
# How files start that are no plain text, and what a person would call them.
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"{\\rtf", "a rich text document"),
    (b"\x89PNG\r\n\x1a\n", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF87a", "a picture"),
    (b"GIF89a", "a picture"),
    (b"\x1f\x8b\x08", "a compressed file"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed file"),
    (b"Rar!\x1a\x07", "a compressed file"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x7fELF", "a program"),
)


@dataclass(frozen=True, slots=True)
class PlainText:
    """One article a file; read only."""

    id: str = "text"
    title: str = "Plain text"
    extensions: tuple[str, ...] = (".txt", ".text")
    losses: tuple[str, ...] = ()

    def recognises(self, content: bytes) -> bool:
        """Never: anything may be plain text, so it is what is left."""
        return False

    def read(self, content: bytes, name: str, options: ReadOptions) -> Read:
        """The article in a file's bytes. Raises UnreadableInput."""
        return [replace(read_text(content, name, options.encoding), format_id=self.id)]


def read_text(content: bytes, name: str, encoding: str | None = None) -> ArticleRecord:
    """One article from bytes; `encoding` overrides what would be found.

    Raises UnreadableInput for what is empty, binary, too large or cannot be decoded.
    """
    called = f"“{name}”" if name else "This text"
    if len(content) > LIMIT_BYTES:
        size, limit = len(content) // 1_000_000, LIMIT_BYTES // 1_000_000
        raise UnreadableInput(f"{called} has {size} MB; the limit for one article is {limit} MB, so split it first.")
    for magic, kind in _MAGIC:
        if content.startswith(magic):
            raise UnreadableInput(f"{called} is {kind}, not plain text; save it as plain text and load that.")
    text, codec = decode(content, encoding)
    if is_binary(text):
        raise UnreadableInput(f"{called} is not text; open it in its own program and save it as plain text.")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not _SOMETHING.search(text):
        raise UnreadableInput(f"{called} is empty; there is nothing to read in it.")
    return ArticleRecord(title_of(text, name), text, content, codec, name)


def title_of(text: str, name: str) -> str:
    """The first line that is not page furniture, of a whole paragraph its beginning; else the file's name."""
    text = text.lstrip()[:_HEAD]
    furniture = find_furniture(text)
    for line in re.finditer(r"[^\n]+", text):
        title = " ".join(_CONTROLS.sub(" ", line.group()).split())
        if any(map(str.isalnum, title)) and not _covered(line.span(), furniture):
            return _beginning(title) if _is_paragraph(title) else title
    return PurePath(name).stem or "Untitled"


def _is_paragraph(line: str) -> bool:
    """True for what is too long for a headline, or long and a whole sentence."""
    return len(line) > _TITLE_LENGTH or (len(line) > _BEGINNING and bool(_PARAGRAPH_END.search(line)))


def _beginning(line: str) -> str:
    """The line's first words."""
    end = line.rfind(" ", 0, _BEGINNING)
    if end < _BEGINNING // 2:  # a long word, or writing without spaces
        line = line[: _BEGINNING + 1]
        end = next((at for at in range(_BEGINNING, 0, -1) if is_boundary(line, at)), _BEGINNING)
    return line[:end].rstrip(" .,;:–—-") + "…"


def _covered(line: tuple[int, int], furniture: tuple[tuple[int, int, str], ...]) -> bool:
    start, end = line
    return any(begin <= start and end <= finish for begin, finish, _ in furniture)
