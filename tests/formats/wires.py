"""One story as agencies send it, in each of their forms."""

NAMESPACE = "http://iptc.org/std/nar/2006-10-01/"
NITF_STORY = """<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/" xml:lang="en-GB"><head><title>Slug</title>
<docdata management-status="{status}"><date.issue norm="20250704T213500+0700"/><date.release norm="{release}"/>
<doc.copyright holder="Coast Agency"/><ed-msg info="Adds quote."/></docdata></head>
<body><body.head><hedline><hl1>Mayor denies closing bridge</hl1><hl2>County silent</hl2></hedline>
<byline>By <person>Ada Brook</person> <byttl>Staff</byttl></byline></body.head>
<body.content><p>The mayor of Sandhaven <em>denied</em> it.</p>
<media><media-caption>A bridge.</media-caption></media>
<p>“I was never there,” she said.</p></body.content></body></nitf>"""
STORY = (
    "Mayor denies closing bridge\n\nCounty silent\n\nThe mayor of Sandhaven denied it."
    "\n\n“I was never there,” she said."
)


def nitf(status: str = "usable", release: str = "20250704T213500+0700") -> str:
    """The story in NITF."""
    return NITF_STORY.format(status=status, release=release)


XHTML = (
    '<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title>'
    "</head><body><p>The mayor of Sandhaven denied it.</p>"
    "<p>“I was never there,” she said.</p></body></html></inlineXML>"
)


def news_item(
    content: str = XHTML,
    meta: str = "",
    headline: str = "Mayor denies closing bridge",
    kind: str = "text",
    number: int = 1,
) -> str:
    """A news item of NewsML-G2."""
    return f"""<newsItem xmlns="{NAMESPACE}" guid="urn:newsml:coast.example:{number}" version="2" xml:lang="en-GB">
<rightsInfo><usageTerms>No archive.</usageTerms></rightsInfo>
<itemMeta><itemClass qcode="ninat:{kind or "text"}"/><provider qcode="nprov:COAST"><name>Coast Agency</name></provider>
<versionCreated>2025-07-04T22:00:00+07:00</versionCreated>{meta}<edNote>Adds quote.</edNote></itemMeta>
<contentMeta><contentCreated>2025-07-04T21:35:00+07:00</contentCreated><creator><name>Ada Brook</name></creator>
<language tag="en-GB"/>
<headline role="hld:subhead">County silent</headline><headline>{headline}</headline></contentMeta>
<contentSet>{content}</contentSet></newsItem>"""


def news_message(*items: str) -> bytes:
    """A message with items of any kind."""
    return f'<newsMessage xmlns="{NAMESPACE}"><header/><itemSet>{"".join(items)}</itemSet></newsMessage>'.encode()
