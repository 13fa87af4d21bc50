"""The label set at a prompt: what there is, another one, to and from files, older versions, labels that become one."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from annotator.cli.commands import Command, common_options
from annotator.cli.desk import Desk
from annotator.cli.output import counted, counter, one_line
from annotator.core.label_set_file import LabelSetFile
from annotator.core.schema import Attribute, Label, LabelSet, RelationKind
from annotator.errors import Cancelled
from annotator.operations import label_merging, label_set_files, label_sets
from annotator.operations.label_merging import Merge
from annotator.operations.label_sets import SHIPPED, KeptVersion
from annotator.operations.label_usage import label_usage


class LabelCommands(click.Group):
    """`labels` by itself lists; what stands behind it does something with the set."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params += common_options()


@click.group("labels", cls=LabelCommands, invoke_without_command=True)
@click.pass_context
def labels_command(context: click.Context) -> None:
    """List the labels of the project, with how many annotations each has; then their fields and links.

    JSON: {"id", "title", "version", "labels": [{"key", "title", "shortcut", "description", "helper", "retired",
    "annotations"}], "attributes": [{"key", "title", "kind", "labels", "values": [key...], "default", "retired"}],
    "relations": [{"key", "title", "from", "to", "retired"}]}
    """
    if context.invoked_subcommand:
        return
    desk = Desk(context)
    _answer(desk, label_sets.project_labels(desk.workspace))


@labels_command.command("export", cls=Command)
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_context
def export_command(context: click.Context, file: Path) -> None:
    """Write the label set and the newsroom's own guideline to FILE (.labelset.json).

    JSON: {"path"}
    """
    desk = Desk(context)
    label_set_files.export_label_set(desk.workspace, file)
    desk.answer({"path": str(file)}, [f"Written: {one_line(str(file))}"])


@labels_command.command("import", cls=Command)
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_context
def import_command(context: click.Context, file: Path) -> None:
    """Use the label set of FILE from now on; labels of the present one stay, retired, so that nothing is lost.

    FILE is one that “labels export” has written, or a code book of a tool for qualitative analysis (.qdc).

    JSON: as “labels” prints it.
    """
    _use(Desk(context), label_set_files.read_label_set_file(file))


@labels_command.command("use", cls=Command)
@click.argument("name", metavar="|".join(SHIPPED), type=click.Choice(SHIPPED))
@click.pass_context
def use_command(context: click.Context, name: str) -> None:
    """Use a label set that comes with the program; labels of the present one stay, retired, so that nothing is lost.

    JSON: as “labels” prints it.
    """
    _use(Desk(context), LabelSetFile(label_sets.shipped_label_set(name), {}))


@labels_command.command("versions", cls=Command)
@click.pass_context
def versions_command(context: click.Context) -> None:
    """List the versions that the label set has had, the newest first.

    JSON: {"versions": [{"version", "id", "title", "labels": titles, "at": null when that is not known, "annotator"}]}
    """
    desk = Desk(context)
    views = [_version_view(kept) for kept in label_sets.kept_versions(desk.workspace)]
    desk.answer({"versions": views}, map(_version_line, views))


@labels_command.command("restore", cls=Command)
@click.argument("version", type=int)
@click.pass_context
def restore_command(context: click.Context, version: int) -> None:
    """Make an older VERSION the label set again, as a new version.

    JSON: as “labels” prints it.
    """
    desk = Desk(context)
    _answer(desk, label_sets.bring_version_back(desk.workspace, version, desk.annotator_id))


@labels_command.command("merge", cls=Command)
@click.argument("key")
@click.argument("into")
@click.option("--dry-run", is_flag=True, help="Only say how many annotations would change.")
@click.pass_context
def merge_command(context: click.Context, key: str, into: str, dry_run: bool) -> None:
    """Give every annotation with the label KEY the label INTO, and retire KEY. Undo gives the annotations back.

    JSON: {"annotations": how many have changed, or would}
    """
    desk, merge = Desk(context), Merge("labels", key, into)
    if dry_run:
        label_merging.merged_set(label_sets.project_labels(desk.workspace), merge)
        usage = label_usage(desk.workspace)
        number = usage.labels[key] - usage.frozen[key]
        desk.answer({"annotations": number}, [f"{counted(number, 'annotation')} would change."])
        return
    report = label_merging.merge(desk.workspace, merge, desk.annotator_id, counter())
    if report.cancelled:
        raise Cancelled("Stopped; call it again for the rest.")
    desk.answer({"annotations": report.changed}, [f"{counted(report.changed, 'annotation')} changed."])


def _use(desk: Desk, wanted: LabelSetFile) -> None:
    _answer(desk, label_sets.use_label_set(desk.workspace, wanted.label_set, desk.annotator_id, wanted.guideline))


def _answer(desk: Desk, label_set: LabelSet) -> None:
    counts = label_usage(desk.workspace).labels
    content = {
        "id": label_set.id,
        "title": label_set.title,
        "version": label_set.version,
        "labels": [_label_view(label, counts[label.key]) for label in label_set.labels],
        "attributes": [_attribute_view(one, label_set) for one in label_set.attributes],
        "relations": [_relation_view(one) for one in label_set.relations],
    }
    first = f"{one_line(label_set.title)}, version {label_set.version}"
    labels = [_label_line(label, counts[label.key]) for label in label_set.labels]
    desk.answer(content, [first, *labels, *_field_lines(content), *_link_lines(content)])


def _attribute_view(one: Attribute, label_set: LabelSet) -> dict[str, Any]:
    return {
        "key": one.key,
        "title": one.title,
        "kind": one.kind,
        "labels": [label.key for label in label_set.labels if one.is_of(label)],
        "values": [value.key for value in one.values if not value.retired],
        "default": one.default,
        "retired": one.retired,
    }


def _relation_view(one: RelationKind) -> dict[str, Any]:
    ends = {"from": list(one.from_labels), "to": list(one.to_labels)}
    return {"key": one.key, "title": one.title, **ends, "retired": one.retired}


def _field_lines(content: dict[str, Any]) -> Iterator[str]:
    """The fields that “set” takes, and what each can be."""
    there = [one for one in content["attributes"] if not one["retired"]]
    yield from ["", "Fields, for “set”:"] if there else []
    for one in there:
        values = " ".join(one["values"]) or one["kind"].value.replace("_", "/")
        yield f"{one['key']:18} {one_line(one['title'])} ({', '.join(one['labels'])}): {values}"


def _link_lines(content: dict[str, Any]) -> Iterator[str]:
    """The links that “link” makes."""
    there = [one for one in content["relations"] if not one["retired"]]
    yield from ["", "Links, for “link”:"] if there else []
    for one in there:
        yield f"{one['key']:18} {', '.join(one['from'])} → {', '.join(one['to'])}"


def _label_view(label: Label, annotations: int) -> dict[str, Any]:
    return {
        "key": label.key,
        "title": label.title,
        "shortcut": label.shortcut,
        "description": label.description,
        "helper": label.helper,
        "retired": label.retired,
        "annotations": annotations,
    }


def _label_line(label: Label, annotations: int) -> str:
    signs = [word for word, holds in (("retired", label.retired), ("mark", label.helper)) if holds]
    signs += [counted(annotations, "annotation")] if annotations else []
    aside = f" ({', '.join(signs)})" if signs else ""
    shortcut = "" if label.retired else one_line(label.shortcut)
    return f"{label.key:18} {shortcut:3} {one_line(label.title)}{aside}: {one_line(label.description)}"


def _version_view(kept: KeptVersion) -> dict[str, Any]:
    return {
        "version": kept.label_set.version,
        "id": kept.label_set.id,
        "title": kept.label_set.title,
        "labels": [label.title for label in kept.label_set.main],
        "at": kept.at,
        "annotator": kept.annotator,
    }


def _version_line(view: dict[str, Any]) -> str:
    when = f"{view['at']:%Y-%m-%d %H:%M} {one_line(view['annotator'])}" if view["at"] else "at the beginning"
    return f"{view['version']:4} {one_line(view['title'])}, {when}: {one_line(', '.join(view['labels']))}"
