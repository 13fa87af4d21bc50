"""What an import would do with planned articles: done as the import does it, and counted, but not written."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Connection

from annotator.operations.import_article import ArticleWriter, Beside
from annotator.operations.import_known import ArticleHere, NewArticle, own_keys
from annotator.operations.import_links import Links
from annotator.operations.import_planning import Plan
from annotator.operations.import_rows import NewRows, closed_readings
from annotator.operations.import_session import Unwritten
from annotator.operations.import_sharing import Sharing
from annotator.operations.import_writing import people_of, take_far_links
from annotator.store import import_reads, queries


class Counting:
    """One file, part by part; what is counted stands in the report of `sharing`."""

    def __init__(self, sharing: Sharing, connection: Connection) -> None:
        self._sharing, self._connection = sharing, connection
        self._session = Unwritten(connection)
        self._names = sharing.everybody(queries.annotator_names(connection))
        self._links: dict[UUID, Links] = {}  # of the articles from which links lead to others

    def take(self, plans: Sequence[Plan]) -> None:
        """Count some articles in, and leave of their annotations those that would be here then."""
        beside = Beside(self._names, import_reads.homes_of(self._connection, own_keys(plans)))
        there = [plan.document_id for plan in plans if plan.match.document]
        beside.closed = closed_readings(self._connection, people_of(self._sharing, plans), there)
        for plan in plans:
            self._take_article(plan, beside)

    def finish(self) -> None:
        """Count the links between articles in, when all articles have been."""
        take_far_links(self._sharing, self._session, self._sharing.far_links, self._links, NewRows())

    def _take_article(self, plan: Plan, beside: Beside) -> None:
        record: ArticleHere = plan.match.document or NewArticle(plan.document_id, plan.text)
        waiting = len(self._sharing.far_links)
        plan.marks, beside.rows = [], NewRows()  # nobody is told of marks, and no row is kept
        writer = ArticleWriter(self._sharing, self._session, plan, record, beside)
        writer.write()
        if len(self._sharing.far_links) > waiting:
            self._links.setdefault(record.id, writer.links)
        plan.annotations = [one for one in plan.annotations if one.foreign.key in writer.ends]
