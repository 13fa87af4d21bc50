"""NITF: headline, text, who wrote it, when it may be used."""

import pytest
from hypothesis import given

from annotator import formats
from annotator.core.records import ArticleRecord, Status
from annotator.errors import UnreadableInput
from annotator.formats.base import ReadOptions
from annotator.formats.nitf import Nitf
from tests.formats.mutations import mutated
from tests.formats.wires import STORY, nitf


def read(content: bytes) -> ArticleRecord:
    (article,) = Nitf().read(content, "a.nitf", ReadOptions())
    assert isinstance(article, ArticleRecord)
    return article


def test_a_story() -> None:
    article = read(nitf().encode())
    assert article.text == STORY
    assert (article.title, article.outlet, article.language) == ("Mayor denies closing bridge", "Coast Agency", "en")
    assert (article.byline, article.authors) == ("Ada Brook Staff", ("Ada Brook",))
    assert (article.published, article.published_at) == ("20250704T213500+0700", "2025-07-04T21:35:00+07:00")
    assert (article.status, article.embargo_until, article.source_note) == (Status.USABLE, "", "Adds quote.")
    assert (article.original, article.encoding, article.format_id) == (nitf().encode(), "", "nitf")


def test_a_release_in_the_future_is_an_embargo() -> None:
    assert read(nitf(release="20250705T060000+0700").encode()).embargo_until == "2025-07-05T06:00:00+07:00"
    # 21:35 there is 14:35 in Greenwich.
    assert read(nitf(release="20250704T160000Z").encode()).embargo_until == "2025-07-04T16:00:00+00:00"
    assert read(nitf(release="20250704T220000+0900").encode()).embargo_until == ""
    embargoed = read(nitf("embargoed", "").encode())
    assert (embargoed.status, embargoed.source_note) == (
        Status.WITHHELD,
        "Embargoed until further notice. Adds quote.",
    )
    assert read(nitf("canceled").encode()).status is Status.CANCELLED


def test_its_document_type_is_no_danger() -> None:
    declared = '<!DOCTYPE nitf SYSTEM "http://127.0.0.1:9/nitf-3-3.dtd">' + nitf()
    assert read(declared.encode()).text == STORY
    with pytest.raises(UnreadableInput, match="entities"):
        read(('<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + nitf()).encode())


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("<nitf><body><body.head><hedline><hl1>One</hl1></hedline></body.head></body></nitf>", "no text of a story"),
        ("<other/>", "no NITF"),
        ("<nitf>", "damaged"),
        ("<nitf>" + "<p>" * 3_000, "deep"),
    ],
)
def test_what_is_none_is_refused(content: str, said: str) -> None:
    with pytest.raises(UnreadableInput, match=said):
        read(content.encode())


def test_it_is_recognised_by_its_root() -> None:
    assert formats.reader_of(nitf().encode(), "a.xml").id == "nitf"
    assert not Nitf().recognises(b"<newsItem/>")


@given(mutated(nitf().encode(), nitf("embargoed").encode("utf-16")))
def test_whatever_comes_it_is_read_or_refused(content: bytes) -> None:
    try:
        assert read(content).text
    except UnreadableInput:
        return
