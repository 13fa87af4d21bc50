"""What is compared, and what is not."""

from datetime import UTC, datetime, timedelta

import pytest

from annotator.core.agreement.compared import LeftOut
from annotator.core.agreement.counting import EVERYBODY, OVERALL
from annotator.core.agreement.measures import Measure
from annotator.errors import Cancelled, InvalidLabelSet, NotFound
from annotator.operations import agreement, label_sets
from annotator.operations.agreement import Question, compare_readings, find_annotators, work_out_intervals
from annotator.operations.annotations import set_attributes
from annotator.operations.documents import set_language
from annotator.operations.readings import put_reading
from annotator.store.review_tables import Submission
from tests.operations.agreeing import ARTICLE, INSIDE, QUOTE, person, read, shared
from tests.store.desk import Desk


def test_two_readers_of_an_article(desk: Desk) -> None:
    shared(desk)
    found = compare_readings(desk.workspace)
    assert [found.names[one] for one in found.annotators] == ["Ana", "Ben"]
    assert found.labels == ("claim", "denial", "quote")
    assert found.figures("quote")[Measure.F1_OVERLAP].value == 1
    assert found.figures("quote")[Measure.F1_EXACT].value == 0
    assert found.figures("denial")[Measure.PERCENT].value == 0.75
    assert found.left_out == LeftOut()


def test_what_is_done_after_handing_in_changes_nothing(desk: Desk) -> None:
    key = desk.load(ARTICLE)
    (tagged,) = read(desk, key, desk.ana, [(QUOTE, "quote")])
    read(desk, key, desk.ben, [(QUOTE, "quote")])
    before = compare_readings(desk.workspace).figures("quote")
    desk.sql("DELETE FROM annotation WHERE id = :key", key=tagged.bytes)
    assert compare_readings(desk.workspace).figures("quote") == before


def test_only_the_first_submission_counts_and_only_an_independent_one(desk: Desk) -> None:
    key = shared(desk)
    read(desk, key, desk.ben, [])  # handed in once more
    read(desk, key, person(desk, "Eva"), [(QUOTE, "quote")], saw=True)
    alone = desk.load("Another article. It is read once.")
    read(desk, alone, desk.ana, [])
    found = compare_readings(desk.workspace)
    assert found.left_out == LeftOut(not_independent=1, later=1, alone=1)
    assert found.figures("denial")[Measure.F1_EXACT].value == 0
    assert len(found.annotators) == 2


def test_of_two_first_submissions_of_copies_the_earlier_one_counts(desk: Desk) -> None:
    key = shared(desk)
    with desk.workspace.edit("Merge", desk.ana, undoable=False) as session:
        content = {"annotations": [], "links": []}
        session.add(Submission(document_id=key, annotator_id=desk.ben, number=1, independent=True, content=content))
    found = compare_readings(desk.workspace)
    assert [article.readers for article in found.articles] == [tuple(sorted((desk.ana, desk.ben)))]
    assert found.figures("quote")[Measure.F1_OVERLAP].value == 1
    assert found.left_out == LeftOut(later=1)


def test_helper_marks_are_never_counted(desk: Desk) -> None:
    key = desk.load(ARTICLE)
    read(desk, key, desk.ana, [(QUOTE, "cue"), (QUOTE, "quote")])
    read(desk, key, desk.ben, [(QUOTE, "quote")])
    found = compare_readings(desk.workspace)
    assert "cue" not in found.labels
    assert found.figures()[Measure.F1_EXACT].value == 1
    with pytest.raises(InvalidLabelSet, match="helper mark"):
        compare_readings(desk.workspace, Question(labels=("cue",)))
    with pytest.raises(InvalidLabelSet, match="no label “rumour”"):
        compare_readings(desk.workspace, Question(labels=("rumour",)))


def test_labels_that_the_label_set_lost_are_compared_still(desk: Desk) -> None:
    shared(desk)
    label_sets.use_label_set(desk.workspace, label_sets.shipped_label_set("attribution"), desk.ana)
    assert {"quote", "denial"} <= set(compare_readings(desk.workspace).labels)


def test_some_annotators_some_languages_some_days(desk: Desk) -> None:
    key = shared(desk)
    eva = person(desk, "Eva")
    read(desk, key, eva, [(QUOTE, "quote")])
    set_language(desk.workspace, key, "id", desk.ana)
    today = datetime.now(UTC).date()

    def readers(**asked: object) -> int:
        return len(compare_readings(desk.workspace, Question(**asked)).annotators)  # type: ignore[arg-type]

    assert readers() == 3
    assert readers(annotators=(desk.ana, eva)) == 2
    assert readers(annotators=(desk.ana,)) == 0
    assert (readers(languages=("id",)), readers(languages=("de",)), readers(languages=("de", "id"))) == (3, 0, 3)
    assert (readers(since=today), readers(until=today), readers(until=today - timedelta(1))) == (3, 3, 0)


def test_names_that_nobody_has_are_told(desk: Desk) -> None:
    assert find_annotators(desk.workspace, ["Ben", "Ana"]) == (desk.ben, desk.ana)
    with pytest.raises(NotFound, match="it has “Ana”, “Ben”"):
        find_annotators(desk.workspace, ["Ana", "Eva"])
    with pytest.raises(NotFound, match="two annotators at least"):
        find_annotators(desk.workspace, ["Ana", "Ana"])


def test_who_reads_an_article_blind_sees_no_figures_of_it(desk: Desk) -> None:
    key = shared(desk)
    eva = person(desk, "Eva")
    with desk.workspace.edit("Assign", desk.ana, undoable=False) as session:
        put_reading(session, key, eva).blind = True
    assert len(compare_readings(desk.workspace).articles) == 1
    desk.workspace.viewer = eva
    found = compare_readings(desk.workspace)
    assert found.articles == []
    assert found.hidden == 1


def test_intervals_are_the_same_every_time_and_can_be_stopped(desk: Desk) -> None:
    for number in range(6):
        shared(desk, f"{ARTICLE} Artikel nomor {number}.")
    found = compare_readings(desk.workspace)
    told = work_out_intervals(found, draws=50)
    assert told == work_out_intervals(found, draws=50)
    found.intervals = told
    interval = found.figures("quote", EVERYBODY)[Measure.F1_OVERLAP].interval
    assert interval == (1.0, 1.0)
    assert (OVERALL, found.pairs[0], Measure.PERCENT) in told
    with pytest.raises(Cancelled):
        work_out_intervals(found, cancelled=lambda: True)
    with pytest.raises(Cancelled):
        compare_readings(desk.workspace, cancelled=lambda: True)


def test_of_many_pairs_only_everybody_s_figures_have_intervals(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(5):
        key = shared(desk, f"{ARTICLE} Artikel nomor {number}.")
        read(desk, key, person(desk, "Eva"), [(QUOTE, "quote")])
    found = compare_readings(desk.workspace)
    assert len({group for _, group, _ in work_out_intervals(found, draws=5)}) == 4
    monkeypatch.setattr(agreement, "MOST_PAIRS", 2)
    assert {group for _, group, _ in work_out_intervals(found, draws=5)} == {EVERYBODY}


def test_attributes_and_links_of_what_both_have(desk: Desk) -> None:
    key = desk.load(ARTICLE)
    (mine,) = read(desk, key, desk.ana, [(QUOTE, "quote")], hands_in=False)
    set_attributes(desk.workspace, [mine], {"medium": "writing"}, desk.ana)
    read(desk, key, desk.ana, [])
    read(desk, key, desk.ben, [(INSIDE, "quote")])
    found = compare_readings(desk.workspace)
    medium = next(one for one in found.attributes if one.key == "medium")
    assert (medium.n, medium.percent) == (1, 0.0)
    assert found.links == []


def test_a_project_without_readings_has_figures_of_nothing(desk: Desk) -> None:
    found = compare_readings(desk.workspace)
    assert found.articles == []
    assert found.figures()[Measure.PERCENT].value is None
    assert found.figures()[Measure.PERCENT].n == 0
    assert found.pairs == []
