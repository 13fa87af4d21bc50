"""What is said of copies, in words."""

from dataclasses import replace

import pytest

from annotator.core.anchoring import Anchored, Fate
from annotator.core.records import DocumentSummary
from annotator.core.spans import Span
from annotator.operations.applying import Applied
from annotator.operations.copies import Copy
from annotator.ui.copies import words
from tests.ui.copies.proposals import Proposals, annotation, article
from tests.ui.library.shelf import shelf


def summary(title: str, outlet: str = "") -> DocumentSummary:
    return replace(shelf(1)[0], title=title, outlet=outlet)


def test_a_copy_is_named_with_how_much_is_the_same() -> None:
    assert words.copy_words(Copy(summary("Bridge\nclosed", "Post"), 0.874)) == "Bridge closed – Post · 87 % the same"
    assert words.copy_words(Copy(summary("Bridge"), 1.0)) == "Bridge · the same text"
    assert words.copy_words(Copy(summary("Bridge"), 0.999)).endswith("99 % the same")
    assert words.copy_words(Copy(summary("الجسر"), 1.0)) == "\u2068الجسر\u2069 · the same text"


@pytest.mark.parametrize(
    ("anchored", "told"),
    [
        (Anchored(Fate.KEPT, (Span(0, 3),), 1.0), "the same words"),
        (Anchored(Fate.MOVED, (Span(0, 3),), 1.0), "the same words elsewhere"),
        (Anchored(Fate.KEPT, (Span(0, 3),), 1.0, context_changed=True), "the same words, another sentence around"),
        (Anchored(Fate.REWORDED, (Span(0, 3),), 0.8), "in other words"),
        (Anchored(Fate.MOVED, (Span(0, 3),), 0.5, ambiguous=True), "in several places"),
        (Anchored(Fate.GONE, (), 0.0), "not in this copy"),
    ],
)
def test_each_fate_has_its_words(anchored: Anchored, told: str) -> None:
    one = replace(Proposals().all[0], anchored=anchored)
    assert words.kind_words(one) == told
    assert words.kind_words(replace(one, is_there=True)) == "there already"


def test_the_context_is_that_of_the_copy_and_of_what_is_gone_the_old_words() -> None:
    made = Proposals()
    before, shown, after = words.context(made.all[2], made.wire, made.copy)
    assert shown == "Repairs will cost eleven million crowns"
    assert before.endswith("“We read it in the paper.” ")
    assert after.startswith(", twice as much")
    assert after.endswith(" …")
    assert words.context(made.all[1], made.wire, made.copy) == ("", "The council denies that.", "")


def test_the_context_at_the_ends_of_a_text() -> None:
    text = "All of it."
    source, copy = article(text), article(text)
    record = annotation(source.id, text, text)
    one = replace(Proposals().all[0], annotation=record, anchored=Anchored(Fate.KEPT, (Span(0, 10),), 1.0))
    assert words.context(one, source, copy) == ("", text, "")


def test_what_was_applied_and_what_was_left() -> None:
    made = Proposals()
    records = [replace(one.annotation, document_id=made.copy.id) for one in made.all]
    assert words.applied_words(Applied(records[:1])) == "1 annotation applied to 1 copy · saved"
    two = [*records, replace(records[0], document_id=made.wire.id)]
    assert words.applied_words(Applied(two)) == "5 annotations applied to 2 copies · saved"
    assert words.applied_words(Applied()) == "Nothing was applied."
    assert words.left_words(Applied()) == ""
    left = [(made.all[0], "It is gone."), (made.all[1], "It is gone."), (made.all[2], "It is there.")]
    assert words.left_words(Applied([], left)) == "Not applied: It is gone. (2) It is there."


def test_what_is_chosen_is_counted() -> None:
    proposed = Proposals().all
    assert words.chosen_words([], proposed) == "Nothing is chosen."
    assert words.chosen_words(proposed[:2], proposed) == "2 of 4 chosen, in 1 copy"
    two = [proposed[0], replace(proposed[1], copy_id=proposed[0].annotation.id)]
    assert words.chosen_words(two, proposed) == "2 of 4 chosen, in 2 copies"
