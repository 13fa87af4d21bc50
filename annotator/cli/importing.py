"""Annotations made elsewhere, in."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from annotator.cli.commands import Failed, command
from annotator.cli.desk import Desk
from annotator.cli.output import counted, counter, one_line, well_formed
from annotator.core.import_map import AS_NOTE, LEFT_OUT, ImportMap
from annotator.operations.documents import find_document
from annotator.operations.import_preview import ImportPreview, preview_import
from annotator.operations.import_reading import spooled
from annotator.operations.import_report import ImportReport
from annotator.operations.import_restoring import restore_own
from annotator.operations.importing import import_annotations
from annotator.operations.restoring import RestoreReport

_STANDARD_INPUT = "-"
_NOTE = "note"
_OUT = ("", "-")
_MOST_LINES = 20
"""So many reasons, names or things are told one by one, then their sum."""
_LONGEST, _END = 120, 50


@command("import")
@click.argument("path", type=well_formed, metavar="PATH")
@click.option("--format", "format_id", metavar="ID", help="Its format, where it is not recognised by what is in it.")
@click.option("--preview", is_flag=True, help="Only say what is in it, what it would mean, and what would be left out.")
@click.option("--into", metavar="ARTICLE", help="The article here, by its id, that the one in the file is.")
@click.option("--map", "labels", multiple=True, metavar="THEIRS=OURS", help="Which label a foreign one is.")
@click.option("--map-attribute", "attributes", multiple=True, metavar="THEIRS=OURS", help="The same of an attribute.")
@click.option("--map-value", "values", multiple=True, metavar="ATTRIBUTE:THEIRS=OURS", help="The same of a value.")
@click.option("--map-relation", "relations", multiple=True, metavar="THEIRS=OURS", help="The same of a relation.")
@click.option("--map-annotator", "people", multiple=True, metavar="THEIRS=NAME", help="Who an annotator is here.")
@click.option("--add-labels", is_flag=True, help="Add the labels that are unknown here to the label set.")
@click.option("--not-submitted", is_flag=True, help="Do not hand the readings in.")
@click.pass_context
def import_command(
    context: click.Context,
    /,
    path: str,
    format_id: str | None,
    preview: bool,
    into: str | None,
    add_labels: bool,
    not_submitted: bool,
    **maps: Sequence[str],
) -> None:
    """Import annotations that were made elsewhere: PATH is a file, a folder, a ZIP of one, or - for standard input.

    The format is recognised by what is in it; “formats” lists those there are. Labels, attributes, values and relations
    are those called the same here, or as --map and its like say, which is remembered for the next file of the format:
    nothing after the = leaves a name out, “note” puts an attribute into the note. An article that is here already is
    found by its key, its text, its address or its title, and annotations find their place again where its text is
    another; the others are added. Nothing comes twice. Each reading is handed in, so that “agreement” and “disputes”
    count it. A project that was exported whole as jsonl is restored under its own keys.

    JSON: {"format", "articles", "loaded", "annotations", "known", "changed", "links", "sources", "marks": how many
    stretches are marked as read, with nothing to tag in them, "annotators": [...], "left_out": {reason: number},
    "named": [{"article", "what", "why"}], "unsure", "unread", "not_there": [...]}
    """
    desk = Desk(context)
    with _given(path) as given:
        document_id = find_document(desk.workspace, into) if into else None
        names = _map(**maps)
        if preview:
            found = preview_import(desk.workspace, given, desk.reader_id, format_id, names, into=document_id)
            desk.answer(found.as_dict(), _preview_lines(found))
            return
        own = None if any(maps.values()) or into else restore_own(desk.workspace, given, format_id, counter())
        if own and not own.known:
            _tell_restored(desk, own)
            return
        annotator_id, name = desk.arriving()  # a project that was restored has its people
        report = import_annotations(
            desk.workspace,
            given,
            annotator_id,
            names,
            name=name,
            format_id=format_id,
            into=document_id,
            submit=not not_submitted and own is None,
            new_labels=add_labels,
            progress=counter(),
        )
    _tell(desk, _with_own(report, own))


@contextmanager
def _given(path: str) -> Iterator[Path]:
    """What is to be read, as something that can be read twice."""
    if path != _STANDARD_INPUT:
        yield Path(path)
        return
    with TemporaryDirectory(prefix="annotator-") as folder:
        yield spooled(sys.stdin.buffer, Path(folder))


def _map(
    labels: Sequence[str],
    attributes: Sequence[str],
    values: Sequence[str],
    relations: Sequence[str],
    people: Sequence[str],
) -> ImportMap:
    by_attribute: dict[str, dict[str, str]] = {}
    for words in values:
        theirs, ours = _pair(words, "--map-value")
        name, colon, value = theirs.partition(":")
        if not colon:
            raise Failed(f"“{words}” names no attribute; write --map-value Attribute:Theirs=ours.")
        by_attribute.setdefault(name, {})[value] = ours
    noted = {theirs: AS_NOTE if ours == _NOTE else ours for theirs, ours in _pairs(attributes, "--map-attribute")}
    return ImportMap(
        labels=dict(_pairs(labels, "--map")),
        attributes=noted,
        values=by_attribute,
        relations=dict(_pairs(relations, "--map-relation")),
        annotators=dict(_pairs(people, "--map-annotator")),
    )


def _pairs(given: Sequence[str], option: str) -> Iterator[tuple[str, str]]:
    return (_pair(words, option) for words in given)


def _pair(words: str, option: str) -> tuple[str, str]:
    theirs, equals, ours = words.rpartition("=")
    if not equals or not theirs:
        raise Failed(f"“{words}” says nothing; write {option} Theirs=ours.")
    return theirs, LEFT_OUT if ours in _OUT else ours


def _content(report: ImportReport) -> dict[str, Any]:
    return {
        "format": report.format_id,
        "articles": report.articles,
        "loaded": report.loaded,
        "annotations": report.annotations,
        "known": report.known,
        "changed": report.changed,
        "links": report.links,
        "sources": report.sources,
        "marks": report.marks,
        "annotators": report.people,
        "left_out": report.left_out,
        "named": [one.as_row() for one in report.losses.named],
        "unsure": [one.as_row() for one in report.unsure.named],
        "unread": [{"name": name, "why": why} for name, why in report.unread],
        "not_there": report.not_there,
    }


def _tell(desk: Desk, report: ImportReport) -> None:
    """Say what came. Raises Failed where nothing did, though there is something in the file."""
    desk.answer(_content(report), _lines(report))
    why = [*(words for _, words in report.unread), *report.left_out]
    if why and not report.articles:
        raise Failed(f"Nothing was imported: {one_line(why[0])}")


def _with_own(report: ImportReport, own: RestoreReport | None) -> ImportReport:
    """What came, with what was restored before; of a line that was not, only annotations can have come."""
    if own:
        report.loaded, report.annotations = report.loaded + own.articles, report.annotations + own.annotations
        report.links, report.sources = report.links + own.links, report.sources + own.sources
        report.marks += own.marks
        report.unread += [(f"line {line}", f"{why} At most its annotations came.") for line, why in own.failed]
    return report


def _tell_restored(desk: Desk, own: RestoreReport) -> None:
    """Say what came of a project. Raises Failed where a line of it could not be taken."""
    desk.answer(_restored(own), _restored_lines(own))
    if own.failed:
        raise Failed(f"{counted(len(own.failed), 'line')} could not be taken: {one_line(own.failed[0][1])}")


def _restored(own: RestoreReport) -> dict[str, Any]:
    """What came of a file of our own, in the words of every import."""
    report = ImportReport("jsonl", own.articles, own.articles, own.annotations, own.known)
    report.links, report.sources, report.marks, report.people = own.links, own.sources, own.marks, own.people
    report.unread = [(f"line {line}", why) for line, why in own.failed]
    return _content(report) | {"versions": own.versions, "notices": own.notices}


def _restored_lines(own: RestoreReport) -> Iterator[str]:
    what = "The project was restored" if own.is_whole_project else "Restored"
    yield f"{what}: {counted(own.annotations, 'annotation')} in {counted(own.articles, 'article')}."
    yield from own.notices
    yield from (f"not read: line {line}: {one_line(why)}" for line, why in own.failed)


def _lines(report: ImportReport) -> Iterator[str]:
    yield (
        f"{counted(report.annotations, 'annotation')} of {counted(len(report.people) or 1, 'annotator')} in "
        f"{counted(report.articles, 'article')}, {report.loaded:,} of them new."
    )
    if report.links or report.sources:
        yield f"{counted(report.links, 'link')}, {counted(report.sources, 'new source')}."
    if report.known:
        yield f"{counted(report.known, 'annotation')} {'was' if report.known == 1 else 'were'} there already."
    for one in report.unsure.named[:_MOST_LINES]:
        yield f"look again: {_short(one.article)}: “{_short(one.what)}”, {_short(one.why)}"
    if report.unsure.counts.total() > _MOST_LINES:
        yield f"look again: {report.unsure.counts.total() - _MOST_LINES:,} more"
    yield from _not_there(report.not_there)
    yield from _left_out(report.left_out, report.unread)


def _preview_lines(found: ImportPreview) -> Iterator[str]:
    survey, names = found.survey, found.names
    yield f"{found.format_title}: {counted(survey.annotations, 'annotation')} in {counted(survey.articles, 'article')}."
    for here, number in found.articles.most_common():
        yield f"articles, {here.value}: {number:,}"
    for kind, counts, meant in (
        ("label", survey.labels, names.labels),
        ("relation", survey.relations, names.relations),
        ("annotator", survey.annotators, names.annotators),
        ("attribute", {name: values.total() for name, values in survey.attributes.items()}, names.attributes),
    ):
        for name, number in islice(counts.items(), _MOST_LINES):
            ours = meant.get(name, "") or ("you" if kind == "annotator" else "left out")
            yield f"{kind} {_short(name) or '(nobody)'}: {number:,} → {_short(ours)}"
        if len(counts) > _MOST_LINES:
            yield f"{kind}: {len(counts) - _MOST_LINES:,} more; --json has all"
    yield f"{counted(found.taken, 'annotation')} would be new, {found.known:,} are there already."
    if found.unsure:
        yield f"{counted(found.unsure, 'annotation')} would be placed where the words are others now."
    yield from _not_there(found.not_there)
    yield from _left_out(found.losses.counts, found.unread)
    yield from (f"about this format: {one}" for one in found.cannot_hold)


def _left_out(counts: dict[str, int], unread: Sequence[tuple[str, str]]) -> Iterator[str]:
    ordered = sorted(counts.items(), key=lambda one: -one[1])
    yield from (f"left out: {number:,} × {_short(reason)}" for reason, number in ordered[:_MOST_LINES])
    if rest := ordered[_MOST_LINES:]:
        yield f"left out: {sum(number for _, number in rest):,} × for {counted(len(rest), 'other reason')}"
    yield from (f"not read: {_short(name)}: {one_line(why)}" for name, why in unread[:_MOST_LINES])
    if len(unread) > _MOST_LINES:
        yield f"not read: {len(unread) - _MOST_LINES:,} more"


def _not_there(names: Sequence[str]) -> Iterator[str]:
    """Names that somebody may have spelt wrong."""
    if names:
        more = f" and {len(names) - _MOST_LINES:,} more" if len(names) > _MOST_LINES else ""
        told = ", ".join(map(_short, names[:_MOST_LINES]))
        yield f"not in the file, so nothing is done about it: {told}{more}"


def _short(name: str) -> str:
    """A name or sentence of a file in one line of no great length, its end kept, which may say what is the matter."""
    line = one_line(name)
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - _END - 1]}…{line[-_END:]}"
