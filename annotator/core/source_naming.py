"""Whom a text's words for a source name, among the sources that a project knows."""

from collections.abc import Collection, Iterable
from uuid import UUID

from annotator.core.records import SourceRecord
from annotator.core.search_terms import terms
from annotator.core.sources import SourceKind


def named_source(words: str, sources: Iterable[SourceRecord], here: Collection[UUID]) -> SourceRecord | None:
    """The one source that these words name; None where it is none, or may be several.

    They are its name or an alias, whatever the case and the accents; or the last part of the name of a person who is
    a source in this article already (`here`): “Ushakov” after “Yuri Ushakov”.
    """
    wanted = tuple(terms(words))
    if not wanted:
        return None
    known = [(source, [tuple(terms(name)) for name in (source.name, *source.aliases)]) for source in sources]
    exactly = [source for source, names in known if wanted in names]
    if exactly:
        return exactly[0] if len(exactly) == 1 else None
    ending = [
        source
        for source, names in known
        if source.id in here and source.kind == SourceKind.PERSON and _ends_one(names, wanted)
    ]
    return ending[0] if len(ending) == 1 else None


def _ends_one(names: Iterable[tuple[str, ...]], wanted: tuple[str, ...]) -> bool:
    return any(name[-len(wanted) :] == wanted for name in names)
