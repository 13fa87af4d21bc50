"""A sheet of claims for those who check them: what is claimed, by whom, who denies it, and room for what they find."""

import json
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from annotator.core.losses import Loss
from annotator.core.records import AnnotationRecord, DocumentRecord
from annotator.formats.base import WriteOptions
from annotator.formats.sheet_cells import passage_words
from annotator.formats.sheet_desk import PLACE, SOURCE, WHERE, WHO, Told, source_of
from annotator.formats.sheet_format import SheetFormat
from annotator.formats.sheet_losses import beside_label
from annotator.formats.sheet_reading import SheetKind
from annotator.formats.table_depth import joined

_LABEL, _SAME = "claim", "same_as"
_VALUES = {
    "kind": "claim_kind",
    "voice": "voice",
    "polarity": "polarity",
    "modality": "modality",
    "certainty": "certainty",
    "worth_checking": "check_worthiness",
    "accuses": "accuses",
    "reply": "reply_status",
    "legal": "legal_flag",
    "verification": "verification",
}
"""Column -> attribute."""
_ANSWERS = {
    "denies": ("denied_by", "denials", "denied_in"),
    "supports": ("supported_by", "supports", "supported_in"),
}
"""A link that leads to a claim -> the columns of who says so, in which words, and in which articles."""
_FOR_THE_CHECKER = ("checked", "verdict", "evidence", "evidence_url", "checked_by", "checked_on")
_COLUMNS = (
    *("claim", "speaker", "role", *_VALUES, "sentence", *WHERE),
    *(*_ANSWERS["denies"], *_ANSWERS["supports"], "repeated_in"),
    *(*_FOR_THE_CHECKER, "note", *WHO, "claim_id", *PLACE),
)
_BETWEEN = " | "  # of passages in one cell, as in the sheet of the right of reply


class _Answer(NamedTuple):
    """What is linked to a claim: who says it, in which words and where."""

    names: tuple[str, ...]
    words: str
    article: str


@dataclass(slots=True)
class _Answers:
    """What other annotations say to claims, by the claim and the link; the claims' rows wait on the disk for it."""

    found: dict[tuple[str, str], list[_Answer]] = field(default_factory=lambda: defaultdict(list))
    same: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    articles: dict[str, str] = field(default_factory=dict)

    def take(self, told: Told, options: WriteOptions) -> None:
        """Take in what the annotations of an article say to claims, of whatever article."""
        record, by_id = told.record, {one.id: one for one in told.record.annotations}
        where = (record.title or record.file_name, record.outlet, record.published)
        article = ", ".join(part for part in where if part)
        self.articles |= {str(one.id): article for one in record.annotations if one.label == _LABEL}
        for link in record.relations:
            one = by_id.get(link.from_id)
            if one is None or link.to_id is None:
                continue
            if link.kind == _SAME:  # it means the same both ways
                self.same[str(one.id)].append(str(link.to_id))
                self.same[str(link.to_id)].append(str(one.id))
            elif link.kind in _ANSWERS:
                names = tuple(source.name for source in told.sources(one, source_of(options.label_set, one.label)))
                answer = _Answer(names, passage_words(record.text, one), article)
                self.found[str(link.to_id), link.kind].append(answer)

    def cells(self, claim: str) -> dict[str, str]:
        """The cells of a claim that tell of them, by heading."""
        same = (self.articles[one] for one in self.same.get(claim, ()) if one in self.articles)
        cells = {"repeated_in": _beside(same)}
        for kind, (who, words, where) in _ANSWERS.items():
            there = self.found.get((claim, kind), ())
            cells[who] = joined(name for one in there for name in one.names)
            cells[words] = _beside(one.words for one in there)
            cells[where] = _beside(one.article for one in there)
        return cells


class ClaimSheet(SheetFormat):
    """One claim a row, as a text file or a workbook."""

    id = "claims"
    title = "Claim sheet (CSV, Excel)"
    extensions = (".csv", ".xlsx")
    losses = (
        "Only claims are in it; what denies or supports one stands in its row, as words.",
        "Articles without claims, and the texts of articles, are not in it.",
        "Whom the newsroom has contacted, and when, is not in it; only what has become of the right of reply.",
    )
    sheet_name = "Claims"
    kind = SheetKind(
        columns=_COLUMNS,
        known_by=frozenset({"claim", "article_id", "segments"}),
        key="claim_id",
        words="claim",
        label=_LABEL,
        attributes=_VALUES,
        sources={"speaker": SOURCE},
    )

    def lost(self, record: DocumentRecord, options: WriteOptions) -> Iterator[Loss]:
        """Every other label, what is said of claims beyond the columns, and links."""
        sources = {source_of(options.label_set, _LABEL)}
        yield from beside_label(record, _LABEL, frozenset(_VALUES.values()), sources, self.title)
        yield from super().lost(record, options)

    def rows(self, records: Iterable[DocumentRecord], options: WriteOptions) -> Iterator[tuple[str, ...]]:
        """The claims of each article, in its order; each with all that any of the articles says to it."""
        answers = _Answers()
        with tempfile.TemporaryFile() as waiting:
            for record in records:
                told = Told.of(record, options)
                answers.take(told, options)
                for claim in self.fitted(record, options).annotations:
                    cells = _cells(told, claim, source_of(options.label_set, _LABEL))
                    waiting.write(json.dumps(cells).encode() + b"\n")
            waiting.seek(0)
            for line in waiting:
                cells = json.loads(line)
                cells |= answers.cells(cells["claim_id"])
                yield tuple(cells.get(column, "") for column in _COLUMNS)


def _cells(told: Told, claim: AnnotationRecord, source: str) -> Mapping[str, str]:
    """A claim's cells by heading, without what others say to it."""
    values = told.values(claim)
    return {
        "claim": passage_words(told.record.text, claim),
        "speaker": told.names(claim, source),
        "role": told.roles(claim, source),
        "note": claim.note,
        "claim_id": str(claim.id),
        **{column: values.get(key, "") for column, key in _VALUES.items()},
        **told.article_cells(),
        **told.place_cells(claim),
    }


def _beside(passages: Iterable[str]) -> str:
    """Several passages in one cell, each of them once."""
    return _BETWEEN.join(dict.fromkeys(passages))
