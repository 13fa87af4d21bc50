"""Which column of a table gives what of an article: guessed from its headings and first rows, or chosen by a person."""

import hashlib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from annotator.errors import UnreadableInput

FIELDS = (
    "title",
    "text",
    "outlet",
    "byline",
    "published",
    "url",
    "language",
    "embargo_until",
    "status",
    "source_note",
)
"""What of an ArticleRecord a column can give, in the order in which a person is asked."""

PREVIEW_ROWS = 20

_WORDS = {  # what columns are called, in the languages of newsrooms; letters and digits only
    "title": (
        "title headline heading subject head judul tajuk titre titel überschrift schlagzeile título titular "
        "titulo manchete titolo kop rubrik overskrift otsikko tytuł nagłówek titulek nadpis cím naslov titlu "
        "başlık заголовок название тақырып τίτλος כותרת عنوان العنوان عنوانخبر शीर्षक শিরোনাম தலைப்பு หัวข้อ "
        "พาดหัว tiêuđề 标题 標題 题目 見出し タイトル 제목 kichwa pamagat"
    ),
    "text": (
        "text fulltext articletext articlebody body bodytext content contents contenthtml article story isi "
        "isiberita teks konten naskah berita texte corps contenu artikel artikeltext volltext inhalt texto cuerpo "
        "contenido conteúdo conteudo testo corpo tekst artikeltekst inhoud brödtext innhold teksti treść tresc obsah "
        "szöveg sadržaj besedilo conținut metin içerik текст содержание содержимое зміст мәтін κείμενο טקסט "
        "תוכן نص النص محتوى المحتوى متن पाठ मूलपाठ পাঠ உரை เนื้อหา ข้อความ nộidung 正文 内容 內容 文本 本文 본문 내용 "
        "maandishi nilalaman contentrendered"
    ),
    "outlet": (
        "outlet source publisher publication newspaper media medium site sitename website domain sumber "
        "journal quelle zeitung fuente medio periódico fonte veículo testata giornale bron krant källa kilde "
        "lähde źródło zdroj forrás izvor sursa kaynak источник издание джерело πηγή מקור مصدر المصدر منبع "
        "स्रोत উৎস แหล่งที่มา nguồn 来源 來源 媒体 出典 媒体名 출처 매체 chanzo"
    ),
    "byline": (
        "byline author authors writer reporter by creator penulis pewarta wartawan auteur auteurs signature "
        "autor autorin verfasser autores autora autore firma schrijver författare forfatter kirjoittaja "
        "autorzy autoři szerző avtor yazar muhabir автор авторы συγγραφέας מחבר כותב كاتب الكاتب المؤلف "
        "نویسنده लेखक লেখক நூலாசிரியர் ผู้เขียน tácgiả 作者 记者 記者 著者 筆者 저자 기자 mwandishi mayakda authorname "
        "authorsname"
    ),
    "published": (
        "published publishedat publisheddate publicationdate pubdate pubdatetime date datetime datepublished "
        "publishdate posted postdate time timestamp tanggal tanggalterbit terbit waktu datepublication publié "
        "veröffentlicht datum erschienen erscheinungsdatum fecha publicado data datapubblicazione pubblicato "
        "gepubliceerd publicerad publiceret julkaistu opublikowano datapublikacji publikováno dátum "
        "datapublicării tarih yayıntarihi дата датапубликации опубликовано ημερομηνία תאריך تاريخ التاريخ "
        "تاریخ दिनांक तारीख তারিখ தேதி วันที่ ngày 日期 发布时间 發布時間 公開日 日付 날짜 게시일 tarehe petsa"
    ),
    "url": (
        "url link address webaddress permalink canonicalurl href uri weburl articleurl tautan alamat lien "
        "adresse enlace dirección ligação endereço indirizzo koppeling länk lenke linkki odkaz hivatkozás "
        "povezava legătură bağlantı ссылка адрес посилання σύνδεσμος קישור رابط الرابط لینک लिंक লিঙ্ক "
        "இணைப்பு ลิงก์ liênkết 网址 链接 連結 リンク 주소 링크 kiungo"
    ),
    "language": (
        "language lang languagecode inlanguage locale bahasa langue sprache idioma língua lingua taal språk "
        "sprog kieli język jazyk nyelv jezik limba dil язык мова γλώσσα שפה لغة اللغة زبان भाषा ভাষা மொழி "
        "ภาษา ngônngữ 语言 語言 言語 언어 lugha"
    ),
    "embargo_until": (
        "embargo embargountil embargoeduntil embargoed embargodate releasetime embargojusqu sperrfrist "
        "embargohasta embargoaté embargoend эмбарго حظر エンバーゴ 禁运 엠바고"
    ),
    "status": (
        "status state pubstatus publicationstatus statut estado stato tila stav állapot durum статус "
        "состояние κατάσταση סטטוס حالة الحالة وضعیت स्थिति สถานะ trạngthái 状态 狀態 状態 상태 hali"
    ),
    "source_note": (
        "sourcenote note notes editornote ednote remark remarks comment catatan remarque anmerkung bemerkung "
        "nota notas opmerking anteckning notat huomautus uwaga poznámka megjegyzés opomba notă not примечание "
        "заметка примітка σημείωση הערה ملاحظة یادداشت टिप्पणी নোট குறிப்பு หมายเหตุ ghichú 备注 備註 備考 비고 "
        "maelezo"
    ),
}
_NOT_WORDS = re.compile(r"[\W_]+")
_ALWAYS_SHORT = ("language", "status", "published", "embargo_until")
_SHORT = 80  # letters on average: nothing of these is longer
_LONG = 120  # letters on average: what is as long is a text, not a title or a name
_A_TEXT = 200  # one cell of this length in the first row: it is no row of headings
_WORDS_LOOKED_AT = 6
_SHOWN = 60  # letters of a heading in a sentence
_VERY_WORD, _ONE_OF_ITS_WORDS = 2, 1
# “Source URL” is an address and “article title” a title: of two words, the one of the field that stands first here.
_FIRST_SERVED = (
    "url",
    "language",
    "embargo_until",
    "status",
    "published",
    "byline",
    "title",
    "source_note",
    "outlet",
    "text",
)
# What has one of these words beside a known one is something else: the address of a picture, the text's checksum.
_OF_SOMETHING_ELSE = frozenset(
    {"image", "img", "picture", "photo", "thumbnail", "video", "audio", "avatar", "gambar", "foto", "bild"}
    | {"modified", "updated", "loaded", "crawled", "created", "sha256", "hash", "id", "count", "length", "confidence"}
)


@dataclass(frozen=True, slots=True)
class TablePreview:
    """The beginning of a table, for a person to say which column gives what.

    `rows` are its first ones, as many cells each as there are `headings`. `guess`: field -> heading. `sheets` are
    the names of a workbook's sheets, of which the first with a text in it is shown.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    guess: Mapping[str, str] = field(default_factory=dict)
    sheets: tuple[str, ...] = ()


def distinct(headings: Sequence[str]) -> tuple[str, ...]:
    """The headings as each column is called: one that is blank by its number, one that is there twice counted."""
    named: list[str] = []
    seen: set[str] = set()
    for number, heading in enumerate(headings, 1):
        base = " ".join(heading.split()) or f"Column {number}"
        name, again = base, 1
        while name in seen:
            again += 1
            name = f"{base} ({again})"
        seen.add(name)
        named.append(name)
    return tuple(named)


def is_row_of_headings(row: Sequence[str]) -> bool:
    """False for a first row that is an article already: one of its cells is a whole text."""
    return all(len(cell) <= _A_TEXT for cell in row)


def guess_columns(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> dict[str, str]:
    """Field -> heading, for what can be told: by the headings' words, and the longest texts are the text."""
    claims = sorted(
        (-score, order, at)
        for at, heading in enumerate(headings)
        for order, name in enumerate(_FIRST_SERVED)
        if (score := _likeness(name, heading))
    )
    found: dict[str, str] = {}
    taken: set[str] = set()
    for _score, order, at in claims:
        name, heading = _FIRST_SERVED[order], headings[at]
        if name not in found and heading not in taken:
            found[name] = heading
            taken.add(heading)
    lengths = {heading: _mean_length([row[at] for row in rows if at < len(row)]) for at, heading in enumerate(headings)}
    for name in _ALWAYS_SHORT:
        if lengths.get(found.get(name, ""), 0) > _SHORT:
            del found[name]  # “Inhalt (lang)” is a long text, and no language
    _settle_text(found, lengths)
    return {name: found[name] for name in FIELDS if name in found}


def columns_to_read(
    headings: Sequence[str], rows: Sequence[Sequence[str]], chosen: Mapping[str, str], name: str
) -> dict[str, str]:
    """Field -> heading, as a person chose, else as guessed. Raises UnreadableInput where no column gives the text."""
    called = f"“{name}”" if name else "This table"
    there = set(headings)
    words = ", ".join(f"“{heading[:_SHOWN]}”" for heading in headings[:12])
    if missing := [heading for heading in chosen.values() if heading not in there]:
        raise UnreadableInput(f"{called} has no column “{missing[0]}”; it has {words}.")
    columns = {field_name: heading for field_name, heading in chosen.items() if field_name in FIELDS}
    if not columns:
        columns = guess_columns(headings, rows)
    if "text" not in columns:
        raise UnreadableInput(
            f"{called} has no column that is surely the text; choose which column gives what: {words}."
        )
    return columns


def headings_key(headings: Sequence[str]) -> str:
    """What stands for these headings in the settings, where a choice for them is remembered."""
    return hashlib.sha256("\x1f".join(headings).encode("utf-8", "replace")).hexdigest()[:32]


def _settle_text(found: dict[str, str], lengths: Mapping[str, float]) -> None:
    """The text is the column with the longest cells, unless one that is called so has long ones itself."""
    free = {heading: length for heading, length in lengths.items() if heading not in found.values()}
    longest = max(free, key=lambda heading: free[heading], default=None)
    if longest is None or free[longest] < _LONG:
        return
    named = found.get("text")
    if named is None or (lengths[named] < _LONG and free[longest] > 4 * lengths[named]):
        found["text"] = longest


def _mean_length(cells: Sequence[str]) -> float:
    filled = [len(cell) for cell in cells if cell.strip()]
    return sum(filled) / len(filled) if filled else 0.0


def _likeness(field_name: str, heading: str) -> int:
    """2 when the heading is a word for the field, 1 when one of its words is, 0 otherwise."""
    words = [word for word in _NOT_WORDS.split(_plain(heading)) if word][:_WORDS_LOOKED_AT]
    known = _known_words()[field_name]
    if "".join(words) in known:
        return _VERY_WORD
    if _OF_SOMETHING_ELSE.intersection(words):
        return 0
    return _ONE_OF_ITS_WORDS if any(word in known for word in words) else 0


def _plain(heading: str) -> str:
    # “publishedAt” and “PubDate” are two words each as much as “published_at” is.
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", heading[:120])
    return unicodedata.normalize("NFC", parted).casefold()


_KNOWN: dict[str, frozenset[str]] = {}


def _known_words() -> dict[str, frozenset[str]]:
    if not _KNOWN:
        for name, words in _WORDS.items():
            folded = unicodedata.normalize("NFC", words).casefold().split()
            # Vowel signs are no letters to the expression that parts words, nor here.
            _KNOWN[name] = frozenset("".join(_NOT_WORDS.split(word)) for word in folded)
    return _KNOWN
