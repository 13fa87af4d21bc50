"""What is said when a load has ended."""

from collections import Counter

from annotator.core.identity import new_id
from annotator.operations.loading import Duplicate, Failure, LoadedArticle, LoadReport
from annotator.ui.load_words import count, is_plain, summary

ONE = LoadedArticle(new_id(), "Harga naik", "id", "/in/a.txt")


def test_all_is_well(qapp: object) -> None:
    assert is_plain(LoadReport([ONE]))
    assert (count(1), count(1200)) == ("1 article loaded.", "1,200 articles loaded.")


def test_one_of_each_is_named(qapp: object) -> None:
    report = LoadReport(
        [ONE],
        [Failure("/in/news.zip", "It is empty.", "b.txt")],
        [Duplicate("/in/c.txt", new_id())],
        [("/in/d.pdf", "Page 3 is a picture.")],
        Counter({".png": 1}),
    )
    assert summary(report) == (
        "1 article loaded. “news.zip: b.txt” was not loaded: It is empty. “c.txt” is in the project already. "
        "“d.pdf”: Page 3 is a picture. 1 file of another kind was passed over (ending: .png)."
    )
    assert not is_plain(report)


def test_many_are_counted(qapp: object) -> None:
    report = LoadReport(
        [],
        [Failure("a", "x.")] * 2,
        [Duplicate("b", new_id())] * 3,
        [("c", "y.")] * 4,
        Counter({".png": 3, "": 2, ".a": 1, ".b": 1}),
        cancelled=True,
    )
    assert summary(report) == (
        "Stopped. 0 articles loaded. 2 were not loaded. 3 are in the project already. Of 4 files not everything is in "
        "the text. 7 files of other kinds were passed over (endings: .png, none, .a)."
    )


def test_nothing_at_all_is_said_too(qapp: object) -> None:
    assert summary(LoadReport()) == "There was nothing to load."
    assert not is_plain(LoadReport())
