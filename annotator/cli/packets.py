"""Packets at a prompt: articles given away, brought home, and what was decided differently here and there."""

from typing import Any

import click

from annotator.cli.commands import common_options
from annotator.cli.desk import Desk
from annotator.cli.output import counted, one_line
from annotator.cli.packet_making import packet_make
from annotator.cli.packet_merging import packet_conflicts, packet_merge, packet_settle
from annotator.core.packets import PacketNote
from annotator.operations.projects import packet_note


class PacketCommands(click.Group):
    """`packet` by itself says what the open one is; what stands behind it makes one, or brings one home."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params += common_options()


@click.group("packet", cls=PacketCommands, invoke_without_command=True)
@click.pass_context
def packet_command(context: click.Context) -> None:
    """Say whether the project is a packet: who made it, for whom, when, and what it holds.

    JSON: {"packet": {"id", "from", "for", "made_at", "blind", "articles": ids}}, null for a whole project
    """
    if context.invoked_subcommand:
        return
    desk = Desk(context)
    note = packet_note(desk.workspace)
    desk.answer({"packet": _note_view(note) if note else None}, [_note_line(note)])


def _note_view(note: PacketNote) -> dict[str, Any]:
    told = {"id": note.id, "from": note.made_by, "for": note.recipient, "made_at": note.made_at, "blind": note.blind}
    return told | {"articles": list(note.documents)}


def _note_line(note: PacketNote | None) -> str:
    if note is None:
        return "This is a whole project, no packet."
    made = f"{note.made_at:%Y-%m-%d %H:%M} UTC"
    blind = "blind" if note.blind else "with readings"
    articles = counted(len(note.documents), "article")
    return f"A packet from {one_line(note.made_by)} for {one_line(note.recipient)}, {made}: {articles}, {blind}."


for _command in (packet_make, packet_merge, packet_conflicts, packet_settle):
    packet_command.add_command(_command)
