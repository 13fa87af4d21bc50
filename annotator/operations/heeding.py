"""Choices of an export that would change nothing: named before it is made, so that nobody believes they were heeded.

What a format heeds, it declares itself (HeedsChoices in formats/base.py).
"""

from collections.abc import Iterator
from dataclasses import fields, replace

from annotator import formats
from annotator.core.recipes import OPTIONS, ExportRequest, taken_back, values_of
from annotator.core.selection import Unit
from annotator.formats.base import HeedsChoices, WriteOptions, Writer
from annotator.formats.exchange import Exchange

_OPTIONS = {one.name for one in fields(WriteOptions)} & {one.name for one in fields(ExportRequest)} - {
    "splits"
}  # a file there
_BY_FORMAT = ("with_furniture", "flat", "lean", "bom", "parquet", "partition_by", "licence")
"""Without texts and in parts an export is refused by itself, whoever asks (outgoing.py)."""
_LINES_ONLY = (
    "“--parquet” does not go with “--without-text”: the program that puts the texts back in reads JSON Lines only; "
    "leave one of the two out, or write parquet, which holds places alone, too."
)
_DEALT = ("splits", "seed", "shares")


def options_of(request: ExportRequest) -> WriteOptions:
    """What of a request concerns the format alone."""
    return WriteOptions(**{name: getattr(request, name) for name in _OPTIONS})


def makes_folder(request: ExportRequest) -> bool:
    """Whether what a request asks for is a folder of files; it is an archive of them where the name ends in .zip."""
    writer = _writer_of(request)
    return isinstance(writer, Exchange) and writer.makes_folder(options_of(request))


def heeded_by(writer: Writer | Exchange, options: WriteOptions) -> frozenset[str]:
    """What a format heeds, as HeedsChoices says it."""
    return writer.heeds(options) if isinstance(writer, HeedsChoices) else frozenset()


def heeding(name: str) -> list[str]:
    """The ids of the formats that heed a choice, in the order of the menu."""
    usual = WriteOptions()
    return [one.id for one in formats.exporters() if name in heeded_by(one, usual)]


def unheeded(request: ExportRequest, ending: str = "") -> dict[str, str]:
    """Each choice of a request that would change nothing: its field, and a sentence on what it needs.

    `ending` is that of the file's name (".xlsx"). Of a format that there is not, nothing is known.
    """
    writer = _writer_of(request)
    return dict(_unheeded(request, writer, ending)) if writer else {}


def as_heeded(request: ExportRequest, ending: str = "") -> ExportRequest:
    """The same request without what would change nothing."""
    return taken_back(request, unheeded(request, ending))


def _writer_of(request: ExportRequest) -> Writer | Exchange | None:
    return next((one for one in formats.exporters() if one.id == request.format_id), None)


def _unheeded(request: ExportRequest, writer: Writer | Exchange, ending: str) -> Iterator[tuple[str, str]]:
    heeds = heeded_by(writer, replace(options_of(request), ending=ending))
    present, usual = values_of(request), values_of(ExportRequest(request.format_id))
    chosen = {name for name in present if present[name] != usual[name]}
    for name in _BY_FORMAT:
        if name in chosen and name not in heeds:
            yield name, _sentence(name, writer)
    if "context" in chosen and request.selection.unit is not Unit.SENTENCE:
        yield "context", f"“{OPTIONS['context']}” counts the sentences around a sentence; say “--unit sentence”, too."
    if not request.selection.split and "splits" not in heeds:
        for name in _DEALT:
            if name in chosen:
                yield name, f"“{OPTIONS[name]}” is about train, dev and test; say “--split”, too, or write dataset."


def _sentence(name: str, writer: Writer | Exchange) -> str:
    others = heeding(name)
    if writer.id in others and name == "parquet":  # which a dataset heeds but without its texts
        return _LINES_ONLY
    if writer.id in others:
        return f"“{OPTIONS[name]}” changes nothing of {writer.title} as it is chosen here; leave it out."
    return f"“{OPTIONS[name]}” changes nothing of {writer.title}; leave it out, or write {' or '.join(others)}."
