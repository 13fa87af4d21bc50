"""How far annotators agree, at a prompt."""

import json
from uuid import uuid4

import pytest
from click.testing import CliRunner

from annotator.cli.main import main
from annotator.core.agreement.measures import Measure
from annotator.operations.annotators import find_or_add_annotator
from annotator.operations.documents import find_document
from annotator.operations.projects import open_project
from annotator.operations.readings import put_submission
from tests.cli.conftest import Prompt

ARTICLE = "Harga beras naik.\n\n“Stok kami cukup,” kata Rina Wati. Pedagang membantah. Hujan turun lagi.\n"
KEYS = {"n", *Measure}


def tag_as(prompt: Prompt, name: str, key: str, *tags: tuple[int, int, str]) -> None:
    for start, end, label in tags:
        given = ["--project", str(prompt.project), "--annotator", name, "tag", key, str(start), str(end), label]
        assert CliRunner().invoke(main, given).exit_code == 0


def hand_in(prompt: Prompt, key: str, *names: str) -> None:
    workspace = open_project(prompt.project, uuid4())
    for name in names:
        who = find_or_add_annotator(workspace, name)
        document_id = find_document(workspace, key)
        with workspace.edit("Hand in", who, undoable=False) as session:
            put_submission(session, document_id, who)
    workspace.close()


@pytest.fixture
def article(prompt: Prompt) -> str:
    """Read by Ana and Ben: one quote with other ends, one denial of Ana's alone."""
    key: str = prompt.ask("load", "-", given=ARTICLE.encode())["loaded"][0]["id"]
    tag_as(prompt, "Ana", key, (19, 37, "quote"), (54, 73, "denial"))
    tag_as(prompt, "Ben", key, (20, 36, "quote"))
    hand_in(prompt, key, "Ana", "Ben")
    return key


def test_nothing_handed_in_is_told_with_what_to_do(prompt: Prompt) -> None:
    result = prompt("agreement", "--json")
    told = json.loads(result.stdout_bytes)
    assert "annotator submit ARTICLE" in result.stderr
    assert told["annotators"] == []
    assert told["articles"] == 0
    assert told["pairs"] == []
    assert told["overall"]["n"] == 0
    assert all(told["overall"][measure] is None for measure in Measure)
    assert set(told["labels"]) == {"claim", "denial", "quote"}
    assert prompt("agreement").stdout == ""


@pytest.mark.usefixtures("article")
def test_the_figures_are_told_by_label_overall_and_by_pair(prompt: Prompt) -> None:
    told = prompt.ask("agreement")
    assert told["annotators"] == ["Ana", "Ben"]
    assert told["articles"] == 1
    for block in (told, *told["pairs"]):
        assert block["overall"].keys() >= KEYS
        assert all(figures.keys() >= KEYS for figures in block["labels"].values())
    quote, denial, claim = (told["labels"][key] for key in ("quote", "denial", "claim"))
    assert quote["n"] == told["sentences"] == 4
    assert quote["percent"] == 1.0
    assert quote["kappa_sentence"] == 1.0
    assert quote["f1_exact"] == 0.0
    assert quote["f1_overlap"] == 1.0
    assert quote["f1_characters"] == pytest.approx(2 * 16 / (18 + 16))
    assert denial["percent"] == 0.75
    assert denial["kappa_sentence"] == 0.0
    assert denial["f1_overlap"] == 0.0
    assert claim["percent"] == 1.0
    assert claim["kappa_sentence"] is None
    assert "nobody" in claim["why"]["kappa_sentence"]
    assert told["overall"]["f1_overlap"] == pytest.approx(2 / 3)
    assert told["overall"]["too_few"]
    (pair,) = told["pairs"]
    assert (pair["a"], pair["b"]) == ("Ana", "Ben")
    assert pair["labels"]["quote"]["f1_characters"] == quote["f1_characters"]


@pytest.mark.usefixtures("article")
def test_one_label_and_some_annotators_alone(prompt: Prompt) -> None:
    assert set(prompt.ask("agreement", "--label", "quote")["labels"]) == {"quote"}
    assert prompt.ask("agreement", "--annotators", "Ana, Ben")["articles"] == 1
    assert "“Eva”" in prompt.refuse("agreement", "--annotators", "Ana,Eva")
    assert "two annotators" in prompt.refuse("agreement", "--annotators", "Ana")
    assert "has claim, denial, quote" in prompt.refuse("agreement", "--label", "rumour")
    assert "helper mark" in prompt.refuse("agreement", "--label", "cue")


def test_what_is_left_out_is_told(prompt: Prompt, article: str) -> None:
    hand_in(prompt, article, "Ben")
    other = prompt.ask("load", "-", given=b"Another article. It is read once.")["loaded"][0]["id"]
    hand_in(prompt, other, "Ana")
    told = prompt.ask("agreement")
    assert told["left_out"] == {"not_independent": 0, "later": 1, "alone": 1}
    assert "Left out: 1 submission that came later, 1 reading of articles" in prompt("agreement").stdout


def test_drafts_count_when_they_are_asked_for(prompt: Prompt) -> None:
    key: str = prompt.ask("load", "-", given=ARTICLE.encode())["loaded"][0]["id"]
    tag_as(prompt, "Ana", key, (19, 37, "quote"))
    tag_as(prompt, "Ben", key, (19, 37, "quote"))
    assert prompt.ask("agreement")["articles"] == 0
    told = prompt.ask("agreement", "--drafts")
    assert told["articles"] == 1
    assert told["labels"]["quote"]["f1_exact"] == 1.0


@pytest.mark.usefixtures("article")
def test_a_table_for_a_terminal(prompt: Prompt) -> None:
    lines = prompt("agreement", "--interval").stdout.splitlines()
    assert lines[0] == "1 article, 4 sentences, read by Ana, Ben"
    row = next(line for line in lines if line.startswith("Quote"))
    assert row.split()[1:4] == ["4", "2", "100.0%*"]
    assert any("Krippendorff (2004)" in line for line in lines)


@pytest.mark.usefixtures("article")
def test_days_on_which_readings_were_handed_in(prompt: Prompt) -> None:
    assert prompt.ask("agreement", "--until", "2020-01-01")["articles"] == 0
    for narrow in (("--until", "2020-01-01"), ("--since", "2999-01-01"), ("--language", "fi")):
        told = prompt("agreement", *narrow).stderr
        assert "No article that you asked for" in told
        assert "submit" not in told
    assert prompt.ask("agreement", "--since", "2020-01-01")["articles"] == 1
    prompt("agreement", "--since", "yesterday", status=2)


@pytest.mark.usefixtures("article")
def test_without_its_library_gamma_says_what_to_install(prompt: Prompt, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.core.agreement.gamma.is_there", lambda: False)
    assert "extra “gamma”" in prompt.refuse("agreement", "--gamma")
