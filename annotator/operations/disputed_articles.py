"""All that is needed to look at the disputes of one article: its text, who said what, and the names of sources."""

from dataclasses import dataclass
from uuid import UUID

from annotator.core.people import Person
from annotator.core.records import DocumentRecord
from annotator.core.submissions import SubmittedAnnotation, SubmittedLink
from annotator.operations.disputes import ArticleDisputes, disputes_of
from annotator.operations.documents import read_document
from annotator.operations.people import people
from annotator.operations.protection import mask_of
from annotator.store.relations import sources
from annotator.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class DisputedArticle:
    """An article with its disputes. `sources`: what each source that is linked to is called in lists, by key."""

    record: DocumentRecord
    disputes: ArticleDisputes
    people: dict[UUID, Person]
    sources: dict[UUID, str]

    def name(self, annotator_id: UUID | None) -> str:
        """What somebody is called; "" for nobody."""
        person = self.people.get(annotator_id) if annotator_id else None
        return person.name if person else ""

    def words(self, annotation: SubmittedAnnotation) -> str:
        """What an annotation is on; several stretches with dots between them."""
        return " … ".join(self.record.text[start:end] for start, end in annotation.segments)

    def end_of(self, link: SubmittedLink) -> str:
        """What a link leads to: the name of a source, or the words of an annotation here; "" for another article."""
        if link.source_id:
            return self.sources.get(link.source_id, "")
        for group in self.disputes.comparison.groups:
            for one in group.annotations():
                if one.id == link.to_id:
                    return self.words(one)
        return ""


def read_disputed_article(workspace: Workspace, document_id: UUID) -> DisputedArticle:
    """An article with its disputes. Raises NotFound."""
    record, found = read_document(workspace, document_id), disputes_of(workspace, document_id)
    groups = found.comparison.groups
    named = {link.source_id for group in groups for side in group.sides for link in side.links if link.source_id}
    mask = mask_of(workspace)
    with workspace.reading() as connection:
        called = {source.id: mask.name(source) for source in sources(connection, sorted(named))} if named else {}
    return DisputedArticle(record, found, {person.id: person for person in people(workspace)}, called)
