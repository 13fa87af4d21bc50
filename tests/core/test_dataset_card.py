"""The card tells what is known, and says plainly what is not."""

from dataclasses import replace

from annotator.core.dataset_about import AgreementCell, AgreementTable, DatasetAbout
from annotator.core.dataset_card import CardFacts, card, table
from annotator.core.dataset_tally import DatasetTally
from annotator.core.exchange import ExchangedArticle
from annotator.operations.label_sets import shipped_label_set
from tests.formats.exchanged import minister

COLUMNS = [("text", "string", "the text")]
LIMITS = ["No history."]


def tally() -> DatasetTally:
    found = DatasetTally()
    found.count(replace(minister(), split="train"))
    found.count(ExchangedArticle("2", "Kosong.", split="test", language="en"))
    return found


def about() -> DatasetAbout:
    cells = (AgreementCell(0.8123, 0.7, 0.9), AgreementCell(None), AgreementCell(0.5, is_of_few=True))
    return DatasetAbout(
        title="Harbour\nstudy",
        changed_at="2026-01-02T03:04:05+00:00",
        labels=shipped_label_set("newsroom"),
        agreement=AgreementTable(12, 3, ("percent", "kappa", "F1"), {"": cells, "claim": cells}, ("How it is made.",)),
        reading="It holds the gold reading.",
        narrowed=("Only articles in id.",),
        seed=7,
        shares=(70, 20, 10),
        left_out=lambda: ("2 articles are left out | withheld.",),
    )


def lines(facts: CardFacts) -> list[str]:
    return card(facts).splitlines()


def test_everything_that_is_known_is_told() -> None:
    found = lines(CardFacts(tally(), about(), "CC-BY-4.0", COLUMNS, LIMITS))
    assert found[0] == "# Harbour study"
    assert "2 news articles (en, id) with 3 annotations, and 1 link." in found[2]
    assert "Published from 2026-01-01 to 2026-01-01." in found[2]
    assert "In 1 row nothing is labelled; these are data, too." in found[2]
    assert "The project from which this comes changed last at 2026-01-02T03:04:05+00:00." in found
    assert "It holds the gold reading." in found
    assert "Only articles in id." in found
    assert "| Ana | 3 |" in found
    assert any(line.startswith("| `claim` | Claim | A statement that a stranger") for line in found)
    assert any(line.startswith("| `certainty` | Certainty | all | sure, unsure | sure |") for line in found)
    assert any(line.startswith("| `denies` | denies | denial → claim |") and line.endswith("| 1 |") for line in found)
    assert "| all | 0.81 (0.70 to 0.90) | – | 0.50* |" in found
    assert any("Of all 12 articles of the project that two or more of 3 people have read" in line for line in found)
    assert "How it is made." in found
    assert any(line.startswith("Shares 70/20/10, seed 7; `splits.json` has the part of each") for line in found)
    assert "| annotations | 3 | 0 | 3 |" in found
    assert "| of these without a label | 0 | 1 | 1 |" in found
    assert "CC-BY-4.0" in found
    assert "- No history." in found
    assert "- 2 articles are left out | withheld." in found


def test_what_stands_in_several_rows_is_said_to_count_in_each() -> None:
    found = DatasetTally()
    for part in ("#s1", "#s2"):
        found.count(replace(minister(), key=f"1{part}", split="train"))
    assert (
        "1 news article in 2 parts (id) with 6 annotations, and 2 links (one that stands in several rows"
        in lines(CardFacts(found, None, "", COLUMNS, LIMITS))[2]
    )


def test_what_is_not_known_is_not_claimed() -> None:
    found = "\n".join(lines(CardFacts(tally(), None, "", COLUMNS, LIMITS)))
    assert found.startswith("# Annotated news articles\n")
    assert "How it was annotated is not told here." in found
    assert "Unknown: nobody has said under which licence" in found
    for absent in ("## Agreement", "## Parts", "Shares", "guideline.md", "changed last"):
        assert absent not in found
    assert "| `claim` |  |  | 1 | 0 | 1 |" in found
    assert "## The texts" not in found
    assert "## The texts\n\nThey stay." in card(CardFacts(tally(), None, "", COLUMNS, LIMITS, texts=("They stay.",)))


def test_a_label_that_the_set_does_not_know_is_told_all_the_same() -> None:
    counted = DatasetTally()
    (first, *_) = minister().annotations
    counted.count(ExchangedArticle("1", "Kata Menteri", annotations=(replace(first, label="old"),), split="train"))
    assert any(line.startswith("| `old` |  |  | 1 | 1 |") for line in lines(CardFacts(counted, about(), "", [], [])))


def test_nothing_breaks_a_table() -> None:
    found = list(table(("a", "b"), [("x | y", "two\nlines \\")]))
    assert found == ["| a | b |", "|---|---|", r"| x \| y | two lines \\ |", ""]


def test_an_empty_dataset_has_a_card() -> None:
    assert "0 news articles with 0 annotations, and 0 links." in card(CardFacts(DatasetTally(), None, "", [], []))
