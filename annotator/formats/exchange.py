"""What a format of another tool offers: articles out and in, each as that tool tells them, to a file or a folder.

One class a format, in a file of its own, listed in known.py. Whatever such a format writes, it reads: an export is read
back by it, and every stretch of text compared, before the file gets its name.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Protocol, runtime_checkable

from annotator.core.exchange import ExchangedArticle
from annotator.core.losses import Fitted, Holds, fit
from annotator.core.records import Unread
from annotator.formats.base import WriteOptions

HEAD = 65_536
"""How many bytes of a file's beginning are looked at to recognise it."""
LOSSES = ".losses.json"
"""What the name of an export has behind it where the list of what it could not hold lies."""
PARTS = ".splits.json"
"""The same where it says in which part (train, dev, test) each article is."""


@runtime_checkable
class AnnotationReader(Protocol):
    """A kind of file or folder that annotations come from."""

    @property
    def id(self) -> str: ...

    @property
    def title(self) -> str: ...

    def recognises_annotations(self, path: Path) -> bool:
        """True when a file or a folder is surely of this kind, whatever it is called; quickly, from its beginning."""
        ...

    def read_articles(self, path: Path) -> Iterator[ExchangedArticle | Unread]:
        """The articles of a file or a folder, one after the other, and an Unread for each that cannot be read.

        Raises UnreadableInput for what is no file of this kind at all.
        """
        ...


class Exchange(ABC):
    """A format that articles go to and come from. A class has id, title, extensions, losses and holds besides.

    `extensions`: with their dot; of a folder, those of the files in it. `losses`: what no file of it holds, each as a
    plain sentence; what it cannot hold of a certain annotation, `fit` says.
    """

    id: str
    title: str
    extensions: tuple[str, ...]
    losses: tuple[str, ...]
    holds: Holds
    is_folder = False
    keeps_order = True
    """Whether articles are read in the order in which they were written."""
    also_heeds: frozenset[str] = frozenset()
    """What a person may choose of it that others have not: names of fields of WriteOptions."""
    lasting_keys = False
    """Whether an annotation keeps its key in the other tool, so that it is recognised when it comes again."""

    def fit(self, article: ExchangedArticle, options: WriteOptions) -> Fitted:
        """The article as this format holds it whole, and each thing that it cannot hold."""
        return fit(article, self.holds, self.title, options.flat)

    def heeds(self, options: WriteOptions) -> frozenset[str]:
        """As HeedsChoices says: what follows from what the format holds, and `also_heeds`."""
        held = {"flat": not self.holds.overlaps, "splits": "split" in self.holds.details}
        return self.also_heeds | {"unit", "with_furniture"} | {name for name, is_held in held.items() if is_held}

    def makes_folder(self, options: WriteOptions) -> bool:
        """Whether it writes a folder; most formats always do, or never."""
        return self.is_folder

    def companions(self, options: WriteOptions) -> Mapping[str, bytes]:
        """What lies beside the file: the ending of its name ("-config.xml") -> its bytes. A folder has it within."""
        return {}

    @abstractmethod
    def write_articles(self, articles: Iterable[ExchangedArticle], path: Path, options: WriteOptions) -> None:
        """Write articles that `fit` has given, as they come, never all in memory: to a file, or into an empty folder.

        The same articles give the same bytes.
        """

    @abstractmethod
    def read_articles(self, path: Path) -> Iterator[ExchangedArticle | Unread]:
        """As AnnotationReader says."""

    @abstractmethod
    def recognises_annotations(self, path: Path) -> bool:
        """As AnnotationReader says."""


def head_of(path: Path) -> bytes:
    """The beginning of a file; b"" of a folder or a pipe, or of what cannot be read."""
    try:
        if not path.is_file():  # a pipe would be waited for
            return b""
        with path.open("rb") as stream:
            return stream.read(HEAD)
    except OSError:
        return b""
