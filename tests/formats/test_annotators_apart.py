"""Each annotator's work by itself: whose annotations are whose, and which links cannot be."""

from dataclasses import replace

from annotator.core.losses import Fitted
from annotator.formats.annotators_apart import by_annotator, one_annotator_a_link
from tests.formats.exchanged import key, minister

QUOTE, CLAIM, DENIAL = minister().annotations
MIXED = replace(minister(), annotations=(QUOTE, replace(CLAIM, annotator="ب"), replace(DENIAL, annotator="")))


def test_annotations_are_told_apart_by_names_in_one_order() -> None:
    found = {name: [one.key for one in own] for name, own in by_annotator(MIXED).items()}
    assert found == {"": [key(3)], "Ana": [key(1)], "ب": [key(2)]}
    assert list(found) == sorted(found)
    assert by_annotator(replace(MIXED, annotations=())) == {}


def test_a_link_between_two_is_left_out_and_named_and_any_other_stays() -> None:
    whole = Fitted(minister())
    assert one_annotator_a_link(whole, "This") is whole
    cut = one_annotator_a_link(Fitted(MIXED), "This")
    assert cut.article == replace(MIXED, links=())
    ((article, annotation, what, why),) = ((one.article, one.annotation, one.what, one.why) for one in cut.lost)
    assert (article, annotation, what) == (key(100), key(3), "link denies")
    assert why == "In This each annotator’s work stands by itself, and a link cannot lead to another’s."
