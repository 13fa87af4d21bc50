"""Articles that Ana, Ben and others have read, for tests of what they agree on."""

from collections.abc import Iterable
from uuid import UUID

from annotator.core.spans import Span
from annotator.operations import annotations, annotators
from annotator.operations.readings import put_reading, put_submission
from tests.store.desk import Desk

ARTICLE = "Harga beras naik.\n\n“Stok kami cukup,” kata Rina Wati. Pedagang membantah. Hujan turun lagi.\n"
QUOTE, INSIDE, DENIAL = (19, 37), (20, 36), (54, 73)
Tag = tuple[tuple[int, int], str]


def read(
    desk: Desk, document_id: UUID, who: UUID, tags: Iterable[Tag], *, saw: bool = False, hands_in: bool = True
) -> list[UUID]:
    """Tag an article in somebody's name, and hand it in; the keys of what was tagged."""
    keys = [
        annotations.add_annotation(desk.workspace, document_id, [Span(*place)], label, who).id for place, label in tags
    ]
    with desk.workspace.edit("Hand in", who, undoable=False) as session:
        if saw:
            put_reading(session, document_id, who).saw_others = True
        if hands_in:
            put_submission(session, document_id, who)
    return keys


def person(desk: Desk, name: str) -> UUID:
    """Somebody else."""
    return annotators.find_or_add_annotator(desk.workspace, name)


def shared(desk: Desk, text: str = ARTICLE) -> UUID:
    """An article that Ana and Ben have read: one quote with other ends, one denial of Ana's alone."""
    key = desk.load(text)
    read(desk, key, desk.ana, [(QUOTE, "quote"), (DENIAL, "denial")])
    read(desk, key, desk.ben, [(INSIDE, "quote")])
    return key
