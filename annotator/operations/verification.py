"""Proof that the rows, the journal and the texts of a project agree."""

from annotator.store.audit import Audit, audit
from annotator.store.workspace import Workspace


def verify(workspace: Workspace) -> Audit:
    """Check the whole project; `problems` of the answer is empty when everything agrees."""
    with workspace.reading(whole=True) as connection:
        return audit(connection)
