"""Giving articles away at a prompt: a packet for somebody who does not have the project."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

import click

from annotator.cli.commands import Command, Failed, say
from annotator.cli.desk import Desk
from annotator.cli.output import counted, counter, one_line, well_formed
from annotator.cli.passphrases import FORGOTTEN, given_passphrase, passphrase_options, typed_passphrase
from annotator.operations import documents, packets
from annotator.operations.annotators import find_annotator
from annotator.operations.packets import PacketReport, PacketWish


@click.command("make", cls=Command)
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--for", "recipient", required=True, type=well_formed, metavar="NAME", help="Who is to read them.")
@click.option("--articles", multiple=True, metavar="ARTICLE[,ARTICLE]...", help="These articles; may be repeated.")
@click.option("--assigned-to", type=well_formed, metavar="NAME", help="What NAME was asked to read and still has.")
@click.option("--all", "everything", is_flag=True, help="All articles.")
@click.option("--language", metavar="CODE", help="All articles in this language.")
@click.option("--blind", is_flag=True, help="Without anybody else's work; NAME sees none before handing in (usual).")
@click.option("--with-readings", is_flag=True, help="With what everybody has said of the articles.")
@click.option("--with-contacts", is_flag=True, help="Also who was asked for a reply; with --with-readings.")
@click.option("--with-originals", is_flag=True, help="Also the files that the articles were loaded from.")
@click.option("--with-protected", is_flag=True, help="With names of protected sources; else they are blacked out.")
@click.option("--with-withheld", is_flag=True, help="Also what is withheld, under an embargo or off the record.")
@click.option("--lock", is_flag=True, help="Lock the packet; ask for a passphrase.")
@passphrase_options
@click.pass_context
def packet_make(context: click.Context, /, out: Path, passphrase_file: Path | None, **given: Any) -> None:
    """Write a packet to OUT: articles for somebody who does not have the project, as a small project of their own.

    It holds texts, label set, guideline and people, and what NAME has done so far; it opens in the window and at a
    prompt, and “packet merge” brings it home. OUT must not be there yet; its name should end in .packet.annotator.
    With --passphrase-file or --passphrase-stdin it is locked: nobody can open it without the passphrase.

    JSON: {"path", "id", "for", "blind", "locked", "articles", "annotations", "links", "notices": [sentence...],
    "new_person": true where nobody here was called NAME}
    """
    if given["blind"] and given["with_readings"]:
        raise click.UsageError("A packet is --blind or --with-readings, not both.")
    passphrase = given_passphrase(passphrase_file, given["passphrase_stdin"])
    if given["lock"] and passphrase is None:
        if not sys.stdin.isatty():
            raise click.UsageError("Nobody can type a passphrase here; give --passphrase-file or --passphrase-stdin.")
        passphrase = typed_passphrase(twice=True)
    desk = Desk(context)
    wish = PacketWish(
        document_ids=_chosen(desk, given),
        recipient=given["recipient"],
        with_readings=given["with_readings"],
        with_contacts=given["with_contacts"],
        with_originals=given["with_originals"],
        with_protected=given["with_protected"],
        with_held=given["with_withheld"],
        passphrase=passphrase,
    )
    is_new = find_annotator(desk.workspace, wish.recipient) is None
    report = packets.make_packet(desk.workspace, out, wish, desk.annotator_id, progress=counter())
    if not desk.as_json:
        for notice in report.notices:
            say(notice)
    lines = [f"{one_line(report.recipient)} is new in this project."] if is_new else []
    desk.answer(_view(report) | {"new_person": is_new}, [*_lines(report), *lines])


def _chosen(desk: Desk, given: dict[str, Any]) -> Sequence[UUID]:
    """The articles that the options name, in exactly one way."""
    ways = [given["articles"], given["assigned_to"], given["everything"], given["language"]]
    if sum(map(bool, ways)) != 1:
        raise click.UsageError("Say which articles: --articles, --assigned-to, --all or --language.")
    if given["articles"]:
        named = [one.strip() for words in given["articles"] for one in words.split(",")]
        return [documents.find_document(desk.workspace, one) for one in named if one]
    if given["assigned_to"]:
        found = packets.articles_assigned_to(desk.workspace, given["assigned_to"])
        if not found:
            raise Failed(f"{given['assigned_to']} has no article to read: nothing was asked for, or all is handed in.")
        return found
    there = documents.list_documents(desk.workspace)
    wanted = (one for one in there if given["everything"] or one.language == given["language"])
    return [one.id for one in wanted if one.superseded_by is None]


def _view(report: PacketReport) -> dict[str, Any]:
    return {
        "path": str(report.path),
        "id": report.id,
        "for": report.recipient,
        "blind": report.blind,
        "locked": report.locked,
        "articles": report.articles,
        "annotations": report.annotations,
        "links": report.links,
        "notices": list(report.notices),
    }


def _lines(report: PacketReport) -> list[str]:
    said = "blind" if report.blind else f"with {counted(report.annotations, 'annotation')}"
    lines = [f"{counted(report.articles, 'article')} for {report.recipient}, {said}, in {one_line(str(report.path))}."]
    return [*lines, f"It is locked. {FORGOTTEN}"] if report.locked else lines
