"""load, list and show keep the contract that other tools rely on."""

import hashlib
import re
from pathlib import Path

from tests.cli.conftest import TEXT, Prompt


def test_load_says_what_became_of_each_file(prompt: Prompt, tmp_path: Path) -> None:
    good, empty, again = tmp_path / "baik.txt", tmp_path / "kosong.txt", tmp_path / "lagi.txt"
    good.write_text("Harga beras naik lagi di pasar kota ini.")
    again.write_bytes(good.read_bytes())
    empty.write_text("")
    told = prompt.ask("load", str(good), str(empty), str(again), str(tmp_path / "tiada.txt"), status=1)
    (loaded,) = told["loaded"]
    assert loaded.keys() == {"id", "title", "language", "path"}
    assert (loaded["title"], loaded["language"], loaded["path"]) == (good.read_text(), "id", str(good))
    assert told["duplicates"] == [{"path": str(again), "id": loaded["id"]}]
    assert [failure["path"] for failure in told["failed"]] == [str(empty), str(tmp_path / "tiada.txt")]
    assert all(failure["reason"].endswith(".") for failure in told["failed"])


def test_a_failure_is_told_in_one_line_and_the_rest_is_loaded(prompt: Prompt, tmp_path: Path) -> None:
    (tmp_path / "baik.txt").write_text("Harga naik.")
    (tmp_path / "kosong.txt").write_text("")
    result = prompt("load", str(tmp_path / "baik.txt"), str(tmp_path / "kosong.txt"), status=1)
    assert result.stderr.count("\n") == 1
    assert "1 of 2 could not be loaded" in result.stderr
    assert "kosong.txt" in result.stderr
    assert "Harga naik." in result.stdout


def test_a_duplicate_alone_is_no_failure(prompt: Prompt, article: str) -> None:
    told = prompt.ask("load", "-", given=TEXT.encode())
    nothing = {"loaded": [], "failed": [], "notices": [], "skipped": {}}
    assert told == {**nothing, "duplicates": [{"path": "-", "id": article}]}


def test_a_folder_is_loaded_with_what_is_below(prompt: Prompt, tmp_path: Path) -> None:
    below = tmp_path / "berita" / "2026"
    below.mkdir(parents=True)
    (below / "a.txt").write_text("Satu.")
    (below / "b.png").write_bytes(b"\x89PNG")
    assert [entry["title"] for entry in prompt.ask("load", str(tmp_path / "berita"))["loaded"]] == ["Satu."]


def test_standard_input_can_be_named_and_refused(prompt: Prompt) -> None:
    assert prompt.ask("load", "-", "--name", "kawat.txt", given=b"***")["loaded"][0]["title"] == "kawat"
    assert prompt.ask("load", "-", given=b"", status=1)["failed"] == [
        {"path": "-", "part": "", "reason": "This text is empty; there is nothing to read in it."}
    ]


def test_a_file_whose_name_is_no_utf8_is_told_in_utf8(prompt: Prompt) -> None:
    told = prompt.ask("load", "/tiada/\udcff.txt", status=1)
    assert told["failed"][0]["path"] == "/tiada/\ufffd.txt"


def test_list_gives_the_newest_first(prompt: Prompt, article: str) -> None:
    second = prompt.ask("load", "-", given=b"Dua.")["loaded"][0]["id"]
    articles = prompt.ask("list")["articles"]
    assert [entry["id"] for entry in articles] == [second, article]
    assert articles[1].keys() == {
        "id", "title", "outlet", "published", "published_at", "status", "embargo_until", "language",
        "language_confidence", "also_in", "loaded_at", "length", "superseded_by", "state",
        "assigned",
    }  # fmt: skip
    assert articles[1]["length"] == len(TEXT)
    assert articles[1]["loaded_at"].endswith("Z")
    assert prompt("list").stdout.splitlines()[0].startswith(second)


def test_list_marks_the_languages_as_the_window_does(prompt: Prompt) -> None:
    parts = (
        "The mayor left the hall with all of her clerks, and nobody saw where they went that day.",
        ("Wali kota itu meninggalkan balai kota bersama semua pegawainya, dan tidak ada yang tahu ke mana."),
    )
    mixed = prompt.ask("load", "-", given="\n\n".join(parts * 6).encode())["loaded"][0]["id"]
    doubtful = prompt.ask("load", "-", given=b"Etxea handia da eta berria.")["loaded"][0]["id"]
    told = {line.split()[0]: line for line in prompt("list").stdout.splitlines()}
    assert re.search(r" (en \+ id|id \+ en)  The mayor", told[mixed])
    assert re.search(r" [a-z]{2}\? +Etxea", told[doubtful])


def test_list_counts_what_is_decided_when_asked(prompt: Prompt, article: str) -> None:
    prompt("tag", article, "14", "34", "quote")
    (entry,) = prompt.ask("list", "--progress")["articles"]
    assert (entry["sentences"], entry["tagged"], entry["nothing"]) == (2, 1, 0)
    assert "1/2" in prompt("list", "--progress").stdout


def test_show_keeps_its_contract(prompt: Prompt, article: str) -> None:
    made = prompt("tag", article, "37", "45", "denial", "--segment", "46", "55", "--note", "cek").stdout.strip()
    shown = prompt.ask("show", article)
    assert list(shown) == [
        "id", "title", "outlet", "byline", "published", "published_at", "url", "status", "embargo_until",
        "source_note", "format", "language", "language_confidence", "also_in", "superseded_by", "text", "text_sha256",
        "furniture",
        "sentences", "annotations", "relations",
    ]  # fmt: skip
    assert shown["text"] == TEXT
    assert shown["text_sha256"] == hashlib.sha256(TEXT.encode()).hexdigest()
    assert shown["sentences"] == [
        {"index": 0, "start": 0, "end": 36, "state": "undecided"},
        {"index": 1, "start": 37, "end": 56, "state": "tagged"},
    ]
    assert shown["annotations"] == [
        {
            "id": made,
            "label": "denial",
            "segments": [[37, 45], [46, 55]],
            "text": "Pedagang membantah",
            "annotator": "Ana",
            "note": "cek",
            "origin": "manual",
            "attributes": {},
        }
    ]


def test_show_tells_links_and_sources_in_json(prompt: Prompt, article: str) -> None:
    denial, claim = (
        prompt("tag", article, *where).stdout.strip() for where in (("37", "56", "denial"), ("15", "33", "claim"))
    )
    link = prompt("link", denial, "denies", claim).stdout.strip()
    source = prompt("sources", "add", "Rina", "--protected").stdout.strip()
    prompt("set", denial, "attributed_to=Rina")
    first, second = prompt.ask("show", article)["relations"]
    assert first == {"id": link, "kind": "denies", "from": denial, "to": claim, "source": None}
    assert (second["kind"], second["to"], second["source"]) == ("attributed_to", None, source)


def test_an_article_is_found_by_a_beginning_that_fits_only_one(prompt: Prompt, article: str) -> None:
    assert prompt.ask("show", article[:8])["id"] == article
    prompt("load", "-", given=b"Dua.")
    assert "More than one article begins with" in prompt.refuse("show", article[:2])
    assert "There is no article" in prompt.refuse("show", "ffff")


def test_show_at_a_terminal(prompt: Prompt, article: str) -> None:
    prompt("tag", article, "14", "34", "quote")
    prompt("mark", article, "--sentence", "1")
    lines = prompt("show", article).stdout.splitlines()
    assert "2 of 2 sentences decided" in lines[1]
    assert [line.split()[0] for line in lines[3:5]] == ["0", "1"]
    assert "quote" in lines[3]
    assert "nothing" in lines[4]
    assert lines[-1].endswith('quote     14–34  Ana  “"Harga beras turun."”')


def test_hidden_characters_are_shown_and_not_obeyed(prompt: Prompt) -> None:
    text = "Bayar \u202egnp.exe\u202c \x1b[31mmerah\x1b[0m\r\x07 sekarang."
    told = prompt.ask("load", "-", given=text.encode())["loaded"][0]
    shown = prompt("show", told["id"]).stdout
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "<U+202E>gnp.exe<U+202C> <U+001B>[31mmerah" in shown


def test_the_columns_of_a_table_can_be_said(prompt: Prompt, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("a;b;c\nSatu;dua tiga;empat lima\n", encoding="utf-8")
    assert "choose which column" in prompt.refuse("load", str(tmp_path / "t.csv"))
    (loaded,) = prompt.ask("load", str(tmp_path / "t.csv"), "--columns", "title=a,text=c,outlet=b")["loaded"]
    shown = prompt.ask("show", loaded["id"])
    assert (shown["title"], shown["text"], shown["outlet"]) == ("Satu", "Satu\n\nempat lima", "dua tiga")
    table = b"a;b\nDua;enam tujuh\n"
    told = prompt.ask("load", "-", "--name", "t.csv", "--columns", "text=b", given=table)
    assert prompt.ask("show", told["loaded"][0]["id"])["text"] == "enam tujuh"
    assert "has no column “zz”" in prompt.refuse("load", str(tmp_path / "t.csv"), "--columns", "text=zz")
