"""The label set changed in both copies: all versions stay, each with a number of its own, and nothing is lost."""

from annotator.core.label_changes import add_label
from annotator.operations import label_sets
from tests.store.desk import Desk
from tests.store.merging.two_copies import bring, facts, in_both_directions


def change(desk: Desk, title: str) -> str:
    """Add a label; its key."""
    changed, label = add_label(label_sets.project_labels(desk.workspace), title)
    label_sets.change_label_set(desk.workspace, changed, desk.ana)
    return label.key


def test_changed_in_one_copy(home: Desk, away: Desk) -> None:
    key = change(away, "Rumour")
    report = bring(home, away)
    assert report.notices == ()
    assert label_sets.project_labels(home.workspace).offered_label(key).title == "Rumour"
    assert home.problems() == []


def test_changed_in_both(home: Desk, away: Desk) -> None:
    (article,) = (row["id"] for row in home.rows()["document"])
    rumour, threat = change(home, "Rumour"), change(away, "Threat")
    ours, theirs = home.tag(article, label=rumour), away.tag(article, 5, 9, threat)
    left, right = in_both_directions(home, away)
    assert facts(left) == facts(right)
    labels = label_sets.project_labels(left.workspace)
    assert labels.offered_label(threat).title == "Threat"
    assert labels.label(rumour).retired
    versions = {one.version: one for one in label_sets.label_set_versions(left.workspace)}
    made = {row["id"]: row["guideline_version"] for row in facts(left)["annotation"]}
    assert made[ours.id] != made[theirs.id]
    assert versions[made[ours.id]].label(rumour)
    assert versions[made[theirs.id]].label(threat)
    assert labels.version == max(versions)
    assert label_sets.project_labels(home.workspace).version < labels.version
    assert left.problems() == right.problems() == []
    (told,) = bring(home, away).notices
    assert f"version {labels.version}" in told
    change(home, "Warning")
    bring(away, home)
    bring(home, away)
    assert facts(home) == facts(away)


def test_the_same_set_is_kept_once(home: Desk, away: Desk) -> None:
    """Both keep the version that was in use before they changed it: that one is the same."""
    change(home, "Rumour")
    change(away, "Rumour")
    bring(home, away)
    rows = facts(home)["label_set_version"]
    assert len({row["version"] for row in rows}) == len(rows)
    assert len(rows) == 2
    assert all(row["label_set"]["version"] == row["version"] for row in rows)
