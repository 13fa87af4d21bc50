"""An article as an editor meets it, made up for this: 25 sentences, and what is to be tagged in them."""

from collections.abc import Sequence
from dataclasses import dataclass

ARTICLE = """Wali Kota Tegaskan Jembatan Kali Bening Aman

Jembatan Kali Bening di pusat kota ditutup sejak Senin pagi.

Wali Kota Rina Hartono menegaskan kepada warga bahwa jembatan itu tidak retak.

"Kami sudah memeriksa semua tiang," kata Rina kepada wartawan.

Penutupan itu membuat lalu lintas macet sampai sore. Banyak pedagang terlambat membuka kios.

Ketua Forum Warga Bambang Sutejo menuduh dinas menerima uang dari kontraktor.

"Ada amplop yang berpindah tangan," ujarnya di depan balai kota.

Kepala Dinas Yohanes Lado membantah tuduhan itu.

"Tidak ada satu rupiah pun," kata Yohanes dalam jumpa pers. Jumpa pers itu berlangsung singkat.

Hujan turun sejak tengah malam. Air sungai naik hampir dua meter.

Jembatan itu dibangun dua belas tahun lalu. Panjangnya delapan puluh meter.

Menurut Lembaga Uji Beton, kadar besi di tiang timur terlalu rendah.

Yohanes menepis isi laporan tersebut. Ia meminta warga bersabar.

Warga berkumpul di tepi sungai. Mereka membawa spanduk dan payung.

Polisi mengatur arus kendaraan. Bus kota dialihkan lewat utara.

Perbaikan menelan biaya tujuh miliar rupiah. Dewan kota akan membahasnya pekan depan.

Rapat itu terbuka untuk umum.
"""

SENTENCES = 25


@dataclass(frozen=True, slots=True)
class Work:
    """What an editor does at one sentence: `before` is the trimming of the stretch, then the label, then the rest.

    A key is written as in the table of commands. `stretch` is what is tagged, whether by hand or by suggestion.
    """

    label: str
    stretch: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


_SHORTER, _LATER = "Ctrl+Shift+Left", "Ctrl+Alt+Shift+Right"
_SOURCE, _LINK = ("S", "Return"), ("L", "Return")

WORK: dict[int, Sequence[Work]] = {
    1: [Work("1", "Jembatan Kali Bening di pusat kota ditutup sejak Senin pagi.")],
    2: [Work("1", "jembatan itu tidak retak.", (_LATER,) * 8, _SOURCE)],
    3: [Work("3", '"Kami sudah memeriksa semua tiang,"', (_SHORTER,) * 5, _SOURCE)],
    6: [Work("1", "dinas menerima uang dari kontraktor.", (_LATER,) * 6, _SOURCE)],
    7: [Work("3", '"Ada amplop yang berpindah tangan,"', (_SHORTER,) * 6)],
    8: [Work("2", "Kepala Dinas Yohanes Lado membantah tuduhan itu.", (), (*_SOURCE, *_LINK))],
    9: [Work("3", '"Tidak ada satu rupiah pun,"', (_SHORTER,) * 6)],
    13: [Work("1", "Jembatan itu dibangun dua belas tahun lalu.")],
    15: [Work("1", "kadar besi di tiang timur terlalu rendah.", (_LATER,) * 5, _SOURCE)],
    16: [Work("2", "Yohanes menepis isi laporan tersebut.", (), _LINK)],
    20: [Work("1", "Polisi mengatur arus kendaraan.")],
    22: [Work("1", "Perbaikan menelan biaya tujuh miliar rupiah.")],
}
