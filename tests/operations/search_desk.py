"""A desk with articles that can be searched, on either database."""

from uuid import UUID

from annotator.core.search_filters import EVERYTHING, Filters
from annotator.core.search_results import Results
from annotator.operations import indexing, search
from annotator.store.tables import Document
from tests.store.desk import Desk


class SearchDesk(Desk):
    """A desk that searches."""

    def put(self, text: str, **details: object) -> UUID:
        """Load an article, with these columns of its row."""
        key = self.load(text)
        indexing.catch_up(self.workspace)
        with self.workspace.edit("Change details", self.ana) as session:
            document = session.get(Document, key)
            for name, value in details.items():
                setattr(document, name, value)
        return key

    def results(self, typed: str, filters: Filters = EVERYTHING, folded: bool = False) -> Results:
        return search.search(self.workspace, typed, filters, folded=folded)

    def found(self, typed: str, filters: Filters = EVERYTHING, folded: bool = False) -> list[UUID]:
        return [hit.document.id for hit in self.results(typed, filters, folded).hits]
