"""Articles in: every file is loaded, named as a duplicate, or named with the reason why not."""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from annotator.errors import AlreadyLoaded, DiskFull, UnreadableInput
from annotator.operations import documents, history, loading, sentences
from annotator.reading.messages import Answer, Job
from annotator.reading.pool import shared_pool
from annotator.store.workspace import Workspace
from tests.store import mounts
from tests.store.desk import ARTICLE, Desk

ENCODED = {
    "utf-8": "Juru bicara itu menolak menjawab – “tidak hari ini”, katanya.",
    "utf-8-sig": "The spokesman said: ‘no comment’ 👩🏽‍🚒.",
    "utf-16": "Le porte-parole a refusé. प्रवक्ता ने जवाब नहीं दिया।",
    "windows-1252": "La porte-parole a refusé de répondre : « pas aujourd’hui », dit-elle en français.",
    "iso-8859-2": "Rzeczniczka odmówiła odpowiedzi i powiedziała, że wróci później, już wkrótce.",
    "windows-1251": "Представитель отказался отвечать на вопросы и сказал, что вернётся позже.",
    "koi8-r": "Представитель отказался отвечать на вопросы и сказал, что придет позже.",
    "windows-1256": "رفض المتحدث الإجابة عن الأسئلة وقال إنه سيعود في وقت لاحق من اليوم.",
    "shift_jis": "報道官は質問に答えることを拒否し、後で戻ると述べた。",
    "gb18030": "发言人拒绝回答问题，并表示稍后会再来说明情况。",
    "euc-kr": "대변인은 질문에 대답하기를 거부하고 나중에 다시 오겠다고 말했다.",
}
NEWLINES = ("\n", "\r\n", "\r")


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    folder = tmp_path / "shelf"
    folder.mkdir()
    return folder


def load(desk: Desk, *paths: Path, **options: Any) -> loading.LoadReport:
    return loading.load_files(desk.workspace, paths, desk.ana, detect_language=False, **options)


@pytest.mark.parametrize("encoding", ENCODED)
@pytest.mark.parametrize("newline", NEWLINES)
def test_original_bytes_come_back_whatever_the_encoding(desk: Desk, encoding: str, newline: str) -> None:
    words = ENCODED[encoding]
    content = f"{words}{newline}{words}{newline}".encode(encoding)
    summary = loading.load_content(desk.workspace, content, "a.txt", desk.ana)
    tagged = desk.tag(summary.id, 0, 4)
    documents.set_language(desk.workspace, summary.id, "fr", desk.ana)
    sentences.split_sentence(desk.workspace, summary.id, 3, desk.ana)
    history.undo(desk.workspace, desk.ana)
    desk.reopen()
    assert documents.read_original(desk.workspace, summary.id) == content
    record = documents.read_document(desk.workspace, summary.id)
    assert record.text == f"{words}\n{words}\n"
    assert record.annotations == (tagged,)
    assert desk.problems() == []


@pytest.mark.parametrize(
    "text",
    [
        "nul \x00 and bell \x07 inside.",
        "\u202ecod.exe\u202c said the (a) file \u2066x\u2069.",
        "line\u2028separator\u2029paragraph\u0085next\x0bvertical\x0cfeed.",
        "👨‍👩‍👧‍👦👩🏽‍🚒🇮🇩 e\u0301a\u0308\u0323 \u200bzero\ufeffwidth.",
        "\ufffe \uffff \U0010ffff noncharacters.",
    ],
)
def test_strange_characters_stay(desk: Desk, text: str) -> None:
    content = text.encode()
    summary = loading.load_content(desk.workspace, content, "odd\x00name\ud800.txt", desk.ana)
    assert documents.read_original(desk.workspace, summary.id) == content
    assert documents.read_document(desk.workspace, summary.id).text == text
    assert desk.problems() == []


def test_what_cannot_be_loaded_is_listed_with_its_reason(desk: Desk, shelf: Path) -> None:
    (shelf / "a good.txt").write_text(ARTICLE)
    (shelf / "b empty.txt").write_text(" \n ")
    (shelf / "c binary.txt").write_bytes(b"%PDF-1.7\n" + bytes(100))
    (shelf / "d same.txt").write_text(ARTICLE)
    (shelf / "e picture.png").write_bytes(b"x")
    os.mkfifo(shelf / "f pipe.txt")
    report = load(desk, *sorted(shelf.iterdir()), shelf / "g missing.txt")
    assert [Path(article.path).name for article in report.loaded] == ["a good.txt"]
    assert [Path(duplicate.path).name for duplicate in report.duplicates] == ["d same.txt"]
    assert report.duplicates[0].id == report.loaded[0].id
    assert [Path(failure.path).name[0] for failure in report.failed] == ["b", "c", "e", "f", "g"]
    assert all(failure.reason.endswith(".") for failure in report.failed)
    assert desk.problems() == []


def test_a_folder_gives_what_can_be_read_below_it(desk: Desk, shelf: Path) -> None:
    for name in ("b.txt", "a/c.TXT", "a/d.text", "e.png", "a/.hidden"):
        path = shelf / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{ARTICLE} {name}")
    report = load(desk, shelf)
    assert [Path(article.path).name for article in report.loaded] == ["b.txt", "c.TXT", "d.text"]
    assert report.failed == []


def test_a_folder_that_may_not_be_opened_is_listed(desk: Desk, shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (shelf / "a.txt").write_text(ARTICLE)
    (shelf / "closed").mkdir()
    scan = os.scandir

    def scandir(path: Any) -> Any:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", scandir)
    report = load(desk, shelf)
    assert len(report.loaded) == 1
    assert report.failed == [loading.Failure(str(shelf / "closed"), "The folder cannot be opened: Permission denied.")]


@pytest.mark.skipif("os.geteuid() == 0")
def test_a_file_in_a_folder_that_may_not_be_entered_is_listed(desk: Desk, shelf: Path) -> None:
    (shelf / "closed").mkdir(mode=0o000)
    assert len(load(desk, shelf / "closed" / "a.txt").failed) == 1


def test_a_file_name_that_is_no_unicode(desk: Desk, shelf: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(shelf) + b"/caf\xe9.txt"))
    path.write_text(ARTICLE)
    report = load(desk, path)
    assert documents.read_document(desk.workspace, report.loaded[0].id).file_name == "caf\ufffd.txt"


def test_a_second_load_finds_what_is_there(desk: Desk, shelf: Path) -> None:
    paths = [shelf / f"{number}.txt" for number in range(2 * loading._BATCH + 3)]
    for number, path in enumerate(paths):
        path.write_text(f"{ARTICLE} {number}")
    seen: list[tuple[int, int]] = []
    first = load(desk, *paths, progress=lambda done, total: seen.append((done, total)))
    assert len(first.loaded) == len(paths)
    assert seen[-1] == (len(paths), len(paths))
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    before = desk.rows(), desk.entries()
    second = load(desk, *paths)
    assert [duplicate.id for duplicate in second.duplicates] == [article.id for article in first.loaded]
    assert (desk.rows(), desk.entries()) == before


def test_who_is_alone_writes_more_at_a_time(desk: Desk, shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: list[int] = []
    store = loading._store
    monkeypatch.setattr(loading, "_SECONDS_TOGETHER", 60.0)
    monkeypatch.setattr(loading, "_store", lambda *given: (sizes.append(len(given[1])), store(*given)))
    paths = [shelf / f"{number}.txt" for number in range(loading._MOST + 2)]
    for number, path in enumerate(paths):
        path.write_text(f"{ARTICLE} {number}")
    assert len(load(desk, *paths, alone=True).loaded) == len(paths)
    assert sizes[0] >= loading._MOST


def test_what_was_loaded_before_a_stop_stays(desk: Desk, shelf: Path) -> None:
    paths = [shelf / f"{number}.txt" for number in range(3 * loading._BATCH)]
    for number, path in enumerate(paths):
        path.write_text(f"{ARTICLE} {number}")
    stored: list[int] = []
    report = load(desk, *paths, progress=lambda done, _total: stored.append(done), cancelled=lambda: bool(stored))
    assert report.cancelled
    assert [loaded.path for loaded in report.loaded] + report.not_reached == [str(path) for path in paths]
    assert loading._BATCH <= len(report.loaded) == len(documents.list_documents(desk.workspace))
    assert report.not_reached
    history.undo(desk.workspace, desk.ana)
    assert documents.list_documents(desk.workspace) == []


def test_a_disk_that_fills_up_is_told_for_each_file(shelf: Path, tmp_path: Path) -> None:
    with mounts.small_disk(tmp_path / "disk", 1500) as disk:
        desk = Desk(disk / "p.annotator")
        paths = [shelf / f"{number}.txt" for number in range(300)]
        for number, path in enumerate(paths):
            path.write_text(f"{ARTICLE} {number} " + "word " * 2000)
        report = load(desk, *paths)
        assert report.loaded
        assert report.failed
        assert len(report.loaded) + len(report.failed) == 300
        assert {article.id for article in report.loaded} == {row["id"] for row in desk.rows()["document"]}
        assert "disk" in report.failed[-1].reason
        assert desk.problems() == []
        desk.workspace.close()


def test_when_nothing_reads_any_more_what_is_stored_is_told_and_the_rest_can_be_loaded_again(
    desk: Desk, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [shelf / "a.txt", shelf / "b.txt"]
    for path in paths:
        path.write_text(f"{ARTICLE} {path.name}")
    monkeypatch.setattr(loading, "_BATCH", 1)

    class Pool:
        def read(self, jobs: Sequence[Job], cancelled: Callable[[], bool]) -> Iterator[tuple[int, Answer]]:
            yield from shared_pool().read(jobs[:1], cancelled)
            raise UnreadableInput("Nothing reads.")

    monkeypatch.setattr(loading, "shared_pool", Pool)
    report = load(desk, *paths)
    assert [article.path for article in report.loaded] == [str(paths[0])]
    assert report.failed == [loading.Failure(str(paths[1]), "Nothing reads.")]
    with pytest.raises(UnreadableInput):
        loading.load_content(desk.workspace, b"Something else.", "c.txt", desk.ana)


def test_an_edit_that_is_refused_reaches_the_caller_of_a_paste(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> object:
        raise DiskFull("There is no room left.")

    monkeypatch.setattr(Workspace, "edit", full)
    with pytest.raises(DiskFull):
        desk.load()


def test_a_paste_that_is_there_already_says_where(desk: Desk) -> None:
    document_id = desk.load()
    with pytest.raises(AlreadyLoaded) as caught:
        desk.load()
    assert caught.value.document_id == document_id
    with pytest.raises(UnreadableInput):
        desk.load("   ")


def test_two_encodings_of_one_text_are_two_articles(desk: Desk) -> None:
    first = loading.load_content(desk.workspace, ARTICLE.encode(), "a.txt", desk.ana)
    second = loading.load_content(desk.workspace, ARTICLE.encode("utf-16"), "b.txt", desk.ana)
    assert documents.read_original(desk.workspace, first.id) == ARTICLE.encode()
    assert documents.read_original(desk.workspace, second.id) == ARTICLE.encode("utf-16")
    assert desk.problems() == []


def test_the_language_is_found_or_left_open(desk: Desk) -> None:
    words = "Pemerintah membantah laporan tentang kenaikan harga beras di pasar tradisional pada hari Senin."
    found = loading.load_content(desk.workspace, words.encode(), "a.txt", desk.ana)
    assert (found.language, found.language_confidence) == ("id", pytest.approx(1, abs=0.1))
    left = loading.load_content(desk.workspace, words.upper().encode(), "b.txt", desk.ana, detect_language=False)
    assert (left.language, left.language_confidence) == ("unknown", None)
