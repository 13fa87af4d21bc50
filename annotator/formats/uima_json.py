"""UIMA CAS JSON 0.4: a folder with a .json an article, which has its types in itself."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from annotator.core.exchange import ExchangedArticle
from annotator.core.records import Unread
from annotator.formats.base import WriteOptions
from annotator.formats.exchange import Exchange, head_of
from annotator.formats.folder_files import content_of
from annotator.formats.numbered_files import file_stem, read_each
from annotator.formats.uima_reading import articles_of
from annotator.formats.uima_structures import from_json
from annotator.formats.uima_writing import HOLDS, LOSSES, Types, cas_of

_SIGNS = (b'"%TYPES"', b'"%FEATURE_STRUCTURES"')


class UimaJson(Exchange):
    """A file an article."""

    id = "uima-json"
    title = "UIMA CAS (JSON)"
    extensions = (".json",)
    losses = LOSSES
    holds = HOLDS
    is_folder = True
    lasting_keys = True

    def write_articles(self, articles: Iterable[ExchangedArticle], path: Path, options: WriteOptions) -> None:
        """Write a file an article."""
        types = Types(options.label_set)
        for number, article in enumerate(articles, 1):
            cas = cas_of(article, types.of(article))
            cas.to_json(path / f"{file_stem(number, article)}.json", pretty_print=False)

    def read_articles(self, path: Path) -> Iterator[ExchangedArticle | Unread]:
        """Read a folder, or one file."""
        return read_each(path, ".json", _read)

    def recognises_annotations(self, path: Path) -> bool:
        """Its files name the parts of a CAS."""
        first = next(iter(path.rglob("*.json")), None) if path.is_dir() else path
        return first is not None and any(sign in head_of(first) for sign in _SIGNS)


def _read(file: Path) -> Iterator[ExchangedArticle | Unread]:
    return articles_of(from_json(content_of(file), f"“{file.name}”"), file)
