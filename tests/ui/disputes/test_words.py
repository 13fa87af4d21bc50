"""What the page calls things."""

from uuid import UUID

from annotator.core.disputes import DisputeKind
from annotator.core.rulings import RulingRecord, RulingVerdict
from annotator.core.spans import Span
from annotator.ui.disputes import words
from tests.core.submitted import ANA, BEN, CLEO, DOCUMENT
from tests.ui.disputes.made import LABELS, article

ONE, BOTH, NEITHER, NEW = RulingVerdict


def ruling(verdict: RulingVerdict, *keeps: int, **more: object) -> RulingRecord:
    kept = frozenset(UUID(int=key) for key in keeps)
    return RulingRecord(UUID(int=99), DOCUMENT, CLEO, verdict, frozenset({UUID(int=1), UUID(int=11)}), kept, **more)  # type: ignore[arg-type]


def test_every_kind_has_a_word() -> None:
    assert len({words.kind_words(kind) for kind in DisputeKind}) == len(DisputeKind)
    first = article().disputes.disputes[0].group
    assert words.kinds_words(first) == "Boundary"


def test_labels_links_and_values_are_called_as_the_label_set_calls_them() -> None:
    assert words.label_words(LABELS, "claim") == "Claim"
    assert words.label_words(LABELS, "rumour") == "rumour"
    assert words.link_words(LABELS, "attributed_to") == "Source"
    assert words.attribute_words(LABELS, "voice") == "Voice"
    assert words.value_words(LABELS, "voice", {"voice": "outlet"}) == "the article’s own"
    assert words.value_words(LABELS, "voice", {}) == "reported"
    assert words.value_words(LABELS, "negated_report", {"negated_report": True}) == "yes"
    assert words.value_words(LABELS, "claim_kind", {}) == "nothing said"


def test_a_ruling_in_a_sentence() -> None:
    there = article()
    group = there.disputes.disputes[0].group
    told = {
        verdict: words.ruling_words(made, group, there, LABELS)
        for verdict, made in (
            (ONE, ruling(ONE, 11, reason="No article")),
            (BOTH, ruling(BOTH, 1, 11)),
            (NEITHER, ruling(NEITHER)),
            (NEW, ruling(NEW, label="quote", segments=(Span(4, 9),))),
        )
    }
    assert told[ONE] == "Cleo: Ben’s side holds. No article"
    assert told[BOTH] == "Cleo: all of it holds"
    assert told[NEITHER] == "Cleo: nothing of it holds"
    assert told[NEW] == "Cleo: Quote “mayor” holds instead"
    assert words.ruling_words(ruling(ONE, 77), group, there, LABELS) == "Cleo: one side held"


def test_cases() -> None:
    assert words.case_words(ruling(BOTH)) == ""
    assert words.case_words(ruling(BOTH, case_number=7)) == "Case 7"
    assert words.case_words(ruling(BOTH, case_number=7, case_title="Articles")) == "Case 7: Articles"


def test_who_is_called_how() -> None:
    assert [article().name(key) for key in (ANA, BEN)] == ["Ana Bell", "Ben"]
