"""Folders of attributions, out and in: ours, and those of the corpus whose shape they have."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.core.exchange import ExchangedArticle, unfaithful
from annotator.core.losses import saying
from annotator.core.records import Unread
from annotator.errors import UnreadableInput
from annotator.formats.attribution import Attribution
from annotator.formats.base import WriteOptions
from tests.formats.attributed import attributed, said
from tests.formats.exchanged import TEXT
from tests.formats.test_attribution_lines import WRITTEN
from tests.formats.write_golden import GOLDEN, files_of, write_exchange


def _written(given: list[ExchangedArticle], folder: Path) -> list[ExchangedArticle]:
    fitted = [Attribution().fit(one, WriteOptions()).article for one in given]
    folder.mkdir()
    Attribution().write_articles(fitted, folder, WriteOptions())
    return fitted


def test_the_golden_files(tmp_path: Path) -> None:
    write_exchange(Attribution(), tmp_path / "out")
    assert files_of(tmp_path / "out") == files_of(GOLDEN / "attribution")


def test_files_lie_where_the_corpus_has_them(tmp_path: Path) -> None:
    _written([said()], tmp_path / "out")
    found = files_of(tmp_path / "out")
    assert found["all/text/00001-harga-beras.txt"] == TEXT.encode()
    assert found["all/attributions/00001-harga-beras_Ana.ann"] == WRITTEN.encode()
    assert set(found) == {*list(found)[:2], "annotators.tsv", "metadata.tsv"}


@settings(max_examples=20, deadline=None)
@given(st.lists(attributed(), max_size=2))
def test_any_attributions_come_back(given: list[ExchangedArticle]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        fitted = _written(given, Path(folder) / "out")
        back = list(Attribution().read_articles(Path(folder) / "out"))
    for before, after in zip(fitted, back, strict=True):
        assert isinstance(after, ExchangedArticle)
        assert unfaithful(after) is None
        assert saying(after, Attribution.holds) == saying(before, Attribution.holds)


@settings(max_examples=20, deadline=None)
@given(attributed())
def test_whatever_does_not_come_back_is_named(given: ExchangedArticle) -> None:
    fitted = Attribution().fit(given, WriteOptions())
    named = {(loss.annotation, loss.what) for loss in fitted.lost}
    kept = {one.key for one in fitted.article.annotations}
    links = {(link.kind, link.from_key, link.to_key) for link in fitted.article.links}
    assert {one.key for one in given.annotations} - kept <= {key for key, what in named if what == "span"}
    for link in given.links:
        assert (link.kind, link.from_key, link.to_key) in links or (link.from_key, f"link {link.kind}") in named
    assert Attribution().fit(fitted.article, WriteOptions()).article == fitted.article


def test_a_folder_without_lists_is_read_too(tmp_path: Path) -> None:
    for part in ("text", "attributions"):
        (tmp_path / "dev" / part).mkdir(parents=True)
    (tmp_path / "dev" / "text" / "nyt.txt").write_text(TEXT, encoding="utf-8")
    for who in ("4b22", "4e07"):
        (tmp_path / "dev" / "attributions" / f"nyt_{who}.ann").write_text(WRITTEN, encoding="utf-8")
    assert Attribution().recognises_annotations(tmp_path)
    (article,) = Attribution().read_articles(tmp_path)
    assert isinstance(article, ExchangedArticle)
    assert {one.annotator for one in article.annotations} == {"4b22", "4e07"}
    assert len({one.key for one in article.annotations}) == len(article.annotations) == 6
    assert len(article.links) == 4


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    _written([said()], tmp_path / "out")
    next((tmp_path / "out").rglob("*.ann")).unlink()
    (unread,) = Attribution().read_articles(tmp_path / "out")
    assert isinstance(unread, Unread)
    assert "missing" in unread.reason


def test_a_single_file_has_no_text(tmp_path: Path) -> None:
    (tmp_path / "a.ann").write_text(WRITTEN, encoding="utf-8")
    assert Attribution().recognises_annotations(tmp_path / "a.ann")
    with pytest.raises(UnreadableInput, match="choose the folder"):
        list(Attribution().read_articles(tmp_path / "a.ann"))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=20), st.integers(0, 400), st.sampled_from(["metadata.tsv", "annotators.tsv", ".ann", ".txt"]))
def test_no_bytes_stop_it_otherwise(tmp_path: Path, noise: bytes, at: int, ending: str) -> None:
    folder = tmp_path / "out"
    if not folder.exists():
        _written([said()], folder)
    file = next(one for one in sorted(folder.rglob("*")) if one.name.endswith(ending))
    whole = file.read_bytes()
    file.write_bytes(whole[:at] + noise + whole[at:])
    try:
        list(Attribution().read_articles(folder))
    except UnreadableInput:
        pass
    finally:
        file.write_bytes(whole)


def test_a_link_that_leads_out_of_the_folder_is_told(tmp_path: Path) -> None:
    _written([said()], tmp_path / "out")
    (tmp_path / "secret.txt").write_text("Not to be seen.", encoding="utf-8")
    text = next((tmp_path / "out" / "all" / "text").iterdir())
    text.unlink()
    text.symlink_to(tmp_path / "secret.txt")
    (unread,) = Attribution().read_articles(tmp_path / "out")
    assert isinstance(unread, Unread)
    assert "leads out of the folder" in unread.reason
