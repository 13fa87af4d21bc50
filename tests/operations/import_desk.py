"""Files of other tools for tests of importing, written by the formats themselves."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from annotator import formats
from annotator.core.exchange import ExchangedArticle
from annotator.formats.base import WriteOptions
from annotator.formats.exchange import Exchange
from tests.formats.exchanged import minister


def unsure_minister() -> ExchangedArticle:
    """The first article of all formats, with a value that the newsroom's label set has."""
    article = minister()
    annotations = [
        replace(one, attributes={"certainty": "unsure"}) if one.label == "claim" else one for one in article.annotations
    ]
    return replace(article, annotations=tuple(annotations))


def exchange(format_id: str) -> Exchange:
    """The format with this id."""
    return next(one for one in formats.exchanges() if one.id == format_id)


def written(folder: Path, articles: Sequence[ExchangedArticle], format_id: str = "w3c", name: str = "in") -> Path:
    """A file or a folder of this format with these articles."""
    kind, options = exchange(format_id), WriteOptions()
    is_folder = kind.makes_folder(options)
    path = folder / (name if is_folder else f"{name}{kind.extensions[0]}")
    if is_folder:
        path.mkdir(exist_ok=True)
    kind.write_articles((kind.fit(one, options).article for one in articles), path, options)
    return path
