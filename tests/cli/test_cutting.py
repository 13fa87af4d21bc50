"""Sentences are cut anew at a prompt; before that one can see what it would do."""

import pytest

from tests.cli.conftest import Prompt

QUOTED = "“Kami tidak mundur. Kami akan datang. Tunggu saja,” ujar Wati. Dewan kota diam hari itu.\n"
ENGLISH = "“We stay. We are here,” said Ann Lee on Monday. The board was silent about it.\n"


@pytest.fixture
def two(prompt: Prompt) -> list[str]:
    """An Indonesian article, where quotations stay whole, and an English one, where they do not."""
    found = [prompt.ask("load", "-", given=text.encode())["loaded"][0]["id"] for text in (QUOTED, ENGLISH)]
    for article, language in zip(found, ("id", "en"), strict=True):
        prompt("language", article, language)
    return found


def sentences(prompt: Prompt, article: str) -> int:
    return len(prompt.ask("show", article)["sentences"])


def test_what_would_change_is_told_and_then_done(prompt: Prompt, two: list[str]) -> None:
    told = prompt.ask("sentences", "--quotes", "split", "--dry-run")
    assert told == {
        "quotes": {"*": "split"},
        "articles": 2,
        "changed": 1,
        "before": 1,
        "after": 3,
        "dry_run": True,
    }
    assert sentences(prompt, two[0]) == 2
    told_plainly = prompt("sentences", "--quotes", "split", "--dry-run").stdout
    assert told_plainly.endswith("1 of 2 articles would change: 1 sentence becomes 3.\n")
    done = prompt("sentences", "--quotes", "split").stdout.splitlines()
    assert done == [
        "A quotation of several sentences is cut into them in every language.",
        "1 of 2 articles changed: 1 sentence became 3.",
    ]
    assert sentences(prompt, two[0]) == 4
    assert prompt("undo").stdout == "Cut sentences anew\n"
    assert sentences(prompt, two[0]) == 2
    assert prompt.ask("sentences", "--dry-run")["quotes"] == {}


def test_one_language_alone(prompt: Prompt, two: list[str]) -> None:
    words = prompt("sentences", "--quotes", "whole", "--language", "en").stdout.splitlines()
    assert words == [
        "A quotation of several sentences is kept as one in en, cut as is usual in other languages.",
        "1 of 1 article changed: 2 sentences became 1.",
    ]
    assert prompt.ask("sentences", "--quotes", "split", "--language", "id")["quotes"] == {"en": "whole", "id": "split"}
    assert [sentences(prompt, article) for article in two] == [4, 2]
    assert prompt.ask("sentences", "--quotes", "usual")["quotes"] == {}
    assert [sentences(prompt, article) for article in two] == [2, 3]


def test_what_is_loaded_later_is_cut_by_the_choice(prompt: Prompt) -> None:
    assert prompt("sentences", "--quotes", "split").stdout.splitlines()[1] == "None of 0 articles changed."
    article = prompt.ask("load", "-", given=QUOTED.encode())["loaded"][0]["id"]
    assert sentences(prompt, article) == 4


def test_single_articles_and_no_choice(prompt: Prompt, two: list[str]) -> None:
    assert prompt.ask("sentences", two[0]) == {
        "quotes": {}, "articles": 1, "changed": 0, "before": 0, "after": 0, "dry_run": False,
    }  # fmt: skip
    assert "leave the articles out" in prompt.refuse("sentences", two[0], "--quotes", "whole", status=2)
    assert "leave the articles out" in prompt.refuse("sentences", two[0], "--language", "id", status=2)
    assert "There is no article" in prompt.refuse("sentences", "ffff")
    assert "“annotator languages” lists" in prompt.refuse("sentences", "--language", "English", status=2)
    prompt.refuse("sentences", "--quotes", "glued", status=2)


def test_corrections_by_hand_are_forgotten(prompt: Prompt, two: list[str]) -> None:
    prompt("split", two[0], str(QUOTED.index("hari")))
    prompt("join", two[0], "0")
    assert sentences(prompt, two[0]) == 2
    prompt("sentences", "--quotes", "split")
    assert sentences(prompt, two[0]) == 4
    assert prompt.ask("forget", two[0]) == {"id": two[0], "forgotten": 2, "sentences": 4}
    assert prompt("forget", two[0]).stdout == "0 corrections forgotten; the article has 4 sentences now.\n"
