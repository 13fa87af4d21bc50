"""import."""

import json
from pathlib import Path

from tests.cli.conftest import TEXT, Prompt
from tests.formats.exchanged import minister
from tests.formats.test_brat import GOLDEN
from tests.operations.import_desk import unsure_minister, written


def test_a_folder_of_brat_files(prompt: Prompt, tmp_path: Path) -> None:
    folder = tmp_path / "brat"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, "utf-8")
    for who in ("cici", "dodi"):
        (folder / f"a_{who}.ann").write_text(GOLDEN.replace("claim", "Statement"), "utf-8")
    told = prompt.ask("import", str(folder), "--map", "Statement=claim")
    assert (told["articles"], told["annotations"], told["annotators"]) == (1, 6, ["cici", "dodi"])
    assert prompt.ask("agreement")["labels"]["quote"]["f1_exact"] == 1
    assert "6 annotations were there already" in prompt("import", str(folder)).stdout, "the map is remembered"
    assert "write --map" in prompt.refuse("import", str(folder), "--map", "Statement")
    assert "write --map-value" in prompt.refuse("import", str(folder), "--map-value", "a=b")
    assert "no file or folder" in prompt.refuse("import", str(tmp_path / "nowhere"))
    assert "there are" in prompt.refuse("import", str(folder), "--format", "mine")


def test_a_look_changes_nothing(prompt: Prompt, tmp_path: Path) -> None:
    path = written(tmp_path, [minister()])
    prompt.ask("people")
    told = prompt.ask("import", str(path), "--preview", "--map-value", "certainty:high=unsure", "--map", "quote=")
    assert (told["format"], told["annotations"], told["taken"], told["articles"]["new"]) == ("w3c", 3, 2, 1)
    assert told["labels"] == {"quote": 1, "claim": 1, "denial": 1}
    assert told["map"]["values"]["certainty"] == {"high": "unsure"}
    assert told["left_out"] == {"label “quote”, which the label set does not have": 1}
    assert [row["ours"] for row in told["samples"]] == ["", "claim", "denial"]
    lines = prompt("import", str(path), "--preview").stdout
    assert "label quote: 1 → quote" in lines
    assert "annotator Ana: 3 → Ana" in lines
    assert "3 annotations would be new, 0 are there already." in lines
    assert prompt.ask("list")["articles"] == []


def test_every_choice_is_a_flag(prompt: Prompt, tmp_path: Path) -> None:
    loaded = prompt.ask("load", "-", given=TEXT.replace("turun", "naik").encode())["loaded"][0]["id"]
    path = written(tmp_path, [minister()])
    told = prompt.ask(
        "import", "-", "--into", loaded, "--not-submitted", "--map-attribute", "certainty=note",
        "--map-annotator", "Ana=Cici", "--map-relation", "denies=", given=path.read_bytes(),
    )  # fmt: skip
    assert (told["loaded"], told["annotations"], told["annotators"], told["links"]) == (0, 3, ["Cici"], 0)
    assert [one["what"] for one in told["unsure"]] == ['"Harga beras turun."', "Harga beras turun"]
    notes = [one["note"] for one in prompt.ask("show", loaded)["annotations"]]
    assert any("certainty: high" in note for note in notes)
    assert "look again" in prompt("import", str(path), "--into", loaded, "--map-annotator", "Ana=Dodi").stdout


def test_labels_can_be_added(prompt: Prompt, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": TEXT, "label": [[0, 4, "Rumour"]]}), "utf-8")
    assert prompt.ask("import", str(path))["left_out"] == {"label “Rumour”, which the label set does not have": 1}
    told = prompt.ask("import", str(path), "--add-labels")
    assert (told["format"], told["annotations"], told["left_out"]) == ("doccano", 1, {})


def test_a_project_of_ours_comes_whole(prompt: Prompt, tmp_path: Path) -> None:
    first = prompt.ask("import", str(written(tmp_path, [unsure_minister()])))
    out = tmp_path / "all.jsonl"
    prompt.ask("export", "--format", "jsonl", str(out))
    other = Prompt(tmp_path / "other.annotator")
    told = other.ask("import", "-", given=out.read_bytes())
    assert (told["articles"], told["annotations"]) == (1, 3)
    assert (told["links"], told["sources"], told["annotators"]) == (first["links"], first["sources"], ["Ana"])
    assert told["links"] > 0 < told["sources"]
    assert other.ask("list") == prompt.ask("list")
    before = other.ask("people"), other.ask("verify")
    again = other.ask("import", str(out), "--annotator", "Cici")
    assert (other.ask("people"), other.ask("verify")) == before
    assert (again["loaded"], again["annotations"], again["known"]) == (0, 0, 3)


def test_where_nothing_came_the_exit_status_says_so(prompt: Prompt, tmp_path: Path) -> None:
    (tmp_path / "a.ann").write_text(GOLDEN, "utf-8")
    result = prompt("import", str(tmp_path), "--format", "brat", status=1)
    assert "not read: a.ann" in result.stdout
    assert "Nothing was imported: There is no text of this name" in result.stderr


def test_a_project_that_was_cut_short_is_no_success(prompt: Prompt, tmp_path: Path) -> None:
    for words in (TEXT, "Satu dua tiga."):
        prompt.ask("load", "-", given=words.encode())
    path = tmp_path / "all.jsonl"
    prompt("export", "--format", "jsonl", str(path))
    path.write_bytes(path.read_bytes()[:-40])
    result = Prompt(tmp_path / "other.annotator")("import", str(path), status=1)
    assert "in 1 article" in result.stdout
    assert "1 line could not be taken: Line 2" in result.stderr


def test_a_name_that_the_file_does_not_have_is_told(prompt: Prompt, tmp_path: Path) -> None:
    path = str(written(tmp_path, [minister()]))
    maps = (
        "--map", "quot=", "--map-attribute", "Sure=note", "--map-value", "certainty:hgih=unsure",
        "--map-relation", "denys=", "--map-annotator", "Anna=Cici", "--map", "quote=quote",
    )  # fmt: skip
    wrong = ["label “quot”", "attribute “Sure”", "relation “denys”", "annotator “Anna”", "value “hgih” of “certainty”"]
    assert prompt.ask("import", path, "--preview", *maps)["not_there"] == wrong
    assert f"not in the file, so nothing is done about it: {', '.join(wrong)}" in prompt("import", path, *maps).stdout
    assert prompt.ask("import", path)["not_there"] == []


def test_many_and_long_names_do_not_flood_the_terminal(prompt: Prompt, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    labels = [[0, 4, f"{'Rumour ' * 200}{number}"] for number in range(30)]
    path.write_text(json.dumps({"text": TEXT, "label": labels}), "utf-8")
    for more in ((), ("--preview",)):
        lines = prompt("import", str(path), *more).stdout.splitlines()
        assert max(map(len, lines)) < 300
        assert len(lines) < 60
        assert "left out: 10 × for 10 other reasons" in lines
        assert any(line.endswith("which the label set does not have") for line in lines)
    assert "label: 10 more; --json has all" in lines


def test_a_damaged_line_is_told_where_other_articles_were_here_before(prompt: Prompt, tmp_path: Path) -> None:
    prompt.ask("load", "-", given=TEXT.encode())
    loaded = prompt.ask("load", "-", given=TEXT.replace("turun", "naik").encode())["loaded"][0]["id"]
    path, other = tmp_path / "all.jsonl", str(tmp_path / "other.annotator")
    prompt.ask("export", "--format", "jsonl", str(path))
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    path.write_text(json.dumps(lines[0]), "utf-8")
    prompt.ask("import", str(path), "--project", other)
    assert lines[1]["id"] == loaded
    lines[1]["rows"]["document"][0]["length"] += 1
    path.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    (unread,) = prompt.ask("import", str(path), "--project", other)["unread"]
    assert unread["name"] == "line 2"
    assert "document.length" in unread["why"]


def test_the_help_says_that_marks_are_stretches(prompt: Prompt) -> None:
    told = " ".join(prompt("import", "--help").stdout.split())
    assert '"marks": how many stretches are marked as read, with nothing to tag in them' in told
