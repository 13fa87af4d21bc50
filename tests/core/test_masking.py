"""Protected names leave no trace, and nothing moves by hiding them."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.identity import new_id
from annotator.core.masking import BLOCK, Mask, number_in
from annotator.core.records import AnnotationRecord, DocumentRecord, Provenance, SourceRecord
from annotator.core.spans import Span


def protected(name: str, *aliases: str, **more: Any) -> SourceRecord:
    return SourceRecord(new_id(), name, aliases, protected=True, **{"kind": "person", **more})


def document(text: str, **more: Any) -> DocumentRecord:
    empty = dict.fromkeys(("outlet", "byline", "published", "url", "encoding"), "")
    known: dict[str, Any] = {
        **empty, "title": "", "language": "en", "language_confidence": None, "language_by_hand": False,
        "text_sha256": "t", "original_sha256": "o", "file_name": "", "furniture": (), "marks": (), "annotations": (),
    }  # fmt: skip
    known |= {"sentences": (Span(0, len(text)),), "loaded_at": datetime(2026, 1, 2, tzinfo=UTC), **more}
    return DocumentRecord(id=new_id(), text=text, **known)


def hidden(name: str, text: str, *aliases: str, **more: Any) -> str:
    return Mask([protected(name, *aliases, **more)]).text(text)


@pytest.mark.parametrize(
    ("name", "text", "shown"),
    [
        ("Tira Wulandani", "Then Tira Wulandani left.", "Then ████ █████████ left."),
        ("Tira Wulandani", "TIRA  WULANDANI’s, tira\nwulandani", "████  █████████’s, ████\n█████████"),
        ("Tira Wulandani", "https://a.test/tira-wulandani?x", "https://a.test/████-█████████?x"),
        ("Tira Wulandani", "@TiraWulandani2", "@█████████████2"),
        ("Tira Wulandani", "Then Tira Wulan-\ndani left.", "Then ████ █████-\n████ left."),
        ("José Ñáñez", "Jose\u0301 Nanez", "█████ █████"),
        ("Jörn Müllick", "Joern Muellick, Müllicks Jörn", "█████ ████████, ████████ ████"),
        ("O’Drannel", "O'DRANNELL, Oʼdrannel, Odrannel", "O'DRANNELL, █████████, ████████"),
        ("Ильма Дорохин", "Ильме Дорохиной", "█████ █████████"),
        ("Νίκανδρος Μελίσης", "του Νικάνδρου Μελίση", "του █████████ ██████"),
        ("جابر نسيم", "قال وجابر نسيم", "قال █████ ████"),
        ("יונה ברקת", "אמר ליונה ברקת", "אמר █████ ████"),
        ("林小舟", "昨天林小舟说", "昨天███说"),
        ("अनीशा देवले", "कहा अनीशा देवले ने", "कहा █████ █████ ने"),
        ("민가온", "어제 민가온은", "어제 ███은"),
    ],
)
def test_a_name_is_found_as_it_is_written(name: str, text: str, shown: str) -> None:
    assert hidden(name, text) == shown


def test_what_is_no_name_stays() -> None:
    assert hidden("Ana", "Banana, Anatolia and bana") == "Banana, Anatolia and bana"
    assert hidden("Li Na", "Lina met Li Na") == "Lina met ██ ██"
    assert hidden("Agent 7", "Agent 77 met agent 7.", kind="group") == "Agent 77 met █████ █."
    assert hidden("X", "X marks it") == "X marks it"  # a single letter names nobody


def test_a_false_find_does_not_lie_over_a_true_one() -> None:
    assert hidden("na na", "ana na na", kind="group") == "ana ██ ██"


def test_who_is_named_whole_is_hidden_by_parts_too() -> None:
    text = "Tira Wulandani spoke. Wulandani left; Tira wept. A tira is a strip."
    assert hidden("Tira Wulandani", text) == "████ █████████ spoke. █████████ left; ████ wept. A tira is a strip."
    assert hidden("Tira Wulandani", "Wulandani left.") == "Wulandani left."
    office = hidden("Ministry of Tides", "Ministry of Tides; the Ministry", kind="organisation")
    assert office == "████████ ██ █████; the Ministry"


def test_where_no_article_is_known_as_a_whole_parts_go_everywhere() -> None:
    mask = Mask([protected("Tira Wulandani")])
    assert mask.everywhere().text("Wulandani in wulandani.txt") == "█████████ in █████████.txt"
    assert mask.text("Wulandani left") == "Wulandani left"  # the mask itself is as it was


def test_the_title_of_a_document_is_hidden_by_what_stands_in_it() -> None:
    mask = Mask([protected("Tira Wulandani")])
    assert mask.title(document("Tira Wulandani left.", title="Wulandani gone")) == "█████████ gone"
    assert mask.title(document("Nobody left.", title="Wulandani gone")) == "Wulandani gone"


def test_names_have_endings_in_languages_that_inflect_them() -> None:
    text = "Tiry Wulandani nie ma. Widziano Wulandaniego."
    source = protected("Tira Wulandani")
    assert "ulandani" not in Mask([source]).document(document(text, language="pl")).text
    assert "Wulandaniego" in Mask([source]).document(document(f"Tira Wulandani. {text}", language="en")).text


def test_a_name_inside_of_a_file_name_or_an_address() -> None:
    more = {"file_name": "mwulandani2.txt", "url": "https://wulandanifacts.test/a"}
    masked = Mask([protected("Tira Wulandani")]).document(document("By Tira Wulandani.", **more))
    assert masked.file_name == "m█████████2.txt"
    assert masked.url == "https://█████████facts.test/a"


def test_aliases_are_names() -> None:
    assert hidden("Tira Wulandani", "called “Kenari”", "Kenari") == "called “██████”"


def test_a_document_is_hidden_whole() -> None:
    source = protected("Tira Wulandani", "Kenari", note="secret", gender="f")
    text = "A report. Wulandani denies it."
    note = AnnotationRecord(
        new_id(), new_id(), "claim", (Span(0, 8),), "Ed", "Ask Wulandani", "manual", datetime(2026, 1, 2, tzinfo=UTC),
        attributes={"denied_text": "Kenari lied", "voice": "kenari"},
    )  # fmt: skip
    more = {"url": f"https://a.test/{quote('tïra wulandani')}", "file_name": "wulandani.txt", "byline": "by Kenari"}
    record = document(text, title="Wulandani speaks", source_note="from Kenari", annotations=(note,), **more)
    masked = Mask([source], {source.id: 4}, closed={"voice"}).document(document(**_fields(record, sources=(source,))))
    everything = repr(masked).casefold()
    assert "wulandani" not in everything
    assert "secret" not in everything
    assert masked.annotations[0].attributes == {"denied_text": "██████ lied", "voice": "kenari"}
    assert [known.name for known in masked.sources] == ["Protected source 4"]
    assert len(masked.text) == len(text)
    assert masked.text_sha256 not in ("t", "")
    assert masked.original_sha256 == ""


def test_how_an_annotation_got_into_the_gold_reading_names_nobody_protected() -> None:
    said = Provenance("ruled", ("Rina Hasan",), "Rina Hasan", "Rina Hasan was there")
    key = new_id()
    one = AnnotationRecord(key, key, "claim", (Span(0, 3),), "Ana", "", "", datetime.now(UTC), provenance=said)
    hidden_there = Mask([protected("Rina Hasan")]).annotation(one).provenance
    assert hidden_there == Provenance("ruled", ("████ █████",), "████ █████", "████ █████ was there")


def test_other_sources_of_an_article_are_called_as_its_text_is_masked() -> None:
    lawyer = SourceRecord(new_id(), "Hartati’s lawyer", ("Rina Hartati’s counsel",), note="Hartati pays")
    record = document("Rina Hartati was there, said Hartati’s lawyer.", sources=(lawyer,))
    out = Mask([protected("Rina Hartati")]).document(record)
    assert "Hartati" not in repr(out.sources)
    elsewhere = Mask([protected("Rina Hartati")]).document(document("Ask Hartati.", sources=(lawyer,)))
    assert "Hartati" not in repr(elsewhere)


def test_what_names_nobody_leaves_as_it_is() -> None:
    record = document("A report.", title="News")
    assert Mask([protected("Tira Wulandani")]).document(record) == record
    assert Mask().document(record) is record
    assert not Mask([SourceRecord(new_id(), "Open Source")])


def test_names_under_the_mask() -> None:
    first, second, openly = protected("Tira"), protected("Bela"), SourceRecord(new_id(), "Friends of Bela", ("Bela",))
    mask = Mask([first, second], {second.id: 3})
    assert mask.name(second) == "Protected source 3"
    assert mask.name(first) == "Protected source"
    assert mask.source(openly).name == "Friends of ████"
    assert mask.source(openly).aliases == ("████",)
    assert Mask([first, second]).name(second) == "Protected source 2"


letters = st.text(st.sampled_from("abcdeáßñøИванюαβήسمرाकी्林小 ’'-._ˈʼ\u0301\u200d█\n9"), max_size=40)


@given(letters, letters, letters)
def test_nothing_moves_and_a_second_time_changes_nothing(name: str, before: str, after: str) -> None:
    mask, text = Mask([protected(name)]), f"{before} {name} {after}"
    masked = mask.text(text)
    assert len(masked) == len(text)
    assert all(here in (there, BLOCK) for here, there in zip(masked, text, strict=True))
    assert mask.text(masked) == masked


@given(st.text(st.sampled_from("abcdefáßñøйванюαβήسمر林小"), min_size=2, max_size=12), letters, letters)
def test_a_name_between_words_never_stays(name: str, before: str, after: str) -> None:
    text = f"{before} {name} {after}"
    start = len(before) + 1
    assert set(Mask([protected(name)]).text(text)[start : start + len(name)]) == {BLOCK}


def _fields(record: DocumentRecord, **more: Any) -> dict[str, Any]:
    names = [name for name in record.__slots__ if name != "id"]
    return {name: getattr(record, name) for name in names} | more


def test_a_source_that_came_under_its_number_hides_no_words_but_those_a_person_gave_it() -> None:
    came = protected("Protected source 2", gender="female")
    words = "A source, protected by law, said 2. Dodi agreed."
    mask = Mask([came], {came.id: 2})
    assert mask
    assert (mask.text(words), mask.name(came), mask.source(came).gender) == (words, "Protected source 2", "")
    known = Mask([replace(came, aliases=("Dodi",))]).text(words)
    assert known == words.replace("Dodi", "████")
    assert [number_in(name) for name in ("Protected source 12", "Protected source", "Source 3")] == [12, 0, 0]
