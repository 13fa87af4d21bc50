"""The page on the right of reply: list, filters, words, keys."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.replies.replies_page import RepliesPage
from tests.core.test_linking import NEWSROOM
from tests.core.test_replies import SCOPE, article
from tests.ui.replies.claims import late, many, numbered


@pytest.fixture
def page(qtbot: QtBot) -> RepliesPage:
    made = RepliesPage()
    qtbot.addWidget(made)
    made.resize(640, 600)
    made.set_rights("Ana", writable=True)
    made.set_labels(NEWSROOM, "light", SCOPE)
    with qtbot.waitActive(made):
        made.show()
    return made


def type_words(page: RepliesPage, words: str) -> None:
    page.field.clear()
    QTest.keyClicks(page.field, words)
    page._apply_filter()


def shown(page: RepliesPage) -> list[int]:
    return [one.annotation.id.int for one in page.model.shown]


def test_the_first_is_chosen_and_arrows_choose_the_next(page: RepliesPage, qtbot: QtBot) -> None:
    page.show_claims(SCOPE, many(3))
    page.begin()
    assert page.list_view.hasFocus()
    assert page.chosen_id == UUID(int=1)
    QTest.keyClick(page.list_view, Qt.Key.Key_Down)
    assert page.chosen_id == UUID(int=2)
    with qtbot.waitSignal(page.place_chosen) as chosen:
        QTest.keyClick(page.list_view, Qt.Key.Key_Return)
    assert chosen.args == [UUID(int=2), UUID(int=2)]


def test_a_click_only_shows_and_a_double_click_opens(page: RepliesPage, qtbot: QtBot) -> None:
    page.show_claims(SCOPE, many(3))
    place = page.list_view.visualRect(page.model.index(2)).center()
    with qtbot.assertNotEmitted(page.place_chosen):
        QTest.mouseClick(page.list_view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.chosen_id == UUID(int=3)
    with qtbot.waitSignal(page.place_chosen):
        QTest.mouseDClick(page.list_view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_what_was_chosen_stays_chosen_when_the_list_is_read_anew(page: RepliesPage) -> None:
    page.show_claims(SCOPE, many(3))
    QTest.keyClick(page.list_view, Qt.Key.Key_Down)
    page.show_claims(SCOPE, [numbered(7), *reversed(many(3))])
    assert page.chosen_id == UUID(int=2)
    page.show_claims(SCOPE, [numbered(7)])
    assert page.chosen_id == UUID(int=7)


def test_filters_by_words_state_and_outlet(page: RepliesPage) -> None:
    other = numbered(4, article=article(4, published_at="2024-02-03"))
    page.show_claims(SCOPE, [late(9), *many(2), other])
    type_words(page, "number 2")
    assert shown(page) == [2]
    assert page._count.text() == "1 of 4 claims, 1 of them unanswered"
    type_words(page, "")
    page.states.menu().actions()[-1].trigger()
    assert shown(page) == [9]
    page.states.menu().actions()[-1].trigger()
    page.until.setText("2025")
    assert shown(page) == [4]
    assert page.outlets.isHidden()  # there is only one


def test_slash_goes_to_the_field_down_to_the_list_and_escape_empties_before_it_leaves(
    page: RepliesPage, qtbot: QtBot
) -> None:
    page.show_claims(SCOPE, many(3))
    page.begin()
    QTest.keyClick(page.list_view, Qt.Key.Key_Slash)
    assert page.field.hasFocus()
    QTest.keyClicks(page.field, "number")
    with qtbot.assertNotEmitted(page.left):
        QTest.keyClick(page.field, Qt.Key.Key_Escape)
    assert page.field.text() == ""
    QTest.keyClick(page.field, Qt.Key.Key_Down)
    assert page.list_view.hasFocus()
    with qtbot.waitSignal(page.left):
        QTest.keyClick(page.list_view, Qt.Key.Key_Escape)


def test_c_notes_a_contact(page: RepliesPage, qtbot: QtBot) -> None:
    page.show_claims(SCOPE, many(1))
    with qtbot.waitSignal(page.details.contact_wanted):
        QTest.keyClick(page.list_view, Qt.Key.Key_C)


@pytest.mark.parametrize(
    ("scope", "claims", "words", "told"),
    [
        (None, 0, "", "no field “accuses”"),
        (SCOPE, 0, "", "accuses anybody yet"),
        (SCOPE, 2, "zebra", "as the filter asks"),
    ],
)
def test_an_empty_list_says_why(page: RepliesPage, scope: object, claims: int, words: str, told: str) -> None:
    page.show_claims(scope, many(claims))  # type: ignore[arg-type]
    if words:
        type_words(page, words)
    assert told in page.list_view.empty_text
    assert page.list_view.accessibleDescription() == page.list_view.empty_text
    assert not page.print_button.isEnabled()
    assert not page.details.add.isEnabled()


def test_the_page_is_told_while_it_waits_and_forgets_with_the_project(page: RepliesPage) -> None:
    page.show_waiting()
    assert "being read" in page._count.text()
    page.show_claims(SCOPE, many(2))
    page.show_waiting()
    assert "2 of 2 claims" in page._count.text()
    page.forget()
    assert (page.model.rowCount(), page.chosen_id, page._count.text()) == (0, None, "")


def test_everything_that_can_be_used_has_a_name_and_tab_reaches_it(page: RepliesPage, qtbot: QtBot) -> None:
    page.show_claims(SCOPE, [late(9), *many(2)])
    page.field.setFocus()
    reached: list[QWidget] = []
    for _ in range(40):
        focus = page.focusWidget()
        if focus in reached:
            break
        reached.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    wanted = {page.field, page.states, page.since, page.until, page.list_view, page.details.status, page.details.log}
    wanted |= {page.details.add, page.details.change, page.details.remove, page.print_button, page.export_button}
    assert wanted <= set(reached)
    assert all(one.accessibleName() or getattr(one, "text", str)() for one in reached)


def test_in_a_wide_window_the_claim_stands_beside_the_list(page: RepliesPage) -> None:
    page.show_claims(SCOPE, many(3))
    page.resize(1000, 600)
    assert page.details.mapTo(page, page.details.rect().topLeft()).x() > page.list_view.geometry().right()
    page.resize(640, 600)
    assert page.details.mapTo(page, page.details.rect().topLeft()).x() < 100


def test_it_fits_beside_the_panels_of_a_small_window(page: RepliesPage) -> None:
    page.show_claims(SCOPE, [late(9)])
    assert page.minimumSizeHint().width() <= 520
    assert page.minimumSizeHint().height() <= 560


def test_where_no_claim_is_listed_there_is_no_empty_pane_beside_the_list(page: RepliesPage) -> None:
    page.show_claims(SCOPE, many(2))
    assert page.details.isVisible()
    type_words(page, "nothing has these words")
    assert not page._beside.isVisible()
    page.field.clear()
    page._apply_filter()
    assert page.details.isVisible()
    assert page.details.height() > 100
    page.show_claims(SCOPE, ())
    assert not page._beside.isVisible()
