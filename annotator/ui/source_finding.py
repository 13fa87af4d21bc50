"""Whom a source field offers: found as one types, or proposed by the article before anything is typed."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from annotator.core.masking import Mask
from annotator.core.records import AnnotationRecord, DocumentRecord, RelationRecord, SourceRecord
from annotator.core.search_terms import terms
from annotator.core.source_naming import named_source
from annotator.core.sources import SourceKind
from annotator.operations import sources
from annotator.operations.describing import Ties
from annotator.store.workspace import Workspace
from annotator.ui.inspector.fields.source_choices import SourceChoice

_MOST_FOUND = 20
_MOST_PROPOSED = 8


class ProjectSources:
    """The sources of a project as fields offer them. `mask` hides who is protected; it is made anew by `forget`.

    `about` says which article is open, which annotations the field is about, and what is linked in the article.
    """

    def __init__(
        self,
        workspace: Workspace,
        about: Callable[[], tuple[DocumentRecord | None, Sequence[AnnotationRecord], Ties]],
    ) -> None:
        self._workspace, self._about = workspace, about
        self._mask: Mask | None = None

    def forget(self) -> None:
        """Sources have changed."""
        self._mask = None

    @property
    def mask(self) -> Mask:
        """What hides the names of protected sources."""
        if self._mask is None:
            self._mask = sources.mask_of(self._workspace)
        return self._mask

    def found(self, typed: str) -> Sequence[SourceChoice]:
        """The sources that what was typed may mean, the likeliest first."""
        return [
            self._choice(one.source, one.matched if one.is_alias else "")
            for one in sources.find_sources(self._workspace, typed, _MOST_FOUND)
        ]

    def name_of(self, source: SourceRecord) -> str:
        """A source's name as it may be shown."""
        return self.mask.name(source)

    def proposed(self, kind: str) -> Sequence[SourceChoice]:
        """Whom the article names beside the annotation; then its other sources, the one named last first."""
        document, records, ties = self._about()
        if document is None or not records:
            return []
        first = records[0]
        from annotator.core.source_words import is_a_name, source_words  # many lists of words, which no start waits for

        words = source_words(document.text, first.segments, document.language)
        named = is_a_name(words, document.text, document.language) if words else False
        here = _latest_first(ties, first)
        told = self._told(words, here) if words else None
        later = [self._choice(source) for source in here]
        last = reversed(sources.all_sources(self._workspace)[-_MOST_PROPOSED:])
        others = [replace(self._choice(source), likely=False) for source in last]
        beside = [told] if told else []
        return _different([*beside, *later, *others] if named else [*later, *beside, *others])[:_MOST_PROPOSED]

    def _told(self, words: str, here: Sequence[SourceRecord]) -> SourceChoice:
        """The source that the article's words name: one that is known, or one that is to be made."""
        everybody = sources.all_sources(self._workspace)
        known = named_source(words, everybody, {source.id for source in here}) or _part_of_name(words, here)
        if known:
            return self._choice(known)
        return SourceChoice(None, words, _tr("in the article"))

    def _choice(self, source: SourceRecord, alias: str = "") -> SourceChoice:
        hints = [_kinds().get(source.kind, "")]
        if alias and not source.protected:
            hints.append(_tr("also “{name}”").format(name=alias))
        return SourceChoice(source.id, self.name_of(source), " · ".join(hint for hint in hints if hint))


def _latest_first(ties: Ties, record: AnnotationRecord) -> list[SourceRecord]:
    """The sources that the article's other annotations name, the one named last first."""
    known = {source.id: source for source in ties.sources}
    links: Iterable[RelationRecord] = (one for one in reversed(ties.relations) if one.from_id != record.id)
    ids: dict[UUID, None] = dict.fromkeys(one.source_id for one in links if one.source_id)
    return [known[one] for one in ids if one in known]


def _part_of_name(words: str, here: Sequence[SourceRecord]) -> SourceRecord | None:
    """The one source of the article whose name has all of these words, as in “Rina” after “Mayor Rina Hartono”."""
    wanted = set(terms(words))
    fitting = [one for one in here if any(wanted <= set(terms(name)) for name in (one.name, *one.aliases))]
    return fitting[0] if len(fitting) == 1 and wanted else None


def _different(choices: Iterable[SourceChoice]) -> list[SourceChoice]:
    first: dict[UUID | str, SourceChoice] = {}
    for choice in choices:
        first.setdefault(choice.source_id or choice.name, choice)
    return [*first.values()]


def _kinds() -> dict[str, str]:
    return {
        SourceKind.PERSON: _tr("person"),
        SourceKind.ORGANISATION: _tr("organisation"),
        SourceKind.DOCUMENT: _tr("document"),
        SourceKind.GROUP: _tr("group"),
    }


def _tr(words: str) -> str:
    return QCoreApplication.translate("Sources", words)
