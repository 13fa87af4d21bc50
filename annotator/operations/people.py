"""The people of a project: who there is, somebody new, another name, other initials, a role, a colour."""

from uuid import UUID

from sqlmodel import Session, col, select

from annotator.core.people import COLORS, Person, Role, tidy_initials
from annotator.errors import NotFound, UnusableName
from annotator.operations.annotators import tidy_name
from annotator.store import people as reads
from annotator.store.columns import storable
from annotator.store.tables import Annotator
from annotator.store.workspace import Workspace


def people(workspace: Workspace) -> tuple[Person, ...]:
    """Everybody in the project, in the order in which they joined."""
    with workspace.reading() as connection:
        return reads.people(connection)


def person(workspace: Workspace, annotator_id: UUID) -> Person | None:
    """The person with this key; None where the project has none."""
    return next((one for one in people(workspace) if one.id == annotator_id), None)


def person_called(workspace: Workspace, name: str) -> Person:
    """The person of this name. Raises NotFound."""
    known = people(workspace)
    wanted = " ".join(name.split())
    for one in known:
        if one.name == wanted:
            return one
    raise NotFound(f"Nobody in this project is called “{wanted}”. “people” lists who there is.")


def add_person(workspace: Workspace, name: str, by: UUID | None = None) -> UUID:
    """Somebody new in the project; gives their key. Raises UnusableName for a blank name, or one that somebody has."""
    with workspace.edit("New annotator", by, undoable=False) as session:
        row = Annotator(name=_free_name(session, name))
        session.add(row)
    return row.id


def change_person(
    workspace: Workspace,
    annotator_id: UUID,
    by: UUID | None = None,
    *,
    name: str | None = None,
    initials: str | None = None,
    role: str | None = None,
    color: str | None = None,
) -> Person:
    """Change what is known of somebody; None leaves a thing as it is, "" for initials or colour is “as usual”.

    A role or colour is a word of core/people.py. Not on the undo list: what was written in somebody's name keeps
    meaning them. Raises NotFound, and UnusableName for a name that somebody else has.
    """
    with workspace.edit("Change annotator", by, undoable=False) as session:
        row = session.get(Annotator, annotator_id)
        if row is None:
            raise NotFound("This person is no longer in the project.")
        if name is not None and tidy_name(name) != row.name:
            row.name = _free_name(session, name)
        if initials is not None:
            row.initials = tidy_initials(storable(initials))
        if role is not None:
            row.role = Role(role).value
        if color is not None:
            row.color = color if color in COLORS else ""
        session.flush()
        found = reads.people(session.connection())
    return next(one for one in found if one.id == annotator_id)


def _free_name(session: Session, name: str) -> str:
    """A name as it is kept. Raises UnusableName where it is blank or somebody has it."""
    if not name.split():
        raise UnusableName("A person has a name. Write it as it is to stand beside what they tag.")
    tidy = tidy_name(name)
    if session.exec(select(Annotator.id).where(col(Annotator.name) == tidy)).first():
        raise UnusableName(f"Somebody in this project is called “{tidy}” already. Choose another name.")
    return tidy
