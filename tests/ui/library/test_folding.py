"""Which articles share a row of the library."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.records import DocumentSummary
from annotator.ui.library.folding import Fold, families, folds
from tests.ui.library.shelf import shelf


def rows(
    documents: Sequence[DocumentSummary],
    shown: Sequence[DocumentSummary] | None = None,
    *,
    expanded: bool = False,
    at_newest: bool = False,
) -> list[str]:
    """The rows by their titles: "Article 2 [Article 3 | Article 0]" for a fold with a copy and an older version."""
    of = families(documents)
    keys = {family.key for family in of.values()} if expanded else set()
    return [_told(row) for row in folds(documents if shown is None else shown, of, keys, at_newest=at_newest)]


def _told(row: DocumentSummary | Fold) -> str:
    if isinstance(row, DocumentSummary):
        return row.title[8:]
    copies, older = (" ".join(one.title[8:] for one in some) for some in (row.copies, row.older))
    return f"{row.head.title[8:]}{'+' if row.expanded else ''} [{copies}|{older}]"


def copied(documents: list[DocumentSummary], first: int, *others: int) -> None:
    """Make some copies of another."""
    for at in others:
        documents[at] = replace(documents[at], copy_group=documents[first].id)


def replaced(documents: list[DocumentSummary], old: int, new: int) -> None:
    """Make one the newer version of another, in its group as a load puts it."""
    documents[old] = replace(documents[old], superseded_by=documents[new].id)
    documents[new] = replace(documents[new], copy_group=documents[old].group)


def test_articles_without_copies_are_rows_of_their_own() -> None:
    documents = shelf(3)
    assert families(documents) == {}
    assert rows(documents) == ["0", "1", "2"]


def test_the_first_of_a_group_is_the_row_and_the_others_are_below() -> None:
    documents = shelf(6)
    copied(documents, 1, 3, 4)
    assert rows(documents) == ["0", "1 [3 4|]", "2", "5"]
    assert rows(documents, expanded=True)[1] == "1+ [3 4|]"


def test_the_row_is_where_the_head_is_or_where_the_newest_is() -> None:
    documents = shelf(4)
    copied(documents, 0, 2)
    newest_first = documents[::-1]
    assert rows(newest_first) == ["3", "1", "0 [2|]"]
    assert rows(newest_first, at_newest=True) == ["3", "0 [2|]", "1"]


def test_a_row_without_the_article_that_gave_the_key_is_one_all_the_same() -> None:
    documents = shelf(5)
    copied(documents, 0, 2, 3)
    assert rows(documents[1:]) == ["1", "2 [3|]", "4"]
    assert rows([documents[1], documents[2]]) == ["1", "2"]


def test_older_versions_are_below_the_newest_one() -> None:
    documents = shelf(5)
    replaced(documents, 0, 2)
    replaced(documents, 2, 4)
    assert rows(documents) == ["1", "3", "4 [|0 2]"]


def test_a_corrected_copy_stays_among_the_copies_in_the_place_of_its_first_version() -> None:
    documents = shelf(5)
    copied(documents, 0, 1)
    replaced(documents, 0, 3)
    assert rows(documents) == ["2", "3 [1|0]", "4"]
    replaced(documents, 1, 4)
    assert rows(documents) == ["2", "3 [4|0 1]"]


def test_a_version_whose_newer_one_is_gone_stands_for_itself() -> None:
    documents = shelf(3)
    replaced(documents, 0, 2)
    assert rows(documents[:2]) == ["0", "1"]


def test_what_was_said_to_be_no_copy_has_a_row_though_its_newer_version_has_none_of_its_key() -> None:
    documents = shelf(3)
    replaced(documents, 0, 2)
    documents[2] = replace(documents[2], copy_group=None)
    assert rows(documents) == ["1", "2 [|0]"]


def test_a_filter_shows_one_that_it_found() -> None:
    documents = shelf(6)
    copied(documents, 1, 3, 4)
    assert rows(documents, [documents[4], documents[5]]) == ["4 [1 3|]", "5"]
    assert rows(documents, [documents[3], documents[4]]) == ["3 [1 4|]"]
    assert rows(documents, [documents[0]]) == ["0"]
    assert rows(documents, []) == []


def test_an_older_version_that_a_filter_found_is_not_hidden() -> None:
    documents = shelf(3)
    replaced(documents, 0, 2)
    assert rows(documents, [documents[0]]) == ["2+ [|0]"]


@given(st.data())
def test_every_article_has_its_place_once(data: st.DataObject) -> None:
    documents = shelf(8)
    for at in range(8):
        group = data.draw(st.none() | st.integers(0, 9))
        newer = data.draw(st.none() | st.integers(0, 9))  # chains, circles and what is gone
        one = documents[group].id if group is not None and group < 8 else shelf(1)[0].id if group else None
        two = documents[newer].id if newer is not None and newer < 8 and newer != at else None
        documents[at] = replace(documents[at], copy_group=one, superseded_by=two)
    made = list(folds(documents, families(documents), set(), at_newest=data.draw(st.booleans())))
    told = [
        document for row in made for document in ([row] if isinstance(row, DocumentSummary) else [row.head, *row.below])
    ]
    assert sorted(document.title for document in told) == sorted(document.title for document in documents)
