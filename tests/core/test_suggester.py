"""Quotations proposed for editors: direct, indirect and mixed, in twelve languages."""

import re
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.quote_report import Report
from annotator.core.spans import Span
from annotator.core.suggester import confidence_of, quote_suggestions, suggest_direct_quotes, suggest_quotes
from annotator.core.suggestion import Suggestion

# In the texts, [ ] stand around what is proposed, < > around the source and { } around the cue.


def read(marked: str) -> tuple[str, list[Span], Span | None, Span | None]:
    """The text, and what its signs stand around."""
    text = ""
    places: dict[str, list[int]] = {sign: [] for sign in "[]<>{}"}
    for piece in re.split(r"([\[\]<>{}])", marked):
        if piece in places:
            places[piece].append(len(text))
        else:
            text += piece
    segments = [Span(*each) for each in zip(places["["], places["]"], strict=True)]
    source = Span(places["<"][0], places[">"][0]) if places["<"] else None
    cue = Span(places["{"][0], places["}"][0]) if places["{"] else None
    return text, segments, source, cue


def proposed(text: str, language: str) -> Suggestion:
    found = quote_suggestions(text, language)
    assert len(found) == 1
    return found[0]


CASES = [
    (
        "id",
        "direct",
        "after",
        "[“Kami akan menutup jalan itu besok,”] {kata} <Wali Kota Rina Hadi>, Senin. Warga menolak.",
    ),
    ("id", "indirect", "source", "{Menurut} <Budi>, [harga beras sudah naik dua kali]."),
    ("id", "indirect", "that", "<Budi> {mengatakan} [bahwa harga beras sudah naik]."),
    ("id", "indirect", "clause", "<Ia> {mengklaim} [harga turun dua persen]."),
    ("id", "indirect", "clause", "<Budi> {menjelaskan}, [harga beras sudah naik]."),
    ("en", "direct", "after", "[“We will close the road,”] {said} <Mayor Ann Hill>. [“It is not safe.”] Nobody came."),
    ("en", "direct", "after", "[“We will close it,”] <she> {said}, [“by the summer.”]"),
    ("en", "indirect", "that", "<The ministry> {said} [that prices would rise]."),
    ("en", "indirect", "that", "<The court> {ruled} [that the road was safe]."),
    ("en", "indirect", "that", "<The ministry> {said} on Friday [that prices would rise]."),
    ("en", "indirect", "clause", "<Lim>, a driver, {said} [he saw nothing]."),
    ("en", "indirect", "clause", "<She> {told} reporters [the road was closed]."),
    ("en", "indirect", "source", "{According to} <police>, [the driver fled]."),
    ("en", "indirect", "source", "[The driver fled], {according to} <police>."),
    ("en", "indirect", "after", "[The driver had fled the scene], <police> {said}."),
    ("en", "indirect", "object", "[The plan] was {criticised} by <the unions>."),
    ("en", "indirect", "noun", "There was a {claim} [that roads were unsafe]."),
    ("en", "indirect", "noun", "<The mayor’s> {claim} [that roads were unsafe]."),
    ("en", "mixed", "object", "<He> {called} [the plan “reckless and stupid”]."),
    ("en", "mixed", "that", "<He> {said} [that the plan was “reckless” and would fail]."),
    ("en", "direct", "colon", "<The report> {says}: [“No bridge is safe.”]"),
    ("de", "indirect", "clause", "<Die Ministerin> {sagte}, [die Preise seien gestiegen]."),
    ("de", "indirect", "that", "<Die Ministerin> {sagte} am Montag, [dass die Preise gestiegen sind]."),
    ("de", "direct", "after", "[„Wir schließen die Straße“], {sagte} <Bürgermeisterin Anna Hügel>."),
    ("de", "indirect", "source", "{Nach} <Angaben der Polizei> [ist der Fahrer geflohen]."),
    ("de", "indirect", "source", "{Laut} <Polizei> [floh der Fahrer zu Fuß]."),
    ("de", "indirect", "source", "<Der Polizei> {zufolge} [floh der Fahrer zu Fuß]."),
    ("de", "indirect", "source", "[Der Fahrer ist geflohen], {so} <die Polizei>."),
    ("de", "indirect", "source", "Wie <die Polizei> {mitteilte}, [floh der Fahrer zu Fuß]."),
    ("de", "indirect", "mood", "[Er {habe} nichts gesehen]."),
    ("fr", "direct", "after", "[« Nous fermerons la route »], a {déclaré} <la maire Anne Collin>."),
    ("fr", "indirect", "source", "{Selon} <la police>, [le conducteur a pris la fuite]."),
    ("fr", "indirect", "that", "<La ministre> a {affirmé} [que les prix allaient monter]."),
    ("fr", "indirect", "that", "<La ministre> a {affirmé} [qu’ils allaient monter]."),
    ("fr", "indirect", "after", "[Le conducteur], {dit-il}, [a pris la fuite]."),
    ("es", "direct", "after", "[«Vamos a cerrar la carretera»], {dijo} <la alcaldesa Ana Cuesta>."),
    ("es", "indirect", "source", "{Según} <la policía>, [el conductor huyó]."),
    ("es", "indirect", "that", "<La ministra> {aseguró} [que los precios subirán]."),
    ("pt", "direct", "after", "[“Vamos fechar a estrada”], {disse} <a prefeita Ana Monte>."),
    ("pt", "indirect", "source", "{Segundo} <a polícia>, [o motorista fugiu]."),
    ("pt", "indirect", "that", "<A ministra> {afirmou} [que os preços vão subir]."),
    ("it", "direct", "after", "[«Chiuderemo la strada»], ha {detto} <la sindaca Anna Colle>."),
    ("it", "indirect", "source", "{Secondo} <la polizia>, [il conducente è fuggito]."),
    ("it", "indirect", "that", "<La ministra> ha {affermato} [che i prezzi saliranno]."),
    ("ru", "direct", "after", "[«Мы закроем дорогу»], — {сказала} <мэр Анна Холмова>."),
    ("ru", "indirect", "source", "{По словам} <полиции>, [водитель скрылся]."),
    ("ru", "indirect", "that", "<Министр> {заявила}, [что цены вырастут]."),
    ("uk", "direct", "after", "[«Ми закриємо дорогу»], — {сказала} <мерка Ганна Пагорб>."),
    ("uk", "indirect", "source", "{За словами} <поліції>, [водій утік]."),
    ("uk", "indirect", "that", "<Міністерка> {заявила}, [що ціни зростуть]."),
    ("ar", "indirect", "that", "{قالت} <الوزيرة> [إن الأسعار سترتفع]."),
    ("ar", "direct", "colon", "{وقال} <المتحدث>: [«سنغلق الطريق غدا»]."),
    ("ar", "indirect", "source", "{وفقا} <للشرطة>، [فر السائق من المكان]."),
    ("zh", "direct", "colon", "<市长李华>{说}：[“我们将关闭这条路。”]"),
    ("zh", "indirect", "clause", "<警方>{表示}，[司机已经逃走]。"),
    ("zh", "indirect", "clause", "<警方>{称}，[12人死亡]。"),
    ("zh", "indirect", "clause", "<他>{说}[司机已经逃走]。"),
    ("zh", "indirect", "source", "{据}<警方通报>，[司机已经逃走]。"),
    ("hi", "indirect", "that", "<मंत्री> ने {कहा} [कि दाम बढ़ेंगे]।"),
    ("hi", "direct", "marks", "[“हम सड़क बंद करेंगे,”] <महापौर रीना> ने {कहा}।"),
    ("hi", "indirect", "source", "<पुलिस> {के अनुसार}, [चालक भाग गया]।"),
    ("sv", "direct", "after", "[”Vi stänger vägen i morgon, den är farlig”], {sade} <borgmästaren>."),
    ("sv", "direct", "after", "[– Vi stänger vägen. Den är farlig], {säger} <borgmästare Per Ek>."),
    ("sv", "direct", "after", "[– Vem stänger vägen?] {frågade} <hon>."),
    ("no", "direct", "after", "[- Vi stenger veien], {sier} <Kari Berg>. – [Den er farlig.]"),
    ("no", "direct", "after", "[– Vi stenger veien], {sa} <ordføreren>. Den er farlig om vinteren."),
    ("no", "direct", "dash", "[– Vi stenger veien i morgen.]"),
    ("da", "direct", "after", "[– Vi lukker vejen], {siger} <Ole Lund>."),
    ("es", "direct", "after", "[—Cerramos la carretera] —{dijo} <Ana Ruiz>—. [Es peligrosa.]"),
    ("es", "direct", "after", "[– Cerramos la carretera] – {dijo} <Ana Ruiz> –, [pero abrirá pronto.]"),
    ("es", "direct", "after", "[—¿Quién cerró la carretera?] —{preguntó} <la jueza>."),
    ("fr", "direct", "after", "[— Nous fermons la route], a {déclaré} <Anne Petit>. Elle est fermée."),
    ("fr", "direct", "after", "[– Qui ferme la route ?] {demanda} <le juge>."),
    ("pl", "direct", "after", "[– Zamykamy drogę] – {powiedziała} <Anna Lis>. – [Jest niebezpieczna.]"),
    ("pl", "direct", "after", "[— Zamykamy drogę], {mówi} <minister>."),
    ("ru", "direct", "after", "[— Мы закроем дорогу], — {сказала} <мэр>. — [Она опасна.]"),
    ("ru", "direct", "after", "[— Кто закроет дорогу?] — {спросил} <судья>."),
    ("it", "direct", "after", "[– Chiudiamo la strada], ha {detto} <Anna Rossi>."),
    ("pt", "direct", "after", "[— Vamos fechar a estrada] — {disse} <Ana Silva>."),
    ("nl", "direct", "after", "[– We sluiten de weg], {zei} <Anna de Vries>."),
    ("fi", "direct", "after", "[– Suljemme tien], {sanoo} <Anna Lehto>."),
]


@pytest.mark.parametrize(("language", "quote_type", "reason", "marked"), CASES)
def test_what_is_reported_by_whom_and_why(language: str, quote_type: str, reason: str, marked: str) -> None:
    text, segments, source, cue = read(marked)
    found = proposed(text, language)
    assert [text[slice(*each)] for each in found.segments] == [text[slice(*each)] for each in segments]
    assert list(found.segments) == segments
    assert (found.source, found.cue) == (source, cue)
    assert (found.attributes["quote_type"], found.reason) == (quote_type, reason)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The “terrorists” were children."),
        ("en", "They watched “The Long Way Home” twice."),
        ("en", "The United States and the Washington Post are far away."),
        ("en", "The board of the “Bank of the North” met and left by train."),
        ("de", "Sie lasen den Roman „Der lange Weg nach Hause zurück“."),
        ("de", "Das Schiff „Morgenstern“ legte ab."),
        ("id", "Acara bertajuk “Jalan panjang untuk pulang ke rumah” digelar di aula."),
        ("sv", "Boken ”Den långa vägen” kom ut."),
        ("ja", "日曜日に「さくら」が咲いた。"),
        ("xx", ""),
    ],
)
def test_titles_names_and_words_at_a_distance_are_no_quotations(language: str, text: str) -> None:
    assert suggest_quotes(text, language) == []


def test_marks_glued_to_the_wrong_word_are_paired_by_the_verb_after_them() -> None:
    first, second = "” Kami menunggu izin dulu, ”", "” Kalau begitu kami pulang saja, ”"
    text = f"Jalan itu masih ditutup.{first}ujarnya. Warga tetap datang ke sana.{second}kata Budi."
    assert [text[start:end] for ((start, end),) in suggest_quotes(text, "id")] == [
        first.removesuffix(" "),
        second.removesuffix(" "),
    ]


def test_where_editors_tag_marks_alone_reported_speech_is_proposed_but_not_counted_as_likely() -> None:
    text = (
        "Budi mengatakan bahwa jalan ditutup. Rina menyatakan bahwa warga “tidak pernah setuju dengan itu” sejak awal."
    )
    assert [one.attributes["quote_type"] for one in quote_suggestions(text, "id")] == ["indirect", "mixed"]
    assert [text[start:end] for ((start, end),) in suggest_quotes(text, "id")] == ["“tidak pernah setuju dengan itu”"]


def test_a_quotation_over_paragraphs_is_one() -> None:
    text = "Hill said: “The road is old.\n\n“It is not safe.”\n\nNobody came."
    found = proposed(text, "en")
    assert [text[slice(*each)] for each in found.segments] == ["“The road is old.", "“It is not safe.”"]
    assert found.attributes["quote_type"] == "direct"


def test_in_another_paragraph_a_quotation_without_a_verb_is_one_of_its_own() -> None:
    text = "“The road is old,” Hill said.\n\n“It has never been safe for anyone.”"
    assert len(quote_suggestions(text, "en")) == 2


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Hügel nannte den Plan „verrückt“."),
        ("fr", "La maire a qualifié le plan de « ridicule »."),
        ("es", "La alcaldesa calificó el plan de «ridículo»."),
    ],
)
def test_a_single_word_in_marks_is_a_quotation_where_somebody_calls_a_thing_so(language: str, text: str) -> None:
    assert len(suggest_quotes(text, language)) == 1
    assert (
        suggest_quotes(text.replace("nannte", "las").replace("qualifié", "lu").replace("calificó", "vio"), language)
        == []
    )


def test_direct_quotes_are_also_those_within_a_longer_report() -> None:
    text = "Die Ministerin sagte, die Lage sei „sehr ernst“."
    assert [text[start:end] for ((start, end),) in suggest_direct_quotes(text, "de")] == ["„sehr ernst“"]
    assert [text[start:end] for ((start, end),) in suggest_quotes(text, "de")] == ["die Lage sei „sehr ernst“"]


def test_the_evidence_is_the_cue_and_the_marks() -> None:
    text = "“It is not safe,” said Lim."
    found = proposed(text, "en")
    assert [text[slice(*each)] for each in found.evidence] == ["“", "”", "said"]
    assert found.suggester == "cues"
    assert found.label == "quote"


@pytest.mark.parametrize(
    ("language", "text", "negated"),
    [
        ("en", "He did not say that he would go.", "yes"),
        ("en", "He said that he would not go.", None),
        ("de", "Er sagte nicht, dass er geht.", "yes"),
        ("id", "Ia tidak mengatakan bahwa ia pergi.", "yes"),
        ("fr", "Il n’a pas dit que la route fermait.", "yes"),
        ("ru", "Он не сказал, что уйдёт.", "yes"),
    ],
)
def test_what_the_article_says_was_not_said_is_marked_so(language: str, text: str, negated: str | None) -> None:
    assert proposed(text, language).attributes.get("negated_report") == negated


def test_what_a_verb_in_the_middle_says_of_the_sentence_is_less_sure_than_marks() -> None:
    assert confidence_of(Report((Span(0, 3),), "summary")) < 0.7
    assert confidence_of(Report((Span(0, 3),), "after", quote_type="direct")) > 0.9


_PIECES = [
    "“", "”", '"', "‘", "’", "«", "»", "„", "said", "that", "she", "sagte", "dass", "laut", "nach Angaben", "so",
    "kata", "说", "据", "а", "कहा", "कि", "قال", "according to", ", ", ". ", ": ", "; ", " — ", "(", ")", "\n", "\n\n",
    " ", "’s", "I", "Lim", "12:30", "\u0301", "\U0001f600", "İ", "ß", "dit-il", "qu’", "sei", "called",
]  # fmt: skip
_pieces = st.lists(st.sampled_from(_PIECES), max_size=50)
_hostile = st.text(max_size=60) | _pieces.map("".join) | _pieces.map(" ".join)
_codes = st.sampled_from(["id", "en", "de", "fr", "ru", "ar", "zh", "hi", "xx"])


@given(_hostile, _codes)
def test_any_text_gives_segments_in_order_inside_it(text: str, language: str) -> None:
    for one in quote_suggestions(text, language):
        assert one.segments
        for start, end in one.segments:
            assert 0 <= start < end <= len(text)
        ends = [0, *(end for _, end in one.segments)]
        assert all(before <= start for before, (start, _) in zip(ends, one.segments, strict=False))
        for place in (*one.evidence, *filter(None, (one.source, one.cue))):
            assert 0 <= place.start_char < place.end_char <= len(text)
    stretches = sorted(segment for one in quote_suggestions(text, language) for segment in one.segments)
    assert all(first.end_char <= second.start_char for first, second in pairwise(stretches))
    assert all(one for one in suggest_direct_quotes(text, language))


@pytest.mark.parametrize(
    "piece",
    [
        "“a ",
        "said ",
        "he said, ",
        "laut ",
        '"a, ',
        ", “Q,” said",
        "a”b, ",
        "said: “",
        "— “a, ”said ",
        "“A,” she said. “B.” ",
    ],
)
@pytest.mark.parametrize("language", ["en", "de"])
def test_time_grows_with_the_length_of_the_text_alone(piece: str, language: str) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        taken = []
        for _ in range(3):  # other work on the machine may slow one of them
            before = time.process_time()
            suggest_quotes(text, language)
            taken.append(time.process_time() - before)
        return min(taken)

    seconds(1000)
    assert seconds(16_000) < 20 * (seconds(4_000) + 0.005)


def test_a_list_of_quotations_keeps_to_what_is_tagged_and_editors_are_proposed_all_of_it() -> None:
    text = (
        "“Harga beras naik dua kali lipat,” kata Rina Wati (34), pedagang di Pasar Baru. "
        "“Kami rugi setiap hari di pasar itu,” ujar Rina. “Stok kami masih cukup,” kata Menteri Budi Santoso."
    )
    listed = [text[start:end] for segments in suggest_quotes(text, "id") for start, end in segments]
    assert [words.strip("“”,") for words in listed] == ["Stok kami masih cukup"]
    assert len(quote_suggestions(text, "id")) == 3


def test_what_a_dash_opens_has_no_other_mark() -> None:
    text = "– Vi stenger veien, sier Kari Berg. – Den er farlig."
    (found,) = quote_suggestions(text, "no")
    assert [text[slice(*each)] for each in found.evidence] == ["–", "sier"]
