"""The rows beside an article's line: both ways to them give the same, and the project's own come once."""

from pathlib import Path

import orjson

from annotator.core.masking import Mask
from annotator.core.release import Release
from annotator.operations.label_sets import project_labels
from annotator.operations.whole_rows import WholeRows
from annotator.store.plain_rows import rows_by_article, written
from annotator.store.tables import Annotation
from tests.operations.whole_desk import Everything
from tests.store.desk import Desk


def test_the_plain_way_and_the_careful_one_meet(project_path: Path) -> None:
    desk = Desk(project_path)
    everything = Everything(desk)
    ids = everything.articles[1:]
    with desk.workspace.reading() as connection:
        rows = WholeRows(connection, Mask(), Release(project_labels(desk.workspace)))
        found = rows_by_article(connection, Annotation, ids)
        told = {
            key: [written(Annotation, row, key) for row in sorted(of, key=lambda row: (row["start_char"], row["id"]))]
            for key, of in found.items()
        }
        assert orjson.dumps(_sorted(rows.plain(ids, told))) == orjson.dumps(_sorted(rows.careful(ids)))
        older = rows.older(ids[1])
        assert [one["rows"]["document"][0]["title"] for one in older] == ["Old 0", "Old 1"]
        assert rows.older(ids[0]) == []
        project = rows.project()
        assert [row["name"] for row in project["annotator"]] == ["Ana", "Ben"]
        assert [row["name"] for row in project["source"]] == ["Nobody’s"]
        assert (project["project"][0]["name"], len(project["label_set_version"])) == ("Berita", 1)
    desk.workspace.close()


def _sorted(found: dict) -> dict:  # type: ignore[type-arg]
    return {str(key): dict(sorted(tables.items())) for key, tables in found.items()}
