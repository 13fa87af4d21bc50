"""Rows of one's own are found to be changed; those of others and of older versions are refused in words."""

from uuid import uuid4

import pytest

from annotator.errors import EditConflict, Frozen, NotFound
from annotator.operations.ownership import living_annotation, own_annotation, refuse_frozen, refuse_others
from tests.operations.test_freezing import correct
from tests.store.desk import Desk


def test_who_may_change_what(desk: Desk) -> None:
    article = desk.load()
    tag = desk.tag(article).id
    with desk.workspace.edit("Look", desk.ana) as session:
        assert own_annotation(session, tag, desk.ana) is living_annotation(session, tag)
        with pytest.raises(EditConflict, match="This annotation is Ana’s; only Ana can change it"):
            own_annotation(session, tag, desk.ben)
        with pytest.raises(NotFound):
            own_annotation(session, uuid4(), desk.ana)
        refuse_frozen(session, article)
        refuse_others(session, desk.ana, desk.ana, "{name}")
    newer = correct(desk, article, desk.ana)
    with desk.workspace.edit("Look", desk.ana) as session:
        for look in (lambda: own_annotation(session, tag, desk.ben), lambda: refuse_frozen(session, article)):
            with pytest.raises(Frozen) as refused:
                look()
            assert refused.value.newest_id == newer
