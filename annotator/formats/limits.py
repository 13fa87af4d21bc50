"""How much of what a file may cost, in one place; every refusal says the limit it is about.

A reader asks these before it unpacks or parses; the process that it runs in (annotator/reading) holds
the ones on time and memory over whatever a library does.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes, counts and seconds that reading may take.

    `article_bytes` is for one article's file, `page_bytes` for one of HTML, `container_bytes` for one that holds
    many (ZIP, mbox, WARC, tables). `unpacked_bytes` is for all that a ZIP unpacks to, `ratio` how many times its
    packed size that may be at most, counted from `ratio_bytes` on. `members` are entries of one archive, `parts`
    those of one office file, `attachments` those of one message. `nesting` is how deep elements of XML or HTML may
    lie in each other, `depth` how deep archives may. `articles` is for one file. `columns` are those of a table.
    `seconds` is for one article, and as much again for each 10 MB of its file, `file_seconds` for a file with many;
    `memory_bytes` are the reading process’s.

    The rest keeps libraries from work without end, and no article comes near it. `parts` are the pages of a PDF, too.
    `elements` are those of one page, `attributes` those of one element. `searched_…` is how large a page may be for
    its article to be looked for by a library that is slow; a larger one is read by its structure alone. `xml_nesting`
    is what the parser allows of `nesting` in XML. `markdown_bytes` is for one text, `marks` for signs of Markdown in
    one paragraph. `rows` and `cells` are for one table, `tags` and `categories` for one feed, `objects` for one file
    of JSON, `records` for one web archive. `header` counts the characters of a mail's header that says what a part
    is, `line` those of a web archive's, `lines` the headers of one record; `streams` are those of an Outlook message.
    """

    article_bytes: int = 50_000_000
    page_bytes: int = 10_000_000
    container_bytes: int = 200_000_000
    unpacked_bytes: int = 200_000_000
    ratio: int = 100
    ratio_bytes: int = 1_000_000
    members: int = 20_000
    parts: int = 2_000
    attachments: int = 200
    nesting: int = 500
    depth: int = 3
    articles: int = 20_000
    columns: int = 1_000
    seconds: float = 20.0
    file_seconds: float = 600.0
    memory_bytes: int = 1_500_000_000
    elements: int = 200_000
    attributes: int = 1_000
    searched_runs: int = 10_000
    searched_elements: int = 20_000
    searched_characters: int = 1_000_000
    xml_nesting: int = 256
    markdown_bytes: int = 2_000_000
    marks: int = 5_000
    rows: int = 1_048_576
    cells: int = 10_000_000
    tags: int = 200_000
    categories: int = 20_000
    objects: int = 1_000_000
    records: int = 200_000
    header: int = 4_000
    line: int = 32_768
    lines: int = 100_000
    streams: int = 10_000


LIMITS = Limits()
"""The limits of the program."""


def megabytes(size: int) -> str:
    """A size as a sentence names it: never “0 MB”."""
    return f"{size / 1_000_000:.1f} MB" if size < 10_000_000 else f"{round(size / 1_000_000):,} MB"
