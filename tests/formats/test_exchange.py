"""Every format of another tool gives back what it was given, up to what it says that it cannot hold."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from annotator import formats
from annotator.core.exchange import ExchangedArticle, slices, unfaithful
from annotator.core.losses import Flat, saying
from annotator.formats.base import WriteOptions
from annotator.formats.exchange import AnnotationReader, Exchange, head_of
from tests.formats.exchanged import TEXT, articles, corpora, minister

every = pytest.mark.parametrize("kind", formats.exchanges(), ids=lambda kind: kind.id)


def written(kind: Exchange, given: list[ExchangedArticle], folder: Path, options: WriteOptions | None = None) -> Path:
    options = options or WriteOptions()
    path = folder / ("out" if kind.makes_folder(options) else f"out{kind.extensions[0]}")
    if kind.makes_folder(options):
        path.mkdir()
    kind.write_articles((kind.fit(one, options).article for one in given), path, options)
    return path


def there_and_back(
    kind: Exchange, given: list[ExchangedArticle], options: WriteOptions | None = None
) -> Iterator[tuple[ExchangedArticle, ExchangedArticle]]:
    with tempfile.TemporaryDirectory() as folder:
        path = written(kind, given, Path(folder), options)
        back = list(kind.read_articles(path))
    assert len(back) == len(given)
    for before, after in zip(given, back, strict=True):
        assert isinstance(after, ExchangedArticle)
        assert unfaithful(after) is None
        yield kind.fit(before, options or WriteOptions()).article, after


@every
def test_the_first_article_comes_back(kind: Exchange) -> None:
    ((fitted, back),) = there_and_back(kind, [minister()])
    assert saying(back, kind.holds) == saying(fitted, kind.holds)
    assert back.text == TEXT or "text" in {loss.what for loss in kind.fit(minister(), WriteOptions()).lost}
    assert [slices(back, one) for one in back.annotations] == [slices(fitted, one) for one in fitted.annotations]


@every
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(corpora())
def test_any_articles_come_back(kind: Exchange, given: list[ExchangedArticle]) -> None:
    for flat in Flat if not kind.holds.overlaps else (Flat.OUTERMOST,):
        for fitted, back in there_and_back(kind, given, WriteOptions(flat=flat)):
            assert saying(back, kind.holds) == saying(fitted, kind.holds)


@every
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(articles())
def test_whatever_does_not_come_back_was_named(kind: Exchange, given: ExchangedArticle) -> None:
    """Every annotation, attribute, note and link is in the file or in the list, and what is whole loses nothing."""
    fitted = kind.fit(given, WriteOptions())
    named = {(loss.annotation, loss.what) for loss in fitted.lost}
    assert {loss.article for loss in fitted.lost} <= {given.key}
    kept = {one.key: one for one in fitted.article.annotations}
    for one in given.annotations:
        there = kept.get(one.key)
        if there is None:
            assert (one.key, "span") in named
            continue
        assert there.segments == one.segments or {(one.key, "gap"), ("", "text")} & named
        gone = {f"attribute {name}" for name in one.attributes if name not in there.attributes}
        gone |= {"note"} if one.note and not there.note else set()
        gone |= {"annotator"} if one.annotator and not there.annotator else set()
        assert {(one.key, what) for what in gone} <= named
    links = {(link.kind, link.from_key, link.to_key) for link in fitted.article.links}
    for link in given.links:
        assert (link.kind, link.from_key, link.to_key) in links or (link.from_key, f"link {link.kind}") in named
    assert kind.fit(fitted.article, WriteOptions()).article == fitted.article


@every
def test_the_same_articles_give_the_same_bytes(kind: Exchange, tmp_path: Path) -> None:
    contents = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        path = written(kind, [minister()], tmp_path / name)
        found = sorted(path.rglob("*")) if path.is_dir() else [path]
        contents.append([(one.name, one.read_bytes()) for one in found if one.is_file()])
    assert contents[0] == contents[1]


@every
def test_what_it_writes_it_recognises_and_no_other_does_before_it(kind: Exchange, tmp_path: Path) -> None:
    path = written(kind, [minister()], tmp_path)
    first = next((one for one in formats.annotation_readers() if one.recognises_annotations(path)), None)
    assert first is not None
    assert first.id == kind.id
    assert isinstance(kind, AnnotationReader)


@every
def test_other_files_are_not_taken_for_it(kind: Exchange, tmp_path: Path) -> None:
    for name, content in (("a.txt", b"Kata Menteri."), ("b.bin", bytes(range(256))), ("c.json", b"[1,"), ("d", b"")):
        (tmp_path / name).write_bytes(content)
        assert not kind.recognises_annotations(tmp_path / name)
    assert not kind.recognises_annotations(tmp_path / "missing")
    (tmp_path / "empty").mkdir()
    assert not kind.recognises_annotations(tmp_path / "empty")


def test_the_head_of_what_cannot_be_read_is_empty(tmp_path: Path) -> None:
    assert head_of(tmp_path) == b""
    assert head_of(tmp_path / "missing") == b""
