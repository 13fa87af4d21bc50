"""import."""

from pathlib import Path

from tests.cli.conftest import TEXT, Prompt
from tests.formats.test_brat import GOLDEN


def test_a_folder_of_brat_files(prompt: Prompt, tmp_path: Path) -> None:
    folder = tmp_path / "brat"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, "utf-8")
    for who in ("cici", "dodi"):
        (folder / f"a_{who}.ann").write_text(GOLDEN.replace("claim", "Assertion"), "utf-8")
    told = prompt.ask("import", str(folder), "--map", "Assertion=claim")
    assert (told["articles"], told["annotations"], told["annotators"]) == (1, 6, ["cici", "dodi"])
    assert prompt.ask("agreement")["labels"]["quote"]["f1_exact"] == 1
    assert "6 annotations were there already" in prompt("import", str(folder), "--map", "Assertion=claim").stdout
    assert "write --map" in prompt.refuse("import", str(folder), "--map", "Assertion")
    assert "no brat files" in prompt.refuse("import", str(tmp_path / "nowhere"))
