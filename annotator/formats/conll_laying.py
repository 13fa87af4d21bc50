"""The text of files that hold words alone: one space between them, a line a sentence; and the labels laid on that."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from annotator.core.exchange import ExchangedAnnotation
from annotator.core.losses import Fitted
from annotator.core.spans import Span
from annotator.core.tokens import sentence_tokens, tokens_within
from annotator.formats.refit import Refit


@dataclass(frozen=True, slots=True)
class Laid:
    """A text made of words, and where the words of each sentence are in it."""

    text: str
    places: tuple[tuple[Span, ...], ...]

    @property
    def sentences(self) -> tuple[Span, ...]:
        """From the first word of each sentence to its last one."""
        return tuple(Span(words[0].start_char, words[-1].end_char) for words in self.places)


def lay(sentences: Iterable[Sequence[str]]) -> Laid:
    """Put the words of sentences together; none of them is empty."""
    places = []
    at = 0
    lines = []
    for words in sentences:
        here = []
        for word in words:
            here.append(Span(at, at + len(word)))
            at += len(word) + 1
        places.append(tuple(here))
        lines.append(" ".join(words))
    return Laid("\n".join(lines), tuple(places))


def fit_words(fitted: Fitted, title: str) -> Fitted:
    """The article with the text that its words give, and its labels laid on these, each within a sentence."""
    refit = Refit(fitted)
    article = refit.article
    edges = [edge for one in article.annotations for segment in one.segments for edge in segment]
    sentences = sentence_tokens(article.text, article.sentences, edges)
    laid = lay([[article.text[slice(*token)] for token in tokens] for tokens in sentences])
    if laid.text != article.text:
        why = f"{title} holds words and marks alone; they come back with one space between them, a line a sentence."
        refit.lose("", "text", why)
    old = [token for tokens in sentences for token in tokens]
    new = [place for places in laid.places for place in places]
    of_sentence = [number for number, tokens in enumerate(sentences) for _ in tokens]
    annotations: list[ExchangedAnnotation] = []
    for one in article.annotations:
        runs = list(_runs(of_sentence, tokens_within(old, one.extent)))
        if not runs:
            refit.lose(one.key, "span", f"{title} holds no annotation of white space alone.")
        if len(runs) > 1:
            why = f"{title} holds nothing across sentences; it becomes {len(runs)} annotations of one sentence each."
            refit.lose(one.key, "gap", why)
        for number, run in enumerate(runs, 1):
            key = one.key if number == 1 else f"{one.key}.{number}"
            segment = Span(new[run.start].start_char, new[run.stop - 1].end_char)
            annotations.append(replace(one, key=key, segments=(segment,), texts=()))
    return refit.done(annotations, article.links, text=laid.text, sentences=laid.sentences)


def _runs(of_sentence: Sequence[int], tokens: range) -> Iterator[range]:
    """The tokens, those of each sentence by themselves."""
    begin = tokens.start
    for at in tokens:
        if of_sentence[at] != of_sentence[begin]:
            yield range(begin, at)
            begin = at
    if tokens:
        yield range(begin, tokens.stop)
