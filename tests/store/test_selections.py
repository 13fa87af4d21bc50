"""Articles by what their own columns say, in both databases."""

from uuid import UUID, uuid4

from annotator.operations.details import set_details_of_many
from annotator.operations.sources import add_source
from annotator.store import selections
from annotator.store.selections import Kept
from tests.store.desk import Desk


def days(desk: Desk) -> list[UUID]:
    """Articles of three days, the last of none."""
    keys = [desk.load(f"Artikel {at} tentang harga.") for at in range(4)]
    for at, day in enumerate(("2026-01-31", "2026-02-01T10:00:00+07:00", "2026-03-01")):
        set_details_of_many(desk.workspace, [keys[at]], {"published_at": day}, desk.ana)
    set_details_of_many(desk.workspace, keys[:2], {"outlet": "Tempo"}, desk.ana)
    set_details_of_many(desk.workspace, keys[2:3], {"outlet": "Kompas"}, desk.ana)
    return keys


def asked(desk: Desk, **kept: object) -> list[UUID]:
    wanted = Kept(**kept)  # type: ignore[arg-type]
    with desk.workspace.reading() as connection:
        ids = selections.newest_ids(connection, wanted)
        assert selections.number_of_older_versions(connection, wanted) == 0
        assert selections.narrowed_ids(connection, selections.newest_ids(connection, Kept()), wanted) == ids
    return ids


def test_days_outlets_and_languages(desk: Desk) -> None:
    keys = days(desk)
    assert asked(desk) == keys
    assert asked(desk, since="2026-02-01") == keys[1:3]
    assert asked(desk, until="2026-02-01") == keys[:2]
    assert asked(desk, since="2026-02-01", until="2026-02-28") == keys[1:2]
    assert asked(desk, outlets=("Tempo",), until="2026-01-31") == keys[:1]
    assert asked(desk, languages=("xx",)) == []


def test_what_is_in_no_project_is_left_for_others_to_say(desk: Desk) -> None:
    keys, nowhere = days(desk), uuid4()
    with desk.workspace.reading() as connection:
        found = selections.narrowed_ids(connection, [nowhere, keys[2], keys[0]], Kept(outlets=("Tempo",)))
        assert found == [nowhere, keys[0]]
        assert selections.outlets(connection) == ["Tempo", "Kompas"]


def test_who_there_is_in_the_order_of_coming(desk: Desk) -> None:
    workspace = desk.workspace
    for name, kind in (("Zainab", "person"), ("Partai", "organisation"), ("Adi", "person")):
        add_source(workspace, name, desk.ana, kind=kind)
    with workspace.reading() as connection:
        assert [one.name for one in selections.sources_of_kinds(connection, ["person"])] == ["Zainab", "Adi"]
        assert selections.annotators_by_key(connection) == ["Ana", "Ben"]
