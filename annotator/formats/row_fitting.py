"""An article as it goes into rows: with its part of the dataset, and without its words where these may not leave.

Without words, offsets still count in the text that the article would have had; its hash, and the stretches that were
kept of it, are enough to put the text back in.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle
from annotator.core.losses import Fitted, Loss, fit
from annotator.core.schema import AttributeKind, LabelSet
from annotator.formats.base import WriteOptions
from annotator.formats.rows import HOLDS

_WHY = "It may quote the text, which is not to be passed on."


def fit_row(article: ExchangedArticle, title: str, options: WriteOptions) -> Fitted:
    """The article as a row holds it: all of it, or without its words."""
    fitted = fit(article, HOLDS, title, options.flat)
    split = options.splits.get(article.key.partition("#")[0], article.split)
    placed = replace(fitted.article, split=split)
    if not options.without_text:
        return Fitted(placed, fitted.lost)
    lost: list[Loss] = list(fitted.lost)
    annotations = tuple(_without_words(one, placed.key, options.label_set, lost) for one in placed.annotations)
    return Fitted(replace(placed, text="", title="", file_name="", annotations=annotations), tuple(lost))


def _without_words(
    one: ExchangedAnnotation, article: str, label_set: LabelSet | None, lost: list[Loss]
) -> ExchangedAnnotation:
    kept = {key: value for key, value in one.attributes.items() if not _is_free_text(key, value, label_set)}
    lost += (Loss(article, one.key, f"attribute {key}", _WHY) for key in one.attributes if key not in kept)
    if one.note:
        lost.append(Loss(article, one.key, "note", _WHY))
    return replace(one, attributes=kept, note="", texts=())


def _is_free_text(key: str, value: Any, label_set: LabelSet | None) -> bool:
    """True for what somebody has typed. Of an attribute that is not known nobody can tell, so it is taken for that."""
    if not isinstance(value, str):
        return isinstance(value, Mapping)
    kinds = {one.key: one.kind for one in label_set.attributes} if label_set else {}
    return kinds.get(key, AttributeKind.TEXT) is AttributeKind.TEXT
