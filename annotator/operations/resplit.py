"""Sentences cut anew by today's rules and the newsroom's choice for quotations.

Nothing else moves: splits and joins made by hand stay in force, and annotations, marks and furniture
are stretches of text, which no sentence holds.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from sqlmodel import col, select

from annotator.core.progress import corrected_ends, tiles
from annotator.core.quote_policy import QuoteChanges, QuotePolicy, changed, quotes_in, sentence_ends
from annotator.errors import Cancelled, EditConflict
from annotator.store import queries
from annotator.store.queries import CutText
from annotator.store.tables import Document, Project
from annotator.store.workspace import Step, Workspace

Progressed = Callable[[int, int], None]
IsCancelled = Callable[[], bool]

_TITLE = "Cut sentences anew"
_BATCH = 64  # as in loading: what a key press may have to wait
_OVERTAKEN = (
    "Somebody has changed meanwhile how quotations are cut, so the remaining articles keep their sentences. "
    "Cut the sentences anew once more."
)


@dataclass(slots=True)
class Resplit:
    """What cutting anew has changed, or would change.

    Of `articles` looked at, `changed` come out otherwise: `before` sentences of theirs become `after`.
    `cancelled`: the person stopped it before all `total` articles were looked at; what was cut anew until
    then stays so.
    """

    articles: int = 0
    changed: int = 0
    before: int = 0
    after: int = 0
    total: int = 0
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Scope:
    """Which articles: those named, those taken to be in one language, or (both None) all."""

    document_ids: Sequence[UUID] | None = None
    language: str | None = None


class _Cut(NamedTuple):
    """A text and where its sentences end when it is cut anew."""

    text: CutText
    ends: list[int]


def quote_policy(workspace: Workspace) -> dict[str, str]:
    """How the newsroom wants quotations cut, see core/quote_policy.py; empty: as is usual."""
    with workspace.reading() as connection:
        return queries.quote_policy(connection)


def language_counts(workspace: Workspace) -> dict[str, int]:
    """How many articles the project has in each language."""
    with workspace.reading() as connection:
        return queries.language_counts(connection)


def preview_resplit(
    workspace: Workspace,
    changes: QuoteChanges | None = None,
    scope: Scope = Scope(),
    progress: Progressed | None = None,
    cancelled: IsCancelled | None = None,
) -> Resplit:
    """What `resplit` would do; changes nothing. Raises Cancelled."""
    report = Resplit()
    chosen = changed(quote_policy(workspace), changes or {})
    for cuts, done, total in _batches(workspace, chosen, scope):
        if cancelled and cancelled():
            raise Cancelled("Stopped; nothing was changed.")
        _count(cuts, report)
        _tell(progress, done, total)
    return report


def resplit(
    workspace: Workspace,
    annotator_id: UUID,
    changes: QuoteChanges | None = None,
    scope: Scope = Scope(),
    progress: Progressed | None = None,
    cancelled: IsCancelled | None = None,
) -> Resplit:
    """Cut sentences anew, by the newsroom's choice with these changes in it, as one undo step.

    Only articles whose sentences end elsewhere now are written. Raises EditConflict when somebody
    chooses otherwise for their languages meanwhile; what was done until then stays.
    """
    report, step = Resplit(), Step()
    if cancelled and cancelled():
        report.cancelled = True
        return report
    chosen = _choose(workspace, changes, annotator_id, step) if changes else quote_policy(workspace)
    for cuts, done, total in _batches(workspace, chosen, scope):
        if cancelled and cancelled():
            report.cancelled, report.total = True, total
            break
        _write(workspace, [cut for cut in cuts if cut.ends != cut.text.ends], chosen, annotator_id, step)
        _count(cuts, report)
        _tell(progress, done, total)
    return report


def _batches(workspace: Workspace, policy: QuotePolicy, scope: Scope) -> Iterator[tuple[list[_Cut], int, int]]:
    """Articles cut anew, a few at a time, with how far that is: done, of how many."""
    wanted = scope.document_ids
    if wanted is None:
        with workspace.reading() as connection:
            wanted = queries.document_ids(connection, scope.language)
    for start in range(0, len(wanted), _BATCH):
        batch = wanted[start : start + _BATCH]
        with workspace.reading() as connection:
            texts = queries.cut_texts(connection, batch)
        cuts = [_Cut(text, sentence_ends(text.text, text.language, policy)) for text in texts]
        yield cuts, start + len(batch), len(wanted)


def _count(cuts: Sequence[_Cut], report: Resplit) -> None:
    """Add what a person would see of these cuts: corrections by hand may hide some of it."""
    report.articles += len(cuts)
    for text, ends in cuts:
        former, present = (set(tiles(corrected_ends(one, text.breaks))) for one in (text.ends, ends))
        if former != present:
            report.changed += 1
            report.before += len(former - present)
            report.after += len(present - former)


def _choose(workspace: Workspace, changes: QuoteChanges, annotator_id: UUID, step: Step) -> QuotePolicy:
    """Make the changes in what holds at this moment: a colleague may just have chosen. Returns what holds now."""
    with workspace.edit(_TITLE, annotator_id, step=step) as session:
        project = session.exec(select(Project)).one()
        policy = changed(project.quotes or {}, changes)
        project.quotes = policy or None
    return policy


def _write(workspace: Workspace, cuts: Sequence[_Cut], policy: QuotePolicy, annotator_id: UUID, step: Step) -> None:
    if not cuts:
        return
    known = {cut.text.id: cut for cut in cuts}
    with workspace.edit(_TITLE, annotator_id, step=step) as session:
        present = queries.quote_policy(session.connection())
        if any(quotes_in(present, cut.text.language) != quotes_in(policy, cut.text.language) for cut in cuts):
            raise EditConflict(_OVERTAKEN)
        for document in session.exec(select(Document).where(col(Document.id).in_(list(known)))):
            text, ends = known[document.id]
            if document.language != text.language:  # changed since it was read
                ends = sentence_ends(text.text, document.language, present)
            document.sentence_ends = ends


def _tell(progress: Progressed | None, done: int, total: int) -> None:
    if progress:
        progress(done, total)
