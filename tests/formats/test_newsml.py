"""NewsML-G2: items and messages, their status and embargo, XHTML and NITF inside."""

import pytest
from hypothesis import given

from annotator import formats
from annotator.core.records import ArticleRecord, Status, Unread
from annotator.errors import UnreadableInput
from annotator.formats.base import ReadOptions
from annotator.formats.newsml import NewsMl
from tests.formats.mutations import mutated
from tests.formats.wires import STORY, XHTML, news_item, news_message, nitf

TEXT = "Mayor denies closing bridge\n\nThe mayor of Sandhaven denied it.\n\n“I was never there,” she said."
IN_NITF = f'<inlineXML contenttype="application/nitf+xml">{nitf()}</inlineXML>'
REMOTE = '<remoteContent href="http://127.0.0.1:9/a.jpg" contenttype="image/jpeg"/>'


def read(content: str | bytes) -> list[ArticleRecord | Unread]:
    return list(NewsMl().read(content if isinstance(content, bytes) else content.encode(), "a.xml", ReadOptions()))


def article(content: str | bytes) -> ArticleRecord:
    (found,) = read(content)
    assert isinstance(found, ArticleRecord)
    return found


def test_an_item_is_an_article() -> None:
    found = article(news_item())
    assert found.text == TEXT
    assert (found.title, found.outlet, found.language) == ("Mayor denies closing bridge", "Coast Agency", "en")
    assert (found.byline, found.authors) == ("Ada Brook", ("Ada Brook",))
    assert (found.published, found.published_at) == ("2025-07-04T21:35:00+07:00", "2025-07-04T21:35:00+07:00")
    assert (found.status, found.embargo_until) == (Status.USABLE, "")
    assert found.source_note == "Adds quote. No archive."
    assert (found.original, found.encoding, found.format_id) == (news_item().encode(), "", "newsml")


def test_nitf_inside() -> None:
    found = article(news_item(IN_NITF))
    assert found.text == STORY
    assert (found.byline, found.published) == ("Ada Brook Staff", "2025-07-04T21:35:00+07:00")


def test_plain_text_inside() -> None:
    found = article(news_item('<inlineData contenttype="text/plain">It was\r\ndenied.</inlineData>'))
    assert found.text.endswith("\n\nIt was\ndenied.")


def test_the_rendition_that_is_text_is_found() -> None:
    assert article(news_item(REMOTE + XHTML)).text == TEXT


@pytest.mark.parametrize(("code", "status"), [("withheld", Status.WITHHELD), ("canceled", Status.CANCELLED)])
def test_status(code: str, status: Status) -> None:
    assert article(news_item(meta=f'<pubStatus qcode="stat:{code}"/>')).status is status


def test_embargo() -> None:
    dated = article(news_item(meta="<embargoed>2025-07-05T06:00:00+07:00</embargoed>"))
    assert (dated.embargo_until, dated.status) == ("2025-07-05T06:00:00+07:00", Status.USABLE)
    endless = article(news_item(meta="<embargoed/>"))
    assert endless.status is Status.WITHHELD
    assert endless.source_note.startswith("Embargoed until further notice.")


def test_a_message_holds_many_each_with_its_own_bytes() -> None:
    message = news_message(
        news_item(),
        "<packageItem><itemMeta/></packageItem>",
        news_item(REMOTE, headline="The bridge", kind="picture", number=2),
        news_item(IN_NITF, headline="Second", number=3),
    )
    first, picture, second = read(message)
    assert isinstance(first, ArticleRecord)
    assert isinstance(second, ArticleRecord)
    assert first.text == TEXT
    assert article(first.original).text == TEXT
    assert first.original != second.original
    assert picture == Unread(
        "The bridge", "It is a picture, without the text of a story; load the story that it belongs to."
    )


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (news_item(""), "no text of a story"),
        (news_item(REMOTE, kind="picture"), "It is a picture"),
        (f'<packageItem xmlns="{"http://iptc.org/std/nar/2006-10-01/"}"/>', "lists or describes other items"),
        (news_message().decode(), "lists or describes"),
        ("<invoice/>", "XML of a kind that is not read"),
        ("<newsItem>", "damaged"),
        ("<newsItem>" + "<a>" * 5_000, "deep"),
        ('<!DOCTYPE a [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><newsItem>&c;</newsItem>', "entities"),
    ],
)
def test_what_holds_no_story_is_refused(content: str, said: str) -> None:
    with pytest.raises(UnreadableInput, match=said):
        read(content)


def test_it_is_recognised_by_its_root_and_namespace() -> None:
    assert formats.reader_of(news_item().encode(), "story.txt").id == "newsml"
    assert not NewsMl().recognises(b"<newsItem><p>of something else</p></newsItem>")


@given(mutated(news_item().encode(), news_message(news_item(IN_NITF), news_item(number=2))))
def test_whatever_comes_it_is_read_or_refused(content: bytes) -> None:
    try:
        found = read(content)
    except UnreadableInput:
        return
    assert all(isinstance(one, Unread) or one.text.strip() for one in found)
