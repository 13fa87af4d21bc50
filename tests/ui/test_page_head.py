"""A page says what it is called, and a click leads back from it."""

from pytestqt.qtbot import QtBot

from annotator.ui.agreement.page import AgreementPage
from annotator.ui.audit.page import AuditPage
from annotator.ui.disputes.disputes_page import DisputesPage
from annotator.ui.my_work.work_page import WorkPage
from annotator.ui.page_head import BackButton, Heading
from annotator.ui.review.review_page import ReviewPage
from annotator.ui.self_check.page import SelfCheckPage

PAGES = {
    WorkPage: "My work",
    ReviewPage: "Review",
    DisputesPage: "Disputes",
    AgreementPage: "Agreement",
    AuditPage: "Who did what",
    SelfCheckPage: "Ask myself again",
}


def test_every_page_beside_the_text_has_its_name_and_a_way_back(qtbot: QtBot) -> None:
    for kind, words in PAGES.items():
        page = kind()
        qtbot.addWidget(page)
        assert [one.text() for one in page.findChildren(Heading)] == [words]
        (back,) = page.findChildren(BackButton)
        with qtbot.waitSignal(page.left):  # type: ignore[attr-defined]
            back.click()
