"""Written numerals, Arabic and Chinese, as exact values."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

NUMERALS = "零〇一二两三四五六七八九十百千万亿半"
DIGITS = "零一二三四五六七八九"
ARABIC = r"(?:\d{1,3}(?:,\d{3}){1,4}(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)"
# The 千 of 千瓦 and 千米 belongs to the unit.
CHINESE = r"(?:(?:[零〇一二两三四五六七八九十百万亿]|千(?![瓦米克伏])){1,20}(?:点[零〇一二三四五六七八九]{1,4})?)"
SCALES = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}

TO = "[-~—–至到]"  # between the two ends of a range

_SHAPE = re.compile(CHINESE)
_ARABIC_SHAPE = re.compile(ARABIC)
# 两三 十七八 三四十 两三百: two neighbouring digits are a guess at one place.
_GUESS = re.compile(
    r"([一二两三四五六七八九十百千万]*[十百千万])?([一二两三四五六七八])([二三四五六七八九])([十百千万亿]{0,4})"
)


def scale(word: str) -> Decimal:
    """Give the factor of a scale word: 万 is 10,000, 千万 is 10,000,000, none is 1."""
    return Decimal(10) ** sum(SCALES[letter] for letter in word)


def number(word: str) -> Decimal | None:
    """Give the value of one numeral, None where it is not well formed: 一百二十, 1,200, 十二点五, 百."""
    if _ARABIC_SHAPE.fullmatch(word):
        return Decimal(word.replace(",", ""))
    if not _SHAPE.fullmatch(word):
        return None
    whole, _, decimals = word.partition("点")
    value = _whole(whole)
    if value is None or not decimals:
        return value
    return value + Decimal("0." + "".join(digit(letter) for letter in decimals))


def digit(letter: str) -> str:
    """Give the Arabic digit of one digit, Chinese or Arabic."""
    return letter if letter.isdecimal() else str(DIGITS.index({"〇": "零", "两": "二"}.get(letter, letter)))


def guess(word: str) -> tuple[Decimal, Decimal] | None:
    """Give both ends of a guess in Chinese numerals: 两三 is 2 and 3, 十七八 is 17 and 18, 三四十 is 30 and 40."""
    match = _GUESS.fullmatch(word)
    if match is None:
        return None
    head, low, high, tail = (part or "" for part in match.groups())
    ends = number(head + low + tail), number(head + high + tail)
    if ends[0] is None or ends[1] is None or int(digit(high)) - int(digit(low)) not in (1, 2):
        return None
    return ends[0], ends[1]


@lru_cache(maxsize=4096)
def _whole(word: str) -> Decimal | None:
    """Read an integer in Chinese numerals; a bare scale is one of it (百 is 100)."""
    if all(letter in SCALES for letter in word):
        descending = len(word) == 1 or word in {"百万", "千万", "十万", "十亿", "百亿", "千亿", "万亿"}
        return scale(word) if descending else None
    # Imported late: it costs a tenth of a second, and most tables write Arabic numerals only.
    import cn2an

    try:
        return Decimal(str(cn2an.cn2an(word, "normal")))
    except (ValueError, KeyError):  # both are how it refuses a malformed numeral
        return None
