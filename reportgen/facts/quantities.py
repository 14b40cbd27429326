"""Quantities: the numbers in a text that count or measure, with unit, bound, scope and the thing counted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from reportgen.facts import numerals
from reportgen.facts.counted import Counted, counted
from reportgen.norms import BoundWords, QuantityNorms
from reportgen.records import Bound, Quantity, Scope
from reportgen.text import Folded

TO = r"[-~—–至到]"
SCALE = r"(?:[百千]?万亿?|亿|[百千](?![瓦米克伏]))"
PER = {"百": "%", "千": "‰", "万": "‱"}
QUOTED = re.compile(r"“[^“”]{1,20}”|「[^「」]{1,20}」|《[^《》]{1,40}》|\"[^\"]{1,20}\"")
BARE_SCALE = frozenset("百千万亿")


def _any(words: Iterable[str]) -> str:
    """Join plain words to a pattern in which the longest wins."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word) + ("(?![A-Za-z0-9])" if word[-1].isascii() and word[-1].isalnum() else "") for word in ordered)


@lru_cache(maxsize=8)
def _grammar(words: QuantityNorms) -> re.Pattern[str]:
    """Build the one pattern that walks a text: names first, so that they are stepped over, then numbers."""
    unit = f"(?:{_any((*words.units, *words.not_units))})"
    after = words.after
    afters = _any((*after.over, *after.at_least, *after.at_most, *after.near, *after.about))
    latin = "|".join(re.escape(one) for one in words.units if one[0].isascii() and one[0].isalpha())
    number = rf"(?:{numerals.ARABIC}|{numerals.CHINESE})"
    codes = (
        r"(?<![A-Za-z])[A-Za-z]-?\d{1,8}(?:\.\d{1,8})?",
        rf"[A-Za-z]{{2,8}}-?\d{{1,8}}(?:\.\d{{1,8}})?(?![\d.])(?!{unit})",
        rf"\d{{1,8}}(?:\.\d{{1,8}})?(?!(?:{latin})(?![A-Za-z]))[A-Za-z]{{1,8}}",
        r"\d{10,}(?:\.\d+)?",
    )
    names = "|".join(f"(?:{name})" for name in (*words.names, *codes))
    return re.compile(
        rf"(?P<name>{names})"
        rf"|(?P<per>[百千万])分之(?P<share>{number})(?P<share_after>{afters})?"
        rf"|(?P<whole>{number})分之(?P<part>{number})(?P<part_after>{afters})?"
        rf"|(?P<half>[过超逾近一大多]半(?![年天月日小径岛成山路价数以途]|$(?<=大半))(?:以上)?|半数(?:以上)?)"
        rf"|(?P<vague>[数几上](?=[十百千万]))?(?P<low>(?<![\d.]){number})"
        rf"(?:(?P<low_scale>{SCALE})?(?:{unit})?{TO}(?P<high>{number}))?"
        rf"(?P<more>{_any(words.more)})?(?P<scale>{SCALE})?(?P<more_after>{_any(words.more)})?"
        rf"(?P<unit>{unit}(?:\({unit}\))?(?:/(?:月|年|日|天|{unit}))*)?(?P<after>(?:\(含\))?(?:{afters}))?"
    )


@dataclass(frozen=True, slots=True)
class Reading:
    """A number as read off the text, before its surroundings are looked at."""

    start: int
    end: int
    value: Decimal
    top: Decimal | None  # the upper end of a range
    unit: str
    bound: Bound


def quantities(folded: Folded, words: QuantityNorms) -> tuple[Quantity, ...]:
    """Find the quantities of a text, in order; names, dates, ages, codes and ordinals give none.

    A range gives its lower end as AT_LEAST (its upper end as AT_MOST after 不超过); 数十 gives 10 as OVER.
    """
    readings, named = _readings(folded, words)
    context = _scopes(folded.text, readings, words)
    things = counted(folded.text, [(r.start, r.end, r.unit) for r in readings], named, words)
    return tuple(
        _quantity(folded, reading, scope, thing) for reading, scope, thing in zip(readings, context, things, strict=True)
    )


def _quantity(folded: Folded, reading: Reading, scope: Scope, thing: Counted) -> Quantity:
    value = reading.top if reading.top is not None and reading.bound is Bound.AT_MOST else reading.value
    bound = Bound.AT_LEAST if reading.top is not None and reading.bound is Bound.EXACT else reading.bound
    span = folded.span(reading.start, reading.end)
    return Quantity(value, reading.unit, thing.noun, span, bound, scope, thing.of)


def _readings(folded: Folded, words: QuantityNorms) -> tuple[list[Reading], list[tuple[int, int]]]:
    text = folded.text
    quoted = [match.span() for match in QUOTED.finditer(text)]
    found: list[Reading] = []
    named: list[tuple[int, int]] = []
    for match in _grammar(words).finditer(text):
        while quoted and quoted[0][1] <= match.start():
            quoted.pop(0)
        if match["name"] or (quoted and quoted[0][0] < match.start()) or not _typed_digit(folded, match):
            named.append(match.span())
        elif reading := _read(match, words):
            found.append(reading)
    return found, named


def _typed_digit(folded: Folded, match: re.Match[str]) -> bool:
    """Tell whether a digit was typed as one: folding makes digits of ① and ²."""
    start = match.start("low")
    return start < 0 or not folded.text[start].isdecimal() or folded.typed[folded.offsets[start]].isdecimal()


def _read(match: re.Match[str], words: QuantityNorms) -> Reading | None:
    if match["half"]:
        return _half(match, words)
    if match["per"]:
        return _reading(match, numerals.number(match["share"]), PER[match["per"]], match["share_after"], words)
    if match["whole"]:
        whole, part = numerals.number(match["whole"]), numerals.number(match["part"])
        share = part * 100 / whole if whole and part is not None else None
        return _reading(match, share, "%", match["part_after"], words)
    return _counted_number(match, words)


def _half(match: re.Match[str], words: QuantityNorms) -> Reading:
    bound = {"近": Bound.NEAR, "一": Bound.EXACT, "半": Bound.EXACT}.get(match["half"][0], Bound.OVER)
    if match["half"].endswith("以上"):
        bound = Bound.AT_LEAST
    return Reading(match.start(), match.end(), Decimal(50), None, "%", bound)


def _counted_number(match: re.Match[str], words: QuantityNorms) -> Reading | None:
    low, unit = match["low"], match["unit"] or ""
    if unit in words.not_units:
        unit = ""
    chinese = not low[0].isdecimal()
    if chinese and not unit:
        return None
    pair = numerals.guess(low) if chinese else None
    value, top = pair or (numerals.number(low), numerals.number(match["high"]) if match["high"] else None)
    if value is None or (match["high"] and top is None):
        return None
    factor = numerals.scale(match["scale"] or "")
    value *= numerals.scale(match["low_scale"]) if match["low_scale"] else factor
    top = top * factor if top is not None else None
    if top is not None and top <= value:
        return None
    if unit == "成":
        value, top, unit = value * 10, top * 10 if top is not None else None, "%"
    reading = _reading(match, value, unit, match["after"], words, top)
    if reading and chinese and low[0] in BARE_SCALE and reading.bound is Bound.EXACT:
        return None
    return reading


def _reading(
    match: re.Match[str], value: Decimal | None, unit: str, after: str | None, words: QuantityNorms, top: Decimal | None = None
) -> Reading | None:
    if value is None:
        return None
    bound = _bound(match, after, words)
    end = match.end("unit") if match["after"] else match.end()
    return Reading(match.start(), max(end, match.end()), value, top, unit.removeprefix("个") or unit, bound)


def _bound(match: re.Match[str], after: str | None, words: QuantityNorms) -> Bound:
    """Words behind the number outweigh those before it: 约1500余人 is OVER."""
    if match["more"] or match["more_after"] or match["vague"]:
        return Bound.OVER
    for kind, bound in _kinds(words.after):
        if after and after.endswith(kind):
            return bound
    best = (0, Bound.EXACT)
    for kind, bound in _kinds(words.before):
        for word in kind:
            if match.string.endswith(word, 0, match.start()):
                best = max(best, (len(word), bound))
    return best[1]


def _kinds(words: BoundWords) -> Iterator[tuple[tuple[str, ...], Bound]]:
    for bound in (Bound.AT_LEAST, Bound.AT_MOST, Bound.OVER, Bound.NEAR, Bound.ABOUT):
        yield getattr(words, bound.value), bound


@lru_cache(maxsize=8)
def _scope_grammar(words: QuantityNorms) -> re.Pattern[str]:
    scopes = words.scopes
    groups = {"none": scopes.none, **{scope.value: getattr(scopes, scope.value) for scope in Scope if scope is not Scope.PLAIN}}
    parts = [f"(?P<{name}>{'|'.join(patterns)})" for name, patterns in groups.items()]
    return re.compile("|".join([*parts, r"(?P<open>\()", r"(?P<close>\))", r"(?P<clause>,)", r"(?P<sentence>[。;!?])"]))


def _scopes(text: str, readings: list[Reading], words: QuantityNorms) -> list[Scope]:
    """Walk scope words, brackets and stops; 累计 and 本月 reach to the sentence's end, 其中 and 剩余 to the clause's."""
    marks = _scope_grammar(words).finditer(text)
    mark = next(marks, None)
    wide = narrow = Scope.PLAIN
    bracket: Scope | None = None
    last_unit, seen = "", False
    scopes: list[Scope] = []
    for reading in readings:
        while mark and mark.start() < reading.start:
            kind = mark.lastgroup or ""
            if kind == "sentence":
                wide = narrow = Scope.PLAIN
                bracket, seen = None, False
            elif kind == "clause":
                narrow = narrow if narrow is Scope.PART else Scope.PLAIN
                last_unit = last_unit or "?"
            elif kind == "open":
                bracket = Scope.PART if seen else Scope.PLAIN
            elif kind == "close":
                bracket = None
            elif kind in ("cumulative", "month") and bracket is None:
                wide, narrow = Scope(kind), Scope.PLAIN
            elif kind in ("part", "rest"):
                if bracket is None:
                    narrow, last_unit = Scope(kind), ""
                else:
                    bracket = Scope(kind)
            mark = next(marks, None)
        if bracket is not None:
            scopes.append(bracket if reading.unit != "%" else Scope.PLAIN)
            continue
        scopes.append(narrow if narrow is not Scope.PLAIN else wide)
        seen = True
    return scopes
