"""What is read back is held against what was meant: the smallest change is named, and nothing else passes."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.exchange import ExchangedArticle
from annotator.core.losses import Fitted, Holds, Loss, Values
from annotator.core.records import Unread
from annotator.core.spans import Span
from annotator.errors import Cancelled, ExportFailed, UnreadableInput
from annotator.formats.base import WriteOptions
from annotator.formats.exchange import Exchange
from annotator.operations.proving import LossTaker, write_articles
from tests.formats.exchanged import minister

Change = Callable[[list[ExchangedArticle]], Iterable[ExchangedArticle | Unread]]


class Remembered(Exchange):
    """Keeps what is written in memory, and gives what `change` makes of it."""

    id = title = "remembered"
    extensions = ()
    losses = ()
    holds = Holds(frozenset({"title", "language"}), keys=True, attributes=Values.ANY, notes=True, annotators=True)

    def __init__(self, change: Change = lambda articles: articles, *, keeps_order: bool = True) -> None:
        self._change, self.keeps_order = change, keeps_order
        self._kept: list[ExchangedArticle] = []

    def write_articles(self, articles: Iterable[ExchangedArticle], path: Path, options: WriteOptions) -> None:
        self._kept = list(articles)

    def read_articles(self, path: Path) -> Iterator[ExchangedArticle | Unread]:
        yield from self._change(self._kept)

    def recognises_annotations(self, path: Path) -> bool:
        return False


class Taker(LossTaker):
    """Keeps what is lost."""

    def __init__(self) -> None:
        self.taken: list[Loss] = []

    def take(self, loss: Loss) -> None:
        self.taken.append(loss)


FIRST, SECOND = minister(), replace(minister(), key="b", title="Lain")


def written(format_: Remembered, *articles: ExchangedArticle, stop: Callable[[], None] = lambda: None) -> int:
    options = WriteOptions()
    fitted = [format_.fit(one, options) for one in articles or (FIRST, SECOND)]
    return write_articles(format_, fitted, Path("nowhere"), options, Taker(), lambda _done, _of: stop())


def first_changed(**more: object) -> Change:
    return lambda articles: [replace(articles[0], **more), *articles[1:]]  # type: ignore[arg-type]


def first_annotation(**more: object) -> Change:
    def change(articles: list[ExchangedArticle]) -> list[ExchangedArticle]:
        one, *others = articles[0].annotations
        changed = replace(one, **more)  # type: ignore[arg-type]
        return [replace(articles[0], annotations=(changed, *others)), *articles[1:]]

    return change


CHANGES: dict[str, Change] = {
    "another text": first_changed(text=FIRST.text.replace("beras", "baras")),
    "another title": first_changed(title="x"),
    "no annotation": first_changed(annotations=()),
    "another label": first_annotation(label="claim"),
    "another place": first_annotation(segments=(Span(14, 33),)),
    "another key": first_annotation(key="x"),
    "another value": first_annotation(attributes={"attributed_to": ["menteri"]}),
    "another note": first_annotation(note="x"),
    "other words than are there": first_annotation(texts=("Harga",)),
    "a place outside": first_annotation(segments=(Span(14, 340),)),
    "an article less": lambda articles: articles[1:],
    "an article twice": lambda articles: [*articles, articles[0]],
    "another order": lambda articles: reversed(articles),
    "a line that cannot be read": lambda articles: [*articles, Unread("line 3", "It is none.")],
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_whatever_comes_back_otherwise_is_refused_in_a_sentence(change: Change) -> None:
    with pytest.raises(ExportFailed, match=r"did not read back .*no file was left\.$"):
        written(Remembered(change))


def test_what_comes_back_as_it_was_passes_and_is_counted() -> None:
    assert written(Remembered()) == 6
    assert written(Remembered(lambda articles: reversed(articles), keeps_order=False)) == 6


@given(st.permutations([0, 1, 2]), st.integers(0, 2))
def test_a_format_without_an_order_still_has_each_article_once(order: list[int], twice: int) -> None:
    there = (FIRST, SECOND, replace(FIRST, key="c", language="en"))
    assert written(Remembered(lambda kept: [kept[at] for at in order], keeps_order=False), *there) == 9
    spoilt = [twice if at == (twice + 1) % 3 else at for at in order]
    with pytest.raises(ExportFailed):
        written(Remembered(lambda kept: [kept[at] for at in spoilt], keeps_order=False), *there)


def test_the_article_and_annotation_are_named() -> None:
    with pytest.raises(ExportFailed, match=r"article 1 \(Harga beras\) came back changed"):
        written(Remembered(first_annotation(note="x")))
    with pytest.raises(ExportFailed, match=f"14–340 than annotation {FIRST.annotations[0].key} says"):
        written(Remembered(first_annotation(segments=(Span(14, 340),))))


def test_what_cannot_be_written_at_all_is_said_before() -> None:
    wrong = replace(FIRST, annotations=(replace(FIRST.annotations[0], segments=(Span(5, 5),)),), links=())
    with pytest.raises(ExportFailed, match="“Harga beras” cannot be written: it has other text at 5–5"):
        written(Remembered(), wrong)


@pytest.mark.parametrize("error", [KeyError("x"), UnreadableInput("It is no file of this kind."), IndexError("y")])
def test_a_reader_that_stumbles_is_a_file_that_did_not_read_back(error: Exception) -> None:
    def stumble(articles: list[ExchangedArticle]) -> Iterator[ExchangedArticle]:
        yield articles[0]
        raise error

    with pytest.raises(ExportFailed, match="did not read back"):
        written(Remembered(stumble))


def test_reading_back_can_be_stopped() -> None:
    def stop() -> None:
        raise Cancelled("The export was stopped; no file was written.")

    with pytest.raises(Cancelled):
        written(Remembered(), stop=stop)


def test_what_is_lost_is_taken() -> None:
    taker, loss = Taker(), Loss("a", "b", "note", "why")
    write_articles(Remembered(), [Fitted(FIRST, (loss,))], Path("nowhere"), WriteOptions(), taker)
    assert taker.taken == [loss]
