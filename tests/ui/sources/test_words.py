"""What is known of a source, in words; what is not known is not said."""

from annotator.core.identity import new_id
from annotator.core.records import SourceRecord
from annotator.core.sources import Naming, Role, SourceKind
from annotator.ui.sources.words import about_words, count_words, kind_words, naming_words, role_words
from tests.ui.sources.rows import LABELS


def test_every_value_has_words() -> None:
    for words, values in ((kind_words(), SourceKind), (naming_words(), Naming), (role_words(), Role)):
        assert set(words) == set(values)
        assert all(words.values())


def test_only_what_is_known_is_said() -> None:
    assert about_words(SourceRecord(new_id(), "A")) == ""
    known = {"kind": "person", "naming": "anonymous", "role": "media", "protected": True}
    words = about_words(SourceRecord(new_id(), "A", **known))  # type: ignore[arg-type]
    assert words == "Person · Anonymous · Media · Protected"


def test_counts_by_label() -> None:
    assert count_words({"claim": 3, "gone": 1}, LABELS) == "3 Claim, 1 gone"
