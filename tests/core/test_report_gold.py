"""How a passage of a gold reading got there, in words."""

from uuid import UUID

import pytest

from annotator.core.gold import GoldSpan, How
from annotator.core.report import Paragraph
from annotator.core.report_article import Article
from annotator.core.report_gold import GoldArticle, GoldReport, how_words
from annotator.core.report_words import ENGLISH
from annotator.core.spans import Span
from annotator.operations.label_sets import shipped_label_set
from tests.formats.records import document

ANA, BEN = UUID(int=1), UUID(int=2)
NAMES = {ANA: "Ana", BEN: "Ben"}


@pytest.mark.parametrize("how", list(How))
def test_every_way_has_words(how: How) -> None:
    span = GoldSpan(UUID(int=3), "claim", (Span(0, 1),), how, annotator_ids=(ANA,), decided_by=BEN)
    assert "Ana" in how_words(span, NAMES, ENGLISH) or "Ben" in how_words(span, NAMES, ENGLISH)


def test_a_case_of_the_guideline_is_named() -> None:
    span = GoldSpan(UUID(int=3), "claim", (Span(0, 1),), How.RULED, decided_by=BEN, reason="No", case_number=4)
    assert how_words(span, NAMES, ENGLISH) == "ruled by Ben: No (Case of the guideline 4)"


def test_what_is_no_part_of_it_is_counted() -> None:
    gold = GoldArticle(Article(document(1, "A b.", [Span(0, 4)])), {}, NAMES, 1, 2)
    blocks = GoldReport(shipped_label_set("newsroom")).part(gold).blocks
    told = [block.text for block in blocks if isinstance(block, Paragraph)]
    assert ENGLISH.gold_disputed_one in told
    assert "2 passages were returned by a reviewer and are no part of this reading." in told
    assert ENGLISH.gold_empty in told
