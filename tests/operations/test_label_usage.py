"""What of a label set is in use."""

import pytest

from annotator.errors import Cancelled
from annotator.operations import annotations, relations, sources
from annotator.operations.label_usage import label_usage
from tests.store.desk import Desk


def test_labels_values_and_links_are_counted(desk: Desk) -> None:
    document = desk.load()
    claims = [desk.tag(document, start, start + 2).id for start in (0, 5)]
    quote = desk.tag(document, label="quote", by=desk.ben)
    annotations.set_attributes(desk.workspace, [quote.id], {"quote_type": None}, desk.ben)
    annotations.set_attributes(desk.workspace, claims, {"claim_kind": "quantity", "accuses": "nobody"}, desk.ana)
    source = sources.add_source(desk.workspace, "Rina", desk.ben)
    relations.set_sources(desk.workspace, [quote.id], "attributed_to", [source.id], desk.ben)
    relations.link(desk.workspace, quote.id, "contains", claims[0], desk.ben)
    usage = label_usage(desk.workspace)
    assert usage.labels == {"claim": 2, "quote": 1}
    assert usage.attributes == {"claim_kind": 2, "attributed_to": 1, "contains": 1}
    assert usage.values == {("claim_kind", "quantity"): 2}
    assert usage.relations == {"attributed_to": 1, "contains": 1}
    assert not usage.frozen


def test_counting_can_be_stopped(desk: Desk) -> None:
    annotation = desk.tag(desk.load())
    annotations.set_attributes(desk.workspace, [annotation.id], {"claim_kind": "other"}, desk.ana)
    with pytest.raises(Cancelled):
        label_usage(desk.workspace, lambda: True)
