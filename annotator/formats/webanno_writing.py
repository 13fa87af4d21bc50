"""An article as a file of WebAnno TSV 3.3: its sentences, each with a row a token.

A sentence takes the white space behind it along, since what lies between two sentences cannot be told. All numbers of
places count UTF-16 units.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle, ExchangedLink, place_of
from annotator.core.losses import Fitted
from annotator.core.spans import Span, Utf16Map
from annotator.core.tokens import sentence_tokens, tokens_within
from annotator.formats.refit import Refit
from annotator.formats.uima_types import RELATION, SPAN, feature_of
from annotator.formats.webanno_cells import NOTHING, VALUELESS, escape_text, escape_value

_WORDS_ONLY = "WebAnno TSV holds whole words and marks; white space at its ends is left out."
_EMPTY = "WebAnno TSV holds no empty value."
_BEGINNING = "WebAnno TSV holds no line break or tab before the first word; they became spaces."
_NO_WORD = "WebAnno TSV holds no text without a word or a mark."


def fit_rows(fitted: Fitted) -> Fitted:
    """The article as such a file holds it: its annotations are whole tokens, its sentences hold every token."""
    refit = Refit(fitted)
    article = refit.article
    text = _with_plain_beginning(article.text)
    if text != article.text:
        refit.lose("", "text", _BEGINNING if text else _NO_WORD)
    sentences = sentence_tokens(text, article.sentences, _edges(article))
    every = [token for sentence in sentences for token in sentence]
    annotations = [kept for one in article.annotations if (kept := _on_tokens(refit, one, every))]
    told = tuple(Span(tokens[0].start_char, tokens[-1].end_char) for tokens in sentences)
    return refit.done(annotations, article.links, text=text, sentences=told)


def text_of(article: ExchangedArticle) -> Iterator[str]:
    """The lines of the file of a fitted article, each with its end."""
    rows = _Rows(article)
    yield "#FORMAT=WebAnno TSV 3.3\n"
    yield f"#T_SP={'|'.join((SPAN, *(name for name, _ in rows.features)))}\n"
    if article.links:
        yield f"#T_RL={'|'.join((RELATION, *(name for name, _ in rows.relation_features)))}|BT_{SPAN}\n"
    yield "\n"
    number = 0
    for sentence, text in enumerate(rows.texts(), 1):
        yield "\n"
        for line in text.split("\n"):
            yield f"#Text={escape_text(line)}\n"
        for _ in rows.sentences[sentence - 1]:
            yield rows.row(number)
            number += 1


@dataclass(slots=True, eq=False)
class _Piece:
    """A piece of an annotation: its tokens, and its number in the file, 0 where the token alone says which it is."""

    annotation: ExchangedAnnotation
    tokens: range
    number: int = 0


_Feature = tuple[str, Callable[[ExchangedAnnotation], str]]
_LinkFeature = tuple[str, Callable[[ExchangedLink], str]]


class _Rows:
    """The rows of an article, and all that has to be known before the first of them."""

    def __init__(self, article: ExchangedArticle) -> None:
        self._article = article
        self.sentences = sentence_tokens(article.text, article.sentences, _edges(article))
        self._tokens = [token for sentence in self.sentences for token in sentence]
        self._names = [f"{at}-{n}" for at, s in enumerate(self.sentences, 1) for n in range(1, len(s) + 1)]
        self._units = Utf16Map(article.text)
        self.features = list(_features(article.annotations))
        self.relation_features = list(_relation_features(article.links))
        self._pieces: dict[str, _Piece] = {}  # the first of each annotation
        self._on: list[list[_Piece]] = [[] for _ in self._tokens]
        self._last: tuple[Sequence[_Piece], list[str]] | None = None
        self._lay()
        self._links: dict[int, list[ExchangedLink]] = {}
        for link in article.links:
            self._links.setdefault(self._pieces[link.to_key].tokens.start, []).append(link)

    def texts(self) -> Iterator[str]:
        """The text of each sentence, up to where the next one begins."""
        begins = [sentence[0].start_char for sentence in self.sentences]
        for begin, end in zip(begins, [*begins[1:], len(self._article.text)], strict=True):
            yield self._article.text[begin:end]

    def row(self, number: int) -> str:
        """The row of a token."""
        start, end = self._tokens[number]
        place = f"{self._units.to_utf16(start)}-{self._units.to_utf16(end)}"
        cells = [self._names[number], place, escape_text(self._article.text[start:end])]
        cells += self._cells(self._on[number])
        if self._article.links:
            links = self._links.get(number, [])
            cells += ["|".join(_value(say(link)) for link in links) for _, say in self.relation_features]
            cells.append("|".join(self._reference(link) for link in links))
        return "\t".join(cell or NOTHING for cell in cells) + "\t\n"

    def _cells(self, pieces: Sequence[_Piece]) -> list[str]:
        """What is said of the annotations over a token; the next one mostly has the same ones."""
        if self._last is None or self._last[0] != pieces:
            cells = ["|".join(_cell(say(one.annotation), one) for one in pieces) for _, say in self.features]
            self._last = pieces, cells
        return self._last[1]

    def _lay(self) -> None:
        """Lay the annotations on the tokens, and number those that lie on several or over each other."""
        ordered = sorted(self._article.annotations, key=lambda one: (one.label, place_of(one)))
        pieces = [_Piece(one, tokens_within(self._tokens, part)) for one in ordered for part in one.segments]
        for piece in pieces:
            self._pieces.setdefault(piece.annotation.key, piece)
            for at in piece.tokens:
                self._on[at].append(piece)
        number = 0
        for piece in pieces:
            if len(piece.tokens) > 1 or len(self._on[piece.tokens.start]) > 1:
                number += 1
                piece.number = number

    def _reference(self, link: ExchangedLink) -> str:
        """The token where the link begins; which of the annotations there, and of those here, in brackets."""
        start, end = self._pieces[link.from_key], self._pieces[link.to_key]
        numbers = f"[{start.number}_{end.number}]" if start.number or end.number else ""
        return self._names[start.tokens.start] + numbers


def _features(annotations: Sequence[ExchangedAnnotation]) -> Iterator[_Feature]:
    """The features that say anything here: name, and what it is of an annotation."""
    yield "label", lambda one: one.label
    for name in sorted({name for one in annotations for name in one.attributes}):
        yield feature_of(name), lambda one, name=name: one.attributes.get(name, "")  # type: ignore[misc]
    if annotations:
        yield "key", lambda one: one.key
    for name in ("note", "annotator"):
        if any(getattr(one, name) for one in annotations):
            yield name, lambda one, name=name: getattr(one, name)  # type: ignore[misc]
    if any(one.created_at for one in annotations):
        yield "created", lambda one: one.created_at.isoformat() if one.created_at else ""


def _relation_features(links: Sequence[ExchangedLink]) -> Iterator[_LinkFeature]:
    yield "label", lambda link: link.kind
    for name in ("key", "annotator"):
        if any(getattr(link, name) for link in links):
            yield name, lambda link, name=name: getattr(link, name)  # type: ignore[misc]


def _cell(words: str, piece: _Piece) -> str:
    return _value(words) + (f"[{piece.number}]" if piece.number else "")


def _value(words: str) -> str:
    return escape_value(words) or VALUELESS


def _edges(article: ExchangedArticle) -> Iterable[int]:
    return [edge for one in article.annotations for segment in one.segments for edge in segment]


def _with_plain_beginning(text: str) -> str:
    """The text with nothing but spaces before its first word; "" for one that has none."""
    rest = text.lstrip()
    return " " * (len(text) - len(rest)) + rest if rest else ""


def _on_tokens(refit: Refit, one: ExchangedAnnotation, tokens: Sequence[Span]) -> ExchangedAnnotation | None:
    found = [tokens_within(tokens, segment) for segment in one.segments]
    segments = tuple(Span(tokens[at.start].start_char, tokens[at.stop - 1].end_char) for at in found if at)
    if not segments:
        refit.lose(one.key, "span", "WebAnno TSV holds no annotation of white space alone.")
        return None
    if segments != one.segments:
        refit.lose(one.key, "gap", _WORDS_ONLY)
    for name, value in one.attributes.items():
        if not value:
            refit.lose(one.key, f"attribute {name}", _EMPTY)
    attributes = {name: value for name, value in one.attributes.items() if value}
    return replace(one, segments=segments, attributes=attributes)
