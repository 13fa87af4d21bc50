"""Every file format there is, in the order in which menus show them; a new one is named here."""

from annotator.formats.attribution import Attribution
from annotator.formats.base import Format
from annotator.formats.brat_folder import Brat
from annotator.formats.claim_review import ClaimReviews
from annotator.formats.claim_sheet import ClaimSheet
from annotator.formats.conll import Bilou, Conll2003, Iob2
from annotator.formats.csv_articles import CsvArticles
from annotator.formats.csv_table import CsvTable
from annotator.formats.dataset import Dataset
from annotator.formats.docbin import DocBin
from annotator.formats.doccano import Doccano
from annotator.formats.doccano_relations import DoccanoRelations
from annotator.formats.docx import Docx
from annotator.formats.email_message import EmailMessage
from annotator.formats.epub import Epub
from annotator.formats.feed import Feed
from annotator.formats.gzip_file import GzipFile
from annotator.formats.json_articles import JsonArticles
from annotator.formats.jsonl import JsonLines
from annotator.formats.label_studio import LabelStudio
from annotator.formats.markdown import Markdown
from annotator.formats.mbox import Mbox
from annotator.formats.mhtml import SavedPage
from annotator.formats.newsml import NewsMl
from annotator.formats.ninjs import Ninjs
from annotator.formats.nitf import Nitf
from annotator.formats.odt import Odt
from annotator.formats.outlook import OutlookMessage
from annotator.formats.parquet import Parquet
from annotator.formats.pdf import Pdf
from annotator.formats.plain_text import PlainText
from annotator.formats.prodigy import Prodigy
from annotator.formats.quote_sheet import QuoteSheet
from annotator.formats.refi_codebook import RefiCodebook
from annotator.formats.refi_qda import RefiQda
from annotator.formats.rtf import Rtf
from annotator.formats.spreadsheet import Spreadsheet
from annotator.formats.subtitles import Subtitles
from annotator.formats.tsv_table import TsvTable
from annotator.formats.uima_json import UimaJson
from annotator.formats.uima_xmi import UimaXmi
from annotator.formats.w3c import WebAnnotations
from annotator.formats.warc import Warc
from annotator.formats.web_page import WebPage
from annotator.formats.webanno_tsv import WebannoTsv
from annotator.formats.xlsx_table import XlsxTable
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
    TsvTable(),
    XlsxTable(),
    QuoteSheet(),
    ClaimSheet(),
    ClaimReviews(),
    Doccano(),
    Attribution(),
    DoccanoRelations(),
    LabelStudio(),
    Prodigy(),
    WebAnnotations(),
    Brat(),
    WebannoTsv(),
    Conll2003(),
    Iob2(),
    Bilou(),
    DocBin(),
    UimaXmi(),
    UimaJson(),
    RefiQda(),
    RefiCodebook(),
    Dataset(),
    Parquet(),
    Warc(),
    ZipArchive(),
    GzipFile(),
)
