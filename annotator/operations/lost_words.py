"""The words that losses are about: what a person sees where the list of losses has keys."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import Connection

from annotator.core.losses import Loss
from annotator.core.records import AnnotationRecord
from annotator.operations.protection import mask_in
from annotator.store import queries
from annotator.store.workspace import Workspace

_LONGEST = 120


def words_of(workspace: Workspace, losses: Iterable[Loss]) -> dict[str, str]:
    """The words of each annotation that is named, and the titles of articles, by key; protected names are hidden.

    What is not in the project, or hidden from whoever looks, is left out. For a few hundred losses.
    """
    named = list(losses)
    with workspace.reading() as connection:
        mask = mask_in(workspace, connection).everywhere()
        annotations = queries.annotations(connection, _keys(loss.annotation for loss in named))
        texts = _texts(connection, {one.document_id for one in annotations})
        found = {str(one.id): mask.text(_words(texts[one.document_id], one)) for one in annotations}
        titles = queries.document_summaries(connection, _keys(loss.article for loss in named))
    return found | {str(one.id): mask.text(one.title) for one in titles}


def _keys(words: Iterable[str]) -> list[UUID]:
    found = dict.fromkeys(key for one in words if (key := _key(one)))
    return list(found)


def _key(words: str) -> UUID | None:
    try:
        return UUID(words)
    except ValueError:
        return None


def _texts(connection: Connection, ids: Iterable[UUID]) -> dict[UUID, str]:
    return {one.id: one.text for one in queries.cut_texts(connection, list(ids))}


def _words(text: str, one: AnnotationRecord) -> str:
    words = " … ".join(text[start:end] for start, end in one.segments)
    return words if len(words) <= _LONGEST else words[:_LONGEST] + "…"
