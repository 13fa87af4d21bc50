"""ninjs in its versions: bodies, status, embargo, stories inside stories."""

import json
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator import formats
from annotator.core.records import ArticleRecord, Status, Unread
from annotator.errors import UnreadableInput
from annotator.formats.base import ReadOptions
from annotator.formats.ninjs import Ninjs
from tests.formats.mutations import mutated
from tests.formats.wires import STORY, nitf

BODY = "<p>The mayor of Sandhaven denied it.</p><p>“I was never there,” she said.</p>"
TEXT = "Mayor denies\n\nThe mayor of Sandhaven denied it.\n\n“I was never there,” she said."
COMMON = {
    "uri": "https://coast.example/1",
    "type": "text",
    "versioncreated": "2025-07-04T22:00:00Z",
    "firstcreated": "2025-07-04T21:35:00Z",
    "language": "en-GB",
    "copyrightholder": "Coast Agency",
    "ednote": "Adds quote.",
}
FIRST = COMMON | {"headline": "Mayor denies", "byline": "Ada Brook", "body_xhtml": BODY, "body_text": "In one."}
SECOND: dict[str, Any] = COMMON | {
    "by": "Ada Brook",
    "headlines": [{"role": "sub", "value": "No"}, {"role": "main", "value": "Mayor denies"}],
    "bodies": [
        {"role": "main", "contenttype": "text/plain", "value": "In one."},
        {"role": "rich", "contenttype": "application/xhtml+xml", "value": BODY},
    ],
    "infosources": [{"name": "Coast Agency"}],
}


THIRD = {
    "uri": "https://coast.example/1",
    "type": "text",
    "versionCreated": "2025-07-04T22:00:00Z",
    "firstCreated": "2025-07-04T21:35:00Z",
    "language": "en-GB",
    "copyrightHolder": "Coast Agency",
    "edNote": "Adds quote.",
    "by": "Ada Brook",
    "headlines": [{"role": "main", "value": "Mayor denies"}],
    "bodies": [{"role": "main", "contentType": "text/html", "value": BODY}],
}


def read(told: Any) -> list[ArticleRecord | Unread]:
    content = told if isinstance(told, bytes) else orjson.dumps(told)
    return list(Ninjs().read(content, "a.ninjs", ReadOptions()))


def article(told: Any) -> ArticleRecord:
    (found,) = read(told)
    assert isinstance(found, ArticleRecord)
    return found


@pytest.mark.parametrize("item", [FIRST, SECOND, THIRD])
def test_an_item_of_any_version_is_an_article(item: dict[str, Any]) -> None:
    found = article(item)
    assert found.text == TEXT
    assert (found.title, found.byline, found.outlet) == ("Mayor denies", "Ada Brook", "Coast Agency")
    assert (found.url, found.language, found.source_note) == ("https://coast.example/1", "en", "Adds quote.")
    assert (found.published, found.published_at) == ("2025-07-04T21:35:00Z", "2025-07-04T21:35:00+00:00")
    assert (found.original, found.encoding, found.status) == (orjson.dumps(item), "", Status.USABLE)


def test_status_and_embargo() -> None:
    assert article(FIRST | {"pubstatus": "canceled"}).status is Status.CANCELLED
    for key in ("embargoed", "embargoedUntil"):
        assert article(FIRST | {key: "2025-07-05T06:00:00Z"}).embargo_until == "2025-07-05T06:00:00+00:00"


def test_nitf_inside() -> None:
    told = {"contentType": "application/nitf+xml", "value": nitf()}
    assert article(THIRD | {"headlines": [], "bodies": [told]}).text == STORY
    broken = {"contentType": "application/nitf+xml", "value": "<nitf>"}
    assert article(THIRD | {"bodies": [broken, *SECOND["bodies"]]}).text == TEXT


def test_an_event_is_no_story() -> None:
    event = {
        "uri": "a",
        "title": "Speech",
        "pubStatus": "usable",
        "eventDetails": {},
        "descriptions": [{"value": "At six."}],
    }
    with pytest.raises(UnreadableInput, match="of the kind “event”"):
        read(event)


def test_plain_text_alone_and_a_summary_alone() -> None:
    assert article(COMMON | {"headline": "One", "body_text": "Two\r\nthree"}).text == "One\n\nTwo\nthree"
    short = article(COMMON | {"headline": "One", "description_text": "Two."})
    assert (short.text, short.notices) == ("One\n\nTwo.", ("The file holds a summary of this story only.",))


def test_several_in_one_file_each_with_its_own_bytes() -> None:
    second = SECOND | {"uri": "https://coast.example/2"}
    one, two = read([FIRST, second])
    assert isinstance(one, ArticleRecord)
    assert isinstance(two, ArticleRecord)
    assert (one.original, two.original) == (orjson.dumps(FIRST), orjson.dumps(second))


@pytest.mark.parametrize("by_name", [True, False])
def test_stories_inside_a_story(by_name: bool) -> None:
    picture = {"uri": "b", "type": "picture", "headline": "The bridge", "renditions": {}}
    related = SECOND | {"uri": "https://coast.example/2"}
    found = read(FIRST | {"associations": {"a": picture, "b": related} if by_name else [picture, related]})
    assert [one.url for one in found if isinstance(one, ArticleRecord)] == [
        "https://coast.example/1",
        "https://coast.example/2",
    ]


def test_an_item_without_text_is_named() -> None:
    picture = {"uri": "urn:b", "type": "picture", "headline": "The bridge", "versioncreated": "2025-07-04"}
    with pytest.raises(UnreadableInput, match="of the kind “picture”"):
        read(picture)
    _, unread = read([FIRST, picture])
    assert isinstance(unread, Unread)
    assert unread.name == "The bridge"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{", "damaged"),
        (b"[" * 100_000, "damaged"),
        (b"[1, 2]", "no item"),
        (b"[" + b"{}," * 1_000_001 + b"{}]", "1,000,000 objects"),
        (b"null", "no item"),
        (b"{}" + b" " * 50_000_000, "limit for JSON is 50 MB"),
    ],
)
def test_what_cannot_be_read_is_refused(content: bytes, said: str) -> None:
    with pytest.raises(UnreadableInput, match=said):
        read(content)


def test_stories_in_stories_without_end() -> None:
    item = FIRST
    for _ in range(200):
        item = FIRST | {"associations": [item]}
    outer, *inner = read(json.dumps(item).encode())
    assert isinstance(outer, ArticleRecord)
    assert [one.reason.startswith("It is nested more than 254 deep") for one in inner if isinstance(one, Unread)] == [
        True
    ] * 4


def test_it_is_recognised_by_its_names() -> None:
    assert formats.reader_of(orjson.dumps(FIRST), "a.json").id == "ninjs"
    assert Ninjs().recognises(orjson.dumps(THIRD))
    assert Ninjs().recognises(b"\xef\xbb\xbf \n" + orjson.dumps([SECOND]))
    assert not Ninjs().recognises(b'[{"title": "One", "text": "Two", "uri": "x"}]')
    assert not Ninjs().recognises(b"plain")


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=9) | st.sampled_from([BODY, "main", "text/html"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from([*FIRST, *SECOND, "value", "role", "associations", "pubstatus", "embargoed"]), inner
        )
    ),
    max_leaves=12,
)


@given(ANYTHING | mutated(orjson.dumps(FIRST), orjson.dumps([SECOND, FIRST])))
def test_whatever_comes_it_is_read_or_refused(told: Any) -> None:
    try:
        found = read(told)
    except UnreadableInput:
        return
    assert all(isinstance(one, Unread) or one.text.strip() for one in found)
