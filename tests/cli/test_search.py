"""Articles are searched at a prompt: with snippets or as a concordance, narrowed as one likes."""

import pytest

from tests.cli.conftest import Prompt

RICE = "Harga beras naik\n\nHarga beras di Café Élysée naik, kata Menteri Rina.\n"
FERRY = "Feri baru\n\nDermaga dibuka; harga tiket tetap.\n"


@pytest.fixture
def two(prompt: Prompt) -> list[str]:
    found = [prompt.ask("load", "-", given=text.encode())["loaded"][0]["id"] for text in (RICE, FERRY)]
    prompt("tag", found[0], "0", "5", "claim")
    return found


def found(prompt: Prompt, *arguments: str) -> list[str]:
    return [hit["id"] for hit in prompt.ask("search", *arguments)["hits"]]


def test_hits_have_a_snippet_and_where_they_are(prompt: Prompt, two: list[str]) -> None:
    assert set(found(prompt, "harga")) == set(two)
    (hit,) = prompt.ask("search", "dermaga tiket")["hits"]
    assert hit == {
        "id": two[1],
        "title": "Feri baru",
        "where": "text",
        "snippet": "Dermaga dibuka; harga tiket tetap. ",
        "marks": [[0, 7], [22, 27]],
        "span": [11, 18],
        "count": 2,
        "annotation": None,
    }
    lines = prompt("search", "dermaga", "tiket").stdout.splitlines()
    assert lines[0].startswith(two[1])
    assert lines[1] == "    [Dermaga] dibuka; harga [tiket] tetap."


def test_the_query_language_reaches_the_search(prompt: Prompt, two: list[str]) -> None:
    assert found(prompt, '"beras naik"') == [two[0]]
    assert found(prompt, "harga -tiket") == [two[0]]
    assert found(prompt, "title:feri") == [two[1]]
    assert set(found(prompt, "derm*", "OR", "beras")) == set(two)
    assert found(prompt, "cafe") == []
    assert found(prompt, "cafe", "--folded") == [two[0]]


@pytest.mark.parametrize(
    ("options", "number"),
    [
        (("--label", "claim"), 1),
        (("--label", "quote"), 0),
        (("--by", "Ana"), 1),
        (("--from", "2000-01-01"), 2),
        (("--to", "2000-01-01"), 0),
        (("--reading", "begun"), 1),
        (("--reading", "untouched"), 1),
        (("--status", "withheld"), 0),
        (("--outlet", "Koran"), 0),
        (("--language", "xx"), 0),
        (("--limit", "1"), 1),
    ],
)
def test_filters(prompt: Prompt, two: list[str], options: tuple[str, ...], number: int) -> None:
    assert len(found(prompt, "harga", *options)) == number


def test_what_is_not_there_is_said(prompt: Prompt, two: list[str]) -> None:
    assert prompt("search", "tiada").stdout == "Nothing was found.\n"
    assert prompt("search", "tiada", "--concordance").stdout == "Nothing was found.\n"
    assert "There are more than these 1; see --limit." in prompt("search", "harga", "--limit", "1").stdout
    assert "no label “tiada”" in prompt.refuse("search", "harga", "--label", "tiada")
    assert "no annotator called “Xu”" in prompt.refuse("search", "harga", "--by", "Xu")


def test_a_concordance(prompt: Prompt, two: list[str]) -> None:
    answer = prompt.ask("search", "harga", "--concordance", "--sort", "right")
    assert [line["right"].split()[0] for line in answer["lines"]] == ["beras", "beras", "tiket"]
    first = answer["lines"][-1]
    assert (first["id"], first["title"], first["word"]) == (two[1], "Feri baru", "harga")
    assert FERRY[first["start"] : first["end"]] == "harga"
    line = prompt("search", "tiket", "--concordance").stdout
    assert line == f"{two[1]}  {'Feri baru  Dermaga dibuka; harga ':>60}[tiket] tetap. \n"


def test_an_expression_is_searched_with(prompt: Prompt, two: list[str]) -> None:
    assert found(prompt, "--regex", r"harga (beras|emas)") == [two[0]]
    (line,) = prompt.ask("search", "--regex", "t[iu]ket", "--concordance")["lines"]
    assert line["word"] == "tiket"
    assert "[ is not closed" in prompt.refuse("search", "--regex", "[a")
