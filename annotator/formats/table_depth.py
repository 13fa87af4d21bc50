"""What is said of an annotation beside its label, as cells of a table that a person can read."""

from collections.abc import Mapping
from typing import Any

from annotator.core.attributes import Defaults
from annotator.core.records import AnnotationRecord, DocumentRecord, Provenance
from annotator.core.schema import LabelSet

_BETWEEN = "; "


def depth_cells(
    record: DocumentRecord, annotation: AnnotationRecord, label_set: LabelSet | None, defaults: Defaults | None
) -> tuple[str, str, str, str, str]:
    """Source, attributes, links, the guideline's version, the suggester.

    Attributes as “quote_type=direct; medium=speech”, links as “denies <id>; addressed_to Ana Bell”. `label_set` says
    which attribute is the source; without it, the first relation to a source is.
    """
    said: Mapping[str, Any] = annotation.attributes
    main = None
    if defaults:
        said = {**said, **defaults.complete(annotation.label, said)}  # what a person has said stands first
    if label_set:
        main = label_set.source_of(annotation.label)
    names = {source.id: source.name for source in record.sources}
    links = [relation for relation in record.relations if relation.from_id == annotation.id]
    named = [relation for relation in links if relation.source_id in names]
    key = main.key if main else (named[0].kind if named else "")
    source = [names[one.source_id] for one in named if one.source_id and one.kind == key]
    others = [
        f"{one.kind} {names.get(one.source_id, one.source_id) if one.source_id else one.to_id}"
        for one in links
        if not (one.source_id and one.kind == key)
    ]
    version = "" if annotation.guideline_version is None else str(annotation.guideline_version)
    attributes = _BETWEEN.join(f"{name}={_words(value)}" for name, value in said.items())
    return _BETWEEN.join(source), attributes, _BETWEEN.join(others), version, annotation.suggested_by


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


def _words(value: Any) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)
