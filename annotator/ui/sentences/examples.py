"""A quotation of three sentences, to show how it would be cut."""

from typing import NamedTuple

from annotator.core.segmenter import split_sentences

_TEXTS = {
    "ar": "«الجسر ليس جاهزًا بعد. ننتظر وصول الإسمنت. سنواصل العمل الشهر المقبل»، قال رئيس البلدية.",
    "de": "„Die Brücke ist nicht fertig. Wir warten auf Zement. Im Mai geht es weiter“, sagte die Bürgermeisterin.",
    "es": "«El puente no está listo. Esperamos el cemento. El mes que viene seguimos», dijo la alcaldesa.",
    "fr": "« Le pont n’est pas prêt. Nous attendons le ciment. Le mois prochain, nous continuons », a dit la maire.",
    "hi": "“पुल अभी तैयार नहीं है। हम सीमेंट का इंतज़ार कर रहे हैं। अगले महीने काम फिर शुरू होगा,” महापौर ने कहा।",
    "id": "“Jembatan itu belum selesai. Kami masih menunggu semen. Bulan depan kami mulai lagi,” kata Wali Kota.",
    "en": "“The bridge is not ready. We are waiting for cement. Next month we go on,” the mayor said.",
    "ja": "「橋はまだできていません。セメントを待っています。来月また始めます」と市長は話した。",
    "ru": "«Мост ещё не готов. Мы ждём цемент. В следующем месяце продолжим», — сказал мэр.",
    "zh": "“桥还没有修好。我们在等水泥。下个月继续施工。”市长说。",
}
_ELSE = "en"


class Example(NamedTuple):
    """The language the example is in, and its sentences."""

    language: str
    sentences: tuple[str, ...]


def has_example(language: str) -> bool:
    """True where there is an example in this language."""
    return language in _TEXTS


def example(language: str, quotes: str) -> Example:
    """The example in this language, else in English, with quotations "whole" or "split"."""
    language = language if language in _TEXTS else _ELSE
    text = _TEXTS[language]
    return Example(language, tuple(text[a:b].strip() for a, b in split_sentences(text, language, quotes)))
