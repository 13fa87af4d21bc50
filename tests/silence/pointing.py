"""Files that point to hosts in every way their formats have; “URL” stands for the host's address."""

import json

_TEXT = "The mayor denied on Monday that the bridge had been closed because of the flood. " * 8
_PAGE = f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "URL/dtd"><html manifest="URL/m"><head>
<base href="URL/">
<link rel="stylesheet" href="URL/c.css"><link rel="amphtml" href="URL/amp"><link rel="canonical" href="URL/canonical">
<meta http-equiv="refresh" content="0; url=URL/refresh"><script src="URL/s.js"></script></head><body><article>
<h1>The bridge</h1><p>{_TEXT}</p><img src="URL/i.png"><iframe src="URL/f"></iframe>
<a rel="next" href="URL/2">Next page</a>
</article></body></html>"""
_ENTITY = '<?xml version="1.0"?><?xml-stylesheet href="URL/x"?>'
_ENTITY += '<!DOCTYPE {0} SYSTEM "URL/{0}.dtd" [<!ENTITY e SYSTEM "URL/e">]>'
_RSS = f"""<rss version="2.0"><channel><title>Wire</title><link>URL/</link><image><url>URL/i.png</url></image><item>
<title>The bridge</title><link>URL/1</link><enclosure url="URL/a.mp3"/>
<description>{_PAGE.replace("<", "&lt;")}</description>
</item></channel></rss>"""
_NITF = f"<nitf><body><body.head><hedline><hl1>The bridge &e;</hl1></hedline></body.head><body.content><p>{_TEXT}</p>"
_NITF += '<media media-type="image"><media-reference source="URL/i"/></media></body.content></body></nitf>'
_NEWSML = f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xsi:schemaLocation="http://iptc.org/std/nar/2006-10-01/ URL/schema.xsd" guid="a"><catalogRef href="URL/catalog"/>
<contentSet><remoteContent href="URL/remote"/><inlineXML contenttype="application/xhtml+xml">
{_PAGE.partition(">")[2]}</inlineXML>
</contentSet></newsItem>"""
_MAIL = f"""Subject: The bridge\nFrom: a@b.test\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n
--x\nContent-Type: text/html\n\n{_PAGE}
--x\nContent-Type: message/external-body; access-type=URL;\n URL="URL/body"\n\n\n--x--
"""
_RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "_rels/.rels": _RELATIONS.format(
        f'<Relationship Id="a" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    ),
    "word/_rels/document.xml.rels": _RELATIONS.format(
        f'<Relationship Id="t" Type="{_OFFICE}/attachedTemplate" Target="URL/template.dotm" TargetMode="External"/>'
        f'<Relationship Id="i" Type="{_OFFICE}/image" Target="URL/i.png" TargetMode="External"/>'
    ),
    "word/document.xml": '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    f'xmlns:r="{_OFFICE}"><w:body><w:p><w:r><w:t>{_TEXT}</w:t></w:r></w:p>'
    '<w:p><w:r><w:drawing><a:blip r:link="i"/></w:drawing></w:r></w:p></w:body></w:document>',
}
_OPEN = {
    "mimetype": "application/vnd.oasis.opendocument.text",
    "content.xml": '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:xlink="http://www.w3.org/1999/xlink">'
    f'<office:body><office:text><text:p>{_TEXT}</text:p><text:section xlink:href="URL/section"/></office:text>'
    "</office:body></office:document-content>",
}
_EPUB = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="a.opf"/></rootfiles></container>',
    "a.opf": '<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="a" href="a.html" '
    'media-type="application/xhtml+xml"/><item id="b" href="URL/b.html" media-type="application/xhtml+xml"/></manifest>'
    '<spine><itemref idref="a"/><itemref idref="b"/></spine></package>',
    "a.html": _PAGE,
}
FILES: dict[str, str | dict[str, str]] = {
    "page.html": _PAGE,
    "entity.xhtml": _ENTITY.format("html") + _PAGE.partition(">")[2],
    "page.md": f"# The bridge\n\n![i](URL/i.png) [a](URL/a)\n\n{_TEXT}\n\n<img src='URL/j.png'>",
    "feed.rss": _RSS,
    "entity.rss": _ENTITY.format("rss") + _RSS,
    "wire.xml": _NITF.replace("&e;", ""),
    "entity.xml": _ENTITY.format("nitf") + _NITF,
    "dtd.xml": '<!DOCTYPE nitf SYSTEM "URL/nitf.dtd">' + _NITF.replace("&e;", ""),
    "newsml.xml": _NEWSML,
    "wire.json": json.dumps(
        {"uri": "URL/1", "headline": "H", "body_xhtml": _PAGE, "renditions": {"a": {"href": "URL/i"}}}
    ),
    "mail.eml": _MAIL,
    "box.mbox": f"From a@b.test Mon Jul  7 10:00:00 2025\n{_MAIL}",
    "page.mht": _MAIL.replace("multipart/mixed", "multipart/related"),
    "text.rtf": r"{\rtf1 \field{\*\fldinst INCLUDEPICTURE URL/i.png}{\*\template URL/t.dot} " + _TEXT + "}",
    "talk.vtt": f"WEBVTT\n\nSTYLE\n@import url(URL/c.css);\n\n00:01.000 --> 00:02.000\n<v Ana>{_TEXT}\n",
    "table.csv": f'title,text,url\nThe bridge,"{_TEXT}",URL/1\n',
    "word.docx": _WORD,
    "entity.docx": _WORD | {"word/document.xml": _ENTITY.format("w") + _WORD["word/document.xml"]},
    "open.odt": _OPEN,
    "book.epub": _EPUB,
    "pages.zip": {"page.html": _PAGE, "feed.rss": _RSS},
}
