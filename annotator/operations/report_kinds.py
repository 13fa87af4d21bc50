"""The kinds of reports, and who makes each."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from annotator.core.report import Kind
from annotator.core.report_article import ArticleReport
from annotator.operations.report_agreement import agreement_report
from annotator.operations.report_corrections import corrections_report
from annotator.operations.report_gold import gold_report
from annotator.operations.report_libel import libel_report
from annotator.operations.report_reader import Made, Maker, Reader


def article_report(reader: Reader, ids: Sequence[UUID] | None) -> Made:
    """Articles with all that is marked in them."""
    asked = reader.articles.asked_for(ids)
    kind = ArticleReport(reader.articles.label_set, reader.options, reader.words)
    return Made(
        (kind.part(article) for article in reader.articles.read(asked.ids)),
        len(asked.ids),
        sum(asked.held.values()),
        tuple(asked.notices(reader.words)),
        reader.words.no_articles,
    )


KINDS: Mapping[Kind, Maker] = {
    Kind.ARTICLE: article_report,
    Kind.LIBEL: libel_report,
    Kind.CORRECTIONS: corrections_report,
    Kind.AGREEMENT: agreement_report,
    Kind.GOLD: gold_report,
}
"""Who makes which kind of report."""
