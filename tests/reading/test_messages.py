"""What is sent is what arrives, whatever it holds; what does not hold together is refused."""

from dataclasses import replace

import msgpack
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.records import ArticleRecord, Furniture, Status
from annotator.formats.base import ReadOptions
from annotator.formats.limits import Limits
from annotator.reading.messages import (
    Article,
    Failed,
    Finished,
    Job,
    Ready,
    Told,
    packed_answer,
    packed_job,
    packed_limits,
    unpacked_answer,
    unpacked_job,
    unpacked_limits,
)
from annotator.reading.preparing import prepare

words = st.text(max_size=20)


@given(words, words, st.binary(max_size=20), st.sampled_from(Status), st.lists(words, max_size=3))
def test_an_article_arrives(text: str, title: str, original: bytes, status: Status, names: list[str]) -> None:
    words_of = ("", "a.pdf", "Outlet", "Rina", "4 Jul", "https://a.example", "2025-07-04", "id", "")
    pieces, notices = (Furniture(0, 1, "running_head"),), ("One page is a picture.",)
    record = ArticleRecord(title, text, original, *words_of, status, "note", "pdf", pieces, tuple(names), notices)
    sent = Article(prepare(record, {"id": "whole"}, detect_language=False))
    assert unpacked_answer(packed_answer(sent)) == sent


def test_an_original_that_the_text_tells_stays_behind() -> None:
    sent = prepare(ArticleRecord("t", "Harga naik.", b"Harga naik.", "utf-8", ""), {})
    arrived = unpacked_answer(packed_answer(Article(sent)))
    assert isinstance(arrived, Article)
    assert arrived.prepared.record.original == b""
    assert arrived.prepared.original_sha256 == sent.original_sha256


@pytest.mark.parametrize("answer", [Failed("b.eml", "It is empty."), Finished(), Ready()])
def test_other_answers_arrive(answer: Failed | Finished | Ready) -> None:
    assert unpacked_answer(packed_answer(answer)) == answer


def test_a_job_arrives_with_the_limits_of_who_does_it() -> None:
    options = ReadOptions("https://a.example", "koi8-r", {"title": "Judul"}, {"k": {"text": "Isi"}}, 1)
    job = Job("caf\udce9.txt", b"\x00", options, {"*": "split"}, False, "café.txt")
    arrived = unpacked_job(packed_job(job), Limits(seconds=3))
    assert (arrived.path, arrived.content, arrived.policy) == ("caf\udce9.txt", b"\x00", {"*": "split"})
    assert (arrived.name, arrived.detect_language) == ("café.txt", False)
    assert arrived.options == replace(options, limits=Limits(seconds=3))
    assert unpacked_limits(packed_limits(Limits(depth=9))) == Limits(depth=9)


@given(st.binary(max_size=60) | st.recursive(st.none() | st.integers(-9, 9) | words, st.lists).map(msgpack.packb))
def test_no_answer_is_refused_as_such(message: bytes) -> None:
    """A process that was taken over can say what it likes."""
    try:
        answer = unpacked_answer(message)
    except ValueError:
        return
    assert isinstance(answer, Article | Failed | Told | Finished | Ready)
