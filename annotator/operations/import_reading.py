"""A file, a folder or a ZIP of annotations: which format it is, and its articles as they come."""

import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from annotator import formats
from annotator.core.exchange import ExchangedArticle
from annotator.core.foreign_places import normalised
from annotator.core.records import Unread
from annotator.errors import AnnotatorError, NotFound, UnreadableInput, Unrecognised
from annotator.formats.exchange import AnnotationReader, Exchange
from annotator.formats.foreign_text import shortened
from annotator.formats.limits import LIMITS
from annotator.formats.zip_safely import Archive, open_archive
from annotator.reading.files import reason_of

_ARCHIVE = ".zip"
_PERSONS = ("annotation", "curation")
"""The folders of a project of INCEpTION that hold a folder for each document, with a file or a ZIP for each person."""
_NOBODYS, _TYPES = "INITIAL_CAS", "TypeSystem.xml"
_BROKEN = "“{name}” could not be understood as {title}; it is damaged, or of another kind ({error})."


@dataclass(frozen=True, slots=True)
class Given:
    """Annotations that are to be read: by which reader, and from where; `name` is what a person calls it."""

    reader: AnnotationReader
    path: Path
    name: str

    @property
    def losses(self) -> tuple[str, ...]:
        """What no file of this format holds, in plain sentences."""
        return self.reader.losses if isinstance(self.reader, Exchange) else ()

    @property
    def lasting_keys(self) -> bool:
        """Whether an annotation is called the same when it comes from that tool again."""
        return bool(getattr(self.reader, "lasting_keys", False))

    def articles(self) -> Iterator[ExchangedArticle | Unread]:
        """The articles, each with a text as articles have it here. Raises UnreadableInput."""
        try:
            for found in self.reader.read_articles(self.path):
                yield found if isinstance(found, Unread) else normalised(found)
        except AnnotatorError:
            raise
        except OSError as error:
            raise UnreadableInput(reason_of(error)) from error
        except Exception as error:  # a reader's own, or a library's, about bytes that somebody else wrote
            words = _BROKEN.format(name=self.name, title=self.reader.title, error=type(error).__name__)
            raise UnreadableInput(words) from error


@contextmanager
def opened(path: Path, format_id: str | None = None) -> Iterator[Given]:
    """What lies at a path, ready to be read; a ZIP of a file or a folder is unpacked while it is.

    Raises UnreadableInput where no format knows it, NotFound for a format that there is not.
    """
    if not path.exists():
        raise UnreadableInput(f"There is no file or folder “{path}”.")
    if not (path.is_file() or path.is_dir()):  # its beginning could be read once only, and might be waited for
        raise UnreadableInput(f"“{path}” is neither a file nor a folder; what comes through a pipe is imported as “-”.")
    reader = reader_called(format_id) if format_id else None
    is_zip = path.is_file() and zipfile.is_zipfile(path)
    if found := _reader_as_it_lies(path, reader, is_zip=is_zip):
        yield Given(found, path, path.name)
        return
    if is_zip:
        with tempfile.TemporaryDirectory(prefix="annotator-") as folder:
            inside = _unpacked(path, Path(folder))
            if found := reader or recognised(inside):
                yield Given(found, inside, path.name)
                return
    raise Unrecognised(_unknown(path))


def _reader_as_it_lies(path: Path, reader: AnnotationReader | None, *, is_zip: bool) -> AnnotationReader | None:
    """Who reads a file or a folder as it is; None for a ZIP of others. Some formats are ZIPs themselves."""
    if is_zip and (path.suffix.lower() == _ARCHIVE or (reader and not reader.recognises_annotations(path))):
        return None
    return reader or recognised(path)


def recognised(path: Path) -> AnnotationReader | None:
    """The format of a file or a folder by what is in it; None for one that holds no annotations known here."""
    return next((one for one in formats.annotation_readers() if one.recognises_annotations(path)), None)


def reader_called(format_id: str) -> AnnotationReader:
    """The reader with this id. Raises NotFound, naming those there are."""
    for one in formats.annotation_readers():
        if one.id == format_id:
            return one
    raise NotFound(f"There is no format “{format_id}” to import; there are {_ids()}.")


def _ids() -> str:
    return ", ".join(one.id for one in formats.annotation_readers() if getattr(one, "holds_articles", True))


def _unknown(path: Path) -> str:
    kind = "folder" if path.is_dir() else "file"
    return (
        f"“{path.name}” is no {kind} of annotations that is known here; if it is one all the same, name its format: "
        f"{_ids()}."
    )


def _unpacked(path: Path, folder: Path) -> Path:
    """The one file or the folder in a ZIP. Raises UnreadableInput for one that could do harm."""
    if path.stat().st_size > LIMITS.container_bytes:
        raise UnreadableInput(f"“{path.name}” is too large for a ZIP; unpack it and import what is in it.")
    what = f"“{path.name}”"
    archive = open_archive(path.read_bytes(), LIMITS, most_members=LIMITS.members, what=what)
    names = [name for name in archive.names() if not name.startswith("__MACOSX/")]
    if not names:
        raise UnreadableInput(f"{what} is empty; there is nothing to import in it.")
    inner = [name for name in names if _is_persons(PurePosixPath(name))]
    for name in names:
        if name not in inner:
            _write(folder.joinpath(*name.split("/")), archive.read(name))
    _unpack_persons(archive, inner, folder, len(names))
    return _only_entry(folder)


def _unpack_persons(archive: Archive, names: list[str], folder: Path, members: int) -> None:
    """What each person's ZIP holds beside it, under the person's name; together under the limits of one ZIP."""
    left = LIMITS.unpacked_bytes - sum(map(archive.size, archive.names()))
    for name in names:
        path = folder.joinpath(*name.split("/"))
        if path.stem == _NOBODYS:  # the text before anybody has read it
            continue
        limits = replace(LIMITS, unpacked_bytes=left)
        inside = open_archive(archive.read(name), limits, most_members=LIMITS.members - members, what=f"“{path.name}”")
        members += len(inside.names())
        for inner in inside.names():
            left -= inside.size(inner)
            own = Path(inner).name
            theirs = path.with_suffix(Path(own).suffix)
            keeps_name = own == _TYPES or theirs.exists()
            _write(path.with_name(own) if keeps_name else theirs, inside.read(inner))


def _is_persons(name: PurePosixPath) -> bool:
    return name.suffix.lower() == _ARCHIVE and name.parent.parent.name in _PERSONS


def _write(path: Path, content: bytes) -> None:
    """Raises UnreadableInput where a stranger's name cannot be that of a file here, or there is no room."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except (OSError, ValueError) as error:
        why = (error.strerror if isinstance(error, OSError) else "") or "its name is none"
        words = f"“{shortened(path.name)}” cannot be unpacked here ({why}); unpack the ZIP and import what is in it."
        raise UnreadableInput(words) from error


def _only_entry(folder: Path) -> Path:
    """What lies in a folder by itself, however deep; the folder where there is more than one thing."""
    while folder.is_dir() and len(inside := list(folder.iterdir())) == 1:
        folder = inside[0]
    return folder


def spooled(stream: BinaryIO, folder: Path) -> Path:
    """What comes from a pipe as a file of no name in a folder, so that it can be read more than once."""
    path = folder / "input"
    with path.open("wb") as target:
        shutil.copyfileobj(stream, target)
    return path
