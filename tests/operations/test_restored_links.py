"""Links that wait for their other end come out as they went in, some at a time, or by that end."""

from typing import Any
from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from annotator.operations.restored_links import WaitingLinks

END = uuid4()
KINDS = st.text(min_size=1, max_size=8)
LINKS = st.fixed_dictionaries(
    {
        "id": st.uuids(), "document_id": st.uuids(), "annotator_id": st.uuids(), "kind": KINDS, "from_id": st.uuids(),
        "to_id": st.uuids(), "source_id": st.none(),
    }
)  # fmt: skip


@given(links=st.lists(LINKS, max_size=12), size=st.integers(1, 5))
def test_they_come_out_as_they_went_in(links: list[dict[str, object]], size: int) -> None:
    waiting = WaitingLinks()
    waiting.add(links[:3])
    waiting.add(links[3:])
    parts = list(waiting.parts(size))
    assert len(waiting) == len(links)
    assert all(0 < len(part) <= size for part in parts)
    came = [row for part in parts for row in part]
    assert sorted(came, key=str) == sorted(({**one} for one in links), key=lambda one: str(_ordered(one)))


@given(links=st.lists(LINKS, max_size=12))
def test_what_leads_to_an_annotation_is_found_by_it_and_forgotten(links: list[dict[str, Any]]) -> None:
    waiting = WaitingLinks()
    waiting.add([{**one, "to_id": END} if at % 2 else one for at, one in enumerate(links)])
    assert [one["id"] for one in waiting.leading_to([uuid4(), END])] == [one["id"] for one in links[1::2]]
    waiting.forget([END])
    assert waiting.leading_to([END]) == []
    assert len(waiting) == len(links[::2])


def _ordered(one: dict[str, object]) -> dict[str, object]:
    """The columns in the order in which they come out."""
    names = ("id", "document_id", "annotator_id", "from_id", "to_id", "kind", "source_id")
    return {name: one[name] for name in names}
