"""Rows say where their words stand: the sentence here, the article elsewhere, and that a version is an older one."""

from typing import Any

from annotator.operations import relations
from annotator.operations.links import FoundAnnotation, links_of
from annotator.store.tables import Document
from tests.ui.stage import Stage
from tests.ui.test_linking import OTHER, focus, tag, tagged

__all__ = ["tagged"]


def test_here_the_sentence_elsewhere_the_article_and_whether_it_is_older(tagged: tuple[Stage, Any, Any, Any]) -> None:
    stage, first, _, denial = tagged
    session, article = stage.session, stage.document.id
    stage.load(OTHER)
    there, newer = tag(stage, "The minister stole the boat.", "claim"), stage.document.id
    session.reading.open_document(article)
    for claim in (first, there):
        relations.link(session.workspace, denial.id, "denies", claim.id, session.annotator_id)
    with session.workspace.edit("Set details", session.annotator_id) as edit:
        document = edit.get(Document, newer)
        document.outlet, document.published_at, document.superseded_by = "Gazette", "2026-05-04T08:00", article
    focus(stage, denial)
    here, elsewhere = (session.linking.shown.rows.of_end(end) for end in links_of(session.workspace, denial.id))
    assert (here.beside, here.elsewhere) == ("sentence 1", False)
    assert (elsewhere.beside, elsewhere.elsewhere) == ("Harbour news · Gazette · 2026-05-04 · older version", True)
    end = links_of(session.workspace, denial.id)[1]
    found = session.linking.shown.rows.of_found(FoundAnnotation(end.annotation, end.place, end.article))
    assert (found.passage, found.before, found.relation_id) == ("“The minister stole the boat.”", "", None)
    assert session.linking.shown.rows.of_here(first).beside == "sentence 1"
