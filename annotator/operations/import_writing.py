"""Plans written, some articles at a time: those that are new, what is said of all of them, links between them."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from annotator.core.readings import OPEN
from annotator.operations.import_article import CLOSED_LINK, ArticleWriter, Beside
from annotator.operations.import_known import ArticleHere, NewArticle, own_keys
from annotator.operations.import_links import FarLink, Links
from annotator.operations.import_planning import Plan
from annotator.operations.import_rows import NewRows, closed_readings
from annotator.operations.import_session import ImportSession
from annotator.operations.import_sharing import Sharing
from annotator.operations.readings import put_reading, put_submission
from annotator.operations.storing import add_documents
from annotator.reading.preparing import Prepared
from annotator.store import import_reads, queries
from annotator.store.columns import storable
from annotator.store.recorder import RecordedSession

_REPLACED = "article that was replaced or removed while the file was read; import it once more"


def write_plans(sharing: Sharing, session: RecordedSession, plans: Sequence[Plan]) -> set[UUID]:
    """Write some articles inside an edit; returns those that are here now."""
    connection = session.connection()
    fresh = _add_articles(sharing, session, plans)
    newest = import_reads.newest_versions(connection, (plan.document_id for plan in plans))
    beside = Beside(
        sharing.everybody(queries.annotator_names(connection)), import_reads.homes_of(connection, own_keys(plans))
    )
    written = set[UUID]()
    for part in _apart(plans):
        added = {plan.document_id: fresh.pop(plan.document_id) for plan in part if plan.document_id in fresh}
        known = [plan.document_id for plan in part if plan.document_id not in added]
        records: dict[UUID, ArticleHere] = {one.id: one for one in queries.documents(connection, known)}
        beside.closed = closed_readings(connection, people_of(sharing, part), records)
        records |= added
        for plan in part:
            record = records.get(plan.document_id)
            if record is None or newest.get(record.id) != record.id:
                sharing.report.losses.add(plan.title, plan.title, _REPLACED)
                continue
            written.add(record.id)
            ArticleWriter(sharing, session, plan, record, beside).write()
        beside.rows.put_down(session)
    return written


def write_far_links(sharing: Sharing, session: RecordedSession, part: Sequence[FarLink]) -> None:
    """Write some of the links between articles inside an edit, when all articles are there."""
    ids, rows = list(dict.fromkeys(one.start.document_id for one in part)), NewRows()
    links = {one.id: Links(sharing.label_set, one) for one in queries.documents(session.connection(), ids)}
    take_far_links(sharing, session, part, links, rows)
    rows.put_down(session)


def take_far_links(
    sharing: Sharing, session: ImportSession, part: Sequence[FarLink], links: Mapping[UUID, Links], rows: NewRows
) -> None:
    """Say what is to be added of some links between articles; `links` are those that go out from each article."""
    for one in part:
        if why := _take_far_link(sharing, session, one, links.get(one.start.document_id), rows):
            sharing.report.losses.add(one.title, one.kind, why)


def hand_in(session: RecordedSession, part: Sequence[tuple[UUID, UUID]]) -> None:
    """Hand in some of what was imported inside an edit, as it is: no rule stands against work done elsewhere.

    Each is an article and whose reading of it.
    """
    for document_id, who in part:
        if put_reading(session, document_id, who).state == OPEN:
            put_submission(session, document_id, who)


def people_of(sharing: Sharing, plans: Sequence[Plan]) -> set[UUID]:
    """Those of whom something may come with these articles, as far as they are here."""
    names = {""}
    for plan in plans:
        names.update(one.annotator for one in plan.article.annotations)
        names.update(one.annotator for one in plan.article.links)
    return {sharing.who(name) for name in names} - sharing.newcomers.keys()


def _take_far_link(sharing: Sharing, session: ImportSession, one: FarLink, links: Links | None, rows: NewRows) -> str:
    """Add one to the rows; returns why it cannot come, "" where it does or is there."""
    end = sharing.far_end(one)
    if end is None or links is None:
        return f"relation “{one.kind}” of which one end is not there"
    if links.has(one.kind, one.start, end):
        return ""
    if closed_readings(session.connection(), [one.annotator_id], [one.start.document_id]):
        return CLOSED_LINK
    why = links.why_not(one.kind, one.start, end)
    if not why:
        sharing.admit(session, one.annotator_id)
        links.add(rows.links, one.kind, one.start, end, one.annotator_id)
        sharing.report.links += 1
    return why


def _apart(plans: Sequence[Plan]) -> list[list[Plan]]:
    """The plans in parts in which no article comes twice: the later one sees what the earlier one has written."""
    parts: list[list[Plan]] = []
    there: set[UUID] = set()
    for plan in plans:
        if not parts or plan.document_id in there:
            parts.append([])
            there = set()
        parts[-1].append(plan)
        there.add(plan.document_id)
    return parts


def _add_articles(sharing: Sharing, session: RecordedSession, plans: Sequence[Plan]) -> dict[UUID, NewArticle]:
    """Add the articles that are new, and return them; one whose bytes are here, or twice in the file, is that one."""
    prepared = [plan.prepared for plan in plans if plan.prepared]
    there = queries.document_keys_by_original(session.connection(), {one.original_sha256 for one in prepared})
    fresh: dict[UUID, Prepared] = {}
    foreign_keys: dict[UUID, str] = {}
    for plan in plans:
        if plan.prepared is None:
            continue
        known = there.get(plan.prepared.original_sha256)
        if known:
            plan.document_id = known
            continue
        there[plan.prepared.original_sha256] = plan.document_id
        fresh[plan.document_id] = plan.prepared
        if sharing.lasting_keys and plan.article.key:
            foreign_keys[plan.document_id] = storable(f"{sharing.format_id}:{plan.article.key}")
        sharing.report.loaded += 1
    if fresh:
        add_documents(session, fresh, foreign_keys)
    return {key: NewArticle(key, one.record.text, foreign_keys.get(key, "")) for key, one in fresh.items()}
