"""Details of articles at a prompt: shown, changed, refused."""

from tests.cli.conftest import Prompt


def test_details_are_shown_and_changed(prompt: Prompt, article: str) -> None:
    before = prompt.ask("details", article)
    assert before["changed"] == 0
    assert (before["articles"][0]["status"], before["articles"][0]["held_back"]) == ("usable", "")
    told = prompt.ask(
        "details", article, "--title", "Harga beras", "--outlet", "Kantor Berita", "--byline", "Ana",
        "--published", "Jumat, 4 Juli 2025", "--published-at", "2025-07-04 21:35", "--url", "https://berita.invalid/1",
        "--language", "ms", "--embargo-until", "9999-01-01", "--status", "usable", "--source-note", "dari surel",
    )  # fmt: skip
    assert told == {
        "changed": 1,
        "articles": [
            {
                "id": article, "title": "Harga beras", "outlet": "Kantor Berita", "byline": "Ana",
                "published": "Jumat, 4 Juli 2025", "published_at": "2025-07-04T21:35",
                "url": "https://berita.invalid/1", "language": "ms", "embargo_until": "9999-01-01", "status": "usable",
                "source_note": "dari surel", "held_back": "embargo until 9999-01-01",
            }
        ],
    }  # fmt: skip
    lines = prompt("details", article).stdout.splitlines()
    assert lines[0] == article
    assert "Outlet         Kantor Berita" in lines
    assert "Left out of exports: embargo until 9999-01-01" in lines
    assert "embargo until 9999-01-01 · Harga beras" in prompt("list").stdout
    assert "embargo until 9999-01-01 · Kantor Berita" in prompt("show", article).stdout
    prompt("undo")
    assert prompt.ask("details", article)["articles"] == before["articles"]


def test_several_articles_are_one_step(prompt: Prompt, article: str) -> None:
    other = prompt.ask("load", "-", given=b"Berita lain hari ini.")["loaded"][0]["id"]
    assert prompt("details", article, other, "--status", "cancelled").stdout.endswith("2 articles changed.\n")
    assert [entry["held_back"] for entry in prompt.ask("details", article, other)["articles"]] == ["cancelled"] * 2
    assert prompt.ask("details", article, other, "--status", "cancelled")["changed"] == 0
    prompt("undo")
    assert [entry["status"] for entry in prompt.ask("details", article, other)["articles"]] == ["usable"] * 2


def test_an_empty_one_is_taken_away(prompt: Prompt, article: str) -> None:
    prompt("details", article, "--outlet", "Kantor", "--embargo-until", "2030-01-01")
    told = prompt.ask("details", article, "--outlet", "", "--embargo-until", "")["articles"][0]
    assert (told["outlet"], told["embargo_until"]) == ("", "")


def test_what_cannot_be_is_refused_in_one_sentence(prompt: Prompt, article: str) -> None:
    assert "is no date; write a day like" in prompt.refuse("details", article, "--embargo-until", "Senin")
    assert "begins with https://" in prompt.refuse("details", article, "--url", "berita")
    assert "needs a title" in prompt.refuse("details", article, "--title", " ")
    assert "“annotator languages” lists" in prompt.refuse("details", article, "--language", "qq", status=2)
    assert "draft" in prompt.refuse("details", article, "--status", "draft", status=2)
    assert "There is no article" in prompt.refuse("details", "ffff")
