"""What can go wrong, in words for the person at the keyboard.

Every error that a person can act on is a subclass of AnnotatorError; its text is one plain
sentence that says what happened and what to do. The log has the rest.
"""


class AnnotatorError(Exception):
    """Base of every error that is shown to a person. `str(error)` is the sentence they see."""


class NotFound(AnnotatorError):
    """Something was named that is not there, or the name fits more than one."""


class InvalidSpan(AnnotatorError):
    """A span is empty, outside its text, or cuts a character in two."""


class InvalidLabelSet(AnnotatorError):
    """A label set's file or a label that is asked for does not hold together."""


class UnreadableInput(AnnotatorError):
    """A file or paste cannot be loaded as an article: empty, binary, too large, undecodable."""


class Unrecognised(UnreadableInput):
    """A file is none of annotations that is known; whoever knows better names its format."""


class Unreachable(AnnotatorError):
    """An address cannot be fetched: refused, not found, too slow, too large."""


class AlreadyLoaded(AnnotatorError):
    """The same bytes are in the project already. `document_id` is the article that is there."""

    def __init__(self, message: str, document_id: object) -> None:
        super().__init__(message)
        self.document_id = document_id


class InvalidDetails(AnnotatorError):
    """A detail of an article is not what it has to be: no date, no address, no title."""


class UnusableName(AnnotatorError):
    """A person's name is blank, or somebody else in the project has it."""


class EditConflict(AnnotatorError):
    """An undo or redo would overwrite what somebody has changed since."""


class Frozen(EditConflict):
    """An older version of an article would be changed. `newest_id` is the version that can be, when it is known."""

    def __init__(self, newest_id: object = None) -> None:
        super().__init__("This is an older version of the article, and it stays as it was. Open the newest version.")
        self.newest_id = newest_id


class Closed(EditConflict):
    """Something of an article would be changed that was handed in. `state` is submitted or approved.

    `document_id` and `annotator_id` say whose reading of what it is.
    """

    def __init__(self, message: str, state: str, document_id: object, annotator_id: object) -> None:
        super().__init__(message)
        self.state, self.document_id, self.annotator_id = state, document_id, annotator_id


class Incomplete(AnnotatorError):
    """An article cannot be handed in before what breaks a hard rule is put right. `missing` says what that is."""

    def __init__(self, message: str, missing: object) -> None:
        super().__init__(message)
        self.missing = missing


class Unexplained(AnnotatorError):
    """Something is done only with a reason, and none was given."""


class UnusablePattern(AnnotatorError):
    """A regular expression that was typed cannot be searched with."""


class PatternTooSlow(UnusablePattern):
    """A regular expression takes too long in an article; the search was given up."""


class Undecided(AnnotatorError):
    """A corrected version cannot be loaded before somebody has decided on all that is different in it."""


class NothingToUndo(AnnotatorError):
    """There is nothing left to undo or redo for this annotator."""


class Cancelled(AnnotatorError):
    """The person asked to stop; what was not finished is rolled back."""


class ProjectError(AnnotatorError):
    """A project cannot be opened or written. The subclasses say which way out there is."""


class ProjectDamaged(ProjectError):
    """The file is not a project, or its pages are damaged."""


class NotMergeable(ProjectError):
    """Another copy cannot be taken in: not of this project, or not as the program left it. Nothing was changed."""


class Locked(ProjectError):
    """The project lies under a passphrase, and none was given, or another one."""


class ProjectTooNew(ProjectError):
    """The project was written by a newer version of the program."""


class ProjectTooOld(ProjectError):
    """A shared server's project needs an upgrade, which somebody has to ask for."""


class ProjectReadOnly(ProjectError):
    """The project can be read but not written."""


class ProjectBusy(ProjectError):
    """Another program holds the project's lock for too long."""


class DiskFull(ProjectError):
    """There is no room left where the project lies; the edit was not made."""


class ExportFailed(AnnotatorError):
    """A written export did not read back as what was meant; no file was left."""


class UnusableRecipe(AnnotatorError):
    """A saved export asks for what this version does not know, or there is none of this name."""
