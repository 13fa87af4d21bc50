"""REFI-QDA projects (.qdpx): what tools for qualitative analysis give each other, with texts, codes and memos.

Places count code points from 0, end excluded, as QualCoder and others read them; lines of the texts end in a line feed.
"""

import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC
from pathlib import Path

from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle
from annotator.core.losses import Fitted, Holds, Reach, Values
from annotator.core.records import Unread
from annotator.errors import UnreadableInput
from annotator.formats.base import WriteOptions
from annotator.formats.exchange import Exchange, head_of
from annotator.formats.limits import LIMITS, megabytes
from annotator.formats.refi_names import ORIGIN
from annotator.formats.refi_parts import Project
from annotator.formats.refi_reading import ProjectReader
from annotator.formats.refi_writing import PROJECT_FILE, VARIABLES, write_project
from annotator.formats.xml_words import fit_for_xml
from annotator.formats.zip_safely import Archive, open_archive


class RefiQda(Exchange):
    """One file: a ZIP with the project and the texts."""

    id = "refi-qda"
    title = "REFI-QDA project"
    extensions = (".qdpx",)
    losses = (
        "Sentences, and what was read and holds nothing, are not in it.",
        "Times are in whole seconds, and who made a link is not told.",
        "Values of attributes are codes beside the label’s, or memos where they are long.",
    )
    holds = Holds(
        details=frozenset({"title", *VARIABLES}),
        attributes=Values.WORDS,
        notes=True,
        annotators=True,
        times=True,
        links=Reach.ARTICLE,
    )
    lasting_keys = True

    def fit(self, article: ExchangedArticle, options: WriteOptions) -> Fitted:
        """As every format; control characters become spaces, but for those in the text, which is in no XML."""
        fitted = super().fit(article, options)
        told = tuple(_in_seconds(one) for one in fitted.article.annotations)
        return fit_for_xml(replace(fitted, article=replace(fitted.article, annotations=told)), with_text=False)

    def write_articles(self, articles: Iterable[ExchangedArticle], path: Path, options: WriteOptions) -> None:
        """Write the texts as they come, and the project after them."""
        write_project(articles, path, options.newsroom or ORIGIN, options.label_set)

    def read_articles(self, path: Path) -> Iterator[ExchangedArticle | Unread]:
        """Read a project of any tool."""
        what = f"“{path.name}”"
        try:
            if path.stat().st_size > LIMITS.container_bytes:
                most = megabytes(LIMITS.container_bytes)
                raise UnreadableInput(f"{what} is larger than {most}, which is the limit; split it first.")
            content = path.read_bytes()
        except OSError as error:
            raise UnreadableInput(f"{what} cannot be read: {error.strerror or error}.") from error
        archive = open_archive(content, LIMITS, most_members=LIMITS.members, what=what)
        return ProjectReader(_project(archive, what), archive).read()

    def recognises_annotations(self, path: Path) -> bool:
        """It is a ZIP with a project in it."""
        if not head_of(path).startswith(b"PK\x03\x04"):
            return False
        try:
            with zipfile.ZipFile(path) as archive:
                return any(name.lower() == PROJECT_FILE for name in archive.namelist())
        except (zipfile.BadZipFile, ValueError, OSError, RuntimeError):
            return False


def _project(archive: Archive, what: str) -> Project:
    name = next((name for name in archive.names() if name.lower() == PROJECT_FILE), "")
    if not name:
        raise UnreadableInput(f"{what} has no {PROJECT_FILE} in it, so it is no project of REFI-QDA.")
    return Project(archive.read(name), what)


def _in_seconds(one: ExchangedAnnotation) -> ExchangedAnnotation:
    moment = one.created_at
    return replace(one, created_at=moment.astimezone(UTC).replace(microsecond=0)) if moment else one
