"""Agreement in the lines of a terminal."""

from annotator.cli.agreement_words import left_out_words, nothing_words, table_lines
from annotator.core.agreement.compared import LeftOut
from annotator.core.agreement.counting import EVERYBODY, OVERALL
from annotator.core.agreement.measures import Interval, Measure
from annotator.operations.agreement import Question, compare_readings
from tests.operations.agreeing import ARTICLE, QUOTE, person, read, shared
from tests.operations.conftest import desk as desk
from tests.store.desk import Desk


def test_what_is_left_out_in_words(desk: Desk) -> None:
    found = compare_readings(desk.workspace)
    assert left_out_words(found) == "Nothing is left out: every first submission counts."
    found.left_out = LeftOut(1, 2, 3)
    assert left_out_words(found) == (
        "Left out: 1 reading made with another’s work in view, 2 submissions that came later, "
        "3 readings of articles that nobody else has read."
    )
    found.hidden = 2
    assert left_out_words(found).endswith("2 articles that you read blind cannot be seen yet.")


def test_why_there_is_nothing(desk: Desk) -> None:
    assert "hand articles in" in nothing_words(compare_readings(desk.workspace))
    assert "a second one" in nothing_words(compare_readings(desk.workspace, Question(drafts=True)))
    key = desk.load()
    read(desk, key, desk.ana, [])
    read(desk, key, desk.ben, [], saw=True)
    assert "blind" in nothing_words(compare_readings(desk.workspace))


def test_a_rare_label_is_marked_in_many_sentences(desk: Desk) -> None:
    key = desk.load(ARTICLE + "Hujan turun lagi. " * 40)
    for who in (desk.ana, desk.ben):
        read(desk, key, who, [(QUOTE, "quote")])
    (row,) = [line for line in table_lines(compare_readings(desk.workspace), {}) if line.startswith("quote")]
    assert row.split()[1:6] == ["44", "2", "100.0%*", "1.000*", "1.000*"]


def test_the_interval_of_a_percentage_is_in_per_cent(desk: Desk) -> None:
    shared(desk)
    found = compare_readings(desk.workspace)
    measures = (Measure.PERCENT, Measure.KAPPA_SENTENCE)
    found.intervals = {(OVERALL, EVERYBODY, one): Interval(0.812, 1.0) for one in measures}
    assert any(line.split() == ["95", "%", "81-100%", "0.81-1.00"] for line in table_lines(found, {}))


def test_each_two_of_three_have_a_table(desk: Desk) -> None:
    key = shared(desk)
    read(desk, key, person(desk, "Eva"), [])
    lines = list(table_lines(compare_readings(desk.workspace), {"quote": "Quote"}))
    assert [line for line in lines if " and " in line] == ["Ana and Ben", "Ana and Eva", "Ben and Eva"]
    assert any(line.startswith("Quote") for line in lines)
    assert any("matched annotations only" in line for line in lines)
