"""What a dataset holds, counted while it is written."""

from collections import Counter
from dataclasses import dataclass, field

from annotator.core.exchange import ExchangedArticle


@dataclass(slots=True)
class DatasetTally:
    """Counts by part (train, dev, test), and those of the whole. `labels` and `links` count by part and key."""

    rows: Counter[str] = field(default_factory=Counter)
    annotations: Counter[str] = field(default_factory=Counter)
    empty: Counter[str] = field(default_factory=Counter)
    labels: Counter[tuple[str, str]] = field(default_factory=Counter)
    links: Counter[str] = field(default_factory=Counter)
    languages: Counter[tuple[str, str]] = field(default_factory=Counter)
    annotators: Counter[str] = field(default_factory=Counter)
    outlets: set[str] = field(default_factory=set)
    first_day: str = ""
    last_day: str = ""
    articles: dict[str, str] = field(default_factory=dict)
    """The part of each article by its key, in the order in which they came: parts of one article count once."""

    def count(self, article: ExchangedArticle) -> None:
        """Take one in."""
        part = article.split
        self.articles[article.key.partition("#")[0]] = part
        self.rows[part] += 1
        self.empty[part] += not article.annotations
        self.annotations[part] += len(article.annotations)
        self.languages[part, article.language] += 1
        self.links.update(link.kind for link in article.links)
        for one in article.annotations:
            self.labels[part, one.label] += 1
            self.annotators[one.annotator] += 1
        if article.outlet:
            self.outlets.add(article.outlet)
        if day := article.published_at[:10]:
            self.first_day = min(self.first_day or day, day)
            self.last_day = max(self.last_day, day)

    def of_all(self, counts: Counter[tuple[str, str]]) -> Counter[str]:
        """Counts by part and key as counts by key."""
        whole: Counter[str] = Counter()
        for (_, key), number in counts.items():
            whole[key] += number
        return whole
