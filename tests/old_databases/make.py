"""Makes the project file that this version leaves to later ones: tests/old_databases/<schema version>.annotator.

    python -m tests.old_databases.make

Run once for each schema version, before the next one's migration is written; the file is committed
and never made again.
"""

import json
import tempfile
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from annotator.core.recipes import ExportRequest, Recipe
from annotator.core.rulings import RulingVerdict
from annotator.core.selection import Selection
from annotator.core.spans import Span
from annotator.core.suggestion import Suggestion
from annotator.operations import (
    annotations,
    annotators,
    applying,
    assignments,
    comments,
    contacts,
    corrections,
    details,
    disputes,
    documents,
    history,
    importing,
    label_sets,
    loading,
    merging,
    people,
    projects,
    readings,
    recipes,
    relations,
    resplit,
    review,
    rulings,
    self_checks,
    sentences,
    sources,
    suggestions,
    versions,
)
from annotator.operations.rulings import Choice
from annotator.store import sqlite
from annotator.store.database import SCHEMA_VERSION
from annotator.store.workspace import Workspace

INSTALLATION = UUID("01890a5d-ac96-774b-bcce-b302099a8057")
ELSEWHERE = UUID("01890a5d-ac96-774b-bcce-b302099a8058")
FERRY = (
    "Ferries return to the bay\n\nThe company will run four boats a day from May, its director Ana Bell said. “Nobody "
    "has to drive around the bay any more,” she told the council on Monday. Shop owners in the old harbour had asked "
    "for the ferries since the bridge was closed last winter.\n"
)
MINISTER = (
    "Minister answers\n\nThe minister said prices will fall by June. “We have enough rice,” he told farmers. A trader "
    "in the old market said nobody had seen any of it.\n"
)
ARTICLES = (
    (
        "council.txt",
        "Council denies delay\n\nThe mayor said the bridge will open in May. “There is no delay,” she told reporters.\n"
        "Residents disagree. They say the work stopped in March.\n10 hours ago\n".encode(),
    ),
    (
        "beras.txt",
        "Harga beras naik\r\n\r\nMenteri membantah laporan itu. “Stok kami cukup,” kata Rina Wati.\r\n"
        "Pedagang di pasar mengatakan hal lain.\r\n".encode("utf-8-sig"),
    ),
    ("wazir.txt", "نفى الوزير الخبر. وقال: «لم نتأخر عن الموعد».\nالسكان يقولون غير ذلك.\n".encode("windows-1256")),
    ("team.txt", "👩🏽‍🚒 denied it. e\u0301tat d'urgence\u2028“No,” said 市长。\x00End.\n".encode()),
    (
        "pelabuhan.txt",
        b"Pelabuhan dibuka lagi\n\nPelabuhan itu dibuka lagi pada hari Senin setelah ditutup selama dua minggu karena "
        b"ombak yang tinggi. Para nelayan mengatakan bahwa mereka belum bisa melaut karena solar masih langka di kota "
        b"itu.\n\nThe harbour was opened again on Monday after it had been closed for two weeks because of the high "
        b"waves. The fishermen say that they cannot go out to sea yet because there is still no fuel in the town.\n",
    ),
    ("ferry.txt", FERRY.encode()),
    ("agency.txt", f"Agency, Monday\n\n{FERRY}".encode()),
    ("corrected.txt", FERRY.replace("four boats", "three boats").encode()),
    ("minister.txt", MINISTER.encode()),
)
QUOTES = {"en": "whole"}
IMPORTED_WORDS = "Para nelayan"


def make(path: Path) -> None:
    """A project with some of everything that this version can hold."""
    workspace = projects.open_project(path, INSTALLATION)
    ana = annotators.find_or_add_annotator(workspace, "Ana")
    ben = annotators.find_or_add_annotator(workspace, "Ben")
    resplit.resplit(workspace, ana, QUOTES)
    keys = [loading.load_content(workspace, content, name, ana).id for name, content in ARTICLES[:7]]
    _copy_and_correct(workspace, keys, ana)
    _annotate(workspace, keys, ana, ben)
    _correct(workspace, keys, ana, ben)
    _say_more(workspace, keys, ana, ben)
    annotations.add_annotation(workspace, keys[1], [_span(workspace, keys[1], "Harga beras")], "claim", ben)
    history.undo(workspace, ben)
    _read_twice(workspace)
    _bring_home(workspace, path)
    _exchange(workspace, keys[4], path.with_name("tasks.json"), ana)
    workspace.close()


def _copy_and_correct(workspace: Workspace, keys: list[UUID], ana: UUID) -> None:
    """An annotation that a copy of its article got, and that went over into the article's new version."""
    span = _span(workspace, keys[5], "The company will run four boats a day from May")
    annotations.add_annotation(workspace, keys[5], [span], "claim", ana)
    applying.apply_to_copies(workspace, applying.propose(workspace, keys[5], ana), ana)
    details.set_details_of_many(workspace, [keys[5]], {"embargo_until": "2025-07-04", "outlet": "Bay News"}, ana)
    name, content = ARTICLES[7]
    plan = versions.plan_version(workspace, keys[5], versions.read_article(workspace, name, content))
    decisions = {one.annotation.id: one.anchored.segments for one in plan.carried}
    keys.append(versions.load_version(workspace, plan, decisions, ana))


def _annotate(workspace: Workspace, keys: list[UUID], ana: UUID, ben: UUID) -> None:
    def tag(number: int, words: tuple[str, ...], label: str, by: UUID, note: str = "") -> UUID:
        spans = [_span(workspace, keys[number], part) for part in words]
        return annotations.add_annotation(workspace, keys[number], spans, label, by, note).id

    tag(0, ("The mayor said the bridge will open in May.",), "claim", ana)
    quote = tag(0, ("“There is no delay,”",), "quote", ana)
    annotations.set_note(workspace, quote, "Check the minutes of 3 March", ana)
    tag(0, ("Council denies", "“There is no delay,”"), "denial", ben, "headline and quote")
    tag(1, ("“Stok kami cukup,”",), "quote", ben)
    tag(2, ("نفى الوزير الخبر.",), "denial", ana)
    tag(3, ("👩🏽‍🚒",), "claim", ana)
    gone = tag(3, ("“No,”",), "quote", ana)
    annotations.remove_annotations(workspace, [gone], ana)
    annotations.mark_nothing(workspace, keys[0], [_span(workspace, keys[0], "Residents disagree.")], ana)
    annotations.mark_nothing(workspace, keys[1], [_span(workspace, keys[1], "Harga beras naik")], ben)


def _correct(workspace: Workspace, keys: list[UUID], ana: UUID, ben: UUID) -> None:
    documents.set_language(workspace, keys[3], "en", ana)
    documents.rename_document(workspace, keys[3], "The team", ben)
    sentences.split_sentence(workspace, keys[0], _span(workspace, keys[0], "will open").start_char, ana)
    sentences.join_sentence(workspace, keys[0], _span(workspace, keys[0], "Residents").start_char, ana)
    documents.toggle_furniture(workspace, keys[0], _span(workspace, keys[0], "Council denies delay"), ben)
    spare = loading.load_content(workspace, b"This article was loaded by mistake.", "spare.txt", ben).id
    documents.remove_document(workspace, spare, ben)
    documents.rename_document(workspace, keys[1], "Harga beras naik lagi", ana)


def _say_more(workspace: Workspace, keys: list[UUID], ana: UUID, ben: UUID) -> None:
    """Attributes, sources, links, a contact, a rejected suggestion, the policy of suggestions, another label set."""
    tags = {record.label: record.id for record in documents.read_document(workspace, keys[0]).annotations}
    annotations.set_attributes(workspace, [tags["quote"]], {"quote_type": "direct", "medium": "speech"}, ana)
    annotations.set_attributes(workspace, [tags["claim"]], {"accuses": "organisation"}, ana)
    mayor = sources.add_source(workspace, "The mayor", ana, aliases=["Mayor Bell"], kind="person")
    hidden = sources.add_source(workspace, "A clerk", ben, protected=True, naming="anonymous")
    relations.set_sources(workspace, [tags["quote"]], "attributed_to", [mayor.id], ana)
    relations.set_sources(workspace, [tags["denial"]], "attributed_to", [hidden.id], ben)
    relations.link(workspace, tags["denial"], "denies", tags["claim"], ben)
    contacts.add_contact(workspace, tags["claim"], ana, at="2026-05-04", person="Town hall", channel="e-mail")
    rejected = Suggestion("claim", (_span(workspace, keys[0], "the work stopped in March"),), "cues", "hedged")
    suggestions.reject(workspace, keys[0], rejected, ana)
    policy = suggestions.policy_of(workspace)
    suggestions.change_policy(workspace, replace(policy, hidden_share=0.1), ana)
    present = label_sets.project_labels(workspace)
    label_sets.change_label_set(workspace, replace(present, title="Bay News"), ana)


def _read_twice(workspace: Workspace) -> None:
    """Two readings of one article, one of them blind, a reviewer's verdicts, a ruling, comments, a check of oneself."""
    cici, dodi, eka = (people.add_person(workspace, name) for name in ("Cici", "Dodi", "Eka"))
    people.change_person(workspace, eka, eka, initials="EK", role="reviewer", color="plum")
    name, content = ARTICLES[8]
    key = loading.load_content(workspace, content, name, cici).id
    assignments.assign(workspace, [(key, dodi)], eka, blind=True)

    def tag(words: str, label: str, by: UUID) -> UUID:
        return annotations.add_annotation(workspace, key, [_span(workspace, key, words)], label, by).id

    claim = tag("The minister said prices will fall by June.", "claim", cici)
    quote = tag("“We have enough rice,”", "quote", cici)
    tag("prices will fall by June", "claim", dodi)
    for who in (cici, dodi):
        readings.submit(workspace, key, who, despite=True)
    review.approve(workspace, [claim], eka)
    corrections.correct(workspace, quote, corrections.Correction(values={"medium": "speech"}), eka, "He said it")
    review.return_reading(workspace, key, dodi, "Look at the quotation, too", eka)
    readings.submit(workspace, key, dodi, despite=True)
    dispute = next(one for one in disputes.disputes_of(workspace, key).disputes if claim in one.group.ids)
    rulings.rule(
        workspace, key, dispute.id, Choice(RulingVerdict.ONE, cici), eka, "Who says so is part of it", "Who says so"
    )
    asked = comments.add_comment(workspace, key, "@Cici, who heard this?", eka, annotation_id=quote)
    comments.reply(workspace, asked.id, "It is on the recording.", cici)
    self_checks.take_sentences(workspace, cici, 1, after_days=-1)
    again = self_checks.due_checks(workspace, cici)[0]
    self_checks.answer_check(workspace, again.id, [("claim", [again.sentence])], cici)


def _bring_home(workspace: Workspace, path: Path) -> None:
    """Another copy comes home, in which the same was changed otherwise."""
    other = path.with_name("other.annotator")
    sqlite.copy(path, other)
    key = documents.list_documents(workspace)[0].id
    copy = projects.open_project(other, ELSEWHERE)
    eka = annotators.find_or_add_annotator(copy, "Eka")
    documents.rename_document(copy, key, "Minister answers farmers", eka)
    annotations.add_annotation(copy, key, [_span(copy, key, "A trader")], "quote", eka)
    copy.close()
    documents.rename_document(workspace, key, "The minister answers", eka)
    merging.merge(workspace, other, eka)


def _exchange(workspace: Workspace, key: UUID, path: Path, ana: UUID) -> None:
    """An annotation that another tool has made, and an export that is kept under a name."""
    text = documents.read_document(workspace, key).text
    start = text.index(IMPORTED_WORDS)
    value = {"start": start, "end": start + len(IMPORTED_WORDS), "text": IMPORTED_WORDS, "labels": ["claim"]}
    region = {"id": "r1", "from_name": "label", "to_name": "text", "type": "labels", "value": value}
    path.write_text(
        json.dumps([{"id": 7, "data": {"text": text}, "annotations": [{"id": 1, "result": [region]}]}]), "utf-8"
    )
    fay = people.add_person(workspace, "Fay")
    importing.import_annotations(workspace, path, fay, submit=False)
    request = ExportRequest("doccano", Selection(labels=("claim",)), strict=True)
    recipes.keep_recipe(workspace, Recipe("weekly claims", request, "claims.jsonl"), ana)


def _span(workspace: Workspace, key: UUID, words: str) -> Span:
    start = documents.read_document(workspace, key).text.index(words)
    return Span(start, start + len(words))


def main() -> None:
    target = Path(__file__).with_name(f"{SCHEMA_VERSION}.annotator")
    if target.exists():
        raise SystemExit(f"{target.name} is there already: it is kept as it was.")
    with tempfile.TemporaryDirectory() as folder:
        make(Path(folder, "newsroom.annotator"))
        sqlite.copy(Path(folder, "newsroom.annotator"), target)


if __name__ == "__main__":
    main()
