"""What all articles of one import have in common: names, people, sources, ends of links that lie in other articles."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from annotator.core.identity import new_id
from annotator.core.import_map import ImportMap
from annotator.core.masking import BLOCK
from annotator.core.schema import LabelSet
from annotator.errors import UnusableName
from annotator.operations.annotators import tidy_name
from annotator.operations.import_links import End, FarLink
from annotator.operations.import_report import ImportReport
from annotator.operations.import_session import ImportSession
from annotator.operations.sources import clean_name
from annotator.store import import_reads
from annotator.store.tables import Annotator, Source


@dataclass(slots=True)
class Sharing:
    """`people`: foreign name -> who that is here, "" among them. `lasting_keys`, `submit` as in an import's request.

    `newcomers` are those of them who are not here yet, by the key that they are to have: of whom nothing comes is not
    added to the project.
    `hidden` are the articles of which the others' work is hidden from the one who imports. `to_submit` are readings,
    by article and annotator, that are handed in at the end.
    """

    label_set: LabelSet
    names: ImportMap
    people: dict[str, UUID]
    report: ImportReport
    format_id: str
    lasting_keys: bool = False
    submit: bool = False
    hidden: frozenset[UUID] = frozenset()
    newcomers: dict[UUID, str] = field(default_factory=dict)
    to_submit: dict[tuple[UUID, UUID], None] = field(default_factory=dict)
    far_links: list[FarLink] = field(default_factory=list)
    _far: dict[tuple[str, str], End | None] = field(default_factory=dict)
    _sources: dict[str, UUID] | None = None

    def meet(self, there: Mapping[UUID, str], foreign: Iterable[str], annotator_id: UUID, name: str = "") -> None:
        """Find out who each annotator of the file is among those who are `there`; the others are newcomers.

        `annotator_id` is who imports, and `name` what they are called, who may be a newcomer, too.
        """
        keys = {called: key for key, called in there.items()}
        if annotator_id not in there:
            self.newcomers[annotator_id] = tidy_name(name) if name else ""
            keys.setdefault(self.newcomers[annotator_id], annotator_id)
        self.people[""] = annotator_id
        for one in foreign:
            ours = self.names.annotators.get(one, "")
            called = tidy_name(ours) if ours else ""
            if called and called not in keys:
                keys[called] = new_id()
                self.newcomers[keys[called]] = called
            self.people[one] = keys[called] if called else annotator_id

    def expect(self, far: Iterable[tuple[str, str]]) -> None:
        """Remember from now on where these annotations are, as links of other articles lead to them."""
        self._far.update(dict.fromkeys(far))

    def note_end(self, article: str, key: str, end: End) -> None:
        """Remember where an annotation is, when it is one of those."""
        if (article, key) in self._far:
            self._far[article, key] = end

    def far_end(self, link: FarLink) -> End | None:
        """Where a link to another article leads."""
        return self._far.get(link.to)

    def who(self, foreign: str) -> UUID:
        """Who an annotator of the file is here."""
        return self.people.get(foreign) or self.people[""]

    def everybody(self, there: Mapping[UUID, str]) -> dict[UUID, str]:
        """Who is here and who may come, by key. A newcomer whose name is here by now is whoever has it."""
        keys = {name: key for key, name in there.items()}
        known = {key: keys[name] for key, name in self.newcomers.items() if name in keys}
        for foreign, key in self.people.items():
            self.people[foreign] = known.get(key, key)
        for key in known:
            del self.newcomers[key]
        return {**self.newcomers, **there}

    def admit(self, session: ImportSession, who: UUID) -> None:
        """Add somebody to the project of whom something comes, unless that has been done."""
        if who in self.newcomers:
            session.add(Annotator(id=who, name=self.newcomers.pop(who)))
            session.flush()

    def source_id(self, session: ImportSession, name: str) -> UUID:
        """The source of this name, added when it is new. Raises AnnotatorError for a name that is none."""
        if BLOCK in name:
            raise UnusableName("source whose name is hidden in the file")
        name = clean_name(name)
        if self._sources is None:
            self._sources = import_reads.source_names(session.connection())
        known = self._sources.get(name.casefold())
        if known is None:
            row = Source(name=name)
            session.add(row)
            session.flush()
            self.report.sources += 1
            known = self._sources[name.casefold()] = row.id
        return known
