"""What is said of an annotation beside its label, as cells of a table that a person can read."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from uuid import UUID

from annotator.core.attributes import Defaults
from annotator.core.losses import as_words
from annotator.core.records import AnnotationRecord, DocumentRecord, Provenance
from annotator.core.schema import LabelSet
from annotator.formats.sheet_cells import value_words

_BETWEEN = "; "
_DECODER = json.JSONDecoder()


def depth_cells(
    record: DocumentRecord, annotation: AnnotationRecord, label_set: LabelSet | None, defaults: Defaults | None
) -> tuple[str, str, str, str, str]:
    """Source, attributes, links, the guideline's version, the suggester.

    Attributes as “quote_type=direct; medium=speech”, links as “denies <id>; addressed_to Ana Bell”. `label_set` says
    which attribute is the source; without it, the first relation to a source is.
    """
    said: Mapping[str, Any] = annotation.attributes
    if defaults:
        said = {**said, **defaults.complete(annotation.label, said)}  # what a person has said stands first
    names = {source.id: source.name for source in record.sources}
    links = [relation for relation in record.relations if relation.from_id == annotation.id]
    key = main_source(record, annotation, label_set)
    source = [names[one.source_id] for one in links if one.source_id in names and one.kind == key]
    others = [
        f"{one.kind} {_quoted(str(names.get(one.source_id, one.source_id) if one.source_id else one.to_id))}"
        for one in links
        if not (one.source_id and one.kind == key)
    ]
    version = "" if annotation.guideline_version is None else str(annotation.guideline_version)
    attributes = _BETWEEN.join(f"{name}={_quoted(value_words(value))}" for name, value in said.items())
    return as_words(source), attributes, _BETWEEN.join(others), version, annotation.suggested_by


def main_source(record: DocumentRecord, annotation: AnnotationRecord, label_set: LabelSet | None) -> str:
    """The key of the attribute whose names stand in the column of the source; "" for none."""
    if label_set and (main := label_set.source_of(annotation.label)):
        return main.key
    names = {source.id for source in record.sources}
    links = (one for one in record.relations if one.from_id == annotation.id)
    return next((one.kind for one in links if one.source_id in names), "")


def attributes_in(cell: str) -> dict[str, str]:
    """The attributes that `depth_cells` has written, each as words."""
    return dict(_entries(cell, "="))


def links_in(cell: str) -> tuple[list[tuple[str, str]], dict[str, list[str]]]:
    """The links that `depth_cells` has written: to annotations, as kind and key; and to sources, kind -> names."""
    links: list[tuple[str, str]] = []
    sources: dict[str, list[str]] = {}
    for kind, words in _entries(cell, " "):
        if _is_key(words):
            links.append((kind, words))
        else:
            sources.setdefault(kind, []).append(words)
    return links, sources


def provenance_words(said: Provenance | None) -> str:
    """How an annotation got into the gold reading: “agreed by Ana, Ben; approved by Cleo”; "" outside of one."""
    if said is None:
        return ""
    by, decided = ", ".join(said.by), f" by {said.decided_by}" if said.decided_by else ""
    words = {
        "agreed": f"agreed by {by}{f'{_BETWEEN}approved{decided}' if decided else ''}",
        "only_reader": f"only reader {by}",
    }.get(said.how, f"{said.how}{decided}")
    case = f" (case {said.case_number})" if said.case_number is not None else ""
    return f"{words}{case}{f': {said.reason}' if said.reason else ''}"


def joined(words: Iterable[str]) -> str:
    """Several in one cell, each of them once, as `names_in` of core/losses.py finds them again."""
    return as_words(list(dict.fromkeys(words)))


def _quoted(words: str) -> str:
    """Words that a cell of several can hold: in quotation marks where they would not end where they end."""
    is_plain = ";" not in words and not words.startswith('"') and words == words.strip()
    return words if is_plain else json.dumps(words, ensure_ascii=False)


def _entries(cell: str, mark: str) -> Iterator[tuple[str, str]]:
    """Name and words of each entry; `mark` stands between them, a semicolon behind. One pass, whatever is in it."""
    at, cut = 0, -1
    while at < len(cell):
        if cell[at] in " ;\n":
            at += 1
            continue
        cut = cut if cut >= at else cell.find(mark, at)
        if cut < 0:
            return
        if (end := cell.find(";", at, cut)) < 0:
            words, end = _words_from(cell, cut + 1)
            yield cell[at:cut].strip(), words
        at = end + 1


def _words_from(cell: str, start: int) -> tuple[str, int]:
    """The words that begin at a place, and where the semicolon behind them is."""
    if cell.startswith('"', start):
        try:
            words, end = _DECODER.raw_decode(cell, start)
        except ValueError:
            pass
        else:
            behind = cell.find(";", end)
            return str(words), behind if behind >= 0 else len(cell)
    behind = cell.find(";", start)
    end = behind if behind >= 0 else len(cell)
    return cell[start:end].strip(), end


def _is_key(words: str) -> bool:
    try:
        UUID(words)
    except ValueError:
        return False
    return True
