"""What only one format cannot hold, taken out of an article that `core.losses.fit` has made fit before."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle, ExchangedLink, place_of
from annotator.core.losses import Fitted, Loss


class Refit:
    """One article on its way into a format."""

    def __init__(self, fitted: Fitted) -> None:
        self.article: ExchangedArticle = fitted.article
        self._lost = list(fitted.lost)

    def lose(self, annotation: str, what: str, why: str) -> None:
        """Name a loss; as one of `core.losses.Loss`."""
        self._lost.append(Loss(self.article.key, annotation, what, why))

    def done(
        self, annotations: Iterable[ExchangedAnnotation], links: Iterable[ExchangedLink], **changes: Any
    ) -> Fitted:
        """The article with these annotations and links, without the links of which an end is gone."""
        kept = tuple(sorted(annotations, key=place_of))
        here = {one.key for one in kept}
        whole = []
        for link in links:
            if link.from_key in here and (link.to_article or link.to_key in here):
                whole.append(link)
            else:
                self.lose(link.from_key, f"link {link.kind}", "One of its ends is not in the file.")
        return Fitted(replace(self.article, annotations=kept, links=tuple(whole), **changes), tuple(self._lost))
