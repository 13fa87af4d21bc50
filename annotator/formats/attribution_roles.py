"""What of an article is an attribution: contents, with the cues and sources that they are linked to.

The shipped label sets name the parts differently; a published corpus knows Source, Cue and Content alone.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle, ExchangedLink
from annotator.core.losses import Fitted, as_words, names_in
from annotator.formats.refit import Refit

CONTENT, CUE, SOURCE = "Content", "Cue", "Source"
ROLES = {"content": CONTENT, "quote": CONTENT, "cue": CUE, "source": SOURCE, "source_mention": SOURCE}
"""The part that an annotation has, by its label."""
LINKS = {"cued_by": CUE, "said_by": SOURCE}
"""The part that is at the other end of a content's link, by the link's kind."""
KINDS = {part: kind for kind, part in LINKS.items()}
_NAMED_IN = "attributed_to"


def fit_roles(fitted: Fitted) -> Fitted:
    """The attributions of an article alone, and what else there was.

    A content that names its source (`attributed_to`) and is linked to none is linked to the words that are that name,
    where somebody has marked them: the nearest ones of the same person.
    """
    refit = Refit(fitted)
    annotations = []
    for one in fitted.article.annotations:
        if one.label in ROLES:
            annotations.append(one)
        else:
            refit.lose(one.key, "span", f"“{one.label}” is no part of an attribution.")
    parts = {one.key: ROLES[one.label] for one in annotations}
    links: dict[tuple[str, str, str], ExchangedLink] = {}
    for link in fitted.article.links:
        ends = (link.kind, link.from_key, link.to_key)
        if parts.get(link.from_key) != CONTENT or link.kind not in LINKS or parts.get(link.to_key) != LINKS[link.kind]:
            refit.lose(link.from_key, f"link {link.kind}", "It does not lead from a content to its cue or its source.")
        elif ends in links:
            refit.lose(link.from_key, f"link {link.kind}", "An attribution has each of its parts once.")
        else:
            links[ends] = link
    named = _named(fitted.article, annotations, {start for kind, start, _ in links if kind == KINDS[SOURCE]})
    return refit.done(annotations, [*links.values(), *named])


def _named(
    article: ExchangedArticle, annotations: list[ExchangedAnnotation], linked: set[str]
) -> Iterator[ExchangedLink]:
    """Links to the sources that are named and not linked."""
    sources: dict[tuple[str, str], list[ExchangedAnnotation]] = {}
    for one in annotations:
        if ROLES[one.label] == SOURCE:
            words = " ".join(article.text[start:end] for start, end in one.segments)
            sources.setdefault((one.annotator, _folded(words)), []).append(one)
    for one in annotations:
        if ROLES[one.label] != CONTENT or one.key in linked:
            continue
        for name in names_in(as_words(one.attributes.get(_NAMED_IN, ""))):
            found = sources.get((one.annotator, _folded(name)))
            if found:
                nearest = min(found, key=partial(_distance, one))
                yield ExchangedLink(KINDS[SOURCE], one.key, nearest.key)


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()


def _distance(one: ExchangedAnnotation, other: ExchangedAnnotation) -> tuple[int, int]:
    start, end = one.extent
    there = other.extent
    return max(there.start_char - end, start - there.end_char, 0), there.start_char


def as_part(one: ExchangedAnnotation, own_label: str) -> ExchangedAnnotation:
    """The annotation labelled with its part; a label that the part does not tell becomes the attribute `own_label`."""
    part = ROLES[one.label]
    kept = {} if part.lower() == one.label else {own_label: one.label}
    return replace(one, label=part, attributes={**one.attributes, **kept})
