"""Who does what commands ask for: the names of a session's actors, each a file of its own in this package.

A name that is not in LATER is an attribute that the session makes when it begins. The others are made when they are
first called, so that what they import costs no start: the name is the module's, the value its class.
"""

ACTORS: tuple[str, ...] = (
    "session",
    "identifying",
    "tagging",
    "loading",
    "fetching",
    "exporting",
    "cutting",
    "quoting",
    "detailing",
    "copying",
    "searching",
    "versioning",
    "linking",
    "suggesting",
    "teaching",
    "counting",
    "replying",
    "guiding",
    "labelling",
    "describing",
    "checking",
    "place_tagging",
    "palette_finding",
    "sourcing",
    "auditing",
    "agreeing",
    "self_checking",
    "reviewing",
)

LATER: dict[str, str] = {
    "auditing": "Auditing",
    "agreeing": "Agreeing",
    "checking": "Checking",
    "counting": "Counting",
    "cutting": "Cutting",
    "detailing": "Detailing",
    "exporting": "Exporting",
    "fetching": "Fetching",
    "loading": "Loading",
    "palette_finding": "PaletteFinding",
    "place_tagging": "PlaceTagging",
    "replying": "Replying",
    "reviewing": "Reviewing",
    "searching": "Searching",
    "self_checking": "SelfChecking",
    "tabling": "Tabling",
    "teaching": "Teaching",
}
