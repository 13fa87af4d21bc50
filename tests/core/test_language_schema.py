"""A language's file is checked key by key."""

from typing import Any

import pytest

from annotator.core.language_schema import InvalidLanguageFile, check


def test_a_whole_file_passes() -> None:
    check(
        {
            "name": "Neverlandish",
            "note": "Nothing is known of it.",
            "sentences": {
                "quotes": "whole",
                "abbreviations": ["Dr"],
                "openers": ["The"],
                "ordinals": True,
                "stops": ";",
            },
            "quotations": {"marks": "«»“”", "dash_turns": False},
            "reporting": {"clause": "comma", "verbs": "says said", "before": ["according to"], "spaced": False},
            "denials": {"verbs": ["denied"], "negations": ["not"]},
            "claims": {"hedges": ["allegedly"]},
            "identification": {"words": "the of and", "letters": "a-z", "taken_for": ["en"]},
            "furniture": [{"kind": "read_more", "place": "line", "pattern": "more", "within": 2, "longest": 20}],
        },
        "languages/nv.toml",
    )


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        ({"title": "x"}, "nothing reads “title”"),
        ({"name": 3}, "name must be text"),
        ({"sentences": {"opener": []}}, "nothing reads “opener”"),
        ({"sentences": {"openers": "The"}}, "must be a list of texts"),
        ({"sentences": {"openers": [1]}}, "must be a list of texts"),
        ({"sentences": {"ordinals": 1}}, "true or false"),
        ({"sentences": {"quotes": "sometimes"}}, "whole"),
        ({"sentences": {"abbreviations": ["Dr."]}}, "without its last stop"),
        ({"sentences": {"abbreviations": [" Dr"]}}, "without spaces"),
        ({"sentences": {"abbreviations": ["Inc"], "final_abbreviations": ["Inc"]}}, "“Inc” cannot be in"),
        ({"quotations": {"marks": "“”"}}, "four characters"),
        ({"reporting": {"clause": "none"}}, "clause must be one of bare, comma, that"),
        ({"reporting": {"verbs": ["says"]}}, "must be text"),
        ({"denials": {"verb": ["denied"]}}, "nothing reads “verb” in [denials]"),
        ({"claims": {"hedges": "allegedly"}}, "must be a list of texts"),
        ({"identification": {"words": ["a"]}}, "must be text"),
        ({"furniture": [{"kind": "x", "wihtin": 3}]}, "nothing reads “wihtin”"),
        ({"furniture": ["x"]}, "must be a table"),
        ({"sentences": []}, "must be a table"),
    ],
)
def test_what_does_not_hold_together_is_refused_with_the_files_name(data: dict[str, Any], problem: str) -> None:
    with pytest.raises(InvalidLanguageFile, match=r"^languages/nv\.toml: ") as caught:
        check(data, "languages/nv.toml")
    assert problem in str(caught.value)
