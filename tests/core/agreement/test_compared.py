"""Which readings are compared."""

from annotator.core.agreement.compared import LeftOut, Text, compare
from annotator.core.identity import new_id
from annotator.core.spans import Span
from annotator.core.submissions import SubmittedAnnotation, SubmittedReading
from tests.core.agreement.desk import ANA, BEN, EVA, article, said


def reading(document: object, by: object, *annotations: SubmittedAnnotation) -> SubmittedReading:
    return SubmittedReading(new_id(), document, by, 1, True, annotations)  # type: ignore[arg-type]


def test_articles_of_two_readers_or_more() -> None:
    both, alone, gone = new_id(), new_id(), new_id()
    readings = [reading(both, BEN), reading(alone, ANA), reading(both, ANA), reading(gone, ANA), reading(gone, BEN)]
    texts = {both: Text(10, [Span(0, 10)], "id", [Span(9, 10)]), alone: Text(10)}
    (found,) = compare(readings, texts, ["claim"])
    assert found.document_id == both
    assert found.readers == (ANA, BEN)
    assert (found.language, found.furniture) == ("id", [Span(9, 10)])


def test_other_labels_are_left_out_and_the_rest_is_in_the_order_it_was_made() -> None:
    key = new_id()
    first, helper, second = said("quote", (5, 9)), said("cue", (3, 5)), said("claim", (0, 4))
    (found,) = compare(
        [reading(key, ANA, second, helper, first), reading(key, BEN)], {key: Text(10)}, ["claim", "quote"]
    )
    assert found.annotations == ((first, second), ())


def test_some_readers_alone() -> None:
    three = article(10, [said("claim", (0, 4))], [], [said("quote", (0, 4))])
    two = three.only([ANA, EVA])
    assert two is not None
    assert two.readers == (ANA, EVA)
    assert two.annotations == (three.annotations[0], three.annotations[2])
    assert (two.length, two.sentences, two.language) == (10, three.sentences, "id")
    assert three.only([EVA]) is None


def test_without_page_furniture() -> None:
    whole, inside, parts = said("claim", (0, 20)), said("claim", (6, 9)), said("quote", (4, 6), (7, 8), (18, 30))
    one = article(30, [whole, inside], [parts], furniture=((8, 10), (5, 9), (20, 30)))
    cut = one.without_furniture()
    assert (cut.length, list(cut.furniture)) == (15, [])
    assert [[each.segments for each in said] for said in cut.annotations] == [[(Span(0, 15),)], [((4, 5), (13, 15))]]
    assert cut.annotations[0][0].id == whole.id
    assert article(30, [whole]).without_furniture().annotations == ((whole,),)


def test_an_article_that_is_all_furniture() -> None:
    cut = article(30, [said("claim", (6, 9))], furniture=((0, 30),)).without_furniture()
    assert (cut.length, cut.annotations) == (0, ((),))


def test_what_is_left_out_is_summed() -> None:
    assert LeftOut(1, 2, 3).total == 6
