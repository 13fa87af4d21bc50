"""What is to be put right in articles: the rules of the project's label set held against every annotation."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from annotator.core.records import AnnotationRecord, DocumentRecord, SentenceState
from annotator.core.schema import LabelSet, Severity
from annotator.core.validation import Problem, problems
from annotator.operations.documents import states_of
from annotator.operations.label_sets import project_labels
from annotator.store import queries
from annotator.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem, and the annotation that has it."""

    annotation: AnnotationRecord
    problem: Problem


@dataclass(frozen=True, slots=True)
class ArticleCheck:
    """What was found in one article: hard problems first, each kind in the order of the text."""

    document: DocumentRecord
    findings: tuple[Finding, ...]
    undecided: int

    def count(self, severity: Severity) -> int:
        """How many problems are of this severity."""
        return sum(finding.problem.severity is severity for finding in self.findings)


def check_article(workspace: Workspace, document_id: UUID, annotator: str = "") -> ArticleCheck | None:
    """What is to be put right in an article, in everybody's annotations or in one annotator's; None when it is gone."""
    return next(check_articles(workspace, [document_id], annotator), None)


def check_articles(
    workspace: Workspace, document_ids: Sequence[UUID] | None = None, annotator: str = ""
) -> Iterator[ArticleCheck]:
    """What is to be put right in each of these articles (None: in all of the newest versions), one after the other."""
    label_set = project_labels(workspace)
    with workspace.reading() as connection:
        ids = queries.newest_ids(connection) if document_ids is None else list(document_ids)
        for record in queries.documents(connection, ids):
            yield check(label_set, record, annotator)


def check(label_set: LabelSet, record: DocumentRecord, annotator: str = "") -> ArticleCheck:
    """What is to be put right in an article as it was read."""
    theirs = [one for one in record.annotations if not annotator or one.annotator == annotator]
    findings = [
        Finding(annotation, problem)
        for annotation in sorted(theirs, key=lambda one: one.extent)
        for problem in problems(label_set, annotation, record)
    ]
    findings.sort(key=lambda finding: _RANK[finding.problem.severity])  # stable: the order of the text stays
    return ArticleCheck(record, tuple(findings), states_of(record).count(SentenceState.UNDECIDED))


_RANK = {Severity.HARD: 0, Severity.HOLD: 1, Severity.SOFT: 2}
