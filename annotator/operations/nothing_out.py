"""Why nothing of a selection goes out, as far as can be told: an empty file says nothing of it."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Connection

from annotator.core.selection import Selection
from annotator.operations.choosing import Chosen, Counts
from annotator.store import selections
from annotator.store.selections import Kept

_FIRST_DAY = "0000-01-01"


def why_nothing(chosen: Chosen) -> str:
    """Why nothing has gone out of what was taken, as a clause; "" where there is nothing in the whole project.

    To be asked once everything has been taken, and only where nothing has gone out.
    """
    wanted, counts = chosen.selection, chosen.counts
    with chosen.workspace.reading() as connection:
        ids = selections.newest_ids(connection, Kept())
        if not ids:
            return ""
        if wanted.documents is not None:
            ids = list(wanted.documents)
        if why := _outside(connection, wanted, ids):
            return why
    if chosen.unread:
        return f"of {_articles(chosen.unread)} nobody has submitted a reading"
    if wanted.split and not counts.passed:
        return f"of {_articles(len(ids))} none is in the part “{wanted.split}”"
    return _stays_in(counts)


def _outside(connection: Connection, wanted: Selection, ids: Sequence[UUID]) -> str:
    """Which choice alone leaves none of these articles; "" where the choices leave some."""
    if not ids:
        return "no article is chosen"

    def leaves(kept: Kept) -> int:
        return len(selections.narrowed_ids(connection, ids, kept))

    if leaves(Kept(wanted.languages, wanted.outlets, wanted.since, wanted.until)):
        return ""
    of = f"of {_articles(len(ids))} none"
    if not leaves(Kept(since=wanted.since, until=wanted.until)):
        if not leaves(Kept(since=_FIRST_DAY)):
            return f"{of} has a day of publication"
        return f"{of} was published in the days that are chosen"
    if not leaves(Kept(languages=wanted.languages)):
        return f"{of} is in a language that is chosen"
    if not leaves(Kept(outlets=wanted.outlets)):
        return f"{of} is from an outlet that is chosen"
    return f"{of} has the language, the outlet and the day that are chosen, all of them"


def _stays_in(counts: Counts) -> str:
    """Why articles that were looked at stay in."""
    told = []
    if counts.held_back:
        are = "is" if counts.held_back == 1 else "are"
        told.append(f"{counts.held_back:,} {are} withheld, cancelled or under an embargo")
    if bare := counts.passed - counts.held_back:
        told.append(f"in {bare:,} nothing that is chosen is labelled")
    return f"of {_articles(counts.passed)} {' and '.join(told)}"


def _articles(number: int) -> str:
    return f"{number:,} article" + ("" if number == 1 else "s")
