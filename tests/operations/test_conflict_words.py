"""Each sort of conflict is told in a sentence that a person understands."""

from uuid import UUID

from annotator.core.schema_file import read_label_set
from annotator.operations.conflict_words import About, value_words
from annotator.resources import read_toml
from annotator.store.review_tables import MergeConflict

LABELS = read_label_set(read_toml("label_sets", "newsroom", "label_set.toml"))
BEN = UUID(int=9)


def words(field: str, value: dict[str, object], kind: str = "changed", table: str = "annotation") -> str:
    row = MergeConflict(id=UUID(int=1), kind=kind, table_name=table, row_id=UUID(int=2), field=field)
    return value_words(About(text="Wali kota membantah."), row, value, LABELS, {BEN: "Ben"})


def test_values_in_words() -> None:
    assert words("note", {"values": {"note": ""}}) == "nothing"
    assert words("note", {"values": {"note": "call  \n back"}}) == "call back"
    assert words("label", {"values": {"label": "denial"}}) == LABELS.label("denial").title
    assert words("label", {"values": {"label": "unheard_of"}}) == "unheard_of"
    assert words("attributes.claim_kind", {"values": {"attributes.claim_kind": "event_or_state"}}) == "event or state"
    assert words("attributes.unheard", {"values": {"attributes.unheard": "of"}}) == "of"
    assert words("start_char", {"values": {"start_char": 0, "end_char": 4, "segments": None}}) == "“Wali”"
    assert (
        words("start_char", {"values": {"start_char": 0, "end_char": 9, "segments": [[0, 4], [5, 9]]}})
        == "“Wali … kota”"
    )
    assert words("joined", {"values": {"joined": True}}, "sentence", "sentence_break") == "the sentences are joined"
    assert words("assigned_by", {"values": {"assigned_by": BEN.hex}}, table="reading") == "Ben"
    assert words("also_in", {"values": {"also_in": ["en", "id"]}}, table="document") == "en, id"


def test_rows_in_words() -> None:
    assert words("", {"row": None}, "removed") == "removed"
    assert words("", {"row": {"note": "a"}}, "removed") == "kept"
    assert words("", {"row": {"kind": "denies"}}, "tie", "relation") == LABELS.relation("denies").title
    assert words("", {"row": {"kind": "attributed_to", "source_id": "x"}}, "tie", "relation") == "names a source"


def test_a_long_value_is_shortened() -> None:
    told = words("note", {"values": {"note": "word " * 100}})
    assert len(told) <= 120
    assert told.endswith("…")
