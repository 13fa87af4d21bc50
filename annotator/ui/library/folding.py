"""Copies and older versions of an article share one row of the library: plain rules on summaries.

The row shows the article that was loaded first, in its newest version: that is where people have worked.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from annotator.core.records import DocumentSummary


@dataclass(frozen=True, slots=True)
class Family:
    """Articles that are copies of each other, the one loaded first at the head, and their older versions."""

    key: UUID
    copies: tuple[DocumentSummary, ...]
    older: tuple[DocumentSummary, ...]


@dataclass(frozen=True, slots=True)
class Fold:
    """A row that stands for several articles: those below it are other copies, then older versions."""

    key: UUID
    head: DocumentSummary
    copies: tuple[DocumentSummary, ...]
    older: tuple[DocumentSummary, ...]
    expanded: bool

    @property
    def below(self) -> tuple[DocumentSummary, ...]:
        """All that the row stands for but its own article."""
        return (*self.copies, *self.older)


def families(documents: Sequence[DocumentSummary]) -> dict[UUID, Family]:
    """The family of each document that has one."""
    groups = {document.copy_group for document in documents if document.copy_group}
    replaced = {document.id: document.superseded_by for document in documents if document.superseded_by}
    if not groups and not replaced:
        return {}
    newer = set(replaced.values())
    by_id = {document.id: document for document in documents} if replaced else {}
    of_group: dict[UUID, list[DocumentSummary]] = defaultdict(list)
    first: dict[UUID, UUID] = {}  # of each newest version: the key of its oldest, which tells when the article came
    for document in documents:
        if document.copy_group or document.superseded_by or document.id in groups or document.id in newer:
            newest = by_id[_newest(document.id, replaced, by_id.keys())] if replaced else document
            of_group[newest.group].append(document)
            first[newest.id] = min(document.id, first.get(newest.id, document.id))
    found: dict[UUID, Family] = {}
    for key, members in of_group.items():
        live = sorted((one for one in members if one.id in first), key=lambda one: first[one.id])
        if live and len(members) > 1:
            family = Family(key, tuple(live), tuple(one for one in members if one.id not in first))
            found |= dict.fromkeys((member.id for member in members), family)
    return found


def folds(
    shown: Sequence[DocumentSummary], of: Mapping[UUID, Family], expanded: Collection[UUID], *, at_newest: bool
) -> Iterator[DocumentSummary | Fold]:
    """The rows for these documents, in their order: a document by itself, or a fold with what is below it.

    `expanded` are keys of families. A family's row is where its head would be; `at_newest`: where the first of
    it is, so that what has just come is seen. Where the head is not shown (filtered away), another copy stands in.
    """
    there = {document.id for document in shown} if of else ()
    told: set[UUID] = set()
    for document in shown:
        family = of.get(document.id)
        if family is None:
            yield document
        elif family.key not in told:
            heads = [copy for copy in family.copies if copy.id in there]
            if at_newest or not heads or heads[0] is document:
                told.add(family.key)
                yield _fold(family, heads, expanded)


def _fold(family: Family, heads: Sequence[DocumentSummary], expanded: Collection[UUID]) -> Fold:
    # Where nothing but an older version is looked for, it is not to be hidden below the newest one.
    head = heads[0] if heads else family.copies[0]
    copies = tuple(copy for copy in family.copies if copy is not head)
    return Fold(family.key, head, copies, family.older, not heads or family.key in expanded)


def _newest(document_id: UUID, replaced: Mapping[UUID, UUID], there: Collection[UUID]) -> UUID:
    """The version that has not been replaced by another one that is there."""
    seen = {document_id}
    while (following := replaced.get(document_id)) in there and following is not None and following not in seen:
        document_id = following
        seen.add(following)
    return document_id
