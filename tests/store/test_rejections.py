"""Rejected suggestions are read with the documents they were made for."""

from annotator.core.spans import Span
from annotator.operations.documents import read_document
from annotator.store.tables import RejectedSuggestion
from tests.store.desk import Desk


def test_a_rejected_suggestion_comes_with_its_document(desk: Desk) -> None:
    key = desk.load()
    with desk.workspace.edit("Reject suggestion", desk.ana) as session:
        places = {"start_char": 0, "end_char": 20, "segments": [[0, 4], [10, 20]]}
        whose = {"document_id": key, "annotator_id": desk.ana, "label": "quote", "suggester": "cues"}
        session.add(RejectedSuggestion(**whose, **places))
    (found,) = read_document(desk.workspace, key).rejected
    assert (found.label, found.segments, found.annotator) == ("quote", (Span(0, 4), Span(10, 20)), "Ana")
    assert found.suggester == "cues"
