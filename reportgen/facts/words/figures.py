"""Figures: the numbers of a text with their unit and bound, told from what only looks like a number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from reportgen.facts.words import numerals
from reportgen.facts.words.phrases import IN_TURN, any_of, longest_of
from reportgen.norms import BoundWords, QuantityNorms
from reportgen.records import Bound
from reportgen.text import Folded

PER = {"百": "%", "千": "‰", "万": "‱"}
PERCENT = frozenset({"%", "‰", "‱"})
NUMBER = rf"(?:{numerals.ARABIC}|{numerals.CHINESE})"
BEHIND_NAMES = r"(?<=[A-Za-z\d]\d)[两二三四五六七八九十]{1,3}"  # K6、K9两条
SCALE = r"(?:[百千]?万亿?|亿|百|千(?![瓦米克伏]))"
QUOTED = (r"“[^“”]{1,20}”", r"「[^「」]{1,20}」", r"《[^《》]{1,40}》", r"\"[^\"]{1,20}\"")
NEGATIVE = re.compile(r"(?<=[幅速率长度为是降增:])-$")
# Names, too, begin with a numeral or shortly before one; elsewhere none of the alternatives need be tried.
NEAR_NUMERAL = rf"(?=[“「《\"\d{numerals.NUMERALS}]|.{{1,3}}?[\d{numerals.NUMERALS}])"
BARE_SCALE = frozenset("百千万亿")
TENTH = r"(?<=[一二三四五六七八九]成)[一二三四五六七八九](?=[,。;、)的]|以[上下]|左右|$)"  # 七成五
TIMES = re.compile(r"[(/]次\)?$")  # 人(次), 人/次
HUNDREDTH = Decimal("0.01")
# 依次到场168、152、139人次: the unit of the last holds for all, where the words say that there are several
BY_TURN = re.compile(rf"(?:{IN_TURN.pattern})[^\d,。;]{{0,10}}(?P<bare>(?:{numerals.ARABIC}、)+)(?={numerals.ARABIC})")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number at `text[start:end]`, before its surroundings are looked at; `top` is the upper end of a range."""

    start: int
    end: int
    value: Decimal
    unit: str
    bound: Bound
    top: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Grammar:
    """The norms' words as patterns; `before` ends where a number begins, with a group for each bound.

    `each` is what may stand between the two (不少于每人每月600元).
    """

    tokens: re.Pattern[str]
    before: re.Pattern[str]
    each: re.Pattern[str]
    after: tuple[tuple[Bound, tuple[str, ...]], ...]
    units: frozenset[str]
    not_units: frozenset[str]
    written: dict[str, str]


def figures(folded: Folded, words: QuantityNorms) -> tuple[list[Figure], list[tuple[int, int]]]:
    """Find the figures of a text, and the stretches that only look like figures: names, dates, ages, codes."""
    found: list[Figure] = []
    named: list[tuple[int, int]] = []
    grammar = _grammar(words)
    for match in grammar.tokens.finditer(folded.text):
        if match["name"] or not _typed_digit(folded, match):
            named.append(match.span())
        elif figure := _figure(match, grammar):
            found.append(figure)
    return _by_turn(folded.text, found, grammar), named


def _by_turn(text: str, found: list[Figure], grammar: Grammar) -> list[Figure]:
    """Give the bare numbers of a list that is told by turn the scale and unit of its last (分别来了520、468、561人)."""
    more: list[Figure] = []
    by_start = {figure.start: figure for figure in found}
    for run in BY_TURN.finditer(text):
        last = by_start.get(run.end())
        digits = re.match(numerals.ARABIC, text[run.end() :])
        if last is None or digits is None or not last.unit:
            continue
        measured = text[run.end() + digits.end() : last.end]  # 万人次
        for bare in re.finditer(numerals.ARABIC, run["bare"]):
            start = run.start("bare") + bare.start()
            whole = grammar.tokens.match(bare[0] + measured)
            if start not in by_start and whole and (figure := _figure(whole, grammar)):
                more.append(replace(figure, start=start, end=start + len(bare[0])))
    return sorted([*found, *more], key=lambda figure: figure.start)


@lru_cache(maxsize=8)
def _grammar(words: QuantityNorms) -> Grammar:
    """Build the pattern that walks a text: names first, so that they are stepped over, then numbers."""
    unit = f"(?:{_any((*words.units, *words.not_units))})"
    after = f"(?:{_any(word for _, kind in _kinds(words.after) for word in kind)})"
    more = _any(words.more)
    tokens = (
        rf"(?P<name>{'|'.join((*QUOTED, *words.names, *_codes(words, unit)))})"
        rf"|(?P<per>[百千万])分之(?P<share>{NUMBER})(?P<share_after>{after})?"
        rf"|(?P<whole>{NUMBER})分之(?P<part>{NUMBER})(?P<part_after>{after})?"
        r"|(?<![\d./])(?P<done>\d{1,6})/(?P<all>\d{1,6})(?![\d./年月日])"
        r"|(?P<half>[过超逾近一大多]半数?|半数)(?![年天月日小径岛成山路价数途])(?P<half_after>以上)?"
        rf"|(?P<vague>[数几上](?=[十百千万]))?(?P<low>(?<![\d.]){NUMBER}|{BEHIND_NAMES}(?={unit}))"
        rf"(?:(?P<low_scale>{SCALE})?{unit}?{numerals.TO}(?P<high>{NUMBER}))?"
        rf"(?P<more>{more})?(?P<scale>{SCALE})?(?P<more_after>{more})?"
        rf"(?P<unit>{unit}(?:\({unit}\))?(?:/(?:月|年|日|天|{unit}))*)?(?P<tenth>{TENTH})?(?P<after>(?:\(含\))?{after})?"
    )
    kinds = any_of(f"(?P<{bound.value}>{_any(kind)})" for bound, kind in _kinds(words.before))
    return Grammar(
        tokens=re.compile(f"{NEAR_NUMERAL}(?:{tokens})"),
        before=re.compile(f"(?:(?P<kept>{_any(words.kept)})|{kinds})$"),
        each=re.compile(f"(?:每(?:{_any(words.per)}))*$"),
        after=tuple(_kinds(words.after)),
        units=frozenset(words.units),
        not_units=frozenset(words.not_units),
        written={other: first for first, *others in words.same_units for other in others},
    )


def _codes(words: QuantityNorms, unit: str) -> tuple[str, ...]:
    """Letters and digits together are a name (K5, 5G, PM2.5), unless a unit follows (AED100台) or is meant (5km)."""
    metric = longest_of(word for word in words.units if word[0].isascii() and word[0].isalpha())
    return (
        r"(?<![A-Za-z])[A-Za-z]-?\d{1,8}(?:[.+]\d{1,8})?",
        rf"[A-Za-z]{{2,8}}-?\d{{1,8}}(?:\.\d{{1,8}})?(?![\d.])(?!{unit})",
        rf"\d{{1,8}}(?:\.\d{{1,8}})?(?!(?:{metric})(?![A-Za-z]))[A-Za-z]{{1,8}}",
        r"\d{10,}(?:\.\d+)?",
    )


def _any(words: Iterable[str]) -> str:
    """Join plain words to a pattern in which the longest wins; a word in letters must end where the letters end."""
    return longest_of(words) + "(?!(?<=[A-Za-z0-9])[A-Za-z0-9])"


def _typed_digit(folded: Folded, match: re.Match[str]) -> bool:
    """Tell whether a digit was typed as one: folding makes digits of ① and ²."""
    start = match.start("low")
    return start < 0 or not folded.text[start].isdecimal() or folded.typed[folded.offsets[start]].isdecimal()


def _figure(match: re.Match[str], grammar: Grammar) -> Figure | None:
    if match["half"]:
        bound = {"近": Bound.NEAR, "一": Bound.EXACT, "半": Bound.EXACT}.get(match["half"][0], Bound.OVER)
        return Figure(*match.span(), Decimal(50), "%", Bound.AT_LEAST if match["half_after"] else bound)
    if match["per"]:
        value = numerals.number(match["share"])
        bound = _bound(match, "share_after", grammar)
        return None if value is None else Figure(*match.span(), value, PER[match["per"]], bound)
    if match["whole"] or match["all"]:
        return _fraction(match, grammar)
    return _counting(match, grammar)


def _fraction(match: re.Match[str], grammar: Grammar) -> Figure | None:
    names = ("whole", "part") if match["whole"] else ("all", "done")
    whole, part = (numerals.number(match[name]) for name in names)
    if not whole or part is None or part > whole:
        return None
    share = _plain((part * 100 / whole).quantize(HUNDREDTH))
    return Figure(*match.span(), share, "%", _bound(match, "part_after", grammar))


def _counting(match: re.Match[str], grammar: Grammar) -> Figure | None:
    unit = "" if match["unit"] in grammar.not_units else match["unit"] or ""
    low, end = match["low"], match.end("low")
    chinese = not low[0].isdecimal()
    # A bare 5、 is the first of a list of names (5、6号楼), and a Chinese numeral without a unit is part of a name.
    if not unit and (chinese or match.string[end : end + 1] == "、"):
        return None
    bound = _bound(match, "after", grammar)
    ends = _ends(match, chinese)
    # 百家 alone is a name; 近百家 and 数百家 count.
    if ends is None or (low[0] in BARE_SCALE and bound is Bound.EXACT):
        return None
    if unit in ("成", "成半"):
        ends, unit = _tenths(ends, _hundredths(match["tenth"], half=unit == "成半")), "%"
    sign = -1 if unit in PERCENT and NEGATIVE.search(match.string, max(0, match.start() - 2), match.start()) else 1
    return Figure(
        start=match.start() - (sign < 0),
        end=match.end() if unit or not match["unit"] else match.start("unit"),
        value=_plain(ends[0] * sign),
        unit=_common(unit, grammar),
        bound=bound,
        top=None if ends[1] is None else _plain(ends[1]),
    )


def _common(unit: str, grammar: Grammar) -> str:
    """Write 人(次) and 人/次 as 人次, 个百分点 as 百分点, and 千米 as 公里."""
    times = TIMES.sub("次", unit)
    if times in grammar.units and times != unit:
        return times
    return grammar.written.get(unit) or unit.removeprefix("个") or unit


def _ends(match: re.Match[str], chinese: bool) -> tuple[Decimal, Decimal | None] | None:
    """Read the number, or both ends of a range, with their scales; a falling pair (73-2) is a code."""
    pair = numerals.guess(match["low"]) if chinese else None
    low, high = pair or (numerals.number(match["low"]), numerals.number(match["high"]) if match["high"] else None)
    factor = numerals.scale(match["scale"] or "")
    if low is None or (match["high"] and high is None):
        return None
    own = match["low_scale"] or (match["low"][-1] if match["low"][-1] in "万亿" else "")
    low *= numerals.scale(match["low_scale"] or "") if own else factor
    if high is None:
        return low, None
    return (low, high * factor) if high * factor > low else None


def _hundredths(digit: str | None, half: bool) -> Decimal:
    """Read what stands behind 成: the 五 of 七成五, the 半 of 八成半."""
    return (numerals.number(digit) if digit else None) or Decimal(5 * half)


def _tenths(ends: tuple[Decimal, Decimal | None], more: Decimal) -> tuple[Decimal, Decimal | None]:
    """Read 成: 七成 is 70 %, 八成半 is 85 %."""
    low, high = ends
    return low * 10 + more, None if high is None else high * 10 + more


def _plain(value: Decimal) -> Decimal:
    """Write 15000.0 as 15000, and 2.50 as 2.5."""
    whole = value.to_integral_value()
    return whole if value == whole else value.normalize()


def _bound(match: re.Match[str], after: str, grammar: Grammar) -> Bound:
    """Words behind the number outweigh those before it: 约1500余人 is OVER."""
    if match["more"] or match["more_after"] or match["vague"]:
        return Bound.OVER
    for bound, words in grammar.after:
        if match[after] and match[after].endswith(words):
            return bound
    return _bound_before(match, grammar)


def _bound_before(match: re.Match[str], grammar: Grammar) -> Bound:
    """Take the word before the number; 签约 and 附近 are words of their own."""
    each = grammar.each.search(match.string, max(0, match.start() - 8), match.start())
    end = each.start() if each else match.start()
    word = grammar.before.search(match.string, max(0, end - 8), end)
    kind = word.lastgroup if word else None
    return Bound(kind) if kind and kind != "kept" else Bound.EXACT


def _kinds(words: BoundWords) -> Iterator[tuple[Bound, tuple[str, ...]]]:
    for bound in (Bound.AT_LEAST, Bound.AT_MOST, Bound.OVER, Bound.NEAR, Bound.ABOUT):
        if kind := getattr(words, bound.value):
            yield bound, kind
