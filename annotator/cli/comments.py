"""Comments at a prompt: the threads of an article, and what one says in them."""

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

import click

from annotator.cli.commands import command
from annotator.cli.desk import Desk
from annotator.cli.output import one_line, well_formed
from annotator.core.comments import CommentRecord, Thread
from annotator.core.masking import Mask
from annotator.core.spans import Span
from annotator.operations import annotations, comments, documents, sources
from annotator.operations.people import people


@command("comments")
@click.argument("article")
@click.option("--open", "only_open", is_flag=True, help="Only threads that are not resolved.")
@click.option("--reveal", is_flag=True, help="Show the names of protected sources.")
@click.pass_context
def comments_command(context: click.Context, article: str, only_open: bool, reveal: bool) -> None:
    """List the comments on an article in their threads: those on all of it first, then by place.

    JSON: {"threads": [{"id", "annotation", "span": [start, end] or null, "resolved", "comments": [{"id", "annotator",
    "at", "words", "mentions": [name...]}...]}...]}
    """
    desk = Desk(context)
    document_id = documents.find_document(desk.workspace, article)
    mask = Mask() if reveal else sources.mask_of(desk.workspace).everywhere()
    names = {one.id: one.name for one in people(desk.workspace)}
    found = [one for one in comments.threads_of(desk.workspace, document_id) if one.is_open or not only_open]
    views = [_thread_view(one, names, mask) for one in found]
    desk.answer({"threads": views}, (line for view in views for line in _lines(view)), "Nobody has said anything.")


@command("comment")
@click.argument("given", nargs=-1, type=well_formed, metavar="[ARTICLE] WORDS")
@click.option("--annotation", type=well_formed, metavar="ID", help="Say it of this annotation.")
@click.option("--at", type=(int, int), metavar="START END", help="Say it of this stretch of the text.")
@click.option("--reply", type=well_formed, metavar="ID", help="Answer a comment; ARTICLE is left out.")
@click.option("--resolve", type=well_formed, metavar="ID", help="Say that a thread is settled.")
@click.option("--reopen", type=well_formed, metavar="ID", help="Say that it is not.")
@click.option("--remove", type=well_formed, metavar="ID", help="Take a comment of your own away.")
@click.pass_context
def comment_command(context: click.Context, /, given: Sequence[str], **how: Any) -> None:
    """Say something about an article, a stretch or an annotation, and print the comment's id.

    WORDS may name people after an @, such as “@Ana, look”. Comments leave in no dataset.

    JSON: {"id", "thread"}, with --resolve, --reopen and --remove {"resolved", "reopened" or "removed": id}
    """
    desk = Desk(context)
    chosen = [(way, how[way]) for way in ("reply", "resolve", "reopen", "remove") if how[way]]
    if len(chosen) > 1 or (chosen and (how["annotation"] or how["at"])) or (how["annotation"] and how["at"]):
        raise click.UsageError("Only one of --annotation, --at, --reply, --resolve, --reopen and --remove can be used.")
    if chosen:
        _do(desk, *chosen[0], given)
        return
    if len(given) != 2:
        raise click.UsageError("Give an article and, in quotation marks, what you say.")
    document_id = documents.find_document(desk.workspace, given[0])
    about: dict[str, Any] = {}
    if how["annotation"]:
        about["annotation_id"] = annotations.find_annotation(desk.workspace, how["annotation"])
    if how["at"]:
        about["span"] = Span(*how["at"])
    _answer(desk, comments.add_comment(desk.workspace, document_id, given[1], desk.annotator_id, **about))


def _do(desk: Desk, way: str, beginning: str, given: Sequence[str]) -> None:
    """Answer, settle, open again or remove the comment with this beginning."""
    if len(given) != (way == "reply"):
        raise click.UsageError("Give what you answer, in quotation marks." if way == "reply" else "It takes no words.")
    comment_id = comments.find_comment(desk.workspace, beginning)
    if way == "reply":
        _answer(desk, comments.reply(desk.workspace, comment_id, given[0], desk.annotator_id))
        return
    if way == "remove":
        comments.remove_comment(desk.workspace, comment_id, desk.annotator_id)
    else:
        comments.set_resolved(desk.workspace, comment_id, way == "resolve", desk.annotator_id)
    done = {"remove": "removed", "resolve": "resolved", "reopen": "reopened"}[way]
    desk.answer({done: comment_id}, [f"{comment_id} {done}"])


def _answer(desk: Desk, made: CommentRecord) -> None:
    desk.answer({"id": made.id, "thread": made.thread_id or made.id}, [str(made.id)])


def _thread_view(thread: Thread, names: dict[UUID, str], mask: Mask) -> dict[str, Any]:
    return {
        "id": thread.id,
        "annotation": thread.first.annotation_id,
        "span": thread.first.span,
        "resolved": not thread.is_open,
        "comments": [
            {
                "id": one.id,
                "annotator": one.annotator,
                "at": one.created_at,
                "words": mask.text(one.words),
                "mentions": [names[key] for key in one.mentions if key in names],
            }
            for one in thread.comments
        ],
    }


def _lines(view: dict[str, Any]) -> Iterator[str]:
    span = view["span"]
    where = f"{span[0]}–{span[1]}" if span else "the whole article"
    about = f"annotation {view['annotation']}, {where}" if view["annotation"] else where
    yield f"{about}{', resolved' if view['resolved'] else ''}"
    for one in view["comments"]:
        at = one["at"].strftime("%Y-%m-%d %H:%M")
        yield f"  {one['id']}  {at} UTC  {one_line(one['annotator'])}: {one_line(one['words'])}"
