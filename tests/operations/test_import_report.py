"""What is told of an import."""

from annotator.operations.import_report import ImportReport, LeftOut, Losses, shortened


def test_things_are_counted_and_the_first_named() -> None:
    losses = Losses()
    for number in range(1200):
        losses.add("a", f"word {number}", "why" if number % 2 else "other")
    assert losses.counts == {"why": 600, "other": 600}
    assert len(losses.named) == 1000
    assert losses.named[0] == LeftOut("a", "word 0", "other")
    assert losses.named[0].as_row() == {"article": "a", "what": "word 0", "why": "other"}
    assert ImportReport(losses=losses).left_out == {"why": 600, "other": 600}


def test_words_come_in_one_short_line() -> None:
    assert shortened("a\n b") == "a b"
    assert len(shortened("word " * 200)) == 160
