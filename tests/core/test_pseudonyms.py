"""Persons under numbers: nowhere a name is left, and everything stands where it belongs."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.pseudonyms import Pseudonyms
from annotator.core.records import AnnotationRecord, DocumentRecord, Provenance, RelationRecord, SourceRecord
from annotator.core.spans import Span

MADE = datetime(2026, 1, 1, tzinfo=UTC)
HOME = UUID(int=100)
RINA = SourceRecord(UUID(int=1), "Rina Wijaya", ("Ibu Rina",), "person", note="Rina’s phone")
BUDI = SourceRecord(UUID(int=2), "Budi", (), "person")
PARTY = SourceRecord(UUID(int=3), "Partai Rina Wijaya", (), "organisation")
NAMES = Pseudonyms([RINA, BUDI], ["Ana", "Ben Hur"], closed={"certainty"})
TEXT = "Kata Rina Wijaya: “Naik.” Wijaya 😀 pergi. Budi diam."


def article(text: str = TEXT, *segments: tuple[int, int], **more: object) -> DocumentRecord:
    made = AnnotationRecord(
        UUID(int=9), HOME, "quote", tuple(Span(*one) for one in segments), "Ana", "", "manual", MADE
    )
    record = DocumentRecord(
        HOME, "Rina Wijaya naik", "Koran", "oleh Siti", "", "https://k.invalid/rina-wijaya", "id", None, False, text,
        "hash", "original", "", "rina.txt", MADE, (), (Span(0, len(text)),), (), (made,) if segments else (),
        relations=(RelationRecord(UUID(int=8), HOME, "attributed_to", UUID(int=9), None, RINA.id, "Ben Hur"),),
        sources=(RINA, PARTY),
    )  # fmt: skip
    return replace(record, **more)  # type: ignore[arg-type]


def test_names_give_way_to_numbers_in_texts_titles_and_addresses() -> None:
    out = NAMES.document(article(TEXT, (18, 25), (33, 34)))
    assert out.text == "Kata Person 1: “Naik.” Person 1 😀 pergi. Person 2 diam."
    assert (out.title, out.byline, out.sources[0].name) == ("Person 1 naik", "", "Person 1")
    assert [out.text[slice(*one)] for one in out.annotations[0].segments] == ["“Naik.”", "😀"]
    assert out.sentences == (Span(0, len(out.text)),)
    assert "ina" not in out.url + out.file_name
    assert (out.text_sha256 != "hash", out.original_sha256) == (True, "")


def test_persons_are_the_same_everywhere_and_what_is_said_of_them_is_gone() -> None:
    out = NAMES.document(article(TEXT, (18, 25)))
    assert out.sources[0].aliases == ()
    assert out.sources[0].note == ""
    assert out.sources[1].name == "Partai Person 1"
    assert (out.annotations[0].annotator, out.relations[0].annotator) == ("Annotator 1", "Annotator 2")


def test_notes_values_and_reasons_name_nobody() -> None:
    base = article(TEXT, (18, 25))
    said = Provenance("ruled", ("Ana", "Ben Hur"), "Ana", "Ana found Rina Wijaya credible")
    one = replace(
        base.annotations[0],
        note="Ben Hur asked Budi",
        attributes={"certainty": "Budi", "quoted": "Budi", "checked": True},
        reviewer="Ben Hur",
        provenance=said,
    )
    (out,) = NAMES.document(replace(base, annotations=(one,))).annotations
    assert out.note == "Annotator 2 asked Person 2"
    assert out.attributes == {"certainty": "Budi", "quoted": "Person 2", "checked": True}
    assert out.provenance == Provenance(
        "ruled", ("Annotator 1", "Annotator 2"), "Annotator 1", "Annotator 1 found Person 1 credible"
    )
    assert out.reviewer == "Annotator 2"


def test_an_annotation_of_a_part_of_a_name_is_of_the_whole_of_what_stands_there() -> None:
    out = NAMES.document(article(TEXT, (5, 9), (10, 16)))
    assert [out.text[slice(*one)] for one in out.annotations[0].segments] == ["Person 1"]


def test_a_surname_is_nobodys_where_nobody_of_that_name_is() -> None:
    text = "Gubernur Wijaya diam."
    out = NAMES.document(article(text, sources=(), relations=(), title=""))
    assert (out.text, out.text_sha256) == (text, "hash")


def test_what_was_protected_before_stays_so_and_keeps_no_number_from_others() -> None:
    hidden = replace(RINA, name="Protected source 1", protected=True)
    names = Pseudonyms([hidden, BUDI], [])
    out = names.document(article("████ bicara. Budi diam.", sources=(hidden,), title=""))
    assert (out.text, out.sources) == ("████ bicara. Person 2 diam.", (hidden,))


def test_a_name_parted_at_the_end_of_a_line_and_one_within_another() -> None:
    names = Pseudonyms([RINA, replace(BUDI, name="Wijaya Putra")], [])
    out = names.document(article("Rina Wi-\njaya dan Rina Wijaya Putra.", title="", sources=()))
    assert out.text == "Person 1 dan Person 1 Person 2."


def test_the_title_of_a_project_names_nobody() -> None:
    assert NAMES.title("Wijaya naik, by Ben Hur") == "Person 1 naik, by Annotator 2"


def test_a_name_of_two_words_is_one_number() -> None:
    names = Pseudonyms([RINA, replace(BUDI, name="محمد عبد الله")], [])
    out = names.document(article("قال محمد عبد الله. وقال عبد الله إن شاء الله.", title="", sources=()))
    assert out.text == "قال Person 2. وقال Person 2 إن شاء الله."


WORDS = st.sampled_from(["Rina Wijaya", "Budi", "Wijaya", "naik", "😀", "Rina", "turun.", "\n", "Budiman", "الأرز"])


@given(st.lists(WORDS, min_size=1, max_size=12).map(" ".join), st.data())
def test_what_no_name_touches_reads_as_before(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    out = NAMES.document(article(text, (start, end), title=""))
    assert "Rina Wijaya" not in out.text
    (segment,) = out.annotations[0].segments
    assert 0 <= segment.start_char < segment.end_char <= len(out.text)
    piece = text[start:end]
    if not {"Rina", "Wijaya", "Budi"} & set(text.replace("Budiman", "").split()):
        assert (out.text, out.text[slice(*segment)]) == (text, piece)
