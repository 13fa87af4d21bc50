"""Rich text: one article a file, with notes at the end; what was deleted, hidden or commented stays out."""

from dataclasses import dataclass

from annotator.core.records import ArticleRecord
from annotator.errors import UnreadableInput
from annotator.formats.base import Read, ReadOptions
from annotator.formats.limits import Limits
from annotator.formats.office_details import iso_date, made_on, real_authors, real_title
from annotator.formats.plain_text import title_of
from annotator.formats.refusals import refuse_larger, refuse_wordless
from annotator.formats.rtf_words import read_words

_MARK = b"{\\rtf"
_BEGINNING = 5_000


@dataclass(frozen=True, slots=True)
class Rtf:
    """One article a file; read only."""

    id: str = "rtf"
    title: str = "Rich text"
    extensions: tuple[str, ...] = (".rtf",)
    losses: tuple[str, ...] = ()

    def recognises(self, content: bytes) -> bool:
        """By its mark."""
        return content.startswith(_MARK)

    def read(self, content: bytes, name: str, options: ReadOptions) -> Read:
        """The article in a file. Raises UnreadableInput for what is damaged, hostile, empty or too large."""
        return [_article(content, name, options.limits)]


def _article(content: bytes, name: str, limits: Limits) -> ArticleRecord:
    what = f"“{name}”" if name else "This rich text"
    refuse_larger(content, limits, what)
    if not content.lstrip().startswith(_MARK):
        raise UnreadableInput(f"{what} is not rich text, whatever its name says; find out what it is and rename it.")
    words = read_words(content, limits, what)
    text = words.text
    refuse_wordless(text, what)
    authors = real_authors(words.details.get("author"))
    return ArticleRecord(
        title=real_title(words.details.get("title"), text[:_BEGINNING], name) or title_of(text, name),
        text=text,
        original=content,
        encoding="",
        file_name=name,
        byline=", ".join(authors),
        authors=authors,
        source_note=made_on(iso_date(words.details.get("created"))),
        format_id="rtf",
        notices=_notices(words.left_out),
    )


def _notices(left_out: frozenset[str]) -> tuple[str, ...]:
    told = {
        "deleted": "The file has tracked changes: what was inserted is in the text, what was deleted is not.",
        "annotation": "The file has comments; they are not in the text.",
        "v": "The file has hidden text, which is not in the article.",
    }
    return tuple(sentence for word, sentence in told.items() if word in left_out)
