"""The queue of a reviewer: readings of others that were handed in, the longest waiting first."""

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from annotator.core.attributes import Defaults
from annotator.core.identity import born_at
from annotator.core.review_queue import STATES, QueueEntry, QueueFilter
from annotator.core.schema import Condition, LabelSet, Severity, holds
from annotator.errors import Cancelled
from annotator.store import queries, reviews
from annotator.store.workspace import Workspace

_UNSURE: Condition = (("certainty", ("unsure",)),)
_LEGAL = "legal_flag"
_EVERYTHING = QueueFilter(states=frozenset(STATES))

IsCancelled = Callable[[], bool]


def queue(
    workspace: Workspace,
    reviewer_id: UUID | None,
    wanted: QueueFilter = _EVERYTHING,
    cancelled: IsCancelled | None = None,
) -> list[QueueEntry]:
    """The readings that this reviewer may review, or has: none of their own. Raises Cancelled.

    Those that were handed in longest ago come first. Older versions of articles are left out.
    """
    with workspace.reading() as connection:
        rows = reviews.handed_in(connection, wanted.states or STATES)
        if cancelled and cancelled():
            raise Cancelled("The queue was not read to the end.")
        names = queries.annotator_names(connection)
        labels = reviews.counts_by_label(connection)
        judged = reviews.verdict_counts(connection)
        unsure, flagged = _remarkable(connection, workspace.label_set(connection))
    found = []
    for row in rows:
        if row.annotator_id == reviewer_id:
            continue
        key = row.document_id, row.annotator_id
        entry = QueueEntry(
            document_id=row.document_id,
            annotator_id=row.annotator_id,
            annotator=names[row.annotator_id],
            title=row.title,
            outlet=row.outlet,
            language=row.language,
            state=row.state,
            since=born_at(row.submission_id),
            version=row.version,
            labels=labels.get(key, {}),
            unsure=unsure[key],
            flagged=flagged[key],
            judged=judged.get(key, (0, 0))[0],
            returned=judged.get(key, (0, 0))[1],
            reviewer=names.get(row.reviewer_id, "") if row.reviewer_id else "",
            reason=row.reason,
        )
        if wanted.fits(entry):
            found.append(entry)
    return found


def _remarkable(
    connection: Connection, label_set: LabelSet
) -> tuple[Counter[tuple[UUID, UUID]], Counter[tuple[UUID, UUID]]]:
    """How many annotations of each reading are unsure, and how many have a legal flag or are held back."""
    holding = [rule for rule in label_set.rules if rule.severity is Severity.HOLD]
    keys = {"certainty", _LEGAL, *(key for rule in holding for key, _ in rule.when)}
    there = {attribute.key for attribute in label_set.attributes}
    defaults = Defaults(label_set)
    unsure: Counter[tuple[UUID, UUID]] = Counter()
    flagged: Counter[tuple[UUID, UUID]] = Counter()
    for document_id, annotator_id, label, attributes in reviews.saying_something(connection, keys & there):
        said: Mapping[str, Any] = defaults.complete(label, attributes)
        unsure[document_id, annotator_id] += holds(_UNSURE, said.get)
        is_held = any(holds(rule.when, said.get) for rule in holding if not rule.labels or label in rule.labels)
        flagged[document_id, annotator_id] += is_held or _LEGAL in attributes
    return unsure, flagged
