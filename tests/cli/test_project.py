"""history, undo, redo, verify and upgrade."""

from tests.cli.conftest import Prompt


def test_undo_and_redo_name_what_they_did(prompt: Prompt, article: str) -> None:
    prompt("tag", article, "14", "34", "quote")
    assert prompt("undo").stdout == "Tag quote\n"
    assert prompt.ask("show", article)["annotations"] == []
    assert prompt.ask("redo") == {"redone": "Tag quote", "told": []}
    assert prompt.ask("undo") == {"undone": "Tag quote", "told": []}
    assert "nothing left to undo" in prompt.refuse("undo", "--annotator", "Budi")
    prompt("redo")
    assert "nothing to redo" in prompt.refuse("redo")


def test_history_of_an_annotation_and_of_an_article(prompt: Prompt, article: str) -> None:
    made = prompt("tag", article, "14", "34", "quote").stdout.strip()
    prompt("note", made, "cek")
    entries = prompt.ask("history", made)["entries"]
    assert [entry["title"] for entry in entries] == ["Tag quote", "Change note"]
    assert entries[0].keys() == {"at", "annotator", "title", "kind", "table", "id", "before", "after"}
    assert (entries[0]["annotator"], entries[0]["id"], entries[0]["before"]) == ("Ana", made, None)
    assert entries[1]["after"] == {"note": "cek"}
    assert [entry["title"] for entry in prompt.ask("history", article)["entries"]] == [
        "Load article",
        "Tag quote",
        "Change note",
    ]
    lines = prompt("history", made).stdout.splitlines()
    assert lines[1].endswith("note nothing → cek")


def test_what_has_been_removed_still_has_a_history(prompt: Prompt, article: str) -> None:
    made = prompt("tag", article, "14", "34", "quote").stdout.strip()
    prompt("untag", made)
    assert [entry["title"] for entry in prompt.ask("history", made)["entries"]] == ["Tag quote", "Remove tag"]
    assert "article or annotation" in prompt.refuse("history", made[:13])
    assert "article or annotation" in prompt.refuse("history", "zzz")


def test_verify_says_what_it_checked(prompt: Prompt, article: str) -> None:
    prompt("tag", article, "14", "34", "quote")
    told = prompt.ask("verify")
    assert told["ok"] is True
    assert told["texts"] == 1
    assert told["problems"] == []
    assert prompt("verify").stdout.endswith("they agree.\n")


def test_verify_names_each_row_that_does_not_agree(prompt: Prompt, article: str) -> None:
    made = prompt("tag", article, "14", "34", "quote").stdout.strip()
    tamper(prompt, "UPDATE annotation SET end_char = 33")
    result = prompt("verify", status=1)
    assert made in result.stdout
    assert result.stderr.count("\n") == 1
    told = prompt.ask("verify", status=1)
    assert told["ok"] is False
    assert made in told["problems"][0]


def tamper(prompt: Prompt, statement: str) -> None:
    from annotator.store import sqlite  # only a test goes behind the journal's back

    connection = sqlite.driver().connect(str(prompt.project))
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_upgrade_of_a_project_that_is_up_to_date(prompt: Prompt, article: str) -> None:
    assert prompt.ask("upgrade") == {"project": str(prompt.project)}
