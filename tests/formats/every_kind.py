"""One good file of every kind that is read, by the ending that it ought to have."""

import gzip

from tests.formats import outlook_files, workbooks
from tests.formats.hostile_files import PARAGRAPH, SENTENCE, mail, mhtml, page, pdf_page, rtf, warc
from tests.formats.office_files import docx, drawn, epub, flat_odt, odt, stream, word_paragraph, zipped
from tests.formats.wires import news_item, news_message, nitf

_FEED = f"<rss version='2.0'><channel><title>Coast</title><item><title>Bridge</title><description>{SENTENCE * 9}"

KINDS: dict[str, bytes] = {
    ".txt": SENTENCE.encode(),
    ".html": page(PARAGRAPH),
    ".mhtml": mhtml(b"--b\r\nContent-Type: text/html\r\n\r\n" + page(PARAGRAPH) + b"\r\n--b--\r\n"),
    ".md": f"# Bridge\n\n{SENTENCE}".encode(),
    ".pdf": pdf_page(stream(b"BT /F1 11 Tf 50 700 Td (%s) Tj ET\n" % drawn(SENTENCE))),
    ".docx": docx(word_paragraph(SENTENCE)),
    ".odt": odt(f"<text:p>{SENTENCE}</text:p>"),
    ".fodt": flat_odt(f"<text:p>{SENTENCE}</text:p>"),
    ".rtf": rtf(SENTENCE.encode()),
    ".epub": epub({"a.xhtml": f"<html><body>{PARAGRAPH}</body></html>"}),
    ".eml": mail(SENTENCE.encode(), b"text/plain"),
    ".mbox": b"From a Thu Jul  3 10:00:00 2025\n" + mail(SENTENCE.encode(), b"text/plain"),
    ".msg": outlook_files.compound_file(outlook_files.message()),
    ".srt": b"1\n00:00:01,000 --> 00:00:02,000\n" + SENTENCE.encode() + b"\n",
    ".vtt": b"WEBVTT\n\n00:01.000 --> 00:02.000\n" + SENTENCE.encode() + b"\n",
    ".rss": f"{_FEED}</description></item></channel></rss>".encode(),
    ".xml": news_message(news_item()),
    ".nitf": nitf().encode(),
    ".ninjs": b'{"uri":"urn:coast:1","type":"text","headline":"Bridge","body_text":"%s"}' % SENTENCE.encode(),
    ".csv": f"title,text\nBridge,{SENTENCE}\n".encode(),
    ".xlsx": workbooks.xlsx({"a": [["title", "text"], ["Bridge", SENTENCE * 3]]}),
    ".xls": workbooks.xls([["title", "text"], ["Bridge", SENTENCE[:90]]]),
    ".ods": workbooks.ods(workbooks.ods_row("title", "text") + workbooks.ods_row("Bridge", SENTENCE * 3)),
    ".json": b'[{"title":"Bridge","text":"%s"}]' % SENTENCE.encode(),
    ".jsonl": b'{"title":"Bridge","text":"%s"}\n' % SENTENCE.encode() * 2,
    ".warc": warc(page(PARAGRAPH)),
    ".zip": zipped({"a.txt": SENTENCE}),
    ".gz": gzip.compress(SENTENCE.encode()),
}
