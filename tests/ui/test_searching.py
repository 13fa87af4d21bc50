"""One searches with the keyboard alone: type, go down, open, go on to the next place, come back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.core.spans import Span
from annotator.operations import annotations
from annotator.ui.search.search_page import SearchPage
from tests.ui.stage import Stage

RICE = "Rice prices\n\nRice prices rise again. The minister said rice is enough.\n"
FERRY = "New ferry\n\nThe ferry sails. The price of rice aboard stays.\n"


@pytest.fixture
def searching(stage: Stage) -> Stage:
    """Two articles, and the page of search."""
    stage.start().load(RICE).load(FERRY)
    QTest.keyClick(
        stage.window.reader, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    stage.settle()
    return stage


def page(stage: Stage) -> SearchPage:
    found: SearchPage = stage.window.search
    return found


def type_words(stage: Stage, words: str) -> None:
    page(stage).field.selectAll()
    QTest.keyClicks(page(stage).field, words)
    stage.qtbot.wait(200)
    stage.settle()


def press(stage: Stage, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(stage.window.focusWidget(), key, modifier)
    stage.settle()


def titles(stage: Stage) -> list[str]:
    model = page(stage).current_list().found
    return [model.index(row).data() for row in range(model.rowCount())]


def selected(stage: Stage) -> str:
    return str(stage.window.reader.selected_text())


def test_the_key_opens_the_page_with_the_keyboard_in_the_field(searching: Stage) -> None:
    assert searching.window.is_searching
    assert searching.window.focusWidget() is page(searching).field


def test_what_is_typed_is_found_without_enter(searching: Stage) -> None:
    type_words(searching, "minister")
    assert titles(searching) == ["Rice prices"]
    type_words(searching, "rice")
    assert titles(searching) == ["Rice prices", "New ferry"], "a title comes first"
    type_words(searching, "nobody")
    assert titles(searching) == []
    assert "Nothing was found" in page(searching).hits.empty_text


def test_the_journey_by_keyboard(searching: Stage) -> None:
    type_words(searching, "price")
    press(searching, Qt.Key.Key_Down)
    assert searching.window.focusWidget() is page(searching).hits
    press(searching, Qt.Key.Key_Return)
    assert not searching.window.is_searching
    assert searching.document.title == "New ferry"
    assert selected(searching) == "price"
    assert searching.window.focusWidget() is searching.window.reader
    searching.session.searching.open()
    searching.settle()
    assert page(searching).field.text() == "price"
    press(searching, Qt.Key.Key_Escape)
    assert searching.window.focusWidget() is searching.window.reader


def test_up_on_the_first_row_goes_back_to_the_field(searching: Stage) -> None:
    type_words(searching, "rice")
    press(searching, Qt.Key.Key_Down)
    press(searching, Qt.Key.Key_Down)
    press(searching, Qt.Key.Key_Up)
    assert searching.window.focusWidget() is page(searching).hits
    press(searching, Qt.Key.Key_Up)
    assert searching.window.focusWidget() is page(searching).field


def test_f3_goes_from_place_to_place_and_on_to_the_next_article(searching: Stage) -> None:
    type_words(searching, "rice")
    press(searching, Qt.Key.Key_Down)
    press(searching, Qt.Key.Key_Return)
    seen = []
    for _ in range(4):
        span = searching.window.reader.selected_segments()[0]
        seen.append((searching.document.title, span.start_char))
        press(searching, Qt.Key.Key_F3)
    places = [at for at in range(len(RICE)) if f" {RICE.lower()}".startswith((" rice", "\nrice"), at)]
    assert seen == [*(("Rice prices", at) for at in places), ("New ferry", FERRY.index("rice aboard"))]
    assert "no further place" in searching.window.strip.state
    press(searching, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert searching.document.title == "Rice prices"


def test_a_concordance_is_sorted_and_opens_at_its_place(searching: Stage) -> None:
    type_words(searching, "rice")
    QTest.mouseClick(page(searching).as_lines, Qt.MouseButton.LeftButton)
    searching.settle()
    model = page(searching).lines.found
    assert model.rowCount() == 4
    page(searching).order.setCurrentIndex(1)
    searching.settle()
    befores = [model.index(row).data(model.FoundRole).context.left.split()[-1:] for row in range(4)]
    assert befores == sorted(befores, key=lambda words: [word.casefold() for word in words])
    row = next(row for row in range(4) if model.index(row).data(model.FoundRole).context.left.endswith("said "))
    page(searching).lines.setCurrentIndex(model.index(row))
    page(searching).lines.setFocus()
    press(searching, Qt.Key.Key_Return)
    assert searching.window.reader.selected_segments() == (Span(RICE.index("rice is"), RICE.index("rice is") + 4),)


def test_a_filter_narrows_what_is_found(searching: Stage) -> None:
    searching.session.reading.open_document(searching.document.id)
    searching.session.tagging.tag("claim")
    searching.session.searching.open()
    searching.settle()
    type_words(searching, "rice")
    assert len(titles(searching)) == 2
    (action,) = [one for one in page(searching).filters.labels.menu().actions() if one.text() == "Claim"]
    action.trigger()
    searching.settle()
    assert titles(searching) == ["New ferry"]
    assert page(searching).filters.clear.isVisible()
    page(searching).filters.clear.click()
    searching.settle()
    assert len(titles(searching)) == 2


def test_a_note_opens_its_annotation(searching: Stage) -> None:
    session, document = searching.session, searching.document
    tagged = annotations.add_annotation(session.workspace, document.id, [Span(0, 3)], "claim", session.annotator_id)
    annotations.set_note(session.workspace, tagged.id, "Ask the harbour", session.annotator_id)
    type_words(searching, "harbour")
    press(searching, Qt.Key.Key_Down)
    press(searching, Qt.Key.Key_Return)
    assert searching.window.reader.current_annotation().id == tagged.id


def test_another_project_begins_with_nothing_typed(searching: Stage) -> None:
    type_words(searching, "rice")
    searching.session.close()
    assert page(searching).field.text() == ""
    assert titles(searching) == []


def test_what_an_older_version_loaded_is_made_searchable_behind_the_window(stage: Stage) -> None:
    stage.start().load(RICE)
    with stage.session.workspace.edit("Forget", None, undoable=False) as session:
        for statement in ("DELETE FROM search_text", "INSERT INTO search_words (search_words) VALUES ('delete-all')"):
            session.connection().exec_driver_sql(statement)
    stage.again().settle()
    stage.session.searching.open()
    type_words(stage, "minister")
    assert titles(stage) == ["Rice prices"]


def test_without_articles_the_page_says_so(stage: Stage) -> None:
    stage.start()
    stage.session.searching.open()
    stage.settle()
    assert page(stage).hits.empty_text == "There are no articles to search yet."
    press(stage, Qt.Key.Key_Escape)
    assert stage.window.focusWidget() is stage.window.welcome


def test_with_nothing_looked_for_the_key_says_how_to_begin(stage: Stage) -> None:
    stage.start().load(RICE)
    press(stage, Qt.Key.Key_F3)
    assert "Ctrl+Shift+F" in stage.window.strip.state


def test_an_answer_to_what_is_no_longer_asked_is_dropped(searching: Stage) -> None:
    page(searching).field.setText("minister")
    page(searching).ask_now()
    page(searching).field.setText("ferry")
    page(searching).ask_now()
    searching.settle()
    assert titles(searching) == ["New ferry"]


def test_the_page_stays_when_the_open_article_is_taken_out(searching: Stage) -> None:
    type_words(searching, "minister")
    searching.session.remove_current()
    searching.settle()
    assert searching.window.is_searching
    press(searching, Qt.Key.Key_Down)
    press(searching, Qt.Key.Key_Return)
    assert searching.document.title == "Rice prices"


def test_an_expression_finds_and_half_of_one_is_no_alarm(searching: Stage) -> None:
    page(searching).by_pattern.click()
    type_words(searching, "ri[c")
    assert "not closed" in page(searching).hits.empty_text
    assert searching.window.banner.isHidden()
    type_words(searching, r"price\w? (?=rise)")
    assert titles(searching) == ["Rice prices"]
    page(searching).field.setFocus()
    press(searching, Qt.Key.Key_Down)
    press(searching, Qt.Key.Key_Return)
    assert selected(searching).strip() == "prices"
