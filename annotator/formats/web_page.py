"""Web pages as browsers save them: the article, what is known about it, and nothing that stands around it.

Pieces of HTML without an article's structure are read as they stand. The page itself is kept whole as the original.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from annotator.core.records import ArticleRecord
from annotator.errors import UnreadableInput
from annotator.formats.base import Read, ReadOptions
from annotator.formats.html_text import text_of_html
from annotator.formats.limits import LIMITS, Limits
from annotator.formats.page_article import Witness, article_runs
from annotator.formats.page_encoding import decode_page
from annotator.formats.page_finder import found_authors, found_text
from annotator.formats.page_metadata import PageMetadata, metadata_of
from annotator.formats.page_runs import Run, runs_of
from annotator.formats.page_tree import Element, tree_of
from annotator.formats.plain_text import title_of

_PAGE = re.compile(
    rb"(?is)\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--(?:(?!-->).){0,4000}-->\s*){0,9}<(?:!doctype\s+html|html)\b"
)
_PIECE = re.compile(r"<[a-zA-Z][^<>]*>")
_BEGINNING = 4_000


@dataclass(frozen=True, slots=True)
class WebArticle:
    """A page's article. `text` is its body, paragraphs apart by an empty line; `published` is in ISO 8601, or ""."""

    text: str
    title: str
    authors: tuple[str, ...]
    published: str
    metadata: PageMetadata


@dataclass(frozen=True, slots=True)
class WebPage:
    """One article a page; read only."""

    id: str = "html"
    title: str = "Web page"
    extensions: tuple[str, ...] = (".html", ".htm", ".xhtml", ".shtml")
    losses: tuple[str, ...] = ()

    def recognises(self, content: bytes) -> bool:
        """True for what begins like a page, after marks and comments; not for feeds."""
        return bool(_PAGE.match(content[:_BEGINNING].removeprefix(b"\xef\xbb\xbf")))

    def read(self, content: bytes, name: str, options: ReadOptions) -> Read:
        """The article in a page's bytes. Raises UnreadableInput."""
        return [read_page(content, name, options)]


def extract(page: bytes, url: str | None = None) -> WebArticle:
    """The article in a page that came from `url`. Raises UnreadableInput for what is over a limit."""
    return article_of(page, url)


def read_page(page: bytes, name: str, options: ReadOptions) -> ArticleRecord:
    """An article with its headline on top of its text. Raises UnreadableInput, for a page without words too."""
    article = article_of(page, options.url, options.encoding, options.limits)
    if not any(map(str.isalnum, article.text)):
        raise UnreadableInput(
            f"{f'“{name}”' if name else 'This page'} holds no article, perhaps because its text comes by a script; "
            "open it in a browser, copy the article and paste it."
        )
    about = article.metadata
    text = article.text
    if article.title and not text.startswith(article.title):
        text = f"{article.title}\n\n{text}"
    return ArticleRecord(
        title=article.title or title_of(text, name),
        text=text,
        original=page,
        encoding="",
        file_name=name,
        outlet=about.outlet,
        byline=", ".join(about.authors),
        published=about.published,
        url=about.url,
        published_at=about.published_at,
        language=about.language,
        format_id="html",
        authors=about.authors,
    )


def article_of(page: bytes, url: str | None = None, encoding: str | None = None, limits: Limits = LIMITS) -> WebArticle:
    """The article in a page's bytes; its text is "" for a page without words. Raises UnreadableInput over a limit."""
    html = decode_page(page, encoding) if len(page) <= limits.page_bytes else page
    root = tree_of(html, limits)
    about = metadata_of(root, url, str(html[:_BEGINNING]))
    runs = runs_of(root)
    modest = _is_modest(root, runs, limits)
    if modest and not about.authors:
        about = replace(about, authors=found_authors(root))
    kept = article_runs(runs, _witness(about, found_text(root) if modest else ""))
    # Read anew: those who looked for the article have taken the tree apart.
    text = "\n\n".join(run.text for run in kept) or text_of_html(html, limits)
    return WebArticle(text, about.title, about.authors, about.published_at, about)


def _is_modest(root: Element, runs: Sequence[Run], limits: Limits) -> bool:
    """True for a page that trafilatura can be asked of: more takes it minutes. Takes out of it what is no text."""
    for script in list(root.iter("script", "style", "svg", "template")):
        script.drop_tree()
    most = limits.searched_elements
    few = len(runs) <= limits.searched_runs and sum(1 for _ in islice(root.iter(), most)) < most
    return few and len(root.text_content()) <= limits.searched_characters


def _witness(about: PageMetadata, found: str) -> Witness:
    return Witness(found, about.body, about.titles, about.standfirsts, about.authors)
