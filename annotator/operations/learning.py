"""Learning suggestions from the project's own decisions, on this machine, and keeping what was learned.

It is kept in the person's own folder, not in the project: it is derived, can be made again at any time, and says
nothing readable about the texts.
"""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from uuid import UUID

from sqlalchemy import Connection, func, select, union

from annotator import settings
from annotator.core.cues_suggester import CuesSuggester
from annotator.core.learned.decisions import Decision, decisions_of
from annotator.core.learned.keeping import pack, unpack
from annotator.core.learned.ranking import Ranked, ranked
from annotator.core.learned.suggesting import LearnedSuggester
from annotator.core.learned.training import Learned, train
from annotator.core.suggestion import Suggester
from annotator.errors import AnnotatorError, Cancelled
from annotator.store import queries
from annotator.store.tables import Annotation, Document, JournalEntry, Mark, Project, RejectedSuggestion, table_of
from annotator.store.workspace import Workspace

Progressed = Callable[[int, int], None]
IsCancelled = Callable[[], bool]

_NOTHING = Learned({}, {})
_WHOLE = 1000  # steps of progress: the first half for reading what was decided
_MOST_RANKED = 500


def learn(workspace: Workspace, progress: Progressed | None = None, cancelled: IsCancelled | None = None) -> Learned:
    """Learn from all decisions in articles that no newer version has replaced, and keep what was learned.

    Takes seconds: not for the window's thread. Raises Cancelled, and AnnotatorError when it
    cannot be kept; then what was kept before stays.
    """
    with workspace.reading() as connection:
        made_from = _newest_entry(connection)
        labels = [label.key for label in workspace.label_set(connection).main]
        ids = _decided_ids(connection)
    decisions: list[Decision] = []
    cues = CuesSuggester()
    for start in range(0, len(ids), queries.BATCH):
        with workspace.reading() as connection:
            records = list(queries.documents(connection, ids[start : start + queries.BATCH]))
        for number, record in enumerate(records, start + 1):
            decisions += decisions_of(record, labels, cues.suggest(record.text, record.language))
            if cancelled and cancelled():
                raise Cancelled
            if progress:
                progress(_WHOLE // 2 * number // len(ids), _WHOLE)
    second = (lambda done, total: progress(_WHOLE // 2 + _WHOLE // 2 * done // total, _WHOLE)) if progress else None
    learned = train(decisions, labels, second, cancelled)
    _keep(_place(workspace), pack(learned, made_from))
    if progress:
        progress(_WHOLE, _WHOLE)
    return learned


def learned_before(workspace: Workspace) -> Learned:
    """What was learned from this project on this machine; nothing where that is not there or cannot be read."""
    return _read(_place(workspace))[0]


def is_up_to_date(workspace: Workspace) -> bool:
    """True when nothing has happened in the project since it was last learned from."""
    with workspace.reading() as connection:
        newest = _newest_entry(connection)
    return _read(_place(workspace))[1] == newest


def suggester_of(workspace: Workspace) -> Suggester:
    """Suggests what was learned where that is better than cues, and by cues where it is not or nothing was learned.

    Somebody who has still to hand in what they read blind gets cues alone: it may have been learned from what others
    have said of that very article.
    """
    learned = _NOTHING if workspace.hidden() else learned_before(workspace)
    return LearnedSuggester(learned, CuesSuggester())


def most_useful(
    workspace: Workspace,
    learned: Learned,
    progress: Progressed | None = None,
    cancelled: IsCancelled | None = None,
    limit: int = _MOST_RANKED,
) -> list[Ranked]:
    """Articles with undecided sentences, those first from which most would be learned.

    Looks at the newest `limit` of them that no newer version has replaced. Takes some 20 ms an article.
    """
    with workspace.reading() as connection:
        labels = [label.key for label in workspace.label_set(connection).main]
        ids = queries.newest_ids(connection)[-limit:]
    cues = CuesSuggester()
    found: list[Ranked] = []
    for number, document_id in enumerate(ids, 1):
        if cancelled and cancelled():
            break
        with workspace.reading() as connection:
            records = list(queries.documents(connection, [document_id]))
        for record in records:
            rank = ranked(record, learned, labels, cues.suggest(record.text, record.language))
            found += [rank] if rank else []
        if progress:
            progress(number, len(ids))
    return sorted(found, key=lambda one: -one.usefulness)


def _decided_ids(connection: Connection) -> list[UUID]:
    """The articles, none of them replaced by a newer version, in which somebody has decided something."""
    document = table_of(Document)
    tables = (table_of(Annotation), table_of(Mark), table_of(RejectedSuggestion))
    decided = union(*(select(table.c.document_id) for table in tables)).subquery()
    query = select(document.c.id).join(decided, decided.c.document_id == document.c.id)
    return list(connection.execute(query.where(document.c.superseded_by.is_(None)).order_by(document.c.id)).scalars())


def _newest_entry(connection: Connection) -> str:
    """Names the state of the project: whatever is decided, undone or loaded is an entry of the journal."""
    journal = table_of(JournalEntry)
    newest = connection.execute(select(func.max(journal.c.number))).scalar()
    return str(newest or 0)


def _place(workspace: Workspace) -> Path:
    with workspace.reading() as connection:
        project: UUID = connection.execute(select(table_of(Project).c.id)).scalar_one()
    return settings.home() / "learned" / f"{project.hex}.learned"


def _keep(path: Path, content: bytes) -> None:
    beside = path.with_suffix(".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.touch(mode=0o600)
        beside.write_bytes(content)
        beside.replace(path)
    except OSError as error:
        raise AnnotatorError(
            f"What was learned cannot be kept in “{path.parent}”: {error.strerror or error}. "
            "Make room there, or let the program write there, and learn again."
        ) from error


def _read(path: Path) -> tuple[Learned, str]:
    try:
        there = path.stat()
        return _unpacked(path, there.st_mtime_ns, there.st_size)
    except OSError:
        return _NOTHING, ""


@lru_cache(maxsize=2)
def _unpacked(path: Path, changed_at: int, size: int) -> tuple[Learned, str]:
    """What a file holds; read once as long as it is the same, since every article asks."""
    return unpack(path.read_bytes()) or (_NOTHING, "")
