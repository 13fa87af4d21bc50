"""Links that come in."""

from annotator.operations.documents import read_document
from annotator.operations.import_links import End, Links
from annotator.operations.import_rows import NewRows
from annotator.operations.label_sets import project_labels
from annotator.operations.relations import link
from tests.store.desk import Desk


def test_a_link_comes_once_and_only_where_the_label_set_allows_it(desk: Desk) -> None:
    document = desk.load()
    claim, denial = desk.tag(document), desk.tag(document, 11, 20, "denial")
    start = End(denial.id, "denial", desk.ana, document)
    end = End(claim.id, "claim", desk.ana, document)
    links = Links(project_labels(desk.workspace), read_document(desk.workspace, document))
    assert not links.has("denies", start, end)
    assert links.why_not("denies", start, end) == ""
    assert "itself" in links.why_not("denies", start, start)
    assert "goes out from a denial" in links.why_not("denies", end, start)
    with desk.workspace.edit("Import annotations", desk.ana) as session:
        rows = NewRows()
        links.add(rows.links, "denies", start, end, desk.ana)
        rows.put_down(session)
    assert links.has("denies", start, end)
    (made,) = read_document(desk.workspace, document).relations
    assert (made.kind, made.from_id, made.to_id, made.annotator) == ("denies", denial.id, claim.id, "Ana")


def test_what_is_linked_here_is_known(desk: Desk) -> None:
    document = desk.load()
    claim, denial = desk.tag(document), desk.tag(document, 11, 20, "denial")
    link(desk.workspace, denial.id, "denies", claim.id, desk.ana)
    links = Links(project_labels(desk.workspace), read_document(desk.workspace, document))
    assert links.has("denies", End(denial.id, "denial", desk.ana, document), End(claim.id, "claim", desk.ana, document))
