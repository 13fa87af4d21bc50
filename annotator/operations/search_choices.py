"""What there is in a project to narrow a search by."""

from uuid import UUID

from sqlalchemy import func, select

from annotator.core.search_results import SearchChoices
from annotator.errors import NotFound
from annotator.operations.label_sets import project_labels
from annotator.store import queries
from annotator.store.tables import Document, table_of
from annotator.store.workspace import Workspace

MOST_OUTLETS = 200


def search_choices(workspace: Workspace) -> SearchChoices:
    """What the filters of a search can be set to in this project."""
    label_set = project_labels(workspace)
    outlet = table_of(Document).c.outlet
    query = select(outlet).where(outlet != "").group_by(outlet).order_by(func.count().desc(), outlet)
    with workspace.reading() as connection:
        names = queries.annotator_names(connection)
        counts = queries.language_counts(connection)
        outlets = tuple(connection.execute(query.limit(MOST_OUTLETS)).scalars())
    annotators = dict(sorted(names.items(), key=lambda entry: entry[1].casefold()))
    languages = tuple(sorted(counts, key=lambda code: (-counts[code], code)))
    return SearchChoices(label_set, annotators, languages, outlets)


def annotator_called(workspace: Workspace, name: str) -> UUID:
    """The key of an annotator by name. Raises NotFound."""
    with workspace.reading() as connection:
        found = queries.annotator_by_name(connection, name)
    if found is None:
        raise NotFound(f"There is no annotator called “{name}” in this project.")
    return found
