"""The right of reply at a prompt: claims that accuse somebody, and the contact log of each."""

import sys
from codecs import BOM_UTF8
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from annotator.cli.commands import command
from annotator.cli.desk import Desk
from annotator.cli.output import counted, one_line, well_formed
from annotator.core.records import ContactRecord
from annotator.core.replies import Answer, ReplyClaim, ReplyFilter, Standing, is_late
from annotator.errors import NotFound
from annotator.operations import annotations, contacts, replies
from annotator.operations.label_sets import project_labels
from annotator.operations.reply_sheet import value_title

_UNANSWERED = frozenset({Standing.UNASKED, Standing.ASKED})


@command("replies")
@click.argument("words", nargs=-1)
@click.option("--unanswered", is_flag=True, help="Only claims that nothing answers yet.")
@click.option("--overdue", is_flag=True, help="Only claims with a deadline that has passed.")
@click.option("--outlet", "outlets", multiple=True, metavar="NAME", help="Only claims in articles of this outlet.")
@click.option("--out", type=well_formed, metavar="FILE", help="Write a sheet instead: .html or .csv; - for CSV here.")
@click.pass_context
def replies_command(
    context: click.Context, words: tuple[str, ...], unanswered: bool, overdue: bool, outlets: tuple[str, ...], out: str
) -> None:
    """List the claims that accuse somebody, with who says so, the reply status, what answers each and the contact log.

    Those that nothing answers come first. WORDS must all be in the claim, its article, a name or the log. A sheet
    leaves out what is withheld or off the record; protected names are blacked out.

    JSON: {"claims": [{"id", "article", "title", "outlet", "published", "text", "sentence", "accuses", "status",
    "standing", "said_by": [...], "answers": [{"id", "article", "kind", "text", "said_by", "through_same"}...],
    "contacts": [{"id", "at", "person", "channel", "deadline", "answered_at", "answer", "note", "annotator",
    "overdue"}...], "deadline", "overdue"}...]}, with --out {"path", "claims", "held_back"}
    """
    desk, now = Desk(context), datetime.now(UTC)
    found = replies.read_replies(desk.workspace)
    if found.scope is None:
        raise NotFound("This project's label set has no field “accuses”, so there are no accusations to follow.")
    wanted = ReplyFilter(
        " ".join(words), _UNANSWERED if unanswered else frozenset(), overdue, outlets=frozenset(outlets)
    )
    claims = [claim for claim in found.claims if wanted.fits(claim, now)]
    if out:
        _write(desk, claims, out)
        return
    nothing = "No such claim accuses anybody." if found.claims else "No claim accuses anybody yet."
    desk.answer({"claims": [_view(claim, now) for claim in claims]}, _lines(desk, claims, now), nothing)


@command("contact")
@click.argument("annotation")
@click.option("--at", type=well_formed, metavar="TIME", default="", help="When somebody was asked; today if left out.")
@click.option("--person", type=well_formed, metavar="NAME", help="Whom.")
@click.option("--channel", type=well_formed, metavar="WORDS", help="How: phone, e-mail.")
@click.option("--deadline", type=well_formed, metavar="TIME", help="Until when an answer was asked for.")
@click.option("--answered", "answered_at", type=well_formed, metavar="TIME", help="When an answer came.")
@click.option("--answer", type=well_formed, metavar="TEXT", help="What was answered.")
@click.option("--note", type=well_formed, metavar="TEXT", help="Anything else.")
@click.pass_context
def contact_command(context: click.Context, /, annotation: str, at: str, **details: str | None) -> None:
    """Note that somebody was asked about a claim, and print the contact's id. Nobody is contacted by this.

    A TIME is a day like 2026-05-04, or a day and a time like 2026-05-04 21:35.

    JSON: the contact, as “replies” prints it.
    """
    desk = Desk(context)
    annotation_id = annotations.find_annotation(desk.workspace, annotation)
    told = {field: value for field, value in details.items() if value is not None}
    day = at or datetime.now().astimezone().date().isoformat()
    made = contacts.add_contact(desk.workspace, annotation_id, desk.annotator_id, at=day, **told)
    desk.answer(_contact_view(made, datetime.now(UTC)), [str(made.id)])


def _write(desk: Desk, claims: list[ReplyClaim], out: str) -> None:
    if out == "-":
        sheet = replies.sheet_of(desk.workspace, claims, "csv")
        click.echo(
            sheet.content.removeprefix(BOM_UTF8), nl=False, file=sys.stdout.buffer
        )  # the mark is for spreadsheets
        return
    report = replies.export_replies(desk.workspace, claims, Path(out))
    content = {"path": out, "claims": report.claims, "held_back": report.held_back}
    held = f"; {counted(report.held_back, 'claim')} left out" if report.held_back else ""
    desk.answer(content, [f"{counted(report.claims, 'claim')} in {out}{held}"])


def _view(claim: ReplyClaim, now: datetime) -> dict[str, Any]:
    return {
        "id": claim.annotation.id,
        "article": claim.article.id,
        "title": claim.article.title,
        "outlet": claim.article.outlet,
        "published": claim.day,
        "text": claim.place.passage,
        "sentence": claim.place.sentence_text,
        "accuses": claim.accuses,
        "status": claim.status,
        "standing": str(claim.standing),
        "said_by": list(claim.speakers),
        "answers": [_answer_view(one) for one in claim.answers],
        "contacts": [_contact_view(one, now) for one in claim.contacts],
        "deadline": claim.deadline,
        "overdue": claim.is_overdue(now),
    }


def _answer_view(answer: Answer) -> dict[str, Any]:
    return {
        "id": answer.annotation.id,
        "article": answer.article.id,
        "kind": answer.title,
        "text": answer.place.passage,
        "said_by": list(answer.speakers),
        "through_same": answer.through_same,
    }


def _contact_view(contact: ContactRecord, now: datetime) -> dict[str, Any]:
    fields = ("id", "at", "person", "channel", "deadline", "answered_at", "answer", "note", "annotator")
    return {field: getattr(contact, field) for field in fields} | {"overdue": is_late(contact, now)}


def _lines(desk: Desk, claims: list[ReplyClaim], now: datetime) -> Iterator[str]:
    label_set = project_labels(desk.workspace)
    for claim in claims:
        status = value_title(label_set, "reply_status", claim.status)
        late = f", overdue since {claim.deadline}" if claim.is_overdue(now) else ""
        where = " · ".join(part for part in (claim.article.title, claim.article.outlet, claim.day) if part)
        yield f"{claim.annotation.id}  {claim.standing}{late}  “{one_line(claim.place.passage)}”"
        yield f"    {one_line(', '.join(claim.speakers) or 'no source named')}; {status}; {one_line(where)}"
        for answer in claim.answers:
            same = " (of the same claim)" if answer.through_same else ""
            yield f"    {answer.title}{same}: “{one_line(answer.place.passage)}”"
        for contact in claim.contacts:
            told = (contact.at, contact.person, contact.channel, contact.deadline and f"until {contact.deadline}")
            yield "    asked " + one_line(", ".join(part for part in (*told, contact.answer) if part))
