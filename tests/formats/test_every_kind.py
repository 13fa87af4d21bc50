"""A good file of any kind, changed anywhere and called anything, gives articles or a sentence, and nothing else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator import formats
from annotator.core.records import ArticleRecord, Unread
from annotator.errors import UnreadableInput
from annotator.formats import table_preview
from annotator.formats.base import ReadOptions
from annotator.formats.limits import Limits
from tests.formats.every_kind import KINDS
from tests.formats.mutations import mutated

OPTIONS = ReadOptions(limits=Limits(container_bytes=2_000_000, unpacked_bytes=2_000_000, articles=50))


@pytest.mark.parametrize("ending", KINDS)
def test_each_is_read(ending: str) -> None:
    found = list(formats.read(KINDS[ending], f"bridge{ending}", OPTIONS))
    assert [type(one) for one in found][:1] == [ArticleRecord]


@settings(max_examples=300)
@given(
    st.sampled_from(sorted(KINDS)).flatmap(lambda kind: mutated(KINDS[kind], *KINDS.values())),
    st.sampled_from(list(KINDS)),
)
def test_changed_and_misnamed(content: bytes, ending: str) -> None:
    try:
        found = list(formats.read(content, f"bridge{ending}", OPTIONS))
    except UnreadableInput:
        return
    assert all(isinstance(one, ArticleRecord | Unread) for one in found)
    assert all(one.text.strip("\0 \n") for one in found if isinstance(one, ArticleRecord))


@given(st.sampled_from([".csv", ".xlsx", ".json", ".jsonl", ".ods", ".xls"]).flatmap(lambda kind: mutated(KINDS[kind])))
def test_a_table_that_was_changed_is_shown_or_refused(content: bytes) -> None:
    try:
        shown = table_preview.preview_table(content, "bridge.csv", OPTIONS)
    except UnreadableInput:
        return
    assert all(len(row) == len(shown.headings) for row in shown.rows)
