"""Every file format there is, in the order in which menus show them; a new one is named here."""

from annotator.formats.base import Format
from annotator.formats.csv_articles import CsvArticles
from annotator.formats.csv_table import CsvTable
from annotator.formats.docx import Docx
from annotator.formats.email_message import EmailMessage
from annotator.formats.epub import Epub
from annotator.formats.feed import Feed
from annotator.formats.gzip_file import GzipFile
from annotator.formats.json_articles import JsonArticles
from annotator.formats.jsonl import JsonLines
from annotator.formats.markdown import Markdown
from annotator.formats.mbox import Mbox
from annotator.formats.mhtml import SavedPage
from annotator.formats.newsml import NewsMl
from annotator.formats.ninjs import Ninjs
from annotator.formats.nitf import Nitf
from annotator.formats.odt import Odt
from annotator.formats.outlook import OutlookMessage
from annotator.formats.pdf import Pdf
from annotator.formats.plain_text import PlainText
from annotator.formats.rtf import Rtf
from annotator.formats.spreadsheet import Spreadsheet
from annotator.formats.subtitles import Subtitles
from annotator.formats.warc import Warc
from annotator.formats.web_page import WebPage
from annotator.formats.zip_archive import ZipArchive

FORMATS: tuple[Format, ...] = (
    PlainText(),
    WebPage(),
    SavedPage(),
    Markdown(),
    Pdf(),
    Docx(),
    Odt(),
    Rtf(),
    Epub(),
    EmailMessage(),
    Mbox(),
    OutlookMessage(),
    Subtitles(),
    Feed(),
    NewsMl(),
    Ninjs(),
    Nitf(),
    CsvArticles(),
    Spreadsheet(),
    JsonArticles(),
    JsonLines(),
    CsvTable(),
    Warc(),
    ZipArchive(),
    GzipFile(),
)
