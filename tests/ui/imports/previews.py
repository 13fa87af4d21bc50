"""A preview to show, without a file."""

from collections import Counter

from annotator import resources
from annotator.core.import_map import ImportMap
from annotator.core.import_survey import Survey
from annotator.core.schema_file import read_label_set
from annotator.operations.import_matching import Here
from annotator.operations.import_preview import ImportPreview, SampleRow
from annotator.operations.import_report import Losses

LABELS = read_label_set(resources.read_toml("label_sets", "newsroom", "label_set.toml"))


def preview() -> ImportPreview:
    """Two labels, of which one is unknown; an attribute with values; a link; two people."""
    survey = Survey(
        articles=2,
        annotations=5,
        links=1,
        labels=Counter({"Claims": 4, "ادعاء": 1}),
        attributes={"Certainty": Counter({"Unsure": 2, "maybe": 1}), "odd": Counter({"1": 1})},
        relations=Counter({"Denies": 1}),
        annotators=Counter({"ana": 3, "Cici": 2}),
    )
    names = ImportMap(
        {"Claims": "claim", "ادعاء": ""},
        {"Certainty": "certainty", "odd": ""},
        {"Certainty": {"Unsure": "unsure", "maybe": ""}},
        {"Denies": "denies"},
        {"ana": "Ana", "Cici": "Cici"},
    )
    found = ImportPreview("w3c", "W3C Web Annotation", survey, names)
    found.articles = Counter({Here.SAME: 1, Here.NEW: 1})
    found.taken, found.known, found.unsure = 3, 1, 1
    found.losses = Losses()
    found.losses.add("دفتر", "سعر الأرز", "label “ادعاء”, which the label set does not have")
    found.samples = [
        SampleRow("Beras", "Harga beras", "Claims", "claim", "ana", ""),
        SampleRow("دفتر", "سعر الأرز", "ادعاء", "", "ana", "label “ادعاء”, which the label set does not have"),
    ]
    found.unread = [("line 7", "It is no line of it.")]
    found.cannot_hold = ("Sentences are not in it.",)
    return found
