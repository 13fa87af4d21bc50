"""A newsroom's choice holds where it made one, and what is usual everywhere else."""

import pytest

from annotator.core.languages import known_languages
from annotator.core.quote_policy import (
    AS_IT_IS,
    AS_OTHERS,
    CHOICES,
    OTHERS,
    changed,
    quotes_in,
    sentence_ends,
    settled,
    usual_quotes,
)

QUOTED = "“Kami tidak mundur. Kami akan datang. Tunggu saja,” ujar Wati. Dewan diam.\n"
ENGLISH = "“We stay. We are here. Wait,” said Ann. The board was silent.\n"


def test_nothing_chosen_is_as_usual() -> None:
    assert quotes_in({}, "id") == usual_quotes("id") == "whole"
    assert all(quotes_in({}, code) == usual_quotes(code) for code in (*known_languages(), "unknown", "xx"))


@pytest.mark.parametrize(
    ("policy", "language", "holds"),
    [
        ({"id": "split"}, "id", "split"),
        ({OTHERS: "split"}, "id", "split"),
        ({"id": "whole", OTHERS: "split"}, "id", "whole"),
        ({"id": "usual", OTHERS: "split"}, "id", "whole"),
        ({"en": "split"}, "id", "whole"),
        ({OTHERS: "whole"}, "unknown", "whole"),
        ({"id": "nonsense of another version"}, "id", "whole"),
    ],
)
def test_the_language_s_own_choice_goes_before_that_for_the_others(
    policy: dict[str, str], language: str, holds: str
) -> None:
    assert quotes_in(policy, language) == holds


def test_what_says_nothing_is_not_kept() -> None:
    assert settled({"id": "usual", OTHERS: "usual"}) == {}
    assert settled({"en": "split", "id": "usual"}) == {"en": "split"}
    assert settled({"id": "usual", OTHERS: "split"}) == {"id": "usual", OTHERS: "split"}
    for one in CHOICES:
        for other in CHOICES:
            policy = {"id": one, OTHERS: other}
            assert all(quotes_in(settled(policy), code) == quotes_in(policy, code) for code in ("id", "en", "ja"))


@pytest.mark.parametrize(
    ("policy", "changes", "new"),
    [
        ({"ar": "split"}, {"id": "split"}, {"ar": "split", "id": "split"}),
        ({"ar": "split"}, {"ar": "usual"}, {}),
        ({"ar": "split"}, {}, {"ar": "split"}),
        ({"ar": "split"}, {OTHERS: "whole", "ar": AS_OTHERS, "id": AS_OTHERS}, {OTHERS: "whole"}),
        ({"ar": "split"}, {OTHERS: "whole", "ar": AS_IT_IS, "id": AS_IT_IS},
         {"ar": "split", "id": "usual", OTHERS: "whole"}),
        ({OTHERS: "split"}, {"id": AS_IT_IS, OTHERS: "usual"}, {"id": "split"}),
    ],
)  # fmt: skip
def test_changes_leave_the_rest_as_it_is(policy: dict[str, str], changes: dict[str, str], new: dict[str, str]) -> None:
    assert changed(policy, changes) == new


def test_sentences_are_cut_as_the_policy_says() -> None:
    assert len(sentence_ends(QUOTED, "id", {})) == 2
    assert len(sentence_ends(QUOTED, "id", {"id": "split"})) == 4
    assert len(sentence_ends(ENGLISH, "en", {OTHERS: "whole"})) == 2
    assert sentence_ends("", "id", {}) == []
