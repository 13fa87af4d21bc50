"""A folder of files of words in columns, one for each label, so that none is lost that lies over another.

Each file has every word of every article, and the tags of its label. They are read side by side, and what they say of
an article is put together again.
"""

import shutil
from collections import defaultdict
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TextIO

from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle, place_of
from annotator.core.records import Unread
from annotator.errors import UnreadableInput
from annotator.formats.folder_files import is_inside
from annotator.formats.folder_index import FreeNames

ENDINGS = frozenset({".conll", ".iob", ".iob2", ".bilou"})
_WORDS = "words"
"""The name of the file without a label; where there are others, it is there only while they are written."""

Lines = Callable[[ExchangedArticle], Iterable[str]]
Reading = Iterator[ExchangedArticle | Unread]


def write_layers(articles: Iterable[ExchangedArticle], folder: Path, ending: str, lines: Lines) -> None:
    """Write a file a label as the articles come, or one of words alone where nothing is labelled."""
    words = folder / f"{_WORDS}{ending}"
    names = FreeNames(taken={_WORDS})
    layers: dict[str, TextIO] = {}
    with ExitStack() as opened:
        bare = opened.enter_context(_opened(words))
        for article in articles:
            said: defaultdict[str, list[ExchangedAnnotation]] = defaultdict(list)
            for one in article.annotations:
                said[one.label].append(one)
            for label in sorted(said.keys() - layers.keys()):
                bare.flush()
                path = folder / f"{names.take(label, 'label')}{ending}"
                shutil.copyfile(words, path)  # the articles before, in which it is not
                layers[label] = opened.enter_context(_opened(path))
            plain = list(lines(replace(article, annotations=())))
            bare.writelines(plain)
            for label, stream in layers.items():
                here = said.get(label)
                stream.writelines(lines(replace(article, annotations=tuple(here))) if here else plain)
    if layers:
        words.unlink()


def read_layers(folder: Path, read: Callable[[Path], Reading]) -> Reading:
    """The articles of a folder, each with what every file says of it. What does not go with the others is told.

    Raises UnreadableInput where there is no such file, and where files begin with different articles.
    """
    layers = {file.name: _told(file, read) for file in layers_in(folder)}
    if not layers:
        raise UnreadableInput(f"There are no files of words with tags ({', '.join(sorted(ENDINGS))}) in “{folder}”.")
    number = 0
    while layers:
        number += 1
        found: dict[str, ExchangedArticle] = {}
        ended = []
        for name, layer in layers.items():
            article = yield from _next_article(layer)
            if article is None:
                ended.append(name)
            else:
                found[name] = article
        for name in ended:
            del layers[name]
            if found:
                yield Unread(name, f"It ends before article {number}, which “{next(iter(found))}” has.")
        if found:
            yield from _put_together(found, number, layers)


def layers_in(folder: Path) -> list[Path]:
    """The files of a folder that may be layers, by their names."""
    files = (file for file in folder.iterdir() if file.suffix.lower() in ENDINGS)
    return sorted(file for file in files if file.is_file() and is_inside(file, folder))


def _put_together(found: dict[str, ExchangedArticle], number: int, layers: dict[str, Reading]) -> Reading:
    """The `number`th article of the files; one whose article is another is told, and not read on."""
    (first, article), *others = found.items()
    same = [article]
    for name, other in others:
        if (other.text, other.sentences) == (article.text, article.sentences):
            same.append(other)
        elif number == 1:
            raise UnreadableInput(f"“{first}” and “{name}” have different words; import each file by itself.")
        else:
            del layers[name]
            yield Unread(name, f"From article {number} on it has other words than “{first}”; these were left out.")
    annotations = sorted((one for each in same for one in each.annotations), key=lambda one: (place_of(one), one.label))
    numbered = (replace(one, key=str(key)) for key, one in enumerate(annotations, 1))
    yield replace(article, annotations=tuple(numbered))


def _next_article(layer: Reading) -> Generator[Unread, None, ExchangedArticle | None]:
    for one in layer:
        if isinstance(one, ExchangedArticle):
            return one
        yield one
    return None


def _told(file: Path, read: Callable[[Path], Reading]) -> Reading:
    try:
        for one in read(file):
            yield Unread(f"{file.name}, {one.name}", one.reason) if isinstance(one, Unread) else one
    except UnreadableInput as error:
        yield Unread(file.name, str(error))


def _opened(path: Path) -> TextIO:
    return path.open("a", encoding="utf-8", newline="\n")
