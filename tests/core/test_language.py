"""The language of an article, the same every time, and never an exception."""

import random
import subprocess
import sys
import time
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator import resources
from annotator.core.clean import article_text, find_furniture
from annotator.core.identity import new_id
from annotator.core.language import UNKNOWN, LanguageGuess, detect, language_mark, language_name, warm_up
from annotator.core.records import DocumentSummary
from tests.core import language_texts as texts

SAMPLES = {"harga-beras.txt": "id", "harbour-bridge.txt": "en", "miah.txt": "ar", "kawamachi.txt": "ja"}


@pytest.mark.parametrize(("name", "language"), SAMPLES.items())
def test_the_samples(name: str, language: str) -> None:
    text = resources.path("sample_articles", name).read_text("utf-8")
    guess = detect(article_text(text, find_furniture(text)))
    assert guess.language == language
    assert guess.confidence is not None
    assert 0.9 < guess.confidence <= 1


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("市長否認倉庫已空，並承諾公布檢查結果。", "zh"),
        ("市长否认仓库已空，并承诺公布检查结果。", "zh"),
        ("市長は倉庫が空だという主張を否定した。", "ja"),
        ("시장은 창고가 비어 있다는 주장을 부인했다.", "ko"),
        ("महापौर ने इस आरोप से इनकार किया कि गोदाम खाली है और जाँच का वादा किया।", "hi"),
        ("Der Bürgermeister bestritt gestern, dass das Lager der Stadt leer sei.", "de"),
        ("Мэр отрицает, что городской склад пуст, и обещает опубликовать проверку.", "ru"),
    ],
)
def test_one_sentence_is_enough(text: str, language: str) -> None:
    assert detect(text).language == language


@pytest.mark.parametrize("text", ["", " \n", "(3/7)", "10", "— … !?", "PRESIDEN", "ok", "😀👩🏽‍🚒", "\x00", "𐌀𐌁𐌂" * 20])
def test_too_little_to_tell_is_unknown(text: str) -> None:
    assert detect(text) == LanguageGuess(UNKNOWN, None)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120))
def test_no_text_is_an_error(text: str) -> None:
    guess = detect(text)
    assert guess.language
    assert (guess.confidence is None) == (guess.language == UNKNOWN)


def test_the_answer_is_the_same_every_time_whatever_the_random_seed() -> None:
    text = "Den gamle by ved havet har ikke set en vinter som denne i mange år."
    guesses = set()
    for seed in range(8):
        random.seed(seed)
        guesses.add(detect(text))
    assert len(guesses) == 1


@pytest.mark.parametrize("language", texts.BY_LANGUAGE)
def test_relatives_are_told_apart(language: str) -> None:
    guess = detect(texts.BY_LANGUAGE[language])
    assert guess.language == language
    assert guess.confidence is not None
    assert guess.confidence > 0.9
    assert guess.also_in == ()


def test_serbian_may_be_in_latin_letters() -> None:
    assert detect(texts.SERBIAN_LATIN).language == "sr"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("ნავსადგურის უფროსმა უარყო ბრალდება.", "ka"),
        ("Նավահանգստի պետը հերքեց մեղադրանքը։", "hy"),
        ("Ο δήμαρχος διέψευσε ότι η αποθήκη είναι άδεια.", "el"),
        ("ראש העיר הכחישה שהמחסן ריק.", "he"),
        ("นายกเทศมนตรีปฏิเสธว่าโกดังว่างเปล่า", "th"),
        ("ເຈົ້າເມືອງປະຕິເສດ", "lo"),
        ("கிடங்கு காலியாக இல்லை என்று மேயர் மறுத்தார்.", "ta"),
        ("గిడ్డంగి ఖాళీగా లేదని మేయర్ చెప్పారు.", "te"),
        ("ಗೋದಾಮು ಖಾಲಿಯಾಗಿಲ್ಲ ಎಂದು ಮೇಯರ್ ಹೇಳಿದರು.", "kn"),
        ("ഗോഡൗൺ കാലിയല്ലെന്ന് മേയർ പറഞ്ഞു.", "ml"),
        ("ગોદામ ખાલી નથી એમ મેયરે કહ્યું.", "gu"),
        ("ਗੋਦਾਮ ਖਾਲੀ ਨਹੀਂ ਹੈ, ਮੇਅਰ ਨੇ ਕਿਹਾ।", "pa"),
        ("গুদাম খালি নয় বলে মেয়র জানিয়েছেন।", "bn"),
        ("မြို့တော်ဝန်က ဂိုဒေါင် အလွတ်မဟုတ်ဟု ငြင်းဆိုသည်။", "my"),
        ("អភិបាលក្រុងបានបដិសេធ។", "km"),
        ("ከንቲባዋ መጋዘኑ ባዶ አይደለም አሉ።", "am"),
    ],
)
def test_letters_of_its_own_decide_at_once(text: str, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.core.language._langdetect", lambda _: pytest.fail("not needed"))
    assert detect(text) == LanguageGuess(language, 1.0)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("ከንቲባዋ መጋዘኑ ባዶ ነው የሚል ክስ እና ወሬ አስተባበሉ። ፖሊስ መጋዘኑን ከጎርፉ በኋላ አይቷል።", "am"),
        ("ከንቲባ እቲ መኽዘን ባዶ እዩ ዝብል ክሲ ነጺጋ። ፖሊስ ድማ ኣብ መኽዘን ናይ ሩዝ ምርመራ ኣካይዱ።", "ti"),
        ("ראש העיר הכחישה את הטענה כי המחסן של העיר ריק. היא אמרה שזה לא נכון.", "he"),
        ("דער בירגערמײַסטער האָט געזאָגט אַז דער מאַגאַזין פון דער שטאָט איז ניט ליידיק און די פּאָליציי איז דאָרטן.", "yi"),
        ("মেয়র এই অভিযোগ অস্বীকার করেছেন এবং বলেছেন যে গুদাম খালি নয়। পুলিশ বন্যার পর গুদাম থেকে তথ্য নিয়েছে।", "bn"),
        ("মেয়ৰে এই অভিযোগ নস্যাৎ কৰি কৈছে যে গুদামটো খালী নহয় আৰু আৰক্ষীয়ে বানপানীৰ পাছত তদন্ত কৰিছে।", "as"),
    ],
)
def test_who_share_their_letters_are_told_by_their_words(text: str, language: str) -> None:
    guess = detect(text)
    assert (guess.language, guess.also_in) == (language, ())


def test_ideographs_without_kana_are_the_surer_chinese_the_more_there_are() -> None:
    headline, story = detect("東京都知事選挙"), detect(texts.CHINESE)
    assert headline.language == story.language == "zh"
    assert headline.confidence is not None
    assert story.confidence is not None
    assert headline.confidence < 0.9 < story.confidence


def test_a_short_text_is_not_a_sure_thing() -> None:
    guess = detect("Harga Beras Naik di Sungai Merah")
    assert guess.confidence is not None
    assert guess.confidence < 0.9


def test_it_is_surer_of_more_text() -> None:
    first = texts.INDONESIAN.split(". ")[0]
    assert (detect(first).confidence or 0) < (detect(texts.INDONESIAN).confidence or 0)


def test_the_words_overrule_langdetect_and_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    names = "Santos Reyes Cruz Garcia Mendoza Torres Flores Ramos Castillo Rivera Aquino Bautista Villanueva Fernandez"
    text = f"{texts.TAGALOG[:120]} {names} {names} {names}"
    agreed = detect(text)
    monkeypatch.setattr("annotator.core.language._langdetect", lambda _: "fi")
    overruled = detect(text)
    assert agreed.language == overruled.language == "tl"
    assert (overruled.confidence or 0) < (agreed.confidence or 0)


def test_a_language_of_which_nothing_is_known_is_unknown() -> None:
    text = "Vorrun pelka dosmir tavilko grunda hesmar, oktelli brandur simvako wertul pondrak. Melkuri vasto drimel "
    assert detect(text * 4) == LanguageGuess(UNKNOWN, None)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("id", "en"), ("en", "id"), ("id", "jv"), ("zh", "en"), ("en", "zh"), ("ar", "en"), ("ru", "uk"), ("es", "pt"),
        ("ja", "en"), ("hi", "en"), ("ur", "en"), ("ar", "id"),
    ],
)  # fmt: skip
def test_an_article_in_two_languages_is_mixed(first: str, second: str) -> None:
    guess = detect(f"{texts.BY_LANGUAGE[first]}\n\n{texts.BY_LANGUAGE[second]}")
    assert {guess.language, *guess.also_in} == {first, second}
    assert guess.confidence is not None


def test_the_language_of_most_of_the_text_comes_first() -> None:
    text = f"{texts.ENGLISH}\n{texts.INDONESIAN}\n{texts.INDONESIAN}"
    guess = detect(text)
    assert (guess.language, guess.also_in) == ("id", ("en",))


def test_a_quotation_a_name_or_a_menu_makes_no_article_mixed() -> None:
    quotation = "“We have never had an empty store in this city, and we will not have one now,” kata Ana Lim."
    menu = "Home\nWorld News\nRead more about the city and its people\n"
    text = f"{menu}{texts.INDONESIAN}\n{quotation}\n{texts.INDONESIAN}"
    guess = detect(text)
    assert (guess.language, guess.also_in) == ("id", ())


def test_letters_may_come_in_pieces() -> None:
    text = "Giá gạo tại thành phố đã tăng trong tuần này và người dân cho biết họ không còn mua được như trước."
    assert detect(unicodedata.normalize("NFD", text)) == detect(text)
    assert detect(text).language == "vi"


@pytest.mark.parametrize(
    "text", ["a" * 300_000, "a b " * 100_000, "." * 300_000, " \n" * 150_000, texts.CHINESE * 4000, texts.HINDI * 1500]
)
def test_a_long_text_takes_a_moment(text: str) -> None:
    warm_up()
    start = time.process_time()
    detect(text)
    assert time.process_time() - start < 3


def test_many_threads_may_ask_at_once() -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: warm_up(), range(8)))
        assert {
            guess.language for guess in pool.map(detect, ["The mayor denied that the warehouse was empty."] * 16)
        } == {"en"}


def test_langdetect_is_loaded_late() -> None:
    program = "import sys, annotator.core.language; print('langdetect' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


def test_languages_have_names_for_people() -> None:
    assert language_name("id") == "Bahasa Indonesia"
    assert language_name("ja") == "日本語"
    assert language_name("pl") == "Polski"
    assert language_name(UNKNOWN) == "Unknown"
    assert language_name("qq") == "qq"


def test_a_long_run_of_combining_marks_takes_no_time() -> None:
    # Composed in one piece, this would take a minute and more.
    assert detect("a" + "\u0301\u0323" * 200_000).language


def test_the_language_is_marked_when_it_is_not_sure_or_not_the_only_one() -> None:
    document = DocumentSummary(new_id(), "t", "", "", "id", 0.99, datetime.now(UTC), 9)
    assert language_mark(document) == "id"
    assert language_mark(replace(document, language_confidence=0.7)) == "id?"
    assert language_mark(replace(document, also_in=("en",))) == "id + en"
    assert language_mark(replace(document, language_confidence=None)) == "id"
    assert language_mark(replace(document, language="")) == ""
