"""Word files: what is left when every change is accepted, with notes at the end; nothing they point at is fetched.

The parts that hold text are parsed once under our own limits, what mammoth would drop without a word is put where it
sees it, and only those parts are handed on: no pictures, macros, comments, headers, templates or embedded files.
"""

import io
import re
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from annotator.core.records import ArticleRecord
from annotator.errors import UnreadableInput
from annotator.formats.base import Read, ReadOptions
from annotator.formats.html_text import text_of_html
from annotator.formats.limits import Limits
from annotator.formats.office_details import iso_date, made_on, real_authors, real_title
from annotator.formats.plain_text import title_of
from annotator.formats.refusals import refuse_larger, refuse_wordless
from annotator.formats.xml_safely import parse
from annotator.formats.zip_safely import Archive, member_names, open_archive

_BEGINNING = 5_000
_READ = {"document", "styles", "numbering", "footnotes", "endnotes", "Types", "Relationships", "coreProperties"}
_UNUSED = re.compile(r"(?i)(^|/)(customXml|theme|media|embeddings|fonts|diagrams|charts|activeX|glossary)/")
_LINKS = ("hyperlink",)  # external relationships that are only words: nobody fetches them
_BACK_LINK = re.compile(r'<a href="#[^"]{0,80}">↑</a>')
_REFERENCE = re.compile(r'<a href="#((?:foot|end)note-[^"]{1,80})"[^>]{0,200}>\[(\d+)\]</a>')
_NOTE = re.compile(r'<li id="((?:foot|end)note-[^"]{1,80})">(?:<p>)?')
# Wrappers whose text mammoth drops; the wrapped words stay.
_UNWRAPPED = ("fldSimple", "dir", "bdo", "ruby", "rubyBase", "oMathPara", "oMath")
_PICTURES = ("blip", "imagedata", "hlinkClick")
_DROPPED = ("del", "moveFrom", "rt", "rubyPr")


@dataclass(slots=True)
class _Parts:
    """The parts that hold text, ready to be handed on, and what was seen in them."""

    kept: dict[str, bytes] = field(default_factory=dict)
    details: dict[str, str] = field(default_factory=dict)
    seen: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Docx:
    """One article a file; read only."""

    id: str = "docx"
    title: str = "Word"
    extensions: tuple[str, ...] = (".docx", ".docm", ".dotx", ".dotm")
    losses: tuple[str, ...] = ()

    def recognises(self, content: bytes) -> bool:
        """By the names in its directory."""
        return "word/document.xml" in member_names(content)

    def read(self, content: bytes, name: str, options: ReadOptions) -> Read:
        """The article in a Word file. Raises UnreadableInput for what is damaged, protected, hostile or too large."""
        return [_article(content, name, options.limits)]


def _article(content: bytes, name: str, limits: Limits) -> ArticleRecord:
    what = f"“{name}”" if name else "This Word file"
    refuse_larger(content, limits, what)
    if not content.startswith(b"PK"):
        raise _not_word(content, what)
    parts = _parts(open_archive(content, limits, most_members=limits.parts, what=what), limits, what)
    text = text_of_html(_html(parts, what), limits)
    refuse_wordless(text, what)
    details = parts.details
    authors = real_authors(details.get("creator"))
    return ArticleRecord(
        title=real_title(details.get("title"), text[:_BEGINNING], name) or title_of(text, name),
        text=text,
        original=content,
        encoding="",
        file_name=name,
        byline=", ".join(authors),
        authors=authors,
        source_note=made_on(iso_date(details.get("created")) or iso_date(details.get("modified"))),
        format_id="docx",
        notices=_notices(parts.seen),
    )


def _not_word(content: bytes, what: str) -> UnreadableInput:
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        return UnreadableInput(
            f"{what} is an old or a protected Word file; open it in Word, save it as .docx without a password and "
            "load that."
        )
    return UnreadableInput(f"{what} is not a Word file, whatever its name says; find out what it is and rename it.")


def _parts(archive: Archive, limits: Limits, what: str) -> _Parts:
    """Every part of XML, parsed; those that hold text are kept."""
    from lxml import etree  # started late: only XML needs it

    parts = _Parts()
    for name in archive.names():
        if not name.endswith((".xml", ".rels")) or _UNUSED.search(name):
            continue
        root = parse(archive.read(name), limits, what=what)
        kind = etree.QName(root).localname
        if kind == "comments":
            parts.seen["comments"] += len(root)
        if kind not in _READ:
            continue
        if kind == "coreProperties":
            parts.details = {etree.QName(child).localname: child.text or "" for child in root}
        elif kind == "Relationships":
            _cut_off(root, parts.seen)
        else:
            _settle(root, parts.seen)
        parts.kept[name] = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return parts


def _cut_off(root: Any, seen: Counter[str]) -> None:
    """Takes out what is to come from elsewhere, links aside: templates run programs, pictures tell who reads them."""
    for relation in list(root):
        if relation.get("TargetMode", "").lower() == "external" and not relation.get("Type", "").endswith(_LINKS):
            seen["external"] += 1
            root.remove(relation)


def _settle(root: Any, seen: Counter[str]) -> None:
    """Accepts what was changed, and brings words out of wrappers that would hide them."""
    seen["changes"] += sum(1 for _ in root.iter("{*}del", "{*}moveFrom", "{*}ins", "{*}moveTo"))
    for element in [*root.iter(*(f"{{*}}{name}" for name in _DROPPED))]:
        # Inside the properties of a paragraph or row the mark is one on its end, which mammoth heeds.
        if not element.getparent().tag.endswith(("rPr", "trPr")):
            _remove(element)
    for run in [*root.iter("{*}r")]:
        if _is_hidden(run):
            seen["hidden"] += 1
            _remove(run)
    for element in [*root.iter(*(f"{{*}}{name}" for name in _UNWRAPPED))]:
        _unwrap(element)
    for element in [*root.iter(*(f"{{*}}{name}" for name in _PICTURES))]:
        _remove(element)
    for element in root.iter("{*}hyperlink"):  # the words are enough, and where it leads may not be there
        for key in [key for key in element.attrib if key.endswith("}id")]:
            del element.attrib[key]


def _is_hidden(run: Any) -> bool:
    vanish = run.find("{*}rPr/{*}vanish")
    if vanish is None:
        return False
    return not any(key.endswith("}val") and value in ("0", "false", "off") for key, value in vanish.attrib.items())


def _remove(element: Any) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: Any) -> None:
    """Puts what an element holds in its place; of a formula its letters, as ordinary words."""
    if element.getparent() is None:
        return
    inside = list(element)
    if element.tag.endswith("}oMath"):
        word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
        run = element.makeelement(f"{word}r")
        letters = run.makeelement(f"{word}t")
        letters.text = "".join(element.itertext())
        run.append(letters)
        inside = [run]
    for child in inside:
        element.addprevious(child)
    _remove(element)


def _html(parts: _Parts, what: str) -> str:
    import mammoth  # started late: only Word files need it

    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.kept.items():
            archive.writestr(name, content)
    try:
        html: str = mammoth.convert_to_html(
            stream,
            convert_image=lambda _image: [],
            include_embedded_style_map=False,
            external_file_access=False,
        ).value
    except RecursionError as error:
        raise UnreadableInput(
            f"{what} holds tables or boxes too deep in each other to be read; save it again in a program of your own."
        ) from error
    except Exception as error:  # mammoth has none of its own; what it trips over is a file that no program wrote
        raise UnreadableInput(f"{what} is damaged: a part of it is missing or wrong; save it again in Word.") from error
    return _numbered(_BACK_LINK.sub("", html))


def _numbered(html: str) -> str:
    """The notes at the end with the numbers that stand where they are referred to."""
    numbers = dict(_REFERENCE.findall(html))

    def numbered(note: re.Match[str]) -> str:
        return f"{note.group()}[{numbers[note[1]]}] " if note[1] in numbers else note.group()

    return _NOTE.sub(numbered, html)


def _notices(seen: Counter[str]) -> tuple[str, ...]:
    notices = []
    if seen["changes"]:
        notices.append("The file has tracked changes: what was inserted is in the text, what was deleted is not.")
    if seen["comments"]:
        notices.append(f"The file has comments ({seen['comments']:,}); they are not in the text.")
    if seen["hidden"]:
        notices.append("The file has hidden text, which is not in the article.")
    if seen["external"]:
        notices.append("The file points at a template or picture elsewhere; it was not fetched.")
    return tuple(notices)
