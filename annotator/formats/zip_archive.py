"""ZIP archives: every file in them that can be read, by whatever reads such a file, nothing unpacked to the disk."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from annotator.core.records import ArticleRecord, Unread
from annotator.errors import UnreadableInput
from annotator.formats.base import Read, ReadOptions
from annotator.formats.limits import Limits, megabytes
from annotator.formats.members import at_most, read_member
from annotator.formats.wire_text import one_line
from annotator.formats.zip_safely import Archive, member_names, open_archive

# What systems put into archives for themselves.
_JUNK_FOLDERS = {"__MACOSX", ".git", ".svn", ".Trashes", ".Spotlight-V100", "$RECYCLE.BIN"}
_JUNK = {".ds_store", "thumbs.db", "desktop.ini", "ehthumbs.db"}
# By these an office document or a book is known, which is a ZIP too; its own reader has it.
_OFFICE = {"[Content_Types].xml", "META-INF/container.xml", "META-INF/manifest.xml"}


@dataclass(frozen=True, slots=True)
class ZipArchive:
    """As many articles as its files hold; read only."""

    id: str = "zip"
    title: str = "ZIP archive"
    extensions: tuple[str, ...] = (".zip",)
    losses: tuple[str, ...] = ()

    def recognises(self, content: bytes) -> bool:
        """True for a ZIP that is no office document and no book."""
        if not content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
            return False
        return b"mimetype" not in content[30:38] and not _OFFICE.intersection(member_names(content))

    def read(self, content: bytes, name: str, options: ReadOptions) -> Read:
        """The articles of every file in it, one by one. Raises UnreadableInput for an archive that is not safe."""
        called, limits = f"“{name}”" if name else "This archive", options.limits
        if len(content) > limits.container_bytes:
            raise UnreadableInput(
                f"{called} has {megabytes(len(content))}; the limit for an archive is "
                f"{megabytes(limits.container_bytes)}, so split it first."
            )
        archive = open_archive(content, limits, most_members=limits.members, what=called)
        members = [member for member in archive.names() if not _is_junk(member)]
        if not members:
            raise UnreadableInput(f"{called} is an archive without files; there is nothing in it to load.")
        return at_most(_articles(archive, members, name, options), limits)


def _articles(
    archive: Archive, members: list[str], name: str, options: ReadOptions
) -> Iterator[ArticleRecord | Unread]:
    for member in members:
        shown = shown_path(member)
        refusal = _refusal(archive.size(member), options.limits)
        if refusal:
            yield Unread(shown, refusal)
            continue
        try:
            content = archive.read(member)
        except UnreadableInput as error:
            yield Unread(shown, str(error))
            continue
        yield from read_member(content, shown, name, options)


def _refusal(size: int, limits: Limits) -> str:
    """Asked before a file is unpacked: none that its reader would refuse for its size alone."""
    if size <= limits.container_bytes:
        return ""
    return f"It has {megabytes(size)}; the limit is {megabytes(limits.container_bytes)}, so split it first."


def _is_junk(member: str) -> bool:
    *folders, last = member.replace("\\", "/").split("/")
    return last.lower() in _JUNK or last.startswith("._") or not _JUNK_FOLDERS.isdisjoint(folders)


def shown_path(member: str) -> str:
    """A file's place in its archive, fit for a list: folders kept, controls and dots that lead nowhere not."""
    parts = [one_line(part) for part in PurePosixPath(_spelled(member).replace("\\", "/")).parts]
    return "/".join(part for part in parts if part not in ("", ".", "..", "/")) or "file"


def _spelled(member: str) -> str:
    """The name in UTF-8 where the archive has it so and does not say it, as many programs pack."""
    try:
        return member.encode("cp437").decode()
    except UnicodeError:
        return member
