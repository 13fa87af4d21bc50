"""A label set goes into a file and comes back the same, and nothing else comes in."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator import resources
from annotator.core.label_changes import add_label, retire
from annotator.core.label_set_file import dump_label_set, load_label_set
from annotator.core.schema_file import read_label_set
from annotator.errors import InvalidLabelSet

NEWSROOM = read_label_set(resources.read_toml("label_sets", "newsroom", "label_set.toml"))
GUIDELINE = {"id": {"claim": "Aturan kami: “hati-hati”.\n\n- satu"}}


@settings(max_examples=40)
@given(st.text(max_size=30), st.dictionaries(st.sampled_from(["en", "id"]), st.dictionaries(st.text(), st.text())))
def test_what_is_written_is_read_back(title: str, guideline: dict[str, dict[str, str]]) -> None:
    label_set = retire(add_label(NEWSROOM, title)[0], "labels", "denial")
    assert load_label_set(dump_label_set(label_set, guideline)) == (label_set, guideline)


def test_a_person_can_read_it() -> None:
    text = dump_label_set(NEWSROOM, GUIDELINE).decode()
    assert '"title": "Claim",\n' in text
    assert "“hati-hati”" in text


def changed(change: Any) -> bytes:
    whole = json.loads(dump_label_set(NEWSROOM, GUIDELINE))
    change(whole)
    return json.dumps(whole).encode()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "JSON"),
        (b"\xff\xfe", "JSON"),
        (b"[" * 100_000, "JSON"),
        (b'{"kind": NaN}', "JSON"),
        (b"[]", "not written by"),
        (b'{"kind": "annotator label set", "format": 2}', "newer version"),
        (b'{"kind": "annotator label set", "format": 1}', "none in it"),
        (b" " * 4_000_001, "bytes"),
        (changed(lambda whole: whole["label_set"].pop("labels")), "labels"),
        (changed(lambda whole: whole["label_set"].update(rulez=[1])), "does not know “rulez”"),
        (changed(lambda whole: whole["label_set"]["labels"][0].update(sound="ping")), "does not know “sound”"),
        (changed(lambda whole: whole["label_set"]["labels"][1].update(pattern="checked")), "missing or wrong"),
        (changed(lambda whole: whole["label_set"]["labels"][1].update(title=7)), "does not understand"),
        (changed(lambda whole: whole["label_set"]["labels"][1].update(key="Denial")), "lower-case"),
        (changed(lambda whole: whole["label_set"]["labels"][0].update(link="nowhere")), "nowhere"),
        (changed(lambda whole: whole["label_set"].update(version="2")), "does not understand"),
        (changed(lambda whole: whole.update(guideline=["en"])), "guideline"),
        (changed(lambda whole: whole.update(sound="ping")), "does not know “sound”"),
        (changed(lambda whole: whole.update(format=True)), "newer version"),
        (changed(lambda whole: whole["label_set"].update(title="\ud800")), "JSON"),
        (changed(lambda whole: whole["label_set"]["rules"][0].update(at_most=10**30)), "a length that no text has"),
        (b'{"kind": "annotator label set", "kind": "annotator label set"}', "JSON"),
    ],
)
def test_anything_else_is_refused_in_words(content: bytes, words: str) -> None:
    with pytest.raises(InvalidLabelSet, match=words):
        load_label_set(content)


@given(st.binary(max_size=300))
def test_no_bytes_do_worse_than_be_refused(content: bytes) -> None:
    with pytest.raises(InvalidLabelSet):
        load_label_set(content)


_VALUES = st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=5), st.lists, max_leaves=4)


@settings(max_examples=50)
@given(st.data())
def test_no_change_of_a_part_does_worse(data: st.DataObject) -> None:
    whole = json.loads(dump_label_set(NEWSROOM, GUIDELINE))
    parts = whole["label_set"][data.draw(st.sampled_from(["labels", "attributes", "relations", "rules"]))]
    part = data.draw(st.sampled_from(parts))
    part[data.draw(st.sampled_from(sorted(part)))] = data.draw(_VALUES)
    content = json.dumps(whole).encode()
    try:
        read = load_label_set(content)
    except InvalidLabelSet:
        return
    assert load_label_set(dump_label_set(*read)) == read
