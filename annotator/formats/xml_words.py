"""What XML 1.0 cannot hold of an article: control characters, each of which becomes a space, and that is said."""

import re
from dataclasses import replace
from typing import Any

from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle
from annotator.core.losses import Fitted, Loss

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WORDS = ("title", "outlet", "byline", "published", "published_at", "url", "language", "file_name", "split")
_WHY = "XML holds no control characters; a space stands for each, so that every place stays where it was."


def spaced(words: str) -> str:
    """The words with a space for each character that XML cannot hold."""
    return _FORBIDDEN.sub(" ", words)


def fit_for_xml(fitted: Fitted, *, with_text: bool = True) -> Fitted:
    """An article as XML holds it, and what that takes away; `with_text`: its text stands in the XML, too."""
    article = fitted.article
    names = (*_WORDS, "text") if with_text else _WORDS
    words: dict[str, Any] = {name: spaced(getattr(article, name)) for name in names}
    told = replace(article, **words, annotations=tuple(_told(one) for one in article.annotations))
    if told == article:
        return fitted
    lost = list(fitted.lost)
    if any(getattr(article, name) != there for name, there in words.items()):
        lost.append(Loss(article.key, "", "text", _WHY))
    lost += [Loss(article.key, one.key, "text", _WHY) for one in _changed(article, told)]
    return Fitted(told, tuple(lost))


def _told(one: ExchangedAnnotation) -> ExchangedAnnotation:
    return replace(
        one,
        label=spaced(one.label),
        note=spaced(one.note),
        annotator=spaced(one.annotator),
        attributes={key: _value(value) for key, value in one.attributes.items()},
    )


def _value(value: Any) -> Any:
    return spaced(value) if isinstance(value, str) else value


def _changed(before: ExchangedArticle, after: ExchangedArticle) -> list[ExchangedAnnotation]:
    pairs = zip(before.annotations, after.annotations, strict=True)
    return [one for one, other in pairs if one != other]
