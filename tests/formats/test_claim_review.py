"""Drafts of ClaimReview: JSON-LD that states nothing nobody has said."""

import io
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from annotator.core.records import DocumentRecord
from annotator.formats.base import TellsLosses, WriteOptions, Writer, passages_of
from annotator.formats.claim_review import ClaimReviews
from tests.formats.records import bare, framed, minister
from tests.formats.sheets import OPTIONS, argued
from tests.formats.strange import documents
from tests.formats.write_golden import GOLDEN


def written(records: list[DocumentRecord], options: WriteOptions = OPTIONS) -> bytes:
    stream = io.BytesIO()
    ClaimReviews().write(records, stream, options)
    return stream.getvalue()


def drafts(records: list[DocumentRecord], options: WriteOptions = OPTIONS) -> list[dict[str, Any]]:
    graph = json.loads(written(records, options))
    assert graph["@context"] == "https://schema.org"
    return list(graph["@graph"])


def test_it_writes_and_tells_what_it_leaves_out() -> None:
    assert isinstance(ClaimReviews(), Writer)
    assert isinstance(ClaimReviews(), TellsLosses)


def test_the_golden_file() -> None:
    assert written(argued()) == (GOLDEN / "claimreview.jsonld").read_bytes()


def test_a_draft_says_what_is_claimed_by_whom_and_where() -> None:
    draft, own = drafts(argued())
    assert (draft["@type"], draft["creativeWorkStatus"], draft["inLanguage"]) == ("ClaimReview", "Draft", "id")
    assert draft["author"] == {"@type": "Organization", "name": "Meja Fakta"}
    assert draft["claimReviewed"] == draft["itemReviewed"]["text"] == "Harga beras turun"
    assert draft["itemReviewed"]["author"] == {"@type": "Person", "name": "Menteri"}
    assert draft["itemReviewed"]["appearance"]["url"] == "https://berita.invalid/1"
    assert own["itemReviewed"]["author"] == {"@type": "Organization", "name": "Kantor Berita"}
    assert own["itemReviewed"]["datePublished"] == "2026-01-02"


def test_a_language_that_is_not_known_is_not_told() -> None:
    (article, *_) = argued()
    assert "inLanguage" not in drafts([replace(article, language="unknown")])[0]


def test_it_rates_nothing_that_nobody_has_rated() -> None:
    draft, own = drafts(argued())
    assert draft["reviewRating"] == {"@type": "Rating", "alternateName": "misleading"}
    assert "reviewRating" not in own
    assert not {"url", "datePublished"} & set(draft)
    (plain,) = drafts([minister()], WriteOptions())
    assert not {"reviewRating", "author"} & set(plain)
    assert "author" not in plain["itemReviewed"]


def test_a_source_of_an_unknown_kind_is_called_neither_person_nor_organisation() -> None:
    record = argued()[0]
    unknown = tuple(replace(one, kind="unknown") for one in record.sources)
    (draft,) = drafts([replace(record, sources=unknown)])
    assert draft["itemReviewed"]["author"] == {"name": "Menteri"}


def test_what_is_not_in_it_is_named() -> None:
    lost = [(loss.annotation[-1], loss.what) for loss in ClaimReviews().lost(argued()[0], OPTIONS)]
    assert lost == [
        *(("5", "span"), ("1", "span"), ("2", "attribute claim_kind"), ("3", "span")),
        *(("1", "link cued_by"), ("3", "link denies"), ("2", "annotator")),
    ]
    record = minister()
    waiting = replace(record.annotations[1], attributes={"verification": "in_progress"}, note="besok", annotator="")
    lost = [
        (loss.annotation[-1], loss.what)
        for loss in ClaimReviews().lost(replace(record, annotations=(waiting,)), OPTIONS)
    ]
    assert lost == [("2", "note"), ("2", "attribute verification")]


@given(documents())
def test_every_claim_comes_back(record: DocumentRecord) -> None:
    there = ClaimReviews().fitted(record, OPTIONS)
    content = written([bare(), record, framed()])
    assert list(ClaimReviews().passages(io.BytesIO(content))) == passages_of(there)
    assert len(json.loads(content)["@graph"]) == len(there.annotations)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('"claimReviewed":"Harga', '"claimReviewed":"Harg', "not as long as its segments"),
        ('"value":"15..32"', '"value":"15..33"', "not as long as its segments"),
        ('{"@context"', '{"context"', "does not begin"),
        ("\n]}\n", "\n", "ends in the middle"),
        ("},\n{", "}\n{", "not apart by commas"),
        ('"@type":"Claim",', '"@type":"Claim"', "unexpected"),
    ],
)
def test_a_file_that_does_not_hold_together_is_noticed(before: str, after: str, told: str) -> None:
    content = written(argued()).decode()
    assert before in content
    with pytest.raises(ValueError, match=told):
        list(ClaimReviews().passages(io.BytesIO(content.replace(before, after).encode())))
