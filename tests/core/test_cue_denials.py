"""Denials are found by the words that deny, in twelve languages, and what only looks like one is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.cue_denials import find_denials
from annotator.core.cue_sentences import cue_sentences
from annotator.core.spans import Span
from annotator.core.suggestion import Suggestion


def denials(text: str, language: str, said: str = "", by: str = "") -> list[Suggestion]:
    """What is found; `said` are words that are reported, `by` who said them."""
    quotes = []
    if said:
        start, who = text.index(said), text.index(by)
        quotes = [Suggestion("quote", (Span(start, start + len(said)),), "cues", "marks", (), Span(who, who + len(by)))]
    return find_denials(text, language, cue_sentences(text, language, quotes))


def found(text: str, language: str) -> list[str]:
    return [one.label for one in denials(text, language)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Menteri itu membantah tuduhan korupsi."),
        ("id", "Kabar pengunduran diri itu ditepis juru bicara."),
        ("id", "Ia menolak tudingan itu."),
        ("en", "The two men, who deny the charges, will appear on Monday."),
        ("en", "The minister rejected the allegations as baseless."),
        ("en", "He pleaded not guilty and denied everything."),
        ("en", "Minister denies graft"),
        ("en", "The claims were denied by the company."),
        ("de", "Der Minister bestritt die Vorwürfe."),
        ("de", "Er wies die Vorwürfe am Montag zurück."),
        ("de", "Sie streitet alles ab."),
        ("fr", "Le ministre a démenti ces informations."),
        ("fr", "Elle a rejeté les accusations."),
        ("es", "El ministro negó las acusaciones."),
        ("pt", "O senador negou as acusações."),
        ("it", "Il sindaco ha smentito le voci."),
        ("it", "Ha respinto le accuse."),
        ("ru", "Министр опроверг слухи."),
        ("uk", "Міністр спростував чутки."),
        ("ar", "ونفى الوزير الاتهامات."),
        ("ar", "رفض الوزير هذه الاتهامات."),
        ("zh", "发言人否认指控。"),
        ("hi", "मंत्री ने आरोपों का खंडन किया।"),
        ("hi", "उन्होंने आरोपों से इनकार किया।"),
    ],
)
def test_verbs_that_deny(language: str, text: str) -> None:
    (denial,) = denials(text, language)
    assert denial.label == "denial"
    assert denial.attributes["denial_form"] == "verb"
    assert denial.suggester == "cues"
    assert denial.reason == "denies"
    assert denial.segments == (Span(0, len(text)),)
    assert denial.cue in denial.evidence


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Polisi tidak menampik adanya korban."),
        ("id", "Perusahaan belum membantah laporan tersebut."),
        ("en", "The company did not deny the report."),
        ("en", "The firm neither confirmed nor denied the claim."),
        ("en", "She didn’t immediately deny it."),
        ("en", "He refused to confirm or deny the figures."),
        ("de", "Der Sprecher bestritt das nicht."),
        ("de", "Er wies den Vorwurf nicht zurück."),
        ("fr", "Elle n’a pas nié les faits."),
        ("es", "La empresa no desmintió el informe."),
        ("pt", "Ele não negou o encontro."),
        ("it", "La società non ha smentito la notizia."),
        ("ru", "Он не отрицал встречу."),
        ("uk", "Він не заперечував зустріч."),
        ("ar", "لم ينف المتحدث التقرير."),
        ("zh", "公司未予否认。"),
        ("hi", "कंपनी ने रिपोर्ट का खंडन नहीं किया।"),
    ],
)
def test_what_is_not_denied_is_a_claim(language: str, text: str) -> None:
    (claim,) = denials(text, language)
    assert claim.label == "claim"
    assert claim.attributes == {"reply_status": "not_denied"}
    assert claim.reason == "not denied"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Juru bicara menolak berkomentar."),
        ("id", "Bupati menolak mundur."),
        ("id", "Perusahaan itu menolak klaim asuransi warga."),
        ("en", "He declined to comment."),
        ("en", "He refused to resign."),
        ("en", "Parliament rejected the bill."),
        ("en", "He was denied entry to the country."),
        ("en", "The court denied his request for bail."),
        ("en", "He denied her the chance to speak."),
        ("en", "It was not the first time, nor the last."),
        ("de", "Der Rat wies den Antrag zurück."),
        ("de", "Sie bestritt ihr erstes Länderspiel."),
        ("de", "Der Beschluss widerspricht dem Grundgesetz."),
        ("de", "Er leugnete den Holocaust."),
        ("en", "Insurers rejected claims worth 3 million euros."),
        ("en", "The charges were dismissed by the judge."),
        ("id", "Sulit dibantah bahwa ia hebat."),
        ("es", "La jueza le negó el permiso."),
        ("es", "El entrenador negó con la cabeza."),
        ("it", "Il giudice gli ha negato la libertà."),
        ("hi", "उन्होंने पद छोड़ने से इनकार किया।"),
        ("de", "Er wollte sich nicht äußern."),
        ("fr", "Le Sénat a rejeté le texte."),
        ("es", "El presidente se negó a dimitir."),
        ("es", "El Congreso rechazó la ley."),
        ("pt", "O juiz negou o pedido de liberdade."),
        ("it", "Il Senato ha respinto la mozione."),
        ("ru", "Дума отклонила законопроект."),
        ("ru", "Результат теста отрицательный."),
        ("uk", "Рада відхилила законопроєкт."),
        ("ar", "رفض المتحدث التعليق."),
        ("zh", "发言人拒绝置评。"),
        ("zh", "不可否认，价格上涨了。"),
        ("hi", "प्रवक्ता ने टिप्पणी करने से इनकार किया।"),
        ("mt", "He denied it."),  # a language of which nothing is known
    ],
)
def test_refusals_of_actions_are_no_denials(language: str, text: str) -> None:
    assert found(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "said", "by", "form", "target"),
    [
        ("en", "“The report is a hoax,” police said.", "“The report is a hoax,”", "police", "dismissal", "explicit"),
        ("id", "“Kabar itu hoaks,” kata juru bicara.", "“Kabar itu hoaks,”", "juru bicara", "dismissal", "explicit"),
        ("en", "“I never said that,” he said.", "“I never said that,”", "he", "negation", "pronoun"),
        ("id", "“Itu tidak benar,” kata Sri.", "“Itu tidak benar,”", "Sri", "negation", "pronoun"),
        ("de", "„Das stimmt nicht“, sagte Lim.", "„Das stimmt nicht“", "Lim", "negation", "pronoun"),
        ("fr", "« C’est faux », a dit Lim.", "« C’est faux »", "Lim", "negation", "explicit"),
    ],
)  # fmt: skip
def test_statements_deny_when_somebody_makes_them(
    language: str, text: str, said: str, by: str, form: str, target: str
) -> None:
    (denial,) = denials(text, language, said, by)
    assert denial.attributes == {"denial_form": form, "target_in_text": target}
    assert denial.source
    assert text[slice(*denial.source)] == by
    assert denial.cue is None
    assert 0.4 < denial.confidence < 0.8
    assert found(text.replace("report", "paper").replace("Kabar", "Buku"), language) == []  # nobody says so


def test_one_figure_against_another_denies_a_part() -> None:
    text = "“It was not 12 but 8 dead,” she said."
    (denial,) = denials(text, "en", "“It was not 12 but 8 dead,”", "she")
    assert denial.attributes == {
        "denial_form": "counter_claim",
        "target_in_text": "explicit",
        "denial_scope": "partial",
    }
    assert denials("“Not only here but there,” she said.", "en", "“Not only here but there,”", "she") == []


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("id", "“Bukan 12 orang, melainkan 8 yang meninggal,”"),
        ("de", "„Es waren nicht 12, sondern 8 Tote“"),
        ("fr", "« Ce n'étaient pas 12 mais 8 morts »"),
        ("es", "«No fueron 12, sino 8 los muertos»"),
        ("pt", "“Não foram 12, mas 8 mortos”"),
        ("it", "«Non erano 12 ma 8 i morti»"),
        ("ru", "«Погибли не 12, а 8 человек»"),
        ("uk", "«Загинули не 12, а 8 людей»"),
        ("zh", "“不是12人，而是8人死亡。”"),
    ],
)
def test_a_comma_may_stand_between_one_figure_and_the_other(language: str, said: str) -> None:
    (denial,) = denials(f"{said} Lim", language, said, "Lim")
    assert denial.attributes["denial_form"] == "counter_claim"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "“Not only 12 but 80 people came,”"),
        ("en", "“The team did not win in 12 games, but we were good in 8,”"),
        ("id", "“Bukan hanya 12 orang, tetapi 80 orang yang datang,”"),
        ("de", "„Nicht nur 12, sondern 80 Menschen kamen“"),
        ("es", "“No solo vinieron 12, sino 80 personas”"),
        ("ru", "«Не только 12, а 80 человек пришли»"),
    ],
)
def test_two_figures_that_both_hold_deny_nothing(language: str, said: str) -> None:
    assert denials(f"{said} Lim", language, said, "Lim") == []


@pytest.mark.parametrize(
    ("language", "said", "denies"),
    [
        ("en", "They had received a false report of a bomb,", False),
        ("en", "The spread of false reports must stop,", False),
        ("en", "“These are false claims,”", True),
        ("es", "Fue detenido por denuncia falsa,", False),
        ("es", "“El informe es un bulo”", True),
        ("ru", "«Обвинения ложные»", True),
        ("id", "“Laporan itu hoaks,”", True),
        ("de", "„Der Bericht ist eine Falschmeldung“", True),
    ],
)
def test_who_speaks_of_something_false_does_not_call_it_so(language: str, said: str, denies: bool) -> None:
    assert [one.label for one in denials(f"{said} Lim", language, said, "Lim")] == ["denial"] * denies


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("She denied it.", "pronoun"),
        ("She denied it on Monday.", "pronoun"),
        ("She denied this report.", "explicit"),
        ("She denied that he had ever paid them.", "explicit"),
        ("She denied taking money.", "explicit"),
        ("She denied.", "pronoun"),
    ],
)
def test_what_is_denied_stands_there_or_only_a_pronoun(text: str, target: str) -> None:
    assert denials(text, "en")[0].attributes["target_in_text"] == target


@pytest.mark.parametrize(
    ("language", "text", "source"),
    [
        ("en", "On Monday, the port authority has repeatedly denied the claim.", "the port authority"),
        ("id", "Ia juga membantah tuduhan itu.", "Ia"),
        ("zh", "发言人否认指控。", "发言人"),
        ("en", "He was not there and denied the claim.", None),
        ("en", "The claims were denied by the company.", None),
        ("id", "“Kami pergi,” kata Budi membantah tuduhan.", "Budi"),
        ("ar", "ونفى الوزير الاتهامات.", None),
    ],
)
def test_who_denies_stands_before_the_verb(language: str, text: str, source: str | None) -> None:
    (denial,) = denials(text, language)
    assert (text[slice(*denial.source)] if denial.source else None) == source


def test_what_follows_a_but_is_no_part_of_the_denial() -> None:
    text = "Ia membantah menerima uang, tetapi mengakui pertemuan itu."
    (denial,) = denials(text, "id")
    assert text[slice(*denial.extent)] == "Ia membantah menerima uang"


def test_each_part_of_a_sentence_has_at_most_one() -> None:
    assert found("She denied and refuted it.", "en") == ["denial"]
    assert found("She denied it; he did not deny it.", "en") == ["denial", "claim"]


WORDS = [
    "denied",
    "not",
    "“",
    "”",
    "but",
    ";",
    "the report",
    "hoax",
    "否认",
    "نفى",
    "wies",
    "zurück",
    ".",
    "\n",
    "\u0301",
    "😀",
]


@given(st.lists(st.sampled_from(WORDS), max_size=40), st.sampled_from(["en", "de", "zh", "ar", "hi", "id"]))
def test_any_text_is_read(words: list[str], language: str) -> None:
    text = " ".join(words)
    for one in denials(text, language):
        for start, end in (*one.segments, *one.evidence, *filter(None, [one.source, one.cue])):
            assert 0 <= start < end <= len(text)
