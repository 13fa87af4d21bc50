"""OpenDocument texts: paragraphs, lists, tables and notes; what was deleted stays out, comments and page heads too."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from annotator.core.records import ArticleRecord
from annotator.errors import UnreadableInput
from annotator.formats.base import Read, ReadOptions
from annotator.formats.html_text import text_of_tree
from annotator.formats.limits import Limits
from annotator.formats.office_details import iso_date, made_on, real_authors, real_title
from annotator.formats.plain_text import title_of
from annotator.formats.refusals import refuse_larger, refuse_wordless
from annotator.formats.xml_safely import parse
from annotator.formats.zip_safely import open_archive

_BEGINNING = 5_000
_MIME = b"mimetypeapplication/vnd.oasis.opendocument.text"
_FLAT_MIME = b"application/vnd.oasis.opendocument.text"
# Elements whose words are no text of the article.
_LEFT_OUT = {
    "tracked-changes", "annotation", "ruby-text", "note-citation", "hidden-text", "hidden-paragraph", "script", "forms",
    "sequence-decls", "variable-decls", "user-field-decls", "dde-connection-decls", "desc", "title", "binary-data",
    "event-listeners", "covered-table-cell", "bibliography-configuration", "scripts", "settings", "styles",
    "automatic-styles", "master-styles", "font-face-decls", "meta",
}  # fmt: skip
_PARAGRAPHS = {"p", "h"}
_SPACES = {"s", "tab"}
# What looks the same in HTML; anything else is a span. Lines of a list stand closer than paragraphs.
_TAGS = {
    "p": "p", "h": "p", "line-break": "br", "section": "div", "text-box": "div", "note-body": "div", "list": "ul",
    "list-item": "span.item", "list-header": "span.item", "table": "table", "table-row": "tr", "table-cell": "td",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Odt:
    """One article a file; read only."""

    id: str = "odt"
    title: str = "OpenDocument text"
    extensions: tuple[str, ...] = (".odt", ".ott", ".fodt")
    losses: tuple[str, ...] = ()

    def recognises(self, content: bytes) -> bool:
        """By what it says of itself in its first bytes."""
        if content.startswith(b"PK"):
            return _MIME in content[:200]
        return b"<office:document" in content[:1000] and _FLAT_MIME in content[:4000]

    def read(self, content: bytes, name: str, options: ReadOptions) -> Read:
        """The article in a file. Raises UnreadableInput for what is damaged, protected, hostile or too large."""
        return [_article(content, name, options.limits)]


def _article(content: bytes, name: str, limits: Limits) -> ArticleRecord:
    what = f"“{name}”" if name else "This OpenDocument file"
    refuse_larger(content, limits, what)
    body, meta = _flat(content, limits, what) if not content.startswith(b"PK") else _packed(content, limits, what)
    found = body.find(".//{*}body/{*}text")
    if found is None:
        raise UnreadableInput(f"{what} is an OpenDocument file, but no text; save it as a text document and load that.")
    seen: Counter[str] = Counter()
    _reshaped(found, seen)
    text = text_of_tree(found)
    refuse_wordless(text, what)
    details = _details(meta)
    authors = real_authors(details.get("initial-creator") or details.get("creator"))
    return ArticleRecord(
        title=real_title(details.get("title"), text[:_BEGINNING], name) or title_of(text, name),
        text=text,
        original=content,
        encoding="",
        file_name=name,
        byline=", ".join(authors),
        authors=authors,
        source_note=made_on(iso_date(details.get("creation-date")) or iso_date(details.get("date"))),
        format_id="odt",
        notices=_notices(seen),
    )


def _flat(content: bytes, limits: Limits, what: str) -> tuple[Any, Any]:
    if not content.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<"):
        raise UnreadableInput(
            f"{what} is not an OpenDocument text, whatever its name says; find out what it is and rename it."
        )
    root = parse(content, limits, what=what)
    return root, root.find("{*}meta")


def _packed(content: bytes, limits: Limits, what: str) -> tuple[Any, Any]:
    archive = open_archive(content, limits, most_members=limits.parts, what=what)
    names = archive.names()
    if "META-INF/manifest.xml" in names:
        manifest = parse(archive.read("META-INF/manifest.xml"), limits, what=what)
        if manifest.find(".//{*}encryption-data") is not None:
            raise UnreadableInput(
                f"{what} is protected by a password; open it with the password, save it without one and load that."
            )
    body = parse(archive.read("content.xml"), limits, what=what)
    return body, parse(archive.read("meta.xml"), limits, what=what) if "meta.xml" in names else None


def _details(meta: Any) -> dict[str, str]:
    """The file's properties, by the local names of their elements; of one that comes twice the first."""
    details: dict[str, str] = {}
    for element in meta.iter("{*}*") if meta is not None else ():
        details.setdefault(element.tag.rpartition("}")[2], element.text or "")
    return details


def _reshaped(text: Any, seen: Counter[str]) -> None:
    """Turns the elements into those of HTML that look the same, so that both become text by the same rules."""
    notes = []
    for element in list(text.iter("{*}*")):
        name = element.tag.rpartition("}")[2]
        if name in _LEFT_OUT or name.endswith("-source") or _is_hidden(element):
            seen[name] += 1
            element.tag = "script"
        elif name in _SPACES:
            element.text = " "
            element.tag = "span"
        elif name == "note":
            notes.append(element)
            element.tag = "span"
        else:
            element.tag = _TAGS.get(name, "span")
            if name in _PARAGRAPHS and element.getparent() is not None and element.getparent().tag == "span.item":
                element.tag = "dd"
        element.attrib.clear()
    for number, note in enumerate(notes, 1):
        _put_last(text, note, number)


def _put_last(text: Any, note: Any, number: int) -> None:
    """Moves a note to the end of the text; its number stays where it stood, and goes before it."""
    for part in list(note):
        if part.tag == "div":
            note.remove(part)
            first = part.find("p")
            within = part if first is None else first
            within.text = f"[{number}] {within.text or ''}"
            text.append(part)
    note.text = f"[{number}]"


def _is_hidden(element: Any) -> bool:
    return any(key.endswith("}display") and value == "none" for key, value in element.attrib.items())


def _notices(seen: Counter[str]) -> tuple[str, ...]:
    notices = []
    if seen["tracked-changes"]:
        notices.append("The file has tracked changes: what was inserted is in the text, what was deleted is not.")
    if seen["annotation"]:
        notices.append(f"The file has comments ({seen['annotation']:,}); they are not in the text.")
    if seen["hidden-text"] or seen["hidden-paragraph"] or seen["section"]:
        notices.append("The file has hidden text, which is not in the article.")
    return tuple(notices)
