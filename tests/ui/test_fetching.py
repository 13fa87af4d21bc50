"""Articles come in from addresses: said first, fetched in the background, told how it went."""

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QToolButton

from annotator.ui.addresses.address_dialog import AddressDialog
from annotator.ui.addresses.contact_dialog import ContactDialog
from annotator.ui.addresses.feed_dialog import FeedDialog
from annotator.ui.export.import_report import ImportReportDialog
from tests.network.conftest import host, names, no_proxy
from tests.network.hosts import Host, page
from tests.ui.stage import Stage

__all__ = ["host", "names", "no_proxy"]

pytestmark = pytest.mark.network

Kind = TypeVar("Kind", bound=QDialog)
CONTROL = Qt.KeyboardModifier.ControlModifier
FEED = """<rss version="2.0"><channel><title>Kabar</title><item><title>Satu</title><link>{0}/1</link></item>
<item><title>Dua</title><link>{0}/2</link></item></channel></rss>"""


def url(host: Host, path: str = "/1") -> str:
    return f"http://news.test:{host.port}{path}"


def article(words: str) -> bytes:
    return f"{words}\n\nWali kota membantah kabar itu pada hari Senin.\n".encode()


def answering(kind: type[Kind], do: Callable[[Kind], None]) -> None:
    """When a dialog of this kind is up, do something with it."""

    def when_up() -> None:
        dialog, focus = QApplication.activeModalWidget(), QApplication.focusWidget()
        if isinstance(dialog, kind) and focus and dialog.isAncestorOf(focus):
            do(dialog)
        else:
            QTimer.singleShot(20, when_up)

    QTimer.singleShot(0, when_up)


def press(*keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)


def type_and_load(text: str, hosts: str = "news.test") -> Callable[[AddressDialog], None]:
    def do(dialog: AddressDialog) -> None:
        QTest.keyClicks(dialog.field, text)
        dialog.hosts.setText(hosts)
        press(Qt.Key.Key_Return)

    return do


def started(stage: Stage, *allowed: str) -> Stage:
    stage.start()
    QGuiApplication.clipboard().clear()
    stage.window.choices.choose(allowed_hosts=allowed)
    return stage


def test_an_address_is_typed_and_its_article_opens(stage: Stage, host: Host) -> None:
    host.scripts["/1"] = page(article("Jembatan ditutup."), "text/plain")
    started(stage)
    answering(AddressDialog, type_and_load(url(host)))
    QTest.keyClick(stage.window.focusWidget(), Qt.Key.Key_U, CONTROL)
    assert stage.window.strip.state == f"Loading from news.test:{host.port}"
    stage.settle()
    assert stage.document.title == "Jembatan ditutup."
    assert stage.window.choices.settings.allowed_hosts == ("news.test",)
    assert not stage.window.batch.isVisible()


def test_nothing_is_contacted_by_who_thinks_better_of_it(stage: Stage, host: Host, names: object) -> None:
    started(stage)

    def leave(dialog: AddressDialog) -> None:
        QTest.keyClicks(dialog.field, url(host))
        press(Qt.Key.Key_Escape)

    answering(AddressDialog, leave)
    stage.window.actions_table["load_address"].trigger()
    stage.settle()
    assert host.connections == 0
    assert names.asked == []  # type: ignore[attr-defined]


def test_the_first_time_it_is_asked_and_then_no_more(stage: Stage, host: Host) -> None:
    host.scripts |= {f"/{n}": page(article(f"Berita {n}."), "text/plain") for n in (1, 2)}
    started(stage, "news.test")
    said: list[str] = []

    def refuse(dialog: ContactDialog) -> None:
        said.append(dialog.words.text())
        press(Qt.Key.Key_Escape)

    answering(ContactDialog, refuse)
    stage.session.fetching.load([url(host, "/1")])
    stage.settle()
    assert f"will contact \u2068news.test:{host.port}\u2069 to load this page" in said[0]
    assert host.connections == 0
    answering(ContactDialog, lambda _dialog: press(Qt.Key.Key_Return))
    stage.session.fetching.load([url(host, "/1")])
    stage.settle()
    stage.session.fetching.load([url(host, "/2")])  # would wait for a dialog for ever
    stage.settle()
    assert stage.session.document_count == 2


def test_after_another_start_it_is_asked_again(stage: Stage, host: Host) -> None:
    started(stage, "news.test")
    stage.session.fetching._agree()
    stage.again()
    answering(ContactDialog, lambda _dialog: press(Qt.Key.Key_Escape))
    stage.session.fetching.load([url(host)])
    assert host.connections == 0


def test_an_address_that_is_pasted_or_dropped_is_offered(stage: Stage, host: Host) -> None:
    started(stage)
    offered: list[str] = []

    def leave(dialog: AddressDialog) -> None:
        offered.append(dialog.field.toPlainText())
        press(Qt.Key.Key_Escape)

    QGuiApplication.clipboard().setText(f" {url(host)} \n")
    answering(AddressDialog, leave)
    QTest.keyClick(stage.window.focusWidget(), Qt.Key.Key_V, CONTROL)
    stage.qtbot.waitUntil(lambda: len(offered) == 1)
    dropped = QMimeData()
    dropped.setUrls([QUrl(url(host, "/2"))])
    answering(AddressDialog, leave)
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    drop = QDropEvent(QPointF(9, 9), copy, dropped, left, Qt.KeyboardModifier.NoModifier)
    stage.window.welcome.dropEvent(drop)
    stage.qtbot.waitUntil(lambda: len(offered) == 2)
    stage.window.activateWindow()  # no window manager gives it back here
    stage.qtbot.waitUntil(stage.window.isActiveWindow)
    answering(AddressDialog, leave)
    QTest.keyClick(stage.window.focusWidget(), Qt.Key.Key_U, CONTROL)
    assert offered == [url(host), url(host, "/2"), url(host)]
    stage.load(f"An article that names {url(host)} in its text.")
    assert stage.session.document_count == 1


def test_what_fails_says_why_and_can_be_tried_again(stage: Stage, host: Host) -> None:
    host.scripts["/1"] = page(article("Jembatan ditutup."), "text/plain")
    started(stage, "news.test")
    stage.session.fetching._agree()
    stage.session.fetching.load([url(host, "/1"), url(host, "/2"), "http://127.0.0.1/"])
    stage.settle()
    assert "2 were not loaded" in stage.window.banner.notice.text
    ways = {one.text(): one for one in stage.window.banner.findChildren(QPushButton)}
    ways["What failed…"].click()
    dialog = stage.window.findChild(ImportReportDialog)
    rows = [dialog.list_view.model().index(row, 0).data() for row in range(2)]
    assert rows[0].startswith(f"{url(host, '/2')} – ")
    assert "private network" in rows[1]
    host.scripts["/2"] = page(article("Harga naik."), "text/plain")
    dialog.retry.click()
    stage.settle()
    assert stage.session.document_count == 2
    assert "“http://127.0.0.1/” was not loaded" in stage.window.banner.notice.text


def test_a_feed_is_shown_and_what_is_chosen_is_loaded(stage: Stage, host: Host) -> None:
    host.scripts |= {
        "/feed": page(FEED.format(url(host, "")).encode(), "application/rss+xml"),
        "/2": page(article("Dua."), "text/plain"),
    }
    started(stage, "news.test")
    stage.session.fetching._agree()
    stage.session.fetching.load([url(host, "/feed")])
    stage.settle()
    dialog = stage.window.findChild(FeedDialog)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Space):
        QTest.keyClick(dialog.entries, key)
    assert dialog.load.text() == "Load 1 page"
    QTest.keyClick(dialog.load, Qt.Key.Key_Space)
    stage.settle()
    assert stage.document.title == "Dua."
    assert [line.split()[1] for line in host.asked] == ["/feed", "/2"]


def test_a_fetch_is_stopped_by_its_button_and_by_closing(stage: Stage, host: Host) -> None:
    host.scripts["/1"] = lambda _line: host.stopping.wait(5)
    started(stage, "news.test")
    stage.session.fetching._agree()
    panel = stage.window.batch
    for stop in (lambda: QTest.mouseClick(panel.findChild(QToolButton), Qt.MouseButton.LeftButton), stage.close):
        asked = len(host.heads)
        stage.session.fetching.load([url(host)])
        stage.qtbot.waitUntil(lambda asked=asked: len(host.heads) > asked, timeout=3000)
        window = stage.window
        stop()
        if window.isVisible():
            stage.qtbot.waitUntil(lambda: not stage.app.tasks.busy, timeout=1000)
            assert stage.window.banner.notice.text.startswith("Stopped.")


def test_settings_that_name_no_host_are_told(stage: Stage, host: Host) -> None:
    started(stage, "two words")
    stage.session.fetching._agree()
    stage.session.fetching.load([url(host)])
    assert "“two words” is no name of a host" in stage.window.banner.notice.text
    assert host.connections == 0
