"""Review at a prompt: the queue, and approving, correcting and returning what others have handed in."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple
from uuid import UUID

import click

from annotator.cli.commands import Command, common_options
from annotator.cli.desk import Desk
from annotator.cli.finding import pair
from annotator.cli.output import counted, one_line, well_formed
from annotator.cli.review_views import queue_line, queue_view, reading_lines, reviewed_view
from annotator.cli.views import annotation_view
from annotator.core.review_queue import APPROVED, RETURNED, STATES, SUBMITTED, QueueFilter
from annotator.core.schema import AttributeKind
from annotator.core.spans import Span
from annotator.errors import NotFound
from annotator.operations import annotations, corrections, documents, people, readings, review, under_review
from annotator.operations.label_sets import project_labels
from annotator.operations.review_queue import queue
from annotator.operations.sources import find_source


class ReviewCommands(click.Group):
    """`review` by itself lists what waits; what stands behind it does something."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params += common_options()


_of = click.option("--of", "whose", type=well_formed, metavar="NAME", help="Whose reading; the only one if left out.")
_reason = click.option("--reason", default="", type=well_formed, metavar="WORDS", help="Why; 1 to 9: from “reasons”.")


@click.group("review", cls=ReviewCommands, invoke_without_command=True)
@click.pass_context
def review_command(context: click.Context) -> None:
    """List the readings that wait for you, the longest waiting first; “queue” has filters.

    JSON: as “review queue” prints it.
    """
    if not context.invoked_subcommand:
        _list(Desk(context), QueueFilter())


@review_command.command("queue", cls=Command)
@click.argument("words", nargs=-1, type=well_formed)
@click.option("--annotator-of", "annotators", multiple=True, type=well_formed, metavar="NAME", help="Only hers or his.")
@click.option("--label", "labels", multiple=True, type=well_formed, metavar="LABEL", help="Only with this label.")
@click.option("--language", "languages", multiple=True, type=well_formed, metavar="CODE", help="Only in this language.")
@click.option("--outlet", "outlets", multiple=True, type=well_formed, metavar="NAME", help="Only from this outlet.")
@click.option("--state", type=click.Choice([*STATES, "all"]), default=SUBMITTED, help="Waiting, if left out.")
@click.option("--unsure", is_flag=True, help="Only with annotations that the annotator is unsure of.")
@click.option("--flagged", is_flag=True, help="Only with a legal flag, or what a rule holds back.")
@click.pass_context
def queue_command(
    context: click.Context,
    /,
    words: tuple[str, ...],
    state: str,
    unsure: bool,
    flagged: bool,
    **chosen: tuple[str, ...],
) -> None:
    """List the readings of others that wait for a review, the longest waiting first. WORDS: of title, outlet or name.

    JSON: {"queue": [{"article", "title", "outlet", "language", "annotator", "state", "since", "version", "annotations",
    "labels": {label: how many}, "unsure", "flagged", "judged", "returned", "reviewer", "reason"}...]}
    """
    desk = Desk(context)
    states = frozenset(STATES if state == "all" else [state])
    kinds = {name: frozenset(values) for name, values in chosen.items()}
    kinds["annotators"] = frozenset(people.person_called(desk.workspace, name).name for name in chosen["annotators"])
    label_set = project_labels(desk.workspace)
    kinds["labels"] = frozenset(label_set.label(label).key for label in chosen["labels"])
    _list(desk, QueueFilter(" ".join(words), states, unsure=unsure, flagged=flagged, **kinds))


@review_command.command("show", cls=Command)
@click.argument("article", type=well_formed)
@_of
@click.pass_context
def show_command(context: click.Context, article: str, whose: str | None) -> None:
    """Show a reading with each annotation, where it stands, and what was said of it.

    JSON: {"article", "annotator", "state", "reason", "annotations": [as “tag” prints one, with "standing", "reviewer",
    "reason", "correction": as “tag” prints one, or null}...]}
    """
    desk = Desk(context)
    reading = _reading(desk, documents.find_document(desk.workspace, article), whose, STATES)
    found = under_review.read_review(desk.workspace, *reading)
    content = {
        "article": found.document.id,
        "annotator": found.annotator,
        "state": found.reading.state,
        "reason": found.reading.reason,
        "annotations": [reviewed_view(one, found) for one in found.annotations],
    }
    desk.answer(content, reading_lines(found))


@review_command.command("approve", cls=Command)
@click.argument("what", nargs=-1, required=True, type=well_formed, metavar="ARTICLE|ANNOTATION...")
@_of
@click.pass_context
def approve_command(context: click.Context, what: Sequence[str], whose: str | None) -> None:
    """Approve annotations, or whole readings with all that still waits in them.

    A reading of which an annotation was returned is not approved.

    JSON: {"annotations": [id...], "readings": [{"article", "annotator", "annotations": how many with it}...]}
    """
    desk = Desk(context)
    articles, found = _told_apart(desk, what)
    approved = review.approve(desk.workspace, found, desk.annotator_id) if found else []
    whole: list[dict[str, Any]] = []
    for document_id in articles:
        article, who = _reading(desk, document_id, whose, (SUBMITTED,))
        number = review.approve_reading(desk.workspace, article, who, desk.annotator_id, rest=True)
        whole.append({"article": article, "annotator": _name(desk, who), "annotations": number})
    lines = [f"{one}: approved" for one in approved]
    lines += [
        f"{one['article']}: {one['annotator']}’s reading approved, {counted(one['annotations'], 'annotation')} with it"
        for one in whole
    ]
    desk.answer({"annotations": approved, "readings": whole}, lines, "That was approved already.")


@review_command.command("return", cls=Command)
@click.argument("what", nargs=-1, required=True, type=well_formed, metavar="ARTICLE|ANNOTATION...")
@_reason
@_of
@click.pass_context
def return_command(context: click.Context, what: Sequence[str], reason: str, whose: str | None) -> None:
    """Return annotations, to be looked at again, or whole readings; needs --reason.

    An annotation that is returned goes back with its reading: return that when you have gone through it.

    JSON: {"annotations": [id...], "readings": [{"article", "annotator"}...], "reason"}
    """
    desk = Desk(context)
    words = _reason_words(desk, reason)
    articles, found = _told_apart(desk, what)
    returned = review.return_annotations(desk.workspace, found, words, desk.annotator_id) if found else []
    whole = []
    for document_id in articles:
        article, who = _reading(desk, document_id, whose, (SUBMITTED,))
        review.return_reading(desk.workspace, article, who, words, desk.annotator_id)
        whole.append({"article": article, "annotator": _name(desk, who)})
    lines = [f"{one}: returned" for one in returned]
    lines += [f"{one['article']}: returned to {one['annotator']}" for one in whole]
    content = {"annotations": returned, "readings": whole, "reason": words}
    desk.answer(content, lines, "That was returned already.")


@review_command.command("correct", cls=Command)
@click.argument("annotation", type=well_formed)
@click.option("--start", type=int, help="Where it begins instead.")
@click.option("--end", type=int, help="Where it ends instead.")
@click.option("--segment", "more", type=(int, int), multiple=True, metavar="START END", help="One more stretch of it.")
@click.option("--label", type=well_formed, metavar="LABEL", help="What it is instead.")
@click.option("--set", "said", multiple=True, type=well_formed, metavar="KEY=VALUE", help="A field, as “set” takes it.")
@click.option("--note", type=well_formed, metavar="TEXT", help="Its note instead.")
@_reason
@click.pass_context
def correct_command(
    context: click.Context,
    annotation: str,
    start: int | None,
    end: int | None,
    more: Sequence[tuple[int, int]],
    label: str | None,
    said: Sequence[str],
    note: str | None,
    reason: str,
) -> None:
    """Put an annotation of your own in the place of one that is not right; prints its id. The old one stays beside it.

    JSON: the new annotation, as “tag” prints it, with "corrects": id
    """
    desk = Desk(context)
    found = annotations.find_annotation(desk.workspace, annotation)
    former = annotations.read_annotation(desk.workspace, found)
    segments = None
    if start is not None or end is not None or more:
        first = former.extent.start_char if start is None else start
        last = former.extent.end_char if end is None else end
        segments = [Span(first, last), *(Span(*one) for one in more)]
    values, sources = _said(desk, said)
    wanted = corrections.Correction(segments, label, values, sources, note)
    words = _reason_words(desk, reason) if reason else ""
    made = corrections.correct(desk.workspace, found, wanted, desk.annotator_id, words)
    text = documents.read_document(desk.workspace, made.document_id).text
    desk.answer(annotation_view(made, text) | {"corrects": found}, [str(made.id)])


@review_command.command("reopen", cls=Command)
@click.argument("article", type=well_formed)
@_of
@click.pass_context
def reopen_command(context: click.Context, article: str, whose: str | None) -> None:
    """Take up again the review of a reading that was approved, or returned and not changed since.

    JSON: {"article", "annotator", "state"}
    """
    desk = Desk(context)
    document_id = documents.find_document(desk.workspace, article)
    found, who = _reading(desk, document_id, whose, (APPROVED, RETURNED))
    review.reopen_reading(desk.workspace, found, who, desk.annotator_id)
    name = _name(desk, who)
    desk.answer({"article": found, "annotator": name, "state": SUBMITTED}, [f"{found}: {name}’s reading waits again"])


@review_command.command("reasons", cls=Command)
@click.argument("reasons", nargs=-1, type=well_formed)
@click.option("--usual", is_flag=True, help="The usual reasons again.")
@click.pass_context
def reasons_command(context: click.Context, reasons: Sequence[str], usual: bool) -> None:
    """List the reasons for returning by their number; with REASONS, make these the project's own.

    JSON: {"reasons": [words...]}
    """
    desk = Desk(context)
    if reasons or usual:
        held = review.set_reasons(desk.workspace, () if usual else reasons, desk.annotator_id)
    else:
        held = review.read_reasons(desk.workspace)
    desk.answer({"reasons": list(held)}, (f"{number}  {one_line(words)}" for number, words in enumerate(held, 1)))


class _Reading(NamedTuple):
    article: UUID
    annotator: UUID


def _list(desk: Desk, wanted: QueueFilter) -> None:
    found = queue(desk.workspace, desk.reader_id, wanted)
    lines = map(queue_line, found)
    desk.answer({"queue": [queue_view(one) for one in found]}, lines, "Nothing waits for a review.")


def _reading(desk: Desk, document_id: UUID, whose: str | None, states: Sequence[str]) -> _Reading:
    """Whose reading of an article is meant. Raises NotFound where that is nobody's, or several people's."""
    if whose:
        return _Reading(document_id, people.person_called(desk.workspace, whose).id)
    written = readings.readings_in(desk.workspace, document_id)
    handed_in = [one for one in written if one.submission_id and one.state in states]
    there = [one for one in handed_in if one.annotator_id != desk.reader_id]
    if not there:
        raise NotFound(
            "Nobody else’s reading of this article is so far; “review queue --state all” says what there is."
        )
    if len(there) > 1:
        names = " and ".join(_name(desk, one.annotator_id) for one in there)
        raise NotFound(f"There are readings by {names}; say whose with --of.")
    return _Reading(document_id, there[0].annotator_id)


def _told_apart(desk: Desk, what: Sequence[str]) -> tuple[list[UUID], list[UUID]]:
    """The articles and the annotations that are meant by the beginnings of their ids. Raises NotFound."""
    articles: list[UUID] = []
    found: list[UUID] = []
    for beginning in what:
        article = _or_none(lambda one=beginning: documents.find_document(desk.workspace, one))  # type: ignore[misc]
        annotation = _or_none(lambda one=beginning: annotations.find_annotation(desk.workspace, one))  # type: ignore[misc]
        if article and annotation:
            raise NotFound(f"“{beginning}” begins the id of an article and of an annotation; write more of it.")
        if article:
            articles.append(article)
        else:
            found.append(annotation or annotations.find_annotation(desk.workspace, beginning))
    return list(dict.fromkeys(articles)), list(dict.fromkeys(found))


def _or_none(find: Callable[[], UUID]) -> UUID | None:
    try:
        return find()
    except NotFound:
        return None


def _reason_words(desk: Desk, reason: str) -> str:
    """The words of a reason; a number stands for one of the project's, which has nine at most."""
    if not (reason.isdecimal() and len(reason) < 3):
        return reason
    known = review.read_reasons(desk.workspace)
    if not 1 <= int(reason) <= len(known):
        raise NotFound(f"There is no reason {reason}; there are {len(known)}, see “review reasons”.")
    return known[int(reason) - 1]


def _said(desk: Desk, said: Sequence[str]) -> tuple[Mapping[str, Any], Mapping[str, Sequence[UUID]]]:
    label_set = project_labels(desk.workspace)
    naming = {one.key for one in label_set.attributes if one.kind is AttributeKind.SOURCE}
    values: dict[str, str | None] = {}
    sources: dict[str, list[UUID]] = {}
    for key, value in map(pair, said):
        label_set.attribute(key)
        if key in naming:
            named = sources.setdefault(key, [])
            named += [find_source(desk.workspace, value).id] if value else []
        else:
            values[key] = value or None
    return values, sources


def _name(desk: Desk, annotator_id: UUID) -> str:
    found = people.person(desk.workspace, annotator_id)
    return found.name if found else ""
