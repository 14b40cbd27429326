"""Lines: bus lines that are listed by their names (8路、K5路), which are as many as there are names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from reportgen.facts.words.phrases import says
from reportgen.norms import Norms
from reportgen.records import Quantity
from reportgen.text import HANZI, LISTED, Folded, Piece

UNIT = "条"
PREFIX = "(?:[A-Za-z]|[夜快微支环]|区间|专线|通勤|高峰|定制)*"
KIND = "(?:路|号线|线)"
ROUTE = r"\([^()]{2,20}\)"  # 101路(甲站—乙站)
NAME = rf"“?{PREFIX}\d{{1,4}}{KIND}(?:支线|区间|快线)?”?(?:{ROUTE})?"
NAMED = re.compile(rf"\d{KIND}")  # stands in every list
SHORT = rf"{PREFIX}\d{{1,4}}号?"  # 1号、2号线
COUNTED = r"等?[\d一二两三四五六七八九十]+条"
# 空港1线至空港5线均已开通; without 均 or 已 it may be where a line runs
RANGE = re.compile(rf"(?P<first>\d{{1,3}}){KIND}[至到~—-][^\d,。;]{{0,4}}(?P<last>\d{{1,3}}){KIND}(?=均|都|全部|已)")
DAY = r"(?:已?于)?\d{1,2}月(?:\d{1,2}日|底|初|[上中下]旬)?"
PLACE = rf"[{HANZI}]{{2,6}}?线(?:{DAY})?"  # 甲镇线5月6日、乙镇线7月1日先后开通
BY_PLACE = re.compile(rf"(?:{PLACE}[、和及与])+{PLACE}(?=均|都|全部|已|先后|相继)")
LIST = re.compile(rf"(?P<run>[在沿经由至到])?(?:(?:{NAME}|{SHORT})[、和及与])*{NAME}(?![口站台段]|{COUNTED})")


def lines(source: Folded, cut: Sequence[Piece], norms: Norms) -> tuple[Quantity, ...]:
    """Count the lines that each clause lists by name and says to be opened or changed (优化503路、511路)."""
    if not (NAMED.search(source.text) or BY_PLACE.search(source.text)):
        return ()
    found = []
    for start, end in dict.fromkeys(piece.clause for piece in cut):
        if not says(norms.matching.lines, source.text[start:end]):
            continue
        for match in RANGE.finditer(source.text, start, end):
            number = int(match["last"]) - int(match["first"]) + 1
            if number > 1:
                found.append(Quantity(Decimal(number), UNIT, "", source.span(*match.span())))
        for match in BY_PLACE.finditer(source.text, start, end):
            found.append(Quantity(Decimal(len(LISTED.split(match[0]))), UNIT, "", source.span(*match.span())))
        for match in LIST.finditer(source.text, start, end):
            number = len(LISTED.split(re.sub(ROUTE, "", match[0])))
            if not match["run"]:
                found.append(Quantity(Decimal(number), UNIT, "", source.span(*match.span())))
    return tuple(found)
