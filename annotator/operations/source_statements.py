"""Everything one source has claimed, denied or been quoted with, with the sentences it stands in."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from annotator.core.source_statements import Statement
from annotator.core.spans import Span, trim
from annotator.store import queries, source_reads
from annotator.store.workspace import Workspace


def statements_of(workspace: Workspace, source_id: UUID) -> list[Statement]:
    """The annotations that name a source, in the newest versions of articles, the newest published first."""
    with workspace.reading() as connection:
        return source_reads.statements(connection, source_id)


def sentences_of(workspace: Workspace, statements: Sequence[Statement]) -> dict[UUID, tuple[str, tuple[Span, ...]]]:
    """Annotation -> the sentences it stands in, and where in them its segments are. Ask for a screenful at a time."""
    found: dict[UUID, tuple[str, tuple[Span, ...]]] = {}
    ids = list(dict.fromkeys(statement.document_id for statement in statements))
    with workspace.reading() as connection:
        for record in queries.documents(connection, ids):
            for statement in statements:
                if statement.document_id == record.id:
                    found[statement.annotation_id] = _sentence(record.text, record.sentences, statement.segments)
    return found


def _sentence(text: str, sentences: Iterable[Span], segments: tuple[Span, ...]) -> tuple[str, tuple[Span, ...]]:
    extent = Span(segments[0].start_char, segments[-1].end_char)
    touched = [sentence for sentence in sentences if sentence.overlaps(extent)] or [extent]
    start, end = trim(text, Span(touched[0].start_char, touched[-1].end_char))
    return text[start:end], tuple(Span(segment.start_char - start, segment.end_char - start) for segment in segments)
