"""The numbers that spaCy has for strings: MurmurHash64A of their UTF-8, or a low number for the words it is made of."""

from functools import lru_cache

_SEED, _MULTIPLIER, _SHIFT, _ALL = 1, 0xC6A4A7935BD1E995, 47, (1 << 64) - 1
# What spaCy 3 calls things itself, in its order; a text may have the same words in it (“number”, “mark”, “TIME”).
_FIRST = (
    "IS_ALPHA IS_ASCII IS_DIGIT IS_LOWER IS_PUNCT IS_SPACE IS_TITLE IS_UPPER LIKE_URL LIKE_NUM LIKE_EMAIL IS_STOP "
    "IS_OOV_DEPRECATED IS_BRACKET IS_QUOTE IS_LEFT_PUNCT IS_RIGHT_PUNCT IS_CURRENCY"
)
_FROM_64 = (
    "ID ORTH LOWER NORM SHAPE PREFIX SUFFIX LENGTH CLUSTER LEMMA POS TAG DEP ENT_IOB ENT_TYPE HEAD SENT_START SPACY "
    "PROB LANG ADJ ADP ADV AUX CONJ CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X EOL SPACE"
)
_FROM_380 = (
    "PERSON NORP FACILITY ORG GPE LOC PRODUCT EVENT WORK_OF_ART LANGUAGE LAW DATE TIME PERCENT MONEY QUANTITY ORDINAL "
    "CARDINAL acomp advcl advmod agent amod appos attr aux auxpass cc ccomp complm conj cop csubj csubjpass dep det "
    "dobj expl hmod hyph infmod intj iobj mark meta neg nmod nn npadvmod nsubj nsubjpass num number oprd obj obl "
    "parataxis partmod pcomp pobj poss possessive preconj prep prt punct quantmod relcl rcmod root xcomp acl "
    "ENT_KB_ID MORPH ENT_ID IDX _"
)
_PARTS = ((1, _FIRST), (64, _FROM_64), (380, _FROM_380))
_OWN = {word: number for first, words in _PARTS for number, word in enumerate(words.split(), first)}
_OWN |= {"": 0, **{f"FLAG{number}": number for number in range(19, 64)}}
_OWN |= {f"DEPRECATED{number - 103:03}": number for number in range(104, 380)}


@lru_cache(maxsize=100_000)
def string_id(words: str) -> int:
    """The number of a string: 64 bits without a sign."""
    own = _OWN.get(words)
    return _murmur(words.encode("utf-8", "surrogatepass")) if own is None else own


def _murmur(content: bytes) -> int:
    """MurmurHash64A by Austin Appleby, who has given it to the public."""
    found = (_SEED ^ (len(content) * _MULTIPLIER)) & _ALL
    whole = len(content) & ~7
    for at in range(0, whole, 8):
        part = int.from_bytes(content[at : at + 8], "little") * _MULTIPLIER & _ALL
        part = (part ^ (part >> _SHIFT)) * _MULTIPLIER & _ALL
        found = (found ^ part) * _MULTIPLIER & _ALL
    if whole < len(content):
        found = (found ^ int.from_bytes(content[whole:], "little")) * _MULTIPLIER & _ALL
    found = (found ^ (found >> _SHIFT)) * _MULTIPLIER & _ALL
    return found ^ (found >> _SHIFT)
