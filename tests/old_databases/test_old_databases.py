"""A project of every past version opens, proves sound, can be undone in, and has in it what it had."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.core.gold import How
from annotator.core.people import Role
from annotator.core.readings import State
from annotator.core.recipes import ExportRequest, Recipe
from annotator.core.records import DocumentRecord, SentenceState
from annotator.core.selection import Selection
from annotator.operations import (
    comments,
    conflicts,
    contacts,
    copy_groups,
    disputes,
    documents,
    history,
    indexing,
    label_sets,
    people,
    projects,
    readings,
    recipes,
    resplit,
    search,
    self_checks,
    sources,
    suggestions,
)
from annotator.operations.annotators import find_or_add_annotator
from annotator.operations.gold import gold_of
from annotator.operations.verification import verify
from annotator.store.database import SCHEMA_VERSION
from annotator.store.workspace import Workspace
from tests.old_databases.make import ARTICLES, IMPORTED_WORDS, INSTALLATION, QUOTES, make

HERE = Path(__file__).parent
FILES = sorted(HERE.glob("*.annotator"))
TITLES = [
    "Council denies delay",
    "Harga beras naik lagi",
    "نفى الوزير الخبر. وقال: «لم نتأخر عن الموعد».",
    "The team",
    "Pelabuhan dibuka lagi",
    "Ferries return to the bay",
    "Agency, Monday",
    "Ferries return to the bay",
    "The minister answers",
]
TAGS = [
    [
        ("denial", ["Council denies", "“There is no delay,”"], "Ben", "headline and quote"),
        ("claim", ["The mayor said the bridge will open in May."], "Ana", ""),
        ("quote", ["“There is no delay,”"], "Ana", "Check the minutes of 3 March"),
    ],
    [("quote", ["“Stok kami cukup,”"], "Ben", "")],
    [("denial", ["نفى الوزير الخبر."], "Ana", "")],
    [("claim", ["👩🏽‍🚒"], "Ana", "")],
    [("claim", [IMPORTED_WORDS], "Fay", "")],
    [("claim", ["The company will run four boats a day from May"], "Ana", "")],
    [("claim", ["The company will run four boats a day from May"], "Ana", "")],
    [("claim", ["The company will run three boats a day from May"], "Ana", "")],
    [
        ("claim", ["The minister said prices will fall by June."], "Cici", ""),
        ("claim", ["prices will fall by June"], "Dodi", ""),
        ("quote", ["“We have enough rice,”"], "Cici", ""),
        ("quote", ["“We have enough rice,”"], "Eka", ""),
        ("quote", ["A trader"], "Eka", ""),
    ],
]
FEWER = {"0001.annotator": 4, "0002.annotator": 5, "0003.annotator": 8, "0004.annotator": 8}
"""How many of the articles a file has that is older than the rest of them."""


def test_what_is_said_in_depth_is_there(opened: Workspace, version: str) -> None:
    council = articles(opened)[0]
    if version < "0004":
        assert (council.relations, council.rejected) == ((), ())
        assert all(not one.attributes for one in council.annotations)
        return
    tags = {one.label: one for one in council.annotations}
    assert tags["quote"].attributes == {"quote_type": "direct", "medium": "speech"}
    assert {(one.kind, one.to_id == tags["claim"].id) for one in council.relations} == {
        ("attributed_to", False),
        ("denies", True),
    }
    assert [(one.name, one.protected) for one in sources.read_sources(opened)] == [
        ("The mayor", False),
        ("A clerk", True),
    ]
    assert [one.person for one in contacts.read_contacts(opened)] == ["Town hall"]
    assert len(council.rejected) == 1
    assert suggestions.policy_of(opened).hidden_share == 0.1
    assert label_sets.project_labels(opened).title == "Bay News"


def test_what_a_second_pair_of_eyes_did_is_there(opened: Workspace, version: str) -> None:
    if version < "0005":
        assert {one.role for one in people.people(opened)} == {Role.ANNOTATOR}
        assert disputes.all_disputes(opened) == []
        return
    key = articles(opened)[8].id
    cici, dodi, eka = (people.person_called(opened, name) for name in ("Cici", "Dodi", "Eka"))
    assert (eka.initials, eka.role, eka.color) == ("EK", Role.REVIEWER, "plum")
    assert [readings.reading_of(opened, key, who.id).state for who in (cici, dodi)] == [State.SUBMITTED] * 2
    found = disputes.disputes_of(opened, key)
    assert [one.ruling.case_title for one in found.disputes if one.ruling] == ["Who says so"]
    gold = gold_of(opened, key)
    assert [(span.label, span.how) for span in gold.spans] == [("claim", How.RULED)]
    assert len(gold.disputed) == 1
    (thread,) = comments.threads_of(opened, key)
    assert [one.words for one in thread.comments] == ["@Cici, who heard this?", "It is on the recording."]
    assert self_checks.own_consistency(opened, cici.id).overall.n == 1
    (conflict,) = conflicts.list_conflicts(opened)
    assert (conflict.kept.words, conflict.other.words) == ("The minister answers", "Minister answers farmers")


def test_what_came_from_another_tool_is_known_by_its_key(opened: Workspace, version: str) -> None:
    if version < "0006":
        assert recipes.recipes(opened) == ()
        return
    (imported,) = articles(opened)[4].annotations
    assert (imported.foreign_key, imported.origin) == ("labelstudio:r1", "imported")
    request = ExportRequest("doccano", Selection(labels=("claim",)), strict=True)
    assert recipes.recipes(opened) == (Recipe("weekly claims", request, "claims.jsonl"),)


def test_there_is_a_file_of_this_version() -> None:
    assert [path.stem for path in FILES] == [f"{number:04}" for number in range(1, int(SCHEMA_VERSION) + 1)]


@pytest.fixture(params=[path.name for path in FILES])
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Workspace]:
    """A copy of the file, opened by this version."""
    path = tmp_path / "copy.annotator"
    shutil.copy(HERE / request.param, path)
    workspace = projects.open_project(path, INSTALLATION)
    yield workspace
    workspace.close()


@pytest.fixture
def version(request: pytest.FixtureRequest) -> str:
    """The name of the file that `opened` is a copy of."""
    return str(request.node.callspec.params["opened"])


@pytest.fixture
def count(version: str) -> int:
    """How many articles are in the file."""
    return FEWER.get(version, len(ARTICLES))


def articles(workspace: Workspace) -> list[DocumentRecord]:
    """In the order of loading."""
    keys = [summary.id for summary in documents.list_documents(workspace)]
    return [documents.read_document(workspace, key) for key in reversed(keys)]


def said(record: DocumentRecord) -> list[tuple[str, list[str], str, str]]:
    return [
        (tag.label, [record.text[start:end] for start, end in tag.segments], tag.annotator, tag.note)
        for tag in record.annotations
    ]


def test_it_is_sound(opened: Workspace) -> None:
    found = verify(opened)
    assert found.problems == []
    assert found.entries > 20


def test_every_article_is_there_to_the_byte(opened: Workspace, count: int) -> None:
    records = articles(opened)
    assert [record.title for record in records] == TITLES[:count]
    for record, (name, content) in zip(records, ARTICLES[:count], strict=True):
        assert documents.read_original(opened, record.id) == content
        assert record.file_name == name
    assert [record.language for record in records][1:] == ["id", "ar", "en", "id", "en", "en", "en", "en"][: count - 1]
    assert [record.also_in for record in records] == [(), (), (), (), ("en",), (), (), (), ()][:count]
    assert [record.language_by_hand for record in records] == [number == 3 for number in range(count)]


def test_everything_said_is_there(opened: Workspace, count: int, version: str) -> None:
    records = articles(opened)
    there = [[tag for tag in tags if tag[2] != "Fay" or version >= "0006"] for tags in TAGS]
    assert [said(record) for record in records] == there[:count]
    council, rice = records[0], records[1]
    sentences = [council.text[start:end].strip() for start, end in council.sentences]
    assert "The mayor said the bridge" in sentences
    assert "will open in May." in sentences
    assert "Residents disagree. They say the work stopped in March." in sentences
    assert documents.states_of(council)[0] is SentenceState.FURNITURE
    assert [rice.text[start:end] for start, end in rice.marks] == ["Harga beras naik"]
    assert [label.key for label in label_sets.project_labels(opened).main] == ["claim", "denial", "quote"]


def test_how_quotations_are_cut_is_kept(opened: Workspace, version: str) -> None:
    assert resplit.quote_policy(opened) == ({} if version == "0001.annotator" else QUOTES)
    ana = find_or_add_annotator(opened, "Ana")
    before = [said(record) for record in articles(opened)]
    resplit.resplit(opened, ana, {"*": "split"})
    assert [said(record) for record in articles(opened)] == before
    history.undo(opened, ana)
    assert verify(opened).problems == []


def test_versions_and_copies_are_there(opened: Workspace, version: str) -> None:
    records = articles(opened)
    if version < "0003":
        assert {record.superseded_by for record in records} == {record.copy_group for record in records} == {None}
        return
    ferry, copy, corrected = records[5:8]
    assert (ferry.superseded_by, ferry.embargo_until, corrected.outlet) == (corrected.id, "2025-07-04", "Bay News")
    assert copy.copy_group == ferry.id
    claim = ferry.annotations[0].id
    assert [(one.annotations[0].origin, one.annotations[0].made_from) for one in (copy, corrected)] == [
        ("copied", claim),
        ("carried", claim),
    ]


def test_an_older_project_is_caught_up_with(opened: Workspace, version: str) -> None:
    assert bool(search.search(opened, "stok").hits) == (version >= "0003")
    indexing.catch_up(opened)
    copy_groups.catch_up(opened)
    assert [hit.document.title for hit in search.search(opened, "stok").hits] == ["Harga beras naik lagi"]
    assert verify(opened).problems == []


def test_undo_goes_on_where_it_was(opened: Workspace, count: int, version: str) -> None:
    ana, ben = (find_or_add_annotator(opened, name) for name in ("Ana", "Ben"))
    assert history.redo_title(opened, ben) == "Tag claim"
    history.redo(opened, ben)
    assert ("claim", ["Harga beras"], "Ben", "") in said(articles(opened)[1])
    history.undo(opened, ben)
    for title in () if version < "0004" else ("Link", "Set source", "New source"):
        assert history.undo(opened, ben) == title
    assert history.undo_title(opened, ben) == "Remove article"
    history.undo(opened, ben)
    assert len(articles(opened)) == count + 1
    taken = 0
    while version >= "0004" and history.undo_title(opened, ana) != "Change title":
        history.undo(opened, ana)
        taken += 1
    assert taken == (6 if version >= "0004" else 0)
    assert history.undo(opened, ana) == "Change title"
    assert articles(opened)[1].title == "Harga beras naik"
    assert verify(opened).problems == []


def test_the_script_still_makes_such_a_project(tmp_path: Path) -> None:
    """What the script makes today is what the newest file holds, keys and times aside."""
    make(tmp_path / "new.annotator")
    workspace = projects.open_project(tmp_path / "new.annotator", INSTALLATION)
    assert [said(record) for record in articles(workspace)] == TAGS
    assert verify(workspace).problems == []
    workspace.close()
