"""Articles as a REFI-QDA project: texts as they come, then project.qde, whose parts wait on the disk until then.

The order of the elements is the standard's: Users, CodeBook, Variables, Sources, Notes, Links.
"""

import tempfile
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import IO, Any

from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle
from annotator.core.schema import LabelSet
from annotator.formats.refi_codes import CodeBook, codes_element
from annotator.formats.refi_names import ORIGIN, PROJECT, guid_of, moment_words
from annotator.formats.xml_words import spaced

VARIABLES = ("outlet", "byline", "published", "published_at", "url", "language", "file_name", "split")
UNTITLED = "untitled "
PROJECT_FILE, TEXTS = "project.qde", "sources"
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_IN_MEMORY = 1 << 20
_NEVER = "1970-01-01T00:00:00Z"


class ProjectWriter:
    """One project on its way into a file."""

    def __init__(self, archive: zipfile.ZipFile, label_set: LabelSet | None) -> None:
        from lxml import etree  # late, as in xml_safely

        self._etree: Any = etree
        self._archive = archive
        self._book = CodeBook(label_set)
        self._users: dict[str, str] = {}
        self._variables: dict[str, str] = {}
        self._within = ""
        self._sources, self._notes, self._links = _spool(), _spool(), _spool()

    def add(self, article: ExchangedArticle) -> None:
        """Write an article's text, and keep what is said of it."""
        guid = guid_of(article.key)
        _store(self._archive, f"{TEXTS}/{guid}.txt", article.text.encode())
        name = article.title or f"{UNTITLED}{guid[:8]}"
        words = {"guid": guid, "name": name, "plainTextPath": f"internal://{guid}.txt"}
        source = self._etree.Element("TextSource", words)
        self._within = "" if guid == article.key else f"{article.key} "
        for one in article.annotations:
            self._add_selection(source, one, article.text)
        for variable in VARIABLES:
            if value := getattr(article, variable):
                self._add_variable(source, variable, value)
        self._keep(self._sources, source)
        for link in article.links:
            ends = {"originGUID": self._guid(link.from_key), "targetGUID": self._guid(link.to_key)}
            key = self._guid(link.key or f"link {link.kind} {link.from_key} {link.to_key}")
            words = {"guid": key, "name": link.kind, "direction": "OneWay", **ends}
            self._keep(self._links, self._etree.Element("Link", words))

    def finish(self, name: str) -> None:
        """Write project.qde; `name` is the project's."""
        entry = _entry(PROJECT_FILE)
        with self._archive.open(entry, "w", force_zip64=True) as stream:
            stream.write(b'<?xml version="1.0" encoding="utf-8"?>\n')
            words = {"name": spaced(name), "origin": ORIGIN}
            project = self._etree.Element(f"{{{PROJECT}}}Project", words, nsmap={None: PROJECT})
            stream.write(self._etree.tostring(project, encoding="utf-8").removesuffix(b"/>") + b">\n")
            self._write_group(stream, "Users", self._user_elements())
            self._write_codes(stream)
            self._write_group(stream, "Variables", self._variable_elements())
            for name_of_part, part in (("Sources", self._sources), ("Notes", self._notes), ("Links", self._links)):
                _copy(stream, name_of_part, part)
            stream.write(b"</Project>\n")

    def close(self) -> None:
        """Let the disk have its room back."""
        for part in (self._sources, self._notes, self._links):
            part.close()

    def _guid(self, key: str) -> str:
        """The GUID of something in the article; where that is a part of one, its annotations may be in others, too."""
        return guid_of(self._within + key)

    def _add_selection(self, source: Any, one: ExchangedAnnotation, text: str) -> None:
        """A stretch, named after its words: by these some tools (Potato) tell whether its end is its last character."""
        guid = self._guid(one.key)
        start, end = one.extent
        by = self._by(one)
        places = {"startPosition": str(start), "endPosition": str(end)}
        words = {"guid": guid, "name": spaced(text[start:end]), **places, **by}
        selection = self._etree.SubElement(source, "PlainTextSelection", words)
        if one.note:
            self._etree.SubElement(selection, "Description").text = one.note
        codes = [self._book.label(one.label)]
        noted = []
        for attribute, value in sorted(one.attributes.items()):
            told = self._book.value_codes(attribute, value)
            codes += told
            if not told:
                noted.append((attribute, value))
        for code in codes:
            coding = self._etree.SubElement(selection, "Coding", {"guid": guid_of(f"coding {guid} {code}"), **by})
            self._etree.SubElement(coding, "CodeRef", {"targetGUID": code})
        for attribute, value in noted:
            self._add_note(selection, guid, one, (attribute, value))

    def _add_note(self, selection: Any, guid: str, one: ExchangedAnnotation, said: tuple[str, str]) -> None:
        """A value that is no name of a code: a memo of the selection. QualCoder needs a time with each."""
        attribute, value = said
        key = guid_of(f"note {guid} {attribute}")
        words = {"guid": key, "name": attribute, "creationDateTime": _NEVER, **self._by(one)}
        note = self._etree.Element("Note", words)
        self._etree.SubElement(note, "PlainTextContent").text = value
        self._keep(self._notes, note)
        self._etree.SubElement(selection, "NoteRef", {"targetGUID": key})

    def _by(self, one: ExchangedAnnotation) -> dict[str, str]:
        """Who made an annotation and when, as attributes."""
        words = {}
        if one.annotator:
            words["creatingUser"] = self._users.setdefault(one.annotator, guid_of(f"user {one.annotator}"))
        if one.created_at:
            words["creationDateTime"] = moment_words(one.created_at)
        return words

    def _add_variable(self, source: Any, name: str, value: str) -> None:
        guid = self._variables.setdefault(name, guid_of(f"variable {name}"))
        told = self._etree.SubElement(source, "VariableValue")
        self._etree.SubElement(told, "VariableRef", {"targetGUID": guid})
        self._etree.SubElement(told, "TextValue").text = value

    def _user_elements(self) -> Iterable[Any]:
        for name, guid in self._users.items():
            yield self._etree.Element("User", {"guid": guid, "name": name})

    def _variable_elements(self) -> Iterable[Any]:
        for name, guid in self._variables.items():
            yield self._etree.Element("Variable", {"guid": guid, "name": name, "typeOfVariable": "Text"})

    def _write_codes(self, stream: IO[bytes]) -> None:
        codes = codes_element(self._book, self._etree)
        if codes is not None:
            stream.write(b"<CodeBook>" + self._etree.tostring(codes, encoding="utf-8") + b"</CodeBook>\n")

    def _write_group(self, stream: IO[bytes], name: str, elements: Iterable[Any]) -> None:
        """A group is not there when nothing is in it: the schema allows none that is empty."""
        lines = b"".join(self._etree.tostring(one, encoding="utf-8") + b"\n" for one in elements)
        if lines:
            stream.write(f"<{name}>\n".encode() + lines + f"</{name}>\n".encode())

    def _keep(self, part: IO[bytes], element: Any) -> None:
        part.write(self._etree.tostring(element, encoding="utf-8") + b"\n")


def write_project(articles: Iterable[ExchangedArticle], path: Path, name: str, label_set: LabelSet | None) -> None:
    """Write a .qdpx; the same articles give the same bytes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        writer = ProjectWriter(archive, label_set)
        try:
            for article in articles:
                writer.add(article)
            writer.finish(name)
        finally:
            writer.close()


def _copy(stream: IO[bytes], name: str, part: IO[bytes]) -> None:
    part.seek(0)
    first = part.read(_IN_MEMORY)
    if not first:
        return
    stream.write(f"<{name}>\n".encode() + first)
    while piece := part.read(_IN_MEMORY):
        stream.write(piece)
    stream.write(f"</{name}>\n".encode())


def _store(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    archive.writestr(_entry(name), content)


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _NO_TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = _UNIX  # the same on every system
    entry.external_attr = 0o644 << 16
    return entry


def _spool() -> IO[bytes]:
    return tempfile.SpooledTemporaryFile(_IN_MEMORY)
