"""The filters offer what there is."""

from pytestqt.qtbot import QtBot

from annotator.core.disputes import DisputeKind
from annotator.ui.disputes.filter_bar import DisputeFilterBar
from annotator.ui.disputes.filters import DisputeFilter
from tests.core.submitted import ANA, BEN, CLEO
from tests.ui.disputes.made import LABELS


def test_what_is_chosen_is_what_is_wanted(qtbot: QtBot) -> None:
    bar = DisputeFilterBar()
    qtbot.addWidget(bar)
    bar.set_labels(LABELS)
    assert bar.wanted() == DisputeFilter()
    assert [action.text() for action in bar.labels.menu().actions()] == ["Claim", "Denial", "Quote"]
    with qtbot.waitSignal(bar.changed):
        bar.kinds.menu().actions()[1].trigger()
    bar.states.menu().actions()[0].trigger()
    assert bar.wanted() == DisputeFilter(kinds=frozenset({DisputeKind.BOUNDARY}), states=frozenset({True}))


def test_between_whom_is_asked_where_there_are_more_than_two(qtbot: QtBot) -> None:
    bar = DisputeFilterBar()
    qtbot.addWidget(bar)
    bar.set_readers({ANA: "Ana", BEN: "Ben"})
    assert bar.pairs.isHidden()
    bar.set_readers({ANA: "Ana", BEN: "Ben", CLEO: "Cleo"})
    assert not bar.pairs.isHidden()
    bar.pairs.menu().actions()[2].trigger()
    assert bar.wanted().pairs == {(BEN, CLEO)}
