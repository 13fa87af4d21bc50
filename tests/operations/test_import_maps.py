"""What names meant the last time, and new labels."""

from annotator.core.import_map import ImportMap
from annotator.operations.import_maps import add_labels, remember_map, remembered_map, unknown_labels
from annotator.operations.label_sets import project_labels
from tests.store.desk import Desk


def test_a_map_is_kept_a_format(desk: Desk) -> None:
    remember_map(desk.workspace, "brat", ImportMap({"Rumour": "claim"}), desk.ana)
    remember_map(desk.workspace, "brat", ImportMap({"Content": "quote"}), desk.ana)
    remember_map(desk.workspace, "w3c", ImportMap({"Rumour": "denial"}), desk.ana)
    desk.reopen()
    assert remembered_map(desk.workspace, "brat").labels == {"Rumour": "claim", "Content": "quote"}
    assert remembered_map(desk.workspace, "w3c").labels == {"Rumour": "denial"}
    assert remembered_map(desk.workspace, "doccano") == ImportMap()
    entries = desk.entries()
    remember_map(desk.workspace, "w3c", ImportMap({"Rumour": "denial"}), desk.ana)
    assert desk.entries() == entries, "what is known is not written again"
    assert not desk.problems()


def test_recipes_beside_it_stay(desk: Desk) -> None:
    desk.sql("UPDATE project SET exchange = :kept", kept='{"recipes": {"weekly": {}}, "maps": 3}')
    remember_map(desk.workspace, "brat", ImportMap({"Rumour": "claim"}), desk.ana)
    (project,) = desk.rows()["project"]
    assert project["exchange"]["recipes"] == {"weekly": {}}


def test_unknown_labels_can_be_added(desk: Desk) -> None:
    names = ImportMap({"Rumour": "", "Claims": "claim", "ادعاء": "", " ": ""})
    made = add_labels(desk.workspace, unknown_labels(names), desk.ana)
    labels = {one.title: one.key for one in project_labels(desk.workspace).offered}
    assert set(made) == {"Rumour", "ادعاء"}
    assert {title: labels[title] for title in made} == made
    assert add_labels(desk.workspace, [], desk.ana) == {}
