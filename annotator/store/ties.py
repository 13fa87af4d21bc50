"""Links, named sources and contacts in an undo, when what they tie together has gone since.

A tie is nothing by itself: where one of its ends is neither there nor comes back with the same step, it stays away, and
the person is told. Who was named under an entry that has been merged away is named by the one that was kept.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from sqlmodel import Session, SQLModel, col, select

from annotator.store import journal
from annotator.store.changes import Image, RowChange, image_of
from annotator.store.queries import BATCH
from annotator.store.tables import Annotation, Relation, Source, table_of

ENDS = {"relation": ("from_id", "to_id"), "contact": ("annotation_id",)}
"""The tables whose rows tie annotations to something, and the columns that do; nothing refers to these rows."""

TABLES = frozenset(ENDS)


class Returning(NamedTuple):
    """The ties that can come back, as they are now, and those that stay away, by what they are."""

    rows: list[tuple[str, Image]]
    lost: Counter[str]


def returning(session: Session, changes: Sequence[RowChange], step: int) -> Returning:
    """What of the ties that a step takes away can come back; `step` is its first entry.

    What says the same as one that is there stays away without a word.
    """
    images = [(change.table, change.after or {}) for change in changes]
    annotations = _there(session, Annotation, (image[end] for name, image in images for end in _ends(name, image)))
    images = _followed(session, images, step)
    sources = {None, *_there(session, Source, (image["source_id"] for _, image in images if "source_id" in image))}
    said = _said(session, [image["from_id"] for name, image in images if name == "relation"])
    found = Returning([], Counter())
    for name, image in images:
        has_ends = all(image[end] in annotations for end in _ends(name, image))
        if not (has_ends and image.get("source_id") in sources):
            found.lost[_noun(name, image)] += 1
        elif name == "contact":
            found.rows.append((name, image))
        elif (words := _words(image)) not in said:
            found.rows.append((name, image))
            said.add(words)
    return found


def told(lost: Counter[str], staying: int) -> str:
    """What stays away, and how many sources stay that were to go, in plain sentences; "" for nothing."""
    sentences = []
    if lost:
        ends = "what it was tied to" if lost.total() == 1 else "what they were tied to"
        words = [_counted(lost[noun], noun) for noun in ("link", "source", "contact") if lost[noun]]
        listed = " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))
        sentences.append(f"{listed} did not come back: {ends} has been removed since.")
    if staying == 1:
        sentences.append("1 source stays: somebody names it or has changed it since.")
    elif staying:
        sentences.append(f"{staying:,} sources stay: somebody names them or has changed them since.")
    return " ".join(sentences)


def is_wanted(session: Session, source: SQLModel, left: Image) -> bool:
    """True for a source that somebody names, or has changed since a step left it so."""
    image = image_of(source)
    return (
        image != left or session.exec(select(Relation.id).where(Relation.source_id == image["id"])).first() is not None
    )


def _ends(name: str, image: Image) -> Iterator[str]:
    """The columns of a tie that name annotations."""
    return (end for end in ENDS[name] if end in image)


def _noun(name: str, image: Image) -> str:
    return "contact" if name == "contact" else "source" if "source_id" in image else "link"


def _followed(session: Session, images: list[tuple[str, Image]], step: int) -> list[tuple[str, Image]]:
    """The ties with their sources as the project has them now, as far as they were merged."""
    named = {image["source_id"] for _, image in images if "source_id" in image}
    gone = named - _there(session, Source, named)
    if not gone:
        return images
    kept = _merged_since(session, step)

    def followed(image: Image) -> Image:
        source = image.get("source_id")
        return {**image, "source_id": _last(kept, source)} if source and source in gone else image

    return [(name, followed(image)) for name, image in images]


def _last(kept: dict[UUID, UUID], source: UUID) -> UUID:
    """The entry that a source has come to be named by, through merges of merges."""
    passed = {source}
    while source in kept and kept[source] not in passed:
        source = kept[source]
        passed.add(source)
    return source


def _merged_since(session: Session, step: int) -> dict[UUID, UUID]:
    """The sources that were merged away since a step, with those that were kept instead, as the journal tells."""
    kept: dict[UUID, UUID] = {}
    for changes in journal.edits_since_step(session.connection(), step):
        sources = [change for change in changes if change.table == "source"]
        gone = {change.id for change in sources if change.after is None}
        stayed = {change.id for change in sources if change.before is not None and change.after is not None}
        # One that has the same name and nothing to add changes nothing in the one that is kept: only links tell.
        stayed |= {after for before, after in _led(changes) if before in gone}
        if len(stayed) == 1:
            kept |= dict.fromkeys(gone, stayed.pop())
        for change in sources:
            if change.before is None:
                kept.pop(change.id, None)
    return kept


def _led(changes: Iterable[RowChange]) -> Iterator[tuple[UUID, UUID]]:
    """The sources that links named before and after."""
    for change in changes:
        before, after = (change.before or {}).get("source_id"), (change.after or {}).get("source_id")
        if change.table == "relation" and before and after:
            yield before, after


def _there(session: Session, table: type[SQLModel], keys: Iterable[UUID]) -> set[UUID]:
    """Those of these rows that there are."""
    wanted, column = list(dict.fromkeys(keys)), table_of(table).c.id
    parts = (wanted[start : start + BATCH] for start in range(0, len(wanted), BATCH))
    return {key for part in parts for key in session.exec(select(column).where(column.in_(part)))}


def _said(session: Session, from_ids: Sequence[UUID]) -> set[tuple[Any, ...]]:
    """What the links say that go out from these annotations."""
    wanted = list(dict.fromkeys(from_ids))
    parts = (wanted[start : start + BATCH] for start in range(0, len(wanted), BATCH))
    query = select(Relation.from_id, Relation.kind, Relation.to_id, Relation.source_id)
    return {tuple(row) for part in parts for row in session.exec(query.where(col(Relation.from_id).in_(part)))}


def _words(image: Image) -> tuple[Any, ...]:
    return image["from_id"], image["kind"], image.get("to_id"), image.get("source_id")


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
