"""What a source has said, over time, with the sentences."""

from annotator.core.spans import Span
from annotator.operations import relations, sources
from annotator.operations.details import set_details_of_many
from annotator.operations.source_statements import sentences_of, statements_of
from tests.operations.test_freezing import correct
from tests.store.desk import Desk


def test_all_that_one_source_said_the_newest_published_first(desk: Desk) -> None:
    source = sources.add_source(desk.workspace, "Rina", desk.ana).id
    texts = ("One thing. Rina asks why.", "Two things. Rina denies it.", "Three things. “Yes,” says Rina. “No.”")
    articles = [desk.load(text) for text in texts]
    for article, day in zip(articles, ("2025-03-01", "2025-05-02", ""), strict=True):
        set_details_of_many(desk.workspace, [article], {"published_at": day, "outlet": "Daily"}, desk.ana)
    tags = [desk.tag(articles[0], 11, 25, "claim"), desk.tag(articles[1], 12, 27, "denial")]
    tags.append(desk.tag(articles[2], 14, 20, "quote", desk.ben))
    for tag, by in zip(tags, (desk.ana, desk.ana, desk.ben), strict=True):
        relations.set_sources(desk.workspace, [tag.id], "attributed_to", [source], by)
    found = statements_of(desk.workspace, source)
    assert [(one.day, one.label, one.kind) for one in found] == [
        ("2025-05-02", "denial", "attributed_to"),
        ("2025-03-01", "claim", "attributed_to"),
        ("", "quote", "attributed_to"),
    ]
    shown = sentences_of(desk.workspace, found)
    assert shown[tags[1].id] == ("Rina denies it.", (Span(0, 15),))
    sentence, places = shown[tags[2].id]
    assert [sentence[start:end] for start, end in places] == ["“Yes,”"]


def test_an_article_counts_in_its_newest_version(desk: Desk) -> None:
    source = sources.add_source(desk.workspace, "Rina", desk.ana).id
    old = desk.load()
    tag = desk.tag(old, 0, 4, "quote").id
    relations.set_sources(desk.workspace, [tag], "attributed_to", [source], desk.ana)
    new = correct(desk, old, desk.ana)
    assert {one.document_id for one in statements_of(desk.workspace, source)} <= {new}
    assert statements_of(desk.workspace, desk.ana) == []
