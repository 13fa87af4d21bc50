"""spaCy's DocBin (.spacy): every article a Doc, its annotations in doc.spans["sc"], the rest in doc.user_data."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from annotator.core.exchange import ExchangedArticle
from annotator.core.losses import Holds
from annotator.core.records import Unread
from annotator.formats.base import WriteOptions
from annotator.formats.docbin_extras import DETAILS, STRETCHES
from annotator.formats.docbin_reading import is_docbin, read_docs
from annotator.formats.docbin_writing import write_docs
from annotator.formats.exchange import Exchange, head_of


class DocBin(Exchange):
    """spaCy's own file of training data, version 0.1. Words are cut where an annotation begins or ends."""

    id = "docbin"
    title = "spaCy DocBin"
    extensions = (".spacy",)
    losses = (
        'spaCy itself knows labels and places alone (doc.spans["sc"]); attributes, notes and links are in '
        'doc.user_data["annotator.article"], and doc.ents is empty.',
    )
    holds = Holds.everything({*DETAILS, *STRETCHES} - {"key"})
    lasting_keys = True

    def write_articles(self, articles: Iterable[ExchangedArticle], path: Path, options: WriteOptions) -> None:
        """Write them to one file; as its arrays begin with their lengths, they wait in files of no name."""
        with path.open("wb") as stream:
            write_docs(articles, stream)

    def read_articles(self, path: Path) -> Iterator[ExchangedArticle | Unread]:
        """As AnnotationReader says; the file is unpacked in memory."""
        return read_docs(path)

    def recognises_annotations(self, path: Path) -> bool:
        """Its beginning unpacks to a version and a list of attributes."""
        return is_docbin(head_of(path))
