"""The queue of a reviewer: readings of others that were handed in, the longest waiting first."""

import json
from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from uuid import UUID

from sqlalchemy import Connection

from annotator.core.attributes import Defaults
from annotator.core.identity import born_at
from annotator.core.readings import CORRECTED
from annotator.core.review_queue import STATES, QueueEntry, QueueFilter
from annotator.core.reviewing import Standing
from annotator.core.schema import Condition, LabelSet, Rule, Severity, holds
from annotator.errors import Cancelled
from annotator.store import queries, readings, reviews
from annotator.store.workspace import Workspace

_CERTAINTY, _LEGAL = "certainty", "legal_flag"
_UNSURE: Condition = ((_CERTAINTY, ("unsure",)),)
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
        again = _judged_again(connection)
        unsure, flagged = _remarkable(connection, workspace.label_set(connection))
    found = []
    for row in rows:
        if row.annotator_id == reviewer_id:
            continue
        verdicts, returned = again.get((row.document_id, row.annotator_id)) or judged.get(row.key, (0, 0))
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
            labels=labels.get(row.key, {}),
            unsure=unsure[row.key],
            flagged=flagged[row.key],
            judged=verdicts,
            returned=returned,
            reviewer=names.get(row.reviewer_id, "") if row.reviewer_id else "",
            reason=row.reason,
        )
        if wanted.fits(entry):
            found.append(entry)
    return found


def _judged_again(connection: Connection) -> dict[tuple[UUID, UUID], tuple[int, int]]:
    """How many annotations have a verdict that counts, and how many are returned, by article and reader.

    Of the articles with a reading that was handed in again: what was judged before and is as it was needs no new word.
    """
    judged = reviews.judged_by_document(connection, reviews.documents_judged_before(connection))
    owners = readings.owners(connection, [key for there in judged.values() for key in there])
    found: dict[tuple[UUID, UUID], tuple[int, int]] = {}
    for document_id, there in judged.items():
        for key, one in there.items():
            reader_id, origin = owners.get(key, (None, CORRECTED))
            if reader_id is None or origin == CORRECTED or one.standing is Standing.WAITING:
                continue
            verdicts, returned = found.get((document_id, reader_id), (0, 0))
            found[document_id, reader_id] = (verdicts + 1, returned + (one.standing is Standing.RETURNED))
    return found


def _remarkable(connection: Connection, label_set: LabelSet) -> tuple[Counter[Hashable], Counter[Hashable]]:
    """How many annotations of each reading are unsure, and how many have a legal flag or are held back."""
    holding = [rule for rule in label_set.rules if rule.severity is Severity.HOLD]
    keys = {_CERTAINTY, _LEGAL, *(key for rule in holding for key, _ in rule.when)}
    there = {attribute.key for attribute in label_set.attributes}
    remarks = _Remarks(label_set, holding)
    unsure: Counter[Hashable] = Counter()
    flagged: Counter[Hashable] = Counter()
    for key, label, attributes, number in reviews.saying_something(connection, keys & there):
        is_unsure, is_flagged = remarks.of(label, attributes)
        unsure[key] += is_unsure * number
        flagged[key] += is_flagged * number
    return unsure, flagged


class _Remarks:
    """What is remarkable about values. Many annotations say the same: it is worked out once."""

    def __init__(self, label_set: LabelSet, holding: Sequence[Rule]) -> None:
        self._defaults, self._holding = Defaults(label_set), holding
        self._known: dict[tuple[str, str], tuple[bool, bool]] = {}

    def of(self, label: str, attributes: str) -> tuple[bool, bool]:
        """Whether it is unsure, and whether it is flagged or held back."""
        found = self._known.get((label, attributes))
        if found is None:
            own = json.loads(attributes)
            said = self._defaults.complete(label, own)
            held = any(holds(one.when, said.get) for one in self._holding if not one.labels or label in one.labels)
            found = self._known[label, attributes] = holds(_UNSURE, said.get), held or _LEGAL in own
        return found
