"""What a person chooses from is asked of a reading process."""

from pathlib import Path

import pytest

from annotator.errors import UnreadableInput
from annotator.formats.base import ReadOptions
from annotator.reading import asking
from annotator.reading.asking import entries_of, table_of
from annotator.reading.messages import Job

FEED = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Kabar</title><item><title>Harga naik</title>
<link>/a</link><pubDate>Fri, 04 Jul 2025 10:00:00 +0700</pubDate></item></channel></rss>"""


def test_the_beginning_of_a_table(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Judul,Isi\nHarga naik,Menteri membantah laporan itu.\n", encoding="utf-8")
    found = table_of(str(path))
    assert found.headings == ("Judul", "Isi")
    assert found.rows == (("Harga naik", "Menteri membantah laporan itu."),)
    assert found.guess["text"] == "Isi"


def test_what_a_feed_offers() -> None:
    job = Job("kabar.rss", FEED, ReadOptions(url="https://a.example/feed"))
    (entry,) = entries_of(job)
    assert (entry.title, entry.url, entry.published_at) == (
        "Harga naik", "https://a.example/a", "2025-07-04T10:00:00+07:00",
    )  # fmt: skip


def test_what_cannot_be_asked_is_said(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="No such file"):
        table_of(str(tmp_path / "gone.csv"))
    with pytest.raises(UnreadableInput):
        entries_of(Job("a.rss", b"no feed"))


@pytest.mark.parametrize("answer", [None, 7, [1, 2], [None, None, None, None], ["a", 3, "b", []]])
def test_an_answer_of_another_kind_is_the_files_fault(answer: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that was taken over can say what it likes."""
    monkeypatch.setattr(asking, "_ask", lambda _job: answer)
    with pytest.raises(UnreadableInput, match="damaged"):
        table_of("a.csv")
