"""The bytes that the journal's hashes are of, in both databases."""

import hashlib
from itertools import groupby
from uuid import uuid4

from annotator.core.spans import Span
from annotator.operations import annotations, history
from annotator.store.journal_bytes import chains, hashed_entries
from tests.store.desk import Desk


def test_every_chain_leads_from_its_beginning_to_its_head(desk: Desk) -> None:
    article = desk.load()
    desk.tag(article)
    history.undo(desk.workspace, desk.ana)
    elsewhere = desk.open(uuid4())
    annotations.add_annotation(elsewhere, article, [Span(0, 4)], "quote", desk.ben)
    elsewhere.close()
    with desk.workspace.reading() as connection:
        found = {chain.id: chain for chain in chains(connection)}
        entries = sorted(hashed_entries(connection), key=lambda entry: (entry.chain, entry.sequence))
    assert len(found) == 2
    assert sum(chain.entries for chain in found.values()) == len(entries) == desk.entries()
    for key, own in groupby(entries, key=lambda entry: entry.chain):
        hash_so_far = found[key].begins_with
        for number, entry in enumerate(own, 1):
            assert (entry.sequence, entry.previous, entry.content[3:35]) == (number, hash_so_far, hash_so_far)
            hash_so_far = hashlib.sha256(entry.content).digest()
        assert hash_so_far == found[key].head
    undone = next(entry for entry in entries if entry.kind.name == "UNDO")
    assert undone.changes[0].before is not None
