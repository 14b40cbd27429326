"""Numbers and dates as a sheet shows them: 0.65 under 0% is 65%, 45352 under yyyy"年"m"月" is 2024年3月."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from operator import eq, ge, gt, le, lt, ne

# ECMA-376 part 1, 18.8.30, with the forms of its Chinese list; 14 and 22 as a Chinese desktop shows them.
BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00",
    14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM",
    20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm", 27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"',
    30: "m-d-yy", 31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"', 36: 'yyyy"年"m"月"',
    37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00", 45: "mm:ss",
    46: "[h]:mm:ss", 48: "##0.0E+0", 49: "@", 50: 'yyyy"年"m"月"', 51: 'm"月"d"日"', 52: 'yyyy"年"m"月"',
    53: 'm"月"d"日"', 54: 'm"月"d"日"', 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}  # fmt: skip
TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|[\\!](?P<escaped>.)|_(?P<gap>.)|\*(?P<fill>.)|\[\$(?P<money>[^\]-]*)[^\]]*\]'
    r"|(?P<elapsed>\[[hms]+\])|\[[^\]]*\]"
    r"|(?P<general>General|G/通用格式)|(?P<half>AM/PM|A/P|上午/下午)"
    r"|(?P<power>E[+-])|(?P<date>y+|m+|d+|h+|s+|e+|aaa+)|(?P<digit>[0#?])|(?P<point>\.)|(?P<comma>,)"
    r"|(?P<percent>%)|(?P<text>@)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]")
COMPARED = {"<": lt, "<=": le, ">": gt, ">=": ge, "=": eq, "<>": ne}
LITERAL = frozenset({"quoted", "escaped", "money", "other"})
WEEKDAYS = "一二三四五六日"
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
NOON = 12

Tokens = tuple[tuple[str, str], ...]


def shown(value: float, code: str, *, from_1904: bool = False) -> str:
    """Write a number as its format code does; plainly where the code is General or beyond this reading."""
    section = _section(code, value)
    tokens = _tokens(section)
    kinds = {kind for kind, _ in tokens}
    if kinds & {"date", "elapsed"}:
        return _moment(value, tokens, from_1904)
    if "digit" not in kinds or kinds & {"power", "general"} or "/" in section:
        return plain(value) if kinds & {"digit", "text"} or not kinds & LITERAL else _around(plain(value), tokens)
    signed = value if code.count(";") == 0 or section == _sections(code)[0] else abs(value)
    return _number(signed, tokens)


def plain(value: float) -> str:
    """Write a number as typed: at most fifteen digits, no exponent, no idle zeros."""
    text = f"{Decimal(f'{value:.15g}'):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


@lru_cache(maxsize=512)
def _tokens(section: str) -> Tokens:
    return tuple((match.lastgroup, match[match.lastgroup]) for match in TOKEN.finditer(section) if match.lastgroup)


@lru_cache(maxsize=512)
def _sections(code: str) -> tuple[str, ...]:
    """Cut a code at its semicolons, save those in quotes, brackets or behind a stroke."""
    return tuple(re.findall(r'((?:"[^"]*"|\[[^\]]*\]|[\\!_*].|[^;])*)(?:;|$)', code, re.DOTALL))[: code.count(";") + 1]


def _section(code: str, value: float) -> str:
    sections = _sections(code)
    if CONDITION.search(code):  # [>=0.7]"▲"0%;"▼"0%
        return next((section for section in sections if _holds(section, value)), sections[-1])
    if value < 0 and len(sections) > 1 and sections[1]:
        return sections[1]
    if value == 0 and len(sections) > 2 and sections[2]:
        return sections[2]
    return sections[0]


def _holds(section: str, value: float) -> bool:
    condition = CONDITION.search(section)
    return condition is None or COMPARED[condition[1]](value, float(condition[2]))


def _around(number: str, tokens: Tokens) -> str:
    return "".join(number if kind == "general" else text for kind, text in tokens if kind in LITERAL | {"general"})


# --- numbers ------------------------------------------------------------------------------------


def _number(value: float, tokens: Tokens) -> str:
    kinds = [kind for kind, _ in tokens]
    point = kinds.index("point") if "point" in kinds else len(kinds)
    last = max(index for index, kind in enumerate(kinds) if kind == "digit")
    thousands = sum(1 for kind in kinds[min(last, point - 1) + 1 :] if kind == "comma")
    grouped = any(kind == "comma" for kind in kinds[: min(last, point)])
    exact = Decimal(repr(value)).scaleb(2 * kinds.count("percent") - 3 * thousands)
    places = kinds[point:].count("digit")
    exact = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    whole, _, decimals = f"{abs(exact):f}".partition(".")
    sign = "-" if exact < 0 else ""
    return sign + _whole(whole, tokens[:point], grouped) + _decimals(decimals, tokens[point:])


def _whole(digits: str, tokens: Tokens, grouped: bool) -> str:
    """Fill the places before the point from the right; literals between them stay where they are."""
    pieces: list[str] = []
    left = digits if digits != "0" else ""
    places = sum(1 for kind, _ in tokens if kind == "digit")
    written = 0
    for kind, text in reversed(tokens):
        if kind == "digit":
            places -= 1
            take = left if places == 0 else left[-1:]
            left = "" if places == 0 else left[:-1]
            for digit in reversed(take or ("0" if text == "0" else "")):
                pieces.append("," if grouped and written and written % 3 == 0 else "")
                pieces.append(digit)
                written += 1
        else:
            pieces.append(_literal(kind, text))
    return "".join(reversed(pieces))


def _decimals(digits: str, tokens: Tokens) -> str:
    idle = "".join(text for kind, text in tokens if kind == "digit")
    kept = digits
    while kept and kept[-1] == "0" and idle[len(kept) - 1] == "#":
        kept = kept[:-1]
    pieces: list[str] = []
    place = 0
    for kind, text in tokens:
        if kind == "digit":
            pieces.append(kept[place : place + 1])
            place += 1
        else:
            pieces.append("." if kind == "point" and kept else _literal(kind, text))
    return "".join(pieces)


def _literal(kind: str, text: str) -> str:
    return text if kind in LITERAL else "%" if kind == "percent" else ""


# --- dates and times ----------------------------------------------------------------------------


def _moment(value: float, tokens: Tokens, from_1904: bool) -> str:
    start = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 30)
    try:
        moment = start + timedelta(seconds=round(value * 86400))
    except OverflowError:
        return plain(value)
    afternoon = any(kind == "half" for kind, _ in tokens)
    return "".join(
        _date_part(text, moment, _minutes(tokens, index), afternoon) if kind == "date"
        else str(int(value * {"h": 24, "m": 1440, "s": 86400}[text[1].lower()])) if kind == "elapsed"
        else _half(text, moment) if kind == "half"
        else text if kind in LITERAL or kind in ("point", "comma") else ""
        for index, (kind, text) in enumerate(tokens)
    )  # fmt: skip


def _minutes(tokens: Tokens, index: int) -> bool:
    """Tell minutes from months: m after hours or before seconds."""
    dates = [(at, text[-2].lower() if kind == "elapsed" else text[0].lower()) for at, (kind, text) in enumerate(tokens)
             if kind in ("date", "elapsed")]  # fmt: skip
    position = [at for at, _ in dates].index(index)
    before = dates[position - 1][1] if position else ""
    after = dates[position + 1][1] if position + 1 < len(dates) else ""
    return before == "h" or after == "s"


def _date_part(token: str, moment: datetime, minutes: bool, afternoon: bool) -> str:
    letter, width = token[0].lower(), len(token)
    if letter == "m" and not minutes and width > 2:
        return MONTHS[moment.month - 1] if width == 3 else f"{moment:%B}"
    if letter == "d" and width > 2:
        return f"{moment:%a}" if width == 3 else f"{moment:%A}"
    if letter == "a":
        return ("星期" if width > 3 else "") + WEEKDAYS[moment.weekday()]
    hour = moment.hour % NOON or NOON if afternoon else moment.hour
    number = {
        "y": moment.year if width > 2 else moment.year % 100,
        "e": moment.year,
        "m": moment.minute if minutes else moment.month,
        "d": moment.day,
        "h": hour,
        "s": moment.second,
    }.get(letter, moment.year)
    return f"{number:0{min(width, 2)}d}" if letter != "y" or width <= 2 else f"{number:04d}"


def _half(text: str, moment: datetime) -> str:
    before, after = text.split("/")
    return before if moment.hour < NOON else after
