"""The label sets that ship, for the tests of what edits them."""

from annotator.core.schema import LabelSet
from annotator.operations.label_sets import shipped_label_set

NEWSROOM: LabelSet = shipped_label_set("newsroom")
PLAIN: LabelSet = shipped_label_set("plain")
ATTRIBUTION: LabelSet = shipped_label_set("attribution")
