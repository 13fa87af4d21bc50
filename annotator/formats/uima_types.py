"""The types of a UIMA CAS as this program writes them, and the names of their features.

INCEpTION opens them when its project has layers of the same names: custom.Span (a span layer) and custom.Relation (a
relation layer on it, whose features for both ends are fixed). Article details stand in one custom.Article, which can
be a document metadata layer there; title, id and language in DKPro's own metadata besides.
"""

import re
from collections.abc import Iterable
from typing import Any

SOFA = "uima.cas.Sofa"
SPAN, RELATION, ARTICLE, NOTHING = "custom.Span", "custom.Relation", "custom.Article", "custom.Nothing"
DKPRO = "de.tudarmstadt.ukp.dkpro.core.api."
SENTENCE = DKPRO + "segmentation.type.Sentence"
METADATA = DKPRO + "metadata.type.DocumentMetaData"
FROM, TO = "Governor", "Dependent"
DETAILS = (
    "title",
    "outlet",
    "byline",
    "published",
    "published_at",
    "url",
    "language",
    "file_name",
    "text_sha256",
    "split",
)
OWN = ("label", "key", "note", "annotator", "created")
"""The features of a span that are no attributes."""

_ANNOTATION, _STRING = "uima.tcas.Annotation", "uima.cas.String"
_PREFIX = "attribute_"
_TAKEN = frozenset({*OWN, "sofa", "begin", "end", "self", "type", "id", FROM, TO})
_PLAIN = re.compile("[A-Za-z][A-Za-z0-9_]*")


def feature_of(attribute: str) -> str:
    """The feature that an attribute is told in: its key, where no other feature has that name."""
    is_plain = _PLAIN.fullmatch(attribute) and attribute not in _TAKEN and not attribute.startswith(_PREFIX)
    return attribute if is_plain else _PREFIX + attribute


def attribute_of(feature: str) -> str:
    """The attribute that a feature tells."""
    return feature.removeprefix(_PREFIX)


def type_system(attributes: Iterable[str]) -> Any:
    """A type system of cassis, with a feature for each of these attributes, in their order."""
    # Loaded late: every command imports the formats, and few need this one.
    from cassis import TypeSystem

    made = TypeSystem()
    span = made.create_type(SPAN, _ANNOTATION)
    for name in (*OWN, *map(feature_of, attributes)):
        made.create_feature(span, name, _STRING)
    relation = made.create_type(RELATION, _ANNOTATION)
    for name in ("label", "key", "annotator"):
        made.create_feature(relation, name, _STRING)
    for name in (FROM, TO):
        made.create_feature(relation, name, span)
    made.create_type(NOTHING, _ANNOTATION)
    article = made.create_type(ARTICLE, "uima.cas.AnnotationBase")
    for name in ("key", *DETAILS, "kept"):
        made.create_feature(article, name, _STRING)
    made.create_type(SENTENCE, _ANNOTATION)
    metadata = made.create_type(METADATA, "uima.tcas.DocumentAnnotation")
    for name in ("documentTitle", "documentId", "documentUri"):
        made.create_feature(metadata, name, _STRING)
    return made
