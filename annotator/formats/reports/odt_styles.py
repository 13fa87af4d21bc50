"""The named styles, the page and the particulars of an OpenDocument report."""

from html import escape

from annotator.core.report import Report
from annotator.formats.reports.scripts import languages_of

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in (
        ("office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"),
        ("style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"),
        ("text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"),
        ("table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"),
        ("fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"),
        ("svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"),
        ("meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"),
        ("dc", "http://purl.org/dc/elements/1.1/"),
    )
)
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_VERSION = 'office:version="1.3"'
_FACES = (
    'fo:font-family="Georgia" style:font-family-asian="SimSun" style:font-family-complex="Times New Roman" '
    'style:font-family-generic="roman"'
)
_EDGE = "0.06cm solid #8a8a8a"
# Name, shown name, parent, what a paragraph has, what its words have.
_PARAGRAPHS = (
    ("Article_20_Text", "Article Text", 'fo:margin-bottom="0.25cm"', 'fo:font-size="11pt"'),
    (
        "Picture_20_Caption",
        "Picture Caption",
        'fo:margin-bottom="0.25cm" fo:margin-left="0.6cm"',
        'fo:font-size="10pt" fo:font-style="italic"',
    ),
    (
        "Passage",
        "Passage",
        f'fo:margin-bottom="0.2cm" fo:margin-left="0.3cm" fo:padding="0.15cm" fo:border-left="{_EDGE}" '
        'fo:border-right="none" fo:border-top="none" fo:border-bottom="none"',
        'fo:font-size="11.5pt"',
    ),
    ("Quiet", "Quiet", 'fo:margin-bottom="0.2cm"', 'fo:font-size="9pt" fo:color="#595959"'),
    (
        "Notice",
        "Notice",
        'fo:margin-bottom="0.2cm" fo:padding="0.15cm" fo:border="0.03cm solid #b58900" fo:background-color="#fff6dd"',
        'fo:font-size="9.5pt"',
    ),
    ("Cell", "Cell", 'fo:margin-bottom="0.05cm"', 'fo:font-size="9.5pt"'),
    (
        "Cell_20_Heading",
        "Cell Heading",
        'fo:margin-bottom="0.05cm"',
        'fo:font-size="9.5pt" fo:color="#595959" fo:font-weight="bold" style:font-weight-complex="bold" '
        'style:font-weight-asian="bold"',
    ),
)
_HEADINGS = {1: "18pt", 2: "13.5pt", 3: "11pt"}


def styles(report: Report) -> str:
    """The member styles.xml."""
    return (
        f"{HEAD}<office:document-styles {NAMESPACES} {_VERSION}>\n<office:styles>\n{_defaults(report.language)}"
        f"{''.join(_named(*each) for each in _PARAGRAPHS)}{''.join(_heading(level) for level in _HEADINGS)}"
        "</office:styles>\n<office:automatic-styles>\n"
        '<style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="21cm" '
        'fo:page-height="29.7cm" style:print-orientation="portrait" fo:margin-top="1.6cm" fo:margin-bottom="1.6cm" '
        'fo:margin-left="2.2cm" fo:margin-right="2.2cm"/><style:header-style><style:header-footer-properties '
        'fo:margin-bottom="0.4cm"/></style:header-style><style:footer-style><style:header-footer-properties '
        'fo:margin-top="0.4cm"/></style:footer-style></style:page-layout>\n</office:automatic-styles>\n'
        f"<office:master-styles>\n{_master(report)}</office:master-styles>\n</office:document-styles>\n"
    )


def meta(report: Report) -> str:
    """The member meta.xml: title and language; no name of a person, no moment of writing."""
    return (
        f"{HEAD}<office:document-meta {NAMESPACES} {_VERSION}><office:meta>"
        f"<dc:title>{escape(report.title)}</dc:title><dc:subject>{escape(report.made)}</dc:subject>"
        f"<dc:language>{escape(report.language)}</dc:language></office:meta></office:document-meta>\n"
    )


def manifest() -> str:
    """The member META-INF/manifest.xml."""
    kind = "application/vnd.oasis.opendocument.text"
    members = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml"/>\n'
        for name in ("content.xml", "styles.xml", "meta.xml")
    )
    return (
        f'{HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" '
        f'manifest:version="1.3">\n<manifest:file-entry manifest:full-path="/" manifest:version="1.3" '
        f'manifest:media-type="{kind}"/>\n{members}</manifest:manifest>\n'
    )


def _defaults(language: str) -> str:
    western = (languages_of(language).western or "en-US").partition("-")
    return (
        '<style:default-style style:family="paragraph"><style:paragraph-properties fo:line-height="130%" '
        'fo:orphans="2" fo:widows="2" style:writing-mode="lr-tb"/>'
        f'<style:text-properties {_FACES} fo:font-size="10.5pt" style:font-size-asian="10.5pt" '
        f'style:font-size-complex="10.5pt" fo:language="{western[0]}" fo:country="{western[2]}" '
        'style:language-asian="zh" style:country-asian="CN" style:language-complex="ar" '
        'style:country-complex="SA"/></style:default-style>\n'
        '<style:style style:name="Standard" style:family="paragraph" style:class="text">'
        '<style:paragraph-properties fo:margin-top="0cm" fo:margin-bottom="0.15cm"/></style:style>\n'
        '<style:default-style style:family="table"><style:table-properties table:border-model="collapsing"/>'
        "</style:default-style>\n"
    )


def _named(name: str, title: str, paragraph: str, words: str) -> str:
    return (
        f'<style:style style:name="{name}" style:display-name="{title}" style:family="paragraph" '
        f'style:parent-style-name="Standard"><style:paragraph-properties {paragraph}/>'
        f"<style:text-properties {words}{_for_all(words)}/></style:style>\n"
    )


def _heading(level: int) -> str:
    size = f'fo:font-size="{_HEADINGS[level]}"'
    bold = 'fo:font-weight="bold" style:font-weight-asian="bold" style:font-weight-complex="bold"'
    return (
        f'<style:style style:name="Heading_20_{level}" style:display-name="Heading {level}" style:family="paragraph" '
        f'style:parent-style-name="Standard" style:default-outline-level="{level}" style:class="text">'
        '<style:paragraph-properties fo:margin-top="0.5cm" fo:margin-bottom="0.15cm" fo:keep-with-next="always"/>'
        f"<style:text-properties {size}{_for_all(size)} {bold}/></style:style>\n"
    )


def _for_all(words: str) -> str:
    """A size for the other two groups of scripts, too."""
    size = words.split('fo:font-size="')[1].split('"')[0]
    return f' style:font-size-asian="{size}" style:font-size-complex="{size}"'


def _master(report: Report) -> str:
    head = escape(f"{report.title} · {report.made}")
    return (
        '<style:master-page style:name="Standard" style:page-layout-name="Page">'
        f'<style:header><text:p text:style-name="Quiet">{head}</text:p></style:header>'
        '<style:footer><text:p text:style-name="Quiet"><text:page-number text:select-page="current">1'
        "</text:page-number> / <text:page-count>1</text:page-count></text:p></style:footer></style:master-page>\n"
    )
