"""Which runs of a page are its article.

Two witnesses say what surely belongs to it: trafilatura, which knows many pages, and the text that the page itself
gives to machines. From there the elements decide: a run in the same kind of place as what is sure belongs to it too,
what stands in a box with a telling name, is a link or belongs to another article of the page does not.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from annotator.formats.page_runs import Run, flattened, names_of

_BOX = re.compile(
    r"(?i)toast|popup|modal|tooltip|sign-?up|newsletter|promo|advert|related|recommend|read-?more|subscri|share|social|"
    r"comment|breadcrumb|caption|credit|copyright|image|gallery|poll|survey|cookie|consent|author-?bio|ai-?summary|"
    r"sponsor|embed|tweet|byline"
)
_STANDFIRST = re.compile(
    r"(?i)excerpt|lead|lede|stand-?first|sub-?tit|sub-?head|intro|deck|dek|summary|abstract|description|chap[oe]|"
    r"entradilla|ingress|vorspann|teaser|sapo|preamble"
)
_RIGHTS = re.compile(r"(?i)©|ⓒ|\(c\)|copyright|all rights reserved")
_TIME = re.compile(r"\d[:.]\d\d")
_LABEL = 60  # a longer line is no label of a box
_LONG = 100  # the first paragraph of an article, not a line above it
_LONGEST_RIGHTS = 160
_LONGEST_NAME = 300
# A box with a telling name that holds so much of the article is none: some call everything "share".
_MOST_IN_BOXES = 0.15
# Of the runs in one kind of place so many must be sure, and have so much of all that is sure, to draw in the others.
_SURE_OF_PLACE, _PLACE_OF_ALL = 0.25, 0.1


@dataclass(frozen=True, slots=True)
class Witness:
    """What is known of a page's article before its runs are looked at.

    `found` and `told` are its text as trafilatura finds it and as the page tells machines; `titles` are the headlines
    in use for it, `standfirsts` its summaries, `authors` their names.
    """

    found: str = ""
    told: str = ""
    titles: Sequence[str] = ()
    standfirsts: Sequence[str] = ()
    authors: Sequence[str] = field(default=())


def article_runs(runs: Sequence[Run], witness: Witness) -> list[Run]:
    """The runs that are the article, without its headline. None when nothing is sure of any."""
    choice = _Choice(runs, witness)
    if choice.kept:
        choice.leave_other_articles()
        choice.leave_boxes()
        choice.take_same_places()
        choice.leave_labels()
        choice.take_headings()
    if choice.kept:
        choice.leave_bylines()
        choice.take_standfirst()
    return [run for run in runs if run in choice.kept]


class _Choice:
    """The runs that are kept so far, and those that are out for good."""

    def __init__(self, runs: Sequence[Run], witness: Witness) -> None:
        self._runs = runs
        self._witness = witness
        self._titles = {flattened(title) for title in witness.titles}
        self._titles |= {run.flat for run in runs if run.in_headline}
        self._titles.discard("")
        self._elsewhere = {run for run in runs if self._is_title(run) or _is_link(run)}
        self._out = set(self._elsewhere)
        found, told = flattened(witness.found), flattened(witness.told)
        lines = set(map(flattened, witness.found.split("\n")))

        def is_sure(run: Run) -> bool:
            if len(run.flat) <= 40:  # some words may stand anywhere
                return bool(run.flat) and run.flat in lines
            return run.flat in found or run.flat in told

        self.kept = {run for run in runs if run not in self._out and is_sure(run)}

    def leave_other_articles(self) -> None:
        """Pages that never end show the next article below: it has a headline of its own."""
        headlines: dict[object, list[str]] = {}
        for run in self._runs:
            if run.in_headline and run.article is not None:
                headlines.setdefault(run.article, []).append(run.flat)
        if len(headlines) < 2:
            return
        told = {flattened(title) for title in self._witness.titles}
        own = next((article for article, titles in headlines.items() if told & set(titles)), next(iter(headlines)))
        others = {run for run in self._runs if run.article in headlines and run.article is not own}
        self._elsewhere |= others
        self._leave(others)

    def leave_boxes(self) -> None:
        """What stands in something called "newsletter" is no article, unless all of it stands there."""
        named = {run: found.group().lower() for run in self._runs if (found := _BOX.search(names_of(run.around)))}
        sizes: Counter[str] = Counter()
        for run in self.kept & named.keys():
            sizes[named[run]] += len(run.text)
        most = _MOST_IN_BOXES * sum(len(run.text) for run in self.kept)
        self._leave({run for run, name in named.items() if sizes[name] < most or run not in self.kept})
        self._leave({run for run in self._runs if run.tag == "li" and run.share_of_links > 0.5})
        self._leave({run for run in self._runs if len(run.text) < _LONGEST_RIGHTS and _RIGHTS.search(run.text)})

    def take_same_places(self) -> None:
        """What was overlooked of the article stands where the rest of it does."""
        places = {run: _place(run) for run in self._runs}
        whole: Counter[tuple[str, ...]] = Counter()
        sure: Counter[tuple[str, ...]] = Counter()
        for run, place in places.items():
            whole[place] += len(run.text)
            sure[place] += len(run.text) if run in self.kept else 0
        least = _PLACE_OF_ALL * sure.total()
        good = {place for place, size in sure.items() if size >= max(_SURE_OF_PLACE * whole[place], least)}
        self.kept |= {run for run in self._others() if places[run] in good and run.share_of_links < 0.5}

    def leave_labels(self) -> None:
        """“Read also” above a link that is left out, and words that stand between the paragraphs again and again."""
        labels = [run for run in self._runs if run in self.kept and not run.is_heading and _is_label(run)]
        following = dict(zip(self._runs, self._runs[1:], strict=False))
        times = Counter(run.flat for run in labels)
        for run in labels:
            after = following.get(run)
            above_link = after is not None and after not in self.kept and after.share_of_links > 0.8
            if above_link or times[run.flat] > 2:
                self._leave({run})

    def take_headings(self) -> None:
        """A heading right above a paragraph of the article, among others of it."""
        holders = Counter(run.around[1:2] for run in self.kept)
        for run, after in zip(self._runs, self._runs[1:], strict=False):
            within = holders[run.around[1:2]] > 1
            if run.is_heading and run not in self._out and within and after in self.kept and run.share_of_links < 0.5:
                self.kept.add(run)

    def leave_bylines(self) -> None:
        """Names and times above the first paragraph: they are metadata."""
        names = [flattened(author) for author in self._witness.authors if author]
        for run in self._above_first_paragraph():
            if run in self.kept and len(run.text) < 80 and not run.is_sentence:
                named = any(name in run.flat and len(run.flat) < 2 * len(name) + 10 for name in names)
                if named or _TIME.search(run.text):
                    self._leave({run})

    def take_standfirst(self) -> None:
        """What stands between headline and first paragraph and is what the page says of itself, or called so."""
        above = self._above_first_paragraph()
        headline = max((place for place, run in enumerate(above) if run.in_headline), default=len(above))
        told = [flattened(text) for text in self._witness.standfirsts if len(text) > 30]
        for place, run in enumerate(above):
            if run in self._elsewhere or run.share_of_links > 0.3 or len(run.flat) < 30:
                continue
            named = place > headline and run not in self._out and _STANDFIRST.search(names_of(run.around[:2]))
            if named or any(_is_same(run.flat, text) for text in told):
                self.kept.add(run)

    def _above_first_paragraph(self) -> list[Run]:
        places = [place for place, run in enumerate(self._runs) if run in self.kept]
        long = [place for place in places if len(self._runs[place].text) > _LONG]
        return list(self._runs[: (long or places or [0])[0]])

    def _others(self) -> list[Run]:
        return [run for run in self._runs if run not in self.kept and run not in self._out]

    def _leave(self, runs: set[Run]) -> None:
        self._out |= runs
        self.kept -= runs

    def _is_title(self, run: Run) -> bool:
        if run.in_headline or run.flat in self._titles:
            return True
        # a heading of a word or two above the headline, in one element with it
        return run.is_heading and any(len(title) > 20 and run.flat.endswith(title) for title in self._titles)


def _is_link(run: Run) -> bool:
    return run.share_of_links >= 0.8 and len(run.text) < 200


def _is_label(run: Run) -> bool:
    return len(run.text) < _LABEL and not run.is_sentence


def _is_same(flat: str, told: str) -> bool:
    """True when a run is a summary, or the summary is a run that was cut."""
    return flat == told or (len(told) > 60 and (flat.startswith(told[:-3]) or flat in told))


def _place(run: Run) -> tuple[str, ...]:
    """The kind of place a run stands in: paragraphs of one article stand in one."""
    kind = "h" if run.is_heading else run.tag
    names = [re.sub(r"\d+", "", (element.get("class") or "")[:_LONGEST_NAME]) for element in run.around[:2]]
    above = str(run.around[1].tag) if len(run.around) > 1 else ""
    if kind in ("p", "h", "blockquote"):
        names[0] = ""  # paragraphs have many classes, the box around them has one
    return kind, above, *names
