"""Articles for formats in which each annotator's work stands by itself."""

from dataclasses import replace

from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle
from annotator.core.losses import Fitted, Loss


def one_annotator_a_link(fitted: Fitted, title: str) -> Fitted:
    """An article without the links that lead from an annotation of one person to one of another."""
    by_key = {one.key: one.annotator for one in fitted.article.annotations}
    kept = tuple(link for link in fitted.article.links if by_key[link.from_key] == by_key[link.to_key])
    if len(kept) == len(fitted.article.links):
        return fitted
    why = f"In {title} each annotator’s work stands by itself, and a link cannot lead to another’s."
    lost = [
        Loss(fitted.article.key, link.from_key, f"link {link.kind}", why)
        for link in fitted.article.links
        if link not in kept
    ]
    return Fitted(replace(fitted.article, links=kept), (*fitted.lost, *lost))


def by_annotator(article: ExchangedArticle) -> dict[str, list[ExchangedAnnotation]]:
    """An article's annotations by their annotators, in the order of these names."""
    found: dict[str, list[ExchangedAnnotation]] = {
        name: [] for name in sorted({o.annotator for o in article.annotations})
    }
    for one in article.annotations:
        found[one.annotator].append(one)
    return found
