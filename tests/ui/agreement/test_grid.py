"""The tables of the page."""

from annotator.core.agreement.counting import OVERALL
from annotator.core.agreement.measures import Measure, Why
from annotator.operations.agreement_places import Cell
from annotator.ui.agreement.grid import attributes_grid, labels_grid, links_grid, pairs_grid, scopes
from tests.core.agreement.desk import ANA, BEN, article
from tests.core.agreement.test_links import link, pair
from tests.ui.agreement.compared import comparison, three


def test_all_labels_stand_first() -> None:
    grid = labels_grid(comparison(three()))
    assert [row.title for row in grid.rows] == ["All labels", "Claim", "Denial", "Quote"]
    assert [row.strong for row in grid.rows] == [True, False, False, False]
    assert len(grid.heads) == len(Measure) + 1
    shown = grid.rows[1].cells[list(Measure).index(Measure.F1_OVERLAP)]
    assert shown is not None
    assert (shown.value, shown.n, shown.is_of_few) == (1, 3, True)
    assert shown.asks == Cell(Measure.F1_OVERLAP, "claim")
    unused = grid.rows[2].cells[1]
    assert unused is not None
    assert unused.why is Why.UNUSED


def test_a_label_with_few_annotations_is_of_few_in_many_sentences() -> None:
    shown = labels_grid(comparison(three())).rows[1].cells[list(Measure).index(Measure.KAPPA_SENTENCE)]
    assert shown is not None
    assert (shown.n, shown.annotations, shown.is_of_few) == (40, 3, True)


def test_percent_is_told_as_a_share() -> None:
    row = labels_grid(comparison(three())).rows[0]
    assert [shown.share for shown in row.cells if shown] == [True] + [False] * (len(Measure) - 1)


def test_each_two_have_a_cell_and_nobody_one_with_themselves() -> None:
    grid = pairs_grid(comparison(three()), "claim", Measure.F1_EXACT)
    assert [row.title for row in grid.rows] == ["Ana", "Ben", "رنا خوري"]
    values = [[shown.value if shown else None for shown in row.cells] for row in grid.rows]
    assert values == [[None, 1, 0], [1, None, 0], [0, 0, None]]
    shown = grid.rows[1].cells[0]
    assert shown is not None
    assert shown.asks == Cell(Measure.F1_EXACT, "claim", (ANA, BEN))


def test_attributes_and_links() -> None:
    (claim, denial), (same, also) = pair(), pair()
    one = article(60, [claim, denial], [same, also], links=((link("denies", denial, claim),), ()))
    found = comparison(one)
    certainty = next(row for row in attributes_grid(found).rows if row.title == "Certainty")
    assert [shown and shown.value for shown in certainty.cells] == [1, None, None]
    (row,) = links_grid(found).rows
    assert row.title == "denies"
    assert [shown and (shown.value, shown.n) for shown in row.cells] == [(0.0, 1)]


def test_labels_to_choose_from() -> None:
    assert scopes(comparison(three()))[:2] == [(OVERALL, "All labels"), ("claim", "Claim")]
