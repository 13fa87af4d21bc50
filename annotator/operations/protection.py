"""Who is protected, and under which number: the mask that everything passes that leaves a project.

A protected source is called “Protected source 3” outside. The number is its place in the order in which sources of
this project were first protected, as the journal tells, so it stays when others come, go, or are protected no more.
One that came from another project under its number keeps that where nobody has it here.
"""

from uuid import UUID
from weakref import WeakKeyDictionary, ref

from sqlalchemy import Connection

from annotator.core.discretion import keep_quiet
from annotator.core.masking import Mask, number_in
from annotator.core.schema import AttributeKind
from annotator.errors import AnnotatorError
from annotator.store import journal, source_reads
from annotator.store.blindness import is_partial
from annotator.store.workspace import Change, Workspace

_numbers: WeakKeyDictionary[Workspace, tuple[int, dict[UUID, int]]] = WeakKeyDictionary()
"""Up to which entry the journal has been looked through, and the numbers found until there."""


def mask_of(workspace: Workspace) -> Mask:
    """The project's mask as things are now."""
    with workspace.reading(whole=True) as connection:
        return mask_in(workspace, connection)


def mask_in(workspace: Workspace, connection: Connection) -> Mask:
    """The same as this connection sees the project; but who is protected is so for a blind reader, too."""
    if is_partial(connection):
        return mask_of(workspace)
    protected = source_reads.protected(connection)
    if not protected:
        return Mask()
    numbers = _numbers_in(workspace, connection)
    attributes = workspace.label_set(connection).attributes
    closed = {attribute.key for attribute in attributes if attribute.kind is not AttributeKind.TEXT}
    return Mask(protected, {source.id: numbers[source.id] for source in protected if source.id in numbers}, closed)


def keep_names_quiet(workspace: Workspace) -> None:
    """From now on no log and no error output of this program names a protected source of this project."""
    of_this = ref(workspace)

    def follow(change: Change) -> None:
        known = of_this()
        if known is not None and not change.tables.isdisjoint({"source", "project"}):
            try:
                keep_quiet(known, mask_of(known).everywhere())
            except AnnotatorError:
                return  # it has just been closed; what was hidden stays so

    keep_quiet(workspace, mask_of(workspace).everywhere())
    workspace.subscribe(follow)


def _numbers_in(workspace: Workspace, connection: Connection) -> dict[UUID, int]:
    seen, known = _numbers.get(workspace, (0, {}))
    last = journal.last_number(connection)
    if last > seen:
        known = dict(known)
        taken = set(known.values())
        for source_id, name in source_reads.protections(connection, seen):
            if source_id not in known:
                told = number_in(name)
                known[source_id] = told if told and told not in taken else max(taken, default=0) + 1
                taken.add(known[source_id])
        _numbers[workspace] = last, known
    return known
