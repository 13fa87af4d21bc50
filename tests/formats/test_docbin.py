"""DocBin files, held against spaCy itself: what it reads of ours, and what we read of its."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.core.exchange import ExchangedAnnotation, ExchangedArticle
from annotator.core.records import Unread
from annotator.core.spans import Span
from annotator.errors import UnreadableInput
from annotator.formats.base import WriteOptions
from annotator.formats.docbin import DocBin
from tests.formats.exchanged import TEXT, minister
from tests.formats.write_golden import GOLDEN

KIND = DocBin()
# Words that spaCy has numbers of its own for, white space of every kind, and labels whose ends are no word's.
STRANGE = "\n number  mark TIME_\t\tof X\u00a0_ e\u0301te\u0301 👩‍👩‍👧 米价, سعر.\n \n"
PEER = """
import json, sys, warnings
warnings.simplefilter("error", ResourceWarning)
import spacy
from spacy.tokens import Doc, DocBin
nlp = spacy.blank("xx")
found = []
for doc in DocBin().from_disk(sys.argv[1]).get_docs(nlp.vocab):
    doc = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    sents = [sent.text for sent in doc.sents] if doc.has_annotation("SENT_START") else []
    found.append({
        "text": doc.text, "tokens": [token.text for token in doc], "ents": len(doc.ents), "sents": sents,
        "spans": [[span.start_char, span.end_char, span.label_, span.text] for span in doc.spans["sc"]],
        "links": doc.user_data["annotator.article"]["links"],
    })
made = nlp.make_doc(sys.argv[3])
made.spans["sc"] = [made.char_span(14, 34, label="quote"), made.char_span(15, 32, label="claim")]
made.spans["other"] = [made.char_span(15, 32, label="claim")]
only = nlp.make_doc(sys.argv[3])
only.set_ents([only.char_span(37, 55, label="denial"), only.char_span(0, 4, label="X")])
only.cats = {"economy": 1.0}
none = nlp.make_doc("number of  things\\n")
parted = nlp.make_doc("One is. Two are.")
for token in parted:
    token.is_sent_start = token.i in (0, 3)
DocBin(docs=[made, only, none, parted], store_user_data=True).to_disk(sys.argv[2])
loose = Doc(nlp.vocab, words=["Two", "words"])
DocBin(attrs=["ORTH"], docs=[loose]).to_disk(sys.argv[2] + ".orth")
from spacy.training.converters import conll_ner_to_docs
(columns,) = conll_ner_to_docs(open(sys.argv[4], encoding="utf-8").read(), no_print=True)
found.append({"columns": [[ent.label_, ent.text] for ent in columns.ents]})
json.dump(found, sys.stdout)
"""


def write(articles: list[ExchangedArticle], path: Path) -> Path:
    KIND.write_articles((KIND.fit(one, WriteOptions()).article for one in articles), path, WriteOptions())
    return path


def strange() -> ExchangedArticle:
    places = [(1, 2), (2, 9), (8, 10), (0, 1), (9, 14), (16, 21), (21, 22), (len(STRANGE) - 2, len(STRANGE)), (11, 29)]
    annotations = tuple(
        ExchangedAnnotation(str(at), "mark" if at % 2 else "claim", (Span(*place),)) for at, place in enumerate(places)
    )
    return ExchangedArticle("strange", STRANGE, annotations=annotations)


@pytest.fixture(scope="module")
def peer(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[dict[str, object]], Path]:
    """What spaCy finds in our file, and a file of its own."""
    pytest.importorskip("spacy")
    folder = tmp_path_factory.mktemp("docbin")
    broken = replace(
        minister(), annotations=(replace(minister().annotations[1], segments=(Span(15, 20), Span(27, 32))),)
    )
    ours = write([minister(), strange(), replace(broken, links=())], folder / "ours.spacy")
    theirs = folder / "theirs.spacy"
    done = subprocess.run(
        [sys.executable, "-c", PEER, str(ours), str(theirs), TEXT, str(GOLDEN / "conll2003.conll")],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout), theirs


def test_spacy_reads_what_was_written(peer: tuple[list[dict[str, object]], Path]) -> None:
    first, second, third, _ = peer[0]
    assert first["text"] == TEXT
    assert first["tokens"] == 'Kata Menteri : " Harga beras turun . " 😀 Pedagang membantah .'.split()
    assert first["spans"] == [
        [14, 34, "quote", '"Harga beras turun."'],
        [15, 32, "claim", "Harga beras turun"],
        [37, 55, "denial", "Pedagang membantah"],
    ]
    assert (first["ents"], first["sents"]) == (0, [TEXT])
    link = {"kind": "denies", "from_key": minister().links[0].from_key, "to_key": minister().links[0].to_key}
    assert first["links"] == [{**link, "annotator": "Ana", "key": minister().links[0].key}]
    assert second["text"] == STRANGE
    assert second["sents"] == []
    wanted = [[*one.extent, one.label, STRANGE[slice(*one.extent)]] for one in strange().annotations]
    told = second["spans"]
    assert isinstance(told, list)
    assert sorted(told) == sorted(wanted)
    assert third["spans"] == [[15, 20, "claim", "Harga"], [27, 32, "claim", "turun"]]


def test_spacy_reads_words_in_columns(peer: tuple[list[dict[str, object]], Path]) -> None:
    quote = ["quote", '" Harga beras turun . "']
    assert peer[0][3]["columns"] == [quote, ["denial", "Pedagang membantah"]]


def test_what_spacy_wrote_is_read(peer: tuple[list[dict[str, object]], Path]) -> None:
    made, only, cats, none, parted = KIND.read_articles(peer[1])
    assert isinstance(made, ExchangedArticle)
    assert isinstance(only, ExchangedArticle)
    assert isinstance(none, ExchangedArticle)
    assert isinstance(parted, ExchangedArticle)
    assert made.text == only.text == TEXT
    assert [(one.label, one.segments) for one in made.annotations] == [
        ("quote", (Span(14, 34),)),
        ("claim", (Span(15, 32),)),
    ]
    assert [(one.label, one.segments) for one in only.annotations] == [
        ("X", (Span(0, 4),)),
        ("denial", (Span(37, 55),)),
    ]
    assert cats == Unread(
        "document 2", "Its categories are of the whole text; they have no place here and were left out."
    )
    assert (none.text, none.annotations, none.sentences) == ("number of  things\n", (), ())
    assert [parted.text[slice(*one)] for one in parted.sentences] == ["One is.", "Two are."]
    assert KIND.recognises_annotations(peer[1])


def test_words_without_known_spaces(peer: tuple[list[dict[str, object]], Path]) -> None:
    (loose,) = KIND.read_articles(peer[1].with_name("theirs.spacy.orth"))
    assert isinstance(loose, ExchangedArticle)
    assert loose.text.strip() == "Two words"


def test_no_articles_and_empty_ones(tmp_path: Path) -> None:
    assert list(KIND.read_articles(write([], tmp_path / "none.spacy"))) == []
    (back,) = KIND.read_articles(write([ExchangedArticle("1", "")], tmp_path / "empty.spacy"))
    assert back == ExchangedArticle("1", "")


@pytest.mark.parametrize("name", ["missing.spacy", "."])
def test_what_cannot_be_opened(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableInput, match="cannot be opened"):
        list(KIND.read_articles(tmp_path / name))
