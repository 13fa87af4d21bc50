"""Disputes and rulings as the command line shows them: plain values for JSON, lines for a terminal."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from annotator.cli.output import one_line
from annotator.core.disputes import Side
from annotator.core.rulings import Dispute, RulingRecord, RulingVerdict
from annotator.core.submissions import SubmittedAnnotation
from annotator.operations.disputed_articles import DisputedArticle


def dispute_view(dispute: Dispute, article: DisputedArticle) -> dict[str, Any]:
    """A dispute for JSON."""
    group, names = dispute.group, {key: person.name for key, person in article.people.items()}
    return {
        "id": dispute.id,
        "article": group.document_id,
        "title": article.record.title,
        "type": group.kinds[0].value,
        "types": [kind.value for kind in group.kinds],
        "labels": list(group.labels),
        "start": group.extent.start_char,
        "end": group.extent.end_char,
        "status": "open" if dispute.is_open else "settled",
        "attributes": list(group.attributes),
        "links": list(group.links),
        "sides": [_side_view(side, article) for side in group.sides],
        "ruling": ruling_view(dispute.ruling, dispute, names) if dispute.ruling else None,
        "former": ruling_view(dispute.former, dispute, names) if dispute.former else None,
    }


def _side_view(side: Side, article: DisputedArticle) -> dict[str, Any]:
    return {
        "annotator": article.name(side.annotator_id),
        "annotations": [_annotation_view(one, article) for one in side.annotations],
        "links": [
            {
                "kind": link.kind,
                "from": link.from_id,
                "to": link.to_id,
                "source": link.source_id,
                "words": article.end_of(link),
            }
            for link in side.links
        ],
    }


def _annotation_view(one: SubmittedAnnotation, article: DisputedArticle) -> dict[str, Any]:
    return {
        "id": one.id,
        "label": one.label,
        "segments": [list(segment) for segment in one.segments],
        "text": " ".join(article.record.text[start:end] for start, end in one.segments),
        "attributes": dict(one.attributes),
        "note": one.note,
    }


def ruling_view(ruling: RulingRecord, dispute: Dispute, names: dict[UUID, str]) -> dict[str, Any]:
    """A ruling for JSON; `names` are everybody's by key."""
    return {
        "id": ruling.id,
        "dispute": dispute.id,
        "article": ruling.document_id,
        "verdict": ruling.verdict.value,
        "for": _side_ruled_for(ruling, dispute, names),
        "keeps": sorted(ruling.keeps),
        "label": ruling.label or None,
        "segments": [list(segment) for segment in ruling.segments],
        "attributes": dict(ruling.attributes),
        "reason": ruling.reason,
        "case": ruling.case_number,
        "case_title": ruling.case_title,
        "annotator": names.get(ruling.annotator_id, ""),
    }


def _side_ruled_for(ruling: RulingRecord, dispute: Dispute, names: dict[UUID, str]) -> str | None:
    """Whose side holds; of several who say the same the first, and None where no side alone does."""
    if ruling.verdict is not RulingVerdict.ONE:
        return None
    sides = (side for side in dispute.group.sides if {one.id for one in side.annotations} == ruling.keeps)
    return next((names.get(side.annotator_id, "") for side in sides), None)


def dispute_lines(view: dict[str, Any]) -> Iterator[str]:
    """A dispute for a terminal: what it is, then a line a side, then what was ruled."""
    differing = ", ".join([*view["attributes"], *view["links"]])
    detail = f" ({differing})" if differing else ""
    yield f"{view['id']}  {', '.join(view['types'])}{detail}  {view['start']}–{view['end']}  {one_line(view['title'])}"
    for side in view["sides"]:
        said = "; ".join(map(_said, side["annotations"])) or "nothing"
        linked = "".join(f"  {link['kind']} “{one_line(link['words'])}”" for link in side["links"] if link["words"])
        yield f"    {one_line(side['annotator'])}: {said}{linked}"
    for name, words in (("ruling", "settled"), ("former", "settled before it changed")):
        if view[name]:
            yield f"    {words} by {one_line(view[name]['annotator'])}: {_ruled(view[name])}"


def _said(one: dict[str, Any]) -> str:
    values = ", ".join(f"{key}={value}" for key, value in one["attributes"].items())
    return f"{one['label']} “{one_line(one['text'])}”{f' [{one_line(values)}]' if values else ''}"


def _ruled(ruling: dict[str, Any]) -> str:
    whose = f" ({one_line(ruling['for'])})" if ruling["for"] else ""
    new = f" {ruling['label']} {where(ruling)}" if ruling["label"] else ""
    why = f": {one_line(ruling['reason'])}" if ruling["reason"] else ""
    return f"{ruling['verdict']}{whose}{new}{why}"


def where(view: dict[str, Any]) -> str:
    """The stretches of an annotation's view, for a terminal."""
    return " ".join(f"{start}–{end}" for start, end in view["segments"])
