"""What a packet says of itself: who made it for whom, what lies in it, and what its home knew then.

A packet is a small project for somebody who does not have the database. It comes home by being merged.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

ENDING = ".packet.annotator"
"""How the file of a packet is called, so that it is told from a whole project, and opened like one."""


@dataclass(frozen=True, slots=True)
class PacketNote:
    """The note that a packet carries.

    `id` names the packet, and the chain of its journal that tells how it was made. `blind`: it holds nobody's work but
    the recipient's. `known` are the hashes that the chains of the home's journal ended with. `masked` are the rows in
    which names of protected sources are blacked out: what those columns say here is not what they say at home.
    """

    id: UUID
    made_at: datetime
    made_by: str
    made_by_id: UUID
    recipient: str
    recipient_id: UUID
    blind: bool
    known: tuple[bytes, ...]
    documents: tuple[UUID, ...]
    masked: tuple[UUID, ...] = ()


def written_note(note: PacketNote) -> dict[str, Any]:
    """The note as the column `packet` of the project holds it: plain JSON."""
    return {
        "id": note.id.hex,
        "made_at": note.made_at.isoformat(),
        "from": note.made_by,
        "from_id": note.made_by_id.hex,
        "for": note.recipient,
        "for_id": note.recipient_id.hex,
        "blind": note.blind,
        "known": [one.hex() for one in note.known],
        "documents": [one.hex for one in note.documents],
        "masked": [one.hex for one in note.masked],
    }


def read_note(written: Mapping[str, Any] | None) -> PacketNote | None:
    """What `written_note` wrote; None for a whole project. Raises ValueError for anything else."""
    if not written:
        return None
    try:
        return PacketNote(
            id=UUID(written["id"]),
            made_at=datetime.fromisoformat(written["made_at"]),
            made_by=str(written["from"]),
            made_by_id=UUID(written["from_id"]),
            recipient=str(written["for"]),
            recipient_id=UUID(written["for_id"]),
            blind=bool(written["blind"]),
            known=tuple(bytes.fromhex(one) for one in written["known"]),
            documents=tuple(UUID(one) for one in written["documents"]),
            masked=tuple(UUID(one) for one in written.get("masked", ())),
        )
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError("the note of a packet cannot be read") from error
