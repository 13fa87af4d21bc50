"""The places behind a figure, in words."""

from annotator.core.agreement.measures import Measure
from annotator.operations.agreement import compare_readings
from annotator.operations.agreement_places import Cell, SeenPlaces, places_behind
from annotator.operations.annotations import set_attributes
from annotator.operations.readings import put_reading
from annotator.operations.relations import link
from tests.operations.agreeing import ARTICLE, DENIAL, INSIDE, QUOTE, person, read, shared
from tests.store.desk import Desk


def behind(desk: Desk, cell: Cell, most: int = 2000) -> SeenPlaces:
    return places_behind(desk.workspace, compare_readings(desk.workspace), cell, most)


def test_sentences_those_in_dispute_first(desk: Desk) -> None:
    shared(desk)
    found = behind(desk, Cell(Measure.KAPPA_SENTENCE))
    assert (found.disputed, found.agreed) == (1, 1)
    disputed, agreed = found.places
    assert disputed.words == "Pedagang membantah."
    assert [(answer.name, answer.labels) for answer in disputed.answers] == [("Ana", ("denial",)), ("Ben", ())]
    assert [answer.passages for answer in agreed.answers] == [("“Stok kami cukup,”",), ("Stok kami cukup,",)]
    assert agreed.words[slice(*agreed.marks[0])] == "“Stok kami cukup,”"
    assert agreed.title


def test_spans_of_one_label_for_two(desk: Desk) -> None:
    key = shared(desk)
    read(desk, key, person(desk, "Eva"), [(QUOTE, "quote")])
    assert behind(desk, Cell(Measure.F1_EXACT, "quote")).disputed == 1
    pair = (desk.ana, person(desk, "Eva"))
    found = behind(desk, Cell(Measure.F1_EXACT, "quote", tuple(sorted(pair))))
    assert (found.disputed, found.agreed) == (0, 1)
    assert len(found.places[0].answers) == 2


def test_values_by_their_titles(desk: Desk) -> None:
    key = desk.load(ARTICLE)
    (mine,) = read(desk, key, desk.ana, [(QUOTE, "quote")], hands_in=False)
    set_attributes(desk.workspace, [mine], {"medium": "writing"}, desk.ana)
    read(desk, key, desk.ana, [])
    read(desk, key, desk.ben, [(INSIDE, "quote")])
    (place,) = behind(desk, Cell(attribute="medium")).places
    assert [answer.value for answer in place.answers] == ["writing", "unknown"]


def test_links_by_where_they_lead(desk: Desk) -> None:
    key = desk.load(ARTICLE)
    claim, denial = read(desk, key, desk.ana, [((0, 17), "claim"), (DENIAL, "denial")], hands_in=False)
    link(desk.workspace, denial, "denies", claim, desk.ana)
    read(desk, key, desk.ana, [])
    read(desk, key, desk.ben, [((0, 17), "claim"), (DENIAL, "denial")])
    (place,) = behind(desk, Cell(link="denies")).places
    assert [answer.value for answer in place.answers] == ["Harga beras naik.", ""]
    assert place.words == "Pedagang membantah."


def test_no_more_than_are_asked_for(desk: Desk) -> None:
    shared(desk)
    found = behind(desk, Cell(Measure.PERCENT), most=1)
    assert len(found.places) == 1
    assert (found.disputed, found.agreed) == (1, 1)


def test_what_somebody_reads_blind_since_is_not_shown(desk: Desk) -> None:
    key = shared(desk)
    comparison = compare_readings(desk.workspace)
    eva = person(desk, "Eva")
    with desk.workspace.edit("Assign", desk.ana, undoable=False) as session:
        put_reading(session, key, eva).blind = True
    desk.workspace.viewer = eva
    assert places_behind(desk.workspace, comparison, Cell(Measure.PERCENT)).places == ()
