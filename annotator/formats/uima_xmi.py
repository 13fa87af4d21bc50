"""UIMA CAS XMI: a folder with a TypeSystem.xml and an .xmi an article, as INCEpTION and other tools of UIMA read it."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from annotator.core.exchange import ExchangedArticle
from annotator.core.losses import Fitted
from annotator.core.records import Unread
from annotator.formats.base import WriteOptions
from annotator.formats.exchange import Exchange, head_of
from annotator.formats.folder_files import content_of
from annotator.formats.numbered_files import file_stem, read_each
from annotator.formats.uima_reading import articles_of
from annotator.formats.uima_structures import from_xmi, referring_features
from annotator.formats.uima_writing import HOLDS, LOSSES, Types, cas_of
from annotator.formats.xml_words import fit_for_xml

_TYPES = "TypeSystem.xml"
_SIGN = b"http://www.omg.org/XMI"


class UimaXmi(Exchange):
    """A file an article, whose types stand in one beside them."""

    id = "uima-xmi"
    title = "UIMA CAS (XMI)"
    extensions = (".xmi",)
    losses = LOSSES
    holds = HOLDS
    is_folder = True
    lasting_keys = True

    def fit(self, article: ExchangedArticle, options: WriteOptions) -> Fitted:
        """Control characters, which XML cannot hold, become spaces."""
        return fit_for_xml(super().fit(article, options))

    def write_articles(self, articles: Iterable[ExchangedArticle], path: Path, options: WriteOptions) -> None:
        """Write a file an article, and the types when all attributes are known."""
        types = Types(options.label_set)
        for number, article in enumerate(articles, 1):
            cas_of(article, types.of(article)).to_xmi(path / f"{file_stem(number, article)}.xmi")
        (path / _TYPES).write_text(types.whole().to_xml() + "\n", encoding="utf-8", newline="\n")

    def read_articles(self, path: Path) -> Iterator[ExchangedArticle | Unread]:
        """Read a folder, or one file."""
        return read_each(path, ".xmi", _read)

    def recognises_annotations(self, path: Path) -> bool:
        """Its files begin as XMI does."""
        first = next(iter(path.rglob("*.xmi")), None) if path.is_dir() else path
        return first is not None and _SIGN in head_of(first)


def _read(file: Path) -> Iterator[ExchangedArticle | Unread]:
    types = file.with_name(_TYPES)
    referring = referring_features(content_of(types), f"“{_TYPES}”") if types.is_file() else frozenset[str]()
    yield from articles_of(from_xmi(content_of(file), f"“{file.name}”", referring), file)
