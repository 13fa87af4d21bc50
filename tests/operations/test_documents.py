"""An article's language, sentences and furniture change; its text never does."""

from uuid import uuid4

import pytest

from annotator.core.records import Progress, SentenceState
from annotator.core.spans import Span
from annotator.errors import InvalidSpan, NotFound
from annotator.operations import annotations, documents, history, loading, sentences
from tests.store.desk import ARTICLE, Desk

FIRST, SECOND, THIRD = Span(0, 20), Span(21, 50), Span(51, 67)


MIXED = (
    "Pelabuhan itu dibuka lagi pada hari Senin setelah ditutup selama dua minggu karena ombak yang tinggi. Para "
    "nelayan mengatakan bahwa mereka belum bisa melaut karena solar masih langka di kota itu.\n\nThe harbour was "
    "opened again on Monday after it had been closed for two weeks because of the high waves. The "
    "fishermen say that they cannot go out to sea yet because there is still no fuel in the town.\n"
)


def states(desk: Desk, document_id: object) -> list[SentenceState]:
    return documents.states_of(documents.read_document(desk.workspace, document_id))  # type: ignore[arg-type]


def test_the_library_lists_the_newest_first(desk: Desk) -> None:
    ids = [desk.load(f"{ARTICLE} {number}") for number in range(3)]
    summaries = documents.list_documents(desk.workspace)
    assert [summary.id for summary in summaries] == ids[::-1]
    assert summaries[0].length == len(ARTICLE) + 2
    assert summaries[0].loaded_at.utcoffset() is not None


def test_an_article_that_is_not_there(desk: Desk) -> None:
    for verb in (
        lambda key: documents.read_document(desk.workspace, key),
        lambda key: documents.read_original(desk.workspace, key),
        lambda key: documents.rename_document(desk.workspace, key, "x", desk.ana),
        lambda key: documents.set_language(desk.workspace, key, "id", desk.ana),
        lambda key: documents.toggle_furniture(desk.workspace, key, FIRST, desk.ana),
        lambda key: documents.remove_document(desk.workspace, key, desk.ana),
    ):
        with pytest.raises(NotFound, match="no longer in the project"):
            verb(uuid4())
    assert documents.progress_of(desk.workspace, [uuid4()]) == {}


def test_an_article_is_found_by_the_beginning_of_its_id(desk: Desk) -> None:
    document_id = desk.load()
    assert documents.find_document(desk.workspace, str(document_id)[:10]) == document_id
    with pytest.raises(NotFound, match="There is no article"):
        documents.find_document(desk.workspace, "zz")


def test_progress_follows_what_is_said(desk: Desk) -> None:
    document_id = desk.load()
    assert documents.progress_of(desk.workspace, [document_id]) == {document_id: Progress(3, 0, 0)}
    desk.tag(document_id, 5, 9)
    annotations.mark_nothing(desk.workspace, document_id, [THIRD], desk.ana)
    assert states(desk, document_id) == [SentenceState.TAGGED, SentenceState.UNDECIDED, SentenceState.NOTHING]
    assert documents.progress_of(desk.workspace, [document_id]) == {document_id: Progress(3, 1, 1)}
    documents.toggle_furniture(desk.workspace, document_id, FIRST, desk.ana)
    assert documents.progress_of(desk.workspace, [document_id]) == {document_id: Progress(2, 0, 1)}


def test_a_title_is_one_line_and_never_empty(desk: Desk) -> None:
    document_id = desk.load()
    documents.rename_document(desk.workspace, document_id, " A\x00new\n title \ud800", desk.ana)
    assert documents.read_document(desk.workspace, document_id).title == "A new title ?"
    documents.rename_document(desk.workspace, document_id, " \n ", desk.ana)
    assert documents.read_document(desk.workspace, document_id).title == "A new title ?"


def test_a_language_by_hand_and_back(desk: Desk) -> None:
    document_id = desk.load("Pemerintah membantah laporan tentang kenaikan harga beras di pasar. Menteri diam saja.")
    tagged = desk.tag(document_id, 0, 10)
    sentences.split_sentence(desk.workspace, document_id, 11, desk.ana)
    documents.set_language(desk.workspace, document_id, "zh", desk.ana)
    record = documents.read_document(desk.workspace, document_id)
    assert (record.language, record.language_confidence, record.language_by_hand) == ("zh", None, True)
    assert record.annotations == (tagged,)
    assert 11 in {sentence.start_char for sentence in record.sentences}
    documents.set_language(desk.workspace, document_id, None, desk.ana)
    record = documents.read_document(desk.workspace, document_id)
    assert (record.language, record.language_by_hand) == ("id", False)
    assert record.language_confidence is not None


def test_the_other_languages_of_a_mixed_article_are_kept(desk: Desk) -> None:
    loaded = loading.load_content(desk.workspace, MIXED.encode(), "", desk.ana)
    assert (loaded.language, loaded.also_in) == ("id", ("en",))
    documents.set_language(desk.workspace, loaded.id, "ms", desk.ana)
    assert documents.read_document(desk.workspace, loaded.id).also_in == ()
    documents.set_language(desk.workspace, loaded.id, None, desk.ana)
    assert documents.read_document(desk.workspace, loaded.id).also_in == ("en",)
    assert desk.problems() == []


def test_furniture_comes_and_goes(desk: Desk) -> None:
    document_id = desk.load()
    assert documents.toggle_furniture(desk.workspace, document_id, Span(19, 51), desk.ana)
    (piece,) = documents.read_document(desk.workspace, document_id).furniture
    assert tuple(piece) == (19, 50, "manual")
    assert not documents.toggle_furniture(desk.workspace, document_id, Span(30, 35), desk.ana)
    pieces = documents.read_document(desk.workspace, document_id).furniture
    assert [tuple(piece)[:2] for piece in pieces] == [(19, 30), (35, 50)]
    assert documents.toggle_furniture(desk.workspace, document_id, FIRST, desk.ana)
    assert states(desk, document_id)[0] is SentenceState.FURNITURE
    with pytest.raises(InvalidSpan):
        documents.toggle_furniture(desk.workspace, document_id, Span(20, 21), desk.ana)
    assert desk.problems() == []


def test_a_removed_article_can_be_loaded_again(desk: Desk) -> None:
    document_id = desk.load()
    documents.remove_document(desk.workspace, document_id, desk.ana)
    again = desk.load()
    assert again != document_id
    history.undo(desk.workspace, desk.ana)
    history.undo(desk.workspace, desk.ana)
    assert [summary.id for summary in documents.list_documents(desk.workspace)] == [document_id]
    assert documents.read_original(desk.workspace, document_id) == ARTICLE.encode()
    assert desk.problems() == []
