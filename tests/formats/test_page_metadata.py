"""What a page says of its article, wherever it says it."""

import json

import pytest

from annotator.formats.page_metadata import PageMetadata, metadata_of
from annotator.formats.page_tree import tree_of


def of(page: str, url: str | None = None, **linked: object) -> PageMetadata:
    if linked:
        page += f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **linked})}</script>'
    return metadata_of(tree_of(page), url, page)


def test_nothing_is_said() -> None:
    empty = of("<p>x</p>")
    assert (empty.title, empty.authors, empty.outlet, empty.published_at, empty.language, empty.url) == (
        "",
        (),
        *4 * [""],
    )


@pytest.mark.parametrize(
    ("page", "when"),
    [
        ("<meta property='article:published_time' content='2025-07-04T21:35:07+01:00'>", "2025-07-04T21:35:07+01:00"),
        ("<meta itemprop=datePublished content=2025-07-04>", "2025-07-04"),
        ("<meta name=DC.date.issued content='4.7.2025'>", "2025-07-04"),
        ("<span itemprop=datePublished>2025-07-04</span>", "2025-07-04"),
        ("<time datetime='2025-07-04 21:35'>Friday</time>", "2025-07-04T21:35"),
        ("<meta name=date content=2025-07-05><time datetime=2025-07-04>Friday</time>", "2025-07-04"),
        ("<meta name=date content=2025-07-04>", "2025-07-04"),
        ("<title>Old pier to go | Quay | 04.07.2025</title>", "2025-07-04"),
        ("<title>Old pier to go | Quay</title><p>© 2025</p>", ""),
    ],
)
def test_when_it_was_published(page: str, when: str) -> None:
    assert of(page).published_at == when


def test_what_machines_are_told_goes_first() -> None:
    page = "<meta property='article:published_time' content='2025-07-05'><meta name=author content='Idris Pell'>"
    told = of(page, datePublished="2025-07-04", author={"name": "Tove Marsh"}, inLanguage="pt-BR")
    assert (told.published_at, told.authors, told.language) == ("2025-07-04", ("Tove Marsh",), "pt")
    assert of(page, datePublished="soon", author=[7]).published_at == "2025-07-05"


@pytest.mark.parametrize(
    ("page", "printed"),
    [
        ("<time datetime=2025-07-04>4 July 2025</time>", "4 July 2025"),
        (
            "<time datetime=2025-07-01>1 July 2025</time><p class=date>Friday 4.7.2025, 21.35</p>",
            "Friday 4.7.2025, 21.35",
        ),
        ("<p class=publish-info><span>Jumat, 4 Juli 2025</span></p>", "Jumat, 4 Juli 2025"),
        ("<p>On 4 July 2025 the pier was closed.</p>", "2025-07-04"),
        ("<time datetime=2025-07-04>3 hours ago</time>", "2025-07-04"),
    ],
)
def test_the_time_as_it_is_printed_else_as_it_is_told(page: str, printed: str) -> None:
    assert of(page, datePublished="2025-07-04").published == printed


def test_of_two_times_of_one_day_the_one_of_publication_is_taken_as_printed() -> None:
    dates = "<p class=date>04.07.2025, 18:20</p><p class=date>04.07.2025, 21:35</p>"
    page = f"<time datetime=2025-07-04>4 July 2025</time>{dates}"
    assert of(page, datePublished="2025-07-04T21:35:07+02:00").published == "04.07.2025, 21:35"
    assert of(page, datePublished="2025-07-04T21:36:07+02:00").published == "4 July 2025"


@pytest.mark.parametrize(
    ("page", "authors"),
    [
        ("<meta name=author content='Tove Marsh'>", ("Tove Marsh",)),
        (
            "<meta property='article:author' content='https://x.example/tove'><a rel=author>Tove Marsh</a>",
            ("Tove Marsh",),
        ),
        ("<p itemprop=author><span itemprop=name>Tove Marsh</span></p>", ("Tove Marsh",)),
        ("<a href=/author/tove>Tove Marsh</a>", ("Tove Marsh",)),
        # the outlet is the author only when nobody else is
        (
            "<meta property=og:site_name content=Quay><meta name=author content=Quay><a rel=author>Ana R.</a>",
            ("Ana R.",),
        ),
        ("<meta property=og:site_name content=Quay><meta name=author content=Quay>", ("Quay",)),
        # others below belong to other articles
        (
            "<p><a rel=author>Tove M.</a> <a rel=author>Ana R.</a></p><div><a rel=author>Bo B.</a></div>",
            ("Tove M.", "Ana R."),
        ),
    ],
)
def test_who_wrote_it(page: str, authors: tuple[str, ...]) -> None:
    assert of(page).authors == authors


@pytest.mark.parametrize(
    ("page", "code"),
    [
        ("<html lang=de-AT>", "de"),
        ("<html lang='nb'>", "no"),
        ("<html lang=jp>", "ja"),
        ("<html lang=''><meta property=og:locale content=pt_BR>", "pt"),
        ("<meta http-equiv=Content-Language content=id>", "id"),
        ("<html lang=english>", ""),
        ("<html lang='{{lang}}'>", ""),
    ],
)
def test_the_language_that_is_declared(page: str, code: str) -> None:
    assert of(f"{page}<p>x").language == code


@pytest.mark.parametrize(
    ("page", "url", "address"),
    [
        ("<link rel=canonical href=https://a.example/b>", None, "https://a.example/b"),
        ("<link rel=canonical href=/b>", "https://a.example/c?d=e", "https://a.example/b"),
        ("<link rel=canonical href=https://a.example/>", "https://a.example/c", "https://a.example/c"),
        ("<meta property=og:url content=https://a.example/b>", None, "https://a.example/b"),
        ("<link rel=canonical href=/b>", None, ""),
        (
            "<!--\n Page saved with SingleFile \n url: https://a.example/b \n saved date: x --><p>y",
            None,
            "https://a.example/b",
        ),
    ],
)
def test_its_address(page: str, url: str | None, address: str) -> None:
    assert of(page, url).url == address


def test_the_outlet_is_named_or_its_host_is() -> None:
    assert of("<meta property=og:site_name content='The Quay'>").outlet == "The Quay"
    assert of("<p>x", publisher={"name": "The Quay"}).outlet == "The Quay"
    assert of("<p>x", "https://www.quay.example/a").outlet == "quay.example"


def test_all_headlines_and_summaries_are_kept_for_the_search_of_the_text() -> None:
    told = of("<meta property=og:title content=A><meta name=description content=B>", headline="C", description="D")
    assert set(told.titles) == {"A", "C"}
    assert told.standfirsts == ("B", "D")
