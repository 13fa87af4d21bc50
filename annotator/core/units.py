"""Articles in parts: a sentence with those around it, or an annotated stretch alone, each an entry of a dataset.

Nothing is cut in two: sentences that one annotation runs across are one part together. A part says of its whole text
what is labelled there, so that what stands around a sentence is no false example. Its key is the article's with
“#s12” (it begins with the article's twelfth sentence) or “#a” and the annotation's key; its `kept` are the stretches of
the frozen text at home that it consists of, so that it finds its place when it comes back.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle, ExchangedLink
from annotator.core.losses import Fitted, Loss
from annotator.core.selection import Unit
from annotator.core.spans import Span

MARK = "#"
_ELSEWHERE = "It leads to another article, and of articles only parts go out."


@dataclass(frozen=True, slots=True)
class Part:
    """An entry, and which of its annotations it is there for; the others stand in what is around these."""

    article: ExchangedArticle
    own: frozenset[str]
    lost: tuple[Loss, ...] = ()

    def told_of(self, fitted: Fitted) -> Fitted:
        """The entry as a format holds it; what is lost is said once, and of the article that it is a part of."""
        home = self.article.key.partition(MARK)[0]
        own = [told for one in fitted.lost if (told := self._own(one))]
        if home != self.article.key:
            own = [replace(one, article=home) for one in own]
        return Fitted(fitted.article, (*self.lost, *own))

    def _own(self, one: Loss) -> Loss | None:
        """The loss, where it is the entry's; a piece that is left out of an annotation is told of that."""
        if not one.annotation or one.annotation in self.own:
            return one
        whole = one.annotation.rpartition("-")[0]
        return replace(one, annotation=whole) if one.what == "span" and whole in self.own else None


def parts(article: ExchangedArticle, unit: Unit, context: int = 0, *, negatives: bool = True) -> Iterator[Part]:
    """The parts of an article, in order; `negatives`: sentences in which nothing is labelled are parts, too."""
    if unit is Unit.ARTICLE:
        yield Part(article, frozenset(one.key for one in article.annotations))
    elif unit is Unit.SPAN:
        yield from _spans(article)
    else:
        yield from _sentences(article, context, negatives=negatives)


@dataclass(frozen=True, slots=True)
class _Run:
    """Sentences that belong together: the first one's index, the stretch, and the annotations in it."""

    first: int
    stretch: Span
    annotations: tuple[ExchangedAnnotation, ...]


def _sentences(article: ExchangedArticle, context: int, *, negatives: bool) -> Iterator[Part]:
    runs = _runs(article)
    homes = {one.key: f"{article.key}{MARK}s{run.first + 1}" for run in runs for one in run.annotations}
    for at, run in enumerate(runs):
        if not run.annotations and not negatives:
            continue
        around = runs[max(0, at - context) : at + context + 1]
        stretch = Span(around[0].stretch.start_char, around[-1].stretch.end_char)
        there = [one for near in around for one in near.annotations]
        own = frozenset(one.key for one in run.annotations)
        yield _part(article, f"{article.key}{MARK}s{run.first + 1}", stretch, there, own, homes)


def _spans(article: ExchangedArticle) -> Iterator[Part]:
    homes = {one.key: f"{article.key}{MARK}a{one.key}" for one in article.annotations}
    for one in article.annotations:
        inside = [other for other in article.annotations if one.extent.contains(other.extent)]
        yield _part(article, homes[one.key], one.extent, inside, frozenset({one.key}), homes)


def _runs(article: ExchangedArticle) -> list[_Run]:
    """The sentences, those together that an annotation runs across."""
    sentences = article.sentences or (Span(0, len(article.text)),)
    starts, ends = [one.start_char for one in sentences], [one.end_char for one in sentences]
    joined = [False] * len(sentences)  # with the sentence before
    first_of = {}
    for one in article.annotations:
        start, end = one.extent
        first = min(bisect_right(ends, start), len(sentences) - 1)
        last = max(bisect_left(starts, end) - 1, first)
        first_of[one.key] = first
        joined[first + 1 : last + 1] = [True] * (last - first)
    heads = [at for at, with_last in enumerate(joined) if not with_last]
    own: dict[int, list[ExchangedAnnotation]] = {}
    for one in article.annotations:
        own.setdefault(heads[bisect_right(heads, first_of[one.key]) - 1], []).append(one)
    return [
        _run(head, sentences[head:after], own.get(head, ()))
        for head, after in zip(heads, [*heads[1:], len(sentences)], strict=True)
    ]


def _run(head: int, sentences: Sequence[Span], annotations: Sequence[ExchangedAnnotation]) -> _Run:
    """A run as long as what is in it: an annotation may have some of the space around its sentence."""
    start = min(sentences[0].start_char, *(one.extent.start_char for one in annotations), sentences[0].start_char)
    end = max(sentences[-1].end_char, *(one.extent.end_char for one in annotations), sentences[-1].end_char)
    return _Run(head, Span(start, end), tuple(annotations))


def _part(
    article: ExchangedArticle,
    key: str,
    stretch: Span,
    annotations: Sequence[ExchangedAnnotation],
    own: frozenset[str],
    homes: Mapping[str, str],
) -> Part:
    start = stretch.start_char
    here = {one.key for one in annotations}
    links, lost = _links(article, here, own, homes)
    moved = tuple(
        replace(one, segments=tuple(Span(a - start, b - start) for a, b in one.segments)) for one in annotations
    )
    entry = replace(
        article,
        key=key,
        text=article.text[slice(*stretch)],
        sentences=tuple(_within(article.sentences, stretch)),
        marks=tuple(_within(article.marks, stretch)),
        annotations=moved,
        links=links,
        kept=_kept(article, stretch),
    )
    return Part(entry, own, lost)


def _links(
    article: ExchangedArticle, here: set[str], own: frozenset[str], homes: Mapping[str, str]
) -> tuple[tuple[ExchangedLink, ...], tuple[Loss, ...]]:
    """The links within a part, those of its own annotations into other parts, and what leads out of the article."""
    links: list[ExchangedLink] = []
    lost: list[Loss] = []
    for link in article.links:
        if link.from_key not in here:
            continue
        if not link.to_article and link.to_key in here:
            links.append(link)
        elif link.from_key in own and not link.to_article and link.to_key in homes:
            links.append(replace(link, to_article=homes[link.to_key]))
        elif link.from_key in own:
            lost.append(Loss(article.key, link.from_key, f"link {link.kind}", _ELSEWHERE))
    return tuple(links), tuple(lost)


def _within(stretches: Sequence[Span], inside: Span) -> Iterator[Span]:
    """What of these lies in a stretch, as places in it."""
    begin, end = inside
    for one in stretches:
        start, stop = max(one.start_char, begin), min(one.end_char, end)
        if start < stop:
            yield Span(start - begin, stop - begin)


def _kept(article: ExchangedArticle, stretch: Span) -> tuple[Span, ...]:
    """The stretches of the frozen text that a stretch of an article's text consists of."""
    found, before = [], 0
    for start, end in article.kept or (Span(0, len(article.text)),):
        first, last = max(stretch.start_char, before), min(stretch.end_char, before + end - start)
        if first < last:
            found.append(Span(start + first - before, start + last - before))
        before += end - start
    return tuple(found)
