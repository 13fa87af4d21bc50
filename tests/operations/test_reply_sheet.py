"""A sheet of claims, without a project."""

from annotator.core.records import ContactRecord
from annotator.operations.reply_sheet import ENGLISH, SheetWords, as_csv, as_html, body_of, value_title
from tests.core.test_linking import NEWSROOM
from tests.core.test_replies import NOW, answer, claim, contact


def late() -> ContactRecord:
    return contact(at="2026-05-01T09:30", person="Rina", channel="phone", deadline="2026-05-02", note="second try")


def test_the_page_tells_who_says_what_who_answers_and_what_is_late() -> None:
    page = as_html([claim(speakers=("A clerk",), contacts=(late(),))], NEWSROOM, ENGLISH, NOW)
    assert "Says who: <b>A clerk</b> · Accuses: <b>a named person</b> · Reply: <b>not sought</b>" in page
    assert "2026-05-01 09:30 · Rina · phone · until 2026-05-02 · second try" in page
    assert '<span class="late">overdue</span>' in page
    answered = body_of([claim(answers=(answer(),))], NEWSROOM, ENGLISH, NOW)
    assert "“She denies it” <span" in answered
    assert "Ms Ång · denies · Harbour news · Gazette" in answered
    assert "Nobody has been asked." in answered


def test_the_words_are_those_that_are_given() -> None:
    page = as_html([], NEWSROOM, SheetWords(heading="Hak jawab", empty="Kosong."), NOW)
    assert "<title>Hak jawab</title>" in page
    assert "Kosong." in page


def test_each_direction_is_left_to_the_words() -> None:
    assert as_html([claim()], NEWSROOM, ENGLISH, NOW).count('dir="auto"') >= 3


def test_a_value_that_is_gone_is_told_by_its_key() -> None:
    assert value_title(NEWSROOM, "reply_status", "declined") == "declined to comment"
    assert value_title(NEWSROOM, "reply_status", "lost") == "lost"
    assert value_title(NEWSROOM, "none", "lost") == "lost"


def test_a_table_begins_with_a_mark_for_its_encoding() -> None:
    assert as_csv([claim()], NEWSROOM, ENGLISH, NOW).startswith("\ufeffclaim_id,article_id,claim,")
