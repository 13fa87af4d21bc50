"""The command that says what is known of an annotation: its attributes, and whose words they are."""

from collections.abc import Sequence
from uuid import UUID

import click

from annotator.cli.commands import command
from annotator.cli.desk import Desk
from annotator.cli.finding import pair
from annotator.cli.output import well_formed
from annotator.cli.views import annotation_view
from annotator.core.schema import AttributeKind
from annotator.operations import annotations, documents, relations
from annotator.operations.describing import describe
from annotator.operations.label_sets import project_labels
from annotator.operations.sources import find_source


@command("set")
@click.argument("annotation")
@click.argument("said", nargs=-1, required=True, type=well_formed, metavar="KEY=VALUE...")
@click.pass_context
def set_command(context: click.Context, annotation: str, said: Sequence[str]) -> None:
    """Say what is known of an annotation of your own: “set 7c1e quote_type=direct attributed_to=Hasan”.

    KEY is a field of the label set, see “labels”. The VALUE of one that names sources is a name or alias of a source
    that there is, or the beginning of its id; where several can be named, repeat it. “KEY=” takes away what was said.
    All of it is one step to undo.

    JSON: the annotation, as “tag” prints it, with "sources": {key: [id...]}
    """
    desk = Desk(context)
    found = annotations.find_annotation(desk.workspace, annotation)
    label_set = project_labels(desk.workspace)
    naming = {one.key for one in label_set.attributes if one.kind is AttributeKind.SOURCE}
    values: dict[str, str | None] = {}
    sources: dict[str, list[UUID]] = {}
    for key, value in map(pair, said):
        if key in naming:
            named = sources.setdefault(key, [])
            named += [find_source(desk.workspace, value).id] if value else []
        else:
            values[key] = value or None
            if not value:
                label_set.attribute(key)  # a key that is misspelt would else take nothing away, and say nothing
    describe(desk.workspace, [found], values, sources, desk.annotator_id)
    made = annotations.read_annotation(desk.workspace, found)
    there = relations.read_relations(desk.workspace, [found])
    by_key = {key: [one.source_id for one in there if one.kind == key and one.source_id] for key in sorted(naming)}
    text = documents.read_document(desk.workspace, made.document_id).text
    content = annotation_view(made, text) | {"sources": {key: ids for key, ids in by_key.items() if ids}}
    desk.answer(content, [str(found)])
