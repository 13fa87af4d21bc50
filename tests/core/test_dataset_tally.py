"""A dataset is counted while it is written."""

from collections import Counter
from dataclasses import replace

from annotator.core.dataset_tally import DatasetTally
from annotator.core.exchange import ExchangedArticle
from tests.formats.exchanged import key, minister


def test_rows_labels_languages_and_people_are_counted_by_part() -> None:
    tally = DatasetTally()
    first = replace(minister(), split="train")
    tally.count(first)
    tally.count(replace(first, split="test", key=key(101), language="en", outlet="Harian", published_at="2025-12-31"))
    tally.count(ExchangedArticle(f"{key(100)}#s1", "Kosong.", split="train"))
    assert tally.rows == {"train": 2, "test": 1}
    assert tally.annotations == {"train": 3, "test": 3}
    assert +tally.empty == {"train": 1}
    assert tally.labels["train", "claim"] == 1
    assert tally.of_all(tally.labels) == Counter(claim=2, denial=2, quote=2)
    assert tally.links == {"denies": 2}
    assert tally.of_all(tally.languages) == {"id": 1, "en": 1, "": 1}
    assert tally.annotators == {"Ana": 6}
    assert tally.outlets == {"Kantor Berita", "Harian"}
    assert (tally.first_day, tally.last_day) == ("2025-12-31", "2026-01-01")


def test_parts_of_one_article_are_one_article() -> None:
    tally = DatasetTally()
    for name in (f"{key(2)}#s1", f"{key(2)}#s2", key(1)):
        tally.count(ExchangedArticle(name, "Kosong.", split="dev"))
    assert list(tally.articles.items()) == [(key(2), "dev"), (key(1), "dev")]
