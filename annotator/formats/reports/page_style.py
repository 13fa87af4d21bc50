"""How an HTML report looks, on a screen and on paper."""

from collections.abc import Mapping

from annotator.core.report import Mark
from annotator.core.schema import Pattern

_UNDERLINES = {
    Pattern.SOLID: "solid",
    Pattern.DASHED: "dashed",
    Pattern.DOTTED: "dotted",
    Pattern.WAVY: "wavy",
    Pattern.DOUBLE: "double",
}

_SHEET = """\
:root { color-scheme: light; }
body { margin: 0; background: #ffffff; color: #1a1a1a; line-height: 1.55;
  font-family: "Literata", Georgia, "Noto Serif", "Noto Naskh Arabic", "Noto Sans Hebrew", "Noto Sans Devanagari",
    "Noto Sans CJK SC", "Hiragino Mincho ProN", "Yu Mincho", "Songti SC", serif; }
main { max-width: 46rem; margin: 2.5rem auto; padding: 0 1.25rem; }
h1, h2, h3, caption, th, .quiet, .notice, nav, .number {
  font-family: "Inter", "Segoe UI", "Helvetica Neue", "Noto Sans", "Noto Naskh Arabic", sans-serif; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .75rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; border-bottom: 1px solid #c9c9c9; padding-bottom: .2rem; }
h3 { font-size: 1rem; margin: 1.4rem 0 .3rem; }
h1, h2, h3, p, td, th, li { overflow-wrap: anywhere; }
p { margin: .4rem 0; white-space: pre-wrap; }
section { margin-top: 3.5rem; }
.text { margin: 0 0 .8rem; }
.caption { margin: 0 0 .8rem; padding-inline-start: 1rem; font-style: italic; }
.passage { margin: .3rem 0 .6rem; padding: .1rem 0 .1rem .9rem; border-inline-start: 4px solid #8a8a8a; }
[dir=rtl].passage { padding: .1rem .9rem .1rem 0; }
.quiet { color: #595959; font-size: .9rem; }
.notice { background: #fff6dd; border: 1px solid #b58900; padding: .4rem .7rem; font-size: .92rem; }
.number { font-size: .72em; font-weight: 600; vertical-align: super; line-height: 0; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 1rem; font-size: .92rem; }
caption { text-align: start; font-weight: 600; padding-bottom: .3rem; }
th, td { text-align: left; vertical-align: top; padding: .22rem .6rem .22rem 0; white-space: pre-wrap; }
thead th { border-bottom: 2px solid #6f6f6f; }
tbody tr + tr > * { border-top: 1px solid #e2e2e2; }
td[lang][dir=rtl] { text-align: right; }
td.figure, th.figure { text-align: right; font-variant-numeric: tabular-nums; }
.facts th { width: 9.5rem; font-weight: 600; color: #595959; }
nav li { margin: .2rem 0; }
a { color: #14508f; }
@page { margin: 20mm 18mm; }
@media print {
  main { max-width: none; margin: 0; padding: 0; }
  section + section, nav + section { break-before: page; margin-top: 0; }
  nav { break-after: page; }
  h1, h2, h3 { break-after: avoid; }
  tr, h3 { break-inside: avoid; }
  p { orphans: 2; widows: 2; }
  .mark { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
"""


def style_sheet(marks: Mapping[str, Mark]) -> str:
    """The whole style sheet; `marks` are the labels by the class that their words get."""
    return _SHEET + "".join(_rule(name, mark) for name, mark in marks.items())


def _rule(name: str, mark: Mark) -> str:
    line = _UNDERLINES[mark.pattern]
    return (
        f".{name} {{ background: {mark.tint}; text-decoration: underline {line} {mark.ink}; "
        "text-decoration-thickness: .09em; text-underline-offset: .22em; }\n"
        f".number.{name} {{ background: none; text-decoration: none; color: {mark.ink}; }}\n"
    )
