"""REFI-QDA code books (.qdc): the label set alone, for tools for qualitative analysis; and theirs as label sets."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

from annotator.core.label_changes import add_attribute, add_label, change
from annotator.core.losses import Loss
from annotator.core.records import DocumentRecord, Unread
from annotator.core.schema import AttributeKind, LabelSet
from annotator.core.schema_file import check_label_set
from annotator.errors import InvalidLabelSet, UnreadableInput
from annotator.formats.base import Passage, WriteOptions
from annotator.formats.exchange import head_of
from annotator.formats.limits import LIMITS
from annotator.formats.refi_codes import Code, CodeBook, attribute_in, codes_element, read_codes, value_in
from annotator.formats.refi_names import CODEBOOK, ORIGIN
from annotator.formats.xml_safely import parse

_SIGN = b"<CodeBook"
_ZIP = b"PK\x03\x04"  # begins a project, in which a code book lies, too
_WHY = "A code book holds labels only, no articles and no annotations."
_MOST_CODES = 500


class RefiCodebook:
    """The label set of a project; its articles stay at home."""

    id = "refi-codebook"
    title = "REFI-QDA code book"
    extensions = (".qdc",)
    holds_articles = False
    losses = ("It holds the label set alone: no articles, no annotations, no links and no rules.",)

    def write(self, records: Iterable[DocumentRecord], stream: BinaryIO, options: WriteOptions) -> None:
        """Write the codes of the label set."""
        from lxml import etree  # late, as in xml_safely

        for _ in records:  # that what is lost of each is told
            pass
        root = etree.Element(f"{{{CODEBOOK}}}CodeBook", {"origin": ORIGIN}, nsmap={None: CODEBOOK})
        stream.write(b'<?xml version="1.0" encoding="utf-8"?>\n')
        stream.write(etree.tostring(root, encoding="utf-8").removesuffix(b"/>") + b">\n")
        codes = codes_element(CodeBook(options.label_set), etree)
        if codes is not None:
            stream.write(etree.tostring(codes, encoding="utf-8", pretty_print=True))
        stream.write(b"</CodeBook>\n")

    def passages(self, stream: BinaryIO) -> Iterator[Passage]:
        """None; raises ValueError where the file is no code book."""
        try:
            _codes(stream.read(), "the code book")
        except UnreadableInput as error:
            raise ValueError(str(error)) from error
        return iter(())

    def fitted(self, record: DocumentRecord, options: WriteOptions) -> DocumentRecord:
        """The document without annotations."""
        return replace(record, annotations=(), relations=())

    def lost(self, record: DocumentRecord, options: WriteOptions) -> Iterator[Loss]:
        """Each of its annotations."""
        for one in record.annotations:
            yield Loss(str(record.id), str(one.id), "span", _WHY)

    def recognises_annotations(self, path: Path) -> bool:
        """Its first element is a code book."""
        return is_codebook(head_of(path))

    def read_articles(self, path: Path) -> Iterator[Unread]:
        """Raise UnreadableInput: there are none in it."""
        raise UnreadableInput(
            f"“{path.name}” is a code book, which has labels and no articles; take it as label set (“labels import”)."
        )


def is_codebook(content: bytes) -> bool:
    """True for the bytes of a code book."""
    return _SIGN in content[:2_000] and not content.startswith(_ZIP)


def read_codebook(content: bytes, name: str) -> LabelSet:
    """The label set that a code book makes: a label for each code, called as the codes that it lies in and itself.

    Of this program's own, the codes in groups are attributes again, also from a tool that has them from here. Raises
    InvalidLabelSet.
    """
    try:
        root, codes = _codes(content, f"“{name}”")
    except UnreadableInput as error:
        raise InvalidLabelSet(str(error)) from error
    if len(codes) > _MOST_CODES:
        raise InvalidLabelSet(f"“{name}” has {len(codes):,} codes; a label set has at most {_MOST_CODES}.")
    is_ours = root.get("origin") == ORIGIN
    found = LabelSet("code_book", Path(name).stem or ORIGIN, 1, ())
    values: dict[str, list[str]] = {}
    codable = [code for code in codes.values() if code.is_codable]
    tell = attribute_in if is_ours else value_in if not all(map(value_in, codable)) else lambda _: None
    for code in codes.values():
        if told := tell(code):
            values.setdefault(told[0], []).append(told[1])
        elif code.is_codable:
            found = _with_label(found, code, is_ours=is_ours)
    for attribute, words in values.items():
        yes_no = set(words) == {"true", "false"}
        kind = AttributeKind.YES_NO if yes_no else AttributeKind.CHOICE
        found, _ = add_attribute(found, attribute, kind, values=() if yes_no else words)
    check_label_set(found)
    return found


def _with_label(label_set: LabelSet, code: Code, *, is_ours: bool) -> LabelSet:
    title = code.path[-1] if is_ours else "/".join(code.path)
    made, label = add_label(label_set, title or ORIGIN)
    return change(made, "labels", label.key, description=code.description) if code.description else made


def _codes(content: bytes, what: str) -> tuple[Any, dict[str, Code]]:
    root = parse(content, LIMITS, what=what)
    if str(root.tag).rpartition("}")[2] != "CodeBook":
        raise UnreadableInput(f"{what} is no code book of REFI-QDA; export it again.")
    codes = read_codes(root.find("{*}Codes"))
    if not any(code.is_codable for code in codes.values()):
        raise UnreadableInput(f"{what} has no codes.")
    return root, codes
