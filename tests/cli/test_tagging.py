"""tag, untag, note and mark."""

import pytest

from tests.cli.conftest import Prompt


def test_tag_prints_the_id_and_untag_takes_it_by_its_beginning(prompt: Prompt, article: str) -> None:
    first = prompt("tag", article, "14", "34", "quote").stdout.strip()
    second = prompt.ask("tag", article, "15", "32", "claim", "--note", "cek")
    assert (second["text"], second["note"], second["annotator"]) == ("Harga beras turun", "cek", "Ana")
    assert prompt.ask("untag", first) == {"removed": [first]}
    assert prompt("untag", second["id"][:30]).stdout.strip() == second["id"]
    assert prompt.ask("show", article)["annotations"] == []


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [("14", "14", "is empty"), ("20", "10", "is empty"), ("50", "57", "is outside the text")],
)
def test_a_stretch_that_cannot_be_is_refused(prompt: Prompt, article: str, start: str, end: str, told: str) -> None:
    assert told in prompt.refuse("tag", article, start, end, "claim")
    assert prompt.ask("show", article)["annotations"] == []


def test_a_stretch_that_cuts_a_character_is_refused(prompt: Prompt) -> None:
    family = prompt.ask("load", "-", given="Keluarga 👩‍👩‍👧 pindah.".encode())["loaded"][0]["id"]
    assert "inside a character" in prompt.refuse("tag", family, "0", "10", "claim")
    prompt("tag", family, "9", "14", "claim")


def test_a_label_that_is_not_there_is_refused_and_those_there_are_named(prompt: Prompt, article: str) -> None:
    assert "claim, denial, quote" in prompt.refuse("tag", article, "14", "34", "opinion")


def test_only_ones_own_annotations_can_be_removed(prompt: Prompt, article: str) -> None:
    made = prompt("tag", article, "14", "34", "quote").stdout.strip()
    assert "only Ana can change it" in prompt.refuse("untag", made, "--annotator", "Budi")


def test_a_note_is_written_and_taken_away(prompt: Prompt, article: str) -> None:
    made = prompt("tag", article, "14", "34", "quote").stdout.strip()
    assert prompt.ask("note", made, "cek \udcff")["note"] == "cek \ufffd"
    assert prompt("note", made, "").stdout.strip() == made
    assert prompt.ask("show", article)["annotations"][0]["note"] == ""


def test_marks_by_place_and_by_sentence(prompt: Prompt, article: str) -> None:
    assert prompt.ask("mark", article, "0", "34") == {"id": article, "stretches": [[0, 34]], "marked": True}
    assert prompt.ask("mark", article, "--sentence", "1", "--sentence", "0")["stretches"] == [[0, 36], [37, 56]]
    assert [s["state"] for s in prompt.ask("show", article)["sentences"]] == ["nothing", "nothing"]
    assert prompt("mark", article, "--sentence", "1", "--clear").stdout == "37–56: open again\n"
    assert [s["state"] for s in prompt.ask("show", article)["sentences"]] == ["nothing", "undecided"]


@pytest.mark.parametrize("arguments", [(), ("3",), ("0", "3", "--sentence", "1")])
def test_a_mark_needs_a_place_or_a_sentence(prompt: Prompt, article: str, arguments: tuple[str, ...]) -> None:
    assert "START and END, or --sentence" in prompt.refuse("mark", article, *arguments, status=2)


def test_a_sentence_that_is_not_there_is_said(prompt: Prompt, article: str) -> None:
    assert "There is no sentence 2; this article has 2" in prompt.refuse("mark", article, "--sentence", "2")
