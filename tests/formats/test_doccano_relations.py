"""doccano's lines with relations: written byte for byte, and read as the tool writes them."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.exchange import ExchangedLink
from annotator.formats.base import WriteOptions
from annotator.formats.doccano import Doccano
from annotator.formats.doccano_relations import DoccanoRelations
from tests.formats.exchanged import TEXT, minister
from tests.formats.foreign_lines import GOLDEN, as_file, confused, endure, read_one, said
from tests.formats.mutations import mutated
from tests.formats.write_golden import write_exchange

SECOND = (
    r'{"text":"Kata Menteri: \"Harga beras turun.\" 😀 Pedagang membantah.",'
    r'"entities":[{"id":0,"label":"claim","start_offset":15,"end_offset":32},'
    r'{"id":1,"label":"denial","start_offset":38,"end_offset":56}],'
    r'"relations":[{"id":0,"from_id":1,"to_id":0,"type":"denies"}]}'
)


def test_the_golden_file(tmp_path: Path) -> None:
    write_exchange(DoccanoRelations(), tmp_path / "out")
    assert (tmp_path / "out").read_bytes() == (GOLDEN / "doccano-relations.jsonl").read_bytes()


@pytest.mark.parametrize("kind", [DoccanoRelations(), Doccano()])
def test_a_line_as_the_tool_has_it(kind: Doccano | DoccanoRelations) -> None:
    article = read_one(kind, SECOND)
    assert article.text == TEXT
    assert said(article) == [("claim", "Harga beras turun"), ("denial", "Pedagang membantah")]
    assert article.links == (ExchangedLink("denies", "1", "0", key="0"),)


def test_each_kind_of_line_is_recognised_as_itself(tmp_path: Path) -> None:
    path = as_file(SECOND, tmp_path)
    assert DoccanoRelations().recognises_annotations(path)
    assert not Doccano().recognises_annotations(path)


def test_what_it_cannot_hold_is_named() -> None:
    lost = DoccanoRelations().fit(minister(), WriteOptions()).lost
    assert {one.what for one in lost} == {"attribute attributed_to", "attribute certainty", "note", "annotator"}


@settings(max_examples=60, deadline=None)
@given(st.one_of(mutated(SECOND.encode() + b"\n"), confused((GOLDEN / "doccano-relations.jsonl").read_bytes())))
def test_whatever_a_file_is_reading_it_ends_well(content: bytes) -> None:
    endure(DoccanoRelations(), content)
