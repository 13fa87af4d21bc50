"""The lines of an attribution as PolNeAR has them, written and read."""

from dataclasses import replace

from annotator.core.exchange import ExchangedLink, slices
from annotator.core.spans import Span
from annotator.formats.attribution import Attribution
from annotator.formats.attribution_lines import attribution_lines, is_attributions, read_attributions
from annotator.formats.base import WriteOptions
from tests.formats.attributed import said
from tests.formats.exchanged import TEXT

WRITTEN = """\
T1\tCue 0 4\tKata
T2\tSource 5 12\tMenteri
T3\tContent 14 34\t"Harga beras turun."
T4\tAttribution 0 4\tKata
#1\tAnnotatorNotes T2\tjabatan
#2\tAnnotatorAttribute T2\tannotator_label source_mention
#3\tAnnotatorAttribute T3\tannotator_label quote
#4\tAnnotatorAttribute T3\tattributed_to menteri
E1\tAttribution:T4 Content:T3 Cue:T1 Source:T2
"""


def test_an_event_binds_the_parts_and_lies_on_the_cue() -> None:
    article = Attribution().fit(said(), WriteOptions()).article
    assert attribution_lines(article, article.annotations) == WRITTEN


def test_what_is_written_is_read() -> None:
    annotations, links, unread = read_attributions(WRITTEN, TEXT, "Ana", "")
    assert [(one.label, one.note, one.annotator) for one in annotations] == [
        ("cue", "", "Ana"),
        ("source_mention", "jabatan", "Ana"),
        ("quote", "", "Ana"),
    ]
    assert annotations[2].attributes == {"attributed_to": "menteri"}
    assert links == [ExchangedLink("cued_by", "T3", "T1"), ExchangedLink("said_by", "T3", "T2")]
    assert unread == []


def test_only_lines_that_the_corpus_has_are_written() -> None:
    """Its own reader (brat-reader) knows spans, events and remarks, and refuses a file with anything else in it."""
    assert {line[0] for line in WRITTEN.splitlines()} == {"T", "E", "#"}


def test_attributes_as_brat_has_them_are_read_too() -> None:
    lines = WRITTEN.replace(
        "#4\tAnnotatorAttribute T3\tattributed_to menteri", "A1\tattributed_to T3 menteri\nA2\tsure T3"
    )
    annotations, _, unread = read_attributions(lines, TEXT, "Ana", "")
    assert (annotations[2].attributes, unread) == ({"attributed_to": "menteri", "sure": True}, [])


def test_a_file_of_the_corpus() -> None:
    """Parts in any order, several of a kind, pieces in any order, and marks of its own."""
    content = (
        "T1\tSource 5 12\tMenteri\r\nT2\tCue 0 4\tKata\r\n"
        'T3\tContent 21 32;14 20\tberas turun "Harga\r\nT4\tAttribution 0 4\tKata\r\n'
        "E1\tAttribution:T4 Cue:T2 Source:T1 Content:T3 Content2:T5 Source2:T9\r\nT5\tContent 37 45\tPedagang\r\n"
        "T6\tDiscard 46 55\tmembantah\r\nnonsense\r\n"
    )
    annotations, links, unread = read_attributions(content, TEXT, "4b22", "4b22.")
    assert [one.label for one in annotations] == ["source", "cue", "content", "content", "discard"]
    assert annotations[2].segments == (Span(14, 20), Span(21, 32))
    assert all(one.texts == () for one in annotations)
    assert {(one.kind, one.from_key, one.to_key) for one in links} == {
        ("cued_by", "4b22.T3", "4b22.T2"),
        ("said_by", "4b22.T3", "4b22.T1"),
        ("cued_by", "4b22.T5", "4b22.T2"),
        ("said_by", "4b22.T5", "4b22.T1"),
    }
    assert [one.name for one in unread] == ["line 8"]


def test_words_that_stand_elsewhere_are_a_proof_against_the_place() -> None:
    (one,), _, _ = read_attributions("T1\tContent 0 4\tHarga\n", TEXT, "", "")
    assert one.texts == ("Harga",)
    assert slices(said(), one) == ("Kata",)


def test_a_content_without_other_parts_has_its_event() -> None:
    article = replace(said(), annotations=(said().annotations[2],), links=())
    fitted = Attribution().fit(article, WriteOptions()).article
    lines = attribution_lines(fitted, fitted.annotations)
    assert lines.endswith("E1\tAttribution:T2 Content:T1\n")


def test_it_is_known_by_its_events() -> None:
    assert is_attributions(WRITTEN.encode())
    assert not is_attributions(b"T1\tCue 0 4\tKata\nE1\tBirth:T1 Person:T2\n")
