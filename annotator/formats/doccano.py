"""doccano's JSON Lines: an article a line, its labels as [start, end, label]; doccano_lines.py has the rest."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import orjson

from annotator.core.exchange import ExchangedArticle
from annotator.core.losses import Holds
from annotator.core.records import Unread
from annotator.formats.base import WriteOptions
from annotator.formats.doccano_lines import (
    UNITS,
    articles_in,
    first_line,
    is_entities,
    is_triples,
    triples,
)
from annotator.formats.exchange import Exchange
from annotator.formats.foreign_details import DETAILS, all_details_of
from annotator.formats.foreign_text import main_text


class Doccano(Exchange):
    """One article a line, without links. Of several annotators the tool has a file each, which none is named in."""

    id = "doccano"
    title = "doccano (JSON Lines)"
    extensions = (".jsonl",)
    losses = (
        "Sentences, and what was read and holds nothing, are not in it.",
        "When an annotation was made is not in it.",
        UNITS,
    )
    holds = Holds(details=frozenset(DETAILS))

    def write_articles(self, articles: Iterable[ExchangedArticle], path: Path, options: WriteOptions) -> None:
        """Write a line an article."""
        with path.open("wb") as stream:
            for article in articles:
                line = {"id": article.key, "text": article.text, "label": triples(article)}
                stream.write(orjson.dumps(line | all_details_of(article), option=orjson.OPT_APPEND_NEWLINE))

    def read_articles(self, path: Path) -> Iterator[ExchangedArticle | Unread]:
        """Read line by line; what cannot be taken is told by its line's number."""
        return articles_in(path)

    def recognises_annotations(self, path: Path) -> bool:
        """Its first line has a text and triples, or the entries of its older versions."""
        said = first_line(path)
        listed = said.get("label", said.get("labels"))
        old = said.get("annotations")
        return main_text(said) is not None and (is_triples(listed) or (bool(old) and is_entities(old)))
