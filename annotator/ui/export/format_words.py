"""What the formats are for: in which group the dialog shows each, and one line on what it is good for."""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from annotator.ui.export.choices import FormatChoice


class Purpose(StrEnum):
    """What somebody wants an export for."""

    EVERYTHING = "everything"
    TRAIN = "train"
    TOOLS = "tools"
    DESK = "desk"


_OF = {
    Purpose.EVERYTHING: ("jsonl",),
    Purpose.TRAIN: ("dataset", "parquet", "docbin", "prodigy", "conll2003", "iob2", "bilou", "attribution"),
    Purpose.TOOLS: (
        "labelstudio", "doccano", "doccano-relations", "brat", "webanno-tsv", "uima-xmi", "uima-json", "refi-qda",
        "refi-codebook", "w3c",
    ),
    Purpose.DESK: ("quotes", "claims", "claimreview", "xlsx", "csv", "tsv"),
}  # fmt: skip


def purpose_title(purpose: Purpose) -> str:
    """The heading of a group of formats."""
    return {
        Purpose.EVERYTHING: _tr("Keep everything"),
        Purpose.TRAIN: _tr("Train a model"),
        Purpose.TOOLS: _tr("Go on in another tool"),
        Purpose.DESK: _tr("Work from it at the desk"),
    }[purpose]


def grouped(formats: Iterable[FormatChoice]) -> Iterator[tuple[Purpose, list[FormatChoice]]]:
    """The formats by what they are for, in the order of the dialog; one that is not known stands with the tools."""
    there = {one.id: one for one in formats}
    known = {key for keys in _OF.values() for key in keys}
    for purpose, keys in _OF.items():
        found = [there[key] for key in keys if key in there]
        if purpose is Purpose.TOOLS:
            found += [one for key, one in there.items() if key not in known]
        if found:
            yield purpose, found


def use_of(format_id: str) -> str:
    """What a format is good for, in one line; "" for one that is not known."""
    words = {
        "jsonl": _tr("The whole project, one article a line; comes back as it was, keys and all."),
        "dataset": _tr("A folder to publish and cite: data in splits, a card, the label set, checksums."),
        "parquet": _tr("Columns for pandas, DuckDB, Spark: fast, and as large as you like."),
        "docbin": _tr("spaCy’s own training file, with overlapping spans."),
        "prodigy": _tr("Tasks for Prodigy, tokens and links included."),
        "conll2003": _tr("Four columns, one word a line, one layer of labels."),
        "iob2": _tr("Two columns, one word a line, labels as B- and I-."),
        "bilou": _tr("Two columns, one word a line, labels as B-, I-, L- and U-."),
        "attribution": _tr("Sources, cues and contents of quotations, for work on attribution."),
        "labelstudio": _tr("Tasks for Label Studio, with the labelling configuration beside them."),
        "doccano": _tr("Texts with labelled stretches, for doccano."),
        "doccano-relations": _tr("Texts with labelled stretches and links, for doccano’s relation projects."),
        "brat": _tr("Texts with standoff files, for brat and for much research software."),
        "webanno-tsv": _tr("Words in columns, for WebAnno and INCEpTION."),
        "uima-xmi": _tr("One XML file an article with its type system, for UIMA and INCEpTION."),
        "uima-json": _tr("One JSON file an article, for UIMA and INCEpTION."),
        "refi-qda": _tr("A project for MAXQDA, ATLAS.ti, NVivo, QualCoder."),
        "refi-codebook": _tr("The labels alone, as a code book for the same tools."),
        "w3c": _tr("Web Annotations: each with its place and its words."),
        "quotes": _tr("Who said what, where and when: one quotation a row."),
        "claims": _tr("One claim a row, with its denials and room for a verdict."),
        "claimreview": _tr("Drafts of fact checks as search engines read them."),
        "xlsx": _tr("One annotation a row, for Excel and LibreOffice."),
        "csv": _tr("One annotation a row, for any spreadsheet."),
        "tsv": _tr("One annotation a row, with tabs between the cells."),
    }
    return words.get(format_id, "")


def _tr(words: str) -> str:
    return QCoreApplication.translate("Exports", words)
