"""Disputes as lines for a terminal."""

from tests.cli.conftest import Prompt
from tests.cli.disputed_prompt import by_type, disputed


def test_a_line_a_side_and_what_was_ruled(prompt: Prompt) -> None:
    disputed(prompt)
    there = by_type(prompt)
    lines = prompt("disputes", "--type", "missed").stdout.splitlines()
    assert lines[0].startswith(f"{there['missed']['id']}  missed  26–43")
    assert lines[1:] == ["    Ana: claim “Forty people came”", "    Ben: nothing"]
    done = prompt("rule", there["label"]["id"], "one", "Ben", "--reason", "It denies", "--case", "Negatives").stdout
    assert done.rstrip().endswith("Case 1: Negatives")
    settled = prompt("disputes", "--settled").stdout.splitlines()
    assert settled[-1] == "    settled by Ana: one (Ben): It denies"
    prompt("rule", there["label"]["id"], "new", "0", "9", "quote")
    assert prompt("disputes", "--settled").stdout.splitlines()[-1] == "    settled by Ana: new quote 0–9"
