"""What agreement has to know of articles' texts, and of the submissions that it leaves out."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from sqlalchemy import Connection, func, select

from annotator.core.agreement.compared import Text
from annotator.core.progress import corrected_ends, extent_states, tiles
from annotator.core.records import Furniture, SentenceState
from annotator.core.spans import Span, covered, trim
from annotator.store.queries import BATCH
from annotator.store.review_tables import Reading, Submission
from annotator.store.tables import Document, SentenceBreak, table_of
from annotator.store.tables import Text as TextRow

_document, _text = table_of(Document).c, table_of(TextRow).c
_break, _submission = table_of(SentenceBreak).c, table_of(Submission).c
_reading = table_of(Reading).c


def texts(connection: Connection, ids: Sequence[UUID]) -> Iterator[tuple[UUID, Text]]:
    """What is known of articles' texts; a sentence that is page furniture throughout is none."""
    columns = (_document.id, _document.language, _document.sentence_ends, _document.furniture, _text.content)
    for start in range(0, len(ids), BATCH):
        part = list(ids[start : start + BATCH])
        breaks: dict[UUID, list[tuple[int, bool]]] = {}
        hand_made = select(_break.document_id, _break.position, _break.joined).where(_break.document_id.in_(part))
        for key, position, joined in connection.execute(hand_made):
            breaks.setdefault(key, []).append((position, joined))
        query = select(*columns).join(table_of(TextRow), _document.text_sha256 == _text.sha256)
        for key, language, ends, furniture, content in connection.execute(query.where(_document.id.in_(part))):
            text = str(content, "utf-8")
            yield key, _known(text, language, corrected_ends(ends, breaks.get(key, ())), furniture)


def number_of_later_submissions(connection: Connection, ids: Sequence[UUID] | None = None) -> int:
    """How many submissions (of these articles) are not somebody's first of an article."""
    counts = select(_submission.document_id, func.count()).where(_submission.number > 1)
    rows = connection.execute(counts.group_by(_submission.document_id)).all()
    wanted = None if ids is None else set(ids)
    return sum(number for key, number in rows if wanted is None or key in wanted)


def readers_who_saw(connection: Connection) -> set[tuple[UUID, UUID]]:
    """Article and annotator of readings in which another's work was in view before they were handed in."""
    query = select(_reading.document_id, _reading.annotator_id).where(_reading.saw_others.is_(True))
    return {(key, who) for key, who in connection.execute(query)}


def _known(text: str, language: str, ends: Sequence[int], furniture: Sequence[Sequence[object]]) -> Text:
    sentences = tiles(ends)
    extents = [trim(text, sentence) for sentence in sentences]
    pieces = [Furniture(*piece) for piece in furniture]  # type: ignore[arg-type]
    states = extent_states(text, extents, pieces, (), ())
    kept = [one for one, state in zip(sentences, states, strict=True) if state is not SentenceState.FURNITURE]
    return Text(len(text), kept, language, covered(Span(piece.start_char, piece.end_char) for piece in pieces))
