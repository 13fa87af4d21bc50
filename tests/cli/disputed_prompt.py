"""An article that Ana and Ben have handed in, made at the prompt."""

from pathlib import Path
from typing import Any

from click.testing import CliRunner

from annotator.cli.main import main
from tests.cli.conftest import Prompt

TEXT = "The mayor took the money. Forty people came. Nobody was hurt, the police said.\n"


def work(project: Path, who: str, *arguments: str) -> None:
    result = CliRunner().invoke(main, ["--project", str(project), "--annotator", who, *arguments])
    assert result.exit_code == 0, result.output


def disputed(prompt: Prompt) -> str:
    """The id of an article: both have a claim, Ana alone another one, and of the third they disagree on the label."""
    article: str = prompt.ask("load", "-", given=TEXT.encode())["loaded"][0]["id"]
    tagged: dict[str, list[tuple[str, str]]] = {
        "Ana": [("took the money", "claim"), ("Forty people came", "claim"), ("Nobody was hurt", "claim")],
        "Ben": [("took the money", "claim"), ("Nobody was hurt", "denial")],
    }
    for who, said in tagged.items():
        for words, label in said:
            start = TEXT.index(words)
            work(prompt.project, who, "tag", article, str(start), str(start + len(words)), label)
        work(prompt.project, who, "submit", article, "--despite")
    return article


def by_type(prompt: Prompt, *arguments: str) -> dict[str, Any]:
    return {one["type"]: one for one in prompt.ask("disputes", *arguments)["disputes"]}
