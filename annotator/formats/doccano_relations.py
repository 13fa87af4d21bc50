"""doccano's JSON Lines with relations: an article a line, its labels as entities; doccano_lines.py has the rest."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import orjson

from annotator.core.exchange import ExchangedArticle
from annotator.core.losses import Holds, Reach
from annotator.core.records import Unread
from annotator.formats.base import WriteOptions
from annotator.formats.doccano_lines import UNITS, articles_in, entities, first_line, is_entities
from annotator.formats.exchange import Exchange
from annotator.formats.foreign_details import DETAILS, all_details_of


class DoccanoRelations(Exchange):
    """One article a line, with the links in it. The ids count within the line, and last no longer than it."""

    id = "doccano-relations"
    title = "doccano with relations (JSON Lines)"
    extensions = (".jsonl",)
    losses = (
        "Sentences, and what was read and holds nothing, are not in it.",
        "When an annotation was made, and who made a link, is not in it.",
        UNITS,
    )
    holds = Holds(details=frozenset(DETAILS), links=Reach.ARTICLE)

    def write_articles(self, articles: Iterable[ExchangedArticle], path: Path, options: WriteOptions) -> None:
        """Write a line an article."""
        with path.open("wb") as stream:
            for article in articles:
                found, relations = entities(article)
                line = {"id": article.key, "text": article.text, "entities": found, "relations": relations}
                stream.write(orjson.dumps(line | all_details_of(article), option=orjson.OPT_APPEND_NEWLINE))

    def read_articles(self, path: Path) -> Iterator[ExchangedArticle | Unread]:
        """Read line by line; what cannot be taken is told by its line's number."""
        return articles_in(path)

    def recognises_annotations(self, path: Path) -> bool:
        """Its first line has a text, entities with offsets and a list of relations."""
        said = first_line(path)
        return isinstance(said.get("text"), str) and is_entities(said.get("entities")) and "relations" in said
