"""The command line: every command there is, by name.

Other tools rely on it: see the help of each command for what it prints with --json. Exit status 0
means that all of it worked, 1 that something did not (one line on standard error), 2 a wrong call.
"""

import click

from annotator import __version__
from annotator.cli.commands import Commands, Entry

SECTIONS = {
    "Articles": {
        "load": Entry("articles", "Load articles from files, folders or standard input."),
        "list": Entry("articles", "List the articles of the project."),
        "show": Entry("articles", "Show an article with its sentences and annotations."),
        "search": Entry("search", "Search texts, titles, sources and notes."),
        "details": Entry("details", "Show or change what is known of articles: source, times, status."),
        "language": Entry("sentences", "Say which language an article is in."),
        "quotations": Entry("quotations", "List the quotations of an article, and marks that look wrong."),
        "furniture": Entry("sentences", "Turn text into page furniture, or back."),
        "split": Entry("sentences", "Start a new sentence at a place."),
        "join": Entry("sentences", "Join a sentence with the one after it."),
        "forget": Entry("cutting", "Forget the splits and joins made by hand."),
        "sentences": Entry("cutting", "Cut sentences anew; say whether quotations stay whole."),
    },
    "Copies": {
        "copies": Entry("copies", "List the copies of an article, or all that have some."),
        "separate": Entry("copies", "Say that an article is no copy of the others."),
        "unite": Entry("copies", "Say that articles are copies of each other."),
        "apply": Entry("copies", "Apply annotations to all copies of an article."),
    },
    "Versions": {
        "version": Entry("versions", "Load the corrected version of an article."),
        "versions": Entry("versions", "List the versions of an article."),
    },
    "Tagging": {
        "tag": Entry("tagging", "Label a stretch of an article."),
        "untag": Entry("tagging", "Remove annotations."),
        "note": Entry("tagging", "Write the note of an annotation."),
        "set": Entry("describing", "Say what is known of an annotation: fields, sources."),
        "mark": Entry("tagging", "Say that a stretch holds nothing to tag."),
        "link": Entry("links", "Link an annotation to another one."),
        "unlink": Entry("links", "Take links away."),
        "links": Entry("links", "List the links of annotations."),
        "replies": Entry("replies", "List claims that accuse somebody, and what answers them."),
        "contact": Entry("replies", "Note that somebody was asked for a reply."),
        "find": Entry("finding", "Find places in all texts, and tag them as one step."),
        "suggest": Entry("suggesting", "Suggest what could be tagged, and what to read next."),
        "guideline": Entry("guideline", "Show the rule for a label, with examples."),
        "sources": Entry("sources", "List, find, make, rename, merge and protect sources."),
        "check": Entry("checking", "Check articles against the rules of the label set."),
    },
    "Review": {
        "agreement": Entry("agreement", "Say how far annotators agree."),
        "people": Entry("people", "List, add and change the people of the project."),
        "submit": Entry("submitting", "Hand articles in, or take them back."),
        "review": Entry("review", "Approve, correct or return what others have handed in."),
        "selfcheck": Entry("self_checking", "How often you say the same twice; for you only."),
        "assign": Entry("assigning", "Give articles to annotators, blind or open."),
        "comments": Entry("comments", "List the comments on an article."),
        "comment": Entry("comments", "Say something about an article, stretch or annotation."),
        "packet": Entry("packets", "Give articles away, and bring home what was done to them."),
        "disputes": Entry("disputes", "List where readings of an article differ."),
        "rule": Entry("disputes", "Settle a dispute, maybe as a case of the guideline."),
        "gold": Entry("gold", "Show what holds of an article, and how it got there."),
        "audit": Entry("auditing", "Tell who did what when; write the journal to be checked."),
        "report": Entry("reports", "Write a report for people without the program."),
    },
    "Datasets": {
        "export": Entry("datasets", "Write a dataset, a sheet, or files of another tool."),
        "recipes": Entry("recipes", "List the exports that are kept, or take one away."),
        "import": Entry("importing", "Import annotations made elsewhere, from any format that is read."),
        "statistics": Entry("statistics", "Count annotations, coverage, time per article."),
        "formats": Entry("datasets", "List the file formats."),
        "labels": Entry("labels", "List the labels; use another set, merge labels."),
        "languages": Entry("datasets", "List the languages the program can tell."),
    },
    "Project": {
        "history": Entry("project", "Tell what happened to an article or annotation."),
        "undo": Entry("project", "Take your newest step back."),
        "redo": Entry("project", "Do again what undo took back."),
        "verify": Entry("project", "Prove that rows, journal and texts agree."),
        "upgrade": Entry("project", "Bring a project on a server up to date."),
    },
}

main = Commands(
    SECTIONS,
    name="annotator",
    help="Load news articles, mark claims, denials and quotes in them, and hand the result on.\n\n"
    "Without a command the window opens; “annotator open PROJECT [FILE...]” opens it on a project.\n\n"
    "ARTICLE and ANNOTATION are ids, or beginnings of ids that fit only one. Offsets count code points; END is "
    "not included. Exit status: 0 all of it worked, 1 something did not, 2 a wrong call.",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
click.version_option(__version__, prog_name="annotator", message="%(prog)s %(version)s")(main)
