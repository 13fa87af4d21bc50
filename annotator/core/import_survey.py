"""What names and values a file of annotations holds, and how often: counted before anybody decides what they mean."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from annotator.core.exchange import ExchangedArticle
from annotator.core.losses import as_words

_VALUES = 100
"""Of how many different values of one attribute a person can decide; of free words there are more, and none to map."""


@dataclass(slots=True)
class Survey:
    """Counts of what stands in a file.

    `attributes`: name -> its values -> how often. `far` are the ends of links that lie in other articles than the link
    itself: (article, annotation), both keys of the file. `has_times`: the file says when annotations were made.
    """

    articles: int = 0
    annotations: int = 0
    links: int = 0
    labels: Counter[str] = field(default_factory=Counter)
    attributes: dict[str, Counter[str]] = field(default_factory=dict)
    relations: Counter[str] = field(default_factory=Counter)
    annotators: Counter[str] = field(default_factory=Counter)
    far: set[tuple[str, str]] = field(default_factory=set)
    has_times: bool = False

    def take(self, article: ExchangedArticle) -> None:
        """Count one article in."""
        self.articles += 1
        self.annotations += len(article.annotations)
        self.links += len(article.links)
        for one in article.annotations:
            self.labels[one.label] += 1
            self.annotators[one.annotator] += 1
            self.has_times = self.has_times or one.created_at is not None
            for name, value in one.attributes.items():
                self._count_value(name, as_words(value))
        for link in article.links:
            self.relations[link.kind] += 1
            if link.annotator:
                self.annotators[link.annotator] += 0
            if link.to_article and link.to_article != article.key:
                self.far.add((link.to_article, link.to_key))

    def values(self, name: str) -> Sequence[str]:
        """The values of an attribute, the commonest first; () where there are more than anybody looks through."""
        counted = self.attributes.get(name, Counter())
        return [value for value, _ in counted.most_common()] if len(counted) <= _VALUES else ()

    def _count_value(self, name: str, words: str) -> None:
        counted = self.attributes.setdefault(name, Counter())
        if words in counted or len(counted) <= _VALUES:
            counted[words] += 1
