"""Commands that link annotations, in one article or across articles, and that take links away."""

from collections.abc import Sequence
from typing import Any

import click

from annotator.cli.commands import command
from annotator.cli.desk import Desk
from annotator.cli.output import one_line, well_formed
from annotator.errors import NotFound
from annotator.operations import annotations, links, relations
from annotator.operations.links import LinkEnd


@command("link")
@click.argument("annotation")
@click.argument("kind", type=well_formed)
@click.argument("other")
@click.pass_context
def link_command(context: click.Context, annotation: str, kind: str, other: str) -> None:
    """Link an annotation of your own to another one: “link DENIAL denies CLAIM”.

    KIND is a relation of the project's label set, see “labels”. OTHER may be in another article, also in an older
    version of one. A link that is there already stays the only one.

    JSON: {"id", "kind", "from", "to"}
    """
    desk = Desk(context)
    ends = [annotations.find_annotation(desk.workspace, beginning) for beginning in (annotation, other)]
    made = relations.link(desk.workspace, ends[0], kind, ends[1], desk.annotator_id)
    desk.answer({"id": made.id, "kind": made.kind, "from": made.from_id, "to": made.to_id}, [str(made.id)])


@command("unlink")
@click.argument("annotation")
@click.argument("other", required=False)
@click.option("--kind", type=well_formed, metavar="KIND", default="", help="Only links of this kind.")
@click.pass_context
def unlink_command(context: click.Context, annotation: str, other: str | None, kind: str) -> None:
    """Take away the links of an annotation, or those with OTHER alone, and print their ids.

    JSON: {"removed": [id...]}
    """
    desk = Desk(context)
    start = annotations.find_annotation(desk.workspace, annotation)
    end = annotations.find_annotation(desk.workspace, other) if other else None
    found = [
        link.relation.id
        for link in links.links_of(desk.workspace, start)
        if end in (None, link.annotation.id) and kind in ("", link.relation.kind)
    ]
    if not found:
        raise NotFound("There is no such link; “links” lists those of an annotation.")
    relations.unlink(desk.workspace, found, desk.annotator_id)
    desk.answer({"removed": found}, map(str, found))


@command("links")
@click.argument("annotation", nargs=-1, required=True)
@click.pass_context
def links_command(context: click.Context, annotation: Sequence[str]) -> None:
    """List the links of annotations, with the words at the other end.

    JSON: {"links": [{"id", "kind", "title", "from", "to", "text", "sentence", "article", "article_title"}...]}
    """
    desk = Desk(context)
    found: list[LinkEnd] = []
    for beginning in annotation:
        found += links.links_of(desk.workspace, annotations.find_annotation(desk.workspace, beginning))
    desk.answer({"links": [_view(end) for end in found]}, map(_line, found), "Nothing is linked to that.")


def _view(end: LinkEnd) -> dict[str, Any]:
    return {
        "id": end.relation.id,
        "kind": end.relation.kind,
        "title": end.title,
        "from": end.relation.from_id,
        "to": end.relation.to_id,
        "text": end.place.passage,
        "sentence": end.place.sentence,
        "article": end.article.id,
        "article_title": end.article.title,
    }


def _line(end: LinkEnd) -> str:
    title, where = one_line(end.article.title), end.place.sentence
    return f"{end.relation.id}  {end.title}  “{one_line(end.place.passage)}”  {title}, sentence {where}"
