"""The language of an article, the same every time, and never an exception."""

import random
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator import resources
from annotator.core.clean import article_text, find_furniture
from annotator.core.language import UNKNOWN, LanguageGuess, detect, language_name, warm_up

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


def test_only_the_beginning_counts() -> None:
    english = resources.path("sample_articles", "harbour-bridge.txt").read_text("utf-8")
    german = "Der Bürgermeister bestritt gestern, dass das Lager der Stadt leer sei. " * 90
    assert detect(english + german).language == "en"


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
