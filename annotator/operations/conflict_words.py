"""A conflict in plain words: what it is about, and what each of its two values says."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from annotator.core.schema import LabelSet
from annotator.errors import InvalidLabelSet, NotFound
from annotator.store.merging.rows import images
from annotator.store.workspace import Workspace

_LONGEST = 120
_NOTHING = "nothing"
_NOUNS = {
    "annotation": "annotation",
    "document": "article",
    "mark": "“nothing here” mark",
    "sentence_break": "split of a sentence",
    "relation": "link",
    "contact": "contact",
    "source": "source",
    "reading": "reading",
    "ruling": "ruling",
    "comment": "comment",
    "annotator": "person",
    "project": "project",
    "self_check": "self-check",
}
_FIELDS = {
    "start_char": "place",
    "note": "note",
    "label": "label",
    "title": "title",
    "language": "language",
    "published": "date",
    "state": "state",
    "assigned_by": "assignment",
    "joined": "end of a sentence",
    "name": "name",
    "verdict": "ruling",
}


@dataclass(slots=True)
class About:
    """What a conflict is about: a sentence, the article's title, its text where a place matters, the label's key."""

    what: str = ""
    passage: str = ""
    title: str = ""
    label: str = ""
    text: str = field(default="", repr=False)


def about(
    workspace: Workspace, connection: Connection, row: Any, names: Mapping[UUID, str], title_of: Callable[[str], str]
) -> About:
    """What a conflict is about."""
    image = _image(connection, row)
    found = About(label=str(image.get("label") or ""))
    if row.document_id:
        article = images(connection, [("document", row.document_id)]).get(("document", row.document_id), {})
        found.title = str(article.get("title", ""))
        try:
            found.text = workspace.text_of(connection, row.document_id)
        except NotFound:
            found.text = ""
    found.passage = _passage(found.text, image)
    found.what = _what(row, image, names, title_of)
    return found


def _image(connection: Connection, row: Any) -> dict[str, Any]:
    """The row that it is about: as it is, or as the conflict keeps it."""
    key = row.table_name, row.row_id
    said = [value["row"] for value in (row.kept, row.other) if value and value.get("row")]
    kept = dict(said[0]) if said else {}
    if "annotator_id" in kept:
        kept["annotator_id"] = UUID(kept["annotator_id"])
    return images(connection, [key]).get(key) or kept


def _what(row: Any, image: Mapping[str, Any], names: Mapping[UUID, str], title_of: Callable[[str], str]) -> str:
    noun = _NOUNS.get(row.table_name, row.table_name.replace("_", " "))
    if row.table_name == "annotation" and image.get("label"):
        noun = title_of(image["label"]).lower()
    owner = names.get(image.get("annotator_id"), "")  # type: ignore[arg-type]
    whose = f"{noun} of {owner}" if owner and row.table_name != "document" else noun
    if row.kind == "removed":
        return f"This {whose} was removed in one copy and worked on in the other; it stays meanwhile."
    if row.kind == "tie":
        return f"This {whose} was made in one copy; what it tied was removed in the other, so it has gone meanwhile."
    if row.kind == "closed":
        return f"This {whose} was handed in or approved in one copy and gone on with in the other."
    return f"The {_field(row.field)} of this {whose} was changed in both copies."


def _field(name: str) -> str:
    column, _, key = name.partition(".")
    return _FIELDS.get(name) or (key or column).replace("_", " ")


def value_words(
    found: About, row: Any, value: Mapping[str, Any], label_set: LabelSet, names: Mapping[UUID, str]
) -> str:
    """One of the two values of a conflict, in words."""
    if "row" in value:
        return (
            "removed"
            if value["row"] is None
            else "kept"
            if row.kind == "removed"
            else _row_words(value["row"], label_set)
        )
    values = value.get("values", {})
    if row.field == "start_char":
        return f"“{_passage(found.text, values)}”"
    said = values.get(row.field)
    if said in (None, "", []):
        return _NOTHING
    return _shortened(_word(row.field, said, label_set, names))


def _row_words(image: Mapping[str, Any], label_set: LabelSet) -> str:
    kind = str(image.get("kind", ""))
    if image.get("source_id"):
        return "names a source"
    try:
        return label_set.relation(kind).title
    except (InvalidLabelSet, KeyError):
        return kind or "kept"


def _word(name: str, said: Any, label_set: LabelSet, names: Mapping[UUID, str]) -> str:
    column, _, key = name.partition(".")
    try:
        if name == "label":
            return label_set.label(said).title
        if column == "attributes":
            value = label_set.attribute(key).value(str(said))
            return value.title if value else str(said)
    except (InvalidLabelSet, KeyError):
        return str(said)
    if name == "assigned_by":
        return names.get(UUID(said), str(said))
    if isinstance(said, bool):
        return "the sentences are joined" if said else "a sentence ends here"
    return ", ".join(map(str, said)) if isinstance(said, list) else str(said)


def _passage(text: str, image: Mapping[str, Any]) -> str:
    """The words that an image's place covers."""
    start, end = image.get("start_char"), image.get("end_char")
    if start is None or end is None:
        return ""
    segments = image.get("segments") or [[start, end]]
    return _shortened(" … ".join(text[one:other] for one, other in segments))


def _shortened(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 1].rstrip()}…"
