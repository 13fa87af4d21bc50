"""Articles with attributions for the format to be tried on: one by hand, and any there may be."""

from dataclasses import replace

from hypothesis import strategies as st

from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle, ExchangedLink
from annotator.core.spans import Span
from tests.formats.exchanged import articles, key, minister

QUOTE, CUE, SOURCE, DENIAL = key(1), key(2), key(3), key(4)


def said() -> ExchangedArticle:
    """A quote with its cue linked, the words that name its source beside it, and a denial, which is no part of it."""
    annotations = (
        ExchangedAnnotation(CUE, "cue", (Span(0, 4),), annotator="Ana"),
        ExchangedAnnotation(SOURCE, "source_mention", (Span(5, 12),), note="jabatan", annotator="Ana"),
        ExchangedAnnotation(QUOTE, "quote", (Span(14, 34),), {"attributed_to": ["menteri"]}, annotator="Ana"),
        ExchangedAnnotation(DENIAL, "denial", (Span(37, 55),), annotator="Ana"),
    )
    links = (ExchangedLink("cued_by", QUOTE, CUE), ExchangedLink("responds_to", DENIAL, QUOTE))
    return replace(minister(), annotations=annotations, links=links)


@st.composite
def attributed(draw: st.DrawFn) -> ExchangedArticle:
    """An article whose annotations are parts of attributions, linked in every way there is."""
    article = draw(articles())
    labels = st.sampled_from(["quote", "content", "cue", "source", "source_mention", "claim"])
    annotations = tuple(replace(one, label=draw(labels)) for one in article.annotations)
    keys = [one.key for one in annotations]
    links: list[ExchangedLink] = []
    if keys:
        ends = st.tuples(
            st.sampled_from(["cued_by", "said_by", "denies"]), st.sampled_from(keys), st.sampled_from(keys)
        )
        links = [ExchangedLink(kind, start, end) for kind, start, end in draw(st.lists(ends, max_size=12))]
    return replace(
        article, annotations=annotations, links=tuple(links), split=draw(st.sampled_from(["", "train", "dev"]))
    )
