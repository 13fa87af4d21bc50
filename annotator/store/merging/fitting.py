"""After two copies have come together: sentences fit their language and the newsroom's choice, twins are copies."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from uuid import UUID

from annotator.core.merging import Flat
from annotator.core.quote_policy import QuotePolicy, quotes_in, sentence_ends
from annotator.store import copies, queries
from annotator.store.merging.plan import Plan
from annotator.store.merging.rows import in_parts
from annotator.store.recorder import RecordedSession
from annotator.store.tables import Document

_CUTS = frozenset(("language", "sentence_ends"))
_BATCH = 50


def fit_sentences(session: RecordedSession, plan: Plan) -> None:
    """Cut anew the articles of which neither copy's cutting is sure to hold; to be called when the rows are written."""
    connection = session.connection()
    policy = queries.quote_policy(connection)
    for part in _in_batches(_doubtful(plan, queries.language_counts(connection), policy, session)):
        for cut in queries.cut_texts(connection, part):
            ends = sentence_ends(cut.text, cut.language, policy)
            if ends != cut.ends:
                row = {"id": cut.id}
                session.change_row(Document, row, {"sentence_ends": cut.ends}, {"sentence_ends": ends})


def _doubtful(plan: Plan, languages: Iterable[str], policy: QuotePolicy, session: RecordedSession) -> Iterator[UUID]:
    """The articles to look at: cut in both copies, or by another choice than the one that holds now."""
    ours, theirs = _policy(plan.our_rows.values()), _policy(plan.their_rows.values())
    ours = policy if ours is None else ours
    theirs = ours if theirs is None else theirs
    seen: set[UUID] = set()
    for table, key in {*plan.theirs, *plan.result}:
        image = plan.present((table, key)) if table == "document" else None
        touched = plan.theirs.get((table, key))
        if image is None or (touched and touched.existed and not touched.gone and not _CUTS & touched.cells.keys()):
            continue
        seen.add(key)
        there = plan.their_rows.get((table, key))
        if (
            there is None
            or any(there.get(name) != image.get(name) for name in _CUTS)
            or quotes_in(theirs, image["language"]) != quotes_in(policy, image["language"])
        ):
            yield key
    for language in languages:
        if quotes_in(ours, language) != quotes_in(policy, language):
            yield from (key for key in queries.document_ids(session.connection(), language) if key not in seen)


def _policy(rows: Iterable[Flat]) -> QuotePolicy | None:
    """How a copy cuts quotations, from the row of its project where that is known."""
    project = next((row for row in rows if "label_set" in row and "created_at" in row), None)
    if project is None:
        return None
    return {name.removeprefix("quotes."): value for name, value in project.items() if name.startswith("quotes.")}


def _in_batches(keys: Iterable[UUID]) -> Iterator[list[UUID]]:
    wanted = list(dict.fromkeys(keys))
    return (wanted[start : start + _BATCH] for start in range(0, len(wanted), _BATCH))


def group_twins(session: RecordedSession, plan: Plan) -> int:
    """Make copies of each other what has been loaded in both copies of the project; how many articles that is.

    They stay two: what was said of each of them stays where it is.
    """
    new_there = _new(plan, theirs=True)
    new_here = _new(plan, theirs=False)
    if not new_there or not new_here:
        return 0
    texts = {image["text_sha256"] for image in new_there.values()}
    by_text: dict[bytes, list[copies.Member]] = defaultdict(list)
    for part in in_parts(sorted(texts)):
        for member in copies.documents_with_texts(session.connection(), part):
            by_text[member.text_sha256].append(member)
    found = 0
    for members in by_text.values():
        keys = {member.id for member in members}
        if keys & new_there.keys() and keys & new_here.keys():
            found += 1
            _group(session, members)
    return found


def _new(plan: Plan, *, theirs: bool) -> dict[UUID, Flat]:
    """The articles that one copy has loaded, and that are in the project."""
    touched = plan.theirs if theirs else plan.ours
    keys = [key for key, one in touched.items() if key[0] == "document" and not one.existed and not one.gone]
    plan.know(set(keys))
    images = ((key, plan.present(key)) for key in keys)
    return {key[1]: image for key, image in images if image is not None}


def _group(session: RecordedSession, members: list[copies.Member]) -> None:
    named = [member.copy_group for member in members if member.copy_group]
    target = min(named) if named else min(member.id for member in members)
    for member in members:
        if member.copy_group is None and member.id != target:
            row = {"id": member.id}
            session.change_row(Document, row, {"copy_group": None}, {"copy_group": target})
