"""Applications made up for the tests of what shows them."""

from datetime import UTC, datetime
from uuid import UUID

from annotator import resources
from annotator.core.anchoring import Anchoring
from annotator.core.identity import new_id
from annotator.core.records import AnnotationRecord, DocumentRecord
from annotator.core.schema import Label
from annotator.core.schema_file import read_label_set
from annotator.core.spans import Span
from annotator.core.text_diff import differences
from annotator.operations.applying import Application
from annotator.ui.copies.apply_dialog import Compared
from tests.operations.test_applying import OURS, WIRE

_NOW = datetime(2026, 5, 4, tzinfo=UTC)


def labels() -> dict[str, Label]:
    """The newsroom's labels by key."""
    label_set = read_label_set(resources.read_toml("label_sets", "newsroom", "label_set.toml"))
    return {label.key: label for label in label_set.labels}


def article(text: str, title: str = "", outlet: str = "") -> DocumentRecord:
    """An article with this text."""
    return DocumentRecord(
        id=new_id(), title=title or text[:30], outlet=outlet, byline="", published="", url="", language="en",
        language_confidence=None, language_by_hand=False, text=text, text_sha256="", original_sha256="", encoding="",
        file_name="", loaded_at=_NOW, furniture=(), sentences=(), marks=(), annotations=(),
    )  # fmt: skip


def annotation(document_id: UUID, text: str, *words: str, label: str = "claim") -> AnnotationRecord:
    """An annotation on these words, which stand in the text."""
    segments = tuple(Span(text.index(part), text.index(part) + len(part)) for part in words)
    return AnnotationRecord(new_id(), document_id, label, segments, "Ana", "", "manual", _NOW)


class Proposals:
    """A wire story, its copy, and four annotations: in other words, gone, the same, and there already."""

    def __init__(self) -> None:
        self.wire, self.copy = article(WIRE), article(OURS, "Harrow loses its bridge", "Riverton Post")
        self.texts = {self.copy.id: self.copy}
        self.copies = {self.copy.id: Compared(self.copy, differences(WIRE, OURS))}
        anchoring = Anchoring(WIRE, OURS)
        self.all: list[Application] = []
        for label, *words in (
            ("quote", "Nobody told us anything,"),
            ("denial", "The council denies that."),
            ("claim", "Repairs will cost eleven million crowns"),
            ("claim", "We read it in the paper."),
        ):
            record = annotation(self.wire.id, WIRE, *words, label=label)
            is_there = words == ["We read it in the paper."]
            self.all.append(Application(record, self.copy.id, anchoring.place(record.segments), is_there))
